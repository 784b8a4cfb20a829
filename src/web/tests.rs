//! The frame as a browser meets it: sessions, forms, headers, errors, languages.

use super::errors::{PageResult, WebError};
use super::forms::{Choice, FormState, Posted};
use super::page::{self, Flash, Page, parts, see_other};
use super::session::Visitor;
use crate::config::{Config, Secret};
use crate::i18n::Locale;
use crate::startup::{App, ManualClock, SeededEntropy};
use actix_web::cookie::Cookie;
use actix_web::dev::ServiceResponse;
use actix_web::http::{StatusCode, header};
use actix_web::middleware::from_fn;
use actix_web::test::TestRequest;
use actix_web::{HttpResponse, test, web};
use askama::Template;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

const NOW: &str = "2026-08-05T09:20:00Z";

struct World {
    app: Arc<App>,
    clock: Arc<ManualClock>,
    _folder: tempfile::TempDir,
}

async fn world() -> World {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::default();
    config.server.public_url = "http://127.0.0.1:8080".to_owned();
    config.secrets.key = Secret::new("0123456789abcdef0123456789abcdef");
    config.mail.transport = crate::config::Transport::Memory;
    config.mail.from = "Registry <registry@example.org>".to_owned();
    config.product.contact_email = "help@example.org".to_owned();
    config.data.dir = folder.path().to_owned();
    let clock = Arc::new(ManualClock::at(NOW.parse::<Timestamp>().unwrap()));
    let app = App::build_with(config, clock.clone(), Arc::new(SeededEntropy::new(1)))
        .await
        .unwrap();
    World {
        app,
        clock,
        _folder: folder,
    }
}

