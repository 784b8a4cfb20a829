//! The rules, pure: no clock, no randomness, no database, no web. Everything here can be tested
//! with plain values and read by a lawyer who reads code.

pub mod access;
pub mod acts;
pub mod casefile;
pub mod cases;
pub mod complaints;
pub mod conduct;
pub mod decisions;
pub mod docket;
pub mod evidence;
pub mod ids;
pub mod log;
pub mod matters;
pub mod messages;
pub mod money;
pub mod notices;
pub mod parallel;
pub mod parties;
pub mod permissions;
pub mod procedures;
pub mod settlements;
pub mod tribunal;

pub use parties::Role;
