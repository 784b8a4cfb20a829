//! Where things are: one function for every address, used by handlers, templates and letters.
//! All give paths from the root; [`Urls::absolute`] makes links for letters.

use crate::domain::ids::{AccountId, CaseNumber, DraftId, ExhibitLabel, ExportId, OrganisationId};
use std::fmt::Display;

/// Makes absolute links.
#[derive(Debug, Clone)]
pub struct Urls {
    base: String,
}

impl Urls {
    /// Links that begin with the service's public address.
    pub fn new(public_url: &str) -> Self {
        Self {
            base: public_url.trim_end_matches('/').to_owned(),
        }
    }

    /// The public address without a slash at its end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The full address of a path.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

macro_rules! pages {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)*) => {$(
        $(#[$doc])*
        pub const fn $name() -> &'static str {
            $path
        }
    )*};
}

pages! {
    /// the front door
    home = "/";
    /// which procedure?
    start = "/start";
    /// case number and access code
    respond = "/respond";
    /// sign in
    sign_in = "/sign-in";
    /// make an account
    sign_up = "/sign-up";
    /// sign out; a form posts here
    sign_out = "/sign-out";
    /// ask for a link to sign in without a password
    sign_in_mail = "/sign-in/link";
    /// ask for a way to set a new password
    reset = "/reset";
    /// name, language, zone, sessions
    account = "/account";
    /// choose a time zone
    time_zone = "/account/time-zone";
    /// choose colours
    theme = "/account/theme";
    /// change the password
    password = "/account/password";
    /// where one is signed in
    sessions = "/account/sessions";
    /// the own conduct record
    conduct = "/account/conduct";
    /// the conduct records of everybody
    admin_conduct = "/admin/conduct";
    /// keep a case that a letter's link opened in an account
    seat = "/respond/seat";
    /// "Your work"
    dashboard = "/dashboard";
    /// the list of cases
    cases = "/cases";
    /// saved forms
    drafts = "/drafts";
    /// listings and their measures, for sellers and officers
    listings = "/listings";
    /// the marketplace officer's queue
    takedowns = "/takedowns";
    /// confirm one act on several listings
    takedowns_bulk = "/takedowns/bulk/confirm";
    /// new filings to check
    intake = "/registry/intake";
    /// the roster of arbitrators
    panel = "/registry/panel";
    /// appointments to propose, accept or decline
    appointments = "/appointments";
    /// figures for administrators
    admin = "/admin";
    /// accounts and their rights
    admin_people = "/admin/people";
    /// marketplaces, firms and companies
    admin_organisations = "/admin/organisations";
    /// versions of procedures
    admin_procedures = "/admin/procedures";
    /// keys for the JSON API
    admin_keys = "/admin/keys";
    /// the procedures in words
    rules = "/rules";
    /// help and contact
    help = "/help";
    /// the accessibility statement
    accessibility = "/accessibility";
    /// what is kept about people
    privacy = "/privacy";
    /// how it works, for each side
    how_it_works = "/how-it-works";
    /// terms of use
    terms = "/terms";
    /// file an infringement notice
    notice_new = "/notices/new";
    /// file a consumer complaint
    complaint_new = "/complaints/new";
    /// the API's description
    api_description = "/api/openapi.json";
}

/// A step of the infringement notice.
pub fn notice_step(step: impl Display) -> String {
    format!("/notices/new/{step}")
}

/// A step of the consumer complaint.
pub fn complaint_step(step: impl Display) -> String {
    format!("/complaints/new/{step}")
}

/// A saved form.
pub fn draft(id: DraftId) -> String {
    format!("/drafts/{id}")
}

/// A step of a saved form.
pub fn draft_step(id: DraftId, step: impl Display) -> String {
    format!("/drafts/{id}/{step}")
}

/// What the public log is, and its heads.
pub fn public_log() -> &'static str {
    "/log"
}

/// A file of a log.
pub fn log(name: &str, what: &str) -> String {
    format!("/log/{name}/{what}")
}

