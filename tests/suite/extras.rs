//! What a text may hold beyond plain Markdown: notes, alerts, definitions, formulas, abbreviations, other languages.

use colibri_tests::Site;

/// The HTML of a text, in English and in French.
fn html(text: &str) -> (String, String) {
    let page = format!("+++\ntitle = \"About\"\n+++\n\n## Our island\n\n{text}");
    let site = Site::base().file("content/en/about.md", &page).file("content/fr/about.md", page);
    let made = site.make();
    let main = |path: &str| {
        let html = colibri_tests::text(&made, path);
        html.split_once("</h2>")
            .expect("there is a heading")
            .1
            .split_once("</main>")
            .expect("it ends")
            .0
            .trim()
            .to_owned()
    };
    (main("en/about/index.html"), main("fr/about/index.html"))
}

#[test]
fn every_mark_in_two_languages() {
    let (english, french) = html(
        "Twice[^b], once[^a], twice[^b].\n\n> [!WARNING]\n> \"Storm\" : it's near...\n\nBoat\n: It floats.\n: It sails.\n\nThe NGO and the NGO of `NGO`.\n\n*[NGO]: Non-governmental <organisation>\n\nThey say [مرحبا]{lang=ar}, [a] [b]{c}, [salut *toi*]{lang=fr-ca dir=auto}!\n\nIt is $a^2 < b$, US$5 to US$6.\n\n$$\n\\sum_{i=1}^n i\n$$\n\n[^a]: First \"note\".\n\n[^b]: Second.\n\n    With two paragraphs.\n",
    );
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("extras-all", format!("{english}\n\n{french}"));
    });
}

#[test]
fn with_raw_html_the_marks_are_the_same() {
    let text = "Note[^a] of $x$ and the NGO.\n\n> [!TIP]\n> Go.\n\n*[NGO]: N.\n\n[^a]: First.\n";
    let ((plain, _), (raw, _)) = (html(text), html(&format!("{text}\n<b>Raw</b>\n")));
    for piece in [
        "role=\"doc-noteref\" aria-label=\"Note 1\"",
        "<math",
        "<abbr title=\"N.\">NGO</abbr>",
        "role=\"note\"",
        "doc-backlink",
    ] {
        assert!(plain.contains(piece) && raw.contains(piece), "{piece}: {plain} {raw}");
    }
    assert_eq!(plain.matches("</div>").count(), raw.matches("</div>").count(), "{raw}");
}

#[test]
fn code_and_escaped_signs_stay_as_they_are_written() {
    let (english, _) = html("`\"a\"` and \\\"b\\\" and &quot;c&quot;\n\n~~~\n*[NGO]: N.\n~~~\n");
    assert!(english.contains("<code>\"a\"</code> and \"b\" and \"c\""), "{english}");
    assert!(english.contains("*[NGO]: N."), "{english}");
}
