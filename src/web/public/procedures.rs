//! The procedures in words, made from the packs that run the cases: what stands here is what happens.

use super::diagram::{Diagram, diagram};
use super::further::{Further, further};
use super::steps::{State, Step, anytime, stages};
use crate::domain::procedures::{
    AppliesBy, Attestation, Clock, ClockKind, Fee, FeeRow, Kind, Length, Pack, Packs, Param, Roll,
    Settings, Source, Span, Status, Whose, numbers,
};
use crate::i18n::{Locale, Words, figures};
use crate::urls;
use crate::web::admin::changes::step_name;
use crate::web::errors::{PageResult, WebError};
use crate::web::page::{Page, Place, html};
use crate::web::session::Visitor;
use crate::web::words::{self, key, said};
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "public/rules.html")]
struct ListPage {
    page: Page,
    procedures: Vec<Card>,
}

/// A procedure in the list.
struct Card {
    href: String,
    title: String,
    about: String,
    status: String,
    version: String,
}

#[derive(Template)]
#[template(path = "public/procedure.html")]
struct ProcedurePage {
    page: Page,
    card: Card,
    is_draft: bool,
    is_withdrawn: bool,
    note: String,
    facts: Vec<(String, String)>,
    digest: String,
    stages: Vec<(String, Vec<State>)>,
    anytime: Vec<Step>,
    diagram: Diagram,
    clocks: Vec<ClockRow>,
    fees: Vec<String>,
    // Where there are no fees: whether that is so, or they stand elsewhere.
    is_free: bool,
    further: Vec<Further>,
    declarations: Vec<Declaration>,
    sources: Vec<SourceRow>,
    versions: Vec<VersionRow>,
}

/// A clock in words.
struct ClockRow {
    id: String,
    name: String,
    kind: String,
    is_target: bool,
    who: String,
    length: String,
    details: Vec<String>,
    end: String,
    law: Vec<(String, String)>,
}

/// A declaration with its exact text.
struct Declaration {
    no: usize,
    weight: String,
    version: String,
    text: String,
    language: &'static str,
    law: Vec<(String, String)>,
}

/// A text of law or practice.
struct SourceRow {
    key: String,
    name: String,
    url: String,
    checked: String,
    mark: String,
}

/// A version of the procedure that is known here.
struct VersionRow {
    name: String,
    status: String,
    use_of: String,
    digest: String,
}

/// `GET /rules`
pub async fn list(visitor: Visitor) -> PageResult {
    let page = visitor.page().at(Place::Rules);
    let procedures = visitor
        .app
        .packs()
        .newest()
        .into_iter()
        .map(|pack| card(&page, pack))
        .collect();
    html(&ListPage { page, procedures })
}

/// `GET /rules/{pack}`
pub async fn show(visitor: Visitor, pack: Path<String>) -> PageResult {
    let offered = visitor.app.pack(&pack);
    let is_withdrawn = offered.is_none();
    // Cases that began under it go on, and so does its page.
    let known = offered.or_else(|| visitor.app.packs().newest_known(&pack).cloned());
    let pack = &*known.ok_or(WebError::NotFound)?;
    let page = visitor.page().at(Place::Rules);
    let words = &page.words;
    let card = card(&page, pack);
    let settings = &visitor.app.settings(pack.id());
    let made = ProcedurePage {
        is_draft: pack.about.status == Status::Draft,
        is_withdrawn,
        note: words::law_note(words, pack),
        facts: facts(&page, pack, settings),
        digest: pack.digest().to_owned(),
        stages: stages(words, pack),
        anytime: anytime(words, pack),
        clocks: pack
            .clocks
            .iter()
            .map(|clock| clock_row(words, pack, settings, clock))
            .collect(),
        diagram: diagram(words, pack),
        fees: fees(&page, pack),
        is_free: pack.kind() != Kind::Matter,
        further: further(words, pack),
        declarations: pack
            .attestations
            .iter()
            .enumerate()
            .map(|(at, text)| declaration(words, pack, at, text))
            .collect(),
        sources: pack
            .sources
            .iter()
            .map(|source| source_row(&page, pack, source))
            .collect(),
        versions: versions(&page, &visitor.app.packs(), pack.id()),
        page: page
            .clone()
            .crumb(page.t("public-rules-title"), urls::rules())
            .here(card.title.as_str()),
        card,
    };
    html(&made)
}

fn card(page: &Page, pack: &Pack) -> Card {
    let text = |part: &str| {
        page.find(&format!("pack-{}-{part}", pack.id()))
            .map(str::to_owned)
    };
    Card {
        href: urls::procedure(pack.id()),
        title: text("title").unwrap_or_else(|| pack.id().to_owned()),
        about: text("about").unwrap_or_default(),
        status: said(
            &page.words,
            "public-rules-status",
            pack.about.status.as_str(),
        ),
        version: version(page, pack),
    }
}

