// What visitors may count on from forms that are not open to everybody at any time, whichever host they run on.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";

import { answers, get, isGuarded, post, wears } from "./asking.mjs";

for (const [id, status] of Object.entries({ early: 403, over: 410 })) {
  test(`a form that is ${id} says so, and keeps nothing`, async () => {
    for (const answer of [await get(`/_/ar/form/${id}`), await post(`/_/ar/form/${id}`, answers())]) {
      assert.equal(answer.status, status);
      wears(answer, "ar");
      isGuarded(answer);
      assert.doesNotMatch(answer.text, /<textarea/);
    }
  });
}

test("the last place is given once, and a person answers once", async () => {
  const people = [1, 2, 3, 4].map((number) => answers({ email: `person${number}@example.org`, message: randomUUID(), _id: randomUUID() }));
  const sent = await Promise.all(people.map((fields) => post("/_/fr/form/places", fields)));
  assert.deepEqual(sent.map(({ status }) => status).sort(), [303, 303, 409, 409]);
  wears(sent.find(({ status }) => status === 409), "fr");
  const first = people[sent.findIndex(({ status }) => status === 303)];
  assert.equal((await post("/_/fr/form/places", first)).status, 303, "who has a place is told so again");
  const again = { ...first, email: first.email.toUpperCase().replace("@", "+x@"), message: "x", _id: randomUUID() };
  const refused = await post("/_/fr/form/places", again, { accept: "application/json" });
  assert.deepEqual([refused.status, JSON.parse(refused.text).error], [409, "form-once"]);
});

test("a network that sends in a loop is told to wait, in its language, and others are not", async () => {
  // A proxy and the platform each say in their own header from where a visitor comes.
  const from = (address) => ({ "x-forwarded-for": address, "cf-connecting-ip": address });
  const statuses = [];
  for (let sent = 0; sent < 70; sent += 1) statuses.push((await post("/_/ar/form/contact", "x=1", from("203.0.113.9"))).status);
  assert.equal(statuses[0], 422);
  assert.equal(statuses.at(-1), 429);
  const refused = await post("/_/ar/form/contact", "x=1", from("203.0.113.9"));
  assert.equal(refused.headers["retry-after"], "60");
  wears(refused, "ar");
  assert.equal((await post("/_/ar/form/contact", "x=1", from("203.0.113.10"))).status, 422);
});
