use super::super::check::check;
use super::super::decode::decode;
use super::super::schema::tests::{choices, field, schema, words};
use super::*;
use alloc::vec;

fn form() -> Schema {
    let many: alloc::vec::Vec<String> = (0..9).map(|n| format!("v{n}")).collect();
    let many: alloc::vec::Vec<&str> = many.iter().map(String::as_str).collect();
    schema(vec![
        Field { required: true, help: words("Votre nom <entier>", "اسمك"), ..field("name", Kind::Text) },
        Field { required: true, ..field("email", Kind::Email) },
        Field { required: true, min: Some(10), ..field("message", Kind::LongText) },
        Field { choices: choices(&["x", "y"]), required: true, ..field("topic", Kind::Choice) },
        Field { choices: choices(&["a", "b"]), ..field("topics", Kind::Choices) },
        Field { choices: choices(&many), ..field("country", Kind::Choice) },
        Field { required: true, ..field("agree", Kind::Consent) },
        field("hour", Kind::Time),
        field("phone", Kind::Phone),
    ])
}

fn fresh(lang: &str) -> String {
    html(&form(), &View { lang, words: &Bundle::english(), id: None, refused: None })
}

fn refused(body: &str) -> String {
    let refused = check(&form(), decode(body.as_bytes()).unwrap()).unwrap_err();
    html(&form(), &View { lang: "fr", words: &Bundle::english(), id: Some("id-1"), refused: Some(&refused) })
}

#[test]
fn the_first_page_has_labels_help_and_constraints_and_no_token() {
    let html = fresh("fr");
    for part in [
        "action=\"/_/fr/form/contact\"",
        "<label class=\"form-label\" for=\"f-contact-name\">name <span class=\"form-required\">(required)</span></label>",
        "aria-describedby=\"f-contact-name-help\"",
        "<p class=\"form-help\" id=\"f-contact-name-help\">Votre nom &lt;entier&gt;</p>",
        "type=\"text\" inputmode=\"email\" dir=\"auto\"",
        "autocomplete=\"email\"",
        "minlength=\"10\" maxlength=\"5000\"",
        "<legend class=\"form-label\">topic ",
        "<input type=\"radio\" id=\"f-contact-topic\" name=\"topic\" value=\"x\" required>",
        "<option value=\"v8\">v8</option>",
        "type=\"time\" id=\"f-contact-hour\"",
        "type=\"tel\" dir=\"ltr\" maxlength=\"40\" id=\"f-contact-phone\" name=\"phone\" autocomplete=\"tel\"",
        "<p class=\"form-trap\" hidden>",
        "<button type=\"submit\" class=\"form-submit\">Send</button>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(!html.contains("_id") && !html.contains("style=") && !html.contains("form-error"), "{html}");
}

#[test]
fn labels_are_in_the_visitors_language() {
    assert!(fresh("ar").contains("aria-label=\"اكتب لنا\""));
    assert!(fresh("ar").contains("action=\"/_/ar/form/contact\""));
}

#[test]
fn errors_come_first_and_lead_to_their_fields_and_values_stay() {
    let html =
        refused("name=%22%3E%3Cscript%3E&message=%0A%3C%2Ftextarea%3Ehello+world&topics=b&country=v3&topic=y&agree=on");
    for part in [
        "<div class=\"form-summary\" role=\"alert\" tabindex=\"-1\" autofocus>",
        "<li><a href=\"#f-contact-email\">email: Please answer.</a></li>",
        "<p class=\"form-error\" id=\"f-contact-email-error\">Please answer.</p>",
        "aria-invalid=\"true\" aria-describedby=\"f-contact-email-error\"",
        "value=\"&quot;&gt;&lt;script&gt;\"",
        ">\n\n&lt;/textarea&gt;hello world</textarea>",
        "name=\"topic\" value=\"y\" required checked>",
        "name=\"topics\" value=\"b\" checked>",
        "<option value=\"v3\" selected>",
        "name=\"agree\" required checked>",
        "<input type=\"hidden\" name=\"_id\" value=\"id-1\">",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(html.find("form-summary").unwrap() < html.find("form-field").unwrap());
    assert!(!html.contains("<script"), "{html}");
}

#[test]
fn a_sprung_trap_shows_itself_empty() {
    let html = refused("name=a&email=a@b.org&message=long+enough+text&topic=x&agree=on&_website=http://spam");
    assert!(html.contains("href=\"#f-contact-_website\""), "{html}");
    assert!(html.contains("<p class=\"form-trap\">"), "{html}");
    assert!(!html.contains("spam"), "{html}");
}
