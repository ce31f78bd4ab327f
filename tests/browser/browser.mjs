// A browser and a running site for the suites of this folder.
//
// Takes what `cargo xtask browser` tells in the environment; gives pages to look at. Never asks anything beyond this machine.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { chromium } from "playwright-core";

/** Nothing in the background: what is measured is the page, and no request leaves this machine. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser. */
export function launch() {
  const executablePath = which(process.env.COLIBRI_CHROMIUM ?? "chromium");
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}

function which(program) {
  if (program.includes("/")) return program;
  const folders = (process.env.PATH ?? "").split(":");
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? program;
}

/** A phone's width, the narrowest that WCAG asks to reflow to. */
export const NARROW = { width: 320, height: 640 };

/** The languages whose every page is looked at: one of each direction. */
export const LANGUAGES = ["fr", "ar"];

/** The paths of all pages of a language, from the sitemap: sorted, as the site itself tells them. */
export async function pathsOf(language) {
  const locations = await locationsIn("sitemap.xml");
  const paths = locations.map((location) => new URL(location).pathname);
  return paths.filter((path) => path.startsWith(`/${language}/`)).sort();
}

async function locationsIn(name) {
  const xml = await readFile(join(process.env.COLIBRI_SITE, name), "utf8");
  const found = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1].replaceAll("&amp;", "&"));
  if (!xml.includes("<sitemapindex")) return found;
  const parts = found.map((location) => locationsIn(new URL(location).pathname.slice(1)));
  return (await Promise.all(parts)).flat();
}

/** The path of a page's translation, where the page itself says it is. Leaves the browser on the page. */
export async function translationOf(page, url, path, language) {
  await page.goto(url + path);
  const href = await page.locator(`link[rel=alternate][hreflang="${language}"]`).getAttribute("href");
  return new URL(href).pathname;
}
