//! Whatever stands in a file, the site is made or its findings are said: nothing panics, and every finding has its place
//! and its words.

use colibri::diagnostic::forms;
use colibri::diagnostic::words::{Catalogue, Language};
use colibri::output::Output;
use colibri::source::{SourceFile, SourceTree};
use colibri_tests::{Site, choices};
use proptest::prelude::*;
use std::sync::LazyLock;

/// A site with every kind of file, read once.
static WALKS: LazyLock<SourceTree> =
    LazyLock::new(|| colibri::source::read(Site::case("types/walks").folder()).expect("the site can be read"));

const FRONT: [&str; 24] = [
    "+++\n",
    "title = \"T\"\n",
    "title = ",
    "date = 2026-01-01\n",
    "date = 0000-00-00\n",
    "updated = 12:00:00\n",
    "slug = \"..\"\n",
    "slug = \"é\"\n",
    "aliases = [\"/x\", \"\"]\n",
    "tags = [\"sea\", 1]\n",
    "[taxonomies]\n",
    "weight = -9223372036854775808\n",
    "draft = true\n",
    "template = \"page.html\"\n",
    "translation_of = \"about\"\n",
    "[translation]\nof = \"en\"\nblocks = \"a:b c\"\n",
    "sort_by = \"weight\"\n",
    "paginate_by = 1\n",
    "[extra]\n",
    "type = \"walk\"\n",
    "[fields]\n",
    "place = \"x\"\n",
    "[cascade]\n",
    "expires = 2027-01-01T00:00:00+25:00\n",
];
const TEXT: [&str; 28] = [
    ":::note",
    ":::",
    "{",
    "}",
    "kind=\"x\"",
    "::photo[",
    "]",
    "(a.md#x)",
    "\n\n",
    "\n",
    "> ",
    "- ",
    "    ",
    "```",
    "| a | b |\n|---|---|\n",
    "[^1]",
    "[^1]: x",
    "$x^2$",
    "$$\\frac{",
    "<b onclick=\"x\">",
    "<!--",
    "*[HTML]: x\n",
    "# H {#h .c}\n",
    ": d\n",
    "![](",
    "\u{202e}",
    "\u{0}",
    "é\u{301}",
];
const SETTINGS: [&str; 27] = [
    "title = \"T\"\n",
    "base_url = \"https://x.example/a\"\n",
    "base_url = \"x\"\n",
    "theme = \"plain\"\n",
    "theme = \"..\"\n",
    "reference = \"en\"\n",
    "reference = \"zz\"\n",
    "llms = true\n",
    "root = \"reference\"\n",
    "urls = \"files\"\n",
    "[languages.en]\n",
    "[languages.fr]\n",
    "[languages.\"\"]\n",
    "name = \"x\"\n",
    "months = [\"a\"]\n",
    "alphabet = \"a b\"\n",
    "date_long = \"{day}{x\"\n",
    "numerals = \"arab\"\n",
    "missing = \"list-with-notice\"\n",
    "[languages.fr.sections.news]\n",
    "[[menu]]\npage = \"about\"\n",
    "[[taxonomies]]\nname = \"tags\"\n",
    "[[taxonomies.terms]]\nid = \"sea\"\n",
    "[lists]\npage_size = 1\n",
    "[feeds]\nentries = 0\nformats = []\n",
    "words_per_minute = 0\n",
    "[extra]\n",
];
const TYPES: [&str; 26] = [
    "extends = \"event\"\n",
    "extends = \"walk\"\n",
    "template = \"x.html\"\n",
    "schema = \"Event\"\n",
    "[fields.a]\n",
    "[fields.when]\n",
    "kind = \"text\"\n",
    "kind = \"enum\"\n",
    "kind = \"list\"\n",
    "kind = \"table\"\n",
    "kind = \"reference\"\nto = \"person\"\n",
    "kind = \"date-range\"\n",
    "kind = \"code\"\n",
    "kind = \"image\"\n",
    "kind = \"number\"\n",
    "values = { a = { en = \"A\" } }\n",
    "values = {}\n",
    "required = true\n",
    "default = 1\n",
    "default = []\n",
    "of = \"number\"\n",
    "label = { en = \"l\" }\n",
    "min = 3\nmax = 1\n",
    "shared = true\n",
    "facet = true\n",
    "rule = \"{year}{number:99}{\"\n",
];
const FORMS: [&str; 12] = [
    "id = \"x\"\n",
    "title = { en = \"x\" }\n",
    "thanks = \"about\"\n",
    "[[fields]]\n",
    "name = \"a\"\n",
    "kind = \"email\"\n",
    "kind = \"select\"\n",
    "options = []\n",
    "label = { en = \"x\" }\n",
    "required = true\n",
    "max = 0\n",
    "[fields.x]\n",
];
const WORDS: [&str; 14] = [
    "feed = x\n",
    "feed\n",
    "next = { $n ->\n",
    "    [one] x\n",
    "   *[other] y\n",
    "}\n",
    "{ next }",
    "{ \"",
    "-term = x\n",
    "    .a = b\n",
    "{ NUMBER($n) }",
    "# c\n",
    "{ next",
    "previous = { next }\nnext = { previous }\n",
];
const STYLES: [&str; 12] = [
    "@import \"colours.css\";\n",
    "@import \"main.css\";\n",
    "@media (",
    "a {",
    "}",
    "color: #12",
    "calc(1px + ",
    "/*",
    "url(",
    "--x: ;",
    "\\",
    "@layer a;",
];
const TEMPLATES: [&str; 16] = [
    "{% extends \"base.html\" %}",
    "{% extends \"page.html\" %}",
    "{% include \"page.html\" %}",
    "{{ page.title }}",
    "{{ content }}",
    "{% for x in pages() %}",
    "{% endfor %}",
    "{% block main %}",
    "{% endblock %}",
    "{{ pages(limit=-1) }}",
    "{{ toc(depth=99) }}",
    "{{ date(value=page.date, length=1) }}",
    "{{ t(key=page) }}",
    "{{ related(limit=0) }}",
    "{#",
    "{{ 1 / 0 }}",
];

