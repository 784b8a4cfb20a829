//! The packs of this build are sound, and each kind of fault is found where it stands.

use super::super::condition::Facts;
use super::super::words::{ActName, LapseOutcome, Outcome};
use super::*;
use crate::domain::Role;
use crate::domain::procedures::Packs;

const PACKS: [&str; 3] = [
    include_str!("../../../../procedures/us-dmca-512/pack.toml"),
    include_str!("../../../../procedures/cn-ecl-ip/pack.toml"),
    include_str!("../../../../procedures/consumer-odr/pack.toml"),
];

fn findings(text: &str) -> Vec<String> {
    let pack = Pack::parse(text).unwrap();
    let calendars = Calendars::embedded().unwrap();
    lint(&pack, &calendars)
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// Changes the first pack and returns the first finding.
fn broken(old: &str, new: &str) -> String {
    assert!(PACKS[0].contains(old), "the pack no longer says {old}");
    findings(&PACKS[0].replacen(old, new, 1))
        .first()
        .cloned()
        .unwrap_or_default()
}

#[test]
fn the_packs_of_this_build_are_sound() {
    for text in PACKS {
        assert_eq!(findings(text), Vec::<String>::new());
    }
}

#[test]
fn a_name_that_does_not_exist_is_found_with_its_line() {
    let finding = broken("to = \"window\"", "to = \"windows\"");
    assert!(finding.contains("there is no state `windows`"), "{finding}");
    assert!(finding.starts_with("us-dmca-512/pack.toml:"), "{finding}");
    assert!(
        !finding.starts_with("us-dmca-512/pack.toml:1:"),
        "{finding}"
    );
    assert!(broken("calendar = \"us-federal\"", "calendar = \"us\"").contains("name one of"));
    assert!(broken("cite = [\"512g3\"]", "cite = [\"512z\"]").contains("there is no source"));
    assert!(broken("needs = \"counter\"", "needs = \"answer\"").contains("there is no document"));
    assert!(
        broken("{ start = \"assess\" }", "{ start = \"assesses\" }").contains("there is no clock")
    );
}

#[test]
fn a_clock_that_may_run_out_unheard_is_found() {
    // Without its stop, the restore clock runs on while the court decides.
    let finding = broken(
        "do = [{ stop = \"*\" }, { letter = \"action-proved\"",
        "do = [{ letter = \"action-proved\"",
    );
    assert!(
        finding.contains("clock `restore` may run out here"),
        "{finding}"
    );
}

#[test]
fn a_clock_that_outlives_the_case_is_found() {
    let finding = broken(
        "do = [{ stop = \"*\" }, { close = \"upheld\" }, { letter = \"closed\", to = [\"claimant\", \"respondent\"] }]",
        "do = [{ close = \"upheld\" }]",
    );
    assert!(
        finding.contains("clock `quiet` still runs after the end"),
        "{finding}"
    );
}

#[test]
fn wildcards_are_for_few_acts() {
    let finding = broken(
        "from = [\"accepted\"]\nto = \"removed\"",
        "from = [\"*\"]\nto = \"removed\"",
    );
    assert!(finding.contains("comes from anywhere"), "{finding}");
}

#[test]
fn an_end_is_left_only_on_purpose() {
    let finding = broken("reopens = true\n", "");
    assert!(finding.contains("leaves the end `down_final`"), "{finding}");
}

#[test]
fn a_state_nobody_reaches_is_found() {
    let finding = broken(
        "from = [\"window\"]\nto = \"action_filed\"",
        "from = [\"window\"]\nto = \"window\"",
    );
    assert!(
        finding.contains("`action_filed`: is never reached"),
        "{finding}"
    );
}

#[test]
fn the_same_step_twice_is_found() {
    let finding = broken(
        "when = \"not restores\"\nneeds = \"decision\"",
        "when = \"restores\"\nneeds = \"decision\"",
    );
    assert!(
        finding.contains("`decide_restore` is always taken before it"),
        "{finding}"
    );
}

#[test]
fn an_empty_window_and_a_default_out_of_range_are_found() {
    let window = broken(
        "min = { n = 10, unit = \"business_days\" }",
        "min = { n = 14, unit = \"business_days\" }",
    );
    assert!(window.contains("the window is empty"), "{window}");
    assert!(broken("default = 60", "default = 20").contains("outside the range"));
}

#[test]
fn a_target_never_moves_a_case() {
    let finding = broken(
        "lapse_outcome = \"no_effect\"",
        "lapse_outcome = \"claimant_prevails\"",
    );
    assert!(
        finding.contains("a target or cooldown never moves a case"),
        "{finding}"
    );
}

#[test]
fn an_end_must_be_recorded_as_it_is() {
    let finding = broken("{ close = \"upheld\" }", "{ close = \"settled\" }");
    assert!(finding.contains("does not close as the state"), "{finding}");
}

#[test]
fn a_declaration_needs_both_languages() {
    let start = PACKS[0].find("text.zh-Hans").unwrap();
    let end = start + PACKS[0][start..].find('\n').unwrap();
    let finding = broken(&PACKS[0][start..end], "");
    assert!(finding.contains("no text in zh-Hans"), "{finding}");
}

#[test]
fn a_weak_source_keeps_a_pack_a_draft() {
    let finding = broken("status = \"draft\"", "status = \"certified\"");
    assert!(finding.contains("marked as weak"), "{finding}");
}

#[test]
fn a_word_outside_the_language_is_refused_with_what_to_write() {
    let parse = |old: &str, new: &str| Pack::parse(&PACKS[0].replacen(old, new, 1)).unwrap_err();

    let act = parse("act = \"counter\"", "act = \"object\"");
    assert!(act.what.contains("object") && act.line > 300, "{act}");
    assert!(act.instead.contains("`counter`"), "{act}");
    let guard = parse("when = \"complete\"", "when = \"full\"");
    assert!(
        guard.what.contains("full") && guard.instead.contains("both_consented"),
        "{guard}"
    );
    let effect = parse(
        "{ start = \"assess\" }",
        "{ start = \"assess\", stop = \"help\" }",
    );
    assert!(effect.instead.contains("exactly one of"), "{effect}");
    let key = parse("[pack]", "[pack]\nlayer = \"statute\"");
    assert!(key.what.contains("layer"), "{key}");
}

/// Changes the pack of domain names and returns what is found in it.
fn in_names(old: &str, new: &str) -> Vec<String> {
    let text = include_str!("../../../../procedures/domain-udrp/pack.toml");
    assert!(text.contains(old), "the pack no longer says {old}");
    findings(&text.replacen(old, new, 1))
}

#[test]
fn a_condition_asks_only_what_a_paper_can_answer() {
    let asked = "response.panel = three or complaint.panel = three";
    for (asks, said) in [
        ("reply.panel = three", "there is no document `reply`"),
        ("response.panels = three", "has no field `panels`"),
        ("response.panel = five", "`five` is no answer to `panel`"),
        ("response.panel > three", "words are alike or not"),
        ("response.panel = 3", "cannot be compared so"),
        ("count(response.panel) = 3", "cannot be compared so"),
        ("response.statement = three", "cannot be compared so"),
    ] {
        let found = in_names(asked, asks);
        assert!(
            found.iter().any(|line| line.contains(said)),
            "{asks}: {found:?}"
        );
    }
    assert_eq!(
        in_names(
            asked,
            "count(complaint.domains) > 5 and not complaint.remedy = cancel"
        ),
        Vec::<String>::new()
    );
}

#[test]
fn fees_papers_calendars_and_turns_are_checked() {
    for (old, new, said) in [
        (
            "{ from = 6, to = 10, panel = 1,",
            "{ from = 5, to = 10, panel = 1,",
            "says again what an earlier row says",
        ),
        (
            "panel_share = 100000",
            "panel_share = 160000",
            "row 1 cannot be",
        ),
        (
            "currency = \"USD\"",
            "currency = \"dollars\"",
            "the currency is no code",
        ),
        (
            "options = [\"transfer\", \"cancel\"]",
            "options = []",
            "options belong to a choice",
        ),
        (
            "calendar = \"of complaint.registrar_country\"",
            "calendar = \"of complaint.registrar\"",
            "no country is answered",
        ),
        (
            "type = \"country\", required = true }",
            "type = \"country\", required = true, max_words = 3 }",
            "has no words to count",
        ),
        (
            "id = \"fee_received\"\nfrom",
            "id = \"fee_received\"\nstep = \"fee\"\nfrom",
            "",
        ),
        (
            "act = \"appoint\"",
            "act = \"appoint\"\nstep = \"choose\"",
            "an act that every pack knows has its name",
        ),
        (
            "turn = \"respondent\"\noffers = false",
            "turn = \"claimant\"\noffers = false",
            "3 turns and the respondent 1",
        ),
    ] {
        let found = in_names(old, new);
        if said.is_empty() {
            assert_eq!(found, Vec::<String>::new());
        } else {
            assert!(
                found.iter().any(|line| line.contains(said)),
                "{said}: {found:?}"
            );
        }
    }
}

#[test]
fn a_profile_that_breaks_a_procedure_is_found_where_it_stands() {
    let text = include_str!("../../../../procedures/domain-udrp/pack.toml");
    let broken = format!("{text}\n[[profile.forum.transition]]\nid = \"cure\"\nto = \"nowhere\"\n");
    let mut packs = Packs::default();
    let fault = packs
        .add(&broken, &Calendars::embedded().unwrap())
        .unwrap_err();
    assert!(
        fault.what.contains("there is no state `nowhere`"),
        "{fault}"
    );
    assert_eq!(packs.iter().count(), 0, "not even the sound part is loaded");
}

fn none(_: &str) -> bool {
    false
}

#[test]
fn a_pack_answers_what_an_act_leads_to() {
    let packs = Packs::embedded().unwrap();
    let dmca = packs.latest("us-dmca-512").unwrap();
    let yes = |_: &str| true;
    let to = |state, act, role, guards: &dyn Facts| {
        dmca.transition(state, act, role, guards)
            .and_then(|step| step.to.clone())
    };

    assert_eq!(
        to("draft", ActName::File, Role::Claimant, &yes).as_deref(),
        Some("accepted")
    );
    assert_eq!(
        to("draft", ActName::File, Role::Claimant, &none).as_deref(),
        Some("incomplete")
    );
    assert_eq!(to("draft", ActName::File, Role::Respondent, &yes), None);
    assert_eq!(
        to("removed", ActName::Counter, Role::Respondent, &yes).as_deref(),
        Some("window")
    );
    // The named step comes before the wildcard: nothing was hidden yet, so nothing is restored.
    let early = dmca
        .transition("accepted", ActName::Withdraw, Role::Claimant, &none)
        .unwrap();
    assert_eq!(early.id, "withdraw_early");
    let late = dmca
        .transition("window", ActName::Withdraw, Role::Claimant, &none)
        .unwrap();
    assert_eq!(late.id, "withdraw");
    for ended in ["restored", "draft"] {
        assert!(
            dmca.transition(ended, ActName::Withdraw, Role::Claimant, &none)
                .is_none()
        );
    }
    let lapse = dmca.lapse_transition("window", "restore", &none).unwrap();
    assert_eq!(lapse.to.as_deref(), Some("restored"));
    assert_eq!(
        dmca.clock("restore").unwrap().lapse_outcome,
        LapseOutcome::RespondentPrevails
    );
}

#[test]
fn silence_of_a_seller_leads_to_facilitation_and_consent_decides_what_binds() {
    let packs = Packs::embedded().unwrap();
    let odr = packs.latest("consumer-odr").unwrap();
    let consented = |guard: &str| guard == "consented_final";
    let next = |state, clock, guards: &dyn Facts| {
        odr.lapse_transition(state, clock, guards)
            .and_then(|step| step.to.clone())
    };

    assert_eq!(
        next("response_wait", "respond", &none).as_deref(),
        Some("facilitation")
    );
    assert_eq!(
        next("negotiation", "negotiate", &none).as_deref(),
        Some("facilitation")
    );
    assert_eq!(
        next("facilitation", "facilitate", &consented).as_deref(),
        Some("final_stage")
    );
    assert_eq!(
        next("facilitation", "facilitate", &none).as_deref(),
        Some("evaluation")
    );
    assert_eq!(
        next("settled", "perform", &none).as_deref(),
        Some("breached")
    );
    assert_eq!(
        odr.state("recommended").unwrap().outcome,
        Some(Outcome::Recommended)
    );
}

#[test]
fn a_case_gets_the_pack_it_was_filed_under_or_none() {
    let packs = Packs::embedded().unwrap();
    let pack = packs.latest("cn-ecl-ip").unwrap();

    assert_eq!(pack.digest().len(), 64);
    assert!(
        packs
            .get("cn-ecl-ip", pack.version(), pack.digest())
            .is_some()
    );
    assert!(packs.get("cn-ecl-ip", pack.version(), "other").is_none());
    assert!(packs.get("cn-ecl-ip", "9.9.9", pack.digest()).is_none());
}

#[test]
fn a_broken_pack_is_never_added() {
    let mut packs = Packs::embedded().unwrap();
    let calendars = Calendars::embedded().unwrap();
    let broken = PACKS[0].replacen("to = \"window\"", "to = \"nowhere\"", 1);

    let before = packs.iter().count();
    assert!(packs.add(&broken, &calendars).is_err());
    assert_eq!(packs.iter().count(), before);
}

/// The first pack with more written at its end.
fn with(more: &str) -> Vec<String> {
    findings(&format!("{}\n{more}\n", PACKS[0]))
}

#[test]
fn a_suspension_says_what_becomes_of_every_clock_and_ends_some_day() {
    let hold =
        |clocks: &str| format!("[[hold]]\nid = \"stay\"\nclocks = {clocks}\ncite = [\"512g2C\"]\n");
    let link = "[[link]]\nkind = \"same_money\"\nby = [\"case_manager\"]\nhold = \"stay\"\ncite = [\"512g2C\"]\n";
    let said = |more: String, what: &str| {
        let found = with(&more);
        assert!(
            found.iter().any(|line| line.contains(what)),
            "{what}: {found:?}"
        );
    };
    said(hold("{ \"*\" = \"pause\" }"), "nothing begins it");
    said(
        hold("{ putback = \"pause\" }") + link,
        "does not say what becomes of clock `restore`",
    );
    said(
        hold("{ putbacks = \"pause\" }") + link,
        "there is no clock `putbacks`",
    );
    said(link.to_owned(), "there is no hold `stay`");
    said(
        hold("{ \"*\" = \"pause\" }") + link + link,
        "stands here twice",
    );
    assert_eq!(
        with(&(hold("{ \"*\" = \"pause\" }") + link)),
        Vec::<String>::new()
    );
    // Begun by a step it must end with one.
    let begins = PACKS[0].replacen(
        "{ start = \"putback\" }",
        "{ hold = \"stay\" }, { start = \"putback\" }",
        1,
    );
    let found = findings(&format!("{begins}\n{}", hold("{ \"*\" = \"pause\" }")));
    assert!(
        found.iter().any(|line| line.contains("nothing ends it")),
        "{found:?}"
    );
}

#[test]
fn points_for_conduct_have_a_meaning_and_a_warning_comes_first() {
    let of = |text: &str| {
        let from = text.find("[conduct]").unwrap();
        let end = text[from + 1..]
            .find("\n[")
            .map_or(text.len(), |at| from + 1 + at);
        text[from..end].to_owned()
    };
    let own = of(PACKS[0]);
    let changed = |with: &str| findings(&PACKS[0].replacen(&own, with, 1));
    let said = |with: &str, what: &str| {
        let found = changed(with);
        assert!(
            found.iter().any(|line| line.contains(what)),
            "{what}: {found:?}"
        );
    };
    said("", "does not say what they mean");
    let rule = |expires: &str, ladder: &str| {
        format!("[conduct]\nexpires = {expires}\nladder = [{ladder}]\ncite = [\"512i\"]\n")
            .replace("512i", "512g2C")
    };
    let (year, warn) = (
        "{ n = 12, unit = \"months\" }",
        "{ at = 1, does = \"warn\" }",
    );
    said(
        &rule(year, "{ at = 1, does = \"review\" }"),
        "something else than a warning comes first",
    );
    said(
        &rule(year, &format!("{warn}, {warn}")),
        "the ladder does not rise",
    );
    said(
        &rule("{ n = 5, unit = \"hours\" }", warn),
        "points do not count for hours",
    );
    said(
        &rule("{ n = 121, unit = \"months\" }", warn),
        "longer than ten years",
    );
    assert_eq!(changed(&rule(year, warn)), Vec::<String>::new());
}

#[test]
fn what_is_kept_has_a_time_and_a_decision_is_made_where_one_is_asked_for() {
    let kept = |lengths: &str| {
        format!(
            "[[retention]]\nclass = \"transaction\"\nfrom = \"closed\"\n{lengths}\ncite = [\"512g2C\"]\n"
        )
    };
    let months = |n: u32| format!("{{ n = {n}, unit = \"months\" }}");
    let found = with(&kept(""));
    assert!(
        found.iter().any(|line| line.contains("has no time")),
        "{found:?}"
    );
    let found = with(&kept(&format!("min = {}\nmax = {}", months(7), months(6))));
    assert!(
        found
            .iter()
            .any(|line| line.contains("is not below the greatest")),
        "{found:?}"
    );
    assert_eq!(
        with(&kept(&format!("min = {}\nmax = {}", months(6), months(6)))),
        Vec::<String>::new()
    );
    let undecided = PACKS[0].replace("act = \"decide\"", "act = \"note\"");
    assert!(
        undecided.contains("[decision]"),
        "the pack says what a decision holds"
    );
    let found = findings(&undecided);
    assert!(
        found.iter().any(|line| line.contains("nothing is decided")),
        "{found:?}"
    );
}

#[test]
fn a_cooldown_blocks_a_step_and_moves_nothing() {
    let rest = |more: &str| {
        let clock = format!(
            "[[clock]]\nid = \"rest\"\nkind = \"cooldown\"\nlength = {{ n = 7, unit = \"calendar_days\" }}\nanchor = \"measure-taken\"\ncalendar = \"none\"\nlapse_outcome = \"no_effect\"\ncite = [\"512g2C\"]\n{more}\n"
        );
        let begun = PACKS[0].replacen(
            "{ start = \"quiet\" }",
            "{ start = \"quiet\" }, { start = \"rest\" }",
            1,
        );
        findings(&format!("{begun}\n{clock}"))
    };
    assert_eq!(rest("blocks = [\"counter\"]"), Vec::<String>::new());
    for (more, said) in [
        ("", "a cooldown blocks something"),
        ("blocks = [\"counters\"]", "nobody takes a step `counters`"),
        (
            "blocks = [\"counter\"]\nowner = \"respondent\"",
            "nobody has to act in a cooldown",
        ),
    ] {
        let found = rest(more);
        assert!(
            found.iter().any(|line| line.contains(said)),
            "{said}: {found:?}"
        );
    }
}

#[test]
fn who_decides_is_said_where_somebody_is_appointed() {
    let changed = |with: &str| {
        let own = "[panel]\nsizes = [1]";
        assert!(PACKS[0].contains(own), "the pack says who decides");
        findings(&PACKS[0].replacen(own, with, 1))
    };
    assert_eq!(changed("[panel]\nsizes = [1, 3]"), Vec::<String>::new());
    for sizes in ["[]", "[2]", "[3, 1]"] {
        let found = changed(&format!("[panel]\nsizes = {sizes}"));
        assert!(
            found
                .iter()
                .any(|line| line.contains("so many cannot decide")),
            "{sizes}: {found:?}"
        );
    }
    let found = in_names("sizes = [1, 3]", "sizes = [1]");
    assert!(
        found
            .iter()
            .any(|line| line.contains("has a price for 3 who decide")),
        "{found:?}"
    );
    let from = PACKS[0].find("[panel]").unwrap();
    let end = from + PACKS[0][from..].find("cite").unwrap();
    let end = end + PACKS[0][end..].find('\n').unwrap();
    let found = findings(&format!("{}{}", &PACKS[0][..from], &PACKS[0][end..]));
    assert!(
        found
            .iter()
            .any(|line| line.contains("nothing says how many and how")),
        "{found:?}"
    );
}
