use super::*;
use crate::record::Format;

fn fonts() -> Fonts {
    const FILES: [&[u8]; 3] = [
        include_bytes!("../../../themes/colibri/fonts/NotoNaskhArabic-Bold.ttf"),
        include_bytes!("../../../themes/colibri/fonts/NotoSans-Regular.ttf"),
        include_bytes!("../../../themes/colibri/fonts/NotoSerif-Bold.ttf"),
    ];
    Fonts::new(&FILES.map(Arc::from))
}

fn card(text: &str, more: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"315\"><rect width=\"600\" height=\"315\" fill=\"#fbf8f1\"/>\
        <text x=\"40\" y=\"80\" font-family=\"Noto Serif, Noto Naskh Arabic\" font-weight=\"700\" font-size=\"48\" data-width=\"400\" \
        data-lines=\"3\" data-least=\"24\" {more}>{text}</text></svg>"
    )
}

/// The lines of the only text of a card.
fn lines_of(text: &str) -> Vec<String> {
    let whole = lines::set(&card(text, ""), &fonts()).expect("it is a drawing");
    whole
        .split("<tspan")
        .skip(1)
        .map(|line| line[line.find('>').unwrap_or(0) + 1..line.find('<').unwrap_or(0)].to_owned())
        .collect()
}

#[test]
fn a_card_is_one_light_picture_and_always_the_same() {
    let drawing = card("Les îles se tiennent", "");
    let made = draw(&drawing, &fonts()).expect("it can be drawn");
    assert_eq!((made.width, made.height, made.variants.len()), (600, 315, 1));
    let file = &made.variants[0];
    assert_eq!(file.format, Format::Png);
    assert!((1_000..20_000).contains(&file.bytes.len()), "{}", file.bytes.len());
    let seen = image::load_from_memory(&file.bytes).expect("it is a picture").into_rgb8();
    assert_eq!(seen.dimensions(), (600, 315));
    assert_eq!(seen.get_pixel(3, 3).0, [0xfb, 0xf8, 0xf1]);
    assert!(seen.pixels().any(|pixel| pixel.0.iter().all(|value| *value < 40)), "its text is ink");
    assert_eq!(draw(&drawing, &fonts()).as_ref(), Ok(&made));
}

#[test]
fn a_long_text_is_set_in_even_lines_that_keep_every_word() {
    let text = "Twenty platforms of civil society share one memory";
    let lines = lines_of(text);
    assert!((2..=3).contains(&lines.len()), "{lines:?}");
    assert_eq!(lines.join(" "), text);
    let lengths: Vec<usize> = lines.iter().map(String::len).collect();
    assert!(lengths.iter().max() < lengths.iter().min().map(|least| least * 2).as_ref(), "{lines:?}");
}

#[test]
fn what_does_not_fit_ends_with_an_ellipsis() {
    let lines = lines_of(&"islands that hold together ".repeat(14));
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[2].ends_with('…'), "{lines:?}");
    let lines = lines_of(&"m".repeat(300));
    assert!(lines.len() == 1 && lines[0].ends_with("m…") && lines[0].len() < 60, "{lines:?}");
}

#[test]
fn signs_of_markup_in_a_text_are_letters() {
    assert_eq!(lines_of("R&amp;D &lt;1"), ["R&amp;D &lt;1"]);
}

/// The columns of a card, one by one: whether there is ink.
fn ink(drawing: &str) -> Vec<bool> {
    let made = draw(drawing, &fonts()).expect("it can be drawn");
    let seen = image::load_from_memory(&made.variants[0].bytes).expect("it is a picture").into_rgb8();
    (0..600).map(|x| (0..315).any(|y| seen.get_pixel(x, y).0[0] < 120)).collect()
}

#[test]
fn a_text_from_right_to_left_begins_at_the_right_and_its_number_stands_at_its_left() {
    let arabic = |text: &str| card(text, "text-anchor=\"end\" direction=\"rtl\"").replace("x=\"40\"", "x=\"560\"");
    let alone = ink(&arabic("أرخبيل"));
    let last = |columns: &[bool]| columns.iter().rposition(|ink| *ink).expect("there is ink");
    assert!((520..=562).contains(&last(&alone)), "{}", last(&alone));
    let first = |columns: &[bool]| columns.iter().position(|ink| *ink).expect("there is ink");
    let with_number = ink(&arabic("أرخبيل 2026"));
    assert!(first(&with_number) + 60 < first(&alone), "the number is beyond the word");
    // The word stays where it was, to the pixel.
    assert_eq!(with_number[first(&alone)..], alone[first(&alone)..]);
    // With the number first, it stands at the right.
    let number_first = ink(&arabic("2026 أرخبيل"));
    assert_ne!(number_first, with_number);
}

#[test]
fn letters_that_no_font_has_are_said() {
    assert_eq!(draw(&card("島々", ""), &fonts()), Err(Fault::Letters));
    assert_eq!(draw(&card("Islands", ""), &Fonts::new([])), Err(Fault::Letters));
}

#[test]
fn what_is_no_drawing_or_too_large_is_a_fault() {
    assert_eq!(draw("<svg", &fonts()), Err(Fault::Broken));
    assert_eq!(draw("a sentence", &fonts()), Err(Fault::Broken));
    let large = card("A", "").replace("width=\"600\"", "width=\"60000\"");
    assert!(matches!(draw(&large, &fonts()), Err(Fault::TooLarge(_))));
}

#[test]
fn other_texts_and_other_fonts_have_other_names() {
    let (one, other) = (card("One", ""), card("Other", ""));
    let few = Fonts::new([]);
    assert_ne!(card_key(&one, &fonts()), card_key(&other, &fonts()));
    assert_ne!(card_key(&one, &fonts()), card_key(&one, &few));
    assert_eq!(card_key(&one, &fonts()), card_key(&one, &fonts()));
}
