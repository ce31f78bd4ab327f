//! Lines of a text: broken where it is measured to be too wide, as even as can be, smaller where there is too much of it.
//!
//! `<text data-width="760" data-lines="4" font-size="72" data-least="44" data-leading="1.2" data-from="end" direction="rtl" ...>`: a
//! text no wider than that, in at most so many lines, at a size between the two; `y` is the first line, or with `data-from="end"` the
//! last. What does not fit even so ends with an ellipsis.

use super::{Fonts, widths};
use roxmltree::{Document, Node};
use std::fmt::Write as _;

/// The most letters of a text: more are never seen on a card.
const LETTERS: usize = 400;
/// The most lines of a text.
const LINES: usize = 8;
/// Sizes are tried in steps of this share.
const SMALLER: f32 = 0.94;
/// The size at which words are measured.
const MEASURED: f32 = 100.0;

/// The same drawing, each of its texts that has a width set in lines; none if it is no drawing.
pub(super) fn set(drawing: &str, fonts: &Fonts) -> Option<String> {
    let document = Document::parse(drawing).ok()?;
    let (mut whole, mut done) = (String::with_capacity(drawing.len() * 2), 0);
    for node in document.descendants().filter(|node| node.has_tag_name("text") && node.has_attribute("data-width")) {
        whole.push_str(drawing.get(done..node.range().start)?);
        push_lines(&mut whole, node, fonts)?;
        done = node.range().end;
    }
    whole.push_str(drawing.get(done..)?);
    Some(whole)
}

/// The name of a measured text.
pub(super) fn id(number: usize) -> String {
    format!("measured-{number}")
}

/// How many texts a drawing has that say something.
pub(super) fn texts(drawing: &str) -> usize {
    let says = |node: &Node<'_, '_>| {
        let mut texts = node.descendants().filter_map(|inner| inner.text());
        node.has_tag_name("text") && texts.any(|text| !text.trim().is_empty())
    };
    Document::parse(drawing).map_or(0, |document| document.descendants().filter(says).count())
}

fn push_lines(whole: &mut String, node: Node<'_, '_>, fonts: &Fonts) -> Option<()> {
    let number = |name: &str, usual: f32| node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(usual);
    let text: String = node.descendants().filter_map(|inner| inner.text().filter(|_| inner.is_text())).collect();
    let text: String = text.chars().take(LETTERS).collect();
    let words: Vec<&str> = text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()).collect();
    let measured = measure(node, &words, fonts)?;
    let size = number("font-size", 32.0).max(1.0);
    let (least, width) = (number("data-least", size).clamp(1.0, size), number("data-width", 0.0).max(1.0));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is brought between two numbers")]
    let most = number("data-lines", 1.0).clamp(1.0, 8.0) as usize;
    let (size, lines) = fitted(&words, &measured, (size, least), width, most.min(LINES));
    let leading = number("data-leading", 1.2) * size;
    let (x, y) = (number("x", 0.0), number("y", 0.0));
    let last = u16::try_from(lines.len().saturating_sub(1)).unwrap_or_default();
    let first = if node.attribute("data-from") == Some("end") { y - leading * f32::from(last) } else { y };
    let _ = write!(whole, "<text font-size=\"{size:.2}\"{}>", attributes(node));
    for (line, at) in lines.iter().zip(0_u16..) {
        let y = first + leading * f32::from(at);
        let _ = write!(whole, "<tspan x=\"{x:.2}\" y=\"{y:.2}\">{}</tspan>", turned(node, &escaped(line)));
    }
    whole.push_str("</text>");
    Some(())
}

/// A line as its direction has it: what draws it takes every line for one from left to right, unless signs in it say another.
fn turned(node: Node<'_, '_>, line: &str) -> String {
    if node.attribute("direction") == Some("rtl") { format!("\u{2067}{line}\u{2069}") } else { line.to_owned() }
}

