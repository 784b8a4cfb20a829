//! From the words of the domain to the words of the reader: states, roles, acts, refusals, clocks.
//! The keys are the domain's words with dashes for underscores and dots; an unknown word, as an
//! operator's own pack may bring, stands as it is.

mod derivation;
#[cfg(test)]
mod tests;

pub use derivation::{derivation_lines, derivation_summary};

use crate::domain::Role;
use crate::domain::acts::Refusal;
use crate::domain::matters::{Answer, Paper};
use crate::domain::procedures::{
    Amount, Clock, Field, FieldType, Kind, Length, Pack, Param, Settings, Source, Unit,
};
use crate::i18n::{Arg, Words, dates, figures};
use jiff::tz::TimeZone;
use unicode_normalization::UnicodeNormalization;

/// The catalogue's key of a domain word: `state` and `holder_wait` give `state-holder-wait`.
pub fn key(sort: &str, word: &str) -> String {
    format!("{sort}-{}", word.replace(['_', '.', ' '], "-"))
}

/// A domain word of some sort (`right`, `measure`, `remedy`, `offer` …) in the reader's language.
pub fn said(words: &Words, sort: &str, word: &str) -> String {
    words.find(&key(sort, word)).unwrap_or(word).to_owned()
}

/// Why an act is refused, and what is possible instead; dates in the reader's zone.
pub fn refusal(words: &Words, zone: &TimeZone, refusal: &Refusal) -> String {
    let key = refusal.key();
    let date = |at| Arg::from(dates::full(words, at, zone));
    let args = match refusal {
        Refusal::NotNow { state: now_in, .. } => vec![("state", state(words, now_in).into())],
        Refusal::TooLate { ended_at } => vec![("date", date(*ended_at))],
        Refusal::TooEarly { opens_at } => vec![("date", date(*opens_at))],
        Refusal::Unknown { what } => vec![("what", thing(words, what).into())],
        Refusal::Unconsidered { exhibit } => vec![("exhibit", exhibit.to_string().into())],
        Refusal::Incomplete { no, .. } => vec![("no", (*no).into())],
        Refusal::Duplicate { number } => vec![("number", number.into())],
        Refusal::Limit { limit, .. } => vec![("limit", (*limit).into())],
        _ => return words.t(&key).to_owned(),
    };
    words.with(&key, &args)
}

/// The thing that was not found: the domain writes `offer 2`, a bare exhibit number, or a pack's name.
fn thing(words: &Words, what: &str) -> String {
    if let Some((sort, no)) = what.split_once(' ') {
        let key = key("refusal-thing", sort);
        if words.has(&key) {
            return words.with1(&key, "no", no);
        }
    }
    let is_exhibit =
        what.starts_with(['C', 'R', 'T', 'M']) && what.ends_with(|c: char| c.is_ascii_digit());
    let key = if is_exhibit {
        "refusal-thing-exhibit"
    } else {
        "refusal-thing-procedure"
    };
    words.with1(key, "no", what)
}

/// An act as a heading of the timeline; `what` names its object, or is empty.
pub fn act(words: &Words, name: &str, what: &str) -> String {
    let named = key("act", name) + "-what";
    if !what.is_empty() && words.has(&named) {
        words.with1(&named, "what", what)
    } else {
        said(words, "act", name)
    }
}

/// An act as the words of its button.
pub fn act_button(words: &Words, name: &str) -> String {
    said(words, "act", &format!("{name}-do"))
}

/// A state in one to three words, for a tag.
pub fn state(words: &Words, id: &str) -> String {
    said(words, "state", id)
}

/// What happens next in a state, in one sentence; empty for a state without words.
pub fn state_next(words: &Words, id: &str) -> String {
    words
        .find(&(key("state", id) + "-next"))
        .unwrap_or_default()
        .to_owned()
}

