// Pagefind on a collection: it builds its index, then answers in Node as it does in a browser, its files read from a folder.
//
// Takes the collection's folder, the language, the name of the questions, a folder to write in, and a file for what it tells: a JSON object.

import { readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { close, createIndex } from "pagefind";

const [corpus, lang, queries, out, told] = process.argv.slice(2);
const lines = async (name) => (await readFile(join(corpus, name), "utf8")).split("\n").filter(Boolean);
const fields = async (name) => (await lines(name)).map((line) => line.split("\t"));

async function build() {
  const documents = (await lines("corpus.jsonl")).map((line) => JSON.parse(line));
  const began = performance.now();
  const { index } = await createIndex({ forceLanguage: lang });
  for (const { _id, title, text } of documents) {
    const { errors } = await index.addCustomRecord({ url: `/${encodeURIComponent(_id)}/`, content: `${title}. ${text}`, language: lang, meta: { title } });
    if (errors.length > 0) throw new Error(errors.join("\n"));
  }
  await rm(out, { recursive: true, force: true });
  await index.writeFiles({ outputPath: out });
  const seconds = (performance.now() - began) / 1000;
  await close();
  return seconds;
}

/** Every file below a folder with its length. */
async function sizes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size));
}

const sent = { bytes: 0, requests: 0 };

/** What a browser would fetch, from the folder; text counts as a host sends it. */
globalThis.fetch = async (url) => {
  const path = new URL(url, "http://x/").pathname;
  const bytes = await readFile(join(out, path.replace(/^.*\/pagefind\//, "")));
  sent.requests += 1;
  // Its own files are compressed already; only the script and its entry are text.
  sent.bytes += /\.(js|json)$/.test(path) ? brotliCompressSync(bytes).length : bytes.length;
  return new Response(bytes);
};
globalThis.document = { querySelector: () => ({ getAttribute: () => lang }), currentScript: null };
globalThis.window = { location: new URL("http://x/") };
globalThis.location = globalThis.window.location;

const log2 = (n) => Math.log(n) / Math.log(2);

async function ask(pagefind) {
  const relevant = new Map((await fields("qrels.tsv")).map(([query, document]) => [query, document]));
  const times = [];
  let gain = 0;
  let answered = 0;
  let first;
  const all = (await fields(queries)).filter(([id]) => relevant.has(id));
  for (const [id, text] of all) {
    const began = performance.now();
    const { results } = await pagefind.search(text);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    times.push(performance.now() - began);
    first ??= { ...sent };
    answered += results.length > 0 ? 1 : 0;
    const rank = shown.findIndex(({ url }) => decodeURIComponent(url.replace(/^.*\/([^/]+)\/$/, "$1")) === relevant.get(id));
    gain += rank < 0 ? 0 : 1 / log2(rank + 2);
  }
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  return { ndcg_at_10: gain / all.length, answered: answered / all.length, p50_ms: at(0.5), p99_ms: at(0.99), first_bytes: first.bytes, first_requests: first.requests };
}

const seconds = await build();
const files = await sizes(out);
const script = brotliCompressSync(await readFile(join(out, "pagefind.js"))).length;
sent.bytes += script;
sent.requests += 1;
const pagefind = await import(pathToFileURL(join(out, "pagefind.js")).href);
await pagefind.options({ basePath: "http://x/pagefind/" });
await pagefind.init();
const index_bytes = files.reduce((sum, size) => sum + size, 0);
await writeFile(told, JSON.stringify({ build_seconds: seconds, index_bytes, files: files.length, ...(await ask(pagefind)) }));
process.exit(0);
