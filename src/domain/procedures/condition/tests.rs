//! What conditions say, what they refuse, and when some of them cover everything.

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Condition {
    Condition::try_from(text.to_owned()).unwrap()
}

/// A case with one response in it.
struct Case;

impl Facts for Case {
    fn guard(&self, guard: Guard) -> bool {
        guard == Guard::Complete
    }

    fn answer(&self, document: &str, field: &str) -> Option<Fact> {
        match (document, field) {
            ("response", "panel") => Some(Fact::Word("three".to_owned())),
            ("response", "amounts") => Some(Fact::Numbers(vec![100, 250])),
            ("response", "days") => Some(Fact::Numbers(vec![7])),
            ("complaint", "names") => Some(Fact::Several(11)),
            _ => None,
        }
    }
}

#[test]
fn conditions_say_what_is_meant() {
    for (text, holds) in [
        ("complete", true),
        ("not complete", false),
        ("restores or complete", true),
        ("restores and complete", false),
        ("not restores and complete", true),
        ("not (restores or complete)", false),
        ("restores and restores or complete", true),
        ("response.panel = three", true),
        ("response.panel != three", false),
        ("response.panel = one or count(complaint.names) > 10", true),
        ("count(complaint.names) <= 10", false),
        ("sum(response.amounts) = 350", true),
        ("count(response.amounts) = 2", true),
        ("response.days >= 7", true),
        ("response.days < 7", false),
        // Nobody answered: nothing is the case, and there are none of it.
        ("reply.panel = three", false),
        ("reply.panel != three", false),
        ("count(reply.names) = 0", true),
        // Several numbers are not one number, and words have no sum.
        ("response.amounts = 100", false),
        ("sum(response.panel) = 0", false),
        ("response.panel > 3", false),
    ] {
        assert_eq!(read(text).holds(&Case), holds, "{text}");
    }
}

#[test]
fn what_is_no_condition_is_refused_with_what_to_write() {
    let deep = format!("{}complete", "not ".repeat(40));
    for (text, instead) in [
        ("full", "expected one of complete"),
        ("", "expected one of complete"),
        ("complete and", "expected one of complete"),
        ("complete restores", "expected and or or"),
        ("(complete", "expected `)`"),
        ("response.panel is three", "expected one of =, !="),
        ("response.panel =", "expected a word or a number"),
        ("count response.panel = 3", "expected `(`"),
        ("complete; drop", "expected words, numbers"),
        (deep.as_str(), "expected fewer brackets"),
    ] {
        let fault = Condition::try_from(text.to_owned()).unwrap_err();
        assert!(fault.contains(instead), "{text}: {fault}");
    }
}

#[test]
fn conditions_that_cover_everything_are_told_from_those_that_do_not() {
    let total = |all: &[&str]| {
        let all: Vec<Condition> = all.iter().map(|text| read(text)).collect();
        is_total(all.iter().map(Some))
    };
    assert!(total(&["complete", "not complete"]));
    assert!(total(&[
        "complete and restores",
        "not complete",
        "complete and not restores"
    ]));
    assert!(total(&["response.panel = one", "not response.panel = one"]));
    assert!(!total(&["complete"]));
    assert!(!total(&["complete and restores", "not complete"]));
    assert!(!total(&[]));
    assert!(is_total([Some(&read("complete")), None].into_iter()));
}

fn conditions() -> impl Strategy<Value = Condition> {
    let atom = prop_oneof![
        prop::sample::select(Guard::ALL).prop_map(Condition::Guard),
        (0_i64..4, "[a-z]{1,6}").prop_map(|(n, field)| Condition::Asked(Asked {
            of: Of::Count,
            document: "notice".into(),
            field,
            compare: Compare::AtLeast,
            with: Literal::Number(n),
        })),
    ];
    atom.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|one| Condition::Not(Box::new(one))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Condition::And),
            prop::collection::vec(inner, 2..4).prop_map(Condition::Or),
        ]
    })
}

proptest! {
    #[test]
    fn what_a_condition_prints_reads_back_as_the_same_question(condition in conditions(), bits in 0_u32..64) {
        let held = |guard: &str| {
            Guard::ALL.iter().position(|known| known.as_str() == guard).is_some_and(|at| bits >> at & 1 == 1)
        };
        let again = read(&condition.to_string());
        prop_assert_eq!(again.holds(&held), condition.holds(&held));
    }

    #[test]
    fn a_condition_and_its_opposite_cover_everything(condition in conditions()) {
        let opposite = Condition::Not(Box::new(condition.clone()));
        prop_assume!(condition.atoms().len() <= MOST_ATOMS);
        prop_assert!(is_total([Some(&condition), Some(&opposite)].into_iter()));
    }

    #[test]
    fn what_is_settled_stays_so_and_what_is_left_open_decides_the_rest(
        condition in conditions(),
        bits in 0_u32..64,
        other in 0_u32..64,
        open in 0_u32..64,
    ) {
        let at = |guard: &Guard| Guard::ALL.iter().position(|known| known == guard).unwrap_or_default();
        let is_open = |part: &Condition| match part {
            Condition::Guard(guard) => open >> at(guard) & 1 == 1,
            _ => false,
        };
        let held = |bits: u32| move |guard: &str| {
            Guard::ALL.iter().position(|known| known.as_str() == guard).is_some_and(|at| bits >> at & 1 == 1)
        };
        // The same but for the open ones, which turn out in another way.
        let (now, later) = (held(bits), held((bits & !open) | (other & open)));
        match condition.settled(&now, &is_open) {
            Some(value) => prop_assert_eq!(condition.holds(&later), value),
            None => {
                let left = condition.left_open(&now, &is_open);
                prop_assert_eq!(left.holds(&later), condition.holds(&later), "{} left of {}", left, condition);
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[ -~]{0,60}") {
        let _ = Condition::try_from(text);
    }
}
