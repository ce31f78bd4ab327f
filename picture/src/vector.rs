//! Drawings in SVG: their size, and their text without anything that runs or that fetches.
//!
//! Takes the text of a drawing that anybody may have made; gives it again, shorter. Scripts, handlers of events, elements
//! of other languages, and references to anything outside the drawing are left out. What draws stays as it was written.

use roxmltree::{Document, Node, NodeType, ParsingOptions};
use std::fmt::Write as _;

/// The most elements and texts of a drawing.
const NODES: u32 = 200_000;
/// Elements may stand in one another this deep.
const DEPTH: usize = 200;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Elements that run, fetch, or hold another language.
const REFUSED: [&str; 9] =
    ["audio", "canvas", "embed", "foreignObject", "handler", "iframe", "object", "script", "video"];
/// Elements whose spaces are seen or read.
const SPACED: [&str; 6] = ["desc", "style", "text", "textPath", "title", "tspan"];
/// Pictures that may stand inside a drawing.
const INSIDE: [&str; 4] = ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"];

/// A drawing that is safe to publish.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    /// Its text.
    pub text: String,
    /// Width and height, if it says them: of itself, or else of what it shows.
    pub size: Option<(u32, u32)>,
}

/// Reads a drawing; none if it is not one, or is too deep or too large.
pub fn vector(text: &str) -> Option<Vector> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return None;
    }
    let mut written = String::with_capacity(text.len());
    element(root, 0, &mut written)?;
    // An element of another language may have the same name: nothing of it is kept, and it shows nothing.
    if written.is_empty() {
        return None;
    }
    Some(Vector { text: written, size: size(root) })
}

/// The size in pixels, as browsers take it.
fn size(root: Node<'_, '_>) -> Option<(u32, u32)> {
    let length = |name| root.attribute(name).and_then(|value| value.trim_end_matches("px").trim().parse::<f32>().ok());
    let shown = root.attribute("viewBox").and_then(|view| {
        let numbers: Vec<f32> = view.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
        Some((*numbers.get(2)?, *numbers.get(3)?))
    });
    let (width, height) = match (length("width"), length("height"), shown) {
        (Some(width), Some(height), _) => (width, height),
        (_, _, shown) => shown?,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is within the range")]
    let whole = |length: f32| (1.0..100_000.0).contains(&length).then(|| length.round() as u32);
    Some((whole(width)?, whole(height)?))
}

/// Writes an element with what it holds; none where it is too deep.
fn element(node: Node<'_, '_>, depth: usize, written: &mut String) -> Option<()> {
    let name = node.tag_name().name();
    let is_ours = node.tag_name().namespace().is_none_or(|space| space == SVG);
    if !is_ours || REFUSED.iter().any(|refused| name.eq_ignore_ascii_case(refused)) || changes_links(node) {
        return Some(());
    }
    if depth > DEPTH {
        return None;
    }
    if name == "style" && !is_inside(&text_of(node)) {
        return Some(());
    }
    let _ = write!(written, "<{name}");
    if depth == 0 {
        declarations(node, written);
    }
    attributes(node, written);
    let before = written.len();
    written.push('>');
    for child in node.children() {
        match child.node_type() {
            NodeType::Element => element(child, depth + 1, written)?,
            NodeType::Text => self::text(name, child.text().unwrap_or_default(), written),
            _ => {}
        }
    }
    if written.len() == before + 1 {
        written.truncate(before);
        written.push_str("/>");
    } else {
        let _ = write!(written, "</{name}>");
    }
    Some(())
}

fn declarations(root: Node<'_, '_>, written: &mut String) {
    if root.tag_name().namespace().is_some() {
        let _ = write!(written, " xmlns=\"{SVG}\"");
    }
    let is_linked = |node: Node<'_, '_>| node.attributes().any(|attribute| attribute.namespace() == Some(XLINK));
    if root.descendants().any(is_linked) {
        let _ = write!(written, " xmlns:xlink=\"{XLINK}\"");
    }
}

/// Whether an element would set a link or a handler later on.
fn changes_links(node: Node<'_, '_>) -> bool {
    let target = node.attribute("attributeName").unwrap_or_default().to_ascii_lowercase();
    target.ends_with("href") || target.starts_with("on")
}

fn attributes(node: Node<'_, '_>, written: &mut String) {
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        let prefix = match attribute.namespace() {
            None => "",
            Some(XLINK) => "xlink:",
            Some(XML) => "xml:",
            // Notes of drawing programs.
            Some(_) => continue,
        };
        let is_handler = name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
        if is_handler || !is_kept(name, value) {
            continue;
        }
        let _ = write!(written, " {prefix}{name}=\"");
        escape(value, written);
        written.push('"');
    }
}

fn is_kept(name: &str, value: &str) -> bool {
    match name {
        "href" | "src" => {
            let value = value.trim();
            value.starts_with('#') || INSIDE.iter().any(|inside| value.starts_with(inside))
        }
        "base" => false,
        _ => is_inside(value),
    }
}

/// Whether a piece of style refers to nothing outside the drawing.
fn is_inside(style: &str) -> bool {
    let lower = style.to_ascii_lowercase();
    let refers = lower.match_indices("url(").any(|(at, _)| {
        let address = lower[at + 4..].trim_start_matches([' ', '"', '\'']);
        !address.starts_with('#') && !address.starts_with("data:image/")
    });
    // A backslash can spell any of these words otherwise.
    !refers && !["@import", "javascript:", "image-set(", "\\"].iter().any(|sign| lower.contains(sign))
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|child| child.is_text().then(|| child.text()).flatten()).collect()
}

fn text(parent: &str, text: &str, written: &mut String) {
    if SPACED.contains(&parent) || !text.trim().is_empty() {
        escape(text, written);
    }
}

fn escape(text: &str, written: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            sign => written.push(sign),
        }
    }
}
