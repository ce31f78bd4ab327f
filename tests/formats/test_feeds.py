"""Feeds, as readers of feeds see them."""

import json
import re
import unittest

import feedparser
import jsonschema

import made


class Feeds(unittest.TestCase):
    def test_every_atom_feed_is_as_the_schema_says(self):
        for site in (made.SITE, made.in_full()):
            found = made.xmllint("--relaxng", made.SCHEMAS / "atom.rng", *made.files("feed.xml", site))
            self.assertEqual(found, "")

    def test_the_schema_refuses_what_is_not_atom(self):
        found = made.xmllint("--relaxng", made.SCHEMAS / "atom.rng", made.SITE / "sitemap.xml")
        self.assertIn("fails to validate", found)

    def test_a_reader_finds_titles_dates_and_pages_that_are_there(self):
        for path in made.files("feed.xml"):
            feed = feedparser.parse(path.read_bytes())
            self.assertFalse(feed.bozo, f"{path}: {feed.get('bozo_exception')}")
            self.assertEqual(feed.version, "atom10", path)
            self.assertTrue(feed.entries, path)
            self.assertEqual(feed.feed.language, path.relative_to(made.SITE).parts[0], path)
            for entry in feed.entries:
                self.assertTrue(made.file_of(entry.link).is_file(), entry.link)
                self.assertLessEqual(entry.published_parsed, entry.updated_parsed, entry.link)
                self.assertTrue(entry.title, path)
            newest = max(entry.updated_parsed for entry in feed.entries)
            self.assertEqual(feed.feed.updated_parsed, newest, path)
            published = [entry.published_parsed for entry in feed.entries]
            self.assertEqual(published, sorted(published, reverse=True), path)

    def test_an_id_is_of_one_page_and_a_page_has_one_id(self):
        of_page, of_id, of_feed = {}, {}, {}
        for path in made.files("feed.xml"):
            feed = feedparser.parse(path.read_bytes())
            self.assertNotIn(feed.feed.id, of_feed, f"{path} and {of_feed.get(feed.feed.id)}")
            of_feed[feed.feed.id] = path
            for entry in feed.entries:
                self.assertEqual(of_page.setdefault(entry.link, entry.id), entry.id)
                self.assertEqual(of_id.setdefault(entry.id, entry.link), entry.link)

    def test_every_json_feed_is_as_the_schema_says_and_tells_what_atom_tells(self):
        schema = json.loads((made.SCHEMAS / "json-feed.json").read_text())
        check = jsonschema.Draft202012Validator(schema)
        for site in (made.SITE, made.in_full()):
            for path in made.files("feed.json", site):
                feed = json.loads(path.read_text())
                self.assertEqual([error.message for error in check.iter_errors(feed)], [], path)
                atom = feedparser.parse(path.with_name("feed.xml").read_bytes())
                told = [(entry.id, entry.link, entry.title) for entry in atom.entries]
                self.assertEqual([(item["id"], item["url"], item["title"]) for item in feed["items"]], told, path)

    def test_whole_texts_have_no_link_that_holds_only_in_their_site(self):
        seen = 0
        for path in made.files("feed.json", made.in_full()):
            for item in json.loads(path.read_text())["items"]:
                for link in re.findall(r'(?:href|src)="([^"]*)"', item["content_html"]):
                    self.assertRegex(link, r"^(https?|mailto|tel):")
                    seen += 1
        self.assertGreater(seen, 0)

    def test_pages_name_the_feeds_that_are_there(self):
        pattern = re.compile(r'<link rel="alternate" type="application/(?:atom\+xml|feed\+json)" title="[^"]+" href="([^"]+)"')
        named = {url for path in made.files("index.html") for url in pattern.findall(path.read_text())}
        feeds = {f"/{path.relative_to(made.SITE)}" for path in made.files("feed.*")}
        self.assertEqual({str(made.file_of(url).relative_to(made.SITE)) for url in named}, {url[1:] for url in feeds})
