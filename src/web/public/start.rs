//! Which procedure: a few questions, then what is needed and what can come out of it with the reason why it is this
//! procedure, or other places to go. Answers stand in the address, so that every page can be kept, shared and gone
//! back to.

use crate::domain::notices::RightKind;
use crate::domain::procedures::Kind;
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState};
use crate::web::page::{Page, Place, html, see_other, unprocessable};
use crate::web::public::texts::{Block, blocks};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

/// What was answered so far.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Answers {
    what: String,
    right: String,
    market: String,
    court: String,
    home: String,
    seller: String,
    sort: String,
    /// The question that was just sent, so that leaving it open can be told from not being there yet
    asked: String,
    /// The question to go back to
    again: String,
}

/// A question, by the name of its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    What,
    Right,
    /// To whom the listing is offered
    Market,
    Court,
    /// Where the consumer lives
    Home,
    /// Where the seller is
    Seller,
    /// What else the dispute is about
    Sort,
}

/// Where the answers lead.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    Ask(Question),
    /// Procedures that fit, the best first, each with the end of the key of its reason
    Ready(Kind, Vec<(&'static str, &'static str)>),
    Respond,
    /// Not for us; the word says why
    Away(&'static str),
}

#[derive(Template)]
#[template(path = "public/start.html")]
struct QuestionPage {
    page: Page,
    form: FormState,
    question: Question,
    legend: String,
    hint: String,
    options: Vec<Choice>,
    step: usize,
    steps: usize,
    /// The answers before, which go along
    given: Vec<(&'static str, String)>,
    back: String,
}

#[derive(Template)]
#[template(path = "public/ready.html")]
struct ReadyPage {
    page: Page,
    title: String,
    lead: String,
    need: Vec<Block>,
    result: Vec<Block>,
    careful: String,
    procedures: Vec<Fitting>,
    go: String,
    /// Where to begin; empty where each procedure has its own form
    href: &'static str,
    back: String,
}

/// A procedure that fits, with the reason.
struct Fitting {
    name: String,
    why: String,
    rules: String,
    /// Its own form, where it has one
    form: String,
}

#[derive(Template)]
#[template(path = "public/away.html")]
struct AwayPage {
    page: Page,
    lead: String,
    places: Vec<Block>,
    back: String,
}

impl Question {
    const fn name(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Right => "right",
            Self::Market => "market",
            Self::Court => "court",
            Self::Home => "home",
            Self::Seller => "seller",
            Self::Sort => "sort",
        }
    }

    const fn empty(self) -> &'static str {
        match self {
            Self::What => "public-start-what-empty",
            Self::Right => "public-start-right-empty",
            Self::Market => "public-start-market-empty",
            Self::Court => "public-start-court-empty",
            Self::Home => "public-start-home-empty",
            Self::Seller => "public-start-seller-empty",
            Self::Sort => "public-start-sort-empty",
        }
    }

    /// The answers there are.
    fn values(self) -> Vec<&'static str> {
        match self {
            Self::What => vec!["listing", "unsafe", "order", "matter", "received", "other"],
            Self::Right => {
                let owned = RightKind::OWNED.iter().map(|kind| kind.as_str());
                owned.chain(["other"]).collect()
            }
            Self::Market => vec!["eu", "us", "cn", "elsewhere"],
            Self::Court => vec!["no", "yes"],
            Self::Home => vec!["eu", "elsewhere"],
            Self::Seller => vec!["eu", "cn", "elsewhere", "unknown"],
            Self::Sort => vec!["domain", "arbitration", "opinion", "none"],
        }
    }

    fn options(self, page: &Page) -> Vec<Choice> {
        let option = |value: &'static str| {
            let key = match self {
                Self::What => format!("public-start-{value}"),
                _ => format!("public-start-{}-{value}", self.name()),
            };
            let words = match (self, RightKind::parse(value)) {
                (Self::Right, Some(kind)) => words::said(&page.words, "right", kind.as_str()),
                _ => page.t(&key).to_owned(),
            };
            let hint = page.find(&format!("{key}-hint")).unwrap_or_default();
            Choice::new(value, words).hint(hint)
        };
        self.values().into_iter().map(option).collect()
    }
}

