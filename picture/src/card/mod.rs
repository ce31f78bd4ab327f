//! Cards: a drawing with texts becomes one picture, in fonts that come along and no others.
//!
//! Takes an SVG and fonts; gives a [`Developed`] picture with one file. A text with the attribute `data-width` is set in lines
//! ([`lines`]). Nothing is fetched: what a drawing refers to elsewhere is left out. Machines with other fonts, or none, draw the same.

mod flat;
mod lines;

use super::encode;
use super::nature;
use super::original::Fault;
use super::pixels::Pixels;
use super::record::Developed;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Group, ImageHrefResolver, Node, Options, Tree, fontdb};
use std::sync::Arc;

/// Changes with everything that makes other bytes of the same drawing.
const VERSION: &str = "1";

/// The most pixels of a card, on each side: those who show cards take no larger ones.
const LONGEST: u32 = 2400;

/// The fonts of a theme, ready to be drawn with.
#[derive(Clone, Debug)]
pub struct Fonts {
    database: Arc<fontdb::Database>,
    hash: blake3::Hash,
}

impl Fonts {
    /// Fonts as files hold them; what is no font is left out.
    pub fn new<'f>(files: impl IntoIterator<Item = &'f Arc<[u8]>>) -> Self {
        let mut database = fontdb::Database::new();
        let mut hasher = blake3::Hasher::new();
        for file in files {
            hasher.update(blake3::hash(file).as_bytes());
            database.load_font_source(fontdb::Source::Binary(Arc::new(Arc::clone(file))));
        }
        Fonts { database: Arc::new(database), hash: hasher.finalize() }
    }

    /// Whether there is nothing to write with.
    pub fn is_empty(&self) -> bool {
        self.database.is_empty()
    }
}

/// The name under which a drawing in some fonts is kept.
pub fn card_key(drawing: &str, fonts: &Fonts) -> String {
    let said = format!("card {VERSION} {} {drawing}", fonts.hash);
    blake3::hash(said.as_bytes()).to_hex()[..32].to_owned()
}

/// Draws a card.
///
/// # Errors
/// When the drawing cannot be read, is larger than cards may be, or has letters that none of the fonts has.
pub fn draw(drawing: &str, fonts: &Fonts) -> Result<Developed, Fault> {
    let whole = lines::set(drawing, fonts).ok_or(Fault::Broken)?;
    let tree = tree(&whole, fonts).ok_or(Fault::Broken)?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    if width > LONGEST || height > LONGEST {
        return Err(Fault::TooLarge((u64::from(width) * u64::from(height)).div_ceil(1_000_000)));
    }
    // A text for which there is no font at all is left out of what is understood.
    if lettered(tree.root()) != Some(lines::texts(&whole)) {
        return Err(Fault::Letters);
    }
    let mut map = Pixmap::new(width, height).ok_or(Fault::Broken)?;
    map.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut map.as_mut());
    let data = map.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let pixels = Pixels { width, height, channels: 3, data };
    let variants = encode::card(&pixels, flat::few_colours(&pixels)).into_iter().collect();
    Ok(Developed { width, height, colour: nature::colour(&pixels), moves: false, variants })
}

/// A drawing as it is understood.
fn tree(drawing: &str, fonts: &Fonts) -> Option<Tree> {
    let nothing = ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let fontdb = Arc::clone(&fonts.database);
    Tree::from_str(drawing, &Options { fontdb, image_href_resolver: nothing, ..Options::default() }).ok()
}

/// How many texts there are; none if a letter has no form in any font.
fn lettered(group: &Group) -> Option<usize> {
    let one = |node: &Node| match node {
        Node::Group(group) => lettered(group),
        Node::Text(text) => {
            let mut glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            glyphs.all(|glyph| glyph.id.0 != 0).then_some(1)
        }
        _ => Some(0),
    };
    group.children().iter().map(one).sum()
}

/// The width of each text of a drawing, by its `id`.
fn widths(drawing: &str, fonts: &Fonts, ids: usize) -> Option<Vec<f32>> {
    let tree = tree(drawing, fonts)?;
    let width = |number: usize| match tree.node_by_id(&lines::id(number)) {
        Some(node) => node.bounding_box().width(),
        None => 0.0,
    };
    Some((0..ids).map(width).collect())
}

#[cfg(test)]
mod tests;
