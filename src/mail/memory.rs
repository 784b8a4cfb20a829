//! Letters kept in memory, for tests: what was sent, and answers that a relay might give.

use super::{Captured, Message, Reply, SendError, Sender};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The memory transport; clones share the letters.
#[derive(Clone)]
pub struct Memory {
    sender: Sender,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    sent: Vec<Captured>,
    next: VecDeque<SendError>,
    refused: HashMap<String, SendError>,
}

impl Memory {
    /// An empty post box.
    pub fn new(sender: Sender) -> Self {
        Self {
            sender,
            state: Arc::default(),
        }
    }

    /// Keeps the letter, unless a refusal was asked for.
    pub fn send(&self, message: &Message) -> Result<Reply, SendError> {
        let composed = self.sender.compose(message)?;
        let mut state = self.state();
        if let Some(error) = state.next.pop_front() {
            return Err(error);
        }
        if let Some(error) = state.refused.get(&message.to_address) {
            return Err(error.clone());
        }
        let captured = Captured::new(
            message,
            self.sender.message_id(message),
            composed.formatted(),
        );
        state.sent.push(captured);
        Ok(Reply {
            text: "250 kept in memory".to_owned(),
        })
    }

    /// Every letter sent so far, oldest first.
    pub fn sent(&self) -> Vec<Captured> {
        self.state().sent.clone()
    }

    /// Takes the letters sent so far, oldest first, and empties the box.
    pub fn take(&self) -> Vec<Captured> {
        std::mem::take(&mut self.state().sent)
    }

    /// Lets the next letter fail, whoever it is to; several calls fail several letters.
    pub fn fail_next(&self, error: SendError) {
        self.state().next.push_back(error);
    }

    /// Refuses every letter to an address from now on.
    pub fn refuse(&self, address: &str, error: SendError) {
        self.state().refused.insert(address.to_owned(), error);
    }

    /// Takes letters to an address again.
    pub fn accept(&self, address: &str) {
        self.state().refused.remove(address);
    }

    // A test that panicked while holding the lock must not fail the others.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
