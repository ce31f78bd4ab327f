//! The command line: one file for each command, and the exit codes that all share.
//!
//! | code | meaning |
//! |---|---|
//! | 0 | done; there may be warnings |
//! | 1 | the content has errors, all of them said; nothing was written |
//! | 2 | the arguments are not understood |
//! | 3 | a folder cannot be read or written, or an address cannot be listened on |
//! | 70 | a mistake in Colibri itself |

mod address;
mod answers;
mod build;
mod create;
mod fmt;
mod forms;
mod host;
mod i18n;
mod images;
mod lint;
mod list;
mod said;
mod schema;
mod search;
mod serve;
mod show;
mod stopwatch;
mod subscribers;

use clap::{Args as Arguments, CommandFactory, Parser, Subcommand, ValueEnum};
use colibri::diagnostic::Phrase;
use colibri::diagnostic::words::{Catalogue, Language};
use colibri::site::Choices;
use std::any::Any;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The content has errors.
pub(crate) const CONTENT: u8 = 1;
/// The arguments are not understood.
pub(crate) const USAGE: u8 = 2;
/// A folder cannot be read or written.
pub(crate) const DOORS: u8 = 3;
/// A mistake in Colibri itself.
pub(crate) const OURS: u8 = 70;

/// Makes light, accessible sites in several languages from Markdown.
#[derive(Parser)]
#[command(name = "colibri", version, about, propagate_version = true)]
pub(crate) struct Args {
    /// Folder of the site: the one that holds site.toml.
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    site: PathBuf,
    /// How findings are shown; `auto` is human, or GitHub's annotations inside its workflows.
    #[arg(long, global = true, value_enum, default_value_t = Form::Auto, value_name = "FORM")]
    findings: Form,
    /// Language of what is said: en or fr; that of the system, or else of the site, if none is given.
    #[arg(long, global = true, value_name = "CODE", value_parser = parse_language)]
    language: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the site into a folder.
    Build(BuildArgs),
    /// Looks for errors without writing anything.
    Check(CheckArgs),
    /// Looks at the signs and spaces of each language, and mends them.
    Lint(lint::LintArgs),
    /// Puts the front matter of pages in one order, and leaves their text as it is.
    Fmt(fmt::FmtArgs),
    /// Shows the site on this machine, again after each save.
    Serve(ServeArgs),
    /// Serves a built site with its functions.
    Host(HostArgs),
    /// Says what to publish in the DNS so that the signatures of letters are believed.
    Dkim {
        /// File of deliveries, as `colibri host` is given it.
        deliveries: PathBuf,
    },
    /// Writes a file of deliveries, with its secrets, as a Worker reads it: for `wrangler secret put DELIVERIES`.
    Deliveries {
        /// File of deliveries, as `colibri host` is given it.
        deliveries: PathBuf,
    },
    /// Takes out, puts in and judges what forms were sent; each act is written down.
    Answers(answers::AnswersArgs),
    /// Lists, imports, exports and counts who receives the newsletter; each act is written down.
    Subscribers(subscribers::SubscribersArgs),
    /// Begins a site, a page or a translation.
    #[command(subcommand)]
    New(NewCommand),
    /// Lists pages, terms, drafts, or pages with a last day.
    List(list::ListArgs),
    /// Shows the forms of a site: which there are, what they ask, how they look.
    Forms(forms::FormsArgs),
    /// Says what is translated, and carries texts to translators and back.
    #[command(subcommand)]
    I18n(i18n::I18nCommand),
    /// Says how many pictures are kept, developed, beside the sources.
    Images {
        /// Remove those that no page shows any more.
        #[arg(long)]
        prune: bool,
    },
    /// Shows the types of pages, with the fields that templates find.
    Schema {
        /// One type, or one kind of file, such as `site.toml` or `form.toml`; all if none is given.
        name: Option<String>,
        /// As JSON Schema, for editors.
        #[arg(long)]
        json: bool,
    },
    /// Says whether e-mail addresses are well formed, in any script, and why not.
    Address(address::AddressArgs),
    /// Asks the index of a built site what visitors ask.
    Search(search::SearchArgs),
    /// Writes a script that completes this program's commands in your shell.
    Completions {
        /// Your shell.
        shell: clap_complete::Shell,
    },
}

