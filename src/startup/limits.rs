//! How often one person or address may try what can be abused.

use super::Clock;
use governor::clock::Clock as LimitClock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// After this many checks, keys that have rested long enough are forgotten.
const SWEEP_EVERY: u32 = 4096;

/// What is limited; each has its own allowance for each key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// passwords and codes tried, by account or address: 10 at once, then one in 30 seconds
    SignIn,
    /// passwords tried from one address over all accounts: 50 at once, then one in 6 seconds
    SignInAddress,
    /// accounts made from one address: 10 at once, then one in 5 minutes
    SignUp,
    /// letters asked for (reset, confirmation, new link), by address of the person: 3 at once, then one in 10 minutes
    Letter,
    /// links and access codes tried from one address: 20 at once, then one in 30 seconds
    Link,
    /// searches by one visitor: 30 at once, then two a second
    Search,
    /// requests with one API key: 100 at once, then 20 a second
    Api,
}

/// All limits of one process.
pub struct Limits {
    limiters: [Keyed; 7],
    checks: AtomicU32,
}

type Keyed = RateLimiter<String, DashMapStateStore<String>, OurClock, NoOpMiddleware<Nanos>>;

impl Limits {
    /// Fresh limits that follow the given clock.
    pub fn new(clock: &Arc<dyn Clock>) -> Self {
        let keyed = |burst: u32, every: Duration| {
            let quota = Quota::with_period(every)
                .unwrap_or(Quota::per_second(NonZeroU32::MIN))
                .allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN));
            Keyed::dashmap_with_clock(quota, OurClock(Arc::clone(clock)))
        };
        Self {
            limiters: [
                keyed(10, Duration::from_secs(30)),
                keyed(50, Duration::from_secs(6)),
                keyed(10, Duration::from_secs(300)),
                keyed(3, Duration::from_secs(600)),
                keyed(20, Duration::from_secs(30)),
                keyed(30, Duration::from_millis(500)),
                keyed(100, Duration::from_millis(50)),
            ],
            checks: AtomicU32::new(0),
        }
    }

    /// Takes one from the allowance of `key`, or says how long to wait.
    pub fn take(&self, limit: Limit, key: &str) -> Result<(), Duration> {
        let index = match limit {
            Limit::SignIn => 0,
            Limit::SignInAddress => 1,
            Limit::SignUp => 2,
            Limit::Letter => 3,
            Limit::Link => 4,
            Limit::Search => 5,
            Limit::Api => 6,
        };
        let Some(limiter) = self.limiters.get(index) else {
            return Ok(());
        };
        if self.checks.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            self.limiters.iter().for_each(Keyed::retain_recent);
        }
        limiter
            .check_key(&key.to_owned())
            .map_err(|until| until.wait_time_from(limiter.clock().now()))
    }
}

impl std::fmt::Debug for Limits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Limits")
            .field("checks", &self.checks)
            .finish()
    }
}

/// Our clock for the limiter, in nanoseconds of the epoch.
#[derive(Clone)]
struct OurClock(Arc<dyn Clock>);

impl LimitClock for OurClock {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        let nanos = u64::try_from(self.0.now().as_nanosecond()).unwrap_or_default();
        Nanos::from(nanos)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::startup::ManualClock;
    use jiff::{SignedDuration, Timestamp};

    #[test]
    fn an_allowance_is_used_up_and_grows_back() {
        let manual = Arc::new(ManualClock::at(
            "2026-08-05T09:00:00Z".parse::<Timestamp>().unwrap(),
        ));
        let clock: Arc<dyn Clock> = manual.clone();
        let limits = Limits::new(&clock);
        for _ in 0..3 {
            assert!(limits.take(Limit::Letter, "a@example.org").is_ok());
        }
        let wait = limits.take(Limit::Letter, "a@example.org").unwrap_err();
        assert!(wait > Duration::from_secs(590) && wait <= Duration::from_secs(600));
        assert!(limits.take(Limit::Letter, "b@example.org").is_ok());
        manual.advance(SignedDuration::from_mins(10));
        assert!(limits.take(Limit::Letter, "a@example.org").is_ok());
    }
}
