//! A host that only reads: for asking a built site something from a command line.

use bytes::Bytes;

use super::AssetSource;
use crate::host::{Host, Level, Mailing, Outcome, Statement, StoreError};
use crate::outbox::Destination;

/// The files of a site, without a store.
pub struct Reader<S>(pub S);

impl<S: AssetSource> Host for Reader<S> {
    async fn asset(&self, path: &str) -> Option<Bytes> {
        self.0.find(path).map(|asset| asset.bytes)
    }

    async fn batch(&self, _: Vec<Statement>) -> Result<Vec<Outcome>, StoreError> {
        Err(StoreError("nothing is stored here".to_owned()))
    }

    fn now(&self) -> String {
        String::new()
    }

    fn random_id(&self) -> String {
        String::new()
    }

    fn destinations(&self, _: &str) -> Vec<Destination> {
        Vec::new()
    }

    fn mailing(&self) -> Option<Mailing> {
        None
    }

    fn secret(&self) -> Option<Vec<u8>> {
        None
    }

    fn log(&self, level: Level, message: &str) {
        eprintln!("{} {message}", level.name());
    }
}
