//! The countries of the world as choices, named in each language of the site by CLDR.

use crate::site::Language;
use colibri_contract::form::{Choice, Translated};
use icu_experimental::displaynames::DisplayNamesOptions;
use icu_experimental::displaynames::multi::RegionDisplayNames;
use icu_locale_core::subtags::Region;
use std::collections::BTreeMap;

/// What CLDR names too, and nobody is a citizen of: islands of others, unions, places that are not known or made up.
const NOT_COUNTRIES: [&str; 14] = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

/// The countries, by their codes of two letters (ISO 3166-1, and `XK`). What a language does not name has its code.
pub(super) fn countries(languages: &[Language]) -> Vec<Choice> {
    let mut named: BTreeMap<String, Translated> = BTreeMap::new();
    for language in languages {
        let Some(names) = names(&language.code).or_else(|| names("en")) else { continue };
        for code in codes() {
            let name = code.parse().ok().and_then(|region: Region| names.of(region));
            let name = name.filter(|name| *name != code);
            if let Some(name) = name {
                named.entry(code).or_default().insert(language.code.clone(), name.to_owned());
            }
        }
    }
    let choices = named.into_iter().map(|(code, mut label)| {
        for language in languages {
            label.entry(language.code.clone()).or_insert_with(|| code.clone());
        }
        Choice { value: code, label, ..Choice::default() }
    });
    choices.collect()
}

fn names(code: &str) -> Option<RegionDisplayNames> {
    let locale: icu_locale_core::Locale = code.parse().ok()?;
    RegionDisplayNames::try_new((&locale).into(), DisplayNamesOptions::default()).ok()
}

/// All codes that there can be.
fn codes() -> impl Iterator<Item = String> {
    let letters = 'A'..='Z';
    let pairs = letters.clone().flat_map(move |first| letters.clone().map(move |second| format!("{first}{second}")));
    pairs.filter(|code| !NOT_COUNTRIES.contains(&code.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_country_has_its_name_in_each_language() {
        let all = countries(&["fr", "ar", "xx"].map(|code| Language::plain(code, "")));
        assert_eq!(all.len(), 250, "249 of ISO 3166-1, and Kosovo");
        let senegal = all.iter().find(|country| country.value == "SN").unwrap();
        let names: Vec<&str> = senegal.label.values().map(String::as_str).collect();
        assert_eq!(names, ["السنغال", "Sénégal", "Senegal"], "English stands in where CLDR knows nothing");
        assert!(all.iter().all(|country| country.label.len() == 3 && country.label["fr"] != country.value));
    }
}
