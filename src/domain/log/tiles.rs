//! The tree cut into tiles of 256 hashes (C2SP tlog-tiles), which is how it is kept and how it is served: files that
//! never change once they are full.

use super::tree::{Hash, node_hash};
use std::fmt::Write;

/// How many hashes a full tile holds.
pub const WIDTH: u64 = 256;
/// Levels of the tree from one level of tiles to the next.
const HEIGHT: u32 = 8;
/// The most levels of tiles that a tree of 2^64 leaves can have.
const LEVELS: u8 = 8;

/// Where the heads of complete parts of a tree come from.
pub trait Nodes {
    /// What can go wrong.
    type Error;

    /// The hashes `from` to `from + count` of a level of tiles: of leaves at level 0, of full tiles of the level below
    /// above it. `from` and `count` never reach over the end of one tile.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn hashes(&mut self, level: u8, from: u64, count: u64) -> Result<Vec<Hash>, Self::Error>;

    /// The head of the complete part of 2^`level` leaves with that number.
    ///
    /// # Errors
    /// As [`Nodes::hashes`].
    fn node(&mut self, level: u32, index: u64) -> Result<Hash, Self::Error> {
        let (tiles, above) = (level / HEIGHT, level % HEIGHT);
        let hashes = self.hashes(
            u8::try_from(tiles).unwrap_or(LEVELS),
            index << above,
            1 << above,
        )?;
        Ok(head(hashes))
    }
}

/// The head of a number of hashes that is a power of two.
#[must_use]
pub fn head(mut hashes: Vec<Hash>) -> Hash {
    while hashes.len() > 1 {
        hashes = hashes
            .chunks(2)
            .map(|pair| match pair {
                [left, right] => node_hash(left, right),
                _ => pair[0],
            })
            .collect();
    }
    hashes
        .first()
        .copied()
        .unwrap_or_else(super::tree::empty_root)
}

/// A tree whose leaves are all in memory: for checks, and for small trees.
impl Nodes for &[Hash] {
    type Error = std::convert::Infallible;

    fn hashes(&mut self, level: u8, from: u64, count: u64) -> Result<Vec<Hash>, Self::Error> {
        let each = WIDTH.pow(u32::from(level));
        let leaves = |no: u64| {
            let from = usize::try_from(no * each).unwrap_or(usize::MAX);
            let to = usize::try_from((no + 1) * each).unwrap_or(usize::MAX);
            head(self.get(from..to).unwrap_or_default().to_vec())
        };
        Ok((from..from + count).map(leaves).collect())
    }
}

/// One file of a log: a tile of hashes, or of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// The level; none for a tile of entries, the leaves themselves.
    pub level: Option<u8>,
    /// Its number in the level, from 0.
    pub index: u64,
    /// How many hashes or entries it holds, 1 to 256.
    pub width: u64,
}

impl Tile {
    /// Reads the part of an address after `tile/`: `0/x001/234`, `entries/000.p/17`.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let (level, rest) = path.split_once('/')?;
        let level = match level {
            "entries" => None,
            text => Some(plain(text).filter(|level| *level < u64::from(LEVELS))? as u8),
        };
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, plain(width).filter(|w| (1..WIDTH).contains(w))?),
            None => (rest, WIDTH),
        };
        let index = parse_number(number)?;
        // A tile of a level is full of leaves far below 2^64.
        let spans = HEIGHT * (u32::from(level.unwrap_or(0)) + 1);
        if spans < u64::BITS && index > u64::MAX >> spans {
            return None;
        }
        Some(Self {
            level,
            index,
            width,
        })
    }

    /// The part of its address after `tile/`.
    #[must_use]
    pub fn path(&self) -> String {
        let level = self
            .level
            .map_or_else(|| "entries".to_owned(), |level| level.to_string());
        let mut path = format!("{level}/{}", number(self.index));
        if self.width < WIDTH {
            let _ = write!(path, ".p/{}", self.width);
        }
        path
    }

    /// How many leaves a log must have for this tile to be there.
    #[must_use]
    pub fn needs(&self) -> Option<u64> {
        let each = WIDTH.checked_pow(u32::from(self.level.unwrap_or(0)))?;
        let last = self.index.checked_mul(WIDTH)?.checked_add(self.width)?;
        last.checked_mul(each)
    }

    /// The first hash or entry that it holds.
    #[must_use]
    pub fn first(&self) -> u64 {
        self.index.saturating_mul(WIDTH)
    }
}

/// A number without sign or leading zeros.
fn plain(text: &str) -> Option<u64> {
    let is_plain =
        text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|_| is_plain)
}

/// Three figures a folder, all but the last with an `x`: 1234067 is `x001/x234/067`.
fn number(index: u64) -> String {
    let mut text = format!("{:03}", index % 1000);
    let mut rest = index / 1000;
    while rest > 0 {
        text = format!("x{:03}/{text}", rest % 1000);
        rest /= 1000;
    }
    text
}

fn parse_number(text: &str) -> Option<u64> {
    let mut index: u64 = 0;
    for group in text.split('/') {
        let figures = group.strip_prefix('x').unwrap_or(group);
        if figures.len() != 3 || !figures.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        index = index
            .checked_mul(1000)?
            .checked_add(figures.parse().ok()?)?;
    }
    // One way to write each number, and only that one.
    (number(index) == text).then_some(index)
}

/// A tile of hashes as it is served.
#[must_use]
pub fn hashes_bytes(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

/// A tile of entries as it is served: each with its length in two bytes, the larger first.
#[must_use]
pub fn entries_bytes<'a>(leaves: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for leaf in leaves {
        let length = u16::try_from(leaf.len()).unwrap_or(u16::MAX);
        bytes.extend(length.to_be_bytes());
        bytes.extend(leaf.as_bytes());
    }
    bytes
}
