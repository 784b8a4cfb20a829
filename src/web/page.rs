//! The shell of every page: whose it is, in which language and zone, what stands in head and foot.
//! Page structs hold a [`Page`] named `page`; their templates extend `base.html`.

mod given;
mod nav;
pub mod parts;
pub mod prose;
mod render;

pub use given::{Count, GivenDay, Instant};
pub use nav::{NavItem, Place};
pub use render::{html, render, see_other, unprocessable};

use super::assets;
use super::session::Visitor;
use crate::i18n::dates::{DayParts, Left};
use crate::i18n::{Arg, Locale, ToArg, Words, dates, figures};
use crate::services::log::Alarm;
use crate::startup::App;
use crate::urls;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// What every template can use as `page`.
#[derive(Clone)]
pub struct Page {
    /// the reader's words
    pub words: Words,
    /// the reader's zone
    pub zone: TimeZone,
    /// when the page is made
    pub now: Timestamp,
    /// proof for forms; empty where no form may stand (see [`Visitor::form_page`])
    pub csrf: String,
    /// who is signed in
    pub viewer: Option<Viewer>,
    /// the reader's own choice of colours: `light`, `dark`, or empty for the device's
    pub theme: String,
    /// path and query of this page
    pub path: String,
    /// a note from the act before
    pub flash: Option<Flash>,
    /// the way here; the page itself is last
    pub crumbs: Vec<Crumb>,
    /// the menu item this page belongs to
    pub place: Place,
    /// things to do, shown in the menu where above nothing
    pub to_do: usize,
    app: Arc<App>,
    nav: Vec<NavItem>,
}

/// The person in the page's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// name, or the address of somebody who came by a letter
    pub name: String,
    /// signed in with an account; others came by a letter's link
    pub has_account: bool,
}

/// A step of the way to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// words shown
    pub text: String,
    /// where it leads; empty for the page itself
    pub href: String,
}

/// A note shown once, on the next page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// `done`, `info`, `due` or `late`
    pub tone: String,
    /// message in the catalogue
    pub key: String,
    /// texts for the message
    #[serde(default)]
    pub args: Vec<(String, String)>,
}

/// HTML that is already safe; templates print it as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// Takes HTML made of our own markup; texts in it must be escaped with [`escaped`].
    pub fn new(html: String) -> Self {
        Self(html)
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Markup {}

/// A text made safe for HTML content and quoted attributes.
pub fn escaped(text: &str) -> String {
    askama::filters::escape(text, askama::filters::Html)
        .map_or_else(|_| String::new(), |safe| safe.to_string())
}

impl Flash {
    /// A note that something was done; a literal key of the catalogue.
    pub fn done(key: &str) -> Self {
        Self {
            tone: "done".to_owned(),
            key: key.to_owned(),
            args: Vec::new(),
        }
    }

    /// A note to know.
    pub fn info(key: &str) -> Self {
        Self {
            tone: "info".to_owned(),
            ..Self::done(key)
        }
    }

    /// The icon beside it.
    pub fn icon(&self) -> &'static str {
        match self.tone.as_str() {
            "done" => "tick",
            "info" => "info",
            _ => "warn",
        }
    }

    /// The same note with a text for its message.
    pub fn arg(mut self, name: &str, value: impl Into<String>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }
}

impl Page {
    /// The page of this visitor, with the menu of their roles.
    pub(super) fn new(visitor: &Visitor) -> Self {
        Self {
            words: visitor.words(),
            zone: visitor.zone.clone(),
            now: visitor.app.now(),
            csrf: visitor.csrf().to_owned(),
            viewer: visitor.viewer(),
            theme: visitor.theme.clone(),
            path: visitor.path.clone(),
            flash: visitor.flash.clone(),
            crumbs: Vec::new(),
            place: Place::None,
            to_do: 0,
            nav: nav::items(visitor),
            app: Arc::clone(&visitor.app),
        }
    }

    /// Says which menu item the page belongs to.
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// Adds a step of the way here.
    pub fn crumb(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push(Crumb {
            text: text.into(),
            href: href.into(),
        });
        self
    }

