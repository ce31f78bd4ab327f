//! Which compressed form of a file a visitor takes, by what `Accept-Encoding` says (RFC 9110, section 12.5.3).

use axum::http::{HeaderMap, header};

/// A way of compressing that the generator knows too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    /// What a compressed file ends with, after the whole name of the file itself.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Coding::Brotli => "br",
            Coding::Gzip => "gz",
        }
    }

    /// As headers name it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Coding::Brotli => "br",
            Coding::Gzip => "gzip",
        }
    }
}

/// The forms that a visitor would rather have than the file as it is, the best first; of two that they like alike, the shorter.
pub(super) fn wanted(asked: &HeaderMap) -> [Option<Coding>; 2] {
    let mut said = Weights::default();
    for value in asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()) {
        value.split(',').for_each(|one| said.note(one));
    }
    let weight = |named: Option<u16>| named.or(said.any).unwrap_or(0);
    // Who says nothing of the file as it is takes it, and likes any other form better.
    let plain = weight(said.plain);
    let likes = |coding: Coding, weight: u16| (weight > 0 && weight >= plain).then_some(coding);
    let (brotli, gzip) = (weight(said.brotli), weight(said.gzip));
    let forms = [likes(Coding::Brotli, brotli), likes(Coding::Gzip, gzip)];
    if gzip > brotli { [forms[1], forms[0]] } else { forms }
}

/// How much a visitor likes each form, in thousandths; none of what they do not name.
#[derive(Default)]
struct Weights {
    brotli: Option<u16>,
    gzip: Option<u16>,
    plain: Option<u16>,
    any: Option<u16>,
}

impl Weights {
    /// Notes one form with its weight, such as `gzip;q=0.5`. What is badly written is not wanted.
    fn note(&mut self, one: &str) {
        let (name, parameter) = one.split_once(';').map_or((one, None), |(name, after)| (name, Some(after)));
        let slot = match name.trim().to_ascii_lowercase().as_str() {
            "br" => &mut self.brotli,
            "gzip" | "x-gzip" => &mut self.gzip,
            "identity" => &mut self.plain,
            "*" => &mut self.any,
            _ => return,
        };
        *slot = Some(parameter.map_or(Some(1_000), thousandths).unwrap_or(0));
    }
}

/// The weight that `q=0.5` gives: from 0 to 1, with three decimals at most.
fn thousandths(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    let (whole, decimals) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    if !name.trim().eq_ignore_ascii_case("q") || decimals.len() > 3 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(accepts: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in accepts {
            headers.append(header::ACCEPT_ENCODING, value.parse().unwrap());
        }
        wanted(&headers).into_iter().flatten().map(Coding::name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_best_form_that_is_taken_comes_first() {
        for (accepts, forms) in [
            ("gzip, deflate, br", "br gzip"),
            ("GZIP;Q=1.000 , br ; q=0.8", "gzip br"),
            ("*", "br gzip"),
            ("br;q=0, *", "gzip"),
            ("gzip;q=0.5, *;q=0.8", "br"),
            ("identity, gzip;q=0.5", ""),
            ("identity;q=0.2, gzip;q=0.5", "gzip"),
            ("identity;q=0, x-gzip", "gzip"),
            ("gzip;q=0.000, br;q=0", ""),
            ("brotli, zip", ""),
            ("", ""),
        ] {
            assert_eq!(names(&[accepts]), forms, "{accepts}");
        }
        assert_eq!(names(&[]), "");
        assert_eq!(names(&["gzip", "br"]), "br gzip");
    }

    #[test]
    fn what_is_badly_written_is_not_wanted() {
        for accepts in
            ["br;q=1.5", "br;q=-1", "br;q=0.1234", "br;q=", "br;level=1", "br;q=0.+5", "br;;", ";q=1", "br;q=٠.٥"]
        {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, axum::http::HeaderValue::from_bytes(accepts.as_bytes()).unwrap());
            assert_eq!(wanted(&headers), [None, None], "{accepts}");
        }
    }
}
