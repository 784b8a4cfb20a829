//! Accounts as a browser meets them: the whole application in process, letters read from the outbox.

use crate::config::{Config, Secret, Transport};
use crate::services::accounts;
use crate::startup::{App, ManualClock, SeededEntropy};
use crate::storage::accounts as rows;
use crate::storage::queue::{self, LetterState};
use crate::storage::settings;
use crate::urls;
use actix_web::cookie::Cookie;
use actix_web::http::header;
use actix_web::test::{self, TestRequest};
use jiff::{SignedDuration, Timestamp};
use scraper::{Html, Selector};
use std::sync::Arc;

const GOOD: &str = "three quiet harbours";

struct World {
    app: Arc<App>,
    clock: Arc<ManualClock>,
    _folder: tempfile::TempDir,
}

struct Browser<'a> {
    world: &'a World,
    cookie: Option<String>,
    csrf: String,
}

struct Answer {
    status: u16,
    location: String,
    body: String,
}

impl World {
    async fn new() -> Self {
        Self::with(|_| {}).await
    }

    async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::default();
        config.server.public_url = "http://127.0.0.1:8080".to_owned();
        config.secrets.key = Secret::new("0123456789abcdef0123456789abcdef");
        config.mail.transport = Transport::Memory;
        config.mail.from = "Registry <registry@example.org>".to_owned();
        config.product.contact_email = "help@example.org".to_owned();
        config.data.dir = folder.path().to_owned();
        change(&mut config);
        let clock = Arc::new(ManualClock::at(
            "2026-08-05T09:20:00Z".parse::<Timestamp>().unwrap(),
        ));
        let entropy = Arc::new(SeededEntropy::new(1));
        let app = App::build_with(config, clock.clone(), entropy)
            .await
            .unwrap();
        Self {
            app,
            clock,
            _folder: folder,
        }
    }

    fn browser(&self) -> Browser<'_> {
        Browser {
            world: self,
            cookie: None,
            csrf: String::new(),
        }
    }

    /// Secret paths and kinds of all letters, newest first.
    async fn letters(&self) -> Vec<(String, String, String)> {
        let rows = self
            .app
            .store
            .read(|tx| queue::list_in_state(tx, LetterState::Queued, None, 100))
            .await
            .unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        rows.iter()
            .map(|row| {
                (
                    row.kind.clone(),
                    text(&row.data["secret_path"]),
                    text(&row.data["variant"]),
                )
            })
            .collect()
    }

    async fn last_path(&self, kind: &str) -> String {
        self.letters()
            .await
            .into_iter()
            .find(|(k, ..)| k == kind)
            .map(|(_, path, _)| path)
            .unwrap()
    }

    /// An account with a confirmed address.
    async fn account(&self, email: &str) -> Browser<'_> {
        let mut browser = self.browser();
        browser.get("/sign-up").await;
        let sent = browser
            .post(
                "/sign-up",
                &[("name", "Wei Chen"), ("email", email), ("password", GOOD)],
            )
            .await;
        assert_eq!(sent.location, "/sign-up/sent");
        let path = self.last_path("confirm-email").await;
        browser.get(&path).await;
        browser.post(&path, &[]).await;
        self.clock.advance(SignedDuration::from_mins(10));
        browser
    }
}

impl Browser<'_> {
    async fn get(&mut self, path: &str) -> Answer {
        let mut answer = self.send(TestRequest::get().uri(path)).await;
        // The form of the page itself, which is last; the head has one to sign out.
        answer.body = answer.body.replace("\r\n", "\n");
        answer
    }

    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf.clone();
        let mut form: Vec<(&str, &str)> = vec![("csrf", &csrf)];
        form.extend_from_slice(fields);
        self.send(TestRequest::post().uri(path).set_form(form))
            .await
    }

    async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.get("/sign-in").await;
        self.post("/sign-in", &[("email", email), ("password", password)])
            .await
    }

    async fn send(&mut self, request: TestRequest) -> Answer {
        let service =
            test::init_service(crate::web::application(Arc::clone(&self.world.app))).await;
        let mut request = request.insert_header((header::HOST, "127.0.0.1:8080"));
        if let Some(cookie) = &self.cookie {
            request = request.cookie(Cookie::new("redress", cookie.clone()));
        }
        let response = test::call_service(&service, request.to_request()).await;
        for cookie in response.response().cookies() {
            if cookie.name() == "redress" {
                self.cookie = Some(cookie.value().to_owned()).filter(|value| !value.is_empty());
            }
        }
        let status = response.status().as_u16();
        let location = response
            .headers()
            .get(header::LOCATION)
            .and_then(|l| l.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let body = String::from_utf8(test::read_body(response).await.to_vec()).unwrap();
        if let Some(csrf) = attribute(&body, "input[name=csrf]", "value") {
            self.csrf = csrf;
        }
        Answer {
            status,
            location,
            body,
        }
    }
}