/// Bytes made of parts that mean something there, of any text, and of any bytes.
fn soup(parts: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let any_text = "\\PC{0,6}".prop_map(String::into_bytes);
    let any_bytes = prop::collection::vec(any::<u8>(), 0..3);
    let known = prop::sample::select(parts).prop_map(|part| part.as_bytes().to_vec());
    let part = prop_oneof![16 => known, 3 => any_text, 1 => any_bytes];
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

/// A page: its settings between fences, most often, and its text.
fn page() -> impl Strategy<Value = Vec<u8>> {
    let fence = prop_oneof![9 => Just("+++\n"), 1 => Just("---\n")];
    (fence, soup(&FRONT), soup(&TEXT))
        .prop_map(|(fence, front, text)| [fence.as_bytes(), &front, b"\n+++\n", &text].concat())
}

/// Makes the site with these files in place of its own, and says all that is found in both languages.
fn survives(files: &[(&str, Vec<u8>)]) -> Result<(), TestCaseError> {
    let mut tree = WALKS.clone();
    // Twins are made of the same texts in another way.
    let settings = format!("llms = true\n{}", tree.files["site.toml"].text());
    tree.files.insert("site.toml".to_owned(), SourceFile::new(settings.as_bytes()));
    for (path, bytes) in files {
        tree.files.insert((*path).to_owned(), SourceFile::new(bytes));
    }
    let found = colibri::make(&tree, &choices(), &Output::default()).diagnostics;
    for language in [Language::English, Language::French] {
        let said = forms::human(&found, &Catalogue::new(language), false);
        prop_assert!(found.is_empty() || !said.is_empty());
    }
    for finding in &found {
        let Some(file) = tree.files.get(&finding.place.file) else { continue };
        let lines = file.text().matches('\n').count() + 1;
        prop_assert!(finding.place.line <= lines, "{:?} is outside of a file of {lines} lines", finding.place);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pages(about in page(), boat in page(), section in page(), french in page(), pier in page()) {
        survives(&[("content/en/about.md", about), ("content/en/news/boat.md", boat), ("content/en/news/_index.md", section),
            ("content/fr/about.md", french), ("content/en/walks/pier.md", pier)])?;
    }

    #[test]
    fn any_settings(settings in soup(&SETTINGS), theme in soup(&SETTINGS)) {
        survives(&[("site.toml", settings), ("themes/plain/theme.toml", theme)])?;
    }

    #[test]
    fn any_types_components_and_forms(first in soup(&TYPES), second in soup(&TYPES), component in soup(&TYPES), form in soup(&FORMS)) {
        survives(&[("content/types/walk.toml", first), ("themes/plain/types/page.toml", second),
            ("themes/plain/components/note.toml", component), ("content/forms/contact.toml", form)])?;
    }

    #[test]
    fn any_words_styles_and_templates(words in soup(&WORDS), style in soup(&STYLES), page in soup(&TEMPLATES), base in soup(&TEMPLATES)) {
        survives(&[("i18n/fr.ftl", words), ("styles/main.css", style), ("templates/page.html", page), ("templates/base.html", base)])?;
    }
}
