//! The arrows between the stages of the generator.

use super::rules::{ABOVE_STAGES, STAGES, Stage};
use super::tokens::mentions;
use super::{Finding, Text};

const SOURCES: &str = "generator/src/";

/// Findings in one file: a stage that names a later one, or a module that the table does not know.
pub(super) fn check(text: &Text) -> Vec<Finding> {
    let Some(inside) = text.path.strip_prefix(SOURCES).and_then(|path| path.strip_suffix(".rs")) else {
        return Vec::new();
    };
    let module: Vec<&str> = inside.strip_suffix("/mod").unwrap_or(inside).split('/').collect();
    let own = module[0];
    if ABOVE_STAGES.contains(&own) {
        return Vec::new();
    }
    let Some(stage) = stage_of(inside) else {
        let message =
            format!("the module `{own}` is in no table of xtask/src/tidy/rules.rs: say there which stages it may name");
        return vec![Finding { file: text.path.clone(), line: 0, message }];
    };
    let named = mentions(&text.content, &module).into_iter().filter(|mention| mention.path.len() == 2);
    let wrong = named.filter(|mention| {
        let name = mention.path[1].as_str();
        name != own && is_module(name) && !stage.may_name.contains(&name)
    });
    wrong.map(|mention| finding(text, stage, &mention.path[1], mention.line)).collect()
}

/// The stage that a file belongs to: `output/assemble` before `output`.
fn stage_of(inside: &str) -> Option<&'static Stage> {
    let fits =
        |stage: &&Stage| inside.strip_prefix(stage.path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    STAGES.iter().filter(fits).max_by_key(|stage| stage.path.len())
}

/// A type or function at the root of the crate is no stage.
fn is_module(name: &str) -> bool {
    STAGES.iter().any(|stage| stage.path == name) || ABOVE_STAGES.contains(&name)
}

fn finding(text: &Text, stage: &Stage, name: &str, line: usize) -> Finding {
    let (own, allowed) = (stage.path, stage.may_name.join(", "));
    let message = format!("`{own}` names `{name}`; it may name {allowed} (xtask/src/tidy/rules.rs)");
    Finding { file: text.path.clone(), line, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, content: &str) -> Vec<String> {
        check(&Text { path: path.into(), content: content.into() })
            .into_iter()
            .map(|finding| finding.to_string())
            .collect()
    }

    #[test]
    fn a_stage_may_name_earlier_ones_only() {
        assert!(found("generator/src/plan/mod.rs", "use crate::site::Site;").is_empty());
        let wrong = found("generator/src/site/page.rs", "\nuse crate::plan::Plan;");
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].starts_with("generator/src/site/page.rs:2: `site` names `plan`"), "{}", wrong[0]);
    }

    #[test]
    fn the_root_may_name_all_and_a_stage_not_the_root_above_it() {
        assert!(found("generator/src/lib.rs", "use crate::render::all;").is_empty());
        assert_eq!(found("generator/src/render.rs", "use crate::serve::Live;").len(), 1);
        assert!(found("generator/src/render.rs", "use crate::Options;").is_empty());
    }

    #[test]
    fn a_part_of_a_module_can_be_a_later_stage() {
        assert!(found("generator/src/output/assemble.rs", "use crate::render::Rendered;").is_empty());
        assert_eq!(found("generator/src/output/write.rs", "use crate::render::Rendered;").len(), 1);
        assert_eq!(found("generator/src/output/mod.rs", "use crate::site::Site;").len(), 1);
    }

    #[test]
    fn a_module_that_nobody_placed_is_told() {
        assert_eq!(found("generator/src/helpers.rs", "").len(), 1);
    }

    #[test]
    fn the_table_has_no_arrow_to_a_stage_that_does_not_come_first() {
        for (at, stage) in STAGES.iter().enumerate() {
            for name in stage.may_name {
                assert!(STAGES[..at].iter().any(|earlier| earlier.path == *name), "{} -> {name}", stage.path);
            }
        }
    }
}