impl Answer {
    /// What the summary of errors says.
    fn errors(&self) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let lines = Selector::parse(".errsum li").unwrap();
        page.select(&lines)
            .map(|line| line.text().collect())
            .collect()
    }

    fn title(&self) -> String {
        let page = Html::parse_document(&self.body);
        let title = Selector::parse("h1").unwrap();
        let titles: Vec<String> = page.select(&title).map(|h| h.text().collect()).collect();
        assert_eq!(titles.len(), 1, "one h1 in {}", self.body);
        titles[0].clone()
    }

    /// Every message is in the catalogue: a missing one shows its key.
    fn assert_words(&self) {
        let page = Html::parse_document(&self.body);
        let text: String = page.root_element().text().collect();
        for word in text.split_whitespace() {
            assert!(
                !word.starts_with("accounts-")
                    && !word.starts_with("doors-")
                    && !word.starts_with("common-"),
                "no words for {word}"
            );
        }
    }
}

fn attribute(body: &str, selector: &str, name: &str) -> Option<String> {
    let page = Html::parse_document(body);
    let found = page.select(&Selector::parse(selector).unwrap()).next()?;
    found.value().attr(name).map(str::to_owned)
}

#[actix_web::test]
async fn an_account_is_made_confirmed_and_signed_in_to() {
    let world = World::new().await;
    let mut browser = world.browser();
    let page = browser.get("/sign-up?next=/cases").await;
    assert_eq!(
        (page.status, page.title().as_str()),
        (200, "Make an account")
    );
    let fields = [
        ("name", "Wei Chen"),
        ("email", "Wei@Example.org"),
        ("password", GOOD),
        ("next", "/cases"),
    ];
    assert_eq!(
        browser.post("/sign-up", &fields).await.location,
        "/sign-up/sent"
    );

    let refused = browser.sign_in("wei@example.org", GOOD).await;
    assert_eq!(
        refused.location, "/sign-up/sent",
        "not before the address is confirmed"
    );

    let path = world.last_path("confirm-email").await;
    for _ in 0..2 {
        let page = browser.get(&path).await;
        assert_eq!(
            (page.status, page.title().as_str()),
            (200, "Confirm your e-mail address")
        );
    }
    let confirmed = browser.post(&path, &[("next", "/cases")]).await;
    assert_eq!(confirmed.location, "/sign-in?next=%2Fcases");
    assert_eq!(browser.get(&path).await.status, 410, "a link works once");

    browser.get("/sign-in?next=/cases").await;
    let before = browser.cookie.clone();
    let signed = browser
        .post(
            "/sign-in",
            &[
                ("email", "wei@example.org"),
                ("password", GOOD),
                ("next", "/cases"),
            ],
        )
        .await;
    assert_eq!((signed.status, signed.location.as_str()), (303, "/cases"));
    assert_ne!(browser.cookie, before, "a new session at sign-in");
    assert_eq!(browser.get("/account").await.title(), "Your account");
}

