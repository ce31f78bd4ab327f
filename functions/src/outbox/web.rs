//! Requests to other programs: webhooks, signed so that they know from whom, and HubSpot's Forms API, version 3
//! (developers.hubspot.com, "Submit data to a form").

use std::fmt;

use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use sha2::Sha256;

use super::carrier::{Answer, Post, Trouble};
use super::deliveries::HubSpot;
use super::report::Report;
use crate::hexadecimal::hexadecimal;

/// The longest pause that another program may ask for, in seconds.
const LONGEST_PAUSE: u32 = 6 * 60 * 60;

/// A program that shares a secret with us.
#[derive(Clone, Serialize, Deserialize)]
pub struct Webhook(String);

impl fmt::Debug for Webhook {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Webhook")
    }
}

impl Webhook {
    /// A program that shares this secret.
    pub fn new(secret: &str) -> Self {
        Self(secret.to_owned())
    }

    /// What tells it of a submission, with the time in seconds and a signature over both, so that nobody can send it again later.
    pub(crate) fn post(&self, entry: &str, url: &str, report: &Report, second: &str) -> Option<Post> {
        let body = report.json().to_string();
        let headers = vec![
            ("colibri-timestamp", second.to_owned()),
            ("colibri-signature", format!("v1={}", self.signature(second, &body)?)),
            ("idempotency-key", entry.to_owned()),
        ];
        Some(Post { url: url.to_owned(), headers, body })
    }

    /// Whether a program that shares the secret has signed this as we sign. Takes as long for every wrong signature.
    #[cfg(feature = "native")]
    pub(crate) fn has_signed(&self, second: &str, body: &[u8], signature: &str) -> bool {
        let seal = signature.strip_prefix("v1=").and_then(crate::hexadecimal::bytes);
        self.mac(second, body).zip(seal).is_some_and(|(mac, seal)| mac.verify_slice(&seal).is_ok())
    }

    /// What we sign with, in hexadecimal digits.
    fn signature(&self, second: &str, body: &str) -> Option<String> {
        Some(hexadecimal(&self.mac(second, body.as_bytes())?.finalize().into_bytes()))
    }

    /// HMAC-SHA-256 over the time, a point and the body.
    fn mac(&self, second: &str, body: &[u8]) -> Option<Hmac<Sha256>> {
        let mac = Hmac::<Sha256>::new_from_slice(self.0.as_bytes()).ok()?;
        Some(mac.chain_update(second).chain_update(b".").chain_update(body))
    }
}

impl HubSpot {
    /// What tells HubSpot of a submission; none when its form asks for consent, and its sender did not give it.
    pub(crate) fn post(&self, target: &str, report: &Report, millisecond: &str) -> Option<Post> {
        let consent = report.consent();
        if consent == Some("") {
            return None;
        }
        let fields: Vec<Json> = self.fields.iter().filter_map(|(field, name)| said(report, field, name)).collect();
        let context = json!({"pageName": report.schema.id});
        let mut body = json!({"fields": fields, "context": context, "submittedAt": millisecond});
        if let Some(text) = consent {
            body["legalConsentOptions"] = json!({"consent": {"consentToProcess": true, "text": text}});
        }
        let url = format!("{}/submissions/v3/integration/submit/{target}", self.base.trim_end_matches('/'));
        Some(Post { url, headers: Vec::new(), body: body.to_string() })
    }
}

fn said(report: &Report, field: &str, property: &str) -> Option<Json> {
    let value = match report.answers.get(field)? {
        Json::String(text) => text.clone(),
        Json::Array(many) => many.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    };
    Some(json!({"objectTypeId": "0-1", "name": property, "value": value}))
}

/// What is answered with 2xx is done; 408, 429 and 5xx may pass; anything else needs a person.
pub(crate) fn verdict(answer: &Answer) -> Result<(), Trouble> {
    let why = format!("answered {}", answer.status);
    match answer.status {
        200..=299 => Ok(()),
        408 | 429 | 500..=599 => {
            let wait = answer.retry_after.as_deref().and_then(|text| text.trim().parse().ok());
            Err(Trouble { wait: wait.map(|seconds: u32| seconds.min(LONGEST_PAUSE)), ..Trouble::passing(&why) })
        }
        _ => Err(Trouble::lasting(&why)),
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;

    /// The digits are those that Python's `hmac` gives.
    #[test]
    fn a_signature_is_what_others_compute() {
        let signature = Webhook::new("Jefe").signature("1767225600", "{\"a\":1}").unwrap();
        assert_eq!(signature, "bb7f7f576d169b57777ab3f8cf1a3b51416fd9eba32fdcb6f59ea046006c32b8");
        let has_signed = |time, signature: &str| Webhook::new("Jefe").has_signed(time, b"{\"a\":1}", signature);
        assert!(has_signed("1767225600", &format!("v1={signature}")));
        for wrong in ["", "v1=", &signature, &format!("v1={}", &signature[2..]), "v1=é"] {
            assert!(!has_signed("1767225600", wrong), "{wrong}");
        }
        assert!(!has_signed("1767225601", &format!("v1={signature}")));
    }
}
