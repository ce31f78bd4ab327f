//! Pictures: several sizes and formats of each, developed once.

use colibri::output::Output;
use colibri::picture::Develop;
use colibri::site::Choices;
use colibri::source::{DEVELOPED_FOLDER, read};
use colibri::{Made, make};
use colibri_tests::{Site, choices, output_bytes, text};
use image::{ExtendedColorType, ImageEncoder, ImageFormat, codecs, codecs::gif::GifEncoder};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex};

const LAYOUTS: &str = "name = \"plain\"\nstyles = [\"styles/main.css\"]\n\n[images.text]\nsizes = \"50vw\"\nwidths = [16, 32]\n\
    [images.lead]\nwidths = [24]\nleads = true\n";

/// A picture with all colours, in a format.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let colour = |x: u32, y: u32| {
        let mix = |n: u32| u8::try_from((x * n + y * (n + 5) + (x * y) / 3) % 256).expect("it is small");
        image::Rgb([mix(7), mix(3), mix(2)])
    };
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_fn(width, height, colour).write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

/// The same as a JPEG that says how it was held.
fn turned(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let pixels = image::load_from_memory(&picture(width, height, ImageFormat::Png)).expect("it is a picture").to_rgb8();
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    let mut bytes = Vec::new();
    let mut encoder = codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_exif_metadata(exif).expect("it can say so");
    encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8).expect("it can be written");
    bytes
}

fn film() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for shade in [10, 200] {
        let frame = image::RgbaImage::from_pixel(20, 20, image::Rgba([shade, 90, 40, 255]));
        encoder.encode_frame(image::Frame::new(frame)).expect("it can be written");
    }
    drop(encoder);
    bytes
}

fn site(markdown: &str) -> Site {
    Site::base()
        .file("themes/plain/theme.toml", LAYOUTS)
        .file("content/en/about.md", format!("+++\ntitle = \"About\"\n+++\n\n## Our island\n\n{markdown}\n"))
        .file("content/en/boat.jpg", picture(64, 40, ImageFormat::Jpeg))
        .file("assets/pier.png", picture(40, 20, ImageFormat::Png))
}

type Kept = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

/// The site with its pictures developed, after a build that left `previous`; with them, what was developed.
pub(crate) fn developed(site: &Site, previous: &Output) -> (Made, BTreeMap<String, Vec<u8>>) {
    let kept = Kept::default();
    let keeper = Arc::clone(&kept);
    let keep = move |key: &str, bytes: &[u8]| {
        keeper.lock().expect("nobody panics").insert(key.to_owned(), bytes.to_vec());
    };
    let tree = read(site.folder()).expect("the site can be read");
    let made = make(&tree, &Choices { develop: Develop::new(keep), ..choices() }, previous);
    let kept = kept.lock().expect("nobody panics").clone();
    (made, kept)
}

/// What the pages say that browsers may fetch is there.
fn assert_files_are_there(made: &Made, html: &str) {
    let addresses = html.split(['"', ' ', ',']).filter(|part| part.starts_with("/assets/"));
    let mut count = 0;
    for address in addresses {
        assert!(made.output.files.contains_key(&address[1..]), "{address} is not there");
        count += 1;
    }
    assert!(count > 2, "{html}");
}

const TWO: &str = "![The boat](boat.jpg)\n\n![The pier](/assets/pier.png)";

#[test]
fn a_picture_of_a_text_comes_in_several_sizes_and_formats() {
    let (made, _) = developed(&site(TWO), &Output::default());
    assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
    let html = text(&made, "en/about/index.html");
    let start = html.find("<picture>").expect("there is a picture");
    let first = &html[start..start + html[start..].find("</picture>").expect("it ends")];
    assert!(first.contains(" 16w, /assets/boat.") && first.contains(" 32w\" sizes=\"50vw\">"), "{first}");
    assert!(first.contains("alt=\"The boat\"") && first.contains("width=\"32\" height=\"20\""), "{first}");
    // The first is not made to wait, the others are.
    assert!(!first.contains("lazy") && first.contains("decoding=\"async\""), "{first}");
    assert_eq!(html.matches("loading=\"lazy\"").count(), 1);
    assert_files_are_there(&made, &html);
}

