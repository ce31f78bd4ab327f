//! How long a text takes to be read: languages say the same in more or fewer words.

/// What most people read silently in a minute: words, or signs where a language writes without spaces. Averages of
/// published studies with the same texts in many languages; what is not known is read like most.
const PACES: [(&str, u32); 17] = [
    ("ar", 138),
    ("de", 179),
    ("en", 228),
    ("es", 218),
    ("fi", 161),
    ("fr", 195),
    ("he", 187),
    ("it", 188),
    ("ja", 357),
    ("nl", 202),
    ("pl", 166),
    ("pt", 181),
    ("ru", 184),
    ("sl", 180),
    ("sv", 199),
    ("tr", 166),
    ("zh", 255),
];

/// The pace of a language that no study tells of.
const USUAL: u32 = 185;

/// Words, or signs, that are read in a minute in a language.
pub(super) fn pace(code: &str) -> u32 {
    let base = code.split('-').next().unwrap_or_default();
    PACES.iter().find(|(known, _)| *known == base).map_or(USUAL, |(_, pace)| *pace)
}

/// How many words a text has; each sign of a script that writes without spaces is one.
pub(super) fn words(text: &str) -> u32 {
    let of_token = |token: &str| {
        let signs = token.chars().filter(|c| is_sign(*c)).count();
        let others = usize::from(signs == 0 || token.chars().any(|c| c.is_alphanumeric() && !is_sign(c)));
        signs + others
    };
    u32::try_from(text.split_whitespace().map(of_token).sum::<usize>()).unwrap_or(u32::MAX)
}

/// Signs of Chinese and Japanese.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_between_spaces_and_signs_one_by_one() {
        assert_eq!(words("Une île,  deux bateaux"), 4);
        assert_eq!(words("三只船"), 3);
        assert_eq!(words("三只船 boat 2026年"), 3 + 1 + 2);
        assert_eq!((words(""), words("— 。")), (0, 2));
    }

    #[test]
    fn a_region_reads_as_its_language() {
        assert_eq!((pace("pt-br"), pace("ar"), pace("sw")), (181, 138, USUAL));
    }
}
