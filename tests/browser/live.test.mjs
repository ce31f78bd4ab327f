// `colibri serve`: what an author sees while writing.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { places, startProgram } from "../edge/hosts.mjs";
import { NARROW, launch } from "./browser.mjs";

/** What of the repository is the site. */
const PARTS = ["site.toml", "content", "data", "components", "themes", "i18n", "assets", "templates", "styles"];
const WAIT = { timeout: 20_000 };

let folder, server, browser, page, file, original;

before(async () => {
  const { program, root } = places();
  folder = await mkdtemp(join(tmpdir(), "colibri-live-"));
  const present = await readdir(root);
  for (const part of PARTS.filter((name) => present.includes(name))) await cp(join(root, part), join(folder, part), { recursive: true });
  server = await startProgram(program, ["serve", "--site", folder, "--port", "0"]);
  browser = await launch();
  page = await browser.newPage({ viewport: NARROW });
  file = join(folder, "content/en/about.md");
  original = await readFile(file, "utf8");
  await page.goto(`${server.url}/en/about/`);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test("an edit shows in the page, which keeps its place", async () => {
  // At once: the style lets it glide, and where it is on the way says nothing.
  await page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 0, "the page is too short to scroll");
  await writeFile(file, `${original}\n\nA sentence added while reading.\n`);
  await page.getByText("A sentence added while reading.").waitFor({ state: "attached", ...WAIT });
  await page.waitForFunction((place) => Math.abs(scrollY - place) < 2, place, WAIT);
});

test("a mistake is laid over the page and goes when it is mended", async () => {
  await writeFile(file, original.replace('title = "', "title = "));
  const overlay = page.locator("#colibri-errors [role=alert]");
  await overlay.waitFor({ state: "visible", ...WAIT });
  assert.match(await overlay.innerText(), /content\/en\/about\.md:\d+/);
  await writeFile(file, original);
  await overlay.waitFor({ state: "detached", ...WAIT });
  assert.equal(await page.getByText("A sentence added while reading.").count(), 0);
});
