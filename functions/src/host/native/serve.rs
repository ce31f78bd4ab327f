//! Listens, and stops when told to: no new connection, those open finish what they were asked.

use std::future::Future;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{FolderSource, Store, router, system_clock};

/// How long a visitor may take to send the headers of a request, or keep a connection open without one.
const HEADERS_PATIENCE: Duration = Duration::from_secs(15);
/// How long open requests have to finish when the program stops.
const GRACE: Duration = Duration::from_secs(10);
/// Connections at once; more wait in the system's queue.
const MOST_CONNECTIONS: usize = 4_096;
/// A rest when the system gives no connection, for want of file descriptors.
const REST: Duration = Duration::from_millis(50);

/// Serves a built site from its folder, with its functions, until `shutdown` ends.
///
/// # Errors
/// When the folder is not there or the database cannot be opened.
pub async fn serve_folder(
    folder: &Path,
    database: &Path,
    listener: TcpListener,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let site = FolderSource::open(folder)?;
    let store = Store::open(database).map_err(io::Error::other)?;
    serve(router(site, store, system_clock()), listener, shutdown).await;
    Ok(())
}

/// Serves a router until `shutdown` ends, then lets open requests finish, for ten seconds at most.
pub async fn serve(router: Router, listener: TcpListener, shutdown: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let open = GracefulShutdown::new();
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        tokio::select! {
            accepted = accept(&listener, &places) => connect(accepted, &router, &open),
            () = &mut shutdown => break,
        }
    }
    drop(listener);
    // What is still open after that is a visitor who has stopped reading.
    let _ = tokio::time::timeout(GRACE, open.shutdown()).await;
}

/// The next connection, when there is room for one.
async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    loop {
        let place = places.clone().acquire_owned().await.ok();
        match listener.accept().await {
            Ok((stream, _)) => return (stream, place),
            Err(_) => tokio::time::sleep(REST).await,
        }
    }
}

fn connect(accepted: (TcpStream, Option<OwnedSemaphorePermit>), router: &Router, open: &GracefulShutdown) {
    let (stream, place) = accepted;
    // Small answers leave at once; a socket that refuses this works all the same.
    let _ = stream.set_nodelay(true);
    let service = TowerToHyperService::new(router.clone());
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_PATIENCE)
        .serve_connection(TokioIo::new(stream), service);
    let connection = open.watch(connection);
    tokio::spawn(async move {
        // A connection that breaks concerns only the visitor at its other end.
        let _ = connection.await;
        drop(place);
    });
}

#[cfg(test)]
mod tests;
