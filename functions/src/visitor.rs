//! Who asks: the site, the language, its words and the page that answers wear.

use colibri_contract::message::{self, Bundle};
use colibri_contract::site::{self, Language, Manifest, Shell};

use crate::host::{Host, Level};
use crate::response::Response;

/// The site and the language that a request is about: all that is needed to take what a visitor sends.
pub(crate) struct Place {
    pub(crate) manifest: Manifest,
    pub(crate) language: Language,
    /// Whether the language named in the path is one of the site.
    pub(crate) is_known: bool,
}

impl Place {
    /// Reads the site's side of a request. The reference language stands in for one that the site does not have. None when not
    /// even the site's languages can be read.
    pub(crate) async fn load(host: &impl Host, lang: &str) -> Option<Self> {
        let manifest = read(host, site::MANIFEST_PATH, Manifest::decode).await?;
        let known = manifest.language(lang).cloned();
        let is_known = known.is_some();
        let language = known.or_else(|| manifest.language(&manifest.reference).cloned())?;
        Some(Self { manifest, language, is_known })
    }
}

/// Who reads an answer: the words of their language and the page that answers wear. Read only where there is a page to show:
/// who is thanked is sent elsewhere.
pub(crate) struct Visitor {
    pub(crate) language: Language,
    pub(crate) words: Bundle,
    shell: Option<Shell>,
}

impl Visitor {
    /// Reads what a page needs; English words and a bare page stand in for those that cannot be read.
    pub(crate) async fn load(host: &impl Host, place: &Place) -> Self {
        let language = place.language.clone();
        let words = read(host, &message::path(&language.code), Bundle::decode).await;
        let shell =
            read(host, &site::shell_path(&language.code), |bytes| Shell::parse(&String::from_utf8_lossy(bytes))).await;
        Self { language, words: words.unwrap_or_else(Bundle::english), shell }
    }

    /// A sentence in the visitor's language.
    pub(crate) fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// A page of the site with this title and this content, which is safe HTML.
    pub(crate) fn page(&self, status: u16, title: &str, content: &str) -> Response {
        let html = match &self.shell {
            Some(shell) => shell.fill(title, content),
            None => crate::page::bare(&self.language.code, &self.language.dir, title, content),
        };
        Response::html(status, html).and("content-language", &self.language.code)
    }
}

/// Reads and decodes a file of the site; tells operators when it cannot be.
async fn read<T>(
    host: &impl Host,
    path: &str,
    decode: impl Fn(&[u8]) -> Result<T, colibri_contract::FormatError>,
) -> Option<T> {
    let Some(bytes) = host.asset(path).await else {
        host.log(Level::Error, &format!("{path} is not in the site: build it again"));
        return None;
    };
    decode(&bytes).map_err(|error| host.log(Level::Error, &format!("{path}: {error}"))).ok()
}
