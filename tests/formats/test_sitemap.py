"""The sitemap, as search engines see it."""

import re
import unittest
import xml.etree.ElementTree as tree

import made

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def addresses(site):
    return tree.parse(site / "sitemap.xml").getroot().findall("s:url", NAMES)


class Sitemap(unittest.TestCase):
    def test_it_is_as_the_schema_says(self):
        for site in (made.SITE, made.in_full()):
            self.assertEqual(made.xmllint("--schema", made.SCHEMAS / "sitemap.xsd", site / "sitemap.xml"), "")

    def test_the_schema_refuses_an_address_that_stands_twice(self):
        text = (made.SITE / "sitemap.xml").read_text()
        entry = re.search(r"<url>.*?</url>", text, re.S).group()
        twice = made.in_full().parent / "twice.xml"
        twice.write_text(text.replace(entry, entry * 2, 1))
        self.assertIn("unique", made.xmllint("--schema", made.SCHEMAS / "sitemap.xsd", twice).lower())

    def test_it_names_every_page_that_may_be_found_and_no_other(self):
        named = {made.file_of(entry.find("s:loc", NAMES).text) for entry in addresses(made.SITE)}
        pages = {path for path in made.files("index.html") if 'http-equiv="refresh"' not in path.read_text()}
        open_pages = {path for path in pages if 'name="robots" content="noindex"' not in path.read_text()}
        choice = made.SITE / "index.html"
        self.assertEqual(named, open_pages - {choice})
        self.assertLess(len(open_pages), len(pages), "one page at least is not to be found")

    def test_beyond_five_languages_versions_name_each_other(self):
        sets = {}
        for entry in addresses(made.in_full()):
            links = {(link.get("hreflang"), link.get("href")) for link in entry.findall("x:link", NAMES)}
            if links:
                sets[entry.find("s:loc", NAMES).text] = links
        self.assertTrue(sets)
        for address, links in sets.items():
            versions = {url for code, url in links if code != "x-default"}
            self.assertIn(address, versions)
            self.assertEqual(len(links), len(versions) + 1, address)
            for other in versions:
                self.assertEqual(sets.get(other), links, f"{other} and {address}")