#[actix_web::test]
async fn nobody_learns_whether_an_address_has_an_account() {
    let world = World::new().await;
    world.account("wei@example.org").await;
    for (path, fields) in [
        ("/sign-up", vec![("name", "Other"), ("password", GOOD)]),
        ("/reset", vec![]),
        ("/sign-in/link", vec![]),
    ] {
        let mut answers = Vec::new();
        for email in ["wei@example.org", "nobody@example.org"] {
            let mut browser = world.browser();
            browser.get(path).await;
            let mut fields = fields.clone();
            fields.push(("email", email));
            let answer = browser.post(path, &fields).await;
            answers.push((answer.status, answer.location));
        }
        assert_eq!(answers[0], answers[1], "{path}");
    }
    let letters = world.letters().await;
    assert!(
        letters
            .iter()
            .any(|(kind, _, variant)| kind == "account-security" && variant == "exists")
    );
    let wrong = |answer: Answer| (answer.status, answer.errors());
    let known = wrong(
        world
            .browser()
            .sign_in("wei@example.org", "wrong password here")
            .await,
    );
    let unknown = wrong(
        world
            .browser()
            .sign_in("nobody@example.org", "wrong password here")
            .await,
    );
    assert_eq!(known, unknown);
    assert_eq!(known.0, 422);
}

#[actix_web::test]
async fn guessing_is_slowed_down_and_the_owner_still_gets_in() {
    let world = World::new().await;
    world.account("wei@example.org").await;
    let mut guesser = world.browser();
    for _ in 0..5 {
        assert_eq!(
            guesser
                .sign_in("wei@example.org", "not the right one")
                .await
                .status,
            422
        );
    }
    let slowed = guesser.sign_in("wei@example.org", GOOD).await;
    assert_eq!(slowed.status, 429);
    assert_eq!(
        slowed.errors(),
        ["Too many tries. Wait a minute, or get a link to sign in by e-mail"]
    );

    let mut owner = world.browser();
    owner.get("/sign-in/link").await;
    owner
        .post("/sign-in/link", &[("email", "wei@example.org")])
        .await;
    let path = world.last_path("sign-in-link").await;
    assert_eq!(owner.get(&path).await.title(), "Sign in");
    assert_eq!(owner.post(&path, &[]).await.location, urls::dashboard());
    assert_eq!(owner.get("/account").await.status, 200);
    assert_eq!(owner.post(&path, &[]).await.status, 410);
}

#[actix_web::test]
async fn a_reset_ends_every_session_and_signs_nobody_in() {
    let world = World::new().await;
    let mut known = world.account("wei@example.org").await;
    known.sign_in("wei@example.org", GOOD).await;

    let mut browser = world.browser();
    browser.get("/reset").await;
    browser
        .post("/reset", &[("email", "wei@example.org")])
        .await;
    let path = world.last_path("reset-password").await;
    assert_eq!(browser.get(&path).await.status, 200);
    let weak = browser.post(&path, &[("password-new", "short")]).await;
    assert_eq!(
        (weak.status, weak.errors()),
        (
            422,
            vec!["Choose a password of at least 12 characters".to_owned()]
        )
    );
    let done = browser
        .post(&path, &[("password-new", "four loud lighthouses")])
        .await;
    assert_eq!(done.location, "/sign-in");
    assert_eq!(
        browser.get("/account").await.status,
        303,
        "not signed in by it"
    );
    assert_eq!(known.get("/account").await.status, 303, "signed out");
    assert_eq!(browser.sign_in("wei@example.org", GOOD).await.status, 422);
    assert_eq!(
        browser
            .sign_in("wei@example.org", "four loud lighthouses")
            .await
            .status,
        303
    );
    let letters = world.letters().await;
    assert!(
        letters
            .iter()
            .any(|(kind, _, variant)| kind == "account-security" && variant == "password")
    );
}

