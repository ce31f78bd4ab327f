//! The native host: axum and SQLite, for `colibri serve` and `colibri host`.
//!
//! ```text
//! folder or memory ─ AssetSource ─┐
//! file of SQLite   ─ Store ───────┼─ router ─▶ axum::Router ─ serve ─▶ until told to stop
//! Clock ──────────────────────────┘
//! ```
//! `/healthz` and `/_/*` go to the functions, all else is files. `/_/data/` is never served.

mod access_log;
mod adapter;
mod bounce;
mod clock;
mod coding;
mod content_type;
mod counters;
mod files;
mod gate;
mod limits;
mod outbox;
mod reader;
mod records;
mod serve;
mod source;
mod sql;
mod store;
mod watched;

pub use bounce::report::{MOST as REPORT_BYTES, read as read_report};
pub use bounce::{Bounce, BounceKind, Bounced};
pub use clock::{Clock, system_clock};
pub use limits::Limits;
pub use outbox::{DkimKey, Mail};
pub use reader::Reader;
pub use records::{Fate, Format, Newcomer, Records, Which, Whom};
pub use serve::{Hosting, serve, serve_folder};
pub use source::{Asset, AssetSource, FolderSource};
pub use store::Store;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{any, post};

use adapter::NativeHost;
use gate::Gate;

use crate::host::StoreError;
use crate::outbox::{Deliveries, Secret, Written, written};

/// What every request shares.
#[derive(Clone)]
struct Shared {
    site: Arc<dyn AssetSource>,
    store: Store,
    clock: Clock,
    limits: Limits,
    gate: Arc<Gate>,
    deliveries: Arc<Deliveries>,
    mail: Option<Arc<Mail>>,
}

impl Shared {
    /// What answers a request, or sends what is due.
    fn host(self) -> NativeHost {
        let Self { site, store, clock, limits, gate, deliveries, mail } = self;
        NativeHost { site, store, clock, limits, gate, deliveries, mail }
    }
}

/// A site that is being made: nothing is sent from it, but who looks at its newsletter must see it work.
pub struct Preview(Shared);

impl Preview {
    /// A site, and where what it is sent is kept.
    pub fn new(site: impl AssetSource, store: Store, clock: Clock) -> Self {
        let newsletter = adapter::fresh_id().and_then(Secret::new);
        let deliveries = Arc::new(Deliveries { newsletter, ..Deliveries::default() });
        let (site, limits, gate) = (Arc::new(site), Limits::default(), Arc::default());
        Self(Shared { site, store, clock, limits, gate, deliveries, mail: None })
    }

    /// The site with its functions. Routes may be added to it; those here are `/healthz`, `/_/*` and the fallback.
    pub fn router(&self) -> Router {
        routes(self.0.clone())
    }

    /// The letters that it would send, the newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn letters(&self) -> Result<Vec<Written>, StoreError> {
        written(&self.0.clone().host()).await
    }
}

fn routes(shared: Shared) -> Router {
    Router::new()
        .route("/healthz", any(functions))
        .route("/_/bounce", post(bounce::webhook::receive))
        .route("/_/{*rest}", any(functions))
        .fallback(static_file)
        .with_state(shared)
}

async fn functions(State(shared): State<Shared>, request: Request) -> Response {
    adapter::answer(&shared.host(), request).await
}

async fn static_file(State(shared): State<Shared>, request: Request) -> Response {
    files::answer(shared.site.as_ref(), &request)
}
