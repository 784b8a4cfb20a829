//! From a file and the environment to [`Config`].

use super::{Config, Problems};
use std::path::Path;
use toml::{Table, Value};

/// What environment settings begin with.
const PREFIX: &str = "REDRESS_";

/// Why the settings cannot be used; the texts are for the person who starts the program.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the settings file {path}: {source}")]
    File {
        /// the file
        path: String,
        /// why not
        source: std::io::Error,
    },
    /// The file is not TOML, or has a setting that does not exist.
    #[error("the settings file {path} is not right: {reason}")]
    Toml {
        /// the file
        path: String,
        /// what is wrong and where
        reason: String,
    },
    /// An environment setting does not exist or has the wrong kind of value.
    #[error("the environment setting {name} is not right: {reason}")]
    Environment {
        /// the variable
        name: String,
        /// what to do
        reason: String,
    },
    /// Settings are read but must not be used.
    #[error("{0}")]
    Refused(#[from] Problems),
}

impl Config {
    /// Reads the file, if one is given, and the process environment; does not [`check`](Self::check).
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let text = match file {
            Some(path) => std::fs::read_to_string(path).map_err(|source| ConfigError::File {
                path: path.display().to_string(),
                source,
            })?,
            None => String::new(),
        };
        let name = file.map_or_else(|| "(none)".to_owned(), |path| path.display().to_string());
        Self::read(&name, &text, std::env::vars())
    }

    /// Reads settings from a text and a list of environment variables.
    pub fn read(
        name: &str,
        text: &str,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let not_toml = |reason: toml::de::Error| ConfigError::Toml {
            path: name.to_owned(),
            reason: reason.to_string(),
        };
        // Once for messages with line numbers, before the environment is laid over it.
        toml::from_str::<Self>(text).map_err(not_toml)?;
        let mut settings: Table = toml::from_str(text).map_err(not_toml)?;
        let known = Table::try_from(Self::default()).map_err(|e| ConfigError::Toml {
            path: name.to_owned(),
            reason: e.to_string(),
        })?;
        for (variable, value) in environment {
            let Some(path) = variable.strip_prefix(PREFIX) else {
                continue;
            };
            // `REDRESS_CONFIG` and the like belong to the command line.
            if path.contains("__") {
                let path = path.to_ascii_lowercase();
                let laid = match path.strip_prefix("procedures__") {
                    Some(rest) => procedure(&mut settings, rest, &value),
                    None => overlay(&mut settings, &known, &path, &value),
                };
                laid.map_err(|reason| ConfigError::Environment {
                    name: variable,
                    reason,
                })?;
            }
        }
        settings
            .try_into()
            .map_err(|e: toml::de::Error| ConfigError::Environment {
                name: format!("{PREFIX}…"),
                reason: e.message().to_owned(),
            })
    }
}

/// Puts one value at `procedures__<name>__<parameter>`. Names of procedures have dashes, which variables
/// cannot have; underscores stand for them.
fn procedure(settings: &mut Table, path: &str, value: &str) -> Result<(), String> {
    let Some((name, param)) = path.split_once("__") else {
        return Err(
            "name a procedure and a parameter of it, such as US_DMCA_512__RESTORE_AFTER".to_owned(),
        );
    };
    let pattern = if param == "zone" {
        Value::String(String::new())
    } else {
        Value::Integer(0)
    };
    let table = |value: &mut Value| value.as_table_mut().map(std::mem::take);
    let mut all = settings
        .get_mut("procedures")
        .and_then(table)
        .unwrap_or_default();
    let name = name.replace('_', "-");
    let mut section = all.get_mut(&name).and_then(table).unwrap_or_default();
    section.insert(param.to_owned(), typed(&pattern, value)?);
    all.insert(name, Value::Table(section));
    settings.insert("procedures".to_owned(), Value::Table(all));
    Ok(())
}

