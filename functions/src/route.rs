//! Which of the functions is asked.
//!
//! Paths are matched as they came, without decoding: all our own names are plain ASCII, so a path written in
//! another way is simply another path, and nothing from a path can reach beyond a file of that name.

use crate::newsletter::Step;
use crate::personal;

/// What is asked of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormPart {
    /// The form itself.
    Whole,
    /// What answers to a quiz were worth.
    Result,
    /// A certificate of a quiz.
    Certificate,
}

impl FormPart {
    /// The part of this name.
    fn named(name: &str) -> Option<Self> {
        match name {
            "result" => Some(Self::Result),
            "certificate" => Some(Self::Certificate),
            _ => None,
        }
    }
}

/// What a path asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    /// Whether the functions can work.
    Health,
    /// An act of an operator's program.
    Admin { what: &'a str },
    /// A form in a language, or a page about it.
    Form { lang: &'a str, id: &'a str, part: FormPart },
    /// The newsletter in a language.
    Newsletter { lang: &'a str, step: Step },
    /// What somebody sent, for themselves, in a language.
    Personal { lang: &'a str, step: personal::Step },
    /// The search of a language.
    Search { lang: &'a str },
    /// Anything else, in a language if one is named.
    Unknown { lang: &'a str },
}

impl<'a> Route<'a> {
    /// Reads a path.
    pub(crate) fn of(path: &'a str) -> Self {
        let mut pieces = path.split('/');
        let pieces = [(); 7].map(|()| pieces.next());
        match pieces {
            [Some(""), Some("healthz"), None, ..] => Self::Health,
            [Some(""), Some("_"), Some("admin"), Some(what), None, ..] => Self::Admin { what },
            [Some(""), Some("_"), Some(lang), Some("form"), Some(id), part, None] if is_name(lang) && is_name(id) => {
                let part = part.map_or(Some(FormPart::Whole), FormPart::named);
                part.map_or(Self::Unknown { lang }, |part| Self::Form { lang, id, part })
            }
            [Some(""), Some("_"), Some(lang), Some("newsletter"), step, None, _] if is_name(lang) => {
                let step = step.map_or(Some(Step::Signup), Step::named);
                step.map_or(Self::Unknown { lang }, |step| Self::Newsletter { lang, step })
            }
            [Some(""), Some("_"), Some(lang), Some("personal-data"), step, None, _] if is_name(lang) => {
                let step = step.map_or(Some(personal::Step::Ask), personal::Step::named);
                step.map_or(Self::Unknown { lang }, |step| Self::Personal { lang, step })
            }
            [Some(""), Some("_"), Some(lang), Some("search"), None, ..] if is_name(lang) => Self::Search { lang },
            [Some(""), Some("_"), Some(lang), ..] if is_name(lang) => Self::Unknown { lang },
            _ => Self::Unknown { lang: "" },
        }
    }

    /// The language it names; empty when it names none.
    pub(crate) fn lang(self) -> &'a str {
        match self {
            Self::Health | Self::Admin { .. } => "",
            Self::Form { lang, .. }
            | Self::Newsletter { lang, .. }
            | Self::Personal { lang, .. }
            | Self::Search { lang }
            | Self::Unknown { lang } => lang,
        }
    }
}

/// ASCII letters, digits and hyphens: nothing that could leave a folder.
fn is_name(name: &str) -> bool {
    (1..=60).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_paths_are_known() {
        assert_eq!(Route::of("/healthz"), Route::Health);
        assert_eq!(Route::of("/_/fr/form/contact"), Route::Form { lang: "fr", id: "contact", part: FormPart::Whole });
        let part = FormPart::Certificate;
        assert_eq!(Route::of("/_/fr/form/quiz/certificate"), Route::Form { lang: "fr", id: "quiz", part });
        assert_eq!(Route::of("/_/fr/newsletter"), Route::Newsletter { lang: "fr", step: Step::Signup });
        assert_eq!(Route::of("/_/fr/newsletter/leave"), Route::Newsletter { lang: "fr", step: Step::Leave });
        let step = personal::Step::See;
        assert_eq!(Route::of("/_/fr/personal-data/see"), Route::Personal { lang: "fr", step });
        assert_eq!(Route::of("/_/admin/answers"), Route::Admin { what: "answers" });
        assert_eq!(Route::of("/_/pt-br/search"), Route::Search { lang: "pt-br" });
    }

    #[test]
    fn all_else_is_unknown() {
        for (path, lang) in [
            ("", ""),
            ("/", ""),
            ("/_", ""),
            ("/_/", ""),
            ("/healthz/", ""),
            ("/_/fr", "fr"),
            ("/_/fr/search/", "fr"),
            ("/_/fr/newsletter/", "fr"),
            ("/_/fr/newsletter/none", "fr"),
            ("/_/fr/personal-data/", "fr"),
            ("/_/fr/newsletter/leave/x", "fr"),
            ("/_/fr/form/", "fr"),
            ("/_/fr/form/contact/", "fr"),
            ("/_/fr/form/a/b", "fr"),
            ("/_/fr/form/a/result/", "fr"),
            ("/_/fr/form/a/result/c/d", "fr"),
            ("/_/fr/form/../contact", "fr"),
            ("/_/fr/form/%2e%2e", "fr"),
            ("/_/../form/contact", ""),
            ("/_/data/site.json", "data"),
            ("//_/fr/search", ""),
            ("/fr/form/contact", ""),
        ] {
            assert_eq!(Route::of(path), Route::Unknown { lang }, "{path}");
        }
    }
}
