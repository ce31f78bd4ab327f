//! Makes the index of one language: parts of it side by side, then all of them into files.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use super::facets::{self, Facet};
use super::format::File;
use super::keys::Analyser;
use super::lexicon::{self, Entry};
use super::posting::{Posting, push_list};
use super::root::{Root, length_code};
use super::shard::{BlockWriter, ShardWriter};

/// The most bytes of text kept for excerpts; words beyond it are found all the same.
const KEPT_BYTES: usize = 4_096;

/// One page, as plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document<'a> {
    /// Where the page is, from the root.
    pub url: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// Title of the section it is in; may be empty.
    pub section: Cow<'a, str>,
    /// What is read on it, without markup and without the title.
    pub text: Cow<'a, str>,
    /// Its day for people; may be empty.
    pub day: Cow<'a, str>,
    /// The same day as a number to compare, such as 20260312; 0 for none.
    pub date: u32,
}

/// Words that say the same: a page that has one of a group is found by each of it.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    /// The first key of a word to the others of its group.
    others: HashMap<String, Vec<String>, FxBuildHasher>,
}

impl Synonyms {
    /// Groups of words. What an analyser takes for several words is in no group: see [`Analyser::only_word`].
    pub fn new(analyser: &Analyser, groups: &[Vec<String>]) -> Self {
        let mut synonyms = Self::default();
        for group in groups {
            let words: Vec<String> = group.iter().filter_map(|word| analyser.only_word(word)).collect();
            for word in &words {
                let others = synonyms.others.entry(analyser.keys(word).first).or_default();
                others.extend(words.iter().filter(|other| *other != word).cloned());
            }
        }
        synonyms
    }
}

/// The words of some documents that follow each other. Parts of one index can be made at the same time.
#[derive(Debug, Default)]
pub struct Part {
    lengths: Vec<u8>,
    titles: Vec<u8>,
    words: u32,
    /// Words as they are written, with how many documents have them.
    seen: HashMap<String, Seen, FxBuildHasher>,
    keys: HashMap<String, u32, FxBuildHasher>,
    /// The keys of what says the same as a key, where a group has it.
    alike: HashMap<u32, Vec<u32>, FxBuildHasher>,
    /// Where the last posting of each key is.
    last: Vec<usize>,
    postings: Vec<(u32, Posting)>,
}

/// A word met before.
#[derive(Clone, Copy, Debug)]
struct Seen {
    keys: [u32; 2],
    documents: u32,
    last: u32,
}

