//! What an operator set: values for a pack's parameters inside their ranges, and another zone.

use std::collections::BTreeMap;

use super::clocks::CountError;
use super::derivation::Chosen;
use super::pack::{Length, Pack};

/// An operator's choices for one pack; empty means the pack's own defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    params: BTreeMap<String, u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calendar: Option<String>,
}

impl Settings {
    /// Sets a parameter; refused outside the range that the pack states.
    pub fn set(&mut self, pack: &Pack, name: &str, value: u32) -> Result<(), CountError> {
        check(pack, name, value)?;
        self.params.insert(name.to_owned(), value);
        Ok(())
    }

    /// The parameters that something was chosen for.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.params.keys().map(String::as_str)
    }

    /// Counts in another zone than the pack's (the addressee's, for instance).
    pub fn set_zone(&mut self, zone: &str) -> Result<(), CountError> {
        super::clocks::zone(zone)?;
        self.zone = Some(zone.to_owned());
        Ok(())
    }

    /// Counts working days by this calendar (the addressee's, a third party's) and not by the pack's.
    pub fn set_calendar(&mut self, name: &str) {
        self.calendar = Some(name.to_owned());
    }

    /// The calendar set, if any.
    #[must_use]
    pub fn calendar(&self) -> Option<&str> {
        self.calendar.as_deref()
    }

    /// Whether the pack's own numbers and zone hold.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.params.is_empty() && self.zone.is_none() && self.calendar.is_none()
    }

    /// What was chosen for a parameter, with the range it was chosen from.
    #[must_use]
    pub fn chosen(&self, pack: &Pack, name: &str) -> Option<Chosen> {
        self.params.get(name)?;
        let param = pack.param(name)?;
        let length = |n| Length {
            n,
            unit: param.unit,
        };
        Some(Chosen {
            param: name.to_owned(),
            least: length(param.min),
            most: length(param.max),
        })
    }

    /// The zone set, if any.
    #[must_use]
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }

    /// The value of a parameter: the one set, or the pack's default.
    pub fn value(&self, pack: &Pack, name: &str) -> Result<u32, CountError> {
        match self.params.get(name) {
            Some(value) => check(pack, name, *value),
            None => pack
                .param(name)
                .map(|param| param.default)
                .ok_or_else(|| CountError::UnknownParam(name.to_owned())),
        }
    }

    /// The value of a parameter with its unit.
    pub fn length(&self, pack: &Pack, name: &str) -> Result<Length, CountError> {
        let n = self.value(pack, name)?;
        let param = pack
            .param(name)
            .ok_or_else(|| CountError::UnknownParam(name.to_owned()))?;
        Ok(Length {
            n,
            unit: param.unit,
        })
    }
}

fn check(pack: &Pack, name: &str, value: u32) -> Result<u32, CountError> {
    let param = pack
        .param(name)
        .ok_or_else(|| CountError::UnknownParam(name.to_owned()))?;
    if (param.min..=param.max).contains(&value) {
        return Ok(value);
    }
    let (min, max) = (param.min, param.max);
    Err(CountError::OutsideRange {
        name: name.to_owned(),
        value,
        min,
        max,
    })
}