#[test]
fn a_picture_nobody_has_developed_is_shown_as_it_is() {
    let site = site(TWO);
    let html = site.text("en/about/index.html");
    assert!(!html.contains("<picture>") && html.contains("width=\"64\" height=\"40\""), "{html}");
    assert_eq!(site.make().undeveloped.len(), 2);
}

#[test]
fn what_is_kept_is_not_developed_again_and_gives_the_same_bytes() {
    let site = site(TWO);
    let (first, kept) = developed(&site, &Output::default());
    let (again, same) = developed(&site, &Output::default());
    assert_eq!((output_bytes(&first.output), &kept), (output_bytes(&again.output), &same));
    assert_eq!(kept.len(), 2);
    let mut site = site;
    for (key, bytes) in &kept {
        site = site.file(&format!("{DEVELOPED_FOLDER}/{key}"), bytes);
    }
    let (from_kept, more) = developed(&site, &Output::default());
    assert!(more.is_empty(), "nothing is left to develop");
    assert_eq!(output_bytes(&first.output), output_bytes(&from_kept.output));
    // A damaged piece is no picture: it is developed again.
    let (key, bytes) = kept.first_key_value().expect("there are two");
    let site = site.file(&format!("{DEVELOPED_FOLDER}/{key}"), &bytes[..bytes.len() / 2]);
    let (mended, more) = developed(&site, &Output::default());
    assert_eq!(more.keys().collect::<Vec<_>>(), [key]);
    assert_eq!(output_bytes(&first.output), output_bytes(&mended.output));
}

#[test]
fn what_the_memo_keeps_is_what_a_clean_build_makes() {
    let before = site(TWO);
    let (previous, _) = developed(&before, &Output::default());
    let changes: [(&str, Vec<u8>); 4] = [
        ("content/en/news/boat.md", b"+++\ntitle = \"Other\"\ndate = 2026-01-01\n+++\nNo picture.\n".to_vec()),
        ("content/en/boat.jpg", picture(30, 30, ImageFormat::Jpeg)),
        ("themes/plain/theme.toml", LAYOUTS.replace("50vw", "70vw").into_bytes()),
        ("themes/plain/theme.toml", LAYOUTS.replace("[16, 32]", "[20]").into_bytes()),
    ];
    for (path, bytes) in changes {
        let changed = site(TWO).file(path, bytes);
        let (after, _) = developed(&changed, &previous.output);
        let (clean, _) = developed(&changed, &Output::default());
        assert_eq!(after.diagnostics, clean.diagnostics);
        assert_eq!(output_bytes(&after.output), output_bytes(&clean.output), "{path}");
        assert_ne!(output_bytes(&after.output), output_bytes(&previous.output), "{path}");
    }
}

#[test]
fn a_picture_stands_as_it_was_taken_and_is_never_enlarged() {
    let site = site("![The boat](held.jpg)").file("content/en/held.jpg", turned(24, 12, 6));
    let (made, _) = developed(&site, &Output::default());
    let html = text(&made, "en/about/index.html");
    assert!(html.contains("width=\"12\" height=\"24\""), "{html}");
    let files = made.output.files.iter().filter(|(path, _)| path.starts_with("assets/held."));
    let mut count = 0;
    for (path, file) in files.filter(|(path, _)| !path.ends_with("avif")) {
        let bytes = file.bytes.as_ref().expect("they are here");
        assert!(!bytes.windows(4).any(|four| four == b"Exif"), "{path} says where it was taken");
        let seen = image::load_from_memory(bytes).expect("it is a picture");
        assert_eq!((seen.width(), seen.height()), (12, 24), "{path}");
        count += 1;
    }
    assert!(count > 0, "{html}");
}

