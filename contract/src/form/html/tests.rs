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
    html(&form(), &View::fresh(lang, &Bundle::english()))
}

fn refused(body: &str) -> String {
    let refused = check(&form(), decode(body.as_bytes()).unwrap()).unwrap_err();
    html(&form(), &View { id: Some("id-1"), refused: Some(&refused), ..View::fresh("fr", &Bundle::english()) })
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

fn judged() -> Schema {
    use super::super::condition::Condition;
    let on = |field: &str, is: &[&str]| {
        Some(Condition { field: field.into(), is: is.iter().map(|is| (*is).into()).collect() })
    };
    schema(vec![
        Field { choices: choices(&["yes", "no"]), required: true, ..field("coming", Kind::Choice) },
        Field { show_if: on("coming", &["yes"]), required: true, ..field("guests", Kind::Number) },
        Field { show_if: on("coming", &["yes"]), ..field("diet", Kind::Text) },
        Field {
            require_if: on("coming", &["no"]),
            error: words("Dites pourquoi", "لماذا"),
            min: Some(3),
            ..field("why", Kind::Text)
        },
        Field { high: words("Tout à fait", "تماما"), ..field("clear", Kind::Scale) },
        Field { rows: choices(&["food", "room"]), choices: choices(&["good", "bad"]), ..field("day", Kind::Matrix) },
        Field { choices: choices(&["a", "b"]), ..field("order", Kind::Ranking) },
        Field { value: "site".into(), choices: choices(&["NUM-1"]), prefill: true, ..field("from", Kind::Hidden) },
    ])
}

#[test]
fn what_depends_on_an_answer_says_so_and_styles_may_hide_it() {
    let words = Bundle::english();
    let view = View::fresh("fr", &words);
    let html = html(&judged(), &view);
    for part in [
        "value=\"yes\" class=\"form-on-1\" required>",
        "value=\"no\" required>",
        "<div class=\"form-field form-if form-if-1\">",
        "<p class=\"form-help form-when\" id=\"f-contact-guests-when\">Only if you answer “yes” to “coming”.</p>",
        "name=\"guests\" aria-describedby=\"f-contact-guests-when\"",
        "Needed if you answer “no” to “coming”.",
        "<label for=\"f-contact-clear-5\">5 – Tout à fait</label>",
        "<legend>room</legend>",
        "<input type=\"radio\" id=\"f-contact-day-4\" name=\"day.room\" value=\"bad\">",
        "<select id=\"f-contact-order-2\" name=\"order.b\"><option value=\"\">–</option><option>1</option><option>2</option></select>",
        "<input type=\"hidden\" name=\"from\" value=\"site\">",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(!html.contains("form-if-2") && !html.contains("aria-describedby=\"f-contact-coming"), "{html}");
}

#[test]
fn a_link_fills_in_what_it_may_and_errors_keep_all_parts() {
    let (schema, words) = (judged(), Bundle::english());
    let filled = decode(b"from=NUM-1&diet=x").unwrap();
    let view = View { filled: Some(&filled), ..View::fresh("fr", &words) };
    let shown = html(&schema, &view);
    assert!(shown.contains("name=\"from\" value=\"NUM-1\"") && !shown.contains("value=\"x\""), "{shown}");
    let sent = decode(b"coming=no&why=x&day.food=bad&order.b=1&from=NUM-1").unwrap();
    let refused = check(&schema, sent).unwrap_err();
    let again = html(&schema, &View { refused: Some(&refused), filled: None, ..view });
    for part in [
        "id=\"f-contact-why-error\">Dites pourquoi<",
        "why: Dites pourquoi</a>",
        "name=\"day.food\" value=\"bad\" checked",
        "name=\"order.b\"><option value=\"\">–</option><option selected>1",
        "name=\"from\" value=\"NUM-1\"",
    ] {
        assert!(again.contains(part), "{part}\n{again}");
    }
}