/// A file of a time-stamp of a log's head over so many leaves.
pub fn log_stamp(name: &str, size: i64, what: &str) -> String {
    format!("/log/{name}/stamps/{size}/{what}")
}

/// Where an entry of a case stands in the public log.
pub fn entry_proof(case: &CaseNumber, entry: impl Display) -> String {
    format!("/cases/{case}/entries/{entry}")
}

/// A file that belongs to an entry: `proof`, `leaf`, `record` or `salt`.
pub fn entry_file(case: &CaseNumber, entry: impl Display, what: &str) -> String {
    format!("/cases/{case}/entries/{entry}/{what}")
}

/// The receipt of an act.
pub fn receipt(id: impl Display) -> String {
    format!("/receipts/{id}")
}

/// The receipt of one entry of a case.
pub fn entry_receipt(case: &CaseNumber, entry: impl Display) -> String {
    format!("/receipts/{case}/{entry}")
}

/// The page that a letter's link opens; nothing is spent before its button is pressed.
pub fn letter_link(token: &str) -> String {
    format!("/links/{token}")
}

/// Where a person sets a new password.
pub fn reset_link(token: &str) -> String {
    format!("/reset/{token}")
}

/// Where a person signs in by a letter.
pub fn sign_in_link(token: &str) -> String {
    format!("/sign-in/link/{token}")
}

/// Where the first administrator makes an account.
pub fn first_administrator(token: &str) -> String {
    format!("/admin/first/{token}")
}

/// Where somebody who came by a letter takes the party's seat with an account.
pub fn seat_pass(token: &str) -> String {
    format!("/respond/seat/{token}")
}

/// Where the owner of the address on record takes the party's seat with an account.
pub fn own_seat(case: &CaseNumber) -> String {
    format!("/respond/cases/{case}")
}

/// Where a person confirms an e-mail address.
pub fn confirm_link(token: &str) -> String {
    format!("/confirm/{token}")
}

/// Where the sender of a notice confirms the address, which gives the notice its effect.
pub fn confirm_notice_link(token: &str) -> String {
    format!("/confirm-notice/{token}")
}

/// The reader's deadlines in a case, for a calendar program.
pub fn case_calendar(case: &CaseNumber) -> String {
    format!("/cases/{case}/calendar.ics")
}

/// A case.
pub fn case(case: &CaseNumber) -> String {
    format!("/cases/{case}")
}

/// The procedures under which any other matter is filed.
pub const fn matters() -> &'static str {
    "/matters"
}

/// The form on which a matter is filed under a pack.
pub fn matter_new(pack: &str) -> String {
    format!("/matters/new/{pack}")
}

/// What can happen from here in a case.
pub fn next(case: &CaseNumber) -> String {
    format!("/cases/{case}/next")
}

/// Matters elsewhere that concern a case.
pub fn parallel(number: &CaseNumber) -> String {
    format!("{}/parallel", case(number))
}

/// Recording a matter elsewhere.
pub fn parallel_new(number: &CaseNumber) -> String {
    format!("{}/new", parallel(number))
}

/// Recording that a matter elsewhere is over.
pub fn parallel_over(number: &CaseNumber, no: u32) -> String {
    format!("{}/{no}/over", parallel(number))
}

/// The move of a case to the newer version of its procedure.
pub fn case_rules(case: &CaseNumber) -> String {
    format!("/cases/{case}/rules")
}

/// A step that only the pack of a case knows.
pub fn step(case: &CaseNumber, step: &str) -> String {
    format!("/cases/{case}/steps/{step}")
}

/// A paper that was filed in a case.
pub fn paper(case: &CaseNumber, no: u32) -> String {
    format!("/cases/{case}/papers/{no}")
}

/// The claims of a case.
pub fn claims(case: &CaseNumber) -> String {
    format!("/cases/{case}/claims")
}

/// One claim.
pub fn claim(case: &CaseNumber, number: u32) -> String {
    format!("/cases/{case}/claims/{number}")
}

/// The respondent's answer.
pub fn response(case: &CaseNumber) -> String {
    format!("/cases/{case}/response")
}

