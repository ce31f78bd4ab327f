//! The tables that tidy checks against, in one place: change them with a reason, in the same commit as the code.

use super::sentences::Catalogue;

/// A crate of ours.
pub(super) struct Crate {
    /// Its folder at the root.
    pub(super) folder: &'static str,
    /// Its name in manifests.
    pub(super) name: &'static str,
    /// Folders of the crates it may use.
    pub(super) may_use: &'static [&'static str],
}

/// Crates and the arrows between them.
pub(super) const CRATES: &[Crate] = &[
    Crate { folder: "contract", name: "colibri-contract", may_use: &[] },
    Crate { folder: "picture", name: "colibri-picture", may_use: &[] },
    Crate { folder: "functions", name: "colibri-functions", may_use: &["contract"] },
    Crate { folder: "generator", name: "colibri", may_use: &["contract", "picture", "functions"] },
    Crate { folder: "tests", name: "colibri-tests", may_use: &["contract", "functions", "generator"] },
    Crate { folder: "xtask", name: "xtask", may_use: &[] },
];

/// The only places in the generator that may name the functions: where it serves, as the native host does, where it looks after
/// what was sent, and where it asks what a visitor asks.
pub(super) const SERVING: &[&str] = &[
    "generator/src/serve",
    "generator/src/cli/host",
    "generator/src/cli/answers",
    "generator/src/cli/said",
    "generator/src/cli/subscribers",
    "generator/src/cli/search",
    "generator/tests/durable",
];

/// A stage of the generator and the modules it may name besides itself.
pub(super) struct Stage {
    /// The module's path under `generator/src/`; the longest that fits a file is its stage.
    pub(super) path: &'static str,
    /// Modules it may name.
    pub(super) may_name: &'static [&'static str],
}

/// The stages of the generator: each is built on the values of earlier ones and knows nothing of later ones. The type `Output` and
/// the writing of it come first, as they know of no site; putting a site's files together into one is the last stage.
pub(super) const STAGES: &[Stage] = &[
    Stage { path: "watch", may_name: &[] },
    Stage { path: "diagnostic", may_name: &[] },
    Stage { path: "output", may_name: &["diagnostic"] },
    Stage { path: "declare", may_name: &["diagnostic"] },
    Stage { path: "source", may_name: &["diagnostic", "output"] },
    Stage { path: "site", may_name: &["watch", "diagnostic", "output", "declare", "source"] },
    Stage { path: "translation", may_name: &["diagnostic", "output", "declare", "source", "site"] },
    Stage { path: "plan", may_name: &["diagnostic", "output", "declare", "source", "site"] },
    Stage { path: "render", may_name: &["diagnostic", "output", "declare", "source", "site", "plan"] },
    Stage { path: "audit", may_name: &["diagnostic", "output", "source", "site", "plan", "render"] },
    Stage { path: "typography", may_name: &["diagnostic", "output", "source", "site", "translation", "render"] },
    Stage { path: "arrange", may_name: &["site"] },
    Stage { path: "external", may_name: &["diagnostic", "output", "source", "site"] },
    Stage { path: "output/assemble", may_name: &["diagnostic", "output", "source", "site", "plan", "render"] },
];

/// Modules that stand above all stages and may name any of them.
pub(super) const ABOVE_STAGES: &[&str] = &["lib", "main", "cli", "serve", "host"];

/// The longest function, in lines from its signature to its closing brace.
pub(super) const FUNCTION_LINES: usize = 60;

/// The longest file of code, in lines.
pub(super) const FILE_LINES: usize = 400;

/// What counts as code for the length of a file.
pub(super) const CODE: &[&str] = &["rs", "mjs", "js", "css", "sql"];

/// Functions and files that may be longer: path, function name or nothing for the file, and the reason.
pub(super) const LONGER: &[(&str, &str, &str)] = &[];

/// Folders not looked into: what git ignores, and git itself.
pub(super) const SKIPPED: &[&str] = &[".git", "target", "node_modules", "dist", ".colibri", ".dist.colibri"];

/// Folders of a site. The guide names them in the site of its reader.
pub(super) const SITE_FOLDERS: &[&str] =
    &["content", "data", "themes", "i18n", "assets", "components", "templates", "styles"];

/// The languages in which findings are said; the first is the model of the others.
pub(super) const CATALOGUES: &[Catalogue] = &[
    Catalogue { words: "generator/src/diagnostic/words/en.ftl", snapshots: ".snap", guide: "docs/messages.md" },
    Catalogue { words: "generator/src/diagnostic/words/fr.ftl", snapshots: ".fr.snap", guide: "docs/messages.fr.md" },
];

/// Kinds of finding that no site in `tests/sites/messages` can have: the kind, the test that has it instead, and the reason.
pub(super) const SHOWN_ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "build-stopped",
        "generator/src/serve/tests.rs",
        "only a mistake in the program itself, while it serves, gives this finding",
    ),
    ("dead-external-link", "tests/suite/external.rs", "a build asks no other site"),
    ("moved-external-link", "tests/suite/external.rs", "a build asks no other site"),
    ("unsure-external-link", "tests/suite/external.rs", "a build asks no other site"),
    ("typography", "tests/suite/typography.rs", "a build does not say it: `colibri lint` does"),
];
