//! One binary for all tests of the whole application: linking once keeps the build lean.

#[macro_use]
mod support;

mod accounts;
mod addresses;
mod api;
mod architecture;
mod browser;
mod cases;
mod clock;
mod complaints;
mod documents;
mod elsewhere;
mod endpoints;
mod evidence;
mod export;
mod faults;
mod import;
mod log;
mod matters;
mod messages;
mod notices;
mod outages;
mod parties;
mod permissions;
mod procedures;
mod reasons;
mod rulebook;
mod sellers;
mod settlements;
mod stamps;
mod start;
mod takedowns;
mod tampering;
mod tribunal;
