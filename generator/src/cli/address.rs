//! `colibri address`: the verdict on e-mail addresses, for people who wonder and for lists that are to be imported.

use super::CONTENT;
use super::show::Show;
use clap::Args as Arguments;
use colibri::diagnostic::Phrase;
use colibri::diagnostic::words::Language;
use colibri::render;
use colibri::site::Words;
use colibri_contract::address::{Address, Fault, Warning};
use colibri_contract::message::Bundle;
use serde_json::{Value, json};
use std::io::{self, BufRead};
use std::process::ExitCode;

/// What is asked.
#[derive(Arguments)]
pub(super) struct AddressArgs {
    /// Addresses; `-` reads one a line from standard input.
    #[arg(required = true, value_name = "ADDRESS")]
    addresses: Vec<String>,
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
}

/// The longest line that is read: what is longer is no address.
const LONGEST_LINE: u64 = 4_096;

/// Judges each address; the exit code says whether one was refused.
pub(super) fn address(args: &AddressArgs, show: &Show) -> ExitCode {
    let words = words(show);
    let judge = |text: &str| {
        let verdict = Address::parse(text);
        println!(
            "{}",
            if args.json { record(text, &verdict, &words).to_string() } else { line(text, &verdict, &words, show) }
        );
        verdict.is_ok()
    };
    let mut all_fine = true;
    for given in &args.addresses {
        if given == "-" {
            all_fine &= each_line(io::stdin().lock(), judge);
        } else {
            all_fine &= judge(given);
        }
    }
    if all_fine { ExitCode::SUCCESS } else { ExitCode::from(CONTENT) }
}

/// The words in which addresses are refused.
pub(super) fn words(show: &Show) -> Bundle {
    match show.language_for("") {
        Language::French => render::function_words(&Words::of_program("fr"), 0),
        Language::English => Bundle::english(),
    }
}

/// Judges each line of what is read, in bounded pieces; bytes that are no text become signs that no address has.
fn each_line(mut input: impl BufRead, judge: impl Fn(&str) -> bool) -> bool {
    let mut all_fine = true;
    let mut line = Vec::new();
    while matches!(io::Read::take(&mut input, LONGEST_LINE).read_until(b'\n', &mut line), Ok(1..)) {
        let bytes = line.strip_suffix(b"\n").unwrap_or(&line);
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        all_fine &= judge(&String::from_utf8_lossy(bytes));
        line.clear();
    }
    all_fine
}

/// A verdict for programs.
fn record(text: &str, verdict: &Result<Address, Fault>, words: &Bundle) -> Value {
    match verdict {
        Ok(address) => json!({
            "address": text,
            "valid": true,
            "normalized": address.to_string(),
            "ascii_domain": address.domain().ascii(),
            "smtputf8": address.needs_smtputf8(),
            "warnings": address.warnings().into_iter().map(Warning::id).collect::<Vec<_>>(),
            "error": null,
            "suggestion": suggested(address),
        }),
        Err(fault) => json!({
            "address": text,
            "valid": false,
            "normalized": null,
            "ascii_domain": null,
            "smtputf8": null,
            "warnings": [],
            "error": fault.id(),
            "message": fault.say(words),
            "suggestion": fault.mend,
        }),
    }
}

/// A verdict for people.
fn line(text: &str, verdict: &Result<Address, Fault>, words: &Bundle, show: &Show) -> String {
    // What was typed may hold anything, even orders to the terminal.
    let shown: String = text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect();
    let address = match verdict {
        Ok(address) => address,
        Err(fault) => return format!("{shown}: {}", fault.say(words)),
    };
    let mut said = vec![show.say(&Phrase::of("address-fine"), "")];
    if address.wire() != text {
        said.push(show.say(&Phrase::of("address-wire").with("wire", address.wire()), ""));
    }
    if address.needs_smtputf8() {
        said.push(show.say(&Phrase::of("address-smtputf8"), ""));
    }
    said.extend(address.warnings().into_iter().map(|warning| show.say(&doubt(warning), "")));
    format!("{shown}: {}", said.join("; "))
}

fn doubt(warning: Warning) -> Phrase {
    let id = match warning {
        Warning::MixedScripts(_) => "address-mixed-scripts",
        Warning::LongLocal => "address-long-local",
        Warning::ALabelLocal => "address-a-label",
        Warning::SetAside => "address-set-aside",
        Warning::Slip(meant) => return Phrase::of("address-slip").with("meant", meant),
    };
    Phrase::of(id)
}

/// The address with the domain that was probably meant.
fn suggested(address: &Address) -> Option<String> {
    address.warnings().into_iter().find_map(|warning| match warning {
        Warning::Slip(domain) => Some(format!("{}@{domain}", address.local())),
        _ => None,
    })
}
