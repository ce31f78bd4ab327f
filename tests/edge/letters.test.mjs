// What visitors set in motion: letters that ask for a confirmation, and what the team and other programs are told.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";

import { answers, get, post, wears } from "./asking.mjs";
import { SECRET } from "./post.mjs";

/** Only whoever started the host knows what others were told. */
const others = { skip: !process.env.COLIBRI_COUNT_URL };
const told = async (path = "") => (await fetch(new URL(path, process.env.COLIBRI_COUNT_URL))).json();

/** What was told when it is all that is waited for. */
async function wait(found) {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const all = await told("told");
    const those = found(all);
    if (those.length > 0) return those;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("nothing came");
}

/** The texts of a letter by their kind, and its headers in one line each. */
function read(letter) {
  const [head, ...rest] = letter.raw.split("\r\n\r\n");
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  const boundary = headers["content-type"].match(/boundary="([^"]+)"/)[1];
  const texts = {};
  for (const part of rest.join("\r\n\r\n").split(`--${boundary}`)) {
    const [fields, body] = [part.slice(0, part.indexOf("\r\n\r\n")), part.slice(part.indexOf("\r\n\r\n") + 4)];
    const kind = fields.match(/text\/(\w+)/)?.[1];
    if (kind) texts[kind] = /base64/.test(fields) ? Buffer.from(body, "base64").toString("utf8") : body;
  }
  return { headers, texts };
}

const words = (header) => header.replace(/\?=\s+=\?/g, "?==?").replace(/=\?utf-8\?b\?(.*?)\?=/g, (_, text) => Buffer.from(text, "base64").toString("utf8"));
const path = (link) => link.replace(/^https?:\/\/[^/]+/, "");

for (const [lang, address, wire] of [
  ["fr", "ana@café.fr", "ana@xn--caf-dma.fr"],
  ["ar", "محمد@مثال.تونس", "محمد@xn--mgbh0fb.xn--pgbs0dh"],
]) {
  test(`an address is confirmed, and leaves by one press (${lang})`, others, async () => {
    const asked = await post(`/_/${lang}/newsletter`, { address });
    assert.deepEqual([asked.status, asked.headers.location], [303, `/_/${lang}/newsletter/sent`], asked.text);
    const [letter, ...more] = await wait(({ letters }) => letters.filter(({ to }) => to[0] === address));
    assert.deepEqual([more, letter.to, letter.from], [[], [address], "letter@letters.example"]);
    assert.equal(letter.utf8, lang === "ar", "the server is asked for SMTPUTF8 when the address needs it");
    const { headers, texts } = read(letter);
    assert.equal(headers.to, wire);
    assert.equal(words(headers.from), "L’archipel <letter@letters.example>");
    assert.ok(Math.abs(Date.parse(headers.date) - Date.now()) < 120_000, headers.date);
    assert.match(texts.html, new RegExp(`<html lang="${lang}"`));
    assert.ok(!`${texts.plain}${texts.html}`.includes(address.split("@")[0]), "nothing that was typed is repeated");

    const confirm = path(texts.plain.match(/https?:\S+newsletter\/confirm\?k=\S+/)[0]);
    const page = await get(confirm);
    assert.equal(page.status, 200);
    wears(page, lang);
    assert.match(page.text, /method="?post/);
    assert.equal((await post(confirm, {})).status, 200);
    const leave = path(headers["list-unsubscribe"].slice(1, -1));
    assert.equal((await post(leave, { "List-Unsubscribe": "One-Click" })).status, 200);
    assert.equal((await get(`${leave}0`)).status, 410, "a link that was not signed here opens nothing");
  });
}

test("the team and a program are told what was sent, and nothing typed is a header", others, async () => {
  const typed = answers({ name: "Zoé\r\nBcc: evil@x.test", message: "Bonjour\r\n.\r\nMAIL FROM:<evil@x.test>" });
  assert.equal((await post("/_/fr/form/contact", typed)).status, 303);
  const [letter] = await wait(({ letters }) => letters.filter(({ raw, to }) => to[0] === "team@example.org" && read({ raw }).texts.plain.includes("MAIL FROM:<evil")));
  const { headers, texts } = read(letter);
  assert.deepEqual([headers["reply-to"], headers.bcc], ["ana@example.org", undefined]);
  assert.match(texts.plain, /\r\n {4}\.\r\n {4}MAIL FROM:<evil@x\.test>/, "a point alone does not end the letter");

  const [told] = await wait(({ posts }) => posts.filter(({ body }) => body.includes("MAIL FROM")));
  const time = told.headers["colibri-timestamp"];
  const seal = createHmac("sha256", SECRET).update(`${time}.${told.body}`).digest("hex");
  assert.equal(told.headers["colibri-signature"], `v1=${seal}`);
  assert.ok(Math.abs(time * 1000 - Date.now()) < 120_000);
  assert.match(JSON.parse(told.body).answers.name, /^Zoé/);
});

test("what is due is told without a visitor, under the same id", others, async () => {
  const before = await told("told");
  const id = read(before.letters.find(({ to }) => to[0] === "team@example.org")).headers["message-id"];
  const same = ({ letters }) => letters.filter((letter) => read(letter).headers["message-id"] === id);
  assert.equal(same(before).length, 1);
  await told("again");
  await wait((all) => (same(all).length > 1 ? same(all) : []));
});
