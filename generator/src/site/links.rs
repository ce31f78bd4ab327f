//! What the settings say of links to other sites.

use crate::declare::Table;

/// How many days an answer counts where the settings do not say.
const KEEP_DAYS: u32 = 7;

/// Links to other sites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// Hosts, or beginnings of addresses, that are never asked.
    pub ignore: Vec<String>,
    /// How many days an answer counts.
    pub keep_days: u32,
}

impl Default for Links {
    fn default() -> Self {
        Links { ignore: Vec::new(), keep_days: KEEP_DAYS }
    }
}

impl Links {
    /// Whether an address is never asked: one that begins as the settings say, or whose host they name, or stands below that.
    pub fn ignores(&self, url: &str) -> bool {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        self.ignore.iter().any(|pattern| {
            let below =
                || host.strip_suffix(pattern.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
            if pattern.contains("://") { url.starts_with(pattern.as_str()) } else { below() }
        })
    }
}

pub(super) fn read(table: &mut Table<'_, '_>) -> Links {
    let ignore = table.texts("ignore").unwrap_or_default().into_iter().map(|text| text.value);
    let ignore = ignore.filter(|pattern| !pattern.is_empty()).collect();
    Links { ignore, keep_days: table.count("keep_days").unwrap_or(KEEP_DAYS) }
}
