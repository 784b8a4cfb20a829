//! Points for conduct across cases: how many count, until when, and what follows from their number. The same rules
//! for whoever files notices and for whoever sells.

use super::acts::{Addressee, LetterOrder};
use super::cases::{CaseFile, Conduct};
use super::parties::Party;
use super::procedures::{ConductRule, Rung, RungDoes};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// The longest that a procedure may let points count, in months: two renewals of a mark, or a programme of sanctions
/// that forgets nothing sooner. Whoever lists everybody's points looks back so far.
pub const LONGEST_MONTHS: u32 = 120;

/// What one case brought a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The case, for whoever lists them
    pub case: String,
    /// Points, all of the case together
    pub points: u32,
    /// When the last was given
    pub at: Timestamp,
    /// The steps that gave them, by the name that the pack has for them
    pub steps: Vec<String>,
}

/// A post as it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedPost {
    /// What was given
    pub post: Post,
    /// The points of it that count: fewer where a cap was reached, none where it has expired
    pub counts: u32,
    /// Until when it counts
    pub until: Timestamp,
}

/// How somebody stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The points that count now
    pub points: u32,
    /// The highest rung of the ladder that they reach
    pub rung: Option<Rung>,
    /// The rung after that
    pub next: Option<Rung>,
    /// Every post with what of it counts, oldest first
    pub posts: Vec<CountedPost>,
}

/// The points of a party in a case, and when the last was given; none if all were taken back. Points that are taken
/// back lift those of the same case and never go below nothing.
#[must_use]
pub fn of_case(conduct: &[Conduct], party: u32) -> Option<(u32, Timestamp)> {
    let own = conduct.iter().filter(|post| post.party == party);
    let mut points: i32 = 0;
    let mut at = None;
    for post in own {
        points = points.saturating_add(post.points).max(0);
        if post.points > 0 {
            at = Some(post.at);
        }
    }
    let points = u32::try_from(points).ok().filter(|points| *points > 0)?;
    Some((points, at?))
}

/// The steps that gave a party points in a case, each once, by the name that the pack has for them.
#[must_use]
pub fn steps_of(conduct: &[Conduct], party: u32) -> Vec<&str> {
    let mut steps: Vec<&str> = Vec::new();
    for post in conduct {
        if post.party == party && post.points > 0 && !steps.contains(&post.why.as_str()) {
            steps.push(&post.why);
        }
    }
    steps
}

/// How somebody stands under a pack's rule.
#[must_use]
pub fn standing(rule: &ConductRule, posts: &[Post], now: Timestamp) -> Standing {
    let mut posts = posts.to_vec();
    posts.sort_by_key(|post| post.at);
    let mut counted: Vec<CountedPost> = Vec::with_capacity(posts.len());
    for post in posts {
        let until = rule.expires.after(post.at);
        let free = rule.cap.map_or(u32::MAX, |cap| {
            let recent = counted
                .iter()
                .filter(|earlier| cap.within.after(earlier.post.at) > post.at);
            cap.points
                .saturating_sub(recent.map(|earlier| earlier.counts).sum())
        });
        counted.push(CountedPost {
            counts: post.points.min(free),
            until,
            post,
        });
    }
    for post in &mut counted {
        if post.until <= now {
            post.counts = 0;
        }
    }
    let points = counted.iter().map(|post| post.counts).sum();
    Standing {
        points,
        rung: rule
            .ladder
            .iter()
            .rev()
            .find(|rung| rung.at <= points)
            .copied(),
        next: rule.ladder.iter().find(|rung| rung.at > points).copied(),
        posts: counted,
    }
}

/// The rungs that were reached between two standings, lowest first.
#[must_use]
pub fn reached(rule: &ConductRule, before: &Standing, after: &Standing) -> Vec<Rung> {
    let is_new = |rung: &&Rung| before.points < rung.at && rung.at <= after.points;
    rule.ladder.iter().filter(is_new).copied().collect()
}

/// The parties whose points an act changed and who know of the case. Whoever has not been told of a case is not told
/// of it this way.
pub fn changed<'a>(
    before: &'a CaseFile,
    after: &'a CaseFile,
) -> impl Iterator<Item = &'a Party> + 'a {
    let is_changed = |party: &&Party| {
        of_case(&before.conduct, party.no) != of_case(&after.conduct, party.no)
            && after.is_served(party.no)
    };
    after.parties.iter().filter(is_changed)
}

/// The letters for the rungs that a party reaches with an act: to the party a warning with what led to it and what
/// comes next, to the registry the task to look at it. `elsewhere` are the party's points in all other cases that
/// count together with this one.
#[must_use]
pub fn letters(
    rule: &ConductRule,
    (before, after): (&CaseFile, &CaseFile),
    party: &Party,
    elsewhere: &[Post],
    now: Timestamp,
) -> Vec<LetterOrder> {
    let with = |file: &CaseFile| {
        let own = of_case(&file.conduct, party.no).map(|(points, at)| Post {
            case: after.number.to_string(),
            points,
            at,
            steps: Vec::new(),
        });
        let posts: Vec<Post> = elsewhere.iter().cloned().chain(own).collect();
        standing(rule, &posts, now)
    };
    let (was, is) = (with(before), with(after));
    let rungs = reached(rule, &was, &is);
    rungs
        .into_iter()
        .flat_map(|rung| told(party, rung.does, &is))
        .collect()
}

