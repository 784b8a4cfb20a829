//! The tree of RFC 6962, section 2.1: its head, and proofs that a leaf is in it and that one tree begins with another.

use super::tiles::Nodes;
use sha2::{Digest, Sha256};
use std::fmt;

/// A SHA-256 of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What a hexadecimal text of 64 figures says.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// SHA-256(0x00 ‖ leaf).
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Hash(
        Sha256::new()
            .chain_update([0])
            .chain_update(leaf)
            .finalize()
            .into(),
    )
}

/// SHA-256(0x01 ‖ left ‖ right).
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let hasher = Sha256::new().chain_update([1]).chain_update(left.0);
    Hash(hasher.chain_update(right.0).finalize().into())
}

/// The head of the tree without leaves: SHA-256 of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

/// The largest power of two below `n`, which is at least 2.
fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

/// The head of the leaves from `from` up to `to`, which are not none.
fn range<N: Nodes>(nodes: &mut N, from: u64, to: u64) -> Result<Hash, N::Error> {
    let n = to - from;
    if n.is_power_of_two() && from.is_multiple_of(n) {
        let level = n.trailing_zeros();
        return nodes.node(level, from >> level);
    }
    let middle = from + split(n);
    let (left, right) = (range(nodes, from, middle)?, range(nodes, middle, to)?);
    Ok(node_hash(&left, &right))
}

/// The head of the tree of the first `size` leaves.
///
/// # Errors
/// Those of the source of nodes.
pub fn root<N: Nodes>(nodes: &mut N, size: u64) -> Result<Hash, N::Error> {
    match size {
        0 => Ok(empty_root()),
        size => range(nodes, 0, size),
    }
}

/// The proof that the leaf `index` is in the tree of `size` leaves: RFC 6962, section 2.1.1. Nothing for an index that
/// is not in it.
///
/// # Errors
/// Those of the source of nodes.
pub fn inclusion<N: Nodes>(nodes: &mut N, index: u64, size: u64) -> Result<Vec<Hash>, N::Error> {
    let mut proof = Vec::new();
    let (mut from, mut to) = (0, size);
    if index >= size {
        return Ok(proof);
    }
    while to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            proof.push(range(nodes, middle, to)?);
            to = middle;
        } else {
            proof.push(range(nodes, from, middle)?);
            from = middle;
        }
    }
    proof.reverse();
    Ok(proof)
}

/// The proof that the tree of `size` leaves begins with that of `old` leaves: RFC 6962, section 2.1.2. Nothing where
/// there is nothing to prove.
///
/// # Errors
/// Those of the source of nodes.
pub fn consistency<N: Nodes>(nodes: &mut N, old: u64, size: u64) -> Result<Vec<Hash>, N::Error> {
    let mut proof = Vec::new();
    if old == 0 || old >= size {
        return Ok(proof);
    }
    let (mut from, mut to) = (0, size);
    // Where the old tree is itself a whole left part, its head is known to whoever checks.
    while old != to {
        let middle = from + split(to - from);
        if old <= middle {
            proof.push(range(nodes, middle, to)?);
            to = middle;
        } else {
            proof.push(range(nodes, from, middle)?);
            from = middle;
        }
    }
    if from != 0 {
        proof.push(range(nodes, from, to)?);
    }
    proof.reverse();
    Ok(proof)
}

/// The head that a proof of inclusion leads to: RFC 9162, section 2.1.3.2. None where the proof has the wrong length.
#[must_use]
pub fn root_of_inclusion(leaf: Hash, index: u64, size: u64, proof: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, leaf);
    for step in proof {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            hash = node_hash(step, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, step);
        }
        at >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(hash)
}

/// Whether a proof shows that the tree of `size` leaves begins with that of `old` leaves: RFC 9162, section 2.1.4.2.
#[must_use]
pub fn is_consistent(old: u64, size: u64, old_root: Hash, root: Hash, proof: &[Hash]) -> bool {
    if old > size {
        return false;
    }
    if old == 0 {
        return proof.is_empty() && old_root == empty_root();
    }
    if old == size {
        return proof.is_empty() && old_root == root;
    }
    let whole = old.is_power_of_two();
    let steps: Vec<Hash> = whole
        .then_some(old_root)
        .into_iter()
        .chain(proof.iter().copied())
        .collect();
    let Some((first, rest)) = steps.split_first() else {
        return false;
    };
    let (mut at, mut last) = (old - 1, size - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut was, mut is) = (*first, *first);
    for step in rest {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            was = node_hash(step, &was);
            is = node_hash(step, &is);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            is = node_hash(&is, step);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && was == old_root && is == root
}

/// What has to be known of a tree to add leaves to it: the heads of its complete parts, the largest first. A signer
/// keeps this and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    parts: Vec<Hash>,
}

impl Frontier {
    /// A tree of so many leaves with these parts; none if their number does not fit.
    #[must_use]
    pub fn new(size: u64, parts: Vec<Hash>) -> Option<Self> {
        (u32::try_from(parts.len()).ok()? == size.count_ones()).then_some(Self { size, parts })
    }

    /// How many leaves it has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The heads of its complete parts, the largest first.
    #[must_use]
    pub fn parts(&self) -> &[Hash] {
        &self.parts
    }

    /// Adds a leaf by its hash.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        let mut rest = self.size;
        while rest & 1 == 1 {
            if let Some(left) = self.parts.pop() {
                hash = node_hash(&left, &hash);
            }
            rest >>= 1;
        }
        self.parts.push(hash);
        self.size += 1;
    }

    /// The head.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut parts = self.parts.iter().rev();
        let Some(last) = parts.next() else {
            return empty_root();
        };
        parts.fold(*last, |right, left| node_hash(left, &right))
    }
}