#[derive(Arguments)]
struct BuildArgs {
    /// Folder to write into; beside the site's, `dist` inside it if none is given.
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Render everything, whatever the last build left.
    #[arg(long)]
    no_memo: bool,
    /// Say how long each stage took.
    #[arg(long)]
    profile: bool,
    #[command(flatten)]
    choices: ChoiceArgs,
}

#[derive(Arguments)]
struct CheckArgs {
    /// Ask other sites too whether what is linked to is there.
    #[arg(long)]
    external: bool,
    /// Ask all of them, whatever they said lately.
    #[arg(long, requires = "external")]
    fresh: bool,
    /// Ask addresses inside this machine and its network too: for tests.
    #[arg(long, hide = true, requires = "external")]
    private: bool,
    #[command(flatten)]
    choices: ChoiceArgs,
}

#[derive(Arguments)]
struct ServeArgs {
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1", value_name = "IP")]
    address: IpAddr,
    /// First port to try; the next free one is taken.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the browser.
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    choices: ChoiceArgs,
}

#[derive(Arguments)]
struct HostArgs {
    /// Folder of the built site.
    #[arg(long, default_value = "dist", value_name = "DIR")]
    site_folder: PathBuf,
    /// File of the database; made if it is not there.
    #[arg(long, default_value = "colibri.db", value_name = "FILE")]
    database: PathBuf,
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1", value_name = "IP")]
    address: IpAddr,
    /// Port to listen on; 0 for any that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// File that says who is told what forms were sent, by which server, and how long answers are kept.
    #[arg(long, value_name = "FILE")]
    deliveries: Option<PathBuf>,
    /// Port of this machine alone where `/metrics` is told to Prometheus; nowhere if none is given.
    #[arg(long, value_name = "PORT")]
    metrics: Option<u16>,
    /// Tell each answer on standard output, in the Common Log Format, without addresses of visitors.
    #[arg(long)]
    access_log: bool,
}

#[derive(Arguments, Clone)]
struct ChoiceArgs {
    /// Publish drafts and pages dated in the future too.
    #[arg(long)]
    drafts: bool,
    /// Where the site will stand, instead of `base_url` in site.toml.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The day that counts as today, as year-month-day.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    today: Option<String>,
}

#[derive(Subcommand)]
enum NewCommand {
    /// Begins a site in a new folder, in one language or several.
    Site(SiteArgs),
    /// Begins a page, or the translation of one that exists.
    Page(PageArgs),
    /// Begins the translation of a page: a draft with its text, without what all languages share.
    Translation(TranslationArgs),
}

#[derive(Arguments)]
struct SiteArgs {
    /// The new folder.
    folder: Option<PathBuf>,
    /// Languages, the reference first.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    languages: Option<Vec<String>>,
    /// Title of the site.
    #[arg(long)]
    title: Option<String>,
    /// Where it will stand: scheme and host.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

#[derive(Arguments)]
struct PageArgs {
    /// Path below the language's folder, such as news/first-meeting.
    path: Option<String>,
    /// Language, the reference if none is given.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// Type; what its pages must say is put in, with examples.
    #[arg(long = "type", value_name = "NAME")]
    kind: Option<String>,
    /// Title; made from the path if none is given.
    #[arg(long)]
    title: Option<String>,
}

#[derive(Arguments)]
struct TranslationArgs {
    /// Path of the page below its language's folder, or its file.
    path: Option<String>,
    /// Language to translate it into.
    #[arg(long, value_name = "CODE")]
    to: Option<String>,
    /// Title in that language; that of the page if none is given.
    #[arg(long)]
    title: Option<String>,
    /// Last part of its address in that language, if it is another.
    #[arg(long)]
    slug: Option<String>,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// Human, or GitHub's annotations inside its workflows.
    Auto,
    /// For a person at a terminal.
    Human,
    /// One JSON document.
    Json,
    /// GitHub workflow commands.
    Github,
    /// SARIF 2.1.0.
    Sarif,
}

/// Whether a person is at the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Nobody is.
    Nobody,
    /// Somebody sees what is said.
    Watches,
    /// Somebody can answer too.
    Answers,
}

