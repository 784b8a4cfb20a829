//! The menu: five items at most, by what the reader may do. Only pages that exist stand in it.

use crate::urls;
use crate::web::session::Visitor;

/// The part of the product a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// no item of the menu
    None,
    /// the reader's work list
    Work,
    /// the list of cases, and every page of a case
    Cases,
    /// choosing and filling in a new filing
    Start,
    /// the door for somebody who received a notice
    Respond,
    /// listings in disputes
    Listings,
    /// the marketplace officer's queue
    Queue,
    /// filings to check
    Intake,
    /// arbitrators
    Panel,
    /// appointments
    Appointments,
    /// the procedures in words
    Rules,
    /// help
    Help,
    /// figures
    Overview,
    /// accounts and their rights
    People,
}

/// One item of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavItem {
    /// which part of the product it leads to
    pub place: Place,
    /// message in the catalogue
    pub key: &'static str,
    /// where it leads
    pub href: &'static str,
}

impl NavItem {
    const fn new(place: Place, key: &'static str, href: &'static str) -> Self {
        Self { place, key, href }
    }

    /// Is this where the number of things to do stands?
    pub fn counts(&self) -> bool {
        matches!(self.place, Place::Work | Place::Queue)
    }
}

const WORK: NavItem = NavItem::new(Place::Work, "common-nav-work", urls::dashboard());
const CASES: NavItem = NavItem::new(Place::Cases, "common-nav-cases", urls::cases());
const START: NavItem = NavItem::new(Place::Start, "common-nav-start", urls::start());
const RESPOND: NavItem = NavItem::new(Place::Respond, "common-nav-respond", urls::respond());
const LISTINGS: NavItem = NavItem::new(Place::Listings, "common-nav-listings", urls::listings());
const QUEUE: NavItem = NavItem::new(Place::Queue, "common-nav-queue", urls::takedowns());
const INTAKE: NavItem = NavItem::new(Place::Intake, "common-nav-intake", urls::intake());
const PANEL: NavItem = NavItem::new(Place::Panel, "common-nav-panel", urls::panel());
const APPOINTMENTS: NavItem = NavItem::new(
    Place::Appointments,
    "common-nav-appointments",
    urls::appointments(),
);
const RULES: NavItem = NavItem::new(Place::Rules, "common-nav-rules", urls::rules());
const HELP: NavItem = NavItem::new(Place::Help, "common-nav-help", urls::help());
const OVERVIEW: NavItem = NavItem::new(Place::Overview, "common-nav-overview", urls::admin());
const PEOPLE: NavItem = NavItem::new(Place::People, "common-nav-people", urls::admin_people());

/// The menu of a visitor.
pub(super) fn items(visitor: &Visitor) -> Vec<NavItem> {
    let hats = &visitor.hats;
    if visitor.account.is_none() {
        return vec![START, RESPOND, RULES, HELP];
    }
    if hats.administrator {
        vec![OVERVIEW, PEOPLE, CASES, PANEL, RULES]
    } else if hats.case_manager {
        vec![WORK, INTAKE, CASES, PANEL]
    } else if hats.marketplace {
        vec![QUEUE, LISTINGS, CASES]
    } else if hats.arbitrator {
        vec![WORK, CASES, APPOINTMENTS, RULES]
    } else {
        vec![WORK, CASES, START, LISTINGS]
    }
}