#[actix_web::test]
async fn the_own_account_is_changed() {
    let world = World::new().await;
    let mut browser = world.account("wei@example.org").await;
    browser.sign_in("wei@example.org", GOOD).await;
    let mut other = world.browser();
    other.sign_in("wei@example.org", GOOD).await;

    for path in [
        "/account",
        "/account/password",
        "/account/sessions",
        "/account/time-zone",
        "/account/theme",
        "/admin/keys",
    ] {
        for language in ["en", "zh-Hans"] {
            let page = browser.get(&format!("{path}?lang={language}")).await;
            assert_eq!(page.status, 200, "{path}");
            page.title();
            page.assert_words();
        }
    }
    browser.get("/account?lang=en").await;
    let bad = browser
        .post("/account", &[("name", ""), ("locale", "en")])
        .await;
    assert_eq!(
        (bad.status, bad.errors()),
        (422, vec!["Enter your name".to_owned()])
    );
    assert_eq!(
        browser
            .post("/account", &[("name", "陈伟"), ("locale", "zh-Hans")])
            .await
            .status,
        303
    );
    assert!(browser.get("/account").await.body.contains("陈伟"));
    assert_eq!(
        browser
            .post(
                "/account/time-zone",
                &[("zone", "Asia/Shanghai"), ("next", "//evil.example")]
            )
            .await
            .location,
        "/account"
    );
    assert_eq!(
        browser
            .post("/account/time-zone", &[("zone", "Nowhere")])
            .await
            .status,
        422
    );
    assert_eq!(
        browser
            .post("/account/theme", &[("theme", "dark")])
            .await
            .status,
        303
    );
    assert_eq!(
        attribute(&browser.get("/account").await.body, "html", "data-theme").as_deref(),
        Some("dark")
    );

    let changed = browser
        .post(
            "/account/password",
            &[
                ("password", GOOD),
                ("password-new", "four loud lighthouses"),
            ],
        )
        .await;
    assert_eq!(changed.location, "/account");
    assert_eq!(browser.get("/account").await.status, 200);
    assert_eq!(
        other.get("/account").await.status,
        303,
        "signed out elsewhere"
    );

    other
        .sign_in("wei@example.org", "four loud lighthouses")
        .await;
    assert_eq!(other.get("/account").await.status, 200, "signed in again");
    assert_eq!(
        browser.post("/account/sessions/all", &[]).await.location,
        "/sign-in"
    );
    for signed_out in [&mut browser, &mut other] {
        assert_eq!(signed_out.get("/account").await.status, 303);
    }
}

#[actix_web::test]
async fn the_first_administrator_gives_rights() {
    let world = World::new().await;
    world.account("manager@example.org").await;
    let link = accounts::first_administrator(&world.app)
        .await
        .unwrap()
        .unwrap();
    let path = link
        .strip_prefix("http://127.0.0.1:8080")
        .unwrap()
        .to_owned();
    let mut admin = world.browser();
    admin.get(&path).await;
    let fields = [
        ("name", "Ada"),
        ("email", "ada@example.org"),
        ("password", GOOD),
    ];
    assert_eq!(
        admin.post(&path, &fields).await.location,
        "/sign-in?next=%2Fadmin"
    );
    assert_eq!(admin.get(&path).await.status, 410);
    assert!(
        accounts::first_administrator(&world.app)
            .await
            .unwrap()
            .is_none()
    );
    admin.sign_in("ada@example.org", GOOD).await;

    let list = admin.get("/admin/people?q=man").await;
    assert!(list.body.contains("manager@example.org") && !list.body.contains("ada@example.org"));
    list.assert_words();
    let manager = world
        .app
        .store
        .read(|tx| rows::find_by_email(tx, "manager@example.org"))
        .await
        .unwrap()
        .unwrap();
    let person = urls::admin_person(manager.id);
    admin.get(&person).await.assert_words();
    let without = admin
        .post(
            &person,
            &[
                ("do", "role"),
                ("role", "case_manager"),
                ("password", "not my password"),
            ],
        )
        .await;
    assert_eq!(without.status, 422);
    let with = admin
        .post(
            &person,
            &[("do", "role"), ("role", "case_manager"), ("password", GOOD)],
        )
        .await;
    assert_eq!(with.status, 303);
    let mut case_manager = world.browser();
    case_manager.sign_in("manager@example.org", GOOD).await;
    assert_eq!(
        case_manager.get("/admin/people").await.status,
        404,
        "not for case managers"
    );

    admin.get("/admin/organisations").await.assert_words();
    let new = [
        ("kind", "marketplace"),
        ("name", "Harbor Market"),
        ("country", "de"),
        ("key", "harbor"),
    ];
    let made = admin.post("/admin/organisations", &new).await;
    assert_eq!(made.status, 303);
    assert_eq!(
        admin.post("/admin/organisations", &new).await.errors(),
        ["Another organisation has this short name. Choose another"]
    );
    admin.get(&made.location).await.assert_words();
    assert_eq!(
        admin
            .post(&made.location, &[("email", "nobody@example.org")])
            .await
            .status,
        422
    );
    assert_eq!(
        admin
            .post(&made.location, &[("email", "manager@example.org")])
            .await
            .status,
        303
    );
    assert!(
        admin
            .get(&made.location)
            .await
            .body
            .contains("manager@example.org")
    );

    assert_eq!(
        admin
            .post(&person, &[("do", "disable"), ("password", GOOD)])
            .await
            .status,
        303
    );
    assert_eq!(
        case_manager.get("/account").await.status,
        303,
        "shut out at once"
    );
    assert_eq!(
        case_manager
            .sign_in("manager@example.org", GOOD)
            .await
            .status,
        422
    );
}