    /// Ends the way with the page itself.
    pub fn here(self, text: impl Into<String>) -> Self {
        self.crumb(text, String::new())
    }

    /// Says how many things wait for the reader.
    pub fn with_to_do(mut self, count: usize) -> Self {
        self.to_do = count;
        self
    }
}

/// For templates.
impl Page {
    /// A message that takes no arguments.
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.t(key)
    }

    /// A message made from data, if there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.words.find(key)
    }

    /// A message with arguments.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.with(key, args)
    }

    /// A message with one argument.
    pub fn with1(&self, key: &str, name: &str, value: impl ToArg) -> String {
        self.words.with1(key, name, value)
    }

    /// A message with two arguments.
    pub fn with2(&self, key: &str, n1: &str, v1: impl ToArg, n2: &str, v2: impl ToArg) -> String {
        self.words.with2(key, n1, v1, n2, v2)
    }

    /// A message with three arguments.
    #[expect(
        clippy::too_many_arguments,
        reason = "three pairs, for templates, which cannot build a list of mixed types"
    )]
    pub fn with3(
        &self,
        key: &str,
        n1: &str,
        v1: impl ToArg,
        n2: &str,
        v2: impl ToArg,
        n3: &str,
        v3: impl ToArg,
    ) -> String {
        self.words.with(
            key,
            &[(n1, v1.to_arg()), (n2, v2.to_arg()), (n3, v3.to_arg())],
        )
    }

    /// "Fri 14 August 2026, 18:00"
    pub fn when(&self, at: impl Instant) -> String {
        dates::full(&self.words, at.instant(), &self.zone)
    }

    /// "14 August, 18:00", with the year where it is not this year's
    pub fn short(&self, at: impl Instant) -> String {
        if dates::date_of(at.instant(), &self.zone).year()
            == dates::date_of(self.now, &self.zone).year()
        {
            dates::short(&self.words, at.instant(), &self.zone)
        } else {
            dates::full(&self.words, at.instant(), &self.zone)
        }
    }

    /// "18:00"
    pub fn clock_time(&self, at: impl Instant) -> String {
        dates::time(&self.words, at.instant(), &self.zone)
    }

    /// "14 August 2026"
    pub fn day(&self, date: impl GivenDay) -> String {
        dates::day(&self.words, date.given_day())
    }

    /// The day of an instant, "14 August 2026"
    pub fn day_of(&self, at: impl Instant) -> String {
        dates::day(&self.words, dates::date_of(at.instant(), &self.zone))
    }

    /// The day of an instant without its year, "14 August"
    pub fn short_day_of(&self, at: impl Instant) -> String {
        dates::short_day(&self.words, dates::date_of(at.instant(), &self.zone))
    }

    /// Weekday, day and month of a day block
    pub fn day_parts(&self, at: impl Instant) -> DayParts {
        dates::day_parts(&self.words, at.instant(), &self.zone)
    }

    /// "Wednesday 5 August 2026, 17:20 China time (UTC+8)": now
    pub fn now_line(&self) -> String {
        let when = dates::spelled(&self.words, self.now, &self.zone);
        self.words
            .with2("common-now-line", "when", when, "zone", self.zone_line())
    }

    /// `<time>` with the full date
    pub fn time_tag(&self, at: impl Instant) -> Markup {
        self.tagged(&at, &self.when(&at))
    }

    /// `<time>` with the short date
    pub fn short_tag(&self, at: impl Instant) -> Markup {
        self.tagged(&at, &self.short(&at))
    }

    /// `<time>` with a day
    pub fn day_tag(&self, date: impl GivenDay) -> Markup {
        Markup(format!(
            "<time datetime=\"{}\">{}</time>",
            date.given_day(),
            escaped(&self.day(&date))
        ))
    }

    /// "China time (UTC+8)", now
    pub fn zone_line(&self) -> String {
        dates::zone_line(&self.words, self.now, &self.zone)
    }

    /// "China time (UTC+8)", with the offset in force at that instant
    pub fn zone_at(&self, at: impl Instant) -> String {
        dates::zone_line(&self.words, at.instant(), &self.zone)
    }

    /// What is left until a deadline, in words and tone
    pub fn left(&self, due: impl Instant) -> Left {
        dates::left(&self.words, self.now, due.instant(), &self.zone)
    }

    /// Seconds of the epoch, for the script that refreshes clocks
    pub fn epoch_seconds(&self, at: impl Instant) -> i64 {
        at.instant().as_second()
    }

    /// "USD 1,200.00"
    pub fn money(&self, minor: impl Count, currency: &str) -> String {
        figures::money(&self.words, minor.count(), currency)
    }

    /// "2.4 MB"
    pub fn size(&self, bytes: impl Count) -> String {
        figures::size(
            &self.words,
            u64::try_from(bytes.count()).unwrap_or_default(),
        )
    }

    /// "1,204"
    pub fn number(&self, value: impl Count) -> String {
        figures::number(&self.words, value.count())
    }

    /// The hidden field that every form that posts must hold
    pub fn csrf_field(&self) -> Markup {
        Markup(format!(
            "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
            super::forms::CSRF_FIELD,
            escaped(&self.csrf)
        ))
    }

    /// A static file's address, with its content in it so that it can be kept for ever
    pub fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// An icon of `icons.svg`; words must stand beside it
    pub fn icon(&self, name: &str) -> Markup {
        Markup(format!(
            "<svg class=\"i\" aria-hidden=\"true\"><use href=\"{}#{}\"/></svg>",
            assets::url("icons.svg"),
            escaped(name)
        ))
    }

    /// The menu, five items at most
    pub fn nav(&self) -> &[NavItem] {
        &self.nav
    }

    /// Is this the menu item the page belongs to?
    pub fn is_at(&self, item: &NavItem) -> bool {
        self.place == item.place
    }

    /// The other languages, for the switch
    pub fn other_languages(&self) -> impl Iterator<Item = Locale> + use<> {
        let own = self.words.locale;
        Locale::ALL.into_iter().filter(move |locale| *locale != own)
    }

    /// This page in another language
    pub fn in_language(&self, locale: &Locale) -> String {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let kept: Vec<&str> = query
            .split('&')
            .filter(|part| !part.is_empty() && !part.starts_with("lang="))
            .collect();
        let mut url = format!("{path}?");
        for part in kept {
            url.push_str(part);
            url.push('&');
        }
        url + "lang=" + locale.tag()
    }

    /// Where the reader changes the zone, and back here
    pub fn zone_link(&self) -> String {
        urls::with_query(urls::time_zone(), &[("next", &self.path)])
    }

    /// Does every page say that this is a demonstration?
    pub fn is_demo(&self) -> bool {
        self.app.config.is_demo()
    }

    /// Why nothing can be filed, if so; for the staff.
    pub fn alarm(&self) -> Option<Alarm> {
        self.app.log.alarm()
    }

    /// Can nothing be filed at the moment, because the record is not as it was signed?
    pub fn is_halted(&self) -> bool {
        self.app.log.alarm().is_some()
    }

    /// The service's name
    pub fn product(&self) -> &str {
        &self.app.config.product.name
    }

    /// The institution that runs the service, or nothing
    pub fn operator(&self) -> &str {
        &self.app.config.product.operator
    }

    /// Where people ask for help by mail, or nothing
    pub fn contact_email(&self) -> &str {
        &self.app.config.product.contact_email
    }

    /// Where people ask for help by telephone, or nothing
    pub fn contact_phone(&self) -> &str {
        &self.app.config.product.contact_phone
    }

    /// The flash note in the reader's language
    pub fn flash_text(&self, flash: &Flash) -> String {
        let args: Vec<(&str, Arg<'_>)> = flash
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), Arg::from(value)))
            .collect();
        if args.is_empty() {
            self.words.t(&flash.key).to_owned()
        } else {
            self.words.with(&flash.key, &args)
        }
    }

    fn tagged(&self, at: &impl Instant, text: &str) -> Markup {
        Markup(format!(
            "<time datetime=\"{}\">{}</time>",
            dates::rfc3339(at.instant(), &self.zone),
            escaped(text)
        ))
    }
}