impl Part {
    /// Reads documents, of which the first will have number 0 in the part.
    pub fn of(analyser: &Analyser, documents: &[Document<'_>], synonyms: &Synonyms) -> Self {
        let mut part = Self::default();
        for (number, document) in (0..).zip(documents) {
            let title = part.read(analyser, number, (&document.title, true), synonyms);
            let length = title + part.read(analyser, number, (&document.text, false), synonyms);
            part.words = part.words.saturating_add(length);
            part.lengths.push(length_code(length));
            part.titles.push(u8::try_from(title).unwrap_or(u8::MAX));
        }
        part
    }

    fn read(&mut self, analyser: &Analyser, document: u32, (text, in_title): (&str, bool), synonyms: &Synonyms) -> u32 {
        let mut length: u32 = 0;
        analyser.words(text, |_, word| {
            length = length.saturating_add(1);
            let [first, second] = self.meet(analyser, word, document, synonyms);
            self.count(first, document, in_title);
            if second != first {
                self.count(second, document, in_title);
            }
            for other in self.alike.get(&first).cloned().unwrap_or_default() {
                self.count(other, document, in_title);
            }
        });
        length
    }

    /// The numbers of a word's keys.
    fn meet(&mut self, analyser: &Analyser, word: &str, document: u32, synonyms: &Synonyms) -> [u32; 2] {
        if let Some(seen) = self.seen.get_mut(word) {
            seen.documents += u32::from(seen.last != document);
            seen.last = document;
            return seen.keys;
        }
        let keys = analyser.keys(word);
        let first = self.number(&keys.first);
        if let Some(others) = synonyms.others.get(&keys.first).filter(|_| !self.alike.contains_key(&first)) {
            let keys = others.iter().map(|other| analyser.keys(other));
            let keys: BTreeSet<u32> =
                keys.flat_map(|keys| [Some(keys.first), keys.second]).flatten().map(|key| self.number(&key)).collect();
            self.alike.insert(first, keys.into_iter().filter(|key| *key != first).collect());
        }
        let second = keys.second.map_or(first, |second| self.number(&second));
        self.seen.insert(word.into(), Seen { keys: [first, second], documents: 1, last: document });
        [first, second]
    }

    fn number(&mut self, key: &str) -> u32 {
        // There are fewer keys than bytes of text, of which an index holds no more than 32 bits can count.
        let next = u32::try_from(self.last.len()).unwrap_or(u32::MAX);
        let number = *self.keys.entry_ref(key).or_insert(next);
        if number == next {
            self.last.push(usize::MAX);
        }
        number
    }

    fn count(&mut self, key: u32, document: u32, in_title: bool) {
        let last = &mut self.last[key as usize];
        match self.postings.get_mut(*last) {
            Some((_, posting)) if posting.document == document => {
                posting.times += u32::from(!in_title);
                posting.in_title |= in_title;
            }
            _ => {
                *last = self.postings.len();
                self.postings.push((key, Posting { document, times: u32::from(!in_title), in_title }));
            }
        }
    }

    /// Postings key by key, with where those of each key begin.
    fn by_key(&self) -> (Vec<Posting>, Vec<usize>) {
        let mut starts = vec![0; self.last.len() + 1];
        for (key, _) in &self.postings {
            starts[*key as usize + 1] += 1;
        }
        for key in 1..starts.len() {
            starts[key] += starts[key - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![Posting::default(); self.postings.len()];
        for (key, posting) in &self.postings {
            let place = &mut next[*key as usize];
            sorted[*place] = *posting;
            *place += 1;
        }
        (sorted, starts)
    }
}

/// Makes the files of an index from its parts, all documents in the same order, and what they are of. Same documents, same
/// bytes, however they were cut into parts.
pub fn assemble(parts: &[Part], documents: &[Document<'_>], facets: &[Facet]) -> Vec<File> {
    let mut files = Vec::new();
    let mut root = Root::default();
    for part in parts {
        root.lengths.extend_from_slice(&part.lengths);
        root.titles.extend_from_slice(&part.titles);
        root.words = root.words.saturating_add(part.words);
    }
    let mut blocks = BlockWriter::default();
    for document in documents {
        let texts = [&*document.url, &*document.title, &*document.section, &*document.day, beginning(&document.text)];
        blocks.document(texts, &mut files);
    }
    root.blocks = blocks.finish(&mut files);
    let facets = facets::write(documents.iter().map(|document| document.date), facets);
    root.facets = facets.map(|raw| File::part(raw, &mut files));
    root.shards = shards(parts, &mut files);
    root.lexicons = lexicon::write(entries(parts), &mut files);
    files.push(File::root(root.write()));
    files
}

fn shards(parts: &[Part], files: &mut Vec<File>) -> Vec<(String, u64)> {
    let lists: Vec<_> = parts.iter().map(Part::by_key).collect();
    let mut firsts = Vec::with_capacity(parts.len());
    let mut first = 0;
    for part in parts {
        firsts.push(first);
        first += u32::try_from(part.lengths.len()).unwrap_or(u32::MAX);
    }
    let mut keys: Vec<(&str, usize, usize)> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        keys.extend(part.keys.iter().map(|(key, place)| (key.as_str(), number, *place as usize)));
    }
    keys.sort_unstable();
    let mut writer = ShardWriter::default();
    let (mut together, mut list) = (Vec::new(), Vec::new());
    for same in keys.chunk_by(|one, other| one.0 == other.0) {
        together.clear();
        list.clear();
        for (_, part, key) in same {
            let (postings, starts) = &lists[*part];
            let moved = |one: &Posting| Posting { document: one.document + firsts[*part], ..*one };
            together.extend(postings[starts[*key]..starts[*key + 1]].iter().map(moved));
        }
        push_list(&mut list, &together);
        writer.key(same[0].0, &list, files);
    }
    writer.finish(files)
}

/// Every word, with how many documents have it.
fn entries(parts: &[Part]) -> Vec<Entry> {
    let mut all: HashMap<&str, u32, FxBuildHasher> = HashMap::default();
    for part in parts {
        for (word, seen) in &part.seen {
            *all.entry(word.as_str()).or_default() += seen.documents;
        }
    }
    all.into_iter().map(|(word, documents)| Entry { word: word.into(), documents }).collect()
}

/// Makes an index at once: name, see [`super::path`], and bytes of each file.
pub fn build(lang: &str, documents: &[Document<'_>]) -> Vec<(String, Vec<u8>)> {
    let part = Part::of(&Analyser::of(lang), documents, &Synonyms::default());
    assemble(&[part], documents, &[]).into_iter().map(|file| (file.name.clone(), file.pack())).collect()
}

fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(KEPT_BYTES)]
}
