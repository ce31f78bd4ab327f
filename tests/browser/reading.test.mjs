// Every page of the site as a reader meets it: at the narrowest width, in both directions, in both colour schemes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { places, startNative } from "../edge/hosts.mjs";
import { LANGUAGES, NARROW, launch, pathsOf } from "./browser.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let host, browser, page;

before(async () => {
  host = await startNative(places());
  browser = await launch();
  page = await browser.newPage({ viewport: NARROW });
});

after(async () => {
  await browser?.close();
  await host?.stop();
});

/** Pages that no sitemap names: the choice of language, one that is not there, and what the functions answer. */
const unlisted = (language) => ["/", `/${language}/no-such-page/`, `/_/${language}/search?q=a`, `/_/${language}/form/contact`];

for (const language of LANGUAGES) {
  test(`no page in ${language} scrolls sideways at ${NARROW.width} px`, async () => {
    const wide = [];
    const paths = [...(await pathsOf(language)), ...unlisted(language)];
    assert.ok(paths.length > 10, `the sitemap names ${paths.length} pages only`);
    for (const path of paths) {
      await page.goto(host.url + path);
      const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      if (content > view) wide.push(`${path}: ${content} px`);
    }
    assert.equal(wide.join("\n"), "");
  });

  test(`axe finds nothing on any page in ${language}`, async () => {
    const found = [];
    for (const path of [...(await pathsOf(language)), ...unlisted(language)]) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(host.url + path);
      await page.evaluate(axe);
      found.push(...(await violations(path, {})));
      // In the dark only the colours differ.
      await page.emulateMedia({ colorScheme: "dark" });
      found.push(...(await violations(`${path} (dark)`, { runOnly: ["color-contrast"] })));
    }
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(found.join("\n"), "");
  });
}

async function violations(where, options) {
  const result = await page.evaluate((options) => axe.run(document, options), options);
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} at ${node.target.join(" ")}`));
}

test("the language of the page and its direction are said", async () => {
  for (const [language, direction] of [["fr", "ltr"], ["ar", "rtl"]]) {
    await page.goto(`${host.url}/${language}/`);
    const said = await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction]);
    assert.deepEqual(said, [language, direction]);
  }
});
