//! A visit to a page: in both languages, wide and narrow, light and dark.

use super::checks;
use super::demo::Demo;
use super::driver::{Browser, Look};
use super::pages::{self, PUBLIC, Stop, Tour};
use serde_json::Value;

/// Signs in with the demonstration's link, as a person would: opens it and presses the button.
pub async fn sign_in(browser: &Browser, demo: &Demo, role: &str) {
    if role == PUBLIC {
        return;
    }
    browser.look(Look::WIDE).await;
    browser.open(demo.link(role)).await;
    browser.send_form("main form[method=post]").await;
    let address = browser.address().await;
    assert!(
        !address.contains("/sign-in"),
        "{role} could not sign in: {address}"
    );
}

/// Leaves.
pub async fn sign_out(browser: &Browser, demo: &Demo) {
    browser.open(&demo.url("/")).await;
    browser.forget().await;
}

/// Looks at one page from all sides; gives the faults with where they were found. Links of the page are offered to the
/// tour.
pub async fn page(
    browser: &Browser,
    demo: &Demo,
    stop: &Stop,
    tour: &mut Tour,
) -> Vec<(String, String)> {
    let path = &stop.path;
    let mut faults = Vec::new();
    browser.look(Look::WIDE).await;
    browser.open(&demo.url(&in_language(path, "en"))).await;
    let shown = browser
        .run("return location.pathname + location.search", vec![])
        .await;
    let shown = without_language(shown.as_str().unwrap_or_default());
    if !tour.is_new(path, &shown) {
        return faults;
    }
    let status = checks::status(browser).await;
    if pages::is_missing_on_purpose(path) {
        note(
            &mut faults,
            "en",
            if status == 404 {
                Vec::new()
            } else {
                vec![format!("answers {status}, not 404")]
            },
        );
    } else if status >= 400 {
        checks::console(browser).await;
        faults.push((
            format!("linked from {}", stop.linked_from),
            format!("answers {status}"),
        ));
        return faults;
    }
    for link in links(browser).await {
        tour.offer(&without_language(&link), path);
    }
    note(&mut faults, "en", checks::shape(browser, "en").await);
    note(&mut faults, "en, keyboard", checks::keyboard(browser).await);
    for look in [Look::WIDE, Look::PHONE_DARK, Look::SMALL] {
        note(
            &mut faults,
            &format!("en, {look}"),
            checks::at(browser, look).await,
        );
    }

    browser.open(&demo.url(&in_language(path, "zh-Hans"))).await;
    note(
        &mut faults,
        "zh-Hans",
        checks::shape(browser, "zh-Hans").await,
    );
    for look in [Look::SMALL_DARK, Look::PHONE, Look::WIDE_DARK] {
        note(
            &mut faults,
            &format!("zh-Hans, {look}"),
            checks::at(browser, look).await,
        );
    }
    let said = checks::console(browser).await;
    if !pages::is_missing_on_purpose(path) {
        note(&mut faults, "console", said);
    }
    faults
}

fn note(faults: &mut Vec<(String, String)>, place: &str, found: Vec<String>) {
    faults.extend(found.into_iter().map(|fault| (place.to_owned(), fault)));
}

async fn links(browser: &Browser) -> Vec<String> {
    let found = browser
        .run(
            "return [...document.querySelectorAll('a[href]')]
                .filter(a => a.origin === location.origin && !a.hasAttribute('download') && !a.target)
                .map(a => a.pathname + a.search)",
            vec![],
        )
        .await;
    found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn in_language(path: &str, language: &str) -> String {
    let sign = if path.contains('?') { '&' } else { '?' };
    format!("{path}{sign}lang={language}")
}

fn without_language(path: &str) -> String {
    let (bare, query) = path.split_once('?').unwrap_or((path, ""));
    let rest: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="))
        .collect();
    if rest.is_empty() {
        bare.to_owned()
    } else {
        format!("{bare}?{}", rest.join("&"))
    }
}

#[test]
fn the_language_is_put_into_addresses_and_taken_out_again() {
    assert_eq!(in_language("/cases?page=2", "en"), "/cases?page=2&lang=en");
    assert_eq!(without_language("/cases?page=2&lang=en"), "/cases?page=2");
    assert_eq!(without_language("/help?lang=zh-Hans"), "/help");
}
