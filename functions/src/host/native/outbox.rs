//! Tells others what was sent, and takes out what is old, for as long as the host runs.

mod dkim;
mod mail;
mod relay;
mod web;

pub use dkim::DkimKey;
pub use mail::Mail;
pub(super) use web::ask;

use std::time::Duration;

use futures_util::FutureExt;

use super::NativeHost;
use crate::host::{Host, Level};
use crate::outbox::{forget, round};

/// How often what is due is looked for.
const PAUSE: Duration = Duration::from_secs(2);

impl NativeHost {
    /// Works until it is stopped.
    pub(super) async fn work(self) {
        if let Some(mail) = self.mail.as_ref().filter(|_| self.mailing().is_some()) {
            mail.learn().await;
        }
        let mut hours = tokio::time::interval(Duration::from_hours(1));
        loop {
            if hours.tick().now_or_never().is_some() {
                forget(&self).await;
            }
            match round(&self).await {
                // More may be due.
                Ok(tried) if tried > 0 => {}
                Ok(_) => tokio::time::sleep(PAUSE).await,
                Err(error) => {
                    self.log(Level::Error, &format!("the outbox cannot be read: {error}"));
                    tokio::time::sleep(PAUSE * 15).await;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
