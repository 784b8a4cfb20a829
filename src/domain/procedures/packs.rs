//! The packs an installation knows. A case asks by id, version and digest and gets exactly the text it
//! was filed under, or nothing.

use std::sync::Arc;

use super::calendar::Calendars;
use super::lint::lint;
use super::pack::{Pack, PackError};
use super::words::Kind;
use jiff::civil::Date;

/// Every pack that is loaded, sound and ready.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    all: Vec<Known>,
    /// The day by which it is judged what is in force; every day where none is set
    today: Option<Date>,
}

/// A pack, and whether new cases may begin under it.
#[derive(Clone, Debug)]
struct Known {
    pack: Arc<Pack>,
    is_offered: bool,
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
            include_str!("../../../procedures/eu-dsa-notice/pack.toml"),
            include_str!("../../../procedures/consumer-odr/pack.toml"),
            include_str!("../../../procedures/arb-expedited/pack.toml"),
            include_str!("../../../procedures/domain-udrp/pack.toml"),
            include_str!("../../../procedures/neutral-eval/pack.toml"),
        ];
        let mut packs = Self::default();
        for text in texts {
            packs.add(text, &calendars)?;
        }
        Ok(packs)
    }

    /// Reads, proves and adds one pack with all its profiles; the pack itself is returned. Where one of them
    /// is not sound, none is added.
    pub fn add(&mut self, text: &str, calendars: &Calendars) -> Result<Arc<Pack>, PackError> {
        let packs = Pack::parse_all(text)?;
        for pack in &packs {
            if let Some(finding) = lint(pack, calendars).into_iter().next() {
                return Err(finding.into());
            }
        }
        let mut packs = packs.into_iter().map(Arc::new);
        let own = packs.next().ok_or_else(|| PackError {
            line: 1,
            what: "there is nothing".to_owned(),
            instead: "write a pack".to_owned(),
        })?;
        let offered = |pack| Known {
            pack,
            is_offered: true,
        };
        self.all.push(offered(Arc::clone(&own)));
        self.all.extend(packs.map(offered));
        Ok(own)
    }

    /// Ends or begins again that new cases start under the packs of one text. Those that have started go on.
    pub fn offer(&mut self, digest: &str, is_offered: bool) {
        let of_text = self
            .all
            .iter_mut()
            .filter(|known| known.pack.digest() == digest);
        for known in of_text {
            known.is_offered = is_offered;
        }
    }

    /// The same packs as they stand on another day: one is in force from the day it names.
    #[must_use]
    pub fn on(&self, today: Date) -> Self {
        Self {
            all: self.all.clone(),
            today: Some(today),
        }
    }

    /// The day by which it is judged what is in force.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// Adds packs that cases were filed under before, as an installation kept them, for those cases alone;
    /// texts that are known already are left out. They were proven when they were new and are not proven
    /// again.
    ///
    /// # Errors
    /// A text that this version of the program cannot read.
    pub fn add_kept<'a>(
        &mut self,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), PackError> {
        let mut kept = Vec::new();
        for text in texts {
            let packs = Pack::parse_all(text)?;
            if !packs.first().is_some_and(|own| self.knows(own.digest())) {
                kept.extend(packs.into_iter().map(|pack| Known {
                    pack: Arc::new(pack),
                    is_offered: false,
                }));
            }
        }
        self.all.splice(0..0, kept);
        Ok(())
    }

    /// Whether the packs of a text are here.
    #[must_use]
    pub fn knows(&self, digest: &str) -> bool {
        self.iter().any(|pack| pack.digest() == digest)
    }

    /// Whether new cases may begin under the packs of a text, now or from the day they name.
    #[must_use]
    pub fn offers(&self, digest: &str) -> bool {
        let mut all = self.all.iter();
        all.any(|known| known.is_offered && known.pack.digest() == digest)
    }

    /// The pack a case is pinned to; none if any of the three differs.
    #[must_use]
    pub fn get(&self, id: &str, version: &str, digest: &str) -> Option<&Arc<Pack>> {
        self.iter()
            .find(|pack| pack.id() == id && pack.version() == version && pack.digest() == digest)
    }

    /// The newest version of a pack that new cases may begin under.
    #[must_use]
    pub fn latest(&self, id: &str) -> Option<&Arc<Pack>> {
        self.all
            .iter()
            .filter(|known| known.pack.id() == id && self.is_in_force(known))
            .map(|known| &known.pack)
            .max_by_key(|pack| numbers(pack.version()))
    }

    /// The newest version of a pack, whether new cases may begin under it or not.
    #[must_use]
    pub fn newest_known(&self, id: &str) -> Option<&Arc<Pack>> {
        let known = self.iter().filter(|pack| pack.id() == id);
        known.max_by_key(|pack| numbers(pack.version()))
    }

    fn is_in_force(&self, known: &Known) -> bool {
        let has_begun = |today| known.pack.about.effective_from <= today;
        known.is_offered && self.today.is_none_or(has_begun)
    }

    /// The newest version of a pack as a body of this name runs it.
    #[must_use]
    pub fn profile(&self, id: &str, name: &str) -> Option<&Arc<Pack>> {
        let own = self.latest(id)?;
        if own.is_profile(name) {
            return Some(own);
        }
        self.latest(&format!("{id}-{name}"))
            .filter(|pack| pack.is_profile(name) && pack.family() == id)
    }

    /// The newest version of every pack that starts with a notice, or with a complaint.
    #[must_use]
    pub fn for_kind(&self, kind: Kind) -> Vec<&Arc<Pack>> {
        self.newest()
            .into_iter()
            .filter(|pack| pack.kind() == kind)
            .collect()
    }

    /// The newest version of every pack that new cases may begin under, in the order they were added.
    #[must_use]
    pub fn newest(&self) -> Vec<&Arc<Pack>> {
        let is_newest = |pack: &&Arc<Pack>| {
            self.latest(pack.id())
                .is_some_and(|last| Arc::ptr_eq(last, pack))
        };
        self.iter().filter(is_newest).collect()
    }

    /// Every pack and version.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Pack>> {
        self.all.iter().map(|known| &known.pack)
    }
}