#[derive(Template)]
#[template(
    source = r#"{% extends "base.html" %}
{% import "components/field.html" as field %}{% import "components/errsum.html" as errsum %}
{% import "components/clock.html" as clock %}{% import "components/case.html" as case %}
{% import "components/lists.html" as lists %}{% import "components/note.html" as note %}
{% block title %}{{ errsum::prefix(form) }}Trial{% endblock %}
{% block content %}{{ errsum::summary(form) }}<h1>Trial</h1>
{{ note::steps(3, 6) }}{{ note::note("info", "Hello <b>") }}{{ note::back("Back", "/") }}
{{ clock::clock(deadline) }}{{ clock::dock(deadline) }}{{ case::phases(phases) }}{{ case::subnav("Case", subnav) }}
{{ case::who("c", "Aurel & Finch") }}{{ case::ex("r", "R-1", href = "/x") }}{{ case::tag("due", "Your turn") }}{{ case::timeline(entries) }}
{{ lists::todo(todo) }}{{ lists::tasks(tasks) }}{{ lists::sum(rows, wide = true) }}{{ lists::files(files) }}{{ lists::pager(pager) }}
<table class="table"><thead><tr>{{ lists::head("A") }}{{ lists::sortable("B", "?sort=b", order = "ascending") }}</tr></thead></table>
<form method="post" novalidate>{{ page.csrf_field() }}
{{ field::text(form, "name", "Name", hint = "As on the licence", auto = "name") }}
{{ field::password(form, "password", "Password") }}
{{ field::area(form, "why", "Why", max = 4000) }}
{{ field::choices(form, "answer", "Do you agree?", choices) }}
{{ field::tick(form, "true", "This is true") }}
{{ field::select(form, "country", "Country", choices) }}
{{ field::date(form, "bought", "When?") }}
{{ field::money(form, "sum", "currency", "How much?", choices) }}
{{ field::hidden("step", "3") }}{{ lists::drop("files") }}
{{ note::buttons("Save", later = "Later") }}{{ note::saved("") }}</form>{% endblock %}"#,
    ext = "html"
)]
struct Trial {
    page: Page,
    form: FormState,
    choices: Vec<Choice>,
    deadline: parts::Clock,
    phases: Vec<parts::Phase>,
    subnav: Vec<parts::SubnavItem>,
    entries: Vec<parts::TimelineEntry>,
    todo: Vec<parts::Todo>,
    tasks: Vec<parts::Task>,
    rows: Vec<parts::SumRow>,
    files: Vec<parts::FileRow>,
    pager: parts::Pager,
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn trial(page: Page, form: FormState) -> Trial {
    let due = "2026-08-14T10:00:00Z".parse::<Timestamp>().unwrap();
    let began = "2026-07-30T02:22:00Z".parse::<Timestamp>().unwrap();
    let deadline = parts::Clock::running(&page, "response", "Your response is due", due)
        .since(&page, &page.zone.clone(), began, "Notice received 30 July")
        .act("Continue", "/respond")
        .link("clock", "Ask for more time", "/extend")
        .or_else("The case goes on without you.")
        .counted(vec![text("15 days from 30 July")]);
    Trial {
        choices: vec![
            Choice::new("deny", "I do not agree").hint("For example"),
            Choice::new("agree", "I agree"),
        ],
        deadline,
        phases: vec![parts::Phase {
            name: text("Response"),
            note: text("until"),
            progress: parts::Progress::Current,
        }],
        subnav: vec![parts::SubnavItem {
            text: text("Claims"),
            href: text("/c"),
            count: text("3"),
            current: true,
        }],
        entries: vec![parts::TimelineEntry {
            number: 18,
            mark: "c",
            title: text("Offer"),
            who: text("Aurel"),
            at: began,
            href: text("#e18"),
            body: String::new(),
        }],
        todo: vec![parts::Todo {
            title: text("Answer"),
            href: text("/a"),
            about: text("IP"),
            consequence: text("or else"),
            act: text("Answer"),
            due,
            since: "",
        }],
        tasks: vec![parts::Task {
            name: text("Send"),
            href: String::new(),
            hint: text("later"),
            state: text("Cannot start yet"),
            tone: "plain",
        }],
        rows: vec![parts::SumRow::new("Name", "a\nb").change("/edit")],
        files: vec![parts::FileRow {
            label: text("R-1"),
            mark: "r",
            name: text("<x>.pdf"),
            href: String::new(),
            note: text("2 MB"),
            is_error: false,
            remove: text("R-1"),
        }],
        pager: parts::Pager {
            from: 1,
            to: 25,
            total: 240,
            previous: String::new(),
            next: text("?after=25"),
        },
        page,
        form,
    }
}

async fn show(mut visitor: Visitor) -> PageResult {
    let page = visitor.form_page().await?.crumb("Home", "/").here("Trial");
    page::html(&trial(page, FormState::new()))
}

async fn post(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["name", "why", "bought-*", "password"])?;
    let mut form = FormState::of(&posted);
    form.required("name", 20, "errors-text-empty");
    if !form.is_ok() {
        return page::unprocessable(&trial(visitor.form_page().await?, form));
    }
    if form.value("why") == "fail" {
        return Err(WebError::fault("the disk is on fire"));
    }
    visitor.leave(Flash::done("common-yes")).await?;
    Ok(see_other("/trial"))
}

async fn fail() -> Result<HttpResponse, WebError> {
    Err(WebError::fault("a secret from inside"))
}

async fn stale() -> Result<HttpResponse, WebError> {
    Err(WebError::Stale {
        kept: vec![super::errors::Kept {
            name: text("why"),
            value: text("my words"),
        }],
        back: None,
    })
}

async fn only_signed_in(visitor: Visitor) -> PageResult {
    visitor.require_account()?;
    page::html(&trial(visitor.page(), FormState::new()))
}

macro_rules! service {
    ($world:expr) => {
        test::init_service(
            actix_web::App::new()
                .app_data(web::Data::from(Arc::clone(&$world.app)))
                .configure(super::configure)
                .route("/trial", web::get().to(show))
                .route("/trial", web::post().to(post))
                .route("/trial/fail", web::get().to(fail))
                .route("/trial/stale", web::get().to(stale))
                .route("/trial/mine", web::get().to(only_signed_in))
                .wrap(from_fn(super::errors::pages))
                .wrap(from_fn(super::middleware::around)),
        )
        .await
    };
}

fn get(path: &str) -> TestRequest {
    TestRequest::get()
        .uri(path)
        .insert_header((header::HOST, "127.0.0.1:8080"))
}

