//! The public pages as a browser meets them, in every language.

use crate::config::{Config, Secret, Transport};
use crate::i18n::Locale;
use crate::startup::{App, ManualClock, SeededEntropy};
use crate::urls;
use crate::web::errors;
use actix_web::http::StatusCode;
use actix_web::middleware::from_fn;
use actix_web::test::{self, TestRequest};
use actix_web::web;
use std::collections::HashSet;
use std::sync::Arc;

async fn app(folder: &tempfile::TempDir) -> Arc<App> {
    let mut config = Config::default();
    config.server.public_url = "http://127.0.0.1:8080".to_owned();
    config.secrets.key = Secret::new("0123456789abcdef0123456789abcdef");
    config.mail.transport = Transport::Memory;
    config.mail.from = "Registry <registry@example.org>".to_owned();
    config.product.contact_email = "help@example.org".to_owned();
    config.data.dir = folder.path().to_owned();
    let clock = Arc::new(ManualClock::at("2026-08-05T09:20:00Z".parse().unwrap()));
    App::build_with(config, clock, Arc::new(SeededEntropy::new(1)))
        .await
        .unwrap()
}

/// Asks for pages and gives back status and body.
async fn get(paths: &[String]) -> Vec<(StatusCode, String)> {
    let folder = tempfile::tempdir().unwrap();
    let shared = web::Data::from(app(&folder).await);
    let service = actix_web::App::new()
        .app_data(shared)
        .configure(super::configure)
        .wrap(from_fn(errors::pages));
    let service = test::init_service(service).await;
    let mut answers = Vec::new();
    for path in paths {
        let request = TestRequest::get()
            .uri(path)
            .insert_header(("host", "127.0.0.1:8080"))
            .to_request();
        let answer = test::call_service(&service, request).await;
        let status = answer.status();
        answers.push((
            status,
            String::from_utf8(test::read_body(answer).await.to_vec()).unwrap(),
        ));
    }
    answers
}

const PAGES: [&str; 22] = [
    "/",
    "/start",
    "/start?what=listing",
    "/start?what=listing&right=copyright",
    "/start?what=listing&right=copyright&market=elsewhere",
    "/start?what=listing&right=other&market=cn",
    "/start?what=listing&right=patent&market=us",
    "/start?what=unsafe&market=eu",
    "/start?what=unsafe&market=us",
    "/start?what=matter&sort=domain",
    "/start?what=order",
    "/start?what=order&court=no",
    "/start?what=order&court=no&home=eu&seller=eu",
    "/start?what=order&court=yes",
    "/start?what=other",
    "/how-it-works",
    "/rules",
    "/rules/us-dmca-512",
    "/rules/cn-ecl-ip",
    "/rules/consumer-odr",
    "/help",
    "/terms",
];

/// Words between tags and in labels that look like keys of the catalogue.
fn raw_keys(html: &str) -> Vec<&str> {
    let sorts = [
        "public", "state", "phase", "clock", "anchor", "step", "role", "outcome", "unit",
        "calendar", "common", "errors", "right", "action",
    ];
    html.split(['>', '<', '"', ' ', '\n'])
        .filter(|word| {
            word.split_once('-')
                .is_some_and(|(sort, rest)| sorts.contains(&sort) && !rest.is_empty())
        })
        .filter(|word| {
            !html.contains(&format!("id=\"{word}\""))
                && !html.contains(&format!("value=\"{word}\""))
        })
        .collect()
}