#[actix_web::test]
async fn a_key_is_shown_once_and_taken_back() {
    let world = World::new().await;
    let mut browser = world.account("wei@example.org").await;
    browser.sign_in("wei@example.org", GOOD).await;
    browser.get("/admin/keys").await;
    let none = browser
        .post(
            "/admin/keys",
            &[("name", "Listing system"), ("password", GOOD)],
        )
        .await;
    assert_eq!(
        (none.status, none.errors()),
        (
            422,
            vec!["Choose at least one thing that the key may do".to_owned()]
        )
    );
    let made = browser
        .post(
            "/admin/keys",
            &[
                ("name", "Listing system"),
                ("scopes", "cases"),
                ("scopes", "notices"),
                ("password", GOOD),
            ],
        )
        .await;
    assert_eq!(
        (made.status, made.title().as_str()),
        (200, "The key is made")
    );
    made.assert_words();
    let list = browser.get("/admin/keys").await;
    assert!(
        list.body.contains("Read cases, File notices"),
        "{}",
        list.body
    );
    let key = attribute(&list.body, "input[name=key]", "value").unwrap();
    assert!(!made.body.contains(&key), "only the hash is kept");
    assert_eq!(
        browser
            .post("/admin/keys/revoke", &[("key", &key)])
            .await
            .status,
        303
    );
    assert_eq!(
        browser
            .post("/admin/keys/revoke", &[("key", &key)])
            .await
            .status,
        404
    );
}

#[actix_web::test]
async fn one_click_sign_in_exists_in_a_demonstration_only() {
    let people =
        serde_json::json!([{ "role": "seller", "name": "Wei Chen", "email": "wei@example.org" }]);
    for demo in [false, true] {
        let world = World::new().await;
        world.account("wei@example.org").await;
        let kept = people.clone();
        world
            .app
            .store
            .write(move |tx| settings::put(tx, "demo_people", &kept))
            .await
            .unwrap();
        let mut app = Arc::into_inner(world.app).unwrap();
        app.config.mode = if demo {
            crate::config::Mode::Demo
        } else {
            crate::config::Mode::Serve
        };
        let world = World {
            app: Arc::new(app),
            ..world
        };
        let mut browser = world.browser();
        let page = browser.get("/sign-in").await;
        assert_eq!(page.body.contains("Sign in as"), demo);
        let signed = browser
            .post("/sign-in/demo", &[("email", "wei@example.org")])
            .await;
        assert_eq!(signed.status, if demo { 303 } else { 404 });
    }
}

#[actix_web::test]
async fn the_front_door_answers_alike_and_asks_for_what_is_missing() {
    let world = World::new().await;
    let mut browser = world.browser();
    browser
        .get("/respond?case=IP-2026-000001&lang=zh-Hans")
        .await
        .assert_words();
    let page = browser.get("/respond?case=IP-2026-000001&lang=en").await;
    assert_eq!(
        attribute(&page.body, "#f-case", "value").as_deref(),
        Some("IP-2026-000001")
    );
    let wrong = browser
        .post("/respond", &[("case", "12"), ("email", "x")])
        .await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.errors().len(), 2);
    let sent = browser
        .post(
            "/respond",
            &[("case", "ip-2026-000001"), ("email", "seller@example.org")],
        )
        .await;
    assert_eq!(sent.location, "/respond/sent");
    browser.get("/respond/sent").await.assert_words();
    assert!(world.letters().await.is_empty());
    let nothing = browser.get(&urls::letter_link(&"ab".repeat(32))).await;
    assert_eq!(nothing.status, 410);
    nothing.assert_words();
}
