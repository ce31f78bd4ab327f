//! Builds after each change, whatever happens in a build.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::BuildResult;
use super::current::Current;
use super::watch::Watch;
use crate::diagnostic::{Diagnostic, Place};
use crate::output::Output;

/// Builds after each burst of changes, until the folder can no longer be watched.
pub(super) fn after_each_change(current: &Current, mut watch: Watch, mut rebuild: impl FnMut(&Output) -> BuildResult) {
    while watch.wait() {
        once(current, &mut rebuild);
    }
}

/// Builds and shows the result; a build that panics is an error like another.
pub(super) fn once(current: &Current, rebuild: &mut impl FnMut(&Output) -> BuildResult) {
    let output = current.output();
    // The builder may be left half changed by a panic; what it gives next is checked like any other build.
    let built = catch_unwind(AssertUnwindSafe(|| rebuild(&output)));
    current.show(
        built.unwrap_or_else(|cause| BuildResult { output: Output::default(), diagnostics: vec![panicked(&*cause)] }),
    );
}

fn panicked(cause: &(dyn Any + Send)) -> Diagnostic {
    let said = cause.downcast_ref::<&str>().copied().map(str::to_owned);
    let said = said.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default();
    Diagnostic::error("build-stopped", Place::default()).with("reason", said)
}
