//! The codes by which sessions are attended.

use colibri_contract::form::{Choice, Codes, Kind, Schema, Submission};
use hmac::Mac;

use super::code::{sign, spaced};
use crate::host::Host;
use crate::token::sealing;

/// How many signs a code has that the host makes: 40 bits, which nobody finds while the session lasts.
const SIGNS: usize = 8;

/// The code of a session for which its editor wrote none: only who has the secret can tell it.
pub(crate) fn code(secret: &[u8], form: &str, session: &str) -> String {
    let Some(mac) = sealing(secret, ["session", form, session]) else { return String::new() };
    let signs: String = mac.finalize().into_bytes().iter().take(SIGNS).map(|byte| sign(*byte)).collect();
    spaced(&signs)
}

/// The codes of the sessions that are open now.
pub(super) fn codes(schema: &Schema, host: &impl Host) -> Codes {
    if schema.sessions().next().is_none() {
        return Codes::default();
    }
    let secret = host.secret();
    Codes::of(schema, &host.now(), |session| secret.as_ref().map(|secret| code(secret, &schema.id, session)))
}

/// The session whose code a link to the form fills in.
pub(super) fn meant<'a>(schema: &'a Schema, filled: &Submission, host: &impl Host) -> Option<&'a Choice> {
    let field = schema.fields.iter().find(|field| field.kind == Kind::Session)?;
    let codes = codes(schema, host);
    let session = codes.session(filled.values(&field.name).next()?)?;
    field.choices.iter().find(|choice| choice.value == session)
}