fn posting(path: &str, body: &[(&str, &str)]) -> TestRequest {
    TestRequest::post()
        .uri(path)
        .insert_header((header::HOST, "127.0.0.1:8080"))
        .insert_header((header::ORIGIN, "http://127.0.0.1:8080"))
        .set_form(body)
}

fn session_of(
    response: &ServiceResponse<impl actix_web::body::MessageBody>,
) -> Option<Cookie<'static>> {
    response
        .response()
        .cookies()
        .find(|cookie| cookie.name() == "redress")
        .map(Cookie::into_owned)
}

async fn body(response: ServiceResponse<impl actix_web::body::MessageBody>) -> String {
    String::from_utf8(test::read_body(response).await.to_vec()).unwrap()
}

fn csrf_in(html: &str) -> String {
    html.split("name=\"csrf\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

#[actix_web::test]
async fn a_form_makes_a_session_and_comes_back_full() {
    let world = world().await;
    let service = service!(world);
    let shown = test::call_service(&service, get("/trial").to_request()).await;
    assert_eq!(shown.status(), StatusCode::OK);
    let cookie = session_of(&shown).unwrap();
    assert!(cookie.http_only().unwrap() && cookie.same_site().is_some());
    let html = body(shown).await;
    let csrf = csrf_in(&html);
    assert_eq!(csrf.len(), 64);

    let fields = [
        ("csrf", csrf.as_str()),
        ("name", ""),
        ("why", "a <b>\r\nreason"),
        ("password", "hunter2"),
        ("bought-day", "3"),
    ];
    let refused = test::call_service(
        &service,
        posting("/trial", &fields)
            .cookie(cookie.clone())
            .to_request(),
    )
    .await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let html = body(refused).await;
    assert!(
        html.contains("<title>Error: Trial - Redress</title>"),
        "{html}"
    );
    assert!(
        html.contains("href=\"#f-name\"")
            && html.contains("aria-invalid=\"true\"")
            && html.contains("id=\"e-name\"")
    );
    assert!(html.contains("a &#60;b&#62;\nreason") && !html.contains("hunter2"));
    assert!(html.contains("name=\"bought-day\"") && html.contains("value=\"3\""));

    let failed = posting(
        "/trial",
        &[("csrf", &csrf), ("name", "Wei Zhang"), ("why", "fail")],
    )
    .cookie(cookie.clone());
    let failed = test::call_service(&service, failed.to_request()).await;
    assert_eq!(failed.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let html = body(failed).await;
    assert!(html.contains("Wei Zhang") && html.contains("Your words are still on this page"));

    let sent = test::call_service(
        &service,
        posting("/trial", &[("csrf", &csrf), ("name", "Wei")])
            .cookie(cookie.clone())
            .to_request(),
    )
    .await;
    assert_eq!(sent.status(), StatusCode::SEE_OTHER);
    let next =
        body(test::call_service(&service, get("/trial").cookie(cookie.clone()).to_request()).await)
            .await;
    assert!(next.contains("note note--done"));
    let after =
        body(test::call_service(&service, get("/trial").cookie(cookie).to_request()).await).await;
    assert!(!after.contains("note note--done"));
}

#[actix_web::test]
async fn a_form_from_elsewhere_is_refused() {
    let world = world().await;
    let service = service!(world);
    let shown = test::call_service(&service, get("/trial").to_request()).await;
    let cookie = session_of(&shown).unwrap();
    let csrf = csrf_in(&body(shown).await);
    let right = [("csrf", csrf.as_str()), ("name", "Wei")];

    let foreign = posting("/trial", &right)
        .cookie(cookie.clone())
        .insert_header((header::ORIGIN, "https://evil.example"));
    assert_eq!(
        test::call_service(&service, foreign.to_request())
            .await
            .status(),
        StatusCode::FORBIDDEN
    );
    let cross = posting("/trial", &right)
        .cookie(cookie.clone())
        .insert_header(("sec-fetch-site", "cross-site"));
    assert_eq!(
        test::call_service(&service, cross.to_request())
            .await
            .status(),
        StatusCode::FORBIDDEN
    );
    let hidden = posting("/trial", &right)
        .cookie(cookie.clone())
        .insert_header((header::ORIGIN, "null"));
    assert_eq!(
        test::call_service(&service, hidden.to_request())
            .await
            .status(),
        StatusCode::SEE_OTHER
    );

    let wrong = posting(
        "/trial",
        &[("csrf", "0"), ("name", "Wei"), ("why", "my words")],
    )
    .cookie(cookie.clone());
    let wrong = test::call_service(&service, wrong.to_request()).await;
    assert_eq!(wrong.status(), StatusCode::FORBIDDEN);
    assert!(body(wrong).await.contains("my words"));
    assert_eq!(
        test::call_service(&service, posting("/trial", &right).to_request())
            .await
            .status(),
        StatusCode::FORBIDDEN
    );
    let unknown = posting(
        "/trial",
        &[("csrf", &csrf), ("name", "Wei"), ("is_admin", "1")],
    )
    .cookie(cookie);
    assert_eq!(
        test::call_service(&service, unknown.to_request())
            .await
            .status(),
        StatusCode::BAD_REQUEST
    );
}

#[actix_web::test]
async fn a_session_ends_when_it_is_not_used() {
    let world = world().await;
    let service = service!(world);
    let shown = test::call_service(&service, get("/trial").to_request()).await;
    let cookie = session_of(&shown).unwrap();
    for hours in [11, 11] {
        world.clock.advance(SignedDuration::from_hours(hours));
        let again =
            test::call_service(&service, get("/trial").cookie(cookie.clone()).to_request()).await;
        assert!(session_of(&again).is_none(), "the session goes on");
    }
    world.clock.advance(SignedDuration::from_hours(12));
    let late = test::call_service(&service, get("/trial").cookie(cookie).to_request()).await;
    assert!(session_of(&late).is_some(), "a new session begins");
}

#[actix_web::test]
async fn errors_are_pages_in_the_reader_s_language_without_inner_texts() {
    let world = world().await;
    let service = service!(world);
    let missing = test::call_service(
        &service,
        get("/nowhere")
            .insert_header((header::ACCEPT_LANGUAGE, "zh-CN"))
            .to_request(),
    )
    .await;
    assert_eq!(missing.status(), StatusCode::NOT_FOUND);
    let html = body(missing).await;
    assert!(html.contains("<html lang=\"zh-Hans\"") && html.contains("找不到这个页面"));

    let failed = test::call_service(&service, get("/trial/fail").to_request()).await;
    assert_eq!(failed.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let id = failed
        .headers()
        .get("x-request-id")
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    let html = body(failed).await;
    assert!(html.contains(&id) && !html.contains("secret from inside"));

    let stale = test::call_service(&service, get("/trial/stale").to_request()).await;
    assert_eq!(stale.status(), StatusCode::CONFLICT);
    assert!(body(stale).await.contains("my words"));

    let problem = get("/nowhere")
        .insert_header((header::ACCEPT, "application/json"))
        .to_request();
    let problem = test::call_service(&service, problem).await;
    assert_eq!(
        problem.headers().get(header::CONTENT_TYPE).unwrap(),
        "application/problem+json"
    );

    let door = test::call_service(&service, get("/trial/mine?x=1").to_request()).await;
    assert_eq!(door.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        door.headers().get(header::LOCATION).unwrap(),
        "/sign-in?next=%2Ftrial%2Fmine%3Fx%3D1"
    );
}

#[actix_web::test]
async fn every_answer_carries_the_headers_that_protect() {
    let world = world().await;
    let service = service!(world);
    let shown = test::call_service(&service, get("/trial").to_request()).await;
    let header = |name: &str| {
        shown
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap().to_owned())
            .unwrap_or_default()
    };
    assert_eq!(
        header("content-security-policy"),
        super::middleware::CONTENT_SECURITY_POLICY
    );
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("x-content-type-options"), "nosniff");
    let other = TestRequest::get()
        .uri("/trial")
        .insert_header((header::HOST, "evil.example"));
    assert_eq!(
        test::call_service(&service, other.to_request())
            .await
            .status(),
        StatusCode::MISDIRECTED_REQUEST
    );
    for health in ["/health/live", "/health/ready"] {
        let probe = TestRequest::get()
            .uri(health)
            .insert_header((header::HOST, "10.0.0.1"));
        assert_eq!(
            test::call_service(&service, probe.to_request())
                .await
                .status(),
            StatusCode::OK,
            "{health}"
        );
    }
}

#[actix_web::test]
async fn static_files_are_kept_for_ever_under_their_hash() {
    let world = world().await;
    let service = service!(world);
    let styles =
        test::call_service(&service, get(super::assets::url("app.css")).to_request()).await;
    assert_eq!(styles.status(), StatusCode::OK);
    assert!(
        styles
            .headers()
            .get(header::CACHE_CONTROL)
            .unwrap()
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    let tag = styles.headers().get(header::ETAG).unwrap().clone();
    let again = get(super::assets::url("app.css")).insert_header((header::IF_NONE_MATCH, tag));
    assert_eq!(
        test::call_service(&service, again.to_request())
            .await
            .status(),
        StatusCode::NOT_MODIFIED
    );
    let old = test::call_service(&service, get("/static/00000000/app.css").to_request()).await;
    assert_eq!(
        old.headers().get(header::CACHE_CONTROL).unwrap(),
        "no-cache"
    );
    assert_eq!(
        test::call_service(&service, get("/static/00000000/../Cargo.toml").to_request())
            .await
            .status(),
        StatusCode::NOT_FOUND
    );
}

#[actix_web::test]
async fn the_language_switch_stays_on_the_page_and_is_remembered() {
    let world = world().await;
    let service = service!(world);
    let switched = test::call_service(&service, get("/trial?q=a&lang=zh-Hans").to_request()).await;
    let cookie = switched
        .response()
        .cookies()
        .find(|cookie| cookie.name() == "redress-lang")
        .unwrap()
        .into_owned();
    let html = body(switched).await;
    assert!(html.contains("href=\"/trial?q=a&#38;lang=en\""), "{html}");
    let later =
        body(test::call_service(&service, get("/trial").cookie(cookie).to_request()).await).await;
    assert!(later.contains(&format!(
        "<html lang=\"{}\" dir=\"ltr\"",
        Locale::ZhHans.tag()
    )));
}

#[actix_web::test]
async fn pages_keep_the_rules_for_html() {
    let world = world().await;
    let service = service!(world);
    for language in ["en", "zh-Hans"] {
        let html = body(
            test::call_service(
                &service,
                get(&format!("/trial?lang={language}")).to_request(),
            )
            .await,
        )
        .await;
        let document = scraper::Html::parse_document(&html);
        let all = |selector: &str| {
            document
                .select(&scraper::Selector::parse(selector).unwrap())
                .count()
        };
        assert_eq!((all("h1"), all("main#main"), all("a.skip")), (1, 1, 1));
        assert_eq!(all("[style], style, [onclick], script:not([src])"), 0);
        for element in document.select(
            &scraper::Selector::parse("input:not([type=hidden]), select, textarea").unwrap(),
        ) {
            let id = element.value().id().unwrap_or_default();
            let wrapped = element.ancestors().any(|node| {
                node.value()
                    .as_element()
                    .is_some_and(|e| e.name() == "label")
            });
            assert!(
                wrapped || all(&format!("label[for='{id}']")) == 1,
                "{language}: {id} has no label"
            );
        }
        let mut ids = std::collections::BTreeSet::new();
        for element in document.select(&scraper::Selector::parse("[id]").unwrap()) {
            assert!(
                ids.insert(element.value().id().unwrap().to_owned()),
                "an id stands twice: {:?}",
                element.value().id()
            );
        }
        for element in document.select(&scraper::Selector::parse("[aria-describedby]").unwrap()) {
            for id in element.value().attr("aria-describedby").unwrap().split(' ') {
                assert!(ids.contains(id), "{id} is not there");
            }
        }
        assert!(
            !html.contains("common-") && !html.contains("errors-"),
            "a key stands for its words"
        );
    }
}
