//! What is kept no longer: answers that are older than their form keeps them, sign-ups that nobody confirmed, links that are no longer good.

use colibri_contract::form::{self, Schema};
use serde_json::json;

use super::carrier::Carrier;
use super::deliveries::named;
use crate::audit::{LAST, line};
use crate::host::{Level, Statement, StoreError, Value, text};

const FORMS: &str = "SELECT DISTINCT form FROM submissions";
const OLD: &str = "SELECT count(*) AS n FROM submissions
  WHERE form = ?1 AND received_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?2, ?3)";
const REMOVE: &str = "DELETE FROM submissions WHERE form = ?1 AND received_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?2, ?3)";

/// Sign-ups that can no longer be confirmed, and counts that say nothing any more.
const EXPIRE: [&str; 4] = [
    "DELETE FROM signups WHERE expires_at < ?1 AND id <> 'nobody'",
    "DELETE FROM signup_hours WHERE hour < substr(strftime('%Y-%m-%dT%H', ?1, '-1 day'), 1, 13)",
    "DELETE FROM requests WHERE expires_at < ?1",
    "DELETE FROM bounces WHERE at < strftime('%Y-%m-%dT%H:%M:%fZ', ?1, '-180 days')",
];

/// What takes out sign-ups that have expired.
pub(crate) fn expire(now: &str) -> Vec<Statement> {
    EXPIRE.map(|sql| Statement { sql, parameters: vec![now.into()] }).into()
}

/// Takes out what is old. What fails is said, and done at the next time.
pub async fn forget(carrier: &impl Carrier) {
    let forms = forms(carrier).await.unwrap_or_else(|error| {
        carrier.log(Level::Error, &format!("what is old was not taken out: {error}"));
        Vec::new()
    });
    for form in &forms {
        if let Err(error) = forget_form(carrier, form).await {
            carrier.log(Level::Error, &format!("form {form}: what is old was not taken out: {error}"));
        }
    }
    if let Err(error) = carrier.batch(expire(&carrier.now())).await {
        carrier.log(Level::Error, &format!("newsletter: what has expired was not taken out: {error}"));
    }
}

/// The forms that have been answered.
async fn forms(carrier: &impl Carrier) -> Result<Vec<String>, StoreError> {
    let found = carrier.batch(vec![Statement { sql: FORMS, parameters: vec![] }]).await?;
    Ok(found.iter().flat_map(|outcome| &outcome.rows).map(|row| text(row, "form").to_owned()).collect())
}

/// After how many days: as the operator says, or the form itself.
async fn days_of(carrier: &impl Carrier, form: &str) -> Option<u32> {
    if let Some(days) = named(&carrier.deliveries().keep_days, form) {
        return Some(u32::from(*days));
    }
    let bytes = carrier.asset(&form::path(form)).await?;
    Schema::decode(&bytes).ok()?.policy.keep_days
}

/// Nothing is written down when there is nothing to take out.
async fn forget_form(carrier: &impl Carrier, form: &str) -> Result<(), StoreError> {
    let Some(days) = days_of(carrier, form).await else { return Ok(()) };
    let now = carrier.now();
    let parameters = vec![form.into(), now.as_str().into(), Value::Text(format!("-{days} days"))];
    let of = |sql| Statement { sql, parameters: parameters.clone() };
    let found = carrier.batch(vec![of(OLD), Statement { sql: LAST, parameters: vec![] }]).await?;
    let [old, last] = found.as_slice() else { return Ok(()) };
    if old.rows.first().is_none_or(|row| row["n"] == 0) {
        return Ok(());
    }
    let about = json!({"form": form, "older_than_days": days});
    let line = line(last.rows.first(), &now, "retention", &json!({"act": "remove", "about": about}))?;
    carrier.batch(vec![of(REMOVE), line]).await.map(drop)
}
