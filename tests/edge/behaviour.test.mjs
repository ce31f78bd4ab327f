// What visitors may count on from the functions, whichever host they run on.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";

import { answers, ask, base, get, isGuarded, languages, post, stored, titles, wears } from "./asking.mjs";

test("the store answers", async () => {
  const answer = await get("/healthz");
  assert.equal(answer.status, 200);
  assert.equal(answer.text.trim(), "ok");
  isGuarded(answer);
  assert.equal((await ask("POST", "/healthz")).status, 405);
});

for (const lang of Object.keys(languages)) {
  test(`a good submission leads to the page that thanks (${lang})`, async () => {
    const answer = await post(`/_/${lang}/form/contact`, answers({ message: `${lang} ${randomUUID()}` }));
    assert.equal(answer.status, 303, answer.text);
    isGuarded(answer);
    assert.equal(answer.headers["cache-control"], "no-store");
    const thanks = answer.headers.location;
    assert.ok(thanks.startsWith(`/${lang}/`), thanks);
    const page = await get(thanks);
    assert.equal(page.status, 200, thanks);
    wears(page, lang);
  });
}

test("an address in any script is accepted", async () => {
  for (const email of ["محمد@مثال.تونس", "անուն@օրինակ.հայ", "o'neil+x@example.co.uk"]) {
    assert.equal((await post("/_/ar/form/contact", answers({ email }))).status, 303, email);
  }
});

test("the same submission sent again gets the same answer", async () => {
  const same = answers({ _id: randomUUID() });
  const first = await post("/_/fr/form/contact", same);
  const second = await post("/_/fr/form/contact", same);
  assert.deepEqual([second.status, second.headers.location], [303, first.headers.location]);
});

test("the same submission sent again is stored once", { skip: !process.env.COLIBRI_COUNT_URL }, async () => {
  const before = await stored();
  const same = answers({ _id: randomUUID() });
  await Promise.all([1, 2, 3].map(() => post("/_/fr/form/contact", same)));
  assert.equal(await stored(), before + 1);
  const alike = answers({ message: `without an id ${randomUUID()}` });
  await post("/_/fr/form/contact", alike);
  await post("/_/fr/form/contact", alike);
  assert.equal(await stored(), before + 2, "a page that is the same for everybody was sent twice");
  await post("/_/fr/form/contact", answers({ email: "nobody" }));
  await get(`/_/fr/form/contact?${new URLSearchParams(answers())}`);
  assert.equal(await stored(), before + 2, "what is refused or only asked for must not be stored");
});