/// A law or rule that a pack cites, in the reader's language; as the pack writes it where no words are known.
pub fn law(words: &Words, pack: &Pack, source: &Source) -> String {
    of_pack(words, pack, "law", &source.key).map_or_else(
        || match source.article.as_str() {
            "" => source.title.clone(),
            article => format!("{}, {article}", source.title),
        },
        str::to_owned,
    )
}

/// What a reviewer has to know about a source, in the reader's language; empty where there is nothing.
pub fn law_mark(words: &Words, pack: &Pack, source: &Source) -> String {
    source.mark.as_ref().map_or_else(String::new, |mark| {
        of_pack(words, pack, "law", &format!("{}-mark", source.key))
            .unwrap_or(mark)
            .to_owned()
    })
}

/// What a reviewer has to know about weak spots of a procedure; empty where there is nothing.
pub fn law_note(words: &Words, pack: &Pack) -> String {
    let translated = words.find(&format!("law-{}-note", pack.id()));
    translated
        .or(pack.about.note.as_deref())
        .unwrap_or_default()
        .to_owned()
}

/// What an operator has to know about a number that may be set.
pub fn number_note(words: &Words, pack: &Pack, name: &str, param: &Param) -> String {
    of_pack(words, pack, "number", &name.replace('_', "-"))
        .unwrap_or(&param.note)
        .to_owned()
}

/// What a language says of something that the pack says itself in its own: of this profile, or of all.
fn of_pack<'a>(words: &'a Words, pack: &Pack, sort: &str, word: &str) -> Option<&'a str> {
    let own = words.find(&format!("{sort}-{}-{word}", pack.id()));
    own.or_else(|| words.find(&format!("{sort}-{}-{word}", pack.family())))
}

/// A stage of a procedure.
pub fn phase(words: &Words, id: &str) -> String {
    said(words, "phase", id)
}

/// How a case or track ended.
pub fn outcome(words: &Words, id: &str) -> String {
    said(words, "outcome", id)
}

/// Whose turn it is, told to somebody who reads from the seat `own`.
pub fn turn(words: &Words, turn: Option<Role>, own: Option<Role>) -> String {
    match turn {
        None => words.t("turn-nobody").to_owned(),
        Some(role) if own == Some(role) => words.t("turn-yours").to_owned(),
        Some(role) => said(words, "turn", role.as_str()),
    }
}

/// A role by its formal name.
pub fn role(words: &Words, role: Role) -> String {
    said(words, "role", role.as_str())
}

/// A role as people call it in this kind of case: the claimant of a notice is the rights holder.
pub fn role_in(words: &Words, role: Role, kind: Kind) -> String {
    let plain = format!("{}-{}", key("role", role.as_str()), kind.as_str());
    words
        .find(&plain)
        .map_or_else(|| self::role(words, role), str::to_owned)
}

/// A word that only this procedure knows, in the reader's language.
pub fn pack_word(words: &Words, pack: &Pack, sort: &str, word: &str) -> String {
    words
        .find(&pack.text_key(sort, word))
        .unwrap_or(word)
        .to_owned()
}

/// A step that only this procedure knows, as what somebody does: "Confirms that the fee was paid".
pub fn step(words: &Words, pack: &Pack, name: &str) -> String {
    pack_word(words, pack, "step", name)
}

/// An answer to choose, or yes or no.
pub fn option(words: &Words, pack: &Pack, field: &str, option: &str) -> String {
    match option {
        "yes" => words.t("common-yes").to_owned(),
        "no" => words.t("common-no").to_owned(),
        _ => pack_word(words, pack, "option", &format!("{field}-{option}")),
    }
}

/// An answer of a paper in words.
pub fn answer(words: &Words, pack: &Pack, field: &Field, answer: &Answer) -> String {
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Word(word) if field.field_type == FieldType::Country => country(words, word),
        Answer::Word(word) => option(words, pack, &field.id, word),
        Answer::Lines(lines) | Answer::Files(lines) => lines.join("\n"),
        Answer::Number(n) => figures::number(words, *n),
        Answer::Day(day) => dates::day(words, *day),
        Answer::Money(money) => figures::money(words, money.minor, &money.currency),
    }
}

