//! Whom a procedure is for, by where its parties are.

use super::pack::Pack;

/// Member States of the European Union and the other states of the European Economic Area, to which the acts on
/// consumers extend (EEA Agreement, annex XIX), as ISO 3166 codes.
const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

impl Pack {
    /// Whether a consumer and a seller in these countries (ISO 3166; empty where unknown) can use it. A procedure
    /// under no one law is for everybody. One of the European Union is for a consumer who lives and a trader who is
    /// established there (Directive 2013/11/EU, article 2(1)); one of another country for sellers of that country.
    #[must_use]
    pub fn is_for(&self, claimant: &str, respondent: &str) -> bool {
        match self.about.jurisdiction.as_str() {
            "XX" => true,
            "EU" => EEA.contains(&claimant) && EEA.contains(&respondent),
            own => respondent == own,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::procedures::Packs;

    #[test]
    fn a_procedure_is_for_those_whom_its_law_reaches() {
        let packs = Packs::embedded().unwrap();
        for (pack, claimant, respondent, is_for) in [
            ("consumer-odr", "NG", "CN", true),
            ("consumer-odr", "", "", true),
            ("consumer-odr-eu-adr", "DE", "NO", true),
            ("consumer-odr-eu-adr", "DE", "CN", false),
            ("consumer-odr-eu-adr", "NG", "DE", false),
            ("consumer-odr-eu-adr", "DE", "", false),
            ("consumer-odr-cn-platform", "NG", "CN", true),
            ("consumer-odr-cn-platform", "CN", "DE", false),
        ] {
            let pack = packs.latest(pack).unwrap();
            assert_eq!(
                pack.is_for(claimant, respondent),
                is_for,
                "{} {claimant} {respondent}",
                pack.id()
            );
        }
    }
}
