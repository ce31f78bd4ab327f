//! The operator's file of deliveries: who is told what forms were sent, by which server, and how long answers are kept.
//!
//! It is no part of the site: what it names is nobody's to read. Secrets stand in files of their own.
#![expect(clippy::disallowed_methods, reason = "the operator's file and secrets are read here, and passed as values")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use colibri_functions::native::DkimKey;
use colibri_functions::{
    Admin, Deliveries, Destination, Encryption, HubSpot, MailServer, Mailbox, Secret, Way, Webhook, named,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Operator {
    secret_file: Option<PathBuf>,
    mail: Option<Letters>,
    #[serde(default)]
    forms: BTreeMap<String, Form>,
    #[serde(default)]
    webhooks: BTreeMap<String, Hook>,
    #[serde(default)]
    hubspot: BTreeMap<String, Crm>,
    newsletter: Option<NewsletterLinks>,
    #[serde(default)]
    admins: Vec<Admin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewsletterLinks {
    secret_file: PathBuf,
    bounce_secret_file: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Letters {
    server: String,
    port: Option<u16>,
    encryption: Option<Encryption>,
    user: Option<String>,
    password_file: Option<PathBuf>,
    from: String,
    #[serde(default)]
    dkim: Vec<Signature>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signature {
    domain: String,
    selector: String,
    key_file: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    #[serde(default)]
    mail: Vec<String>,
    #[serde(default)]
    webhooks: Vec<String>,
    hubspot: Option<String>,
    keep_days: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hook {
    secret_file: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Crm {
    #[serde(default = "hubspot_api")]
    base: String,
    fields: BTreeMap<String, String>,
}

fn hubspot_api() -> String {
    "https://api.hsforms.com".to_owned()
}

/// Reads the file: what it says, and the keys by which letters are signed.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub(in crate::cli) fn read(path: &Path) -> Result<(Deliveries, Vec<DkimKey>), String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| said(&error))?;
    let file: Operator = toml::from_str(&text).map_err(|error| said(&error))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    deliveries(file, folder).map_err(|error| said(&error))
}

fn deliveries(file: Operator, folder: &Path) -> Result<(Deliveries, Vec<DkimKey>), String> {
    let (mail, keys) = file.mail.map(|mail| server(mail, folder)).transpose()?.unzip();
    let sealing = file.secret_file.map(|file| long_secret(&file, folder)).transpose()?;
    let mut found = Deliveries { mail, secret: sealing, ..Deliveries::default() };
    if let Some(NewsletterLinks { secret_file, bounce_secret_file }) = file.newsletter {
        if found.mail.is_none() {
            return Err("the newsletter writes letters, and no [mail] says by which server".to_owned());
        }
        let bounces = bounce_secret_file.map(|file| secret(&file, folder)).transpose()?;
        found.bounces = bounces.map(|secret| Webhook::new(&secret));
        found.newsletter = Some(long_secret(&secret_file, folder)?);
    }
    found.admins = file.admins.into_iter().map(checked).collect::<Result<_, _>>()?;
    for (url, hook) in file.webhooks {
        let inside =
            ["http://127.0.0.1", "http://localhost", "http://[::1]"].iter().any(|start| url.starts_with(start));
        if !url.starts_with("https://") && !inside {
            return Err(format!("{url}: an address of another machine begins with https://"));
        }
        found.webhooks.push((url, Webhook::new(&secret(&hook.secret_file, folder)?)));
    }
    for (target, crm) in file.hubspot {
        found.hubspot.push((target, HubSpot { base: crm.base, fields: crm.fields.into_iter().collect() }));
    }
    for (id, form) in file.forms {
        if let Some(days) = form.keep_days {
            found.keep_days.push((id.clone(), days));
        }
        let to = destinations(form, &found).map_err(|error| format!("form {id}: {error}"))?;
        found.to.push((id, to));
    }
    Ok((found, keys.unwrap_or_default()))
}

/// Who may act from elsewhere, if what is said of them can be true.
fn checked(admin: Admin) -> Result<Admin, String> {
    let is_digest = admin.token_sha256.len() == 64 && admin.token_sha256.bytes().all(|b| b.is_ascii_hexdigit());
    let is_day = admin.until.len() == 10 && admin.until.parse::<jiff::civil::Date>().is_ok();
    match (is_digest, is_day) {
        (false, _) => Err(format!("{}: token_sha256 is not the 64 hexadecimal digits of a SHA-256", admin.name)),
        (_, false) => Err(format!("{}: until is a day, such as \"2027-06-30\"", admin.name)),
        _ => Ok(admin),
    }
}

/// A secret that nobody guesses.
fn long_secret(file: &Path, folder: &Path) -> Result<Secret, String> {
    Secret::new(secret(file, folder)?).ok_or_else(|| format!("{}: at least 16 characters", file.display()))
}

fn server(mail: Letters, folder: &Path) -> Result<(MailServer, Vec<DkimKey>), String> {
    let login = match (mail.user, mail.password_file) {
        (Some(user), Some(file)) => Some((user, secret(&file, folder)?)),
        (None, None) => None,
        _ => return Err("`user` and `password_file` of [mail] come together".to_owned()),
    };
    let key = |Signature { domain, selector, key_file }: Signature| {
        let key = DkimKey::new(&domain, &selector, &secret(&key_file, folder)?);
        key.map_err(|error| format!("{}: {error}", key_file.display()))
    };
    let keys = mail.dkim.into_iter().map(key).collect::<Result<_, _>>()?;
    let from = Mailbox::parse(&mail.from).ok_or_else(|| format!("{} is no address of mail", mail.from))?;
    let encryption = mail.encryption.unwrap_or(Encryption::Tls);
    let port = mail.port.unwrap_or(encryption.port());
    Ok((MailServer { server: mail.server, port, encryption, login, from }, keys))
}

/// Those of a form, each of which must be known: a form whose answers reach nobody is worse than a host that does not start.
fn destinations(form: Form, known: &Deliveries) -> Result<Vec<Destination>, String> {
    let mut to = Vec::new();
    for target in form.mail {
        if known.mail.is_none() {
            return Err("it writes letters, and no [mail] says by which server".to_owned());
        }
        if Mailbox::parse(&target).is_none() {
            return Err(format!("{target} is no address of mail"));
        }
        to.push(Destination { way: Way::Mail, target });
    }
    for target in form.webhooks {
        if named(&known.webhooks, &target).is_none() {
            return Err(format!("[webhooks.\"{target}\"] is missing"));
        }
        to.push(Destination { way: Way::Webhook, target });
    }
    if let Some(target) = form.hubspot {
        if named(&known.hubspot, &target).is_none() {
            return Err(format!("[hubspot.\"{target}\"] is missing"));
        }
        to.push(Destination { way: Way::HubSpot, target });
    }
    Ok(to)
}

fn secret(file: &Path, folder: &Path) -> Result<String, String> {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let secret = text.trim_end_matches(['\r', '\n']).to_owned();
    if secret.is_empty() { Err(format!("{} is empty", path.display())) } else { Ok(secret) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Deliveries, String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("key"), "s3cret\n").unwrap();
        fs::write(folder.path().join("none"), "\n").unwrap();
        fs::write(folder.path().join("deliveries.toml"), text).unwrap();
        read(&folder.path().join("deliveries.toml")).map(|(found, _)| found)
    }

    const WHOLE: &str = r#"
        [mail]
        server = "smtp.example.org"
        encryption = "starttls"
        user = "site"
        password_file = "key"
        from = "Site <site@example.org>"
        [webhooks."https://a.test/hook"]
        secret_file = "key"
        [hubspot."1/a-b"]
        fields = { email = "email" }
        [forms.contact]
        mail = ["team@example.org"]
        webhooks = ["https://a.test/hook"]
        hubspot = "1/a-b"
        keep_days = 365
    "#;

    #[test]
    fn a_whole_file_is_read_and_shows_no_secret() {
        let found = read_text(WHOLE).unwrap();
        let ways: Vec<Way> = named(&found.to, "contact").unwrap().iter().map(|to| to.way).collect();
        assert_eq!(ways, [Way::Mail, Way::Webhook, Way::HubSpot]);
        assert_eq!(named(&found.keep_days, "contact"), Some(&365));
        assert!(!format!("{found:?}").contains("s3cret"));
    }

    #[test]
    fn what_would_reach_nobody_is_said_before_anything_is_sent() {
        for (right, wrong, said) in [
            ("mail = [\"team@example.org\"]", "mail = [\"team\"]", "team is no address of mail"),
            (
                "webhooks = [\"https://a.test/hook\"]",
                "webhooks = [\"https://b.test/\"]",
                "[webhooks.\"https://b.test/\"] is missing",
            ),
            ("[webhooks.\"https://a.test/hook\"]", "[webhooks.\"http://a.test/hook\"]", "begins with https://"),
            ("user = \"site\"", "", "come together"),
            ("keep_days", "keep_day", "unknown field"),
            (
                "[webhooks",
                "[[mail.dkim]]\ndomain = \"example.org\"\nselector = \"s\"\nkey_file = \"key\"\n[webhooks",
                "key: the key is none",
            ),
            ("secret_file = \"key\"", "secret_file = \"none\"", "is empty"),
            ("secret_file = \"key\"", "secret_file = \"absent\"", "absent"),
            ("[forms.contact]", "[newsletter]\nsecret_file = \"key\"\n[forms.contact]", "at least 16 characters"),
            (
                "[mail]",
                "[[admins]]\nname = \"A\"\ntoken_sha256 = \"0f\"\nmay = [\"read\"]\nuntil = \"2027-06-30\"\n[mail]",
                "64 hexadecimal",
            ),
            ("[mail]", "secret_file = \"key\"\n[mail]", "at least 16 characters"),
        ] {
            let error = read_text(&WHOLE.replace(right, wrong)).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }
}