/// A version with the cases that it is for.
fn version(page: &Page, pack: &Pack) -> String {
    let key = match pack.about.applies_by {
        AppliesBy::FilingDate => "public-rules-version",
        AppliesBy::EventDate => "public-rules-version-event",
        AppliesBy::AgreementDate => "public-rules-version-agreement",
    };
    let from = page.day(pack.about.effective_from);
    page.with2(key, "version", pack.version(), "date", from)
}

/// Every version that is known, the newest first.
fn versions(page: &Page, packs: &Packs, id: &str) -> Vec<VersionRow> {
    let mut known: Vec<&Pack> = packs.iter().map(|pack| &**pack).collect();
    known.retain(|pack| pack.id() == id);
    known.sort_by_key(|pack| std::cmp::Reverse(numbers(pack.version())));
    let offered = packs.latest(id).map(|pack| pack.digest().to_owned());
    known
        .into_iter()
        .map(|pack| VersionRow {
            name: version(page, pack),
            status: said(
                &page.words,
                "public-rules-status",
                pack.about.status.as_str(),
            ),
            use_of: page
                .t(if offered.as_deref() == Some(pack.digest()) {
                    "public-rules-version-offered"
                } else {
                    "public-rules-version-kept"
                })
                .to_owned(),
            digest: pack.digest().to_owned(),
        })
        .collect()
}

fn facts(page: &Page, pack: &Pack, settings: &Settings) -> Vec<(String, String)> {
    let words = &page.words;
    let law = match pack.about.jurisdiction.as_str() {
        "XX" => page.t("public-rules-law-none").to_owned(),
        country => words::country(words, country),
    };
    let zone = jiff::tz::TimeZone::get(settings.zone().unwrap_or(&pack.about.zone))
        .unwrap_or(jiff::tz::TimeZone::UTC);
    let mut facts = vec![
        (
            page.t("public-rules-fact-kind").to_owned(),
            said(words, "public-rules-kind", pack.kind().as_str()),
        ),
        (page.t("public-rules-fact-law").to_owned(), law),
        (
            page.t("public-rules-fact-zone").to_owned(),
            crate::i18n::dates::zone_line(words, page.now, &zone),
        ),
    ];
    if let Some(most) = pack.about.max_listings {
        facts.push((
            page.t("public-rules-fact-listings").to_owned(),
            figures::number(words, i64::from(most)),
        ));
    }
    facts
}

/// The texts that something rests on, with their place on the page.
pub(super) fn law(words: &Words, pack: &Pack, cites: &[String]) -> Vec<(String, String)> {
    cites
        .iter()
        .filter_map(|key| pack.source(key))
        .map(|source| {
            (
                format!("#source-{}", source.key),
                words::law(words, pack, source),
            )
        })
        .collect()
}

fn clock_row(words: &Words, pack: &Pack, settings: &Settings, clock: &Clock) -> ClockRow {
    ClockRow {
        id: clock.id.clone(),
        name: words::clock_label(words, &clock.id, false),
        kind: said(words, "public-rules-clock", clock.kind.as_str()),
        is_target: clock.kind == ClockKind::Target,
        who: clock
            .owner
            .map(|role| {
                words.with1(
                    "public-rules-clock-for",
                    "who",
                    words::role_in(words, role, pack.kind()),
                )
            })
            .unwrap_or_default(),
        length: span(words, pack, settings, clock),
        details: details(words, pack, settings, clock),
        end: words::clock_consequence(words, clock),
        law: law(words, pack, &clock.cite),
    }
}

fn span(words: &Words, pack: &Pack, settings: &Settings, clock: &Clock) -> String {
    match &clock.span {
        Span::Fixed(length) => words::length(words, *length),
        Span::Window { min, max } => words.with2(
            "unit-window",
            "least",
            words::length(words, *min),
            "most",
            words::length(words, *max),
        ),
        Span::Param(name) => settings
            .length(pack, name)
            .map_or_else(|_| String::new(), |length| words::length(words, length)),
    }
}

const fn lasting(param: &Param, n: u32) -> Length {
    Length {
        n,
        unit: param.unit,
    }
}