#[test]
fn a_film_is_a_picture_that_leads_to_it() {
    let site = site("![A wave](wave.gif)").file("content/en/wave.gif", film());
    let (made, _) = developed(&site, &Output::default());
    assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
    let html = text(&made, "en/about/index.html");
    assert!(html.contains("<a class=\"film\" href=\"/en/wave.gif\"><") && html.contains("alt=\"A wave\""), "{html}");
    assert!(!html.contains("src=\"/en/wave.gif\""), "{html}");
}

#[test]
fn what_is_no_picture_is_said_with_the_page_that_shows_it() {
    let whole = picture(64, 40, ImageFormat::Jpeg);
    let bomb = {
        let mut png = picture(8, 8, ImageFormat::Png);
        png[16..24].copy_from_slice(&[0, 0, 0xff, 0, 0, 0, 0xff, 0]);
        // The sum of the header.
        let sum = crc(&png[12..29]).to_be_bytes();
        png[29..33].copy_from_slice(&sum);
        png
    };
    let cases = [("cut.jpg", whole[..whole.len() / 3].to_vec()), ("named.png", whole), ("bomb.png", bomb)];
    for (name, bytes) in cases {
        let site = site(&format!("![The boat]({name})")).file(&format!("content/en/{name}"), bytes);
        let (made, kept) = developed(&site, &Output::default());
        let found: Vec<_> = made.diagnostics.iter().map(|finding| (finding.id, &*finding.place.file)).collect();
        assert_eq!(found, [("broken-picture", "content/en/about.md")], "{name}: {:?}", made.diagnostics);
        assert!(made.diagnostics[0].place.line > 1 && kept.is_empty(), "{name}");
    }
}

/// The sum of a chunk of PNG: CRC-32 of ISO 3309.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[test]
fn templates_show_pictures_in_a_layout_and_a_wrong_one_is_said() {
    let template = "{{ picture(src=\"pier.png\", alt=\"A \\\"pier\\\"\", layout=\"lead\", class=\"wide\") }}";
    let shown = site("").file("templates/404.html", template);
    let html = text(&developed(&shown, &Output::default()).0, "en/404.html");
    assert!(
        html.contains("alt=\"A &quot;pier&quot;\" class=\"wide g") && html.contains("fetchpriority=\"high\""),
        "{html}"
    );
    let wrong = shown.file("templates/404.html", template.replace("lead", "leed"));
    assert!(wrong.messages().contains("did you mean `lead`?"), "{}", wrong.messages());
}

#[test]
fn drawings_say_their_size_and_run_nothing() {
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20' onload='x()'><script>x()</script><!-- a -->\n\
        <image href='https://x.example/a.png'/><a href='javascript:x()'><path d='M0 0h9' fill='url(#g)'/></a></svg>";
    let site = site("![A drawing](plan.svg)").file("content/en/plan.svg", drawing);
    let html = site.text("en/about/index.html");
    assert!(html.contains("plan.svg\" alt=\"A drawing\" width=\"30\" height=\"20\""), "{html}");
    let published = site.text("en/plan.svg");
    let expected = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\"><image/><a><path d=\"M0 0h9\" fill=\"url(#g)\"/></a></svg>";
    assert_eq!(published, expected);
}

#[test]
fn a_picture_without_words_is_an_error_unless_it_only_decorates() {
    assert!(site("![](boat.jpg)").messages().contains("picture-without-words"));
    let decorated = site("![](boat.jpg \"decorative\")");
    assert_eq!(decorated.messages(), "");
    assert!(decorated.text("en/about/index.html").contains("alt=\"\""));
}

#[test]
fn a_theme_without_layouts_shows_pictures_as_they_are_in_the_class_it_asks_for() {
    let page = "{{ picture(src=\"boat.jpg\", alt=\"A <boat>\", layout=\"lead\", class=\"wide\") }}";
    let made = Site::base()
        .file("templates/page.html", page)
        .file("content/en/about.md", "+++\ntitle = \"About\"\n+++\n")
        .make();
    let html = text(&made, "en/about/index.html");
    assert!(html.contains("<img src=\"boat.jpg\" alt=\"A &lt;boat&gt;\" class=\"wide\""), "{html}");
}