/// A version as numbers that compare; lint refuses versions that are not three of them.
#[must_use]
pub fn numbers(version: &str) -> Vec<u64> {
    version
        .split('.')
        .map(|part| part.parse().unwrap_or(0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_finds_the_text_it_was_filed_under_and_new_cases_begin_under_the_program_s_own() {
        let mut packs = Packs::embedded().unwrap();
        let own = packs.latest("us-dmca-512").unwrap().clone();
        let older = own
            .text()
            .replace("kind = \"notice\"\n", "kind = \"notice\" # earlier\n");
        let (all, newest) = (packs.iter().count(), packs.newest().len());
        packs.add_kept([own.text(), older.as_str()]).unwrap();
        assert_eq!(
            packs.iter().count(),
            all + 1,
            "a text that is known is not added again"
        );
        let kept = Pack::parse(&older).unwrap();
        assert!(
            packs
                .get("us-dmca-512", own.version(), kept.digest())
                .is_some()
        );
        assert_eq!(packs.latest("us-dmca-512").unwrap().digest(), own.digest());
        assert_eq!(packs.newest().len(), newest);
        assert!(packs.add_kept(["[pack]"]).is_err());
    }

    #[test]
    fn what_is_withdrawn_or_not_in_force_yet_takes_no_new_cases() {
        let calendars = Calendars::embedded().unwrap();
        let mut packs = Packs::embedded().unwrap();
        let own = packs.latest("us-dmca-512").unwrap().clone();
        let next = own.text().replace("version = \"1", "version = \"7");
        let from = |day: &str| next.replacen("1998-10-28", day, 1);
        assert_ne!(next, own.text());
        let next = packs.add(&from("2027-03-01"), &calendars).unwrap();
        let version = |packs: &Packs| packs.latest("us-dmca-512").map(|p| p.version().to_owned());
        assert_eq!(version(&packs).as_deref(), Some(next.version()));
        let day = |day: &str| packs.on(day.parse().unwrap());
        assert_eq!(version(&day("2027-02-28")).as_deref(), Some(own.version()));
        assert_eq!(version(&day("2027-03-01")).as_deref(), Some(next.version()));
        let mut packs = day("2027-03-01");
        packs.offer(next.digest(), false);
        assert_eq!(version(&packs).as_deref(), Some(own.version()));
        packs.offer(own.digest(), false);
        assert_eq!(version(&packs), None);
        assert!(packs.get(own.id(), own.version(), own.digest()).is_some());
        assert_eq!(
            packs.newest_known("us-dmca-512").unwrap().version(),
            next.version()
        );
        packs.offer(own.digest(), true);
        assert_eq!(version(&packs).as_deref(), Some(own.version()));
    }

    #[test]
    fn only_where_the_consumer_did_not_consent_does_a_decision_not_bind() {
        let packs = Packs::embedded().unwrap();
        for (pack, state, binds) in [
            ("consumer-odr", "evaluation", false),
            ("consumer-odr", "final_stage", true),
            ("us-dmca-512", "arbitration", true),
            ("cn-ecl-ip", "arbitration", true),
        ] {
            let pack = packs.latest(pack).unwrap();
            assert_eq!(pack.decision_binds(state), binds, "{} {state}", pack.id());
        }
    }
}
