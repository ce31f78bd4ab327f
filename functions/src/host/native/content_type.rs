//! What kind of file a name says it is.

/// Ending of a name, and the media type it means. Text is UTF-8, as all that the generator writes.
const TYPES: &[(&str, &str)] = &[
    ("atom", "application/atom+xml; charset=utf-8"),
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("epub", "application/epub+zip"),
    ("gif", "image/gif"),
    ("gz", "application/gzip"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("md", "text/markdown; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webm", "video/webm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml; charset=utf-8"),
    ("xsl", "text/xsl; charset=utf-8"),
    ("zip", "application/zip"),
];

/// The media type of a path; bytes of no known kind are offered as a file to keep.
pub(super) fn of(path: &str) -> &'static str {
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    let known = |(known, _): &&(&str, &str)| known.eq_ignore_ascii_case(ending);
    TYPES.iter().find(known).map_or("application/octet-stream", |(_, media)| media)
}

/// Whether bytes of a media type are text, which the generator may have compressed.
pub(super) fn is_text(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or_default();
    media.starts_with("text/") || ["json", "javascript", "xml"].iter().any(|text| media.ends_with(text))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_last_ending_counts() {
        assert_eq!(of("a/b.min.CSS"), "text/css; charset=utf-8");
        assert_eq!(of("a.html/b"), "application/octet-stream");
        assert_eq!(of("LICENSE"), "application/octet-stream");
    }
}
