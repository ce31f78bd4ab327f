//! Texts that lie compressed beside themselves.

use colibri::site::Choices;
use colibri_tests::{Site, choices, output_bytes};
use libdeflater::Decompressor;
use std::collections::BTreeMap;

const TABLE: &str = "name,boats\n";

/// A site that asks for compressed files and has a text of each kind, and a picture.
fn site() -> Site {
    let sentence = "The island holds together, and its boats go out. ".repeat(30);
    // Rules that are alike would become one.
    let rule = |n: u32| format!("main > .boat{n} {{ color: #1234{}; margin: 1px }}", n + 10);
    let style = (0..40).map(rule).collect::<Vec<_>>().join("\n");
    Site::base()
        .settings(|text| format!("{text}\n[output]\ncompress = true\n"))
        .file("content/en/long.md", format!("+++\ntitle = \"Long\"\n+++\n\n{sentence}\n"))
        .file("content/en/news/list.csv", TABLE.repeat(100))
        .file("themes/plain/styles/main.css", style)
        .file("assets/noise.bin", sentence)
}

fn brotli(mut bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut bytes, &mut plain).expect("it is brotli");
    plain
}

fn gzip(bytes: &[u8], length: usize) -> Vec<u8> {
    let mut plain = vec![0; length];
    let found = Decompressor::new().gzip_decompress(bytes, &mut plain).expect("it is gzip, and no longer");
    plain.truncate(found);
    plain
}

/// The compressed files by their paths, once they are seen to hold what lies beside them in fewer bytes.
fn packs(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    let mut packs = Vec::new();
    for (path, bytes) in files {
        let Some((of, ending)) = path.rsplit_once('.').filter(|(_, ending)| ["br", "gz"].contains(ending)) else {
            continue;
        };
        let of = &files[of];
        let plain = if ending == "br" { brotli(bytes) } else { gzip(bytes, of.len()) };
        assert!(plain == *of && bytes.len() < of.len(), "{path}");
        packs.push(path.as_str());
    }
    packs
}

#[test]
fn texts_lie_compressed_beside_themselves_and_hold_the_same() {
    let files = output_bytes(&site().make().output);
    let packs = packs(&files);
    for path in ["en/long/index.html", "en/news/list.csv"] {
        for ending in ["br", "gz"] {
            assert!(packs.contains(&format!("{path}.{ending}").as_str()), "{path}.{ending}: {packs:#?}");
        }
    }
    let style = |path: &&&str| path.starts_with("styles/main.") && path.ends_with(".css.br");
    assert_eq!(packs.iter().filter(style).count(), 1, "{packs:#?}");
    assert!(packs.iter().all(|path| !path.starts_with("_/data/") && !path.contains("noise")), "{packs:#?}");
}

#[test]
fn nothing_is_compressed_unless_the_settings_ask_and_the_site_is_for_publishing() {
    let none = |files: &BTreeMap<String, Vec<u8>>| packs(files).is_empty();
    assert!(none(&output_bytes(&Site::base().make().output)));
    let tree = colibri::source::read(site().folder()).unwrap();
    let looked_at =
        colibri::make(&tree, &Choices { compress: false, ..choices() }, &colibri::output::Output::default());
    assert!(none(&output_bytes(&looked_at.output)));
}

#[test]
fn what_changes_is_compressed_again_and_what_goes_takes_its_forms_along() {
    site().make_changed(("content/en/long.md", "title = \"Long\"", "title = \"Longer\""));
    site().make_changed(("content/en/news/list.csv", "boats", "ships"));
    site().make_changed(("themes/plain/styles/main.css", "1px", "2px"));
    site().make_changed(("site.toml", "compress = true", "compress = false"));
    site().make_changed(("site.toml", "minify = false", "minify = true"));
    let off = site().settings(|text| text.replace("compress = true", "compress = false"));
    off.make_changed(("site.toml", "compress = false", "compress = true"));
}

#[test]
fn on_the_disk_too_what_is_lost_comes_back_and_what_is_kept_is_right() {
    let mut site = site();
    site.build();
    let first = site.written();
    assert!(!packs(&first).is_empty());
    let again = site.build().written.unwrap();
    assert_eq!((again.written, again.removed), (0, 0), "nothing has changed");
    for lost in ["dist/en/long/index.html.br", "dist/en/news/list.csv.gz", "dist/en/long/index.html"] {
        site = site.without(lost);
        site.build();
        assert_eq!(site.written(), first, "{lost}");
    }
    let site = site.settings(|text| text.replace("compress = true", "compress = false"));
    site.build();
    assert!(packs(&site.written()).is_empty());
}

#[test]
fn what_somebody_compressed_stays_theirs_and_leaves_nothing_behind() {
    let theirs = b"compressed by hand";
    let site = site().file("content/en/news/list.csv.gz", theirs);
    let with = site.make().output;
    assert_eq!(&*output_bytes(&with)["en/news/list.csv.gz"], theirs);
    let site = site.without("content/en/news/list.csv.gz");
    let after = output_bytes(&site.make_after(&with).output);
    assert_eq!(after, output_bytes(&site.make().output));
    assert!(packs(&after).contains(&"en/news/list.csv.gz"));
}
