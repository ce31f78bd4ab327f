//! Requests to other programs, signed so that they know from whom.

use std::time::Duration;

use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::Trouble;
use crate::hexadecimal::{bytes, hexadecimal};
use crate::outbox::report::Report;

/// How long another program may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The longest pause that another program may ask for.
const LONGEST_PAUSE: u32 = 6 * 60 * 60;

/// A program that is told of submissions.
#[derive(Clone)]
pub struct Webhook {
    secret: Vec<u8>,
}

impl std::fmt::Debug for Webhook {
    /// Without the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Webhook").finish_non_exhaustive()
    }
}

impl Webhook {
    /// A program that shares this secret.
    pub fn new(secret: &str) -> Self {
        Self { secret: secret.as_bytes().to_vec() }
    }

    /// Sends the submission, with the time and a signature over both, so that nobody can send it again later.
    pub(super) async fn send(&self, entry: String, url: String, report: &Report, now: &str) -> Result<(), Trouble> {
        let body = report.json().to_string();
        let time = now.parse::<jiff::Timestamp>().map_err(|error| Trouble::passing(&error))?.as_second().to_string();
        let signature = self.signature(&time, &body)?;
        let headers = vec![
            ("colibri-timestamp", time),
            ("colibri-signature", format!("v1={signature}")),
            ("idempotency-key", entry),
        ];
        post(url, headers, body).await
    }

    /// Whether a program that shares the secret has signed this as we sign. Takes as long for every wrong signature.
    pub(in crate::host::native) fn has_signed(&self, time: &str, body: &[u8], signature: &str) -> bool {
        let seal = signature.strip_prefix("v1=").and_then(bytes);
        self.mac(time, body).ok().zip(seal).is_some_and(|(mac, seal)| mac.verify_slice(&seal).is_ok())
    }

    /// What we sign with, in hexadecimal digits.
    fn signature(&self, time: &str, body: &str) -> Result<String, Trouble> {
        Ok(hexadecimal(&self.mac(time, body.as_bytes())?.finalize().into_bytes()))
    }

    /// HMAC-SHA-256 over the time, a point and the body.
    fn mac(&self, time: &str, body: &[u8]) -> Result<Hmac<Sha256>, Trouble> {
        let mac = Hmac::<Sha256>::new_from_slice(&self.secret).map_err(|error| Trouble::lasting(&error))?;
        Ok(mac.chain_update(time).chain_update(b".").chain_update(body))
    }
}

/// Posts JSON. What is answered with 2xx is done; 408, 429 and 5xx may pass; anything else needs a person. No redirect is
/// followed: the address is the operator's own.
pub(super) async fn post(url: String, headers: Vec<(&'static str, String)>, body: String) -> Result<(), Trouble> {
    let asked = tokio::task::spawn_blocking(move || ask(&url, &headers, &body));
    asked.await.map_err(|error| Trouble::passing(&error))?
}

fn ask(url: &str, headers: &[(&'static str, String)], body: &str) -> Result<(), Trouble> {
    let config = ureq::Agent::config_builder();
    let config = config.timeout_global(Some(PATIENCE)).max_redirects(0).http_status_as_error(false);
    let agent: ureq::Agent = config.build().into();
    let mut request = agent.post(url).header("content-type", "application/json");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let response = request.send(body).map_err(|error| Trouble::passing(&error))?;
    let wait = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.trim().parse().ok());
    match response.status().as_u16() {
        200..=299 => Ok(()),
        status @ (408 | 429 | 500..=599) => Err(Trouble {
            wait: wait.map(|seconds: u32| seconds.min(LONGEST_PAUSE)),
            ..Trouble::passing(&format!("answered {status}"))
        }),
        status => Err(Trouble::lasting(&format!("answered {status}"))),
    }
}

#[cfg(test)]
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
