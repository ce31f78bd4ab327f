//! `colibri host`: a built site with its functions, for production. TLS is the work of a proxy before it.

use super::HostArgs;
use super::show::Show;
use colibri::diagnostic::Phrase;
use colibri::serve::told_to_stop;
use colibri_functions::native;
use std::io;
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
    let listener = TcpListener::bind((args.address, args.port)).await?;
    let folder = args.site_folder.display().to_string();
    let url = format!("http://{}", listener.local_addr()?);
    println!("{}", show.say(&Phrase::of("hosting").with("folder", folder).with("url", url), ""));
    native::serve_folder(&args.site_folder, &args.database, listener, told_to_stop()).await
}
