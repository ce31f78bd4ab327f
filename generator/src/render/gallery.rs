//! The pictures of a site: where their originals stand, what was developed of them, and what is still to be developed.
//!
//! Takes the plan and what earlier builds kept; gives facts about one picture in one layout. A picture that was not
//! developed yet is shown as it is, and is noted, so that it can be developed once all pages have said what they show.

use crate::output::Hash;
use crate::plan::{Address, Plan};
use crate::site::Site;
use crate::source::SourceFile;
use colibri_picture::{Developed, Fault, Fonts, Look, Order, Variant, Vector, Work, card_key, key, look, vector};
use hashbrown::HashMap;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, RwLock};

/// The endings of pictures that are shown by [`Gallery`].
const ENDINGS: [&str; 6] = ["gif", "jpeg", "jpg", "png", "svg", "webp"];

/// An original.
#[derive(Clone, Debug)]
pub(crate) struct Original {
    /// Its path in the site's folder.
    pub(crate) path: String,
    pub(crate) file: SourceFile,
}

/// What is known of a picture.
pub(crate) enum State {
    /// A drawing, which is one file for all sizes.
    Drawing(Option<Vector>),
    /// Not developed: shown as it is.
    Raw(Look),
    /// Developed, under its key.
    Ready(Developed, String),
    /// It cannot be shown.
    Faulty(Trouble),
}

/// Why a picture cannot be shown.
pub(crate) enum Trouble {
    Fault(Fault),
    /// Its ending says another format than its bytes, whose usual ending this is.
    Ending(&'static str),
}

/// What was made of an original, or why nothing could be.
type Kept = Result<Arc<[u8]>, Fault>;

/// The pictures of a site during one build.
#[derive(Default)]
pub(crate) struct Gallery {
    originals: HashMap<String, Original>,
    kept: RwLock<HashMap<String, Kept>>,
    orders: Mutex<BTreeMap<String, Order>>,
    /// What cards are written with, if they are drawn.
    fonts: Option<Fonts>,
}

/// The template of cards.
pub(crate) const CARD: &str = "card.svg";

impl Gallery {
    /// Empty where the theme says nothing of pictures, and no cards are wanted.
    pub(crate) fn new(site: &Site, plan: &Plan) -> Self {
        let fonts = (site.config.cards && site.theme.templates.contains_key(CARD))
            .then(|| Fonts::new(site.theme.fonts.values().map(|file| &file.bytes)));
        let has_layouts = !site.theme.layouts.is_empty();
        if !has_layouts && fonts.is_none() {
            return Gallery::default();
        }
        let assets = originals("assets", &plan.files.assets, &site.assets);
        let attachments = originals("content", &plan.files.attachments, &site.attachments);
        let originals = assets.chain(attachments).filter(|_| has_layouts).collect();
        let kept = site.developed.iter().map(|(key, file)| (key.clone(), Ok(file.bytes.clone()))).collect();
        Gallery { originals, kept: RwLock::new(kept), orders: Mutex::default(), fonts }
    }

    /// Whether cards are drawn.
    pub(crate) fn draws(&self) -> bool {
        self.fonts.is_some()
    }

    /// The key of a card; orders it, if nobody has drawn it yet. None where no cards are drawn.
    pub(crate) fn card(&self, drawing: &str) -> Option<String> {
        let fonts = self.fonts.as_ref()?;
        let key = card_key(drawing, fonts);
        if self.drawn(&key).is_none() {
            self.put(Order { key: key.clone(), work: Work::Draw(drawing.into(), fonts.clone()) });
        }
        Some(key)
    }

    /// What was drawn under a key, or why nothing could be; none if nobody has tried yet.
    pub(crate) fn drawn(&self, key: &str) -> Option<Result<Developed, Fault>> {
        match self.kept.read().ok()?.get(key)? {
            Ok(bytes) => Developed::decode(bytes).map(Ok),
            Err(fault) => Some(Err(*fault)),
        }
    }

    /// The original that stands at an address.
    pub(crate) fn original(&self, url: &str) -> Option<&Original> {
        self.originals.get(url)
    }

    /// What is known of an original in some widths.
    pub(crate) fn state(&self, original: &Original, widths: &[u32]) -> State {
        let ending = ending(&original.path);
        if ending == "svg" {
            return State::Drawing(vector(original.file.text()));
        }
        let key = key(original.file.hash, widths);
        match self.kept.read().ok().and_then(|kept| kept.get(&key).cloned()) {
            Some(Err(fault)) => return State::Faulty(Trouble::Fault(fault)),
            Some(Ok(bytes)) if let Some(developed) = Developed::decode(&bytes) => return State::Ready(developed, key),
            _ => {}
        }
        match look(&original.file.bytes) {
            Err(fault) => State::Faulty(Trouble::Fault(fault)),
            Ok(look) if !is_same(&ending, look.ending) => State::Faulty(Trouble::Ending(look.ending)),
            Ok(look) => {
                self.order(key, original, widths);
                State::Raw(look)
            }
        }
    }

    fn order(&self, key: String, original: &Original, widths: &[u32]) {
        self.put(Order { key, work: Work::Develop(original.file.bytes.clone(), widths.to_vec()) });
    }

    fn put(&self, order: Order) {
        if let Ok(mut orders) = self.orders.lock() {
            orders.insert(order.key.clone(), order);
        }
    }

    /// Pictures that were asked for and are not developed, each once, in order; forgets them.
    pub(crate) fn take_orders(&self) -> Vec<Order> {
        self.orders.lock().map(|mut orders| std::mem::take(&mut *orders).into_values().collect()).unwrap_or_default()
    }

    /// Takes what was developed.
    pub(crate) fn keep(&self, developed: Vec<(String, Result<Vec<u8>, Fault>)>) {
        if let Ok(mut kept) = self.kept.write() {
            kept.extend(developed.into_iter().map(|(key, made)| (key, made.map(Arc::from))));
        }
    }
}

fn originals<'a>(
    folder: &'a str,
    addresses: &'a BTreeMap<String, Address>,
    files: &'a BTreeMap<String, SourceFile>,
) -> impl Iterator<Item = (String, Original)> + 'a {
    let pictures = files.iter().filter(|(name, _)| ENDINGS.contains(&ending(name).as_str()));
    pictures.filter_map(move |(name, file)| {
        let original = Original { path: format!("{folder}/{name}"), file: file.clone() };
        Some((addresses.get(name)?.url.clone(), original))
    })
}

fn ending(path: &str) -> String {
    path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

fn is_same(written: &str, usual: &str) -> bool {
    written == usual || (written == "jpeg" && usual == "jpg")
}

/// Where a variant of a picture stands in the output: named after its original, for people who keep it.
pub(crate) fn path(original: &str, key: &str, variant: &Variant) -> String {
    const LONGEST: usize = 40;
    let name = original.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_ascii_lowercase();
    let plain = stem.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' });
    let plain: String = plain.take(LONGEST).collect();
    let plain = plain.trim_matches('-');
    let plain = if plain.is_empty() { "picture" } else { plain };
    format!("assets/{plain}.{}-{}.{}", &key[..10], variant.width, variant.format.ending())
}

/// One file of a picture, ready for the output.
#[derive(Clone, Debug)]
pub struct PictureFile {
    /// The name under which its picture is kept.
    pub key: String,
    /// Path in the output.
    pub path: String,
    /// Address from the root.
    pub url: String,
    /// Hash of its bytes.
    pub hash: Hash,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}
