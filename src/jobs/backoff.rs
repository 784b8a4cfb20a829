//! When a letter is tried again after a failure that may mend.

use jiff::{SignedDuration, Timestamp};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// Seconds to wait after each failed try: close together at first, then once a day. After the last
/// one, 4 days and 17 hours have passed, and one more day would exceed the 5 days that RFC 5321
/// (4.5.4.1) gives as the usual end.
const WAITS: [i64; 10] = [
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    HOUR,
    4 * HOUR,
    12 * HOUR,
    24 * HOUR,
    24 * HOUR,
    24 * HOUR,
    24 * HOUR,
];

/// The time of the next try after `attempts` tries (at least one); none when it is time to give up.
pub fn next_try(attempts: i32, now: Timestamp) -> Option<Timestamp> {
    let done = usize::try_from(attempts.max(1)).ok()?;
    let wait = WAITS.get(done - 1)?;
    now.checked_add(SignedDuration::from_secs(*wait)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_follow_each_other_more_and_more_slowly_and_end_within_five_days() {
        let start: Timestamp = "2026-08-05T09:00:00Z".parse().unwrap();
        let mut at = start;
        let mut minutes = Vec::new();
        for attempt in 1.. {
            let Some(next) = next_try(attempt, at) else {
                break;
            };
            minutes.push(next.duration_since(at).as_mins());
            at = next;
        }
        assert_eq!(minutes, [1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440]);
        assert!(at.duration_since(start) <= SignedDuration::from_hours(5 * 24));
    }

    #[test]
    fn a_count_that_makes_no_sense_is_the_first_try() {
        let now: Timestamp = "2026-08-05T09:00:00Z".parse().unwrap();
        assert_eq!(next_try(0, now), next_try(1, now));
        assert_eq!(next_try(i32::MAX, now), None);
    }
}
