//! The search of a language, described to browsers and other programs: `OpenSearch` 1.1.
//!
//! Takes the settings; gives a document by which a browser offers the search of the site in its address bar. Addresses in it are absolute, as
//! the format wants.

use super::ask::Asker;
use super::query::Query;
use crate::plan::Address;
use crate::site::{Lang, Language};
use colibri_contract::html::escape;
use tera::{Kwargs, TeraResult, Value};

/// The most characters of a short name, by the format.
const SHORT_NAME: usize = 16;
/// The most characters of a long name.
const LONG_NAME: usize = 48;
/// The most characters of a description.
const DESCRIPTION: usize = 1_024;

/// The document of a language.
pub(super) fn text(asker: &Asker, lang: Lang) -> String {
    asker.ask(Query::Site(lang));
    let world = asker.world();
    let config = &world.site.config;
    let own = &world.plan.routes[asker.route].url;
    written(&config.languages[lang], config.origin(), own)
}

fn written(language: &Language, origin: &str, own: &str) -> String {
    let search = search_path(&language.code);
    let about = if language.description.is_empty() { &language.title } else { &language.description };
    let long = if language.title.chars().count() > SHORT_NAME {
        format!("<LongName>{}</LongName>\n", plain(&language.title, LONG_NAME))
    } else {
        String::new()
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{short}</ShortName>\n\
         <Description>{about}</Description>\n\
         {long}\
         <Url type=\"text/html\" template=\"{origin}{search}?q={{searchTerms}}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{origin}{own}\"/>\n\
         <Language>{code}</Language>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <OutputEncoding>UTF-8</OutputEncoding>\n\
         </OpenSearchDescription>\n",
        short = plain(&language.title, SHORT_NAME),
        about = plain(about, DESCRIPTION),
        origin = escape(origin),
        search = escape(&search),
        own = escape(own),
        code = escape(&language.code),
    )
}

/// The beginning of a text as XML takes it: no sign that a document may not hold, no more characters than these, and no half word
/// where there are whole ones.
fn plain(text: &str, most: usize) -> String {
    let is_kept = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let mut rest = text.chars().filter(is_kept);
    let short: String = rest.by_ref().take(most).collect();
    let cut = rest.next().filter(|next| !next.is_whitespace()).and_then(|_| short.rfind(char::is_whitespace));
    escape(short[..cut.unwrap_or(short.len())].trim())
}

/// Where the functions answer the searches of a language.
fn search_path(code: &str) -> String {
    format!("/_/{code}/search")
}

/// Where the search box of a page sends.
pub(super) fn search_url(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let world = asker.world();
    let lang = world.plan.routes[asker.route].lang;
    Ok(Value::from(search_path(&world.site.config.languages[lang].code)))
}

/// Where the document is.
pub(super) fn url(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let world = asker.world();
    let lang = world.plan.routes[asker.route].lang;
    let Address { url, .. } = crate::plan::opensearch_address(&world.plan.addresses, lang);
    Ok(Value::from(url))
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::site::Language;

    #[test]
    fn what_owners_write_stays_text_and_within_the_bounds_of_the_format() {
        let mut language =
            Language::plain("fr", "A & <B> \u{1}\u{ffff}\"C\" of the island and of all that is near it, far from here");
        language.description = "d".repeat(2_000);
        let text = written(&language, "https://x.example", "/fr/opensearch.xml");
        assert!(text.contains("<ShortName>A &amp; &lt;B&gt; &quot;C&quot; of</ShortName>"), "{text}");
        assert!(text.contains(&format!("<Description>{}</Description>", "d".repeat(1_024))), "{text}");
        let long = "<LongName>A &amp; &lt;B&gt; &quot;C&quot; of the island and of all that is</LongName>";
        assert!(text.contains(long), "{text}");
        assert!(text.contains("template=\"https://x.example/_/fr/search?q={searchTerms}\""), "{text}");
        let short = written(&Language::plain("en", "Island"), "https://x.example", "/en/opensearch.xml");
        assert!(!short.contains("LongName") && short.contains("<Description>Island</Description>"), "{short}");
    }
}
