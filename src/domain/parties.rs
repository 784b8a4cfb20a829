//! Who takes part in a case: parties, their representatives, and the seats they act from.

pub mod rules;

use super::evidence::FileRef;
use super::ids::{AccountId, ExhibitSide, OrganisationId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The capacity in which somebody acts in a case. Rights come from it and from nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Rights holder or consumer
    Claimant,
    /// Seller
    Respondent,
    /// The marketplace that carries out measures on listings
    Marketplace,
    /// Registry staff who run the case
    CaseManager,
    /// The person who decides
    Arbitrator,
    /// Staff who run the installation
    Administrator,
    /// A deadline, or another rule that acts by itself
    System,
}

impl Role {
    /// Every role, for tables and forms.
    pub const ALL: [Self; 7] = [
        Self::Claimant,
        Self::Respondent,
        Self::Marketplace,
        Self::CaseManager,
        Self::Arbitrator,
        Self::Administrator,
        Self::System,
    ];

    /// The name used in packs, tables and locale keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Claimant => "claimant",
            Self::Respondent => "respondent",
            Self::Marketplace => "marketplace",
            Self::CaseManager => "case_manager",
            Self::Arbitrator => "arbitrator",
            Self::Administrator => "administrator",
            Self::System => "system",
        }
    }

    /// Reads the name used in packs and tables.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// The other side, for roles that have one.
    pub const fn opposite(self) -> Option<Self> {
        match self {
            Self::Claimant => Some(Self::Respondent),
            Self::Respondent => Some(Self::Claimant),
            _ => None,
        }
    }

    /// The letter that exhibits of this role carry.
    pub const fn exhibit_side(self) -> ExhibitSide {
        match self {
            Self::Claimant => ExhibitSide::Claimant,
            Self::Respondent => ExhibitSide::Respondent,
            Self::Marketplace => ExhibitSide::Marketplace,
            Self::CaseManager | Self::Arbitrator | Self::Administrator | Self::System => {
                ExhibitSide::Tribunal
            }
        }
    }
}

/// A party of a case, as the docket knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Number in the case, from 1
    pub no: u32,
    /// Claimant, respondent or marketplace
    pub role: Role,
    /// Name in the party's own script
    pub name: String,
    /// Where letters go; empty when nobody knows it yet
    pub email: String,
    /// ISO 3166 alpha-2, or empty
    pub country: String,
    /// Language tag of the letters
    pub language: String,
    /// IANA zone in which the party reads dates
    pub zone: String,
    /// The account that answers for the party, once there is one
    pub account: Option<AccountId>,
    /// The organisation that the party is, for marketplaces and companies
    pub organisation: Option<OrganisationId>,
    /// Postal address, or empty
    #[serde(default)]
    pub address: String,
}

/// How much a representative may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateScope {
    /// Everything the party may do
    Act,
    /// Read the case and nothing more
    Read,
}

/// A party's authority given to a lawyer or colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Number in the case, from 1
    pub no: u32,
    /// The party represented
    pub party: u32,
    /// Name of the representative
    pub name: String,
    /// Where the invitation and the letters go
    pub email: String,
    /// Set when the invitation is taken up
    pub account: Option<AccountId>,
    /// What the representative may do
    pub scope: MandateScope,
    /// Last day of the mandate, if it has one
    pub until: Option<Date>,
    /// The document that shows the authority
    pub authority: Option<FileRef>,
    /// When the party gave it
    pub granted_at: Timestamp,
    /// When it was ended before its last day
    pub ended_at: Option<Timestamp>,
}

impl Mandate {
    /// Whether the mandate holds at `now`: not ended, and its last day (UTC) not past.
    pub fn is_live(&self, now: Timestamp) -> bool {
        let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
        self.ended_at.is_none() && self.until.is_none_or(|until| today <= until)
    }
}

/// How an act reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// A page in the browser
    Page,
    /// The JSON interface
    Api,
    /// A rule that acted by itself
    Clock,
    /// An archive that was read in
    Import,
}

/// Who acts, from which seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The seat
    pub role: Role,
    /// The party acted for, if the seat belongs to one
    pub party: Option<u32>,
    /// The account, unless the act came through a letter's link or a clock
    pub account: Option<AccountId>,
    /// Name for the docket
    pub name: String,
    /// Set when a representative acts
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<u32>,
    /// The way in
    pub via: Via,
}