fn told(party: &Party, does: RungDoes, standing: &Standing) -> Vec<LetterOrder> {
    let next = standing.next.map_or(0, |rung| rung.at);
    let letter = |kind: &str, to: Addressee| LetterOrder {
        kind: kind.to_owned(),
        to,
        track: None,
        clock: None,
        quote: None,
        listings: Vec::new(),
        args: BTreeMap::from([
            ("points".to_owned(), standing.points.to_string()),
            ("next".to_owned(), next.to_string()),
            ("name".to_owned(), party.name.clone()),
        ]),
        page: String::new(),
    };
    let mut letters = vec![letter("conduct-warning", Addressee::Party(party.no))];
    if does == RungDoes::Review {
        letters.push(letter("conduct-review", Addressee::Registry));
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedures::{ConductCap, Length, RungDoes, Unit};
    use proptest::prelude::*;

    fn rule(cap: Option<u32>) -> ConductRule {
        let length = |n, unit| Length { n, unit };
        ConductRule {
            expires: length(12, Unit::Months),
            cap: cap.map(|points| ConductCap {
                points,
                within: length(1, Unit::CalendarDays),
            }),
            ladder: vec![
                Rung {
                    at: 1,
                    does: RungDoes::Warn,
                },
                Rung {
                    at: 3,
                    does: RungDoes::Review,
                },
            ],
            cite: Vec::new(),
        }
    }

    fn post(at: &str, points: u32) -> Post {
        Post {
            case: at.to_owned(),
            points,
            at: at.parse().unwrap(),
            steps: Vec::new(),
        }
    }

    fn given(party: u32, at: &str, points: i32) -> Conduct {
        Conduct {
            party,
            points,
            why: String::new(),
            at: at.parse().unwrap(),
        }
    }

    #[test]
    fn what_is_taken_back_lifts_the_points_of_its_own_case_alone() {
        let (first, second) = ("2026-01-05T10:00:00Z", "2026-02-05T10:00:00Z");
        let posts = [
            given(2, first, 1),
            given(2, second, -1),
            given(1, second, 1),
        ];
        assert_eq!(of_case(&posts, 2), None);
        assert_eq!(of_case(&posts, 1), Some((1, second.parse().unwrap())));
        // Taking back what was never given leaves no credit for later.
        let posts = [given(2, first, -1), given(2, second, 2)];
        assert_eq!(of_case(&posts, 2), Some((2, second.parse().unwrap())));
        assert_eq!(of_case(&[], 2), None);
    }

    #[test]
    fn points_expire_and_a_day_brings_no_more_than_its_cap() {
        let posts = [
            post("2025-08-31T09:00:00Z", 2),
            post("2026-03-02T09:00:00Z", 2),
            post("2026-03-02T18:00:00Z", 2),
            post("2026-03-04T09:00:00Z", 1),
        ];
        let at = |now: &str| standing(&rule(Some(3)), &posts, now.parse().unwrap());
        let spring = at("2026-03-05T00:00:00Z");
        assert_eq!(spring.points, 2 + 2 + 1 + 1);
        assert_eq!(spring.rung.map(|rung| rung.at), Some(3));
        assert_eq!(spring.next, None);
        assert_eq!(
            at("2026-08-31T09:00:00Z").points,
            4,
            "a year later to the second"
        );
        let late = at("2027-03-03T00:00:00Z");
        assert_eq!((late.points, late.rung.map(|r| r.at)), (1, Some(1)));
        assert_eq!(late.next.map(|rung| rung.at), Some(3));
        assert_eq!(at("2027-03-04T09:00:00Z").rung, None);
    }

    #[test]
    fn each_rung_is_reached_once_on_the_way_up() {
        let now = "2026-03-05T00:00:00Z".parse().unwrap();
        let stand = |posts: &[Post]| standing(&rule(None), posts, now);
        let one = [post("2026-03-01T00:00:00Z", 1)];
        let four = [one[0].clone(), post("2026-03-02T00:00:00Z", 3)];
        let does = |before: &Standing, after: &Standing| -> Vec<RungDoes> {
            let rungs = reached(&rule(None), before, after);
            rungs.into_iter().map(|rung| rung.does).collect()
        };
        assert_eq!(does(&stand(&[]), &stand(&one)), vec![RungDoes::Warn]);
        assert_eq!(does(&stand(&one), &stand(&four)), vec![RungDoes::Review]);
        assert_eq!(
            does(&stand(&[]), &stand(&four)),
            vec![RungDoes::Warn, RungDoes::Review]
        );
        assert_eq!(does(&stand(&four), &stand(&four)), Vec::new());
        assert_eq!(does(&stand(&four), &stand(&one)), Vec::new());
    }

    proptest! {
        #[test]
        fn one_point_more_never_lowers_a_standing(
            days in prop::collection::vec((0_i64..900, 1_u32..4), 0..20),
            more in 0_i64..900,
        ) {
            let start: Timestamp = "2025-01-01T00:00:00Z".parse().unwrap();
            let at = |day: i64| start + jiff::SignedDuration::from_hours(day * 24);
            let made = |(day, points): (i64, u32)| Post { case: String::new(), points, at: at(day), steps: Vec::new() };
            let mut posts: Vec<Post> = days.into_iter().map(made).collect();
            let now = at(900);
            let before = standing(&rule(None), &posts, now);
            posts.push(made((more, 1)));
            let after = standing(&rule(None), &posts, now);
            prop_assert!(after.points >= before.points);
            prop_assert!(after.points <= before.points + 1);
        }
    }
}
