//! The pages in a real browser: accessible, within the width of a phone, usable by keyboard, quiet in the console.
//!
//! Runs where `REDRESS_BROWSER=1` and `REDRESS_AXE` (the file `axe.min.js`) are set, as `tests/run` does; elsewhere the
//! tests say that they were skipped.

mod checks;
mod demo;
mod driver;
mod pages;
mod shots;
mod visit;

use demo::Demo;
use driver::{Browser, Look};
use pages::Tour;
use std::collections::BTreeMap;

/// A browser and a demonstration of one's own, or nothing where browser tests are off.
async fn begin() -> Option<(Demo, Browser)> {
    if std::env::var_os("REDRESS_BROWSER").is_none_or(|value| value != "1") {
        eprintln!("skipped: browser tests run only with REDRESS_BROWSER=1; tests/run sets it");
        return None;
    }
    let demo = Demo::start().await;
    let browser = Browser::start().await;
    Some((demo, browser))
}

/// Visits every kind of page that some people can reach, and fails with the list of all faults.
async fn every_page_is_sound_for(roles: &[&str]) {
    let Some((demo, browser)) = begin().await else {
        return;
    };
    // Each fault once, with the places where it was found.
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut count = 0;
    for role in roles {
        let mut tour = Tour::of(role);
        visit::sign_in(&browser, &demo, role).await;
        while let Some(stop) = tour.next() {
            count += 1;
            for (place, fault) in visit::page(&browser, &demo, &stop, &mut tour).await {
                faults
                    .entry(fault)
                    .or_default()
                    .push(format!("{role} {} ({place})", stop.path));
            }
        }
        visit::sign_out(&browser, &demo).await;
    }
    browser.quit().await;
    eprintln!("{count} pages looked at for {}", roles.join(", "));
    let told: Vec<String> = faults
        .iter()
        .map(|(fault, places)| {
            let more = places.len().saturating_sub(3);
            let first = places[..places.len().min(3)].join("; ");
            format!(
                "{fault}\n    {first}{}",
                if more > 0 {
                    format!("; and {more} more")
                } else {
                    String::new()
                }
            )
        })
        .collect();
    assert!(
        told.is_empty(),
        "{} faults on {count} pages:\n{}",
        told.len(),
        told.join("\n")
    );
}

#[tokio::test]
async fn public_pages_are_sound() {
    every_page_is_sound_for(&[pages::PUBLIC]).await;
}

#[tokio::test]
async fn pages_of_the_parties_are_sound() {
    every_page_is_sound_for(&["rights_holder", "seller", "consumer", "lawyer"]).await;
}

#[tokio::test]
async fn pages_of_the_service_are_sound() {
    every_page_is_sound_for(&["officer", "case_manager", "arbitrator", "administrator"]).await;
}

#[tokio::test]
async fn a_form_sent_empty_says_what_to_do_and_leads_to_the_field() {
    let Some((demo, browser)) = begin().await else {
        return;
    };
    let mut faults = Vec::new();
    for path in pages::FORMS {
        for look in [Look::WIDE, Look::PHONE_DARK] {
            browser.look(look).await;
            browser.open(&demo.url(path)).await;
            browser.send_form("main form[method=post]").await;
            let found = checks::errors_are_shown(&browser).await;
            faults.extend(
                found
                    .into_iter()
                    .chain(checks::axe(&browser).await)
                    .map(|fault| format!("{path}: {fault}")),
            );
        }
    }
    browser.quit().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The harness itself must be able to find what it looks for.
#[tokio::test]
async fn a_bad_page_is_found_out() {
    let Some((demo, browser)) = begin().await else {
        return;
    };
    browser.look(Look::SMALL).await;
    browser.open(&demo.url("/")).await;
    browser
        .run(
            "document.documentElement.removeAttribute('lang');
             const h = document.createElement('h1'); h.textContent = 'second';
             const wide = document.createElement('p'); wide.style.width = '900px'; wide.textContent = 'wide';
             const link = document.createElement('a'); link.href = '/'; link.tabIndex = -1;
             const box = document.createElement('button'); box.textContent = 'unreachable';
             box.addEventListener('focus', () => box.blur());
             const image = document.createElement('img'); image.src = '/nothing-here.png';
             document.querySelector('main').append(h, wide, link, box, image);",
            vec![],
        )
        .await;
    let found = [
        checks::shape(&browser, "en").await,
        checks::no_sideways_scroll(&browser).await,
        checks::axe(&browser).await,
        checks::console(&browser).await,
    ]
    .concat()
    .join("\n");
    browser.quit().await;
    for fault in ["lang", "h1", "sideways", "link-name", "nothing-here.png"] {
        assert!(found.contains(fault), "{fault} was not found: {found}");
    }
}
