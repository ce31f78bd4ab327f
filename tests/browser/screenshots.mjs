// Photographs of the site for a person to look at: four kinds of page, two languages, two widths, both colour schemes.
//
// Takes the folder to put them in.

import { join } from "node:path";

import { places, startNative } from "../edge/hosts.mjs";
import { LANGUAGES, launch, translationOf } from "./browser.mjs";

/** Pages by their English address; the other languages are found from there. */
const PAGES = { home: "/en/", section: "/en/news/", page: "/en/about/", contact: "/en/contact/" };
const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"];

const folder = process.argv[2];
const host = await startNative(places());
const browser = await launch();
try {
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const [name, path] of Object.entries(PAGES)) {
      for (const language of LANGUAGES) {
        await page.goto(host.url + (await translationOf(page, host.url, path, language)));
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          const file = `${name}-${language}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: join(folder, file), fullPage: true });
          console.log(join(folder, file));
        }
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
  await host.stop();
}
