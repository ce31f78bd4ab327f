// Photographs of the site for a person to look at: one page of each kind, in two languages and two widths, in both colour
// schemes; each on paper too; and all of them on one sheet.
//
// Takes the folder to put them in.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { places, startNative } from "../edge/hosts.mjs";
import { LANGUAGES, launch } from "./browser.mjs";
import { kindsIn } from "./kinds.mjs";

const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"];
/** What of a long page is photographed, in heights of a narrow and a wide screen. */
const TALLEST = { 320: 4000, 1280: 3000 };
/** What stands on the sheet: kind, language, width, scheme. */
const SHEET = [
  ["home", "fr", 1280, "light"], ["home", "ar", 1280, "light"], ["article", "fr", 1280, "dark"], ["agenda", "fr", 1280, "light"],
  ["course", "ar", 1280, "light"], ["members", "fr", 1280, "light"], ["home", "fr", 320, "light"], ["article", "ar", 320, "light"],
  ["agenda", "ar", 320, "dark"], ["contact", "fr", 320, "light"], ["search", "fr", 320, "light"], ["courses", "fr", 320, "dark"],
];

const folder = process.argv[2];
const fileOf = (name, language, width, scheme) => join(folder, `${name}-${language}-${width}-${scheme}.png`);

const host = await startNative(places());
const browser = await launch();
try {
  const page = await browser.newPage();
  for (const language of LANGUAGES) {
    for (const [name, path] of await kindsIn(page, host.url, language)) await photograph(page, name, language, path);
  }
  await sheet(page);
  await cover(page);
} finally {
  await browser.close();
  await host.stop();
}

async function photograph(page, name, language, path) {
  await page.goto(host.url + path);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(height, TALLEST[width]) });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: fileOf(name, language, width, colorScheme) });
    }
  }
  await page.pdf({ path: join(folder, `${name}-${language}.pdf`), format: "A4", preferCSSPageSize: true });
  console.log(`${name} in ${language}`);
}

/** Many on one sheet: the wide ones in rows of three, the narrow ones in one row of six. */
function sheet(page) {
  const style = `body{background:#6a746f}.w1280{width:405px;height:400px}.w320{width:194.5px;height:420px}`;
  return together(page, SHEET, style, { path: join(folder, "sheet.jpg"), type: "jpeg", quality: 80 }, 1280);
}

/** The first page in two languages and two widths, as the README shows it. */
function cover(page) {
  const style = `body{background:#e4dccb}.w1280{width:890px;height:700px}.w320{width:290px;height:700px}`;
  const shown = [["home", "fr", 1280, "light"], ["home", "fr", 320, "light"], ["home", "ar", 320, "light"]];
  return together(page, shown, style, { path: join(folder, "home.png") }, 1536);
}

async function together(page, shown, style, options, width) {
  const read = await Promise.all(shown.map(async (each) => [each[2], (await readFile(fileOf(...each))).toString("base64")]));
  const pictures = read.map(([wide, data]) => `<i class="w${wide}" style="background-image:url(data:image/png;base64,${data})"></i>`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width, height: 300 });
  const all = "body{margin:0;padding:8px;display:flex;flex-wrap:wrap}i{display:block;margin:8px;background-size:100%;background-repeat:no-repeat}";
  await page.setContent(`<!doctype html><style>${all}${style}</style>${pictures.join("")}`);
  await page.screenshot({ fullPage: true, ...options });
  console.log(options.path);
}
