//! Cards: the picture by which a page is shown elsewhere.

use crate::pictures::developed;
use colibri::Made;
use colibri::diagnostic::has_errors;
use colibri::output::Output;
use colibri::source::DEVELOPED_FOLDER;
use colibri_tests::{Site, output_bytes, text};

const CARD: &str = "{%- if route.kind != \"404\" and route.kind != \"shell\" and not picture_file(src=page.extra?.image or false) -%}
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"160\"><rect width=\"300\" height=\"160\" fill=\"{{ colours.paper }}\"/>
<text x=\"20\" y=\"60\" font-family=\"Noto Serif\" font-weight=\"700\" font-size=\"30\" data-width=\"200\">{{ page.title }}</text></svg>
{%- endif -%}";

const HEAD: &str = "{%- set share = picture_file(src=page.extra?.image or false) or card -%}
{%- if share %}<meta property=\"og:image\" content=\"{{ share.url }} {{ share.width }} {{ share.height }}\">{% endif %}<h1>{{ page.title }}</h1>{{ content }}";

const FONT: &[u8] = include_bytes!("../../themes/colibri/fonts/NotoSerif-Bold.ttf");

fn site() -> Site {
    Site::base()
        .file(
            "themes/plain/theme.toml",
            "name = \"plain\"\nstyles = [\"styles/main.css\"]\n\n[images.text]\nwidths = [16, 32]\n",
        )
        .file("themes/plain/styles/main.css", ":root { --paper: #fbf8f1 }\n")
        .file("themes/plain/fonts/serif.ttf", FONT)
        .file("themes/plain/templates/card.svg", CARD)
        .file("themes/plain/templates/page.html", HEAD)
        .settings(|settings| format!("cards = true\n{settings}"))
}

/// What a page says of its picture: address, width and height.
fn shared(made: &Made, path: &str) -> Option<(String, u32, u32)> {
    let html = text(made, path);
    let said = html.split_once("og:image\" content=\"")?.1.split_once('"')?.0.to_owned();
    let parts: Vec<&str> = said.split(' ').collect();
    Some((parts[0].to_owned(), parts[1].parse().ok()?, parts[2].parse().ok()?))
}

#[test]
fn a_page_has_a_card_in_the_colours_and_the_fonts_of_its_theme() {
    let (made, _) = developed(&site(), &Output::default());
    assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
    let (url, width, height) = shared(&made, "en/about/index.html").expect("it has a card");
    assert_eq!((width, height), (300, 160));
    let file = made.output.files[&url[1..]].bytes.clone().expect("it is new");
    let seen = image::load_from_memory(&file).expect("it is a picture").into_rgb8();
    assert_eq!((seen.dimensions(), seen.get_pixel(1, 1).0), ((300, 160), [0xfb, 0xf8, 0xf1]));
    assert!(seen.pixels().any(|pixel| pixel.0[0] < 60), "its title is there");
    assert_ne!(shared(&made, "fr/a-propos/index.html").map(|card| card.0), Some(url), "other words, another card");
    assert!(made.output.files.keys().all(|path| !path.contains(".ttf")), "nobody fetches fonts");
}

#[test]
fn a_card_that_is_kept_is_not_drawn_again_and_a_new_title_draws_one() {
    let site = site();
    let (first, kept) = developed(&site, &Output::default());
    let (again, same) = developed(&site, &Output::default());
    assert_eq!((output_bytes(&first.output), &kept), (output_bytes(&again.output), &same));
    assert!(kept.keys().eq(first.kept_pictures.iter()) && kept.len() > 4, "{:?}", kept.keys());
    let mut site = site;
    for (key, bytes) in &kept {
        site = site.file(&format!("{DEVELOPED_FOLDER}/{key}"), bytes);
    }
    let (third, nothing) = developed(&site, &Output::default());
    assert!(nothing.is_empty());
    assert_eq!(output_bytes(&third.output), output_bytes(&first.output));
    // Routes that a memo keeps keep their cards.
    let (fourth, _) = developed(&site, &third.output);
    assert_eq!(output_bytes(&fourth.output), output_bytes(&first.output));
    let about = site.source("content/en/about.md").replacen("title = \"", "title = \"Truly: ", 1);
    let (fifth, new) = developed(&site.file("content/en/about.md", about), &fourth.output);
    assert_eq!(new.len(), 1);
    assert_ne!(shared(&fifth, "en/about/index.html"), shared(&first, "en/about/index.html"));
    assert_eq!(shared(&fifth, "fr/a-propos/index.html"), shared(&first, "fr/a-propos/index.html"));
}

