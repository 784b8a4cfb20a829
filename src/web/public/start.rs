//! Which procedure: two questions, then what is needed and what can come out of it, or other places
//! to go. Answers stand in the address, so that every page can be kept, shared and gone back to.

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
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answers {
    what: String,
    right: String,
    court: String,
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
    Court,
}

/// Where the answers lead.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    Ask(Question),
    Ready(Kind),
    Respond,
    Matters,
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
    step: u32,
    what: String,
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
    procedures: Vec<(String, String)>,
    go: String,
    href: &'static str,
    back: String,
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
            Self::Court => "court",
        }
    }

    const fn empty(self) -> &'static str {
        match self {
            Self::What => "public-start-what-empty",
            Self::Right => "public-start-right-empty",
            Self::Court => "public-start-court-empty",
        }
    }

    fn options(self, page: &Page) -> Vec<Choice> {
        let with_hint = |value: &str| {
            let key = format!("public-start-{value}");
            Choice::new(value.rsplit('-').next().unwrap_or(value), page.t(&key))
                .hint(page.t(&format!("{key}-hint")))
        };
        match self {
            Self::What => ["listing", "order", "matter", "received", "other"]
                .into_iter()
                .map(with_hint)
                .collect(),
            Self::Right => {
                let kinds = RightKind::OWNED.iter().map(|kind| {
                    Choice::new(
                        kind.as_str(),
                        words::said(&page.words, "right", kind.as_str()),
                    )
                });
                kinds.chain([with_hint("right-other")]).collect()
            }
            Self::Court => ["no", "yes"]
                .into_iter()
                .map(|value| Choice::new(value, page.t(&format!("public-start-court-{value}"))))
                .collect(),
        }
    }
}

impl Answers {
    fn way(&self) -> Way {
        match self.what.as_str() {
            _ if self.again == "what" => Way::Ask(Question::What),
            "listing" if self.again == "right" => Way::Ask(Question::Right),
            "order" if self.again == "court" => Way::Ask(Question::Court),
            "listing" if RightKind::parse(&self.right).is_some() => Way::Ready(Kind::Notice),
            "listing" if self.right == "other" => Way::Away("right"),
            "listing" => Way::Ask(Question::Right),
            "order" => match self.court.as_str() {
                "no" => Way::Ready(Kind::Complaint),
                "yes" => Way::Away("court"),
                _ => Way::Ask(Question::Court),
            },
            "received" => Way::Respond,
            "matter" => Way::Matters,
            "other" => Way::Away("other"),
            _ => Way::Ask(Question::What),
        }
    }

    /// The way back to the question before, with its answer kept.
    fn back(&self, to: Question) -> String {
        let query = [
            ("what", self.what.as_str()),
            ("right", &self.right),
            ("court", &self.court),
            ("again", to.name()),
        ];
        urls::with_query(urls::start(), &query)
    }

    /// The question that was answered last.
    fn last(&self) -> Question {
        match self.what.as_str() {
            "listing" => Question::Right,
            "order" => Question::Court,
            _ => Question::What,
        }
    }
}

/// `GET /start`
pub async fn show(visitor: Visitor, answers: Query<Answers>) -> PageResult {
    let page = visitor.page().at(Place::Start);
    match answers.way() {
        Way::Ask(question) => ask(page, question, &answers),
        Way::Ready(kind) => ready(&visitor, page, kind, &answers),
        Way::Respond => Ok(see_other(urls::respond())),
        Way::Matters => Ok(see_other(urls::matters())),
        Way::Away(why) => {
            let lead = page.t(&format!("public-away-lead-{why}")).to_owned();
            let places = blocks(page.t(&format!("public-away-{why}")));
            html(&AwayPage {
                page,
                lead,
                places,
                back: answers.back(answers.last()),
            })
        }
    }
}

fn ask(page: Page, question: Question, answers: &Answers) -> PageResult {
    let mut form = FormState::new();
    let given = match question {
        Question::What => &answers.what,
        Question::Right => &answers.right,
        Question::Court => &answers.court,
    };
    form.set(question.name(), given.as_str());
    if answers.asked == question.name() {
        form.error(question.name(), question.empty());
    }
    let key = format!("public-start-{}", question.name());
    let is_first = question == Question::What;
    let asked = QuestionPage {
        legend: page.t(&key).to_owned(),
        hint: page.t(&format!("{key}-hint")).to_owned(),
        options: question.options(&page),
        step: if is_first { 1 } else { 2 },
        what: if is_first {
            String::new()
        } else {
            answers.what.clone()
        },
        back: if is_first {
            String::new()
        } else {
            answers.back(Question::What)
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

fn ready(visitor: &Visitor, page: Page, kind: Kind, answers: &Answers) -> PageResult {
    let key = |part: &str| format!("public-ready-{part}-{}", kind.as_str());
    let known = visitor.app.packs();
    let packs = known.for_kind(kind);
    // The United States procedure is for copyright alone; the others take every right.
    let fits = |id: &str| {
        id != "us-dmca-512" || RightKind::parse(&answers.right) == Some(RightKind::Copyright)
    };
    let fitting: Vec<_> = packs
        .into_iter()
        .filter(|pack| kind == Kind::Complaint || fits(pack.id()))
        .collect();
    let most = fitting
        .iter()
        .filter_map(|pack| pack.about.max_listings)
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
        Kind::Matter => (String::new(), urls::matters()),
    };
    html(&ReadyPage {
        title: page.t(&key("title")).to_owned(),
        lead,
        need: blocks(page.t(&key("need"))),
        result: blocks(page.t(&key("result"))),
        careful,
        procedures: fitting
            .iter()
            .map(|pack| (urls::procedure(pack.id()), pack_title(&page, pack.id())))
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

    fn answers(what: &str, right: &str, court: &str) -> Answers {
        Answers {
            what: what.into(),
            right: right.into(),
            court: court.into(),
            ..Answers::default()
        }
    }

    #[test]
    fn the_answers_lead_to_a_procedure_or_away() {
        assert_eq!(answers("", "", "").way(), Way::Ask(Question::What));
        assert_eq!(answers("nonsense", "", "").way(), Way::Ask(Question::What));
        assert_eq!(answers("listing", "", "").way(), Way::Ask(Question::Right));
        assert_eq!(
            answers("listing", "trade-mark", "").way(),
            Way::Ready(Kind::Notice)
        );
        assert_eq!(answers("listing", "other", "").way(), Way::Away("right"));
        assert_eq!(answers("order", "", "").way(), Way::Ask(Question::Court));
        assert_eq!(
            answers("order", "", "no").way(),
            Way::Ready(Kind::Complaint)
        );
        assert_eq!(answers("order", "", "yes").way(), Way::Away("court"));
        assert_eq!(answers("received", "", "").way(), Way::Respond);
        assert_eq!(answers("other", "", "").way(), Way::Away("other"));
    }

    #[test]
    fn going_back_keeps_the_answer() {
        let back = answers("listing", "patent", "").back(Question::Right);
        assert_eq!(back, "/start?what=listing&right=patent&again=right");
        let again = Answers {
            again: "right".into(),
            ..answers("listing", "patent", "")
        };
        assert_eq!(again.way(), Way::Ask(Question::Right));
    }
}
