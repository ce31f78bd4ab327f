//! Sheets to print or to project where a session takes place: its code, and the same as a QR code.

use colibri::site::Language;
use colibri_contract::form::{Choice, Kind, Schema, action};
use colibri_contract::html::escape;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Light modules around a code, without which it is not found.
const MARGIN: i32 = 4;

/// How a sheet looks: black on white, for printers and for projectors.
const STYLE: &str = "\
:root{color-scheme:light}body{margin:0;font-family:system-ui,sans-serif;color:#000;background:#fff}\
section{box-sizing:border-box;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;\
padding:4vmin;text-align:center;break-after:page}h1{margin:0;font-size:4vmin;font-weight:400}h2{margin:1vmin 0 3vmin;font-size:6vmin;line-height:1.2;text-wrap:balance}\
svg{width:52vmin;height:52vmin}.code{margin:3vmin 0 1vmin;font-size:9vmin;font-weight:700;letter-spacing:.08em}.url{margin:0;font-size:3vmin;overflow-wrap:anywhere}";

/// What sheets are made of.
pub(super) struct Sheets<'a> {
    pub(super) schema: &'a Schema,
    pub(super) language: &'a Language,
    /// Scheme and host of the site: the functions stand at the root of the host.
    pub(super) origin: &'a str,
    /// What makes the code of a session for which no editor wrote one.
    pub(super) made: &'a dyn Fn(&str) -> Option<String>,
}

impl Sheets<'_> {
    /// The sheets of some sessions as one page.
    ///
    /// # Errors
    /// The value of a session for which there is no code.
    pub(super) fn page(&self, sessions: &[&Choice]) -> Result<String, String> {
        let title = escape(self.schema.say(&self.schema.title, &self.language.code));
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n",
            self.language.code,
            self.language.dir(),
        );
        for session in sessions {
            let code = self.code(session).ok_or_else(|| session.value.clone())?;
            out.push_str(&self.sheet(session, &code));
        }
        out.push_str("</html>\n");
        Ok(out)
    }

    /// The code that opens a session: as its editor wrote it, or as the host makes it.
    fn code(&self, session: &Choice) -> Option<String> {
        let written = session.session.as_ref().map(|session| session.code.clone()).filter(|code| !code.is_empty());
        written.or_else(|| (self.made)(&session.value))
    }

    fn sheet(&self, session: &Choice, code: &str) -> String {
        let say = |text| escape(self.schema.say(text, &self.language.code));
        let page = format!("{}{}", self.origin, action(&self.language.code, &self.schema.id));
        let field = self.schema.fields.iter().find(|field| field.kind == Kind::Session);
        let (name, label) = field.map_or(("", String::new()), |field| (field.name.as_str(), say(&field.label)));
        let typed = percent_encoding::utf8_percent_encode(code, percent_encoding::NON_ALPHANUMERIC);
        let svg = svg(&format!("{page}?{name}={typed}")).unwrap_or_default();
        format!(
            "<section>\n<h1>{}</h1>\n<h2>{}</h2>\n{svg}\n<p class=\"code\"><bdi>{}</bdi></p>\n\
             <p class=\"url\">{label}<br><bdi dir=\"ltr\">{}</bdi></p>\n</section>\n",
            say(&self.schema.title),
            say(&session.label),
            escape(code),
            escape(&page),
        )
    }
}

/// A text as a QR code, which a phone reads at an angle and with a stain; none when it is too long.
fn svg(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            let _ = write!(path, "M{} {}h1v1h-1z", x + MARGIN, y + MARGIN);
        }
    }
    let side = size + 2 * MARGIN;
    Some(format!(
        "<svg viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_reads_the_address() {
        let text = "https://archipel.example/_/ar/form/attendance?session=%D9%85%D8%AF%D9%8A%D9%86%D8%A9";
        let drawn = svg(text).unwrap();
        let side: usize = drawn.split(['"', ' ']).nth(4).unwrap().parse().unwrap();
        let modules = drawn.rsplit("d=\"").next().unwrap().split('M').skip(1);
        let dark: Vec<[usize; 2]> = modules
            .map(|module| {
                let mut numbers = module.split([' ', 'h']).map(|number| number.parse().unwrap_or_default());
                [(); 2].map(|()| numbers.next().unwrap())
            })
            .collect();
        // As a camera sees it: each module is several points wide.
        let is_dark = |x: usize, y: usize| dark.contains(&[x / 4, y / 4]);
        let mut seen = rqrr::PreparedImage::prepare_from_bitmap(side * 4, side * 4, is_dark);
        let (_, read) = seen.detect_grids()[0].decode().unwrap();
        assert_eq!(read, text);
        assert_eq!(svg(&"long ".repeat(1000)), None);
    }
}
