//! What letters say: made from a row of the store and from what the site holds, anew each time.

use colibri_contract::form::{self, Schema};
use colibri_contract::message::{self, Bundle};
use colibri_contract::newsletter::{self, Newsletter};
use colibri_contract::site::{self, Manifest};

use super::report::Report;
use crate::host::{Host, Row, Statement, StoreError, text};
use crate::newsletter::letter::{self, Sealed};

/// What was sent last, forms and sign-ups alike.
const LAST: &str = "\
SELECT id, form, lang, received_at, answers, '' AS signup, '' AS address FROM submissions
UNION ALL SELECT '', '', lang, asked_at, '', id, address FROM signups WHERE id <> 'nobody' AND state <> 'confirmed'
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
        let said = if text(row, "signup").is_empty() {
            report(host, row).await.map(|report| report.letter()).map(|said| (said.subject, said.text, said.html))
        } else {
            opt_in(host, row).await.map(|said| (said.subject, said.text, said.html))
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
pub(super) async fn opt_in(host: &impl Host, row: &Row) -> Option<letter::Letter> {
    let newsletter = Newsletter::decode(&host.asset(newsletter::PATH).await?).ok()?;
    let manifest = Manifest::decode(&host.asset(site::MANIFEST_PATH).await?).ok()?;
    let language = manifest.language(text(row, "lang")).or_else(|| manifest.language(&manifest.reference))?;
    let words = host.asset(&message::path(&language.code)).await.and_then(|bytes| Bundle::decode(&bytes).ok());
    let secret = host.mailing()?.secret;
    let sealed = Sealed { origin: letter::origin(&manifest.base_url), secret: &secret, signup: text(row, "signup") };
    Some(letter::opt_in(&newsletter, &words.unwrap_or_else(Bundle::english), language, &sealed))
}
