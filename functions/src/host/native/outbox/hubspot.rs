//! A line in the CRM: HubSpot's Forms API, version 3 (developers.hubspot.com, "Submit data to a form").

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::Trouble;
use super::web::post;
use crate::outbox::report::Report;

/// A form of HubSpot.
#[derive(Clone, Debug)]
pub struct HubSpot {
    /// Where the API is; another one in tests.
    pub base: String,
    /// Field of the form to property of HubSpot; the others are not sent.
    pub fields: BTreeMap<String, String>,
}

impl HubSpot {
    /// Sends a submission. One whose form asks for consent, and whose sender did not give it, is not sent: that is no failure.
    pub(super) async fn send(&self, target: &str, report: &Report) -> Result<(), Trouble> {
        if report.consent() == Some("") {
            return Ok(());
        }
        let url = format!("{}/submissions/v3/integration/submit/{target}", self.base.trim_end_matches('/'));
        post(url, Vec::new(), self.body(report).to_string()).await
    }

    fn body(&self, report: &Report) -> Json {
        let said = |(field, property): (&String, &String)| {
            let value = match report.answers.get(field)? {
                Json::String(text) => text.clone(),
                Json::Array(many) => many.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(";"),
                other => other.to_string(),
            };
            Some(json!({"objectTypeId": "0-1", "name": property, "value": value}))
        };
        let fields: Vec<Json> = self.fields.iter().filter_map(said).collect();
        let mut body = json!({"fields": fields, "context": {"pageName": report.schema.id}});
        if let Ok(time) = report.received_at.parse::<jiff::Timestamp>() {
            body["submittedAt"] = time.as_millisecond().to_string().into();
        }
        if let Some(text) = report.consent() {
            body["legalConsentOptions"] = json!({"consent": {"consentToProcess": true, "text": text}});
        }
        body
    }
}
