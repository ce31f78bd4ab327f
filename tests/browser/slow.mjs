// When the largest thing of a page is painted on slow lines, and how much moves on the way.
//
// Takes the built site; prints a table, medians of several visits with nothing in the cache. Beside each page stand two equals made
// from it: the same page with its style in a file of its own, as most themes have it, and its text alone, without any style. All
// are served brotli by one small server, so that only the pages differ. The line is Chromium's own emulation: latency is added
// to every request, connections cost nothing.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { places } from "../edge/hosts.mjs";
import { LANGUAGES, launch } from "./browser.mjs";
import { kindsIn } from "./kinds.mjs";

const KINDS = ["home", "article"];
/** Latency in milliseconds, throughput in kilobits per second, and what is asked of an article. */
const LINES = [
  { latency: 400, kilobits: 400, asked: 1800 },
  { latency: 800, kilobits: 280, asked: 3500 },
];
const VISITS = Number(process.argv[2] ?? 5);
const PHONE = { width: 360, height: 640 };
const TYPES = { html: "text/html; charset=utf-8", css: "text/css", svg: "image/svg+xml", avif: "image/avif", webp: "image/webp", jpg: "image/jpeg", png: "image/png" };

const { site } = places();
/** Paths that exist in no folder: the equals. */
const made = new Map();
const server = createServer(answer);
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const url = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();
try {
  console.log("| page | line | bytes | requests | LCP | CLS | asked |\n|---|---|---|---|---|---|---|");
  for (const [name, path] of await pagesToVisit()) {
    for (const line of LINES) console.log(row(name, line, await visits(path, line)));
  }
} finally {
  await browser.close();
  server.close();
}

async function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://here").pathname);
  const name = path.endsWith("/") ? `${path}index.html` : path;
  const body = made.get(path) ?? (await readFile(join(site, name)).catch(() => null));
  if (body === null) return response.writeHead(404).end();
  const headers = { "Content-Type": TYPES[name.split(".").pop()] ?? "application/octet-stream", "Content-Encoding": "br" };
  response.writeHead(200, headers).end(brotliCompressSync(body));
}

/** Each page, and behind it its equals. */
async function pagesToVisit() {
  const page = await browser.newPage();
  const found = [];
  for (const language of LANGUAGES) {
    for (const [kind, path] of await kindsIn(page, url, language)) {
      if (KINDS.includes(kind)) found.push(...(await withEquals(`${kind}, ${language}`, decodeURIComponent(path))));
    }
  }
  await page.close();
  return found;
}

async function withEquals(name, path) {
  const html = await readFile(join(site, path, "index.html"), "utf8");
  const [style] = html.match(/<style>[^]*?<\/style>/);
  const [text] = html.match(/<main[^]*<\/main>/);
  const key = name.replace(", ", "-");
  made.set(`/${key}.css`, style.replace(/<\/?style>/g, ""));
  made.set(`/${key}-linked.html`, html.replace(style, `<link rel="stylesheet" href="/${key}.css">`));
  made.set(`/${key}-bare.html`, `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title>${text}`);
  return [[name, path], [`${name}, style in a file`, `/${key}-linked.html`], [`${name}, text alone`, `/${key}-bare.html`]];
}

async function visits(path, line) {
  const seen = [];
  for (let visit = 0; visit < VISITS; visit += 1) seen.push(await visited(path, line));
  return Object.fromEntries(["bytes", "requests", "paint", "moved"].map((key) => [key, median(seen.map((one) => one[key]))]));
}

/** One visit by a phone that was never here. */
async function visited(path, { latency, kilobits }) {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const throughput = (kilobits * 1000) / 8;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput });
  const sizes = [];
  session.on("Network.loadingFinished", ({ encodedDataLength }) => sizes.push(encodedDataLength));
  await page.goto(url + path, { waitUntil: "networkidle" });
  const [paint, moved] = await page.evaluate(measured);
  await context.close();
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length, paint, moved };
}

/** Runs in the page: the time of the largest paint, and the sum of what moved. */
function measured() {
  const entries = (type) =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 300);
    });
  return Promise.all([entries("largest-contentful-paint"), entries("layout-shift")]).then(([paints, shifts]) => [
    paints.at(-1)?.startTime ?? Number.NaN,
    shifts.reduce((sum, shift) => sum + shift.value, 0),
  ]);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(name, { latency, kilobits, asked }, { bytes, requests, paint, moved }) {
  const met = name.includes(", text") || name.includes(", style") ? "" : `≤ ${asked / 1000} s: ${paint <= asked ? "met" : "**missed**"}`;
  return `| ${name} | ${latency} ms, ${kilobits} kbit/s | ${bytes} | ${requests} | ${(paint / 1000).toFixed(2)} s | ${moved.toFixed(3)} | ${met} |`;
}
