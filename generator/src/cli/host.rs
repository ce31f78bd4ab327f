//! `colibri host`: a built site with its functions, for production. TLS is the work of a proxy before it.

pub(super) mod deliveries;

use super::HostArgs;
use super::show::Show;
use colibri::diagnostic::Phrase;
use colibri::serve::told_to_stop;
use colibri_functions::native::{self, DkimKey, Hosting, Limits, Mail};
use std::io;
use std::net::Ipv4Addr;
use std::path::Path;
use std::process::ExitCode;
use tokio::net::TcpListener;

pub(super) fn host(args: &HostArgs, show: &Show) -> ExitCode {
    let served = tokio::runtime::Runtime::new().and_then(|runtime| runtime.block_on(serve(args, show)));
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => show.refused(&Phrase::of("not-hosted").with("error", error.to_string()), ""),
    }
}

async fn serve(args: &HostArgs, show: &Show) -> io::Result<()> {
    // Before it is said that the site is there: with a slip in this file it is not.
    let read = args.deliveries.as_deref().map(deliveries::read).transpose().map_err(io::Error::other)?;
    let (deliveries, keys) = read.unwrap_or_default();
    let mail = deliveries.mail.as_ref().map(|server| Mail::new(server, keys)).transpose().map_err(io::Error::other)?;
    let listener = TcpListener::bind((args.address, args.port)).await?;
    let folder = args.site_folder.display().to_string();
    let url = format!("http://{}", listener.local_addr()?);
    println!("{}", show.say(&Phrase::of("hosting").with("folder", folder).with("url", url), ""));
    let metrics = match args.metrics {
        Some(port) => Some(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?),
        None => None,
    };
    let hosting = Hosting {
        folder: &args.site_folder,
        database: &args.database,
        limits: Limits::default(),
        metrics,
        deliveries,
        mail,
        access_log: args.access_log,
    };
    native::serve_folder(hosting, listener, told_to_stop()).await
}

/// Prints the operator's file as one line of JSON, for the secret that a Worker reads.
pub(super) fn for_worker(file: &Path, show: &Show) -> ExitCode {
    let (deliveries, keys) = match deliveries::read(file) {
        Ok(read) => read,
        Err(error) => return show.refused(&Phrase::of("not-read").with("error", error), ""),
    };
    if !keys.is_empty() {
        eprintln!("{}", show.say(&Phrase::of("dkim-not-on-workers").with("file", file.display().to_string()), ""));
    }
    match serde_json::to_string(&deliveries) {
        Ok(json) => println!("{json}"),
        Err(error) => return show.refused(&Phrase::of("not-read").with("error", error.to_string()), ""),
    }
    ExitCode::SUCCESS
}

/// Prints what to publish in the DNS so that the signatures of letters are believed.
pub(super) fn dkim(file: &Path, show: &Show) -> ExitCode {
    let records = match deliveries::read(file) {
        Ok((_, keys)) => keys.iter().map(DkimKey::record).collect::<Vec<_>>(),
        Err(error) => return show.refused(&Phrase::of("not-read").with("error", error), ""),
    };
    if records.is_empty() {
        return show.wrong(&Phrase::of("dkim-none").with("file", file.display().to_string()), "");
    }
    for (name, text) in records {
        println!("{name}\tTXT\t{text}");
    }
    ExitCode::SUCCESS
}
