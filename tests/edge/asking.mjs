// How the behaviour suite asks a host, and what every answer of one has.
//
// Takes COLIBRI_BASE_URL: a running host of this repository's own site, with an empty store. Takes also
// COLIBRI_COUNT_URL if whoever started the host can tell how many submissions are stored: GET gives that number.
// Knows nothing else of the host: all is asked by HTTP.

import assert from "node:assert/strict";
import { request } from "node:http";

export const base = process.env.COLIBRI_BASE_URL ?? fail("COLIBRI_BASE_URL is not set: run this suite by cargo xtask edge");
export const languages = { fr: "ltr", en: "ltr", es: "ltr", pt: "ltr", ar: "rtl" };
export const titles = { fr: "Page introuvable", ar: "الصفحة غير موجودة" };

function fail(message) {
  throw new Error(message);
}

/** Asks with exactly this path and these headers: a browser's own tidying would hide what is to be tested. */
export function ask(method, path, { headers = {}, body } = {}) {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (incoming) => {
      const chunks = [];
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode, headers: incoming.headers, text: Buffer.concat(chunks).toString("utf8") }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

export const get = (path, headers) => ask("GET", path, { headers });

/** Posts a form as a browser without scripts does. */
export function post(path, fields, headers = {}) {
  const body = typeof fields === "string" || Buffer.isBuffer(fields) ? fields : new URLSearchParams(fields).toString();
  const length = String(Buffer.byteLength(body));
  const usual = { "content-type": "application/x-www-form-urlencoded", "content-length": length };
  return ask("POST", path, { headers: { ...usual, ...headers }, body });
}

/** Answers to this site's contact form. */
export function answers(changes = {}) {
  const whole = { name: "Ana Ünal", email: "ana@example.org", subject: "question", message: "Bonjour à tous.", consent: "yes" };
  return Object.fromEntries(Object.entries({ ...whole, ...changes }).filter(([, value]) => value !== undefined));
}

/** The page is in this language, in the site's own dress: its stylesheet or style, and a way home. */
export function wears(answer, lang) {
  const opening = answer.text.match(/<html[^>]*>/i)?.[0] ?? "";
  assert.match(opening, new RegExp(`lang="?${lang}["\\s>]`), opening);
  const dir = opening.match(/dir="?(\w+)/)?.[1] ?? "ltr";
  assert.equal(dir, languages[lang]);
  assert.match(answer.text, new RegExp(`href="?/${lang}/`), "no link to the home page");
  assert.match(answer.text, /<style|<link[^>]*stylesheet/i, "not in the site's shell");
  assert.doesNotMatch(answer.text, /<!--colibri:/, "a mark of the shell is left");
}

export function isGuarded(answer) {
  assert.match(answer.headers["content-security-policy"] ?? "", /default-src 'none'/);
  assert.doesNotMatch(answer.headers["content-security-policy"], /script-src/);
  assert.equal(answer.headers["x-content-type-options"], "nosniff");
  assert.ok(answer.headers["referrer-policy"]);
  assert.equal(answer.headers["set-cookie"], undefined);
}

export async function stored() {
  const answer = await fetch(process.env.COLIBRI_COUNT_URL);
  return Number(await answer.text());
}
