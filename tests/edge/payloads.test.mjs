// Texts that have broken programs, from the public Big List of Naughty Strings (npm `big-list-of-naughty-strings`, MIT, by Max Woolf):
// scripts, SQL, shell, format strings, invisible and two-way letters, in every field that takes a text, and as a question to the search.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { answers, get, post } from "./asking.mjs";

const payloads = createRequire(import.meta.url)("big-list-of-naughty-strings/blns.json");

/** The tags of a page, without what their values hold. */
const tags = (text) => text.match(/<[a-z!/][^>]*>/gi) ?? [];
const names = (text) => new Set(tags(text).map((tag) => tag.match(/^<([!/]?[a-z][a-z0-9]*)/i)?.[1]));

/** Nothing stands in the page that does not stand in one for an honest visitor. */
function isInert(answer, honest, payload) {
  const known = names(honest);
  for (const name of names(answer.text)) assert.ok(known.has(name), `<${name}> by ${JSON.stringify(payload)}`);
  for (const tag of tags(answer.text)) {
    for (const [, name, value = ""] of tag.matchAll(/\s([a-z-]+)(?:=("[^"]*"|[^\s">]+))?/gi)) {
      assert.doesNotMatch(name, /^on/i, `${tag} by ${JSON.stringify(payload)}`);
      const leads = ["href", "src", "action"].includes(name);
      assert.ok(!leads || !/^"?\s*(javascript|data|vbscript):/i.test(value), `${tag} by ${JSON.stringify(payload)}`);
    }
  }
}

/** Some at a time, as visitors come. */
async function each(act) {
  assert.ok(payloads.length > 400, "the list is there");
  for (let from = 0; from < payloads.length; from += 10) await Promise.all(payloads.slice(from, from + 10).map(act));
}

test("what is typed comes back inert in a form that is shown again", async () => {
  const wrong = { email: "nobody", subject: undefined, consent: undefined };
  const honest = (await post("/_/en/form/contact", answers({ ...wrong, name: "" }))).text;
  await each(async (payload) => {
    const typed = { name: payload, association: payload, message: payload };
    const answer = await post("/_/en/form/contact", answers({ ...wrong, ...typed }));
    assert.equal(answer.status, 422, JSON.stringify(payload));
    isInert(answer, honest, payload);
    const again = await post("/_/en/form/contact", answers({ email: payload, name: payload }));
    assert.ok([303, 422].includes(again.status), `${again.status} for ${JSON.stringify(payload)}`);
  });
});

test("what is typed is kept, or told to be wrong, and never breaks the store", async () => {
  await each(async (payload) => {
    const answer = await post("/_/ar/form/contact", answers({ message: `${payload} ?`, association: payload }));
    assert.ok([303, 422].includes(answer.status), `${answer.status} for ${JSON.stringify(payload)}`);
  });
});

test("what is sought comes back inert", async () => {
  const honest = (await get("/_/fr/search?q=formulaire&type=news")).text + (await get("/_/fr/search?q=zzzzzz")).text;
  await each(async (payload) => {
    const answer = await get(`/_/fr/search?q=${encodeURIComponent(payload)}`);
    assert.equal(answer.status, 200, JSON.stringify(payload));
    isInert(answer, honest, payload);
  });
});