/// From what it is counted, how days off count, and how it can get longer.
fn details(words: &Words, pack: &Pack, settings: &Settings, clock: &Clock) -> Vec<String> {
    let mut lines = vec![words.with1(
        "public-rules-clock-from",
        "anchor",
        said(words, "anchor", &clock.anchor),
    )];
    if let Span::Param(name) = &clock.span
        && let Some(param) = pack.param(name)
    {
        let (least, most) = (
            words::length(words, lasting(param, param.min)),
            words::length(words, lasting(param, param.max)),
        );
        lines.push(words.with2("public-rules-clock-range", "least", least, "most", most));
        if settings.chosen(pack, name).is_some() {
            let own = words::length(words, lasting(param, param.default));
            lines.push(words.with1("public-rules-clock-chosen", "length", own));
        }
    }
    let calendar = match clock.whose() {
        Some(Whose::Of(role)) => {
            let who = words::role_in(words, role, pack.kind());
            words.with1("calendar-of-party", "who", who)
        }
        Some(Whose::Answered { document, field }) => {
            let field = words::pack_word(words, pack, "field", &format!("{document}-{field}"));
            words.with1("calendar-of-answer", "field", field)
        }
        None => said(words, "calendar", &clock.calendar),
    };
    if clock.calendar != "none" {
        lines.push(words.with1("public-rules-clock-calendar", "calendar", calendar));
    }
    if clock.roll != Roll::None {
        lines.push(
            words
                .t(&key("public-rules-clock-roll", clock.roll.as_str()))
                .to_owned(),
        );
    }
    if !clock.blocks.is_empty() {
        let blocked = clock.blocks.iter().map(|name| step_name(words, pack, name));
        let blocked = words::listed(words, blocked);
        lines.push(words.with1("public-rules-clock-blocks", "steps", blocked));
    }
    for rule in &clock.extend {
        let more = words::amount(words, pack, settings, &rule.adds);
        let who = roles(words, pack, &rule.by);
        lines.push(words.with(
            "public-rules-clock-extend",
            &[
                ("who", who.into()),
                ("length", more.into()),
                ("times", rule.times.into()),
            ],
        ));
    }
    if let Some(toll) = &clock.toll {
        let most = words::amount(words, pack, settings, &toll.cap);
        lines.push(words.with2(
            "public-rules-clock-toll",
            "reason",
            said(words, "toll", &toll.reason),
            "length",
            most,
        ));
    }
    lines
}

/// Roles as people call them here, as a list in words.
pub(super) fn roles(words: &Words, pack: &Pack, roles: &[crate::domain::Role]) -> String {
    let named = roles
        .iter()
        .map(|role| words::role_in(words, *role, pack.kind()));
    words::listed(words, named)
}

/// What is to be paid under a pack, a line each.
pub fn fees(page: &Page, pack: &Pack) -> Vec<String> {
    let line = |fee: &Fee, row: &FeeRow| {
        let words = &page.words;
        let name = words::pack_word(words, pack, "fee", &fee.id);
        let subjects = match row.to {
            Some(to) if to == row.from => figures::number(words, i64::from(to)),
            Some(to) => format!("{}–{to}", row.from),
            None => words.with1("public-rules-fee-more", "from", row.from),
        };
        let amount = row.amount.map_or_else(
            || words.t("public-rules-fee-agreed").to_owned(),
            |amount| page.money(i64::from(amount), &fee.currency),
        );
        let panel = row.panel.unwrap_or(0);
        words.with(
            "public-rules-fee-line",
            &[
                ("name", name.into()),
                ("subjects", subjects.into()),
                ("panel", panel.into()),
                ("amount", amount.into()),
                ("who", words::role_in(words, fee.payer, pack.kind()).into()),
            ],
        )
    };
    pack.fees
        .iter()
        .flat_map(|fee| fee.rows.iter().map(move |row| line(fee, row)))
        .collect()
}

fn declaration(words: &Words, pack: &Pack, at: usize, text: &Attestation) -> Declaration {
    let own = words.locale.tag();
    Declaration {
        no: at + 1,
        weight: said(words, "public-rules-weight", text.weight.as_str()),
        version: words.with1(
            "public-rules-declaration-version",
            "version",
            text.version.to_string(),
        ),
        text: text.text(own).to_owned(),
        language: if text.text.contains_key(own) {
            own
        } else {
            Locale::default().tag()
        },
        law: law(words, pack, &text.cite),
    }
}

fn source_row(page: &Page, pack: &Pack, source: &Source) -> SourceRow {
    let checked = match source.checked_on {
        Some(day) => page.with1("public-rules-checked", "date", page.day(day)),
        None if source.url.is_some() => page.t("public-rules-unchecked").to_owned(),
        // Agreements and rules of the house have no text elsewhere.
        None => String::new(),
    };
    SourceRow {
        key: source.key.clone(),
        name: words::law(&page.words, pack, source),
        url: source.url.clone().unwrap_or_default(),
        checked,
        mark: match words::law_mark(&page.words, pack, source) {
            mark if mark.is_empty() => mark,
            mark => page.with1("public-rules-mark", "mark", mark),
        },
    }
}
