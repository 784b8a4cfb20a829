//! Chance, as a parameter: the operating system's in production, a seeded stream in tests.

use sha2::{Digest, Sha256};
use std::sync::{Mutex, PoisonError};

/// A source of random bytes good enough for keys.
pub trait Entropy: Send + Sync {
    /// Fills the whole slice.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's source.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

/// The same bytes for the same seed: for tests and the demonstration's world, never for keys.
#[derive(Debug)]
pub struct SeededEntropy {
    seed: u64,
    next: Mutex<Stream>,
}

#[derive(Debug, Default)]
struct Stream {
    block: u64,
    rest: Vec<u8>,
}

impl Entropy for SystemEntropy {
    #[expect(
        clippy::expect_used,
        reason = "without random bytes no secret may be made; stopping is the only safe answer"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

impl SeededEntropy {
    /// A stream that depends on the seed alone.
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            next: Mutex::default(),
        }
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        let mut stream = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        for byte in bytes {
            if stream.rest.is_empty() {
                let block = Sha256::new()
                    .chain_update(self.seed.to_be_bytes())
                    .chain_update(stream.block.to_be_bytes());
                stream.rest = block.finalize().to_vec();
                stream.block += 1;
            }
            *byte = stream.rest.pop().unwrap_or_default();
        }
    }
}
