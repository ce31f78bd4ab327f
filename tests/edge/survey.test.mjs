// What those who fill in a form of many kinds may count on, and programs that send one, whichever host it runs on.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";

import { get, post, wears } from "./asking.mjs";

/** Answers to this site's survey of courses. */
function opinion(changes = {}) {
  return { course: "ARC-114", overall: "5", "parts.pace": "good", used: "yes", what: randomUUID(), recommend: "10", ...changes };
}

test("what depends on an answer is asked only then, and lines and steps are of those proposed", async () => {
  const path = "/_/fr/form/course-feedback";
  assert.equal((await post(path, opinion())).status, 303);
  assert.equal((await post(path, opinion({ used: "no", what: "x".repeat(400) }))).status, 303, "not asked, not checked");
  for (const wrong of [{ overall: "6" }, { "parts.pace": "no" }, { "parts.cellar": "good" }, { course: "NONE" }, { recommend: "11" }]) {
    const answer = await post(path, opinion(wrong));
    assert.equal(answer.status, 422, JSON.stringify(wrong));
    wears(answer, "fr");
  }
});

test("a link fills in what the form lets it, and nothing else", async () => {
  const answer = await get("/_/ar/form/course-feedback?course=ARC-114&what=%3Cscript%3E&overall=5");
  assert.match(answer.text, /value="ARC-114" selected/);
  assert.doesNotMatch(answer.text, /<input[^>]* checked|&lt;script/);
  wears(answer, "ar");
});

test("programs are answered in JSON", async () => {
  const accept = { accept: "application/json" };
  const kept = await post("/_/es/form/course-feedback", opinion(), accept);
  assert.deepEqual([kept.status, JSON.parse(kept.text)], [201, { status: "kept" }]);
  const wrong = await post("/_/es/form/course-feedback", opinion({ course: "" }), accept);
  assert.equal(wrong.status, 422);
  const [{ field, rule, message }] = JSON.parse(wrong.text).errors;
  assert.deepEqual([field, rule], ["course", "required"]);
  assert.ok(message);
  const missing = await post("/_/es/form/none", "", accept);
  assert.deepEqual([missing.status, JSON.parse(missing.text).error], [404, "not-found"]);
});

test("a form may be sent in parts, but without files and within the same limits", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=xx" };
  const part = (name, value) => `--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const whole = `${Object.entries(opinion()).map(([name, value]) => part(name, value)).join("")}--xx--\r\n`;
  const path = "/_/fr/form/course-feedback";
  assert.equal((await post(path, whole, headers)).status, 303);
  const file = `--xx\r\nContent-Disposition: form-data; name="what"; filename="a"\r\n\r\nx\r\n--xx--`;
  assert.equal((await post(path, file, headers)).status, 400);
  assert.equal((await post(path, whole.slice(0, -6), headers)).status, 400, "cut short");
  assert.equal((await post(path, `${part("a", "").repeat(1_000)}--xx--`, headers)).status, 413);
  assert.equal((await post(path, whole, { "content-type": "multipart/form-data" })).status, 400, "no boundary");
});