/// A paper as people call it.
pub fn paper_title(words: &Words, pack: &Pack, paper: &Paper) -> String {
    pack_word(words, pack, "document", &paper.document)
}

/// What a paper says: each question that was answered, with its answer.
pub fn paper_rows(words: &Words, pack: &Pack, paper: &Paper) -> Vec<(String, String)> {
    let document = pack.document(&paper.document);
    let fields = document.map(|found| found.fields.as_slice());
    let rows = fields.unwrap_or_default().iter().filter_map(|field| {
        let given = paper.filled.answers.get(&field.id)?;
        let word = format!("{}-{}", paper.document, field.id);
        let label = pack_word(words, pack, "field", &word);
        Some((label, answer(words, pack, field, given)))
    });
    rows.collect()
}

/// The label of a clock: "Your answer is due" for whoever must act, "Answer due" for others.
pub fn clock_label(words: &Words, rule: &str, is_yours: bool) -> String {
    let yours = key("clock", rule) + "-yours";
    match words.find(&yours) {
        Some(label) if is_yours => label.to_owned(),
        _ => said(words, "clock", rule),
    }
}

/// What happens at the end of a clock if nothing is done; empty for a clock without words.
pub fn clock_silence(words: &Words, rule: &str) -> String {
    words
        .find(&(key("clock", rule) + "-silence"))
        .unwrap_or_default()
        .to_owned()
}

/// What happens at the end of a clock of a pack; the pack's own word for it where the clock has no words.
pub fn clock_consequence(words: &Words, clock: &Clock) -> String {
    let silence = clock_silence(words, &clock.id);
    if silence.is_empty() {
        said(words, "lapse", clock.lapse_outcome.as_str())
    } else {
        silence
    }
}

/// Words joined as the language joins them.
pub fn listed(words: &Words, items: impl Iterator<Item = String>) -> String {
    items
        .reduce(|first, then| words.with2("public-rules-list", "first", first, "then", then))
        .unwrap_or_default()
}

/// A length as the pack has it, or as the operator set it.
pub fn amount(words: &Words, pack: &Pack, settings: &Settings, amount: &Amount) -> String {
    let found = amount.length(pack, settings);
    found.map_or_else(String::new, |found| length(words, found))
}

/// "15 days", "10 working days", "24 hours"
pub fn length(words: &Words, length: Length) -> String {
    if length.unit == Unit::Months && length.n >= 24 && length.n.is_multiple_of(12) {
        return words.with1("unit-years", "n", length.n / 12);
    }
    words.with1(&key("unit", length.unit.as_str()), "n", length.n)
}

/// A country by its ISO 3166 code; the code itself for one that is not in the list.
pub fn country(words: &Words, code: &str) -> String {
    said(words, "country", code)
}

/// Every country of the list with its name, in the order of the reader's language.
pub fn countries(words: &Words) -> Vec<(&'static str, String)> {
    let mut all: Vec<_> = COUNTRIES
        .iter()
        .map(|code| (*code, country(words, code)))
        .collect();
    // Chinese names have no order that a byte comparison could give; they stand in the order of the codes.
    if words.locale == crate::i18n::Locale::En {
        all.sort_by_cached_key(|(_, name)| name.nfd().filter(char::is_ascii).collect::<String>());
    }
    all
}

/// The countries and regions that forms offer: those of ISO 3166-1 where people live, and Kosovo by the
/// code in common use.
pub const COUNTRIES: [&str; 245] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA",
    "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT",
    "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR",
    "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH",
    "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH",
    "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HN", "HR", "HT",
    "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE",
    "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR",
    "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN",
    "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF",
    "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL",
    "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC",
    "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV", "SX",
    "SY", "SZ", "TC", "TD", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW",
    "TZ", "UA", "UG", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF", "WS", "XK",
    "YE", "YT", "ZA", "ZM", "ZW",
];
