//! Text made safe inside HTML: the last step before a visitor's or an editor's words meet a page.

use alloc::string::String;

/// Appends `text`, escaped so that it is only text, both between tags and inside a quoted attribute.
pub fn push_text(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// `text` escaped, see [`push_text`].
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_text(&mut out, text);
    out
}

/// Appends ` name="value"`, the value escaped.
pub fn push_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_text(out, value);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_can_leave_its_place() {
        assert_eq!(escape("a<b>&\"c\" 'd' é"), "a&lt;b&gt;&amp;&quot;c&quot; &#39;d&#39; é");
        let mut out = String::new();
        push_attribute(&mut out, "value", "\" onfocus=\"x");
        assert_eq!(out, " value=\"&quot; onfocus=&quot;x\"");
    }
}
