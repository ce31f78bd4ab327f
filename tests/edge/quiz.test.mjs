// What those who answer a quiz may count on, and those who are shown its certificates, whichever host it runs on.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";

import { get, isGuarded, post, wears } from "./asking.mjs";

const path = "/_/fr/form/backups-quiz";
const right = [["name", "Ana Ünal"], ["copies", "3"], ["unique", "accounts"], ["unique", "minutes"], ["good", "restored"], ["order.list", "1"], ["order.copy", "2"], ["order.restore", "3"]];
const sent = (changes = []) => new URLSearchParams([["_id", randomUUID()], ...right, ...changes]).toString();

test("what is right is told afterwards, and not before", async () => {
  const before = await get(path);
  assert.doesNotMatch(before.text, /dégât des eaux|points/);
  const answer = await post(path, sent().replace("good=restored", "good=done"));
  assert.equal(answer.status, 303);
  const result = await get(answer.headers.location);
  assert.equal(result.status, 200);
  assert.match(result.text, /5 sur 6/);
  assert.match(result.text, /non que l’on pourra relire/);
  wears(result, "fr");
  isGuarded(result);
  assert.match(result.headers["cache-control"], /no-store/);
});

test("a certificate is found by its code, in each language, and by no other", async () => {
  const answer = await post(path, sent());
  const result = await get(answer.headers.location.replace("/fr/", "/ar/"));
  wears(result, "ar");
  const [, link, code] = result.text.match(/href="([^"]*certificate\?code=([0-9A-Z-]{14}))"/);
  const certificate = await get(link);
  assert.equal(certificate.status, 200);
  assert.match(certificate.text, /Ana Ünal/);
  assert.equal((await get(link.replace(code, code.toLowerCase().replaceAll("-", "")))).status, 200);
  assert.equal((await get(link.replace(code, "0000-0000-0000"))).status, 404);
  isGuarded(certificate);
});

test("the same page sent again leads to the same result", async () => {
  const body = sent();
  const [first, again] = [await post(path, body), await post(path, body)];
  assert.equal(first.headers.location, again.headers.location);
});