test("what is missing comes back first, with what was typed", async () => {
  const answer = await post("/_/fr/form/contact", answers({ email: undefined, name: "Zoé" }));
  assert.equal(answer.status, 422);
  wears(answer, "fr");
  isGuarded(answer);
  assert.equal(answer.headers["cache-control"], "no-store");
  const summary = answer.text.match(/<div class="form-summary".*?<\/div>/s)?.[0] ?? "";
  assert.match(summary, /href="#f-contact-email"/);
  assert.match(answer.text, /id="f-contact-email"[^>]*aria-invalid="true"[^>]*aria-describedby="f-contact-email-error/);
  assert.match(answer.text, /value="Zoé"/);
  assert.match(answer.text, /<option value="question" selected|value="question"[^>]* checked/);
  assert.ok(answer.text.indexOf("form-summary") < answer.text.indexOf('name="name"'));
});

test("each check speaks the visitor's language", async () => {
  const messages = await Promise.all(
    Object.keys(languages).map(async (lang) => {
      const answer = await post(`/_/${lang}/form/contact`, answers({ email: "nobody" }));
      assert.equal(answer.status, 422);
      wears(answer, lang);
      return answer.text.match(/id="f-contact-email-error">([^<]+)</)?.[1];
    }),
  );
  assert.ok(messages.every(Boolean), messages.join(" | "));
  assert.equal(new Set(messages).size, messages.length, messages.join(" | "));
});

test("nothing typed becomes part of the page", async () => {
  const payload = `"><script>alert(1)</script>`;
  const answer = await post("/_/en/form/contact", answers({ name: payload, message: `</textarea>${payload}`, email: payload }));
  assert.equal(answer.status, 422);
  assert.ok(!answer.text.includes("<script>alert"), "a script came through");
  assert.ok(!answer.text.includes("</textarea><"), "a text area was closed");
  assert.match(answer.text, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  const search = await get(`/_/en/search?q=${encodeURIComponent(payload)}`);
  assert.equal(search.status, 200);
  assert.ok(!search.text.includes("<script>alert"), "a script came through the search");
});

test("nothing typed becomes a header", async () => {
  const answer = await post("/_/en/form/contact", answers({ name: "a\r\nSet-Cookie: x=1", _id: randomUUID() }));
  assert.ok([303, 422].includes(answer.status));
  assert.equal(answer.headers["set-cookie"], undefined);
});

test("what nobody asked for is refused", async () => {
  assert.equal((await post("/_/fr/form/contact", answers({ admin: "1" }))).status, 422);
  assert.equal((await post("/_/fr/form/contact", answers({ _website: "https://spam.example" }))).status, 422);
  assert.equal((await post("/_/fr/form/contact", answers({ subject: "other" }))).status, 422);
  assert.equal((await post("/_/fr/form/contact", answers({ _id: "../../etc" }))).status, 422);
});

test("what is too large is refused in the visitor's language", async () => {
  const answer = await post("/_/ar/form/contact", `message=${"a".repeat(200_000)}`);
  assert.equal(answer.status, 413);
  wears(answer, "ar");
  assert.equal((await post("/_/fr/form/contact", "a&".repeat(1_000))).status, 413);
  assert.equal((await post("/_/fr/form/contact", "name=a&".repeat(9_000))).status, 413);
  // Who sends ten megabytes may be hung up on before they are all sent.
  const huge = await post("/_/fr/form/contact", Buffer.alloc(10_000_000, "a")).catch((error) => error);
  assert.ok(huge.status === 413 || ["ECONNRESET", "EPIPE"].includes(huge.code), String(huge.status ?? huge));
});

/** What attackers type, and honest people who write about computers: it is text, whatever it would be elsewhere. */
const typed = [
  "'; DROP TABLE submissions; --",
  "1 UNION SELECT id, answers FROM submissions",
  `"><img src=x onerror=alert(1)>`,
  "{{7*7}} ${7*7} <%= 7 %>",
  "=HYPERLINK(\"https://evil.test\",\"x\")",
  "../../etc/passwd\u202e",
  "a\r\nBcc: everybody@example.org\r\n\r\nx",
];

for (const text of typed) {
  test(`text is text: ${JSON.stringify(text)}`, async () => {
    const before = process.env.COLIBRI_COUNT_URL ? await stored() : 0;
    const kept = await post("/_/fr/form/contact", answers({ message: `${text} ${randomUUID()}` }));
    assert.equal(kept.status, 303, kept.text);
    assert.doesNotMatch(JSON.stringify(kept.headers), /everybody|evil/);
    const shown = await post("/_/fr/form/contact", answers({ message: text, email: "nobody" }));
    assert.equal(shown.status, 422);
    assert.doesNotMatch(shown.text, /<img src=x|everybody@example.org<\/h/);
    if (process.env.COLIBRI_COUNT_URL) assert.equal(await stored(), before + 1);
  });
}

test("what looks like advertising is thanked for and stored, never dropped", { skip: !process.env.COLIBRI_COUNT_URL }, async () => {
  const before = await stored();
  const links = ["a", "b", "c", "d"].map((name) => `https://${name}.example/${randomUUID()}`).join(" ");
  assert.equal((await post("/_/fr/form/contact", answers({ message: links }))).status, 303);
  assert.equal(await stored(), before + 1);
});

test("what is no form is refused", async () => {
  for (const type of ["application/json", "text/plain", "multipart/mixed; boundary=x"]) {
    const answer = await post("/_/fr/form/contact", "{}", { "content-type": type });
    assert.equal(answer.status, 415, type);
    wears(answer, "fr");
  }
});

test("what is damaged is refused", async () => {
  for (const body of ["name=%ff", Buffer.from([0x6e, 0x3d, 0xff]), "name=%", "name=%zz"]) {
    const answer = await post("/_/fr/form/contact", body);
    assert.equal(answer.status, 400, String(body));
    wears(answer, "fr");
  }
});

test("a post from another site is refused", async () => {
  const evil = [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { origin: "https://evil.test" }, { origin: "null" }];
  for (const headers of evil) {
    const answer = await post("/_/fr/form/contact", answers(), headers);
    assert.equal(answer.status, 403, JSON.stringify(headers));
    wears(answer, "fr");
  }
  const own = [{ "sec-fetch-site": "same-origin", origin: base }, { origin: base }, {}];
  for (const headers of own) {
    const answer = await post("/_/fr/form/contact", answers({ message: randomUUID() }), headers);
    assert.equal(answer.status, 303, JSON.stringify(headers));
  }
});

test("a form alone is shown in each language, with a fresh id", async () => {
  for (const lang of Object.keys(languages)) {
    const answer = await get(`/_/${lang}/form/contact`);
    assert.equal(answer.status, 200);
    wears(answer, lang);
    const ids = [answer, await get(`/_/${lang}/form/contact`)].map((page) => page.text.match(/name="_id" value="([^"]+)"/)?.[1]);
    assert.ok(ids[0] && ids[1] && ids[0] !== ids[1], ids.join(" "));
  }
});

test("what is not there is said in the visitor's language", async () => {
  for (const [lang, title] of Object.entries(titles)) {
    for (const answer of [await get(`/_/${lang}/form/none`), await post(`/_/${lang}/form/none`, answers()), await get(`/_/${lang}/`)]) {
      assert.equal(answer.status, 404);
      wears(answer, lang);
      assert.ok(answer.text.includes(title), title);
      isGuarded(answer);
    }
  }
  const unknown = await get("/_/xx/search?q=a");
  assert.equal(unknown.status, 404);
  wears(unknown, "fr");
});

test("methods that do not fit are told which do", async () => {
  for (const [method, path, allow] of [
    ["PUT", "/_/fr/form/contact", "GET, HEAD, POST"],
    ["DELETE", "/_/fr/form/contact", "GET, HEAD, POST"],
    ["POST", "/_/fr/search", "GET, HEAD"],
  ]) {
    const answer = await ask(method, path);
    assert.deepEqual([answer.status, answer.headers.allow], [405, allow], `${method} ${path}`);
  }
  const head = await ask("HEAD", "/_/fr/search?q=a");
  assert.deepEqual([head.status, head.text], [200, ""]);
});

for (const [lang, word] of [
  ["fr", "plateformes"],
  ["ar", "أرخبيل"],
]) {
  test(`a word of the site is found (${lang})`, async () => {
    const answer = await get(`/_/${lang}/search?q=${encodeURIComponent(word)}`);
    assert.equal(answer.status, 200);
    wears(answer, lang);
    isGuarded(answer);
    assert.match(answer.text, new RegExp(`<mark>${word}</mark>`, "i"));
    const links = [...answer.text.matchAll(/<li class="search-result">\s*<h2><a href="([^"]+)"/g)].map((found) => found[1]);
    assert.ok(links.length > 0);
    for (const link of links) assert.equal((await get(new URL(link, base).pathname)).status, 200, link);
  });
}

test("a search is narrowed by facets, and says the same as JSON", async () => {
  const asked = async (query) => {
    const answer = await ask("GET", `/_/fr/search?${query}`, { headers: { accept: "application/json" } });
    assert.equal(answer.status, 200, query);
    return JSON.parse(answer.text);
  };
  const all = await asked("q=plateforme");
  const types = all.facets.find((facet) => facet.key === "type").values;
  assert.ok(types.length > 1 && types.every((value) => value.count > 0), JSON.stringify(types));
  for (const { value, count } of types) {
    const some = await asked(`q=plateforme&type=${value}&limit=100`);
    assert.equal(some.total, count, value);
    assert.ok(some.results.every((hit) => hit.type === value), value);
  }
  const newest = (await asked("q=plateforme&sort=date&limit=100")).results.map((hit) => hit.date ?? "");
  assert.deepEqual(newest, newest.toSorted().reverse());
  const early = await asked("q=plateforme&to=2026-06");
  assert.ok(early.total < all.total && early.results.every((hit) => hit.date <= "2026-06-31"));
  const page = await get("/_/fr/search?q=plateforme&type=event&%3Cscript%3E=%3Cscript%3E");
  assert.match(page.text, /<nav class="facets"/);
  assert.match(page.text, /aria-current="true"/);
  assert.ok(!page.text.includes("<script>"));
  assert.match(page.headers["cache-control"] ?? page.headers.get?.("cache-control"), /public/);
});

test("a search with little to show says what other languages have", async () => {
  const answer = await get("/_/ar/search?q=plateforme");
  assert.match(answer.text, /<li class="search-result" lang="fr" dir="ltr">/);
});

test("a search without an answer, without words, or damaged", async () => {
  const none = await get("/_/es/search?q=zzzzqqqq");
  assert.equal(none.status, 200);
  assert.ok(none.text.includes("zzzzqqqq") && !none.text.includes("search-result\""));
  for (const query of ["", "?q=", "?q=%20&page=0", "?q=a&page=99999999999999999999"]) {
    assert.equal((await get(`/_/fr/search${query}`)).status, 200, query);
  }
  assert.equal((await get("/_/fr/search?q=%ff")).status, 400);
});

test("what the functions read is not served", async () => {
  for (const path of [
    "/_/data/site.json",
    "/_/data/forms/contact.json",
    "/_/data/messages/fr.json",
    "/_/data/shell/fr.html",
    "/_/data/shell/fr",
    "/_/data/search/fr/index.bin",
    "/%5F/data/site.json",
    "/_%2Fdata/site.json",
    "/fr/../_/data/site.json",
    "/fr/%2e%2e/_/data/site.json",
    "//_/data/site.json",
    "/_/fr/../data/site.json",
    "/_/fr/form/..%2f..%2fsite",
    "/_/fr/form/../../data/site.json",
  ]) {
    const answer = await get(path);
    assert.notEqual(answer.status, 200, path);
    assert.ok(!/base_url|"version"|"words"/.test(answer.text), path);
  }
});
