//! The newsletter: people sign up, confirm, choose, pause and leave.
//!
//! ```text
//! POST signup ─ Signup ─▶ row `pending` + entry of the outbox ─ host ─▶ letter with signed links
//! GET  a link ─▶ a page with a button            machines follow links: only a press of the button does something
//! POST a link ─▶ subscribers, consents, suppressions
//! ```
//! The answer to a sign-up is the same whether or not the address is known. Sends nothing itself: a host does.

mod confirm;
mod leave;
pub(crate) mod letter;
mod preferences;
mod show;
mod signup;

use colibri_contract::newsletter::{self, Newsletter};

use crate::guard::is_same_site;
use crate::host::{Host, Level, Mailing, Outcome, Row, Statement, Value, text};
use crate::page::{self, Refusal};
use crate::request::{Method, Request};
use crate::response::Response;
use crate::token::{self, Purpose};
use crate::visitor::{Place, Visitor};

/// What is asked of the newsletter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To sign up.
    Signup,
    /// To read that a letter is on its way.
    Sent,
    /// To read that the address is kept, and cannot be reached.
    Kept,
    /// To confirm.
    Confirm,
    /// To leave.
    Leave,
    /// To choose.
    Preferences,
}

impl Step {
    /// The step of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "sent" => Self::Sent,
            "kept" => Self::Kept,
            "confirm" => Self::Confirm,
            "leave" => Self::Leave,
            "preferences" => Self::Preferences,
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Signup => "",
            Self::Sent => "sent",
            Self::Kept => "kept",
            Self::Confirm => "confirm",
            Self::Leave => "leave",
            Self::Preferences => "preferences",
        }
    }

    /// Its address from the root.
    fn path(self, lang: &str) -> String {
        format!("{}/{}", newsletter::action(lang), self.name())
    }

    /// The address of a link that is signed for someone.
    pub(crate) fn link(self, lang: &str, token: &str) -> String {
        format!("{}?k={token}", self.path(lang))
    }
}

/// Where all steps are taken: the host, who asks, and what the newsletter is.
struct Desk<'a, H> {
    host: &'a H,
    place: &'a Place,
    visitor: &'a Visitor,
    newsletter: Newsletter,
    mailing: Mailing,
}

/// Answers what is asked of the newsletter.
pub(crate) async fn answer(
    step: Step,
    request: &Request,
    place: &Place,
    visitor: &Visitor,
    host: &impl Host,
) -> Response {
    let Some(newsletter) = read(host).await else { return Refusal::NotFound.page(visitor) };
    let Some(mailing) = host.mailing() else {
        host.log(Level::Error, "the newsletter has no secret or no way to send letters: nobody can sign up");
        return Refusal::Unavailable.page(visitor);
    };
    let desk = Desk { host, place, visitor, newsletter, mailing };
    match (step, request.method) {
        (Step::Signup, Method::Get | Method::Head) => signup::show(&desk),
        (Step::Signup, Method::Post) => signup::receive(&desk, request).await,
        (Step::Sent | Step::Kept, Method::Get | Method::Head) => {
            page::said(visitor, 200, &format!("functions-newsletter-{}", step.name()))
        }
        (Step::Confirm, Method::Get | Method::Head | Method::Post) => confirm::answer(&desk, request).await,
        (Step::Leave, Method::Get | Method::Head | Method::Post) => leave::answer(&desk, request).await,
        (Step::Preferences, Method::Get | Method::Head | Method::Post) => preferences::answer(&desk, request).await,
        (Step::Sent | Step::Kept, _) => Refusal::Method.page(visitor).and("allow", "GET, HEAD"),
        _ => Refusal::Method.page(visitor).and("allow", "GET, HEAD, POST"),
    }
}

/// The newsletter of the site; none when it has none, or what there is cannot be read.
async fn read(host: &impl Host) -> Option<Newsletter> {
    let bytes = host.asset(newsletter::PATH).await?;
    let said = |error| host.log(Level::Error, &format!("{}: {error}", newsletter::PATH));
    Newsletter::decode(&bytes).map_err(said).ok()
}

impl<H: Host> Desk<'_, H> {
    fn lang(&self) -> &str {
        &self.visitor.language.code
    }

    /// Whose link the request follows; none when it was not signed here for this.
    fn whose(&self, purpose: Purpose, request: &Request) -> Option<(String, String)> {
        let pairs = colibri_contract::form::decode(request.query.as_bytes()).ok()?;
        let token = pairs.values("k").next()?.to_owned();
        let id = token::open(&self.mailing.secret, purpose, &token)?.to_owned();
        Some((id, token))
    }

    fn is_from_elsewhere(&self, request: &Request) -> bool {
        !is_same_site(&request.headers, &self.place.manifest.base_url)
    }

    /// Runs a batch, or says why not: the page that the visitor reads instead.
    async fn batch(&self, statements: Vec<Statement>) -> Result<Vec<Outcome>, Response> {
        self.host.batch(statements).await.map_err(|error| {
            self.host.log(Level::Error, &format!("the newsletter cannot reach the store: {error}"));
            Refusal::Unavailable.page(self.visitor).and("retry-after", "120")
        })
    }

    fn expired(&self) -> Response {
        page::said(self.visitor, 410, "functions-newsletter-expired")
    }
}

fn statement<const N: usize>(sql: &'static str, parameters: [&str; N]) -> Statement {
    Statement { sql, parameters: parameters.map(Value::from).into() }
}

/// The texts of an array that a row holds as JSON.
fn texts(row: &Row, name: &str) -> Vec<String> {
    serde_json::from_slice(text(row, name).as_bytes()).unwrap_or_default()
}
