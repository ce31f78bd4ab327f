//! `colibri host`: a built site with its functions, for production. TLS is the work of a proxy before it.

use super::{DOORS, HostArgs};
use colibri::serve::told_to_stop;
use colibri_functions::native;
use std::io;
use std::process::ExitCode;
use tokio::net::TcpListener;

pub(super) fn host(args: &HostArgs) -> ExitCode {
    let served = tokio::runtime::Runtime::new().and_then(|runtime| runtime.block_on(serve(args)));
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(
                "The site cannot be served: {error}. Check the folder, the database and the address, then try again."
            );
            ExitCode::from(DOORS)
        }
    }
}

async fn serve(args: &HostArgs) -> io::Result<()> {
    let listener = TcpListener::bind((args.address, args.port)).await?;
    println!("Serving {} at http://{}", args.site_folder.display(), listener.local_addr()?);
    native::serve_folder(&args.site_folder, &args.database, listener, told_to_stop()).await
}
