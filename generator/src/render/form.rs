//! Forms and words, as the functions and the pages need them.

use super::ask::Asker;
use super::query::Query;
use super::world::World;
use crate::site::{Lang, Word, Words};
use colibri_contract::form::{self, Door, Schema, View};
use colibri_contract::html::{push_attribute, push_text};
use colibri_contract::message::{Bundle, KEYS};
use colibri_contract::newsletter::Newsletter;
use colibri_contract::site::{Language, Manifest};

/// The form with the address of the page that thanks, in each language.
pub(super) fn schema(world: &World, id: &str) -> Option<Schema> {
    let form = world.site.forms.get(id)?;
    let thanks = form.thanks.as_ref()?.value.as_str();
    let languages = world.site.config.languages.iter().enumerate();
    let address =
        |lang: Lang| world.plan.nearest_translation(thanks, lang).map(|page| world.plan.pages[page].url.clone());
    let thanks = languages.filter_map(|(lang, language)| Some((language.code.clone(), address(lang)?))).collect();
    Some(Schema { thanks, ..form.schema.clone() })
}

/// The form as a page first shows it. One that is known to be closed is not shown any more; one that is not open yet may be when the page
/// is read, and only the functions know.
pub(super) fn html(world: &World, lang: Lang, id: &str) -> Option<String> {
    let schema = schema(world, id)?;
    let words = function_words(&world.site.words, lang);
    let code = &world.site.config.languages[lang].code;
    let door = door(world, &schema);
    if door == Door::Open {
        return Some(form::html(&schema, &View::fresh(code, &words)));
    }
    let mut html = String::from("<p>");
    push_text(
        &mut html,
        &words.say(if door == Door::Closed { "functions-form-closed" } else { "functions-form-early" }, &[]),
    );
    html.push_str("</p>\n");
    if door == Door::NotYet {
        html.push_str("<p><a");
        push_attribute(&mut html, "href", &form::action(code, id));
        html.push('>');
        push_text(&mut html, schema.say(&schema.title, code));
        html.push_str("</a></p>\n");
    }
    Some(html)
}

/// How things stand at the start of today.
pub(super) fn door(world: &World, schema: &Schema) -> Door {
    schema.policy.door(&format!("{}T00:00:00.000Z", world.site.today))
}

/// The newsletter, if the site has one.
pub(super) fn newsletter(world: &World) -> Option<&Newsletter> {
    world.site.config.newsletter.as_ref()
}

/// The form by which people sign up: whole, or one field for the foot of a page.
pub(super) fn signup(world: &World, lang: Lang, is_whole: bool) -> Option<String> {
    let newsletter = newsletter(world)?;
    let words = function_words(&world.site.words, lang);
    let code = &world.site.config.languages[lang].code;
    let view = View::fresh(code, &words);
    Some(if is_whole { newsletter.html(&view) } else { newsletter.short(code, &words) })
}

/// The words of the functions in a language. Fluent's variables become the places that the functions fill.
pub fn function_words(words: &Words, lang: Lang) -> Bundle {
    let say = |key: &str, english: &str| words.say(lang, &word(key, english)).unwrap_or_else(|| english.to_owned());
    Bundle::new(KEYS.iter().map(|(key, english)| ((*key).to_owned(), say(key, english))).collect())
}

/// The names between braces in a text.
fn places(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
}

/// The languages of the site, for the functions.
pub(super) fn manifest(asker: &Asker) -> Vec<u8> {
    asker.ask(Query::Homes);
    (0..asker.world().site.config.languages.len()).for_each(|lang| drop(asker.ask(Query::Site(lang))));
    let (site, plan) = (&asker.world().site, &asker.world().plan);
    let home = |lang: Lang| site.page(lang, "").map_or("/", |page| &plan.pages[page].url).to_owned();
    let languages = site.config.languages.iter().enumerate().map(|(lang, language)| Language {
        code: language.code.clone(),
        name: language.name.clone(),
        dir: language.dir().to_owned(),
        home: home(lang),
    });
    Manifest::new(site.config.base_url.clone(), site.config.languages[0].code.clone(), languages.collect()).encode()
}

/// The words of the functions in a language; each is noted as a word that was asked for.
pub(super) fn messages(asker: &Asker, lang: Lang) -> Vec<u8> {
    for (key, english) in KEYS {
        asker.ask(Query::Word(lang, word(key, english)));
    }
    function_words(&asker.world().site.words, lang).encode()
}

/// A word of the functions, its variables standing for themselves between braces.
fn word(key: &str, english: &str) -> Word {
    let values = places(english).map(|name| (name.to_owned(), format!("{{{name}}}"))).collect();
    Word { key: key.to_owned(), values }
}
