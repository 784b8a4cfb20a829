//! Who is asking: the session behind the cookie, the account, language and zone of the reader.
//! Sessions live in the database under the SHA-256 of a random cookie, and are read at once with
//! the account. An anonymous session is made only when a form is shown.

mod cookies;
mod reader;

pub use cookies::PendingCookies;

use super::errors::WebError;
use super::forms::same_secret;
use super::page::{Flash, Page, Viewer};
use crate::domain::Role;
use crate::domain::access::Person;
use crate::domain::ids::{AccountId, CaseId};
use crate::domain::parties::Via;
use crate::i18n::{Locale, Words};
use crate::services::sessions;
use crate::startup::{App, token_hash};
use crate::storage::accounts::{AccountRow as Account, StaffRole};
use crate::storage::cases::lists::Viewer as CasesOf;
use crate::storage::sessions::SessionRow as Session;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// A session's row is written for its time of use at most this often.
const TOUCH_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// The person (or program) behind a request. As an extractor it reads the database once a request.
pub struct Visitor {
    /// everything the process shares
    pub app: Arc<App>,
    /// the session, if the cookie has a live one
    pub session: Option<Session>,
    /// the account, if somebody is signed in
    pub account: Option<Account>,
    /// organisations and panel of the account
    pub hats: sessions::Hats,
    /// the language of the answer
    pub locale: Locale,
    /// the zone of the reader
    pub zone: TimeZone,
    /// `light`, `dark`, or empty
    pub theme: String,
    /// path and query of the request
    pub path: String,
    /// a note from the act before; shown once
    pub flash: Option<Flash>,
    request: HttpRequest,
}

/// What was found out about a visitor, kept with the request. It must not hold the request itself,
/// which would then never be freed.
#[derive(Clone)]
struct Known {
    session: Option<Session>,
    account: Option<Account>,
    hats: sessions::Hats,
    locale: Locale,
    zone: TimeZone,
    theme: String,
    flash: Option<Flash>,
}

impl Default for Known {
    fn default() -> Self {
        Self {
            session: None,
            account: None,
            hats: sessions::Hats::default(),
            locale: Locale::default(),
            zone: TimeZone::UTC,
            theme: String::new(),
            flash: None,
        }
    }
}

/// Which party of which case somebody came for by a letter's link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// the case
    pub case: CaseId,
    /// the party's number in it
    pub party: u32,
}

/// For handlers.
impl Visitor {
    /// The reader's words.
    pub fn words(&self) -> Words {
        self.app.words(self.locale)
    }

    /// The shell for a page without forms.
    pub fn page(&self) -> Page {
        Page::new(self)
    }

    /// The shell for a page with forms: makes an anonymous session where there is none.
    pub async fn form_page(&mut self) -> Result<Page, WebError> {
        self.ensure_session().await?;
        Ok(Page::new(self))
    }

    /// The account, or a way to the sign-in page and back here.
    pub fn require_account(&self) -> Result<&Account, WebError> {
        self.account.as_ref().ok_or_else(|| WebError::SignIn {
            next: self.path.clone(),
        })
    }

    /// The account's id, or a way to the sign-in page.
    pub fn account_id(&self) -> Result<AccountId, WebError> {
        self.require_account().map(|account| account.id)
    }

    /// The address of the account, if it was confirmed.
    pub fn confirmed_email(&self) -> Option<&str> {
        let account = self.account.as_ref()?;
        account.confirmed_at.map(|_| account.email.as_str())
    }

    /// Whose cases the lists show: those of the account, of its organisations, and those that have
    /// its confirmed address on record.
    ///
    /// # Errors
    /// The way to the sign-in page.
    pub fn whose_cases(&self) -> Result<CasesOf, WebError> {
        Ok(CasesOf {
            account_id: self.account_id()?,
            email: self.confirmed_email().map(str::to_owned),
            organisations: self.hats.organisations.clone(),
            now: self.app.now(),
        })
    }

    /// Somebody with an account or with a seat from a letter, or a way to the sign-in page.
    pub fn require_anybody(&self) -> Result<(), WebError> {
        if self.seat().is_some() {
            Ok(())
        } else {
            self.require_account().map(|_| ())
        }
    }

    /// The account of an official; for everybody else the page does not exist.
    pub fn require_staff(&self) -> Result<&Account, WebError> {
        let account = self.require_account()?;
        if self.is_staff() {
            Ok(account)
        } else {
            Err(WebError::NotFound)
        }
    }

    /// The account of an administrator; for everybody else the page does not exist.
    pub fn require_administrator(&self) -> Result<&Account, WebError> {
        let account = self.require_account()?;
        if self.is_administrator() {
            Ok(account)
        } else {
            Err(WebError::NotFound)
        }
    }

    /// Is this a case manager or an administrator?
    pub fn is_staff(&self) -> bool {
        self.account
            .as_ref()
            .is_some_and(|account| account.staff_role.is_some())
    }

