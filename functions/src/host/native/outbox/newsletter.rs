//! Letters of the newsletter: made anew at each attempt from the sign-up and from the words of the site.

use colibri_contract::message::{self, Bundle};
use colibri_contract::newsletter::{self, Newsletter};
use colibri_contract::site::{self, Manifest};

use super::{Outbox, Trouble, text};
use crate::host::{Row, Statement};
use crate::newsletter::letter::{Letter, Sealed, opt_in, origin};

/// The address is kept for a day on which it can be reached, and the entry of the outbox goes.
const KEPT: &str = "\
UPDATE signups SET state = 'unreachable', expires_at = strftime('%Y-%m-%dT%H:%M:%fZ', ?2, '+365 days')
WHERE id = ?1 AND state = 'pending'";

/// What marks a sign-up whose address the server cannot carry.
pub(super) fn kept(signup: &str, now: &str) -> Statement {
    Statement { sql: KEPT, parameters: vec![signup.into(), now.into()] }
}

/// Sign-ups that can no longer be confirmed, and counts that say nothing any more.
const EXPIRE: [&str; 3] = [
    "DELETE FROM signups WHERE expires_at < ?1 AND id <> 'nobody'",
    "DELETE FROM signup_hours WHERE hour < substr(strftime('%Y-%m-%dT%H', ?1, '-1 day'), 1, 13)",
    "DELETE FROM bounces WHERE at < strftime('%Y-%m-%dT%H:%M:%fZ', ?1, '-180 days')",
];

/// What takes them out.
pub(in crate::host::native) fn expire(now: &str) -> Vec<Statement> {
    EXPIRE.map(|sql| Statement { sql, parameters: vec![now.into()] }).into()
}

/// Sends the letter that asks for a confirmation.
pub(super) async fn send(outbox: &Outbox, row: &Row) -> Result<(), Trouble> {
    let mail =
        outbox.deliveries.mail.as_ref().ok_or_else(|| Trouble::lasting("no server of mail is among the deliveries"))?;
    let letter = letter(outbox, row).ok_or_else(|| Trouble::lasting("the newsletter is no longer in the site"))?;
    mail.send_letter(text(row, "entry"), text(row, "wire"), &letter).await
}

fn letter(outbox: &Outbox, row: &Row) -> Option<Letter> {
    let find = |path: &str| outbox.site.find(path).map(|asset| asset.bytes);
    let newsletter = Newsletter::decode(&find(newsletter::PATH)?).ok()?;
    let manifest = Manifest::decode(&find(site::MANIFEST_PATH)?).ok()?;
    let language = manifest.language(text(row, "lang")).or_else(|| manifest.language(&manifest.reference))?;
    let words = find(&message::path(&language.code)).and_then(|bytes| Bundle::decode(&bytes).ok());
    let secret = outbox.deliveries.mailing()?.secret;
    let sealed = Sealed { origin: origin(&manifest.base_url), secret: &secret, signup: text(row, "signup") };
    Some(opt_in(&newsletter, &words.unwrap_or_else(Bundle::english), language, &sealed))
}
