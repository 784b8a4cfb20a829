//! What happens to disputes about domain names in the demonstration.

use super::{Author, Beat, Move, Story, act, days, decision};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::complaints::Remedy;
use crate::domain::decisions::{Draft, Finding, Order};
use crate::domain::matters::{self, Answer, Filled};
use crate::domain::notices::NewSeller;
use crate::domain::procedures::DecisionPart;
use crate::services::filing::Filing;

const PACK: &str = "domain-udrp";

pub(super) fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

fn word(word: &str) -> Answer {
    Answer::Word(word.to_owned())
}

pub(super) fn answers(all: Vec<(&str, Answer)>) -> Filled {
    Filled {
        answers: all
            .into_iter()
            .map(|(name, answer)| (name.to_owned(), answer))
            .collect(),
        declarations: Vec::new(),
    }
}

/// Somebody takes a step.
pub(super) fn takes(
    after: f64,
    who: &'static str,
    step: &'static str,
    filled: Filled,
    words: &'static str,
) -> Beat {
    act(after, who, move |_| {
        Act::Matter(matters::Act::Take {
            track: 1,
            step: step.to_owned(),
            filled: Box::new(filled.clone()),
            exhibits: Vec::new(),
            words: words.to_owned(),
        })
    })
}

impl Author<'_> {
    #[expect(
        clippy::too_many_arguments,
        reason = "one line a story, as for complaints"
    )]
    fn name_dispute(
        &self,
        ago: f64,
        title: &'static str,
        names: &[&str],
        holder: NewSeller,
        panel: &str,
        bad_faith: &str,
        beats: Vec<Beat>,
    ) -> Story {
        let mut filled = answers(vec![
            (
                "domains",
                Answer::Lines(names.iter().map(|name| (*name).to_owned()).collect()),
            ),
            ("registrar", text("Hafen Domains GmbH, Hamburg")),
            ("registrar_country", word("DE")),
            (
                "marks",
                text("AUREL & FINCH, European Union trade mark 018 234 567, lamps and lighting."),
            ),
            (
                "similarity",
                text(
                    "The name holds our whole mark and adds a word that buyers expect in the trade.",
                ),
            ),
            (
                "no_rights",
                text("We never allowed anybody to use the mark, and nobody is known by it but us."),
            ),
            ("bad_faith", text(bad_faith)),
            ("remedy", word("transfer")),
            ("panel", word(panel)),
            ("jurisdiction", word("registrar")),
        ]);
        filled.declarations = self.declared(PACK, "complaint", "en");
        let filing = matters::Filing {
            pack: PACK.to_owned(),
            language: "en".to_owned(),
            claimant: self.party("aurel", Role::Claimant),
            respondent: holder,
            filled,
            exhibits: Vec::new(),
        };
        Story {
            title,
            begins_at: self.end - days(ago),
            claimant: "aurel",
            filing: Filing::Matter(Box::new(filing)),
            papers: Vec::new(),
            beats,
        }
    }

    /// From the fee to the service on the holder.
    fn begun(&self) -> Vec<Beat> {
        let reply = answers(vec![
            ("holder", text("Registration on file")),
            ("locked", word("yes")),
        ]);
        vec![
            takes(1.2, "lucia", "fee_received", Filled::default(), ""),
            takes(2.1, "lucia", "registrar_confirms", reply, ""),
            takes(
                3.0,
                "lucia",
                "commence",
                Filled::default(),
                "The complaint meets the formal requirements.",
            ),
        ]
    }

    fn holder_answers(&self, after: f64, who: &'static str, words: &str) -> Beat {
        let mut filled = answers(vec![("statement", text(words)), ("panel", word("one"))]);
        filled.declarations = self.declared(PACK, "response", "en");
        takes(after, who, "respond", filled, "")
    }

    /// The disputes about names.
    pub(super) fn names(&self) -> Vec<Story> {
        let transfer = Order {
            debtor: Role::Respondent,
            remedy: Remedy::Other,
            amount: None,
            within_days: 10,
            text: "The domain name is transferred to the complainant.".to_owned(),
        };
        let mut decided = self.begun();
        decided.extend([
            self.holder_answers(15.0, "bright", "We sell lamps of many makers. The name says what we sell."),
            self.propose(17.0, "okonkwo"),
            self.accept_seat(18.0, "okonkwo", PACK),
            Beat {
                after: days(26.0),
                does: Move::Decide(
                    "okonkwo",
                    under_the_policy(decision(
                        "Is the name registered and used in bad faith?",
                        Finding::Claimant,
                        "The site offers copies under the mark and presents itself as the maker. A seller of many makes has no need of one maker's mark as its name.",
                        vec![transfer],
                        "The name goes to the complainant.",
                    )),
                    Finding::Claimant,
                ),
            },
            takes(27.0, "lucia", "notify_registrar", Filled::default(), "Sent to the registrar today."),
        ]);
        let mut waiting = self.begun();
        waiting.push(takes(
            9.0,
            "kano",
            "ask_four_days",
            Filled::default(),
            "Our lawyer is back on Monday.",
        ));
        vec![
            self.name_dispute(
                52.0,
                "a name was transferred",
                &["aurelfinch-sale.example"],
                self.seller("bright"),
                "one",
                "The site sells copies of our lamps under our name.",
                decided,
            ),
            self.name_dispute(
                12.5,
                "a holder has to answer",
                &["aurel-finch-lamps.example", "aurelfinch.example"],
                self.seller("kano"),
                "one",
                "The names lead to a shop that copies our pictures.",
                waiting,
            ),
            self.name_dispute(
                26.0,
                "nobody answered and three decide",
                &["aurelfinch-outlet.example"],
                self.seller("door:Outlet Traders"),
                "three",
                "The holder offered us the name for 20,000 dollars.",
                self.begun(),
            ),
            self.name_dispute(
                16.0,
                "nobody paid",
                &["finch-aurel.example"],
                self.seller("door:Parking Ltd"),
                "one",
                "The name shows advertisements only.",
                Vec::new(),
            ),
        ]
    }
}

/// A decision in words of the Policy, under which nobody agrees to anything in the case itself.
fn under_the_policy(mut draft: Draft) -> Draft {
    draft.parts.insert(
        DecisionPart::Agreement,
        "The holder agreed to the Policy in the registration agreement (UDRP, paragraph 4(a))."
            .to_owned(),
    );
    draft.parts.insert(
        DecisionPart::Costs,
        "Each side bears its own costs; the complainant has paid the fee.".to_owned(),
    );
    if let Some(costs) = draft.issues.iter_mut().find(|issue| issue.no == 2) {
        costs.reasons =
            "Each side bears its own costs; the complainant has paid the fee.".to_owned();
    }
    draft
}