    /// Is this an administrator?
    pub fn is_administrator(&self) -> bool {
        self.hats.administrator
    }

    /// The party and case of somebody who came by a letter's link.
    pub fn seat(&self) -> Option<Seat> {
        let session = self.session.as_ref()?;
        Some(Seat {
            case: session.case_id?,
            party: session.party_no?,
        })
    }

    /// The token that the visitor's forms carry; empty without a session.
    pub fn csrf(&self) -> &str {
        self.session.as_ref().map_or("", |session| &session.csrf)
    }

    /// Does a form carry the visitor's token?
    pub fn csrf_is(&self, token: &str) -> bool {
        same_secret(self.csrf(), token)
    }

    /// What the page's head shows.
    pub fn viewer(&self) -> Option<Viewer> {
        if let Some(account) = &self.account {
            return Some(Viewer {
                name: account.name.clone(),
                has_account: true,
            });
        }
        self.seat()?;
        let email = self
            .session
            .as_ref()
            .and_then(|session| session.email.clone())
            .unwrap_or_default();
        Some(Viewer {
            name: email,
            has_account: false,
        })
    }

    /// The visitor as far as rights in cases go.
    pub fn person(&self) -> Person {
        let staff = match self.account.as_ref().and_then(|account| account.staff_role) {
            Some(StaffRole::CaseManager) => Some(Role::CaseManager),
            Some(StaffRole::Administrator) => Some(Role::Administrator),
            None => None,
        };
        Person {
            account: self.account.as_ref().map(|account| account.id),
            name: self.viewer().map(|viewer| viewer.name).unwrap_or_default(),
            staff,
            organisations: self.hats.organisations.clone(),
            link: self.seat().map(|seat| (seat.case, seat.party)),
            via: Via::Page,
        }
    }

    /// The address the request comes from, for limits; behind a proxy, the one the proxy names.
    pub fn address(&self) -> String {
        let info = self.request.connection_info();
        let address = if self.app.config.server.behind_proxy {
            info.realip_remote_addr()
        } else {
            info.peer_addr()
        };
        address.unwrap_or_default().to_owned()
    }

    /// Takes one from an allowance, or says how long to wait.
    pub fn take(&self, limit: crate::startup::Limit, key: &str) -> Result<(), WebError> {
        self.app
            .limits
            .take(limit, key)
            .map_err(|wait| WebError::TooMany { wait })
    }

    /// Was the password entered within the last minutes? For acts that cannot be undone.
    pub fn has_confirmed_password(&self, minutes: i64) -> bool {
        let at = self
            .session
            .as_ref()
            .and_then(|session| session.confirmed_password_at);
        at.is_some_and(|at| self.app.now().duration_since(at) <= SignedDuration::from_mins(minutes))
    }
}

/// Sessions begin, go on and end.
impl Visitor {
    /// Makes an anonymous session where there is none, so that a form has its token.
    pub async fn ensure_session(&mut self) -> Result<(), WebError> {
        if self.session.is_none() {
            self.open(sessions::Whose::Nobody, None).await?;
        }
        Ok(())
    }

    /// Signs in: a new session and a new cookie, so that one known before is worth nothing.
    /// `with_password` says whether the password was entered just now.
    pub async fn sign_in(
        &mut self,
        account: AccountId,
        with_password: bool,
    ) -> Result<(), WebError> {
        let confirmed = with_password.then(|| self.app.now());
        self.open(sessions::Whose::Account(account), confirmed)
            .await
    }

    /// Opens the session of somebody who came by a letter's link, for one party of one case.
    pub async fn open_seat(&mut self, seat: Seat, email: &str) -> Result<(), WebError> {
        self.open(
            sessions::Whose::Seat {
                case: seat.case,
                party: seat.party,
                email: email.to_owned(),
            },
            None,
        )
        .await
    }

    /// Ends this session.
    pub async fn sign_out(&mut self) -> Result<(), WebError> {
        if let Some(session) = self.session.take() {
            sessions::close(&self.app.store, session.token_hash).await?;
        }
        self.account = None;
        self.set_cookie(cookies::ended(&self.app));
        Ok(())
    }

    /// Ends every session of the account, this one too.
    pub async fn sign_out_everywhere(&mut self) -> Result<(), WebError> {
        let account = self.account_id()?;
        sessions::close_all(&self.app.store, account, None).await?;
        self.session = None;
        self.account = None;
        self.set_cookie(cookies::ended(&self.app));
        Ok(())
    }

    /// Remembers that the password was entered just now.
    pub async fn confirm_password(&mut self) -> Result<(), WebError> {
        let now = self.app.now();
        if let Some(session) = &mut self.session {
            session.confirmed_password_at = Some(now);
            sessions::confirm_password(&self.app.store, session.token_hash.clone(), now).await?;
        }
        Ok(())
    }

