// Forms that this site does not have, for the suite: its contact form before it opens, after it has closed, and with two places, one for
// each person.
//
// Takes the folder of a built site; adds files to what the functions read there.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What each variant adds to the contact form, by its id. */
const policies = {
  early: { opens: "2999-01-01T00:00:00.000Z" },
  over: { closes: "2001-01-01T00:00:00.000Z" },
  places: { maximum: 2, once_per: "email" },
};

export async function addVariants(site) {
  const forms = join(site, "_/data/forms");
  const contact = JSON.parse(await readFile(join(forms, "contact.json"), "utf8"));
  const write = ([id, policy]) => writeFile(join(forms, `${id}.json`), JSON.stringify({ ...contact, id, policy }));
  await Promise.all(Object.entries(policies).map(write));
}
