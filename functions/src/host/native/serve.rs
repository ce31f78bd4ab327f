//! Listens, and stops when told to: no new connection, those open finish what they were asked.

use std::future::Future;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::access_log::AccessLog;
use super::counters::{Counters, count};
use super::gate::Peer;
use super::outbox::Mail;
use super::watched::{Watch, note};
use super::{AssetSource, FolderSource, Limits, Shared, Store, routes, system_clock};
use crate::outbox::Deliveries;

/// How long open requests have to finish when the program stops.
const GRACE: Duration = Duration::from_secs(10);
/// A rest when the system gives no connection, for want of file descriptors.
const REST: Duration = Duration::from_millis(50);

/// What a built site is served with.
#[derive(Debug)]
pub struct Hosting<'a> {
    /// Folder of the built site.
    pub folder: &'a Path,
    /// File of the database.
    pub database: &'a Path,
    /// What visitors may take.
    pub limits: Limits,
    /// Where `/metrics` is answered; nowhere when none: counts of visits are not for visitors.
    pub metrics: Option<TcpListener>,
    /// Who is told of what forms were sent, and how long that is kept.
    pub deliveries: Deliveries,
    /// The way to the server of mail of the deliveries.
    pub mail: Option<Mail>,
    /// Whether each answer is told on standard output.
    pub access_log: bool,
}

/// Serves a built site from its folder, with its functions, until `shutdown` ends.
///
/// # Errors
/// When the folder is not there or the database cannot be opened.
pub async fn serve_folder(
    hosting: Hosting<'_>,
    listener: TcpListener,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let site: Arc<dyn AssetSource> = Arc::new(FolderSource::open(hosting.folder)?);
    let store = Store::open(hosting.database).map_err(io::Error::other)?;
    let log = hosting.access_log.then(|| AccessLog::start(io::stdout())).transpose()?;
    let counters = Arc::clone(&store.counters);
    let watch = Watch { counters: Arc::clone(&counters), log, clock: system_clock() };
    let (deliveries, mail) = (Arc::new(hosting.deliveries), hosting.mail.map(Arc::new));
    let gate = Arc::default();
    let shared = Shared { site, store, clock: system_clock(), limits: hosting.limits, gate, deliveries, mail };
    let mut beside = vec![tokio::spawn(shared.clone().host().work())];
    let router = routes(shared).layer(axum::middleware::from_fn_with_state(watch, note));
    beside.extend(hosting.metrics.map(|listener| tokio::spawn(tell(Arc::clone(&counters), listener))));
    Door { limits: hosting.limits, counters }.open(router, listener, shutdown).await;
    for task in beside {
        task.abort();
    }
    Ok(())
}

/// Answers `/metrics` for as long as it is let.
async fn tell(counters: Arc<Counters>, listener: TcpListener) {
    let text = move || async move { ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], counters.text()) };
    serve(Router::new().route("/metrics", get(text)), listener, std::future::pending()).await;
}

/// Serves a router until `shutdown` ends, then lets open requests finish, for ten seconds at most.
pub async fn serve(router: Router, listener: TcpListener, shutdown: impl Future<Output = ()>) {
    Door { limits: Limits::default(), counters: Arc::default() }.open(router, listener, shutdown).await;
}

/// Where visitors come in.
struct Door {
    limits: Limits,
    counters: Arc<Counters>,
}

impl Door {
    async fn open(self, router: Router, listener: TcpListener, shutdown: impl Future<Output = ()>) {
        let places = Arc::new(Semaphore::new(self.limits.connections));
        let open = GracefulShutdown::new();
        let mut shutdown = std::pin::pin!(shutdown);
        loop {
            tokio::select! {
                accepted = accept(&listener, &places) => self.connect(accepted, &router, &open),
                () = &mut shutdown => break,
            }
        }
        drop(listener);
        // What is still open after that is a visitor who has stopped reading.
        let _ = tokio::time::timeout(GRACE, open.shutdown()).await;
    }

    fn connect(&self, accepted: Accepted, router: &Router, open: &GracefulShutdown) {
        let Accepted { stream, peer, place } = accepted;
        // Small answers leave at once; a socket that refuses this works all the same.
        let _ = stream.set_nodelay(true);
        let answering = TowerToHyperService::new(router.clone());
        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(peer);
            answering.call(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.headers)
            .serve_connection(TokioIo::new(stream), service);
        let connection = open.watch(connection);
        let counters = Arc::clone(&self.counters);
        count(&counters.connections);
        tokio::spawn(async move {
            // A connection that breaks concerns only the visitor at its other end.
            let _ = connection.await;
            count(&counters.closed);
            drop(place);
        });
    }
}

/// A connection, and its place among those that there may be.
struct Accepted {
    stream: TcpStream,
    peer: Peer,
    place: Option<OwnedSemaphorePermit>,
}

/// The next connection, when there is room for one.
async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> Accepted {
    loop {
        let place = places.clone().acquire_owned().await.ok();
        match listener.accept().await {
            Ok((stream, address)) => return Accepted { stream, peer: Peer(address.ip()), place },
            Err(_) => tokio::time::sleep(REST).await,
        }
    }
}

#[cfg(test)]
mod tests;
