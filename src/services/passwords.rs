//! Password hashing with argon2id: off the request threads, as many at a time as there are
//! processors, and with a bounded queue, so that a flood of sign-ins cannot stop the service.

use crate::config::Hashing;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// Length of the salt of one password, in bytes.
pub const SALT_LEN: usize = 16;

/// Hashes and checks passwords.
pub struct Passwords {
    argon: Argon2<'static>,
    processors: Arc<Semaphore>,
    places: Arc<Semaphore>,
    dummy: Arc<str>,
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The password is right.
    Right {
        /// it was hashed with weaker settings than today's and should be hashed again
        outdated: bool,
    },
    /// The password is wrong, or there is no such account.
    Wrong,
}

/// Why a password was neither hashed nor checked.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too many people sign in at this moment.
    #[error("too many passwords are being checked")]
    Busy,
    /// The settings or the library do not allow it.
    #[error("hashing a password failed: {0}")]
    Fault(String),
}

impl Passwords {
    /// Prepares hashing with these settings, for `processors` passwords at a time.
    pub fn new(settings: &Hashing, processors: usize) -> Result<Self, PasswordError> {
        let params = Params::new(settings.memory_kib, settings.passes, settings.lanes, None)
            .map_err(fault)?;
        let processors = processors.max(1);
        Ok(Self {
            argon: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            processors: Arc::new(Semaphore::new(processors)),
            places: Arc::new(Semaphore::new(processors + settings.queue)),
            // A hash that no password has: checking against it takes as long as a real check.
            dummy: format!(
                "$argon2id$v=19$m={},t={},p={}$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                settings.memory_kib, settings.passes, settings.lanes
            )
            .into(),
        })
    }

    /// Hashes a password for keeping; `salt` must be fresh and random.
    pub async fn hash(
        &self,
        password: &str,
        salt: [u8; SALT_LEN],
    ) -> Result<String, PasswordError> {
        let argon = self.argon.clone();
        let password = normalised(password);
        self.run(move || {
            let hash: PasswordHash = argon
                .hash_password_with_salt(password.as_bytes(), &salt)
                .map_err(fault)?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Checks a password against the kept hash. Give `None` for an account that does not exist:
    /// the answer takes as long as for one that does.
    pub async fn verify(
        &self,
        password: &str,
        kept: Option<&str>,
    ) -> Result<Verdict, PasswordError> {
        let argon = self.argon.clone();
        let password = normalised(password);
        let exists = kept.is_some();
        let kept = kept.map_or_else(|| Arc::clone(&self.dummy), Arc::from);
        self.run(move || {
            let hash = PasswordHash::new(&kept).map_err(fault)?;
            let right = argon.verify_password(password.as_bytes(), &hash).is_ok();
            let outdated =
                Params::try_from(&hash).is_ok_and(|params| is_weaker(&params, argon.params()));
            Ok(if right && exists {
                Verdict::Right { outdated }
            } else {
                Verdict::Wrong
            })
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        let _place = self.places.try_acquire().map_err(|_| PasswordError::Busy)?;
        let processor = Arc::clone(&self.processors)
            .acquire_owned()
            .await
            .map_err(fault)?;
        // The permit moves into the work: a visitor who leaves does not free a processor that is still busy.
        tokio::task::spawn_blocking(move || {
            let result = work();
            drop(processor);
            result
        })
        .await
        .map_err(fault)?
    }
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passwords")
            .field("free", &self.places.available_permits())
            .finish()
    }
}

/// The same password typed on another keyboard may arrive in another Unicode form.
fn normalised(password: &str) -> String {
    password.nfc().collect()
}

fn is_weaker(kept: &Params, today: &Params) -> bool {
    kept.m_cost() < today.m_cost() || kept.t_cost() < today.t_cost()
}

fn fault(error: impl std::fmt::Display) -> PasswordError {
    PasswordError::Fault(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passwords(passes: u32) -> Passwords {
        let settings = Hashing {
            memory_kib: 64,
            passes,
            lanes: 1,
            queue: 1,
        };
        Passwords::new(&settings, 1).unwrap()
    }

    #[tokio::test]
    async fn the_right_password_is_told_from_a_wrong_one() {
        let passwords = passwords(2);
        let kept = passwords
            .hash("corre\u{301}ct horse", [7; SALT_LEN])
            .await
            .unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=64,t=2,p=1$"));
        let right = Verdict::Right { outdated: false };
        assert_eq!(
            passwords
                .verify("corr\u{e9}ct horse", Some(&kept))
                .await
                .unwrap(),
            right
        );
        assert_eq!(
            passwords.verify("wrong", Some(&kept)).await.unwrap(),
            Verdict::Wrong
        );
        assert_eq!(
            passwords.verify("corr\u{e9}ct horse", None).await.unwrap(),
            Verdict::Wrong
        );
    }

    #[tokio::test]
    async fn a_weaker_hash_is_reported() {
        let kept = passwords(1).hash("pass", [1; SALT_LEN]).await.unwrap();
        assert_eq!(
            passwords(3).verify("pass", Some(&kept)).await.unwrap(),
            Verdict::Right { outdated: true }
        );
    }

    #[tokio::test]
    async fn a_full_queue_is_busy() {
        let passwords = passwords(2);
        let _all = passwords.places.acquire_many(2).await.unwrap();
        assert!(matches!(
            passwords.verify("x", None).await,
            Err(PasswordError::Busy)
        ));
    }
}
