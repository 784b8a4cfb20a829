//! The log: readable lines on a terminal, JSON elsewhere. It never holds names, addresses or
//! texts of parties: log ids, routes and counts.

use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

/// What is logged unless `RUST_LOG` says otherwise.
const DEFAULT_FILTER: &str = "info,actix_server=warn,actix_http=warn";

/// Starts the log; a second call changes nothing.
pub fn start() {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(DEFAULT_FILTER));
    let lines = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A log that was started before, as in tests, stays.
    let _ = if std::io::stderr().is_terminal() {
        lines.with_target(false).compact().try_init()
    } else {
        lines.json().flatten_event(true).try_init()
    };
}

/// An e-mail address as it may stand in the log: `l***@e***.org`.
pub fn masked(address: &str) -> String {
    let Some((name, domain)) = address.split_once('@') else {
        return "***".to_owned();
    };
    let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    let ending = domain.rsplit_once('.').map_or("", |(_, ending)| ending);
    format!("{}***@{}***.{ending}", first(name), first(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_masked() {
        assert_eq!(masked("li.wei@example.org"), "l***@e***.org");
        assert_eq!(masked("nobody"), "***");
    }
}