/// A step of the respondent's answer.
pub fn response_step(case: &CaseNumber, step: impl Display) -> String {
    format!("/cases/{case}/response/{step}")
}

/// The exhibits of a case.
pub fn evidence(case: &CaseNumber) -> String {
    format!("/cases/{case}/evidence")
}

/// Where exhibits are added.
pub fn evidence_new(case: &CaseNumber) -> String {
    format!("/cases/{case}/evidence/new")
}

/// One exhibit.
pub fn exhibit(case: &CaseNumber, exhibit: &ExhibitLabel) -> String {
    format!("/cases/{case}/evidence/{exhibit}")
}

/// The file of an exhibit as it was received.
pub fn exhibit_original(case: &CaseNumber, exhibit: &ExhibitLabel) -> String {
    format!("/cases/{case}/evidence/{exhibit}/original")
}

/// The record of a case.
pub fn timeline(case: &CaseNumber) -> String {
    format!("/cases/{case}/timeline")
}

/// One entry of the record.
pub fn entry(case: &CaseNumber, number: u32) -> String {
    format!("/cases/{case}/timeline#e{number}")
}

/// The messages of a case.
pub fn messages(case: &CaseNumber) -> String {
    format!("/cases/{case}/messages")
}

/// Write a message.
pub fn message_new(case: &CaseNumber) -> String {
    format!("/cases/{case}/messages/new")
}

/// A letter of a case, for the registry.
pub fn letter(case: &CaseNumber, id: crate::domain::ids::LetterId) -> String {
    format!("/cases/{case}/letters/{id}")
}

/// Who takes part in a case.
pub fn parties(case: &CaseNumber) -> String {
    format!("/cases/{case}/parties")
}

/// The address at which a party is reached.
pub fn party_address(case: &CaseNumber, party: u32) -> String {
    format!("/cases/{case}/parties/{party}/address")
}

/// Bring in a lawyer or colleague.
pub fn invite(case: &CaseNumber) -> String {
    format!("/cases/{case}/parties/invite")
}

/// Show that one went to a court or authority.
pub fn action_new(case: &CaseNumber) -> String {
    format!("/cases/{case}/action/new")
}

/// Record what the court or authority found.
pub fn action_outcome(case: &CaseNumber) -> String {
    format!("/cases/{case}/action/outcome")
}

/// Agree to have the dispute decided here.
pub fn arbitration(case: &CaseNumber) -> String {
    format!("/cases/{case}/arbitration")
}

/// Take a notice back.
pub fn withdraw(case: &CaseNumber) -> String {
    format!("/cases/{case}/withdraw")
}

/// One deadline with its rule and history.
pub fn deadline(case: &CaseNumber, clock: impl Display) -> String {
    format!("/cases/{case}/deadlines/{clock}")
}

/// Ask for more time.
pub fn deadline_extend(case: &CaseNumber, clock: impl Display) -> String {
    format!("/cases/{case}/deadlines/{clock}/extend")
}

/// The settlement room.
pub fn settlement(case: &CaseNumber) -> String {
    format!("/cases/{case}/settlement")
}

/// Make an offer.
pub fn offer_new(case: &CaseNumber) -> String {
    format!("/cases/{case}/settlement/offers/new")
}

/// One offer.
pub fn offer(case: &CaseNumber, number: u32) -> String {
    format!("/cases/{case}/settlement/offers/{number}")
}

/// The agreement and what it obliges to.
pub fn agreement(case: &CaseNumber) -> String {
    format!("/cases/{case}/settlement/agreement")
}

/// The agreement reached by an offer, as a PDF.
pub fn agreement_pdf(case: &CaseNumber, offer: u32) -> String {
    format!("/cases/{case}/settlement/agreement/{offer}.pdf")
}

/// Who decides.
pub fn tribunal(case: &CaseNumber) -> String {
    format!("/cases/{case}/tribunal")
}

/// Challenge an arbitrator.
pub fn challenge_new(case: &CaseNumber) -> String {
    format!("/cases/{case}/tribunal/challenges/new")
}