/// The attributes that lines share.
fn attributes(node: Node<'_, '_>) -> String {
    let is_shared =
        |name: &str| !name.starts_with("data-") && !["x", "y", "font-size", "direction", "id"].contains(&name);
    let shared = node.attributes().filter(|one| one.namespace().is_none() && is_shared(one.name()));
    shared.fold(String::new(), |mut all, one| {
        let _ = write!(all, " {}=\"{}\"", one.name(), escaped(one.value()));
        all
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// How wide words are at the size of one pixel, and the space between them.
struct Measured {
    words: Vec<f32>,
    space: f32,
    ellipsis: f32,
}

fn measure(node: Node<'_, '_>, words: &[&str], fonts: &Fonts) -> Option<Measured> {
    let shared = attributes(node).replace(" text-anchor=\"end\"", "").replace(" text-anchor=\"middle\"", "");
    let mut drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9999 9999\">".to_owned();
    let texts = words.iter().copied().chain(["…", "n", "n n"]);
    for (number, text) in texts.enumerate() {
        let name = id(number);
        let _ = write!(
            drawing,
            "<text id=\"{name}\" x=\"9\" y=\"999\" font-size=\"{MEASURED}\"{shared}>{}</text>",
            escaped(text)
        );
    }
    drawing.push_str("</svg>");
    let all: Vec<f32> = widths(&drawing, fonts, words.len() + 3)?.into_iter().map(|width| width / MEASURED).collect();
    let (words, rest) = all.split_at_checked(words.len())?;
    let &[ellipsis, one, two] = rest else { return None };
    Some(Measured { words: words.to_vec(), space: (two - 2.0 * one).max(0.0), ellipsis })
}

/// The largest size at which the words are in so many lines, with the lines; at the least they are cut.
fn fitted(
    words: &[&str],
    measured: &Measured,
    (size, least): (f32, f32),
    width: f32,
    most: usize,
) -> (f32, Vec<String>) {
    let mut size = size;
    loop {
        let widest = width / size;
        let breaks = broken(measured, widest);
        let fits = breaks.len() <= most && measured.words.iter().all(|word| *word <= widest);
        if fits {
            let even = evened(measured, widest, breaks);
            return (size, even.into_iter().map(|line| words[line].join(" ")).collect());
        }
        if size <= least {
            return (size, cut(words, measured, widest, breaks, most));
        }
        size = (size * SMALLER).max(least);
    }
}

type Line = std::ops::Range<usize>;

/// Words in lines, as many in each as there is room for.
fn broken(measured: &Measured, widest: f32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut room = 0.0;
    for (number, word) in measured.words.iter().enumerate() {
        let more = measured.space + word;
        match lines.last_mut() {
            Some(line) if more <= room => {
                line.end = number + 1;
                room -= more;
            }
            _ => {
                lines.push(number..number + 1);
                room = widest - word;
            }
        }
    }
    lines
}

/// The same number of lines, as narrow as they can be: no word stands alone on the last.
fn evened(measured: &Measured, widest: f32, mut best: Vec<Line>) -> Vec<Line> {
    for step in 1_u16..20 {
        let narrower = widest * (1.0 - f32::from(step) * 0.025);
        let lines = broken(measured, narrower);
        if lines.len() > best.len() || measured.words.iter().any(|word| *word > narrower) {
            break;
        }
        best = lines;
    }
    best
}

/// The first lines, and an ellipsis where words are missing.
fn cut(words: &[&str], measured: &Measured, widest: f32, breaks: Vec<Line>, most: usize) -> Vec<String> {
    let is_short = breaks.len() > most;
    let mut lines: Vec<String> = Vec::new();
    for (number, mut line) in breaks.into_iter().take(most).enumerate() {
        let ends = is_short && number + 1 == most;
        let spaces = |line: &Line| f32::from(u16::try_from(line.len().saturating_sub(1)).unwrap_or_default());
        let length = |line: &Line| measured.words[line.clone()].iter().sum::<f32>() + measured.space * spaces(line);
        while ends && line.len() > 1 && length(&line) + measured.ellipsis > widest {
            line.end -= 1;
        }
        let wide = length(&line) > widest;
        let text = words[line.clone()].join(" ");
        lines.push(if wide {
            shortened(&text, widest / length(&line)) + "…"
        } else if ends {
            text + "…"
        } else {
            text
        });
    }
    lines
}

/// The beginning of one long word.
fn shortened(word: &str, share: f32) -> String {
    let count = word.chars().count();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a word has few letters"
    )]
    let kept = (count as f32 * share * 0.9) as usize;
    word.chars().take(kept.max(1)).collect()
}