#[test]
fn another_colour_of_the_theme_draws_all_anew() {
    let (first, _) = developed(&site(), &Output::default());
    let dark = site().file("themes/plain/styles/main.css", ":root { --paper: #101b1a }\n");
    let (second, _) = developed(&dark, &first.output);
    let (url, ..) = shared(&second, "en/about/index.html").expect("it has a card");
    let file = second.output.files[&url[1..]].bytes.clone().expect("it is new");
    assert_eq!(
        image::load_from_memory(&file).expect("it is a picture").into_rgb8().get_pixel(1, 1).0,
        [0x10, 0x1b, 0x1a]
    );
}

#[test]
fn a_page_with_a_picture_is_shown_by_a_file_of_it_that_every_program_knows() {
    let picture = {
        let mut bytes = std::io::Cursor::new(Vec::new());
        let pixels = image::RgbImage::from_fn(64, 40, |x, y| {
            image::Rgb([x * 4, y * 6, 90].map(|value| u8::try_from(value).unwrap_or(u8::MAX)))
        });
        pixels.write_to(&mut bytes, image::ImageFormat::Png).expect("it can be written");
        bytes.into_inner()
    };
    let about = site().source("content/en/about.md").replacen("+++\n", "+++\nextra = { image = \"boat.png\" }\n", 1);
    let site = site().file("assets/boat.png", picture).file("content/en/about.md", about);
    let (made, _) = developed(&site, &Output::default());
    assert!(!has_errors(&made.diagnostics), "{:?}", made.diagnostics);
    let (url, width, height) = shared(&made, "en/about/index.html").expect("it has a picture");
    let ending = url.rsplit('.').next().unwrap_or_default();
    assert!(url.starts_with("/assets/boat.") && ["png", "jpg"].contains(&ending), "{url}");
    assert_eq!((width, height), (32, 20));
    assert!(made.output.files.contains_key(&url[1..]), "{url}");
}

#[test]
fn a_preview_and_a_site_without_the_setting_draw_none() {
    let made = site().make();
    assert!(shared(&made, "en/about/index.html").is_none() && made.undeveloped.is_empty());
    let without = site().settings(|settings| settings.replace("cards = true", "cards = false"));
    let (made, kept) = developed(&without, &Output::default());
    assert!(shared(&made, "en/about/index.html").is_none() && kept.is_empty());
}

#[test]
fn letters_that_no_font_has_leave_a_page_without_a_card() {
    let about = site().source("content/en/about.md").replacen("title = \"", "title = \"島々 ", 1);
    let (made, _) = developed(&site().file("content/en/about.md", about), &Output::default());
    assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
    assert!(shared(&made, "en/about/index.html").is_none());
    assert!(shared(&made, "fr/a-propos/index.html").is_some());
}

#[test]
fn a_template_that_makes_no_drawing_is_an_error_that_names_it() {
    let site = site().file("themes/plain/templates/card.svg", "<svg>{{ page.title }}");
    let (made, _) = developed(&site, &Output::default());
    let said = format!("{:?}", made.diagnostics);
    assert!(has_errors(&made.diagnostics) && said.contains("broken-picture"), "{said}");
    assert!(said.contains("themes/plain/templates/card.svg"), "{said}");
    let site = site.file("themes/plain/templates/card.svg", "{{ nothing.there }}");
    let (made, _) = developed(&site, &Output::default());
    assert!(has_errors(&made.diagnostics), "{:?}", made.diagnostics);
}