    /// Leaves a note for the next page.
    pub async fn leave(&mut self, flash: Flash) -> Result<(), WebError> {
        self.ensure_session().await?;
        if let Some(session) = &self.session {
            let flash = serde_json::to_value(flash).map_err(WebError::fault)?;
            sessions::set_flash(&self.app.store, session.token_hash.clone(), flash).await?;
        }
        Ok(())
    }

    /// Whether the zone is more than a guess: that of the account, of the session, or found in the
    /// browser.
    pub fn chose_zone(&self) -> bool {
        let of_session = || self.session.as_ref().is_some_and(|s| s.zone.is_some());
        self.account.is_some()
            || of_session()
            || cookies::value(&self.request, cookies::ZONE).is_some()
    }

    /// Keeps a choice of zone in a cookie; with an account, the account keeps it.
    pub fn choose_zone(&mut self, zone: TimeZone) {
        if let Some(name) = zone.iana_name() {
            self.set_cookie(cookies::choice(&self.app, cookies::ZONE, name));
        }
        self.zone = zone;
    }

    /// Keeps a choice of colours in a cookie: `light`, `dark`, or empty for the device's.
    pub fn choose_theme(&mut self, theme: &str) {
        self.set_cookie(cookies::choice(&self.app, cookies::THEME, theme));
        theme.clone_into(&mut self.theme);
    }

    /// Ends the old session and begins one; sets the cookie.
    async fn open(
        &mut self,
        whose: sessions::Whose,
        confirmed_password_at: Option<Timestamp>,
    ) -> Result<(), WebError> {
        let now = self.app.now();
        let is_staff = match &whose {
            sessions::Whose::Account(account) => {
                sessions::is_staff(&self.app.store, *account).await?
            }
            _ => false,
        };
        let token = self.app.token();
        let session = sessions::begin(
            whose,
            sessions::Start {
                token_hash: token_hash(&token),
                csrf: self.app.token(),
                now,
                expires_at: now + total_time(&self.app, is_staff),
                user_agent: self.header("user-agent").chars().take(200).collect(),
                confirmed_password_at,
            },
        );
        let old = self.session.take().map(|old| old.token_hash);
        sessions::replace(&self.app.store, old, session.clone()).await?;
        self.set_cookie(cookies::session(&self.app, &token));
        self.session = Some(session);
        // What was known of the visitor is no longer so.
        self.request.extensions_mut().remove::<Known>();
        Ok(())
    }

    fn with(app: Arc<App>, known: Known, request: HttpRequest) -> Self {
        let Known {
            session,
            account,
            hats,
            locale,
            zone,
            theme,
            flash,
        } = known;
        let path = request
            .uri()
            .path_and_query()
            .map_or("/", |path| path.as_str())
            .to_owned();
        Self {
            app,
            session,
            account,
            hats,
            locale,
            zone,
            theme,
            path,
            flash,
            request,
        }
    }

    /// A visitor of whom nothing is read from the database.
    pub(super) fn stranger(request: &HttpRequest) -> Result<Self, WebError> {
        reader::stranger(request)
    }

    fn header(&self, name: &str) -> &str {
        self.request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    fn set_cookie(&self, cookie: actix_web::cookie::Cookie<'static>) {
        cookies::put(&self.request, cookie);
    }
}

/// Whose turn it is to read the session of a request.
type Turn = Rc<tokio::sync::Mutex<()>>;

fn turn(request: &HttpRequest) -> Turn {
    let mut extensions = request.extensions_mut();
    if let Some(turn) = extensions.get::<Turn>() {
        return Rc::clone(turn);
    }
    let turn = Turn::default();
    extensions.insert(Rc::clone(&turn));
    turn
}

impl FromRequest for Visitor {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        // A page and its form ask at the same time: the second waits for what the first reads.
        let turn = turn(&request);
        Box::pin(async move {
            let _held = turn.lock().await;
            let known = request.extensions().get::<Known>().cloned();
            let app = request
                .app_data::<web::Data<App>>()
                .map(|app| Arc::clone(app));
            match (known, app) {
                (Some(known), Some(app)) => Ok(Self::with(app, known, request)),
                _ => reader::read(&request).await,
            }
        })
    }
}

/// How long a session may last in any case.
fn total_time(app: &App, is_staff: bool) -> SignedDuration {
    let settings = &app.config.sessions;
    let hours = if is_staff {
        settings.staff_total_hours
    } else {
        settings.party_total_hours
    };
    SignedDuration::from_hours(i64::from(hours))
}

/// How long a session may go unused.
fn idle_time(app: &App, is_staff: bool) -> SignedDuration {
    let settings = &app.config.sessions;
    let minutes = if is_staff {
        settings.staff_idle_minutes
    } else {
        settings.party_idle_minutes
    };
    SignedDuration::from_mins(i64::from(minutes))
}