#[actix_web::test]
async fn every_page_is_whole_in_every_language() {
    for locale in Locale::ALL {
        let paths: Vec<String> = PAGES
            .iter()
            .chain(&["/accessibility", "/privacy"])
            .map(|path| urls::with_query(path, &[("lang", locale.tag())]))
            .collect();
        for (path, (status, html)) in paths.iter().zip(get(&paths).await) {
            assert_eq!(status, StatusCode::OK, "{path}");
            assert!(
                html.contains(&format!("<html lang=\"{}\"", locale.tag())),
                "{path}"
            );
            assert_eq!(html.matches("<h1").count(), 1, "{path}");
            assert_eq!(raw_keys(&html), Vec::<&str>::new(), "{path}");
            let ids: Vec<&str> = html
                .split(" id=\"")
                .skip(1)
                .filter_map(|rest| rest.split_once('"'))
                .map(|(id, _)| id)
                .collect();
            assert_eq!(
                ids.iter().collect::<HashSet<_>>().len(),
                ids.len(),
                "{path} has an id twice: {ids:?}"
            );
            for target in html
                .split("href=\"#")
                .skip(1)
                .filter_map(|rest| rest.split_once('"'))
                .map(|(id, _)| id)
            {
                assert!(ids.contains(&target), "{path} links to #{target}");
            }
        }
    }
}

#[actix_web::test]
async fn a_procedure_shows_its_clocks_declarations_and_law() {
    let answers = get(&["/rules/us-dmca-512".to_owned(), "/rules/nothing".to_owned()]).await;
    let html = &answers[0].1;
    assert!(html.contains("10 working days to 14 working days"));
    assert!(html.contains("Under penalty of perjury, I have a good faith belief"));
    assert!(html.contains("17 U.S.C. 512(g)(2)(C)"));
    assert_eq!(answers[1].0, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_procedure_says_which_papers_it_needs_what_it_costs_and_its_versions() {
    let paths = [
        "/rules/us-dmca-512",
        "/rules/domain-udrp",
        "/rules/domain-udrp-forum",
        "/rules/arb-expedited",
    ];
    let answers = get(&paths.map(str::to_owned)).await;
    let html = |at: usize| &answers[at].1;
    assert!(
        html(0).contains("Counter-notice, from: Seller. It must hold:"),
        "{}",
        html(0)
    );
    assert!(html(0).contains("Nothing is to be paid for this procedure."));
    assert!(
        !html(1).contains("No table of fees is kept here"),
        "its fees stand there"
    );
    assert!(html(2).contains("No table of fees is kept here"));
    assert!(html(3).contains("for agreements concluded from 19 September 2021"));
    for (at, path) in paths.iter().enumerate() {
        let versions = html(at)
            .split_once("id=\"versions\"")
            .map(|(_, rest)| rest)
            .unwrap_or_default();
        assert!(versions.contains("New cases begin under it"), "{path}");
    }
}

#[actix_web::test]
async fn a_chinese_reader_gets_the_law_and_the_notes_in_chinese() {
    let packs = crate::domain::procedures::Packs::embedded().unwrap();
    let packs: Vec<_> = packs.iter().collect();
    let paths: Vec<String> = packs
        .iter()
        .map(|pack| format!("/rules/{}?lang=zh-Hans", pack.id()))
        .collect();
    for (pack, (_, html)) in packs.iter().zip(get(&paths).await) {
        assert!(html.contains("<html lang=\"zh-Hans\""), "{}", pack.id());
        let marks = pack
            .sources
            .iter()
            .filter_map(|source| source.mark.as_deref());
        for english in marks.chain(pack.about.note.as_deref()) {
            let start: String = english.chars().take(30).collect();
            assert!(!html.contains(&start), "{}: {english}", pack.id());
        }
    }
}

#[actix_web::test]
async fn an_open_question_comes_back_with_what_to_do() {
    let paths = [
        "/start?asked=what",
        "/start?asked=right&what=listing",
        "/start?what=received",
    ]
    .map(str::to_owned);
    let answers = get(&paths).await;
    assert_eq!(answers[0].0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answers[0].1.contains("<title>Error: "));
    assert!(answers[0].1.contains("href=\"#f-what\""));
    assert_eq!(answers[1].0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answers[2].0, StatusCode::SEE_OTHER);
}
