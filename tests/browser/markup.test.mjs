// Every file of HTML in the built site is valid.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { test } from "node:test";

import { HtmlValidate } from "html-validate";

import { places } from "../edge/hosts.mjs";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // Minified output: the standard leaves the choice of these to the author.
    "doctype-style": "off",
    "attr-quotes": "off",
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "no-inline-style": "off",
    // A heading may be long where the text asks for it, and so may a title.
    "long-title": "off",
  },
});

test("every page of the site is valid HTML", async () => {
  const { site } = places();
  // What lies under _/data is for the functions, and has places to fill where a page has text.
  const names = await readdir(site, { recursive: true });
  const files = names.filter((name) => name.endsWith(".html") && !name.startsWith("_/data/")).sort();
  assert.ok(files.length > 20, `only ${files.length} pages were built`);
  const found = [];
  for (const name of files) {
    const report = await validator.validateString(await readFile(join(site, name), "utf8"), join(site, name));
    for (const result of report.results) {
      for (const { line, column, ruleId, message } of result.messages) {
        found.push(`${relative(site, result.filePath)}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  assert.equal(found.join("\n"), "");
});
