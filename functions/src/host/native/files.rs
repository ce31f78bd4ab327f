//! Answers requests for files of the site, as Cloudflare's assets do, so that no address differs between hosts:
//! `/a/` is `a/index.html`, `/a` is `a` or `a.html`, any other way to write an address leads to that one, and what is
//! not there is answered with the nearest `404.html` above it.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

use super::coding::{self, Coding};
use super::content_type;
use super::source::{Asset, AssetSource};

/// What a path leads to.
enum Found {
    File(String, Asset),
    /// The same page at its own address, still percent-encoded.
    Elsewhere(String),
    Nothing,
}

/// Answers a request.
pub(super) fn answer(site: &dyn AssetSource, request: &Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let raw = request.uri().path();
    let Some(path) = plain(raw) else { return missing(site, "", request.headers()) };
    match find(site, &path, raw) {
        Found::File(name, asset) => file(site, &name, asset, request.headers()),
        Found::Elsewhere(raw) => moved(&raw, request.uri().query()),
        Found::Nothing => missing(site, &path, request.headers()),
    }
}

/// A path as it names a file, without its first `/`; none when it names none of the site. A last `/` stays.
fn plain(raw: &str) -> Option<String> {
    let path = percent_decode_str(raw.strip_prefix('/')?).decode_utf8().ok()?;
    let folder = path.strip_suffix('/').unwrap_or(&path);
    let odd = |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let hidden = |piece: &str| piece.is_empty() || (piece.starts_with('.') && piece != ".well-known");
    // The functions' own data is not for visitors, however its address is written.
    let ours = folder == "_" || folder.starts_with("_/");
    let wrong = path.contains(odd) || ours || (!path.is_empty() && folder.split('/').any(hidden));
    (!wrong).then(|| path.into_owned())
}

fn find(site: &dyn AssetSource, path: &str, raw: &str) -> Found {
    let file = |name: String| site.find(&name).map(|asset| Found::File(name, asset));
    if path.is_empty() || path.ends_with('/') {
        let alone = || {
            let name = path.strip_suffix('/').filter(|name| !name.is_empty())?;
            site.find(&format!("{name}.html")).map(|_| Found::Elsewhere(raw.trim_end_matches('/').to_owned()))
        };
        return file(format!("{path}index.html")).or_else(alone).unwrap_or(Found::Nothing);
    }
    if let Some(found) = file(path.to_owned()) {
        return match (raw.strip_suffix("index.html"), raw.strip_suffix(".html")) {
            (Some(folder), _) if folder.ends_with('/') => Found::Elsewhere(folder.to_owned()),
            (_, Some(name)) => Found::Elsewhere(name.to_owned()),
            _ => found,
        };
    }
    let folder = || site.find(&format!("{path}/index.html")).map(|_| Found::Elsewhere(format!("{raw}/")));
    file(format!("{path}.html")).or_else(folder).unwrap_or(Found::Nothing)
}

fn file(site: &dyn AssetSource, name: &str, asset: Asset, asked: &HeaderMap) -> Response {
    let (asset, coding) = form(site, name, asset, asked);
    let etag = format!("\"{}\"", asset.etag);
    let known = asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let same = known.split(',').any(|one| one.trim().trim_start_matches("W/") == etag || one.trim() == "*");
    let mut response =
        if same { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(asset.bytes).into_response() };
    let headers = response.headers_mut();
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    let cache = if is_fingerprinted(name) {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=0, must-revalidate"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    dress(headers, content_type::of(name), coding);
    response
}

/// The form of a file that the visitor takes: compressed beside it, or as it is. Each has bytes and an entity tag of its own.
fn form(site: &dyn AssetSource, name: &str, asset: Asset, asked: &HeaderMap) -> (Asset, Option<Coding>) {
    if !content_type::is_text(content_type::of(name)) {
        return (asset, None);
    }
    let packed = |coding: Coding| site.find(&format!("{name}.{}", coding.ending())).map(|asset| (asset, Some(coding)));
    coding::wanted(asked).into_iter().flatten().find_map(packed).unwrap_or((asset, None))
}

fn moved(raw: &str, query: Option<&str>) -> Response {
    let to = query.map_or_else(|| raw.to_owned(), |query| format!("{raw}?{query}"));
    let mut response = StatusCode::TEMPORARY_REDIRECT.into_response();
    match HeaderValue::from_str(&to) {
        Ok(to) => {
            response.headers_mut().insert(header::LOCATION, to);
            response
        }
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The nearest `404.html`, from the path's own folder up.
fn missing(site: &dyn AssetSource, path: &str, asked: &HeaderMap) -> Response {
    let mut folder = path;
    let page = loop {
        let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
        let name = if above.is_empty() { "404.html".to_owned() } else { format!("{above}/404.html") };
        let page = site.find(&name);
        if page.is_some() || above.is_empty() {
            break page.map(|asset| form(site, &name, asset, asked));
        }
        folder = above;
    };
    let (body, coding) =
        page.map_or_else(|| (Body::from("not found\n"), None), |(asset, coding)| (Body::from(asset.bytes), coding));
    let mut response = (StatusCode::NOT_FOUND, body).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    dress(response.headers_mut(), content_type::of("404.html"), coding);
    response
}

fn dress(headers: &mut HeaderMap, content_type: &'static str, coding: Option<Coding>) {
    if content_type::is_text(content_type) {
        // Also where nothing lies compressed: what lies between would have to know.
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin"));
}

/// Whether a name has a hash of its content before its ending: at least eight hexadecimal digits, as in
/// `main.0a1b2c3d.css`. Such a name never has other bytes.
fn is_fingerprinted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _)) = name.rsplit_once('.') else { return false };
    let hash = stem.rsplit('.').next().unwrap_or_default();
    hash.len() < stem.len() && hash.len() >= 8 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests;
