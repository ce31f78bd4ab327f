//! Formulas written in the manner of `LaTeX` as `MathML`, which browsers and screen readers know without a script.

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use std::collections::HashSet;
use std::sync::OnceLock;

/// Longer formulas are refused, so that what stands in one another ends.
const LONGEST: usize = 1_000;

/// The elements of `MathML` that are published.
const TAGS: [&str; 24] = [
    "math",
    "menclose",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
];

const MORE_TAGS: [&str; 1] = ["munderover"];

/// Their attributes: none that names a style, which a strict content security policy refuses.
const ATTRIBUTES: [&str; 19] = [
    "accent",
    "accentunder",
    "class",
    "columnalign",
    "display",
    "displaystyle",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rspace",
    "scriptlevel",
    "stretchy",
    "symmetric",
];

/// Makes `MathML`; loads its tables when the first formula needs them.
#[derive(Default)]
pub(super) struct Formulas {
    made: OnceLock<Option<(LatexToMathML, ammonia::Builder<'static>)>>,
}

impl Formulas {
    /// A formula as `MathML`, or what is wrong with it.
    pub(super) fn html(&self, latex: &str, is_block: bool) -> Result<String, String> {
        if latex.len() > LONGEST {
            return Err(format!("more than {LONGEST} characters"));
        }
        let made = self.made.get_or_init(|| Some((LatexToMathML::new(MathCoreConfig::default()).ok()?, cleaner())));
        let Some((converter, cleaner)) = made else { return Err(String::new()) };
        let display = if is_block { MathDisplay::Block } else { MathDisplay::Inline };
        let found = converter
            .convert_with_local_state(latex, display)
            .map_err(|error| error.to_string().trim_end_matches('.').to_owned())?;
        Ok(cleaner.clean(&found.mathml).to_string())
    }
}

/// What is published of it, whatever a formula holds.
fn cleaner() -> ammonia::Builder<'static> {
    let mut cleaner = ammonia::Builder::empty();
    let tags: HashSet<&str> = TAGS.into_iter().chain(MORE_TAGS).collect();
    cleaner.tags(tags).generic_attributes(ATTRIBUTES.into_iter().collect());
    cleaner
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_is_mathml_without_styles() {
        let formulas = Formulas::default();
        let found = formulas.html("\\frac{a}{b} < \\text{<script>}", false).expect("it is a formula");
        assert!(found.starts_with("<math") && found.contains("<mfrac>") && !found.contains("<script"), "{found}");
        let found = formulas.html("\\begin{align} a &= b \\\\ c &= d \\end{align}", true).expect("it is a formula");
        assert!(found.contains("<mtable") && !found.contains(" style="), "{found}");
        assert!(formulas.html("\\frac{a", false).is_err());
    }

    #[test]
    fn what_stands_in_one_another_ends() {
        for piece in ["{", "\\sqrt", "\\left(", "\\frac", "x_{", "\\text{"] {
            let _ = Formulas::default().html(&piece.repeat(LONGEST / piece.len()), true);
        }
    }

    proptest! {
        #[test]
        fn no_formula_ends_the_program(latex in "(\\\\[a-z]{1,6}|[{}^_&$<>]|[a-z0-9 ]|\\PC){0,60}") {
            let found = Formulas::default().html(&latex, false).unwrap_or_default();
            prop_assert!(!found.contains(" style=") && !found.contains("<script"));
        }
    }
}
