//! What happens in the demonstration: cases over ten weeks, in every stage and outcome.

mod consumer;
mod evidence;
mod infringement;
mod names;

use super::cast::{self, Cast};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::cases::CaseFile;
use crate::domain::complaints::Remedy;
use crate::domain::decisions::{Draft, Finding, Issue, Order};
use crate::domain::evidence::ExhibitKind;
use crate::domain::messages::{self, Audience};
use crate::domain::money::Money;
use crate::domain::notices::{Declaration, NewSeller};
use crate::domain::parties::{self, MandateScope, Party};
use crate::domain::procedures::DecisionPart;
use crate::domain::settlements::{self, Terms};
use crate::domain::tribunal::{self, Candidate};
use crate::services::filing::Filing;
use crate::startup::App;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use std::collections::BTreeMap;

/// A file to put into evidence.
pub struct Paper {
    /// Title
    pub title: &'static str,
    /// File name
    pub file: &'static str,
    /// Sort
    pub kind: ExhibitKind,
    /// Media type
    pub media_type: &'static str,
    /// The bytes
    pub bytes: fn() -> Vec<u8>,
}

/// Composes an act from the case as it stands.
pub type Compose = Box<dyn Fn(&CaseFile) -> Act>;

/// What happens in a beat.
pub enum Move {
    /// Somebody acts
    Act(&'static str, Compose),
    /// Somebody files evidence
    Papers(&'static str, Vec<Paper>),
    /// An arbitrator signs
    Decide(&'static str, Draft, Finding),
}

/// One thing that happens.
pub struct Beat {
    /// Time after the filing
    pub after: SignedDuration,
    /// What
    pub does: Move,
}

/// One case.
pub struct Story {
    /// For error messages
    pub title: &'static str,
    /// When it is filed
    pub begins_at: Timestamp,
    /// Who files
    pub claimant: &'static str,
    /// What is filed
    pub filing: Filing,
    /// Evidence with the filing
    pub papers: Vec<Paper>,
    /// What happens then
    pub beats: Vec<Beat>,
}

impl Story {
    /// The same case without the papers that should come with the filing.
    fn without_papers(mut self) -> Self {
        self.papers.clear();
        self
    }
}

/// Days as a length of time.
fn days(days: f64) -> SignedDuration {
    SignedDuration::from_mins((days * 24.0 * 60.0) as i64)
}

fn act(after: f64, who: &'static str, compose: impl Fn(&CaseFile) -> Act + 'static) -> Beat {
    Beat {
        after: days(after),
        does: Move::Act(who, Box::new(compose)),
    }
}

/// Writes stories: knows the cast, the packs and the present.
struct Author<'a> {
    cast: &'a Cast,
    app: &'a App,
    end: Timestamp,
}

/// Every story.
pub fn all(cast: &Cast, app: &App, end: Timestamp) -> Vec<Story> {
    let author = Author { cast, app, end };
    let mut stories = author.notices();
    stories.extend(author.complaints());
    stories.extend(author.names());
    stories
}

impl Author<'_> {
    fn party(&self, key: &str, role: Role) -> Party {
        let person = cast::find(key);
        Party {
            no: 0,
            role,
            name: person.map_or_else(String::new, |p| p.name.to_owned()),
            email: cast::email(key),
            country: person.map_or_else(String::new, |p| p.country.to_owned()),
            language: person.map_or_else(|| "en".to_owned(), |p| p.locale.to_owned()),
            zone: person.map_or_else(|| "UTC".to_owned(), |p| p.zone.to_owned()),
            account: self.cast.account(key),
            organisation: None,
            address: String::new(),
        }
    }

    fn marketplace(&self, key: &str) -> Party {
        let (name, zone) = if key == "harbour" {
            ("Harbour Market", "Europe/Berlin")
        } else {
            ("Lotus Mall", "Asia/Singapore")
        };
        Party {
            no: 0,
            role: Role::Marketplace,
            name: name.to_owned(),
            email: String::new(),
            country: if key == "harbour" { "DE" } else { "SG" }.to_owned(),
            language: "en".to_owned(),
            zone: zone.to_owned(),
            account: None,
            organisation: self.cast.organisations.get(key).copied(),
            address: String::new(),
        }
    }

    /// A seller with an account by key, `door:Name` for one who is only known by address, or
    /// `unknown:Name` for one whose address nobody has given.
    fn seller(&self, key: &str) -> NewSeller {
        match key.strip_prefix("door:") {
            Some(name) => NewSeller {
                name: name.to_owned(),
                email: format!(
                    "{}@sellers.redress.example",
                    name.to_lowercase().replace(' ', ".")
                ),
                country: "CN".to_owned(),
                language: "zh-Hans".to_owned(),
                zone: "Asia/Shanghai".to_owned(),
                account: None,
            },
            None if key.starts_with("unknown:") => NewSeller {
                name: key.trim_start_matches("unknown:").to_owned(),
                email: String::new(),
                country: String::new(),
                language: "en".to_owned(),
                zone: "UTC".to_owned(),
                account: None,
            },
            None => {
                let party = self.party(key, Role::Respondent);
                NewSeller {
                    name: party.name,
                    email: party.email,
                    country: party.country,
                    language: party.language,
                    zone: party.zone,
                    account: party.account,
                }
            }
        }
    }

    fn declared(&self, pack: &str, document: &str, language: &str) -> Vec<Declaration> {
        let Some(pack) = self.app.pack(pack) else {
            return Vec::new();
        };
        let Some(document) = pack.document(document) else {
            return Vec::new();
        };
        pack.attestations_of(document)
            .map(|a| Declaration {
                id: a.id.clone(),
                version: a.version.to_string(),
                language: language.to_owned(),
                text: a.text(language).to_owned(),
                given_at: self.end,
            })
            .collect()
    }

    /// A party's lawyer takes the mandate up.
    fn joins(&self, after: f64, party: &'static str, lawyer: &str) -> Beat {
        let account = self.cast.account(lawyer);
        act(after, party, move |file| {
            let mandate = file.mandates.last().map_or(1, |m| m.no);
            match account {
                Some(account) => Act::Party(parties::Act::Join { mandate, account }),
                None => Act::Party(parties::Act::EndMandate { mandate }),
            }
        })
    }

    /// A party invites a lawyer.
    fn invites(&self, after: f64, party: &'static str, lawyer: &'static str) -> Beat {
        act(after, party, move |_| {
            let name = cast::find(lawyer).map_or_else(String::new, |p| p.name.to_owned());
            Act::Party(parties::Act::Invite {
                name,
                email: cast::email(lawyer),
                scope: MandateScope::Act,
                until: None,
                authority: None,
            })
        })
    }

    fn propose(&self, after: f64, who: &'static str) -> Beat {
        let candidate = self.cast.account(who).map(|account| Candidate {
            account,
            name: cast::find(who).map_or_else(String::new, |p| p.name.to_owned()),
            email: cast::email(who),
            organisations: Vec::new(),
            case_organisations: Vec::new(),
        });
        act(after, "lucia", move |_| match &candidate {
            Some(candidate) => Act::Tribunal(tribunal::Act::Propose {
                track: 1,
                candidate: candidate.clone(),
            }),
            None => Act::Message(messages::Act::Send {
                audience: Audience::Registry,
                to_party: None,
                text: "No candidate.".to_owned(),
            }),
        })
    }

    fn accept_seat(&self, after: f64, who: &'static str, pack: &str) -> Beat {
        let declaration = self.declared(pack, "acceptance", "en").into_iter().next();
        act(after, who, move |file| {
            let seat = file.seats.last().map_or(1, |s| s.no);
            match &declaration {
                Some(declaration) => Act::Tribunal(tribunal::Act::Accept {
                    seat,
                    declaration: declaration.clone(),
                    disclosure: String::new(),
                }),
                None => Act::Tribunal(tribunal::Act::Decline {
                    seat,
                    reason: String::new(),
                }),
            }
        })
    }

    fn offer(
        &self,
        after: f64,
        who: &'static str,
        remedy: Remedy,
        amount: Option<(i64, &'static str)>,
        open_days: i64,
        text: &'static str,
    ) -> Beat {
        let now = self.end;
        act(after, who, move |file| {
            let from = file.updated_at.max(file.filed_at + days(after));
            let day = from.min(now).to_zoned(TimeZone::UTC).date();
            let terms = Terms {
                remedy,
                amount: amount.map(|(minor, currency)| Money {
                    minor,
                    currency: currency.to_owned(),
                }),
                instalments: 1,
                due_on: day.checked_add(Span::new().days(12)).unwrap_or(day),
                debtor: Role::Respondent,
                text: text.to_owned(),
            };
            let counter_to = file
                .open_offer(1)
                .filter(|o| o.by != Role::CaseManager)
                .map(|o| o.no);
            let open_until = from + SignedDuration::from_hours(24 * open_days);
            Act::Settlement(settlements::Act::Offer {
                track: 1,
                terms,
                open_until,
                counter_to,
            })
        })
    }
}

fn decision(
    question: &str,
    finding: Finding,
    reasons: &str,
    orders: Vec<Order>,
    summary: &str,
) -> Draft {
    let costs = Issue {
        no: 2,
        question: "Costs".to_owned(),
        finding: Some(Finding::Mixed),
        reasons: "Each side bears its own costs; the service is free for both.".to_owned(),
    };
    Draft {
        issues: vec![
            Issue {
                no: 1,
                question: question.to_owned(),
                finding: Some(finding),
                reasons: reasons.to_owned(),
            },
            costs,
        ],
        orders,
        summary: summary.to_owned(),
        parts: parts(),
        notes: String::new(),
    }
}

/// What the rules may ask a decision for beside reasons and orders.
fn parts() -> BTreeMap<DecisionPart, String> {
    let said = |part: DecisionPart| match part {
        DecisionPart::Seat => "Singapore",
        DecisionPart::Agreement => {
            "Both sides agreed in this case to a decision by an arbitrator, each by a declaration on the docket."
        }
        DecisionPart::Claims => {
            "The claimant asks for what is stated in the filing; the respondent asks that the claim be dismissed."
        }
        DecisionPart::Facts => {
            "The facts are those of the exhibits named in the reasons. What is not disputed is taken as it was stated."
        }
        DecisionPart::Proceedings => {
            "Each side was told by letter and could file evidence and answer the other; the docket names every letter and its day."
        }
        DecisionPart::Costs => "Each side bears its own costs. The service is free for both.",
    };
    let all = DecisionPart::ALL.iter();
    all.map(|part| (*part, said(*part).to_owned())).collect()
}

fn refund_order(minor: i64, currency: &str) -> Order {
    Order {
        debtor: Role::Respondent,
        remedy: Remedy::Refund,
        amount: Some(Money {
            minor,
            currency: currency.to_owned(),
        }),
        within_days: 10,
        text: "The respondent pays the price back to the claimant.".to_owned(),
    }
}

fn restore_order() -> Order {
    Order {
        debtor: Role::Respondent,
        remedy: Remedy::RestoreListing,
        amount: None,
        within_days: 2,
        text: "The marketplace puts the listing back.".to_owned(),
    }
}
