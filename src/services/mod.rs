//! Use-cases: one function, one transaction. Pages, the JSON interface, jobs and the command line
//! all come through here; nothing else writes to a case.

pub mod accounts;
pub mod acts;
pub mod agreements;
pub mod calendars;
pub mod complaints;
pub mod conduct;
pub mod decisions;
pub mod desk;
pub mod doors;
pub mod drafts;
pub mod evidence;
pub mod export;
pub mod filing;
pub mod import;
pub mod integrity;
pub mod letters;
pub mod log;
pub mod matters;
pub mod outages;
pub mod passwords;
pub mod procedures;
pub mod project;
pub mod sessions;
pub mod telling;
