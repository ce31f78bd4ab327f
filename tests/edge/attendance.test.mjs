// What those who sign that they are there may count on, whichever host it runs on.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";

import { get, post, wears } from "./asking.mjs";

const path = "/_/ar/form/attendance";
const sent = (session, email, more = {}) => new URLSearchParams({ session, name: "ليلى", email, ...more }).toString();
const address = () => `${randomUUID()}@example.org`;

test("the code of a session that is open is signed once by each person", async () => {
  const me = address();
  assert.equal((await post(path, sent("phare 31", me, { country: "SN" }))).status, 303);
  assert.equal((await post(path, sent("PHARE-31", me.replace("@", "+x@")))).status, 409);
  assert.equal((await post(path, sent("PHARE-31", address()))).status, 303);
});

test("a code that opens nothing is told beside its field, with what was typed", async () => {
  for (const code of ["winter-1", "PHARE-32", "<b>"]) {
    const again = await post(path, sent(code, address(), { country: "XX" }));
    assert.equal(again.status, 422);
    assert.match(again.text, /لا توجد جلسة مفتوحة/);
    assert.match(again.text, /f-attendance-country-error/);
    assert.doesNotMatch(again.text, /<b>/);
    wears(again, "ar");
  }
});

test("the link behind a QR code names the session and fills in its code", async () => {
  const page = await get(`${path}?session=PHARE-31`);
  assert.match(page.text, /value="PHARE-31"/);
  assert.match(page.text, /<p class="callout">المدرسة الشتوية/);
});
