//! `colibri search eval`: how well, how fast and how small an index of a collection is.
#![expect(
    clippy::disallowed_methods,
    reason = "files come from where the command line says, and a measure reads the clock"
)]

use super::EvalArgs;
use super::measures::{Measures, percentile};
use super::sets::{self, Grades};
use crate::cli::show::Show;
use colibri::diagnostic::Phrase;
use colibri::render::index_files;
use colibri_contract::FormatError;
use colibri_contract::search::{self, Document, Search};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// Pages shown for a question, as on a page of results.
const SHOWN: usize = 10;
/// Answers that are judged.
const JUDGED: usize = 100;

type Files = HashMap<String, Vec<u8>>;

pub(super) fn eval(args: &EvalArgs, show: &Show) -> ExitCode {
    match report(args) {
        Ok(report) => {
            println!("{}", if args.json { report.to_string() } else { table(&report) });
            ExitCode::SUCCESS
        }
        Err(why) => show.refused(&why, ""),
    }
}

fn report(args: &EvalArgs) -> Result<Value, Phrase> {
    let documents = read(&args.corpus, sets::corpus)?;
    let queries = read(&args.queries, sets::queries)?;
    let grades = read(&args.qrels, sets::qrels)?;
    let begun = Instant::now();
    let files: Files = index_files(&args.lang, &documents, &[], &[]).into_iter().collect();
    let took = begun.elapsed();
    let judged = judge(args, &documents, &files, &queries, &grades)?;
    let average = Measures::average(&judged.measures);
    let text_bytes: usize = documents.iter().map(|document| document.title.len() + document.text.len()).sum();
    let with_texts: usize = files.values().map(Vec::len).sum();
    Ok(json!({
        "lang": args.lang,
        "documents": documents.len(),
        "queries": judged.measures.len(),
        "ndcg_at_10": average.ndcg_at_10,
        "mrr_at_10": average.mrr_at_10,
        "recall_at_100": average.recall_at_100,
        "p50_us": percentile(&judged.micros, 50),
        "p99_us": percentile(&judged.micros, 99),
        "index_bytes": with_texts,
        "text_bytes": text_bytes,
        "files": files.len(),
        "reads_p50": percentile(&judged.reads, 50),
        "reads_max": judged.reads.last(),
        "build_ms": u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
    }))
}

/// What was measured, times and reads in order.
struct Judged {
    measures: Vec<Measures>,
    micros: Vec<u64>,
    reads: Vec<u64>,
}

/// Asks every question that has an answer, one after the other.
fn judge(
    args: &EvalArgs,
    documents: &[Document<'_>],
    files: &Files,
    queries: &[(String, String)],
    grades: &Grades,
) -> Result<Judged, Phrase> {
    let mut judged = Judged { measures: Vec::new(), micros: Vec::new(), reads: Vec::new() };
    for (id, words) in queries {
        let Some(grades) = grades.get(id) else { continue };
        let begun = Instant::now();
        let (found, reads) =
            answers(&args.lang, words, files).map_err(|error| unread(&args.corpus, &error.to_string()))?;
        judged.micros.push(u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX));
        judged.reads.push(reads);
        let ids: Vec<&str> = found.iter().filter_map(|number| Some(&*documents.get(*number)?.url)).collect();
        judged.measures.push(Measures::of(&ids, grades));
    }
    judged.micros.sort_unstable();
    judged.reads.sort_unstable();
    Ok(judged)
}

/// The documents that answer, best first, and how many files were read: a whole page of results, as a visitor gets it.
fn answers(lang: &str, words: &str, files: &Files) -> Result<(Vec<usize>, u64), FormatError> {
    let mut search = Search::new(lang, words, 0, SHOWN);
    let mut reads = 0;
    search::run(&mut search, |name| {
        reads += 1;
        files.get(name)
    })?;
    let found = search.scores().iter().take(JUDGED).filter_map(|(number, _)| usize::try_from(*number).ok()).collect();
    Ok((found, reads))
}

fn read<T>(path: &Path, parse: fn(&str) -> Result<T, usize>) -> Result<T, Phrase> {
    let text = fs::read_to_string(path).map_err(|error| unread(path, &error.to_string()))?;
    parse(&text)
        .map_err(|line| Phrase::of("search-set-line").with("file", path.display().to_string()).with("line", line))
}

fn unread(path: &Path, error: &str) -> Phrase {
    Phrase::of("search-set-unread").with("file", path.display().to_string()).with("error", error)
}

fn table(report: &Value) -> String {
    let rows = report.as_object().into_iter().flatten().map(|(name, value)| match value.as_f64() {
        Some(part) if value.is_f64() => format!("{name:<14} {part:.4}"),
        _ => format!("{name:<14} {}", value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
    });
    rows.collect::<Vec<_>>().join("\n")
}