impl Answers {
    /// What has to be known, in order, as far as the answers say.
    fn questions(&self) -> &'static [Question] {
        use Question::{Court, Home, Market, Right, Seller, Sort, What};
        match self.what.as_str() {
            "listing" => &[What, Right, Market],
            "unsafe" => &[What, Market],
            "order" if self.court == "yes" => &[What, Court],
            "order" => &[What, Court, Home, Seller],
            "matter" => &[What, Sort],
            _ => &[What],
        }
    }

    fn answer(&self, question: Question) -> &str {
        match question {
            Question::What => &self.what,
            Question::Right => &self.right,
            Question::Market => &self.market,
            Question::Court => &self.court,
            Question::Home => &self.home,
            Question::Seller => &self.seller,
            Question::Sort => &self.sort,
        }
    }

    fn way(&self) -> Way {
        let questions = self.questions();
        let again = questions.iter().find(|q| q.name() == self.again);
        let open = || {
            let mut all = questions.iter();
            all.find(|q| !q.values().contains(&self.answer(**q)))
        };
        match again.or_else(open) {
            Some(question) => Way::Ask(*question),
            None => self.end(),
        }
    }

    /// Where it leads once everything is answered.
    fn end(&self) -> Way {
        let right = RightKind::parse(&self.right);
        let notice = |packs| Way::Ready(Kind::Notice, packs);
        let matter = |packs| Way::Ready(Kind::Matter, packs);
        match self.what.as_str() {
            "listing" => match (self.market.as_str(), right) {
                ("eu", _) => notice(vec![("eu-dsa-notice", "eu")]),
                ("us", Some(RightKind::Copyright)) => notice(vec![("us-dmca-512", "us")]),
                ("us", Some(RightKind::Patent)) => matter(vec![("neutral-eval", "opinion")]),
                ("us", Some(_)) => Way::Away("us-mark"),
                ("cn", Some(_)) => notice(vec![("cn-ecl-ip", "cn")]),
                (_, Some(RightKind::Copyright)) => notice(vec![
                    ("us-dmca-512", "us-marketplace"),
                    ("cn-ecl-ip", "cn-marketplace"),
                ]),
                (_, Some(_)) => notice(vec![("cn-ecl-ip", "cn-marketplace")]),
                (_, None) => Way::Away("right"),
            },
            "unsafe" if self.market == "eu" => notice(vec![
                ("eu-dsa-notice-product-safety", "unsafe"),
                ("eu-dsa-notice", "forbidden"),
            ]),
            "unsafe" => Way::Away("unsafe"),
            "order" if self.court == "yes" => Way::Away("court"),
            "order" => {
                let everybody = ("consumer-odr", "everybody");
                let own = match (self.home.as_str(), self.seller.as_str()) {
                    ("eu", "eu") => Some(("consumer-odr-eu-adr", "both-eu")),
                    (_, "cn") => Some(("consumer-odr-cn-platform", "seller-cn")),
                    _ => None,
                };
                let packs = own.into_iter().chain([everybody]).collect();
                Way::Ready(Kind::Complaint, packs)
            }
            "received" => Way::Respond,
            "matter" => match self.sort.as_str() {
                "domain" => matter(vec![
                    ("domain-udrp", "domain"),
                    ("domain-udrp-forum", "domain-forum"),
                    ("domain-udrp-urs", "domain-urs"),
                ]),
                "arbitration" => matter(vec![
                    ("arb-expedited", "arbitration"),
                    ("arb-expedited-icc", "arbitration-icc"),
                ]),
                "opinion" => matter(vec![("neutral-eval", "opinion")]),
                _ => Way::Away("other"),
            },
            _ => Way::Away("other"),
        }
    }

    /// The answers to the questions before this one.
    fn before(&self, question: Question) -> Vec<(&'static str, String)> {
        let all = self.questions().iter();
        all.take_while(|before| **before != question)
            .map(|before| (before.name(), self.answer(*before).to_owned()))
            .collect()
    }

    /// The way back to a question, with its answer and those of the others kept.
    fn back(&self, to: Question) -> String {
        let mut query: Vec<(&str, &str)> = self
            .questions()
            .iter()
            .map(|question| (question.name(), self.answer(*question)))
            .collect();
        query.push(("again", to.name()));
        urls::with_query(urls::start(), &query)
    }

    /// The question that was answered last.
    fn last(&self) -> Question {
        self.questions().last().copied().unwrap_or(Question::What)
    }
}

/// `GET /start`
pub async fn show(visitor: Visitor, answers: Query<Answers>) -> PageResult {
    let page = visitor.page().at(Place::Start);
    match answers.way() {
        Way::Ask(question) => ask(page, question, &answers),
        Way::Ready(kind, packs) => ready(&visitor, page, kind, &packs, &answers),
        Way::Respond => Ok(see_other(urls::respond())),
        Way::Away(why) => away(page, why, &answers),
    }
}

fn away(page: Page, why: &str, answers: &Answers) -> PageResult {
    let lead = page.t(&format!("public-away-lead-{why}")).to_owned();
    let places = blocks(page.t(&format!("public-away-{why}")));
    html(&AwayPage {
        page,
        lead,
        places,
        back: answers.back(answers.last()),
    })
}

