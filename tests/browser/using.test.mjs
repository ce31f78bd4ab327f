// What a reader does, with scripts switched off: find the way, change language, search, write to the network.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { places, startNative } from "../edge/hosts.mjs";
import { NARROW, launch, translationOf } from "./browser.mjs";

let host, browser, page, contact;

before(async () => {
  host = await startNative(places());
  browser = await launch();
  const context = await browser.newContext({ viewport: NARROW, javaScriptEnabled: false });
  page = await context.newPage();
  contact = await translationOf(page, host.url, "/en/contact/", "fr");
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

test("the language switcher stays on the page", async () => {
  const about = await translationOf(page, host.url, "/en/about/", "fr");
  await page.goto(host.url + about);
  const there = await translationOf(page, host.url, about, "ar");
  await reveal(`a[hreflang="ar"]`);
  await page.locator(`a[hreflang="ar"]:visible`).first().click();
  assert.equal(new URL(page.url()).pathname, there);
  assert.equal(await page.locator("html").getAttribute("lang"), "ar");
});

test("the menu works at 320 px", async () => {
  await page.goto(`${host.url}/fr/`);
  const link = `nav a[href="${contact}"]`;
  await reveal(link);
  await page.locator(`${link}:visible`).first().click();
  assert.equal(new URL(page.url()).pathname, contact);
});

test("the search form gives results", async () => {
  await page.goto(`${host.url}/fr/`);
  await reveal("form[role=search] input, search input");
  const box = page.locator("form[role=search] input:visible, search input:visible").first();
  await box.fill("plateformes");
  await box.press("Enter");
  assert.equal(new URL(page.url()).pathname, "/_/fr/search");
  assert.ok((await page.locator(`main a[href^="/fr/"]`).count()) > 0, await page.locator("main").innerText());
});

test("a filled contact form leads to the thank-you page in its language", async () => {
  await page.goto(host.url + contact);
  await fill(page.locator("main form"));
  const [answer] = await Promise.all([page.waitForNavigation(), submit()]);
  assert.equal(answer.status(), 200, await page.locator("main").innerText());
  assert.equal(answer.request().method(), "GET", "the answer to a form is a page of its own");
  assert.equal(await page.locator("html").getAttribute("lang"), "fr");
  assert.notEqual(new URL(page.url()).pathname, contact);
  assert.equal(await page.locator("main form").count(), 0);
});

test("an empty contact form comes back with a summary whose links lead to the fields", async () => {
  await page.goto(host.url + contact);
  await page.locator("main form").evaluate((form) => (form.noValidate = true));
  const [answer] = await Promise.all([page.waitForNavigation(), submit()]);
  assert.equal(answer.status(), 422);
  assert.equal(await page.locator("html").getAttribute("lang"), "fr");
  const targets = await page.locator(`main [role=alert] a[href^="#"]`).evaluateAll((links) => links.map((link) => link.hash.slice(1)));
  assert.ok(targets.length > 0, await page.locator("main").innerText());
  for (const id of targets) assert.equal(await page.locator(`[id="${id}"]`).count(), 1, `#${id}`);
});

/** Opens whatever `details` hide what is looked for, as a reader would. */
async function reveal(selector) {
  if (await page.locator(`:is(${selector}):visible`).count()) return;
  const closed = page.locator("details:not([open])", { has: page.locator(selector) });
  for (const summary of await closed.locator("> summary:visible").all()) await summary.click();
}

/** Answers every field that a person sees, by what it asks for. */
async function fill(form) {
  for (const field of await form.locator("input:visible, textarea:visible, select:visible").all()) {
    const kind = await field.evaluate((it) => (it.tagName === "INPUT" ? it.inputMode || it.type : it.tagName.toLowerCase()));
    if (kind === "checkbox" || kind === "radio") await field.check();
    else if (kind === "select") await field.selectOption({ index: 1 });
    else if (kind === "email") await field.fill("ada@exemple.fr");
    else await field.fill("Bonjour, nous aimerions rejoindre le réseau.");
  }
}

function submit() {
  return page.locator("main form [type=submit], main form button:not([type])").first().click();
}
