//! The packs an installation knows. A case asks by id, version and digest and gets exactly the text it
//! was filed under, or nothing.

use std::sync::Arc;

use super::calendar::Calendars;
use super::lint::lint;
use super::pack::{Pack, PackError};
use super::words::Kind;

/// Every pack that is loaded, sound and ready.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    all: Vec<Arc<Pack>>,
}

impl Packs {
    /// The packs that come with the program; an unsound one is refused as a whole.
    pub fn embedded() -> Result<Self, PackError> {
        let calendars = Calendars::embedded().map_err(|fault| PackError {
            line: 1,
            what: fault.to_string(),
            instead: "correct the calendar first".to_owned(),
        })?;
        let texts = [
            include_str!("../../../procedures/us-dmca-512/pack.toml"),
            include_str!("../../../procedures/cn-ecl-ip/pack.toml"),
            include_str!("../../../procedures/consumer-odr/pack.toml"),
        ];
        let mut packs = Self::default();
        for text in texts {
            packs.add(text, &calendars)?;
        }
        Ok(packs)
    }

    /// Reads, proves and adds one pack.
    pub fn add(&mut self, text: &str, calendars: &Calendars) -> Result<Arc<Pack>, PackError> {
        let pack = Pack::parse(text)?;
        if let Some(finding) = lint(&pack, calendars).into_iter().next() {
            return Err(finding.into());
        }
        let pack = Arc::new(pack);
        self.all.push(Arc::clone(&pack));
        Ok(pack)
    }

    /// The pack a case is pinned to; none if any of the three differs.
    #[must_use]
    pub fn get(&self, id: &str, version: &str, digest: &str) -> Option<&Arc<Pack>> {
        self.all
            .iter()
            .find(|pack| pack.id() == id && pack.version() == version && pack.digest() == digest)
    }

    /// The newest version of a pack.
    #[must_use]
    pub fn latest(&self, id: &str) -> Option<&Arc<Pack>> {
        self.all
            .iter()
            .filter(|pack| pack.id() == id)
            .max_by_key(|pack| numbers(pack.version()))
    }

    /// The newest version of every pack that starts with a notice, or with a complaint.
    #[must_use]
    pub fn for_kind(&self, kind: Kind) -> Vec<&Arc<Pack>> {
        self.newest()
            .into_iter()
            .filter(|pack| pack.kind() == kind)
            .collect()
    }

    /// The newest version of every pack, in the order they were added.
    #[must_use]
    pub fn newest(&self) -> Vec<&Arc<Pack>> {
        self.all
            .iter()
            .filter(|pack| {
                self.latest(pack.id())
                    .is_some_and(|last| Arc::ptr_eq(last, pack))
            })
            .collect()
    }

    /// Every pack and version.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Pack>> {
        self.all.iter()
    }
}

/// A version as numbers that compare; lint refuses versions that are not three of them.
fn numbers(version: &str) -> Vec<u64> {
    version
        .split('.')
        .map(|part| part.parse().unwrap_or(0))
        .collect()
}