/// Puts one value at `section__key`; the default settings say which kind of value it is.
fn overlay(settings: &mut Table, known: &Table, path: &str, value: &str) -> Result<(), String> {
    let (head, rest) = match path.split_once("__") {
        Some((head, rest)) => (head, Some(rest)),
        None => (path, None),
    };
    let names = || {
        known
            .keys()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let Some(pattern) = known.get(head) else {
        return Err(format!(
            "there is no setting or section \"{head}\"; there are {}",
            names()
        ));
    };
    match (pattern, rest) {
        (Value::Table(inner), Some(rest)) => {
            let section = settings
                .entry(head)
                .or_insert_with(|| Value::Table(Table::new()));
            match section {
                Value::Table(section) => overlay(section, inner, rest, value),
                _ => Err(format!(
                    "\"{head}\" is a section, but the file gives it a value"
                )),
            }
        }
        (Value::Table(_), None) => Err(format!("\"{head}\" is a section; name a setting in it")),
        (_, Some(_)) => Err(format!("\"{head}\" is a setting, not a section")),
        (pattern, None) => {
            settings.insert(head.to_owned(), typed(pattern, value)?);
            Ok(())
        }
    }
}

fn typed(pattern: &Value, value: &str) -> Result<Value, String> {
    match pattern {
        Value::Integer(_) => value
            .trim()
            .parse()
            .map(Value::Integer)
            .map_err(|_| "enter a whole number".to_owned()),
        Value::Boolean(_) => value
            .trim()
            .parse()
            .map(Value::Boolean)
            .map_err(|_| "enter true or false".to_owned()),
        _ => Ok(Value::String(value.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::read(
            "test.toml",
            text,
            environment
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned())),
        )
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let text = "[server]\nlisten = \"127.0.0.1:9000\"\n[mail.smtp]\nhost = \"a.example\"\n";
        let config = read(
            text,
            &[
                ("REDRESS_MAIL__SMTP__HOST", "b.example"),
                ("REDRESS_MAIL__SMTP__PASSWORD", "12345"),
                ("REDRESS_WORKER__ENABLED", "false"),
                ("REDRESS_CONFIG", "x"),
            ],
        )
        .unwrap();
        assert_eq!(config.server.listen.port(), 9000);
        assert_eq!(config.mail.smtp.host, "b.example");
        assert_eq!(config.mail.smtp.password.reveal(), "12345");
        assert!(!config.worker.enabled);
    }

    #[test]
    fn unknown_settings_are_refused() {
        assert!(matches!(
            read("[server]\nlisen = 1\n", &[]),
            Err(ConfigError::Toml { .. })
        ));
        assert!(matches!(
            read("mode = \"demo\"\n", &[]),
            Err(ConfigError::Toml { .. })
        ));
        for name in [
            "REDRESS_SERVER__LISEN",
            "REDRESS_SERVER__LISTEN__X",
            "REDRESS_MODE__DEMO",
            "REDRESS_MAIL__SMTP",
        ] {
            assert!(
                matches!(
                    read("", &[(name, "1")]),
                    Err(ConfigError::Environment { .. })
                ),
                "{name}"
            );
        }
        assert!(read("", &[("REDRESS_UPLOADS__FILE_BYTES", "big")]).is_err());
    }

    #[test]
    fn a_parameter_of_a_procedure_can_come_from_the_environment() {
        let text = "[procedures.us-dmca-512]\nquiet = 90\nrestore_after = 11\n";
        let config = read(
            text,
            &[
                ("REDRESS_PROCEDURES__US_DMCA_512__RESTORE_AFTER", "12"),
                ("REDRESS_PROCEDURES__CN_ECL_IP__ZONE", "Asia/Urumqi"),
            ],
        )
        .unwrap();
        let us = &config.procedures["us-dmca-512"];
        assert_eq!((us.params["quiet"], us.params["restore_after"]), (90, 12));
        let cn = &config.procedures["cn-ecl-ip"];
        assert_eq!(cn.zone.as_deref(), Some("Asia/Urumqi"));
        for (name, value) in [
            ("REDRESS_PROCEDURES__US_DMCA_512__QUIET", "long"),
            ("REDRESS_PROCEDURES__US_DMCA_512", "1"),
        ] {
            assert!(read("", &[(name, value)]).is_err(), "{name}");
        }
    }

    #[test]
    fn secrets_do_not_print() {
        let config = read(
            "[secrets]\nkey = \"do-not-print-me\"\n",
            &[("REDRESS_DATABASE__URL", "postgres://u:hidden@h/d")],
        )
        .unwrap();
        let shown = format!("{config:?} {}", toml::to_string(&config).unwrap());
        assert!(!shown.contains("do-not-print-me") && !shown.contains("u:hidden"));
    }
}