fn ask(page: Page, question: Question, answers: &Answers) -> PageResult {
    let mut form = FormState::new();
    form.set(question.name(), answers.answer(question));
    if answers.asked == question.name() {
        form.error(question.name(), question.empty());
    }
    let key = format!("public-start-{}", question.name());
    let questions = answers.questions();
    let step = questions.iter().position(|q| *q == question).unwrap_or(0);
    let asked = QuestionPage {
        legend: page.t(&key).to_owned(),
        hint: page
            .find(&format!("{key}-hint"))
            .unwrap_or_default()
            .to_owned(),
        options: question.options(&page),
        step: step + 1,
        steps: questions.len().max(2),
        given: answers.before(question),
        back: match step.checked_sub(1).and_then(|before| questions.get(before)) {
            Some(before) => answers.back(*before),
            None => String::new(),
        },
        page,
        form,
        question,
    };
    if asked.form.is_ok() {
        html(&asked)
    } else {
        unprocessable(&asked)
    }
}

fn ready(
    visitor: &Visitor,
    page: Page,
    kind: Kind,
    packs: &[(&'static str, &'static str)],
    answers: &Answers,
) -> PageResult {
    let key = |part: &str| format!("public-ready-{part}-{}", kind.as_str());
    // What is asked of a notice about a right is not asked of one about a danger.
    let sort = match answers.what.as_str() {
        "unsafe" => "unsafe",
        _ => kind.as_str(),
    };
    let own = |part: &str| format!("public-ready-{part}-{sort}");
    let fitting: Vec<_> = packs
        .iter()
        .filter_map(|(id, why)| Some((visitor.app.pack(id)?, *why)))
        .collect();
    if fitting.is_empty() {
        return away(page, "closed", answers);
    }
    let most = fitting
        .iter()
        .filter_map(|(pack, _)| pack.about.max_listings)
        .min();
    let lead = match most {
        Some(most) => page.with1(&key("lead"), "listings", most),
        None => page.t(&key("lead")).to_owned(),
    };
    let (careful, href) = match kind {
        Kind::Notice => (
            page.t("public-ready-careful").to_owned(),
            urls::notice_new(),
        ),
        Kind::Complaint => (String::new(), urls::complaint_new()),
        Kind::Matter => (String::new(), ""),
    };
    html(&ReadyPage {
        title: page.t(&key("title")).to_owned(),
        lead,
        need: blocks(page.t(&own("need"))),
        result: blocks(page.t(&own("result"))),
        careful,
        procedures: fitting
            .iter()
            .map(|(pack, why)| Fitting {
                name: pack_title(&page, pack.id()),
                why: page.t(&format!("public-why-{why}")).to_owned(),
                rules: urls::procedure(pack.id()),
                form: match kind {
                    Kind::Matter => urls::matter_new(pack.id()),
                    Kind::Notice | Kind::Complaint => String::new(),
                },
            })
            .collect(),
        go: page.t(&key("go")).to_owned(),
        href,
        back: answers.back(answers.last()),
        page,
    })
}