/// The arbitrator's desk.
pub fn desk(case: &CaseNumber) -> String {
    format!("/cases/{case}/desk")
}

/// One issue on the desk.
pub fn desk_issue(case: &CaseNumber, issue: u32) -> String {
    format!("/cases/{case}/desk/{issue}")
}

/// The earlier versions of the draft on the desk.
pub fn desk_versions(case: &CaseNumber) -> String {
    format!("/cases/{case}/desk/versions")
}

/// One version of the draft on the desk.
pub fn desk_version(case: &CaseNumber, version: u32) -> String {
    format!("/cases/{case}/desk/versions/{version}")
}

/// The decision.
pub fn decision(case: &CaseNumber) -> String {
    format!("/cases/{case}/decision")
}

/// The decision before it is signed.
pub fn decision_preview(case: &CaseNumber) -> String {
    format!("/cases/{case}/decision/preview")
}

/// Sign the decision.
pub fn decision_sign(case: &CaseNumber) -> String {
    format!("/cases/{case}/decision/sign")
}

/// A case file that was made for somebody, or a file beside it.
pub fn made_file(case: &CaseNumber, id: ExportId, name: &str) -> String {
    format!("/cases/{case}/file/{id}/{name}")
}

/// Where anybody looks up the hash of a case file.
pub fn verify() -> &'static str {
    "/verify"
}

/// The key of the detached signatures of case files.
pub fn minisign_key() -> &'static str {
    "/verify/minisign.pub"
}

/// The case to take away.
pub fn case_file(case: &CaseNumber) -> String {
    format!("/cases/{case}/file")
}

/// One order to hide, remove or restore a listing; `listing` is its number in the case.
pub fn takedown(case: &CaseNumber, listing: u32) -> String {
    format!("/takedowns/{case}/{listing}")
}

/// A person, for administrators.
pub fn admin_person(account: AccountId) -> String {
    format!("/admin/people/{account}")
}

/// An organisation, for administrators.
pub fn admin_organisation(organisation: OrganisationId) -> String {
    format!("/admin/organisations/{organisation}")
}

/// A version of a procedure, for administrators.
pub fn admin_procedure(digest: &str) -> String {
    format!("/admin/procedures/{}", encoded(digest))
}

/// A version of a procedure tried on the cases there are.
pub fn admin_procedure_rehearsal(digest: &str) -> String {
    format!("{}/rehearsal", admin_procedure(digest))
}

/// The numbers that an operator may set for a procedure.
pub fn admin_procedure_numbers(digest: &str) -> String {
    format!("{}/numbers", admin_procedure(digest))
}

/// A procedure in words.
pub fn procedure(pack: &str) -> String {
    format!("/rules/{}", encoded(pack))
}

/// A path with a query made of names and values; empty values are left out.
pub fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let mut url = path.to_owned();
    for (name, value) in query.iter().filter(|(_, value)| !value.is_empty()) {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(&encoded(name));
        url.push('=');
        url.push_str(&encoded(value));
    }
    url
}

/// Is this a path of our own, safe to go to after signing in?
pub fn is_own_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= 2048
        && path
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// Percent-encodes a text for a path segment or a query.
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_in_letters_are_absolute() {
        let urls = Urls::new("https://cases.example.org/");
        let number: CaseNumber = "IP-2026-000123".parse().unwrap();
        assert_eq!(
            urls.absolute(&case(&number)),
            "https://cases.example.org/cases/IP-2026-000123"
        );
    }

    #[test]
    fn a_query_is_encoded_and_leaves_out_what_is_empty() {
        assert_eq!(
            with_query("/cases", &[("q", "a&b 灯"), ("state", ""), ("sort", "due")]),
            "/cases?q=a%26b%20%E7%81%AF&sort=due"
        );
    }

    #[test]
    fn only_our_own_paths_are_followed() {
        assert!(is_own_path("/cases/IP-2026-000123?x=1"));
        for path in [
            "",
            "cases",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\nb",
        ] {
            assert!(!is_own_path(path), "{path:?}");
        }
    }
}