/// What the program is told by its environment.
#[derive(Clone)]
pub(crate) struct Surroundings {
    /// Today, ISO 8601.
    pub(crate) today: String,
    /// Whether to use colours.
    pub(crate) colour: bool,
    /// Whether there is a person.
    pub(crate) person: Presence,
    /// Whether this runs in a GitHub workflow.
    pub(crate) github: bool,
    /// The language that the environment asks for, if the program speaks it.
    pub(crate) language: Option<Language>,
}

/// Runs one command.
pub(crate) fn run(args: &Args, surroundings: &Surroundings) -> ExitCode {
    let language = args.language.or(surroundings.language);
    let show = show::Show { form: args.findings, language, surroundings: surroundings.clone() };
    match &args.command {
        Command::Build(build) => build::build(&args.site, build, &show),
        Command::Check(check) => build::check(&args.site, check, &show),
        Command::Fmt(args_of) => fmt::fmt(&args.site, args_of, &show),
        Command::Lint(lint) => lint::lint(&args.site, lint, &show),
        Command::Serve(serve) => serve::serve(&args.site, serve, &show),
        Command::Host(host) => host::host(host, &show),
        Command::Dkim { deliveries } => host::dkim(deliveries, &show),
        Command::Deliveries { deliveries } => host::for_worker(deliveries, &show),
        Command::Answers(answers) => answers::answers(answers, &show),
        Command::Subscribers(asked) => subscribers::subscribers(asked, &show),
        Command::New(NewCommand::Site(site)) => create::site(site, &show),
        Command::New(NewCommand::Page(page)) => create::page(&args.site, page, &show),
        Command::New(NewCommand::Translation(translation)) => create::translation(&args.site, translation, &show),
        Command::List(list) => list::list(&args.site, list, &show),
        Command::Forms(args_of) => forms::forms(&args.site, args_of, &show),
        Command::I18n(command) => i18n::run(&args.site, command, &show),
        Command::Address(asked) => address::address(asked, &show),
        Command::Search(asked) => search::search(&args.site, asked, &show),
        Command::Images { prune } => images::images(&args.site, *prune, &show),
        Command::Schema { name, json } => schema::schema(&args.site, name.as_deref(), *json, &show),
        Command::Completions { shell } => completions(*shell),
    }
}

fn completions(shell: clap_complete::Shell) -> ExitCode {
    clap_complete::generate(shell, &mut Args::command(), "colibri", &mut std::io::stdout());
    ExitCode::SUCCESS
}

/// Says that Colibri itself has failed.
pub(crate) fn panicked(cause: &(dyn Any + Send), language: Option<Language>) -> ExitCode {
    let words = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
    // Who reads what is printed has seen enough, as `head` has after ten lines: that is nobody's mistake.
    if words.is_some_and(|words| words.starts_with("failed printing to stdout")) {
        return ExitCode::SUCCESS;
    }
    let said = Phrase::of("our-mistake").with("error", words.unwrap_or("?"));
    eprintln!("{}", Catalogue::new(language.unwrap_or_default()).phrase(&said));
    ExitCode::from(OURS)
}

fn parse_language(text: &str) -> Result<Language, String> {
    Language::of(text).ok_or_else(|| "write en for English or fr for French".to_owned())
}

fn parse_date(text: &str) -> Result<String, String> {
    let parsed = text.parse::<jiff::civil::Date>();
    parsed.map(|date| date.to_string()).map_err(|_| "write it as year-month-day, such as 2026-03-12".to_owned())
}

impl ChoiceArgs {
    fn choices(&self, surroundings: &Surroundings) -> Choices {
        let today = self.today.clone().unwrap_or_else(|| surroundings.today.clone());
        Choices { today, drafts: self.drafts, base_url: self.base_url.clone(), ..Choices::default() }
    }
}

impl BuildArgs {
    fn folder(&self, site: &Path) -> PathBuf {
        self.output.clone().unwrap_or_else(|| site.join("dist"))
    }
}
