//! What letters say: made from a row of the store and from what the site holds, anew each time.

use colibri_contract::form::{self, Schema};
use colibri_contract::message::{self, Bundle};
use colibri_contract::newsletter::{self, Newsletter};
use colibri_contract::site::{self, Language, Manifest};

use super::report::Report;
use crate::host::{Host, Row, Statement, StoreError, text};
use crate::letter::{Letter, origin};
use crate::newsletter::letter::{self, Sealed};
use crate::personal;

/// What was sent last, forms and sign-ups alike.
const LAST: &str = "\
SELECT id, form, lang, received_at, answers, '' AS signup, '' AS address, '' AS request FROM submissions
UNION ALL SELECT '', '', lang, asked_at, '', id, address, '' FROM signups WHERE id <> 'nobody' AND state <> 'confirmed'
UNION ALL SELECT '', '', lang, asked_at, '', '', address, id FROM requests
ORDER BY received_at DESC LIMIT 20";

/// A letter as its reader meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// When it was set in motion, in UTC.
    pub at: String,
    /// To whom it goes; empty for those whom the operator names.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as a page.
    pub html: String,
}

/// The letters that what was sent last sets in motion, the newest first, for who makes a site. Sends none of them, and changes nothing.
///
/// # Errors
/// When the store cannot be read.
pub async fn written(host: &impl Host) -> Result<Vec<Written>, StoreError> {
    let outcomes = host.batch(vec![Statement { sql: LAST, parameters: vec![] }]).await?;
    let mut letters = Vec::new();
    for row in outcomes.iter().flat_map(|outcome| &outcome.rows) {
        let letter = match (text(row, "signup"), text(row, "request")) {
            ("", "") => None,
            ("", _) => personal(host, row).await,
            _ => opt_in(host, row).await,
        };
        let said = match letter {
            Some(said) => Some((said.subject, said.text, said.html)),
            None => {
                report(host, row).await.map(|report| report.letter()).map(|said| (said.subject, said.text, said.html))
            }
        };
        let (at, to) = (text(row, "received_at").to_owned(), text(row, "address").to_owned());
        letters.extend(said.map(|(subject, text, html)| Written { at, to, subject, text, html }));
    }
    Ok(letters)
}

/// The submission of a row; none when its form is no longer in the site.
pub(super) async fn report(host: &impl Host, row: &Row) -> Option<Report> {
    let asset = host.asset(&form::path(text(row, "form"))).await?;
    Report::read(row, Schema::decode(&asset).ok()?)
}

/// The letter that asks for a confirmation; none when the newsletter is no longer in the site.
pub(super) async fn opt_in(host: &impl Host, row: &Row) -> Option<Letter> {
    let newsletter = Newsletter::decode(&host.asset(newsletter::PATH).await?).ok()?;
    let (reader, secret) = (Reader::of(host, row).await?, host.mailing()?.secret);
    let sealed = Sealed { origin: origin(&reader.base_url), secret: &secret, signup: text(row, "signup") };
    Some(letter::opt_in(&newsletter, &reader.words, &reader.language, &sealed))
}

/// The letter with a link to what its reader sent.
pub(super) async fn personal(host: &impl Host, row: &Row) -> Option<Letter> {
    let (reader, secret) = (Reader::of(host, row).await?, host.mailing()?.secret);
    let (origin, request) = (origin(&reader.base_url), text(row, "request"));
    Some(personal::letter(&reader.words, &reader.language, origin, &secret, request))
}

/// Who reads a letter.
struct Reader {
    language: Language,
    words: Bundle,
    /// Where the site is published.
    base_url: String,
}

impl Reader {
    /// In the language of a row, or that in which the site is first written.
    async fn of(host: &impl Host, row: &Row) -> Option<Self> {
        let manifest = Manifest::decode(&host.asset(site::MANIFEST_PATH).await?).ok()?;
        let known = manifest.language(text(row, "lang")).or_else(|| manifest.language(&manifest.reference));
        let language = known?.clone();
        let words = host.asset(&message::path(&language.code)).await.and_then(|bytes| Bundle::decode(&bytes).ok());
        Some(Self { language, words: words.unwrap_or_else(Bundle::english), base_url: manifest.base_url })
    }
}