impl Actor {
    /// The actor of every rule that acts by itself.
    pub fn system() -> Self {
        Self {
            role: Role::System,
            party: None,
            account: None,
            name: String::new(),
            mandate: None,
            via: Via::Clock,
        }
    }
}

/// Acts about who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// A party gives a lawyer or colleague authority; an invitation goes out.
    Invite {
        /// Name of the representative
        name: String,
        /// Where the invitation goes
        email: String,
        /// What they may do
        scope: MandateScope,
        /// Last day, if any
        until: Option<Date>,
        /// Uploaded authority, if any
        authority: Option<FileRef>,
    },
    /// The invited person takes the mandate up with an account.
    Join {
        /// Which mandate
        mandate: u32,
        /// The account
        account: AccountId,
    },
    /// The party, or the representative, ends the mandate.
    EndMandate {
        /// Which mandate
        mandate: u32,
    },
    /// The marketplace or the registry gives the address at which a seller is reached.
    Address {
        /// The party
        party: u32,
        /// Its name as the marketplace knows it
        name: String,
        /// Where its letters go from now on
        email: String,
        /// ISO 3166 alpha-2, or empty
        country: String,
        /// Language tag of the letters
        language: String,
    },
    /// A party ties an account to its seat.
    TakeSeat {
        /// The party
        party: u32,
        /// The account
        account: AccountId,
    },
}

/// The language in which to write to somebody of whom no more is known than the country, or nothing at
/// all but the law of the case: the tag of a catalogue.
pub fn language_of(country: &str, jurisdiction: &str) -> &'static str {
    let place = if country.is_empty() {
        jurisdiction
    } else {
        country
    };
    match place {
        "CN" => "zh-Hans",
        _ => "en",
    }
}

/// The time zone of a country that has one for nearly everybody (IANA time zone database, zone.tab).
pub fn zone_of(country: &str) -> Option<&'static str> {
    Some(match country {
        "AE" => "Asia/Dubai",
        "AT" => "Europe/Vienna",
        "BD" => "Asia/Dhaka",
        "BE" => "Europe/Brussels",
        "CH" => "Europe/Zurich",
        "CN" => "Asia/Shanghai",
        "CZ" => "Europe/Prague",
        "DE" => "Europe/Berlin",
        "DK" => "Europe/Copenhagen",
        "EG" => "Africa/Cairo",
        "FI" => "Europe/Helsinki",
        "FR" => "Europe/Paris",
        "GB" => "Europe/London",
        "GH" => "Africa/Accra",
        "GR" => "Europe/Athens",
        "HK" => "Asia/Hong_Kong",
        "HU" => "Europe/Budapest",
        "IE" => "Europe/Dublin",
        "IL" => "Asia/Jerusalem",
        "IN" => "Asia/Kolkata",
        "IT" => "Europe/Rome",
        "JP" => "Asia/Tokyo",
        "KE" => "Africa/Nairobi",
        "KR" => "Asia/Seoul",
        "MO" => "Asia/Macau",
        "MY" => "Asia/Kuala_Lumpur",
        "NG" => "Africa/Lagos",
        "NL" => "Europe/Amsterdam",
        "NO" => "Europe/Oslo",
        "PH" => "Asia/Manila",
        "PK" => "Asia/Karachi",
        "PL" => "Europe/Warsaw",
        "RO" => "Europe/Bucharest",
        "SE" => "Europe/Stockholm",
        "SG" => "Asia/Singapore",
        "TH" => "Asia/Bangkok",
        "TR" => "Europe/Istanbul",
        "TW" => "Asia/Taipei",
        "VN" => "Asia/Ho_Chi_Minh",
        "ZA" => "Africa/Johannesburg",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_speaks_before_the_law() {
        for (country, jurisdiction, language) in [
            ("CN", "US", "zh-Hans"),
            ("", "CN", "zh-Hans"),
            ("DE", "CN", "en"),
            ("", "US", "en"),
            ("", "XX", "en"),
        ] {
            assert_eq!(language_of(country, jurisdiction), language);
        }
    }

    #[test]
    fn every_zone_is_one_of_the_database() {
        let letters = || 'A'..='Z';
        let mut known = 0;
        for country in letters().flat_map(|a| letters().map(move |b| format!("{a}{b}"))) {
            if let Some(zone) = zone_of(&country) {
                known += 1;
                assert!(jiff::tz::TimeZone::get(zone).is_ok(), "{country}: {zone}");
            }
        }
        assert!(known > 30);
        assert_eq!(zone_of("US"), None, "more than one");
    }
}
