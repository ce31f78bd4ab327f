// One page of each kind, by its English address; the other languages are found from there.

const KINDS = {
  home: "/en/",
  about: "/en/about/",
  members: "/en/members/",
  organisation: "/en/members/mirador/",
  people: "/en/people/",
  person: "/en/people/coumba-thiandoum/",
  news: "/en/news/",
  article: "/en/news/a-site-on-a-postcard/",
  agenda: "/en/agenda/",
  event: "/en/agenda/assembly-2027/",
  resources: "/en/resources/",
  document: "/en/resources/report-2025/",
  courses: "/en/courses/",
  course: "/en/courses/backups/",
  letters: "/en/archive-of-the-letter/",
  letter: "/en/archive-of-the-letter/letter-42/",
  topics: "/en/topics/",
  topic: "/en/topics/languages/",
  contact: "/en/contact/",
  thanks: "/en/contact/thanks/",
  statement: "/en/accessibility/",
};

/** What no address of another language leads to. */
const OTHERS = {
  "not-found": (language) => `/${language}/no-such-page/`,
  search: (language) => `/_/${language}/search?q=${{ fr: "carte", ar: "خريطة" }[language] ?? "map"}`,
  form: (language) => `/_/${language}/form/contact`,
};

/** Name and path of a page of each kind in a language. */
export async function kindsIn(page, url, language) {
  const found = [];
  for (const [name, path] of Object.entries(KINDS)) {
    // The switcher, and not the head: pages that are kept out of search engines say no alternates there.
    await page.goto(url + path);
    found.push([name, await page.locator(`nav a[hreflang="${language}"]`).first().getAttribute("href")]);
  }
  for (const [name, path] of Object.entries(OTHERS)) found.push([name, path(language)]);
  return found;
}