fn pack_title(page: &Page, id: &str) -> String {
    page.find(&format!("pack-{id}-title"))
        .unwrap_or(id)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedures::Packs;
    use crate::i18n::{Catalogue, Locale};

    fn answers(given: &[(&str, &str)]) -> Answers {
        let of = |name: &str| {
            let found = given.iter().find(|(known, _)| *known == name);
            found.map_or_else(String::new, |(_, value)| (*value).to_owned())
        };
        Answers {
            what: of("what"),
            right: of("right"),
            market: of("market"),
            court: of("court"),
            home: of("home"),
            seller: of("seller"),
            sort: of("sort"),
            asked: of("asked"),
            again: of("again"),
        }
    }

    fn ids(way: &Way) -> Vec<&'static str> {
        match way {
            Way::Ready(_, packs) => packs.iter().map(|(id, _)| *id).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn the_answers_lead_to_the_right_procedure() {
        for (given, leads) in [
            (
                &[
                    ("what", "listing"),
                    ("right", "copyright"),
                    ("market", "us"),
                ][..],
                &["us-dmca-512"][..],
            ),
            (
                &[("what", "listing"), ("right", "patent"), ("market", "cn")],
                &["cn-ecl-ip"],
            ),
            (
                &[("what", "listing"), ("right", "other"), ("market", "eu")],
                &["eu-dsa-notice"],
            ),
            (
                &[
                    ("what", "listing"),
                    ("right", "copyright"),
                    ("market", "elsewhere"),
                ],
                &["us-dmca-512", "cn-ecl-ip"],
            ),
            (
                &[("what", "unsafe"), ("market", "eu")],
                &["eu-dsa-notice-product-safety", "eu-dsa-notice"],
            ),
            (
                &[
                    ("what", "order"),
                    ("court", "no"),
                    ("home", "eu"),
                    ("seller", "eu"),
                ],
                &["consumer-odr-eu-adr", "consumer-odr"],
            ),
            (
                &[
                    ("what", "order"),
                    ("court", "no"),
                    ("home", "elsewhere"),
                    ("seller", "cn"),
                ],
                &["consumer-odr-cn-platform", "consumer-odr"],
            ),
            (
                &[
                    ("what", "order"),
                    ("court", "no"),
                    ("home", "eu"),
                    ("seller", "unknown"),
                ],
                &["consumer-odr"],
            ),
            (
                &[("what", "matter"), ("sort", "opinion")],
                &["neutral-eval"],
            ),
            (
                &[("what", "listing"), ("right", "patent"), ("market", "us")],
                &["neutral-eval"],
            ),
            (
                &[("what", "matter"), ("sort", "arbitration")],
                &["arb-expedited", "arb-expedited-icc"],
            ),
        ] {
            assert_eq!(ids(&answers(given).way()), leads, "{given:?}");
        }
    }

    #[test]
    fn the_answers_lead_away_with_a_reason() {
        for (given, why) in [
            (
                &[
                    ("what", "listing"),
                    ("right", "trade-mark"),
                    ("market", "us"),
                ][..],
                "us-mark",
            ),
            (
                &[("what", "listing"), ("right", "other"), ("market", "cn")],
                "right",
            ),
            (&[("what", "unsafe"), ("market", "elsewhere")], "unsafe"),
            (&[("what", "order"), ("court", "yes")], "court"),
            (&[("what", "matter"), ("sort", "none")], "other"),
            (&[("what", "other")], "other"),
        ] {
            assert_eq!(answers(given).way(), Way::Away(why), "{given:?}");
        }
        assert_eq!(answers(&[("what", "received")]).way(), Way::Respond);
    }

    #[test]
    fn what_is_not_known_yet_is_asked_in_order() {
        for (given, question) in [
            (&[][..], Question::What),
            (&[("what", "nonsense")], Question::What),
            (&[("what", "listing")], Question::Right),
            (
                &[("what", "listing"), ("right", "patent")],
                Question::Market,
            ),
            (
                &[("what", "listing"), ("right", "patent"), ("market", "mars")],
                Question::Market,
            ),
            (&[("what", "order")], Question::Court),
            (&[("what", "order"), ("court", "no")], Question::Home),
            (
                &[("what", "order"), ("court", "no"), ("home", "eu")],
                Question::Seller,
            ),
            (
                &[
                    ("what", "listing"),
                    ("right", "patent"),
                    ("market", "cn"),
                    ("again", "right"),
                ],
                Question::Right,
            ),
        ] {
            assert_eq!(answers(given).way(), Way::Ask(question), "{given:?}");
        }
        let back = answers(&[("what", "listing"), ("right", "patent"), ("market", "cn")])
            .back(Question::Right);
        assert_eq!(
            back,
            "/start?what=listing&right=patent&market=cn&again=right"
        );
    }

    /// Every chain of answers that there is.
    fn everything(from: Answers, found: &mut Vec<Way>) {
        let Way::Ask(question) = from.way() else {
            found.push(from.way());
            return;
        };
        for value in question.values() {
            let mut next = from.clone();
            let field = match question {
                Question::What => &mut next.what,
                Question::Right => &mut next.right,
                Question::Market => &mut next.market,
                Question::Court => &mut next.court,
                Question::Home => &mut next.home,
                Question::Seller => &mut next.seller,
                Question::Sort => &mut next.sort,
            };
            value.clone_into(field);
            everything(next, found);
        }
    }

    #[test]
    fn every_chain_of_answers_ends_and_every_end_has_its_words_and_procedures() {
        let packs = Packs::embedded().unwrap();
        let catalogue = Catalogue::embedded().unwrap();
        let mut ends = Vec::new();
        everything(Answers::default(), &mut ends);
        assert!(ends.len() > 30, "{}", ends.len());
        for end in ends {
            let keys = match &end {
                Way::Ready(kind, fitting) => {
                    for (id, _) in fitting {
                        assert_eq!(
                            packs.latest(id).map(|pack| pack.kind()),
                            Some(*kind),
                            "{id}"
                        );
                    }
                    let parts = ["title", "lead", "need", "result", "go"];
                    let own = parts.map(|part| format!("public-ready-{part}-{}", kind.as_str()));
                    let why = fitting.iter().map(|(_, why)| format!("public-why-{why}"));
                    own.into_iter().chain(why).collect()
                }
                Way::Away(why) => vec![
                    format!("public-away-{why}"),
                    format!("public-away-lead-{why}"),
                ],
                Way::Respond | Way::Ask(_) => Vec::new(),
            };
            for key in keys {
                for locale in Locale::ALL {
                    assert!(catalogue.speaks(locale, &key), "{key} in {locale}");
                }
            }
        }
    }
}
