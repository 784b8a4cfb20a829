//! What settings must not be: each problem names the setting and says what to do.

use super::{
    Config, HASHING_MIN_MEMORY_KIB, HASHING_MIN_PASSES, Mode, SECRET_MIN, SmtpTls, Transport,
    UPLOAD_FILE_MAX,
};
use std::borrow::Cow;
use std::fmt;

/// One setting that must be changed before the program starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// the setting, such as `server.public_url`
    pub setting: Cow<'static, str>,
    /// what to do
    pub advice: String,
}

/// Everything that must be changed, at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the settings are not safe to start with:")?;
        for problem in &self.0 {
            write!(f, "\n  {}: {}", problem.setting, problem.advice)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl Config {
    /// Refuses wrong and weak settings, all of them in one answer.
    pub fn check(&self) -> Result<(), Problems> {
        let mut found = Found(Vec::new());
        self.check_address(&mut found);
        self.check_secrets(&mut found);
        self.check_database(&mut found);
        self.check_mail(&mut found);
        self.check_limits(&mut found);
        self.check_log(&mut found);
        self.check_product(&mut found);
        if found.0.is_empty() {
            Ok(())
        } else {
            Err(Problems(found.0))
        }
    }

    fn check_address(&self, found: &mut Found) {
        let url = &self.server.public_url;
        let Some((scheme, rest)) = url.split_once("://") else {
            found.add(
                "server.public_url",
                "set it to the address people use, such as https://cases.example.org",
            );
            return;
        };
        let authority = rest.split('/').next().unwrap_or_default();
        if authority.is_empty()
            || authority.contains(['@', ' ', '?', '#'])
            || rest.trim_end_matches('/') != authority
        {
            found.add(
                "server.public_url",
                "give scheme and host only, such as https://cases.example.org, without a path",
            );
        }
        match scheme {
            "https" => {}
            "http" if is_loopback(authority) => {}
            "http" => found.add(
                "server.public_url",
                "use https; plain http is only accepted for 127.0.0.1, [::1] and localhost",
            ),
            _ => found.add(
                "server.public_url",
                "use an address that begins with https://",
            ),
        }
        if self.mode == Mode::Demo
            && !self.server.listen.ip().is_loopback()
            && url.starts_with("https")
        {
            found.add(
                "server.public_url",
                "the demonstration is not for the public; use `redress serve`",
            );
        }
    }

    fn check_secrets(&self, found: &mut Found) {
        let key = self.secrets.key.reveal();
        if key.len() < SECRET_MIN {
            found.add("secrets.key", format!("set at least {SECRET_MIN} random bytes, for example from `openssl rand -hex 32`"));
        } else if distinct_bytes(key) < 8 {
            found.add(
                "secrets.key",
                "it is easy to guess; make a random one, for example with `openssl rand -hex 32`",
            );
        }
    }

    fn check_database(&self, found: &mut Found) {
        let url = self.database.url.reveal();
        let known = url.is_empty()
            || ["sqlite:", "postgres://", "postgresql://"]
                .iter()
                .any(|start| url.starts_with(start));
        if !known {
            found.add(
                "database.url",
                "use sqlite:<path> or postgres://user:password@host/name",
            );
        }
        if self.data.dir.as_os_str().is_empty() {
            found.add("data.dir", "name the folder for evidence files");
        }
    }

    fn check_log(&self, found: &mut Found) {
        let log = &self.log;
        if log.time_stamps.is_empty() {
            return;
        }
        if !["http://", "https://"]
            .iter()
            .any(|start| log.time_stamps.starts_with(start))
        {
            found.add(
                "log.time_stamps",
                "give the authority's address, such as https://tsa.example.org/tsr",
            );
        }
        if log.time_stamp_roots.as_os_str().is_empty() {
            found.add(
                "log.time_stamp_roots",
                "name the file with the certificates that the authority's has to lead to (PEM)",
            );
        }
        if log.time_stamp_minutes == 0 {
            found.add("log.time_stamp_minutes", "use at least 1");
        }
    }

    fn check_mail(&self, found: &mut Found) {
        let mail = &self.mail;
        let address = mail
            .from
            .rsplit_once('<')
            .map_or(mail.from.as_str(), |(_, rest)| rest.trim_end_matches('>'));
        let named = address.split_once('@').is_some_and(|(name, domain)| {
            !name.is_empty() && !domain.is_empty() && !domain.contains('@')
        });
        if !named || mail.from.chars().any(char::is_control) {
            found.add(
                "mail.from",
                "set the sender of letters, such as \"Registry <registry@example.org>\"",
            );
        }
        if mail.transport == Transport::Memory
            && self.mode == Mode::Serve
            && !is_loopback(self.authority())
        {
            found.add(
                "mail.transport",
                "letters kept in memory are lost; use smtp, or folder on a trial machine",
            );
        }
        if mail.transport == Transport::Smtp {
            let smtp = &mail.smtp;
            if smtp.host.is_empty() {
                found.add(
                    "mail.smtp.host",
                    "name the mail server, or set mail.transport to folder on a trial machine",
                );
            }
            if smtp.tls == SmtpTls::None && !is_loopback(&smtp.host) {
                found.add("mail.smtp.tls", "use starttls or tls; letters may only go unprotected to a server on this machine");
            }
            if smtp.user.is_empty() != smtp.password.is_empty() {
                found.add("mail.smtp.user", "set both user and password, or neither");
            }
        }
    }

    fn check_limits(&self, found: &mut Found) {
        let uploads = &self.uploads;
        if uploads.file_bytes == 0 || uploads.file_bytes > UPLOAD_FILE_MAX {
            found.add(
                "uploads.file_bytes",
                format!("choose between 1 and {UPLOAD_FILE_MAX} (2 GiB)"),
            );
        }
        if uploads.party_bytes < uploads.file_bytes {
            found.add(
                "uploads.party_bytes",
                "it must be at least as large as uploads.file_bytes",
            );
        }
        let hashing = &self.hashing;
        if hashing.memory_kib < HASHING_MIN_MEMORY_KIB {
            found.add(
                "hashing.memory_kib",
                format!("use at least {HASHING_MIN_MEMORY_KIB}"),
            );
        }
        if hashing.passes < HASHING_MIN_PASSES {
            found.add(
                "hashing.passes",
                format!("use at least {HASHING_MIN_PASSES}"),
            );
        }
        if hashing.lanes == 0 || hashing.memory_kib / hashing.lanes.max(1) < 8 {
            found.add(
                "hashing.lanes",
                "use at least 1, and at least 8 KiB of memory for each lane",
            );
        }
        if hashing.queue == 0 {
            found.add("hashing.queue", "use at least 1");
        }
        let sessions = &self.sessions;
        for (setting, idle_minutes, total_hours) in [
            (
                "sessions.staff_idle_minutes",
                sessions.staff_idle_minutes,
                sessions.staff_total_hours,
            ),
            (
                "sessions.party_idle_minutes",
                sessions.party_idle_minutes,
                sessions.party_total_hours,
            ),
        ] {
            if idle_minutes < 5 || u64::from(idle_minutes) > u64::from(total_hours) * 60 {
                found.add(
                    setting,
                    "use at least 5 minutes and at most the overall time",
                );
            }
        }
        if sessions.staff_total_hours > 24 || sessions.party_total_hours > 31 * 24 {
            found.add(
                "sessions",
                "officials sign in again within 24 hours, parties within 31 days",
            );
        }
    }

    fn check_product(&self, found: &mut Found) {
        if self.product.name.trim().is_empty() {
            found.add("product.name", "give the service a name");
        }
        if self.mode == Mode::Serve && !self.product.contact_email.contains('@') {
            found.add(
                "product.contact_email",
                "set an address where people can ask for help",
            );
        }
    }

    /// Host and port of the public address.
    pub fn authority(&self) -> &str {
        let url = self.server.public_url.as_str();
        url.split_once("://")
            .map_or(url, |(_, rest)| rest)
            .trim_end_matches('/')
    }
}

/// Is this host, with or without a port, the machine itself?
pub(crate) fn is_loopback(authority: &str) -> bool {
    let host = if authority.starts_with('[') {
        authority.split_inclusive(']').next().unwrap_or_default()
    } else {
        authority.split(':').next().unwrap_or_default()
    };
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

fn distinct_bytes(text: &str) -> usize {
    text.bytes()
        .collect::<std::collections::BTreeSet<u8>>()
        .len()
}

struct Found(Vec<Problem>);

impl Found {
    fn add(&mut self, setting: &'static str, advice: impl Into<String>) {
        self.0.push(Problem {
            setting: Cow::Borrowed(setting),
            advice: advice.into(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Secret;

    fn good() -> Config {
        let mut config = Config::default();
        config.server.public_url = "https://cases.example.org".to_owned();
        config.secrets.key = Secret::new("0123456789abcdef0123456789abcdef");
        config.mail.from = "Registry <registry@example.org>".to_owned();
        config.mail.smtp.host = "mail.example.org".to_owned();
        config.product.contact_email = "help@example.org".to_owned();
        config
    }

    fn refused(change: impl FnOnce(&mut Config)) -> Vec<String> {
        let mut config = good();
        change(&mut config);
        config
            .check()
            .err()
            .map(|problems| problems.0.iter().map(|p| p.setting.to_string()).collect())
            .unwrap_or_default()
    }

    #[test]
    fn good_settings_pass() {
        assert_eq!(good().check(), Ok(()));
        assert!(refused(|c| c.server.public_url = "http://127.0.0.1:8080".to_owned()).is_empty());
        assert!(refused(|c| c.server.public_url = "http://[::1]:8080".to_owned()).is_empty());
    }

    #[test]
    fn weak_settings_are_named() {
        for url in [
            "",
            "cases.example.org",
            "http://cases.example.org",
            "https://a.example/path",
            "ftp://a.example",
            "http://localhost.example",
        ] {
            assert_eq!(
                refused(|c| c.server.public_url = url.to_owned()),
                ["server.public_url"],
                "{url}"
            );
        }
        assert_eq!(
            refused(|c| c.secrets.key = Secret::new("short")),
            ["secrets.key"]
        );
        assert_eq!(
            refused(|c| c.secrets.key = Secret::new("a".repeat(64))),
            ["secrets.key"]
        );
        assert_eq!(
            refused(|c| c.hashing.memory_kib = 1024),
            ["hashing.memory_kib"]
        );
        assert_eq!(refused(|c| c.hashing.passes = 1), ["hashing.passes"]);
        assert_eq!(
            refused(|c| c.mail.from = "nobody".to_owned()),
            ["mail.from"]
        );
        assert_eq!(
            refused(|c| c.mail.transport = Transport::Memory),
            ["mail.transport"]
        );
        assert_eq!(
            refused(|c| c.mail.smtp.tls = SmtpTls::None),
            ["mail.smtp.tls"]
        );
        assert_eq!(
            refused(|c| c.uploads.file_bytes = UPLOAD_FILE_MAX + 1),
            ["uploads.file_bytes", "uploads.party_bytes"]
        );
        assert_eq!(
            refused(|c| c.sessions.staff_idle_minutes = 0),
            ["sessions.staff_idle_minutes"]
        );
        assert_eq!(
            refused(|c| c.database.url = Secret::new("mysql://x")),
            ["database.url"]
        );
    }
}
