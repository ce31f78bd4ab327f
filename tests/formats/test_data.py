"""Calendars, linked data and schemas, as the programs that read them see them."""

import json
import re
import tomllib
import unittest

import icalendar
import jsonschema

import made

PATTERN = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def settings(path):
    """The settings of a page, its dates as texts."""
    return json.loads(json.dumps(tomllib.loads(path.read_text().split("+++")[1]), default=str))


def given(path):
    """The type that the nearest section gives to a page."""
    for folder in path.parents:
        section = folder / "_index.md"
        if section != path and section.is_file() and "type" in settings(section).get("cascade", {}):
            return settings(section)["cascade"]["type"]
    return None


class Calendars(unittest.TestCase):
    def test_every_calendar_is_read_and_its_events_are_whole(self):
        for path in made.files("*.ics"):
            calendar = icalendar.Calendar.from_ical(path.read_bytes())
            self.assertEqual(calendar["VERSION"], "2.0", path)
            self.assertTrue(calendar["PRODID"], path)
            events = calendar.walk("VEVENT")
            self.assertTrue(events, path)
            for event in events:
                self.assertEqual(event.errors, [], path)
                for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
                    self.assertIn(name, event, path)
                if "DTEND" in event:
                    self.assertLessEqual(event.decoded("DTSTART"), event.decoded("DTEND"), path)
                if "URL" in event:
                    self.assertTrue(made.file_of(str(event["URL"])).is_file(), event["URL"])

    def test_lines_are_as_long_as_they_may_be_and_end_as_they_must(self):
        for path in made.files("*.ics"):
            content = path.read_bytes()
            self.assertTrue(content.endswith(b"\r\n"), path)
            for line in content.split(b"\r\n"):
                self.assertLessEqual(len(line), 75, path)
                self.assertNotIn(b"\n", line, path)


class LinkedData(unittest.TestCase):
    def graphs(self):
        for path in made.files("*.html"):
            for text in PATTERN.findall(path.read_text()):
                yield path, json.loads(text)

    def test_every_graph_is_json_with_a_vocabulary_and_types(self):
        kinds = set()
        for path, graph in self.graphs():
            self.assertEqual(graph["@context"], "https://schema.org", path)
            for node in graph.get("@graph", [graph]):
                self.assertTrue(node["@type"], path)
                kinds.add(node["@type"])
        self.assertLessEqual({"Event", "Course", "BreadcrumbList"}, kinds)

    def test_an_event_says_what_and_when(self):
        events = [(p, n) for p, g in self.graphs() for n in g.get("@graph", [g]) if n["@type"] == "Event"]
        self.assertTrue(events)
        for path, event in events:
            self.assertTrue(event["name"], path)
            self.assertRegex(event["startDate"], r"^\d{4}-\d{2}-\d{2}", path)


class Schemas(unittest.TestCase):
    def test_the_schema_of_each_type_is_one_and_the_pages_of_the_type_are_as_it_says(self):
        schemas = json.loads(made.colibri("schema", "--json", "--site", str(made.ROOT)))
        self.assertIsInstance(schemas, dict)
        checks = {}
        for name, schema in schemas.items():
            jsonschema.Draft202012Validator.check_schema(schema)
            checks[name] = jsonschema.Draft202012Validator(schema)
        seen = set()
        for path in sorted((made.ROOT / "content/fr").rglob("*.md")):
            front = settings(path)
            name = front.setdefault("type", given(path))
            check = checks.get(name)
            if check:
                seen.add(name)
                self.assertEqual([error.message for error in check.iter_errors(front)], [], path)
        self.assertLessEqual({"course", "event", "document", "organisation"}, seen)


def errors(check, value):
    return [error.message for error in check.iter_errors(value)]


class Files(unittest.TestCase):
    """The files in which a site is declared, and the schemas that editors check them by."""

    FILES = {
        "site.toml": "site.toml",
        "form.toml": "content/forms/*.toml",
        "table.toml": "data/*.table.toml",
        "type.toml": "themes/colibri/types/*.toml",
        "component.toml": "themes/colibri/components/*.toml",
        "theme.toml": "themes/*/theme.toml",
    }

    def check(self, name):
        schema = json.loads(made.colibri("schema", name, "--json", "--site", str(made.ROOT)))
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    def read(self, text):
        return json.loads(json.dumps(tomllib.loads(text), default=str))

    def test_the_files_of_this_repository_are_as_their_schemas_say(self):
        for name, pattern in self.FILES.items():
            check = self.check(name)
            paths = sorted(made.ROOT.glob(pattern))
            self.assertTrue(paths, pattern)
            for path in paths:
                self.assertEqual(errors(check, self.read(path.read_text())), [], path)

    def test_what_the_program_refuses_is_refused(self):
        site = (made.ROOT / "site.toml").read_text()
        form = (made.ROOT / "content/forms/contact.toml").read_text()
        wrong = {
            "site.toml": [
                site.replace("reference = ", "refrence = ", 1),
                site.replace('root = "languages"', 'root = "language"', 1),
                site.replace("page_size = 20", 'page_size = "20"', 1),
                site.replace("base_url", "# base_url", 1),
                site.replace('[languages.fr]\n', '[languages.fr]\nnom = "x"\n', 1),
            ],
            "form.toml": [
                form.replace("kind = ", "knid = ", 1),
                form.replace("submit", "sumbit", 1),
                form.replace("required = true", 'required = "yes"', 1),
            ],
            "table.toml": ['[columns.a]\nkind = "numbr"\n', '[column.a]\nkind = "number"\n'],
            "type.toml": ['[fields.a]\nrequired = "yes"\n', 'schema = 1\n'],
        }
        for name, texts in wrong.items():
            check = self.check(name)
            for text in texts:
                self.assertNotIn(text, (site, form))
                self.assertNotEqual(errors(check, self.read(text)), [], f"{name}: {text[:80]}")
