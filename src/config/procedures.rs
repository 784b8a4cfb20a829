//! What the operator sets for procedures, proved against the procedures of this build.

use super::{Config, Problem, Problems};
use crate::domain::procedures::{Pack, Packs, Settings};
use std::collections::BTreeMap;

impl Config {
    /// The settings of every procedure that has some. They must fit the newest version of each, which is
    /// the one that new cases are filed under.
    ///
    /// # Errors
    /// Unknown procedures and parameters, numbers outside of their range, unknown zones: all at once.
    pub fn procedure_settings(
        &self,
        packs: &Packs,
    ) -> Result<BTreeMap<String, Settings>, Problems> {
        let mut problems = Vec::new();
        let mut all = BTreeMap::new();
        for (id, procedure) in &self.procedures {
            let section = format!("procedures.{id}");
            let Some(pack) = packs.latest(id) else {
                let known: Vec<&str> = packs.newest().iter().map(|pack| pack.id()).collect();
                problems.push(problem(
                    section,
                    format!(
                        "there is no such procedure; name one of {}",
                        known.join(", ")
                    ),
                ));
                continue;
            };
            let mut settings = Settings::default();
            for (name, value) in &procedure.params {
                if settings.set(pack, name, *value).is_err() {
                    problems.push(problem(format!("{section}.{name}"), advice(pack, name)));
                }
            }
            if let Some(zone) = &procedure.zone
                && settings.set_zone(zone).is_err()
            {
                problems.push(problem(
                    format!("{section}.zone"),
                    "name a time zone of the IANA list, such as America/Los_Angeles".to_owned(),
                ));
            }
            all.insert(id.clone(), settings);
        }
        if problems.is_empty() {
            Ok(all)
        } else {
            Err(Problems(problems))
        }
    }
}

fn problem(setting: String, advice: String) -> Problem {
    Problem {
        setting: setting.into(),
        advice,
    }
}

/// What to write instead: the range of a parameter, or the parameters there are.
fn advice(pack: &Pack, name: &str) -> String {
    match pack.param(name) {
        Some(param) => format!(
            "choose between {} and {} {}; without it {} holds",
            param.min,
            param.max,
            param.unit.as_str().replace('_', " "),
            param.default
        ),
        None => {
            let known: Vec<&str> = pack.params.keys().map(String::as_str).collect();
            format!(
                "this procedure has no such parameter; there are {}, and zone",
                known.join(", ")
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<BTreeMap<String, Settings>, Vec<String>> {
        let config = Config::read("test.toml", text, std::iter::empty()).unwrap();
        config
            .procedure_settings(&Packs::embedded().unwrap())
            .map_err(|problems| {
                let line = |p: &Problem| format!("{}: {}", p.setting, p.advice);
                problems.0.iter().map(line).collect()
            })
    }

    #[test]
    fn what_fits_is_taken() {
        let text = "[procedures.us-dmca-512]\nrestore_after = 12\nzone = \"America/Los_Angeles\"\n";
        let all = settings(text).unwrap();
        let packs = Packs::embedded().unwrap();
        let pack = packs.latest("us-dmca-512").unwrap();
        let set = &all["us-dmca-512"];
        assert_eq!(set.value(pack, "restore_after"), Ok(12));
        assert_eq!(set.value(pack, "quiet"), Ok(60), "the pack's own number");
        assert_eq!(set.zone(), Some("America/Los_Angeles"));
        assert_eq!(settings(""), Ok(BTreeMap::new()));
    }

    #[test]
    fn everything_that_does_not_fit_is_named_with_what_to_write_instead() {
        let text = "[procedures.us-dmca-512]\nrestore_after = 14\nrestore = 1\nzone = \"Mars/Base\"\n\
                    [procedures.fr-lcen]\nx = 1\n";
        assert_eq!(
            settings(text).unwrap_err(),
            [
                "procedures.fr-lcen: there is no such procedure; name one of us-dmca-512, cn-ecl-ip, eu-dsa-notice, eu-dsa-notice-authority-order, eu-dsa-notice-product-safety, eu-dsa-notice-trusted-flagger, consumer-odr, consumer-odr-cn-platform, consumer-odr-eu-adr, arb-expedited, arb-expedited-icc, domain-udrp, domain-udrp-forum, domain-udrp-urs, neutral-eval",
                "procedures.us-dmca-512.restore: this procedure has no such parameter; there are quiet, restore_after, and zone",
                "procedures.us-dmca-512.restore_after: choose between 10 and 13 business days; without it 10 holds",
                "procedures.us-dmca-512.zone: name a time zone of the IANA list, such as America/Los_Angeles",
            ]
        );
        let words = "[procedures.us-dmca-512]\nrestore_after = \"twelve\"\n";
        assert!(Config::read("test.toml", words, std::iter::empty()).is_err());
    }
}
