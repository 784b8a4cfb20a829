//! The one deadline that matters to a reader, with how it was counted; and the dates for a calendar program.

use super::steps::step_for;
use crate::domain::acts as domain;
use crate::domain::settlements::dates::{Awaited, SettlementDate};
use crate::domain::{Role, notices};
use crate::i18n::dates;
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::Page;
use crate::web::page::parts::Clock;
use crate::web::scope::CaseScope;
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::{HttpResponse, web};
use jiff::tz::TimeZone;

/// The clock of the page, none when nothing runs.
pub fn clock_view(scope: &CaseScope, page: &Page) -> Option<Clock> {
    if let Some(date) = scope.settlement_date() {
        return Some(settlement_view(scope, page, &date));
    }
    let clock = scope.clock()?;
    let yours = scope.owns(clock);
    let mut view = Clock::running(
        page,
        format!("c{}", clock.no),
        words::clock_label(&page.words, &clock.rule, yours),
        clock.due_at,
    )
    .since(
        page,
        &TimeZone::get(&clock.derivation.zone).unwrap_or_else(|_| page.zone.clone()),
        clock.started_at,
        words::said(&page.words, "anchor", &clock.derivation.anchor),
    )
    .or_else(words::clock_silence(&page.words, &clock.rule))
    .counted(words::derivation_lines(&page.words, &clock.derivation));
    if let Ok(zone) = TimeZone::get(&clock.derivation.zone) {
        view = view.also_in(page, &zone);
    }
    if yours && let Some(step) = step_for(scope, clock) {
        view = view.act(page.t(&step.key), step.href.clone());
    }
    // In talks no side owns the clock, and each may ask.
    if more_time(scope, clock) {
        view = view.link(
            "clock",
            page.t("case-more-time"),
            urls::deadline_extend(&scope.file.number, clock.no),
        );
    }
    view = view.link(
        "clock",
        page.t("case-date-more"),
        urls::deadline(&scope.file.number, clock.no),
    );
    Some(view.link(
        "cal",
        page.t("case-add-calendar"),
        urls::case_calendar(&scope.file.number),
    ))
}

/// A date of an offer or an obligation, with what happens in silence.
fn settlement_view(scope: &CaseScope, page: &Page, date: &SettlementDate) -> Clock {
    let yours = scope.awaits(date);
    let rule = date.awaited.rule();
    let number = &scope.file.number;
    let (key, href) = match date.awaited {
        Awaited::Answer(no) => ("case-step-offer", urls::offer(number, no)),
        Awaited::Performance(_) => ("case-step-perform", urls::settlement(number)),
        Awaited::Confirmation(_) => ("case-step-confirm", urls::settlement(number)),
    };
    let mut view = Clock::running(
        page,
        format!("s{}", rule),
        words::clock_label(&page.words, rule, yours),
        date.due_at,
    )
    .or_else(words::clock_silence(&page.words, rule));
    if yours {
        view = view.act(page.t(key), href);
    }
    view
}

/// Whether the reader could still get more time on a clock.
fn more_time(scope: &CaseScope, clock: &domain::Clock) -> bool {
    let ask = notices::Act::AskTime {
        clock: clock.no,
        reason: String::new(),
    };
    matches!(scope.actor.role, Role::Claimant | Role::Respondent)
        && scope.would_accept(&domain::Act::Notice(ask))
}

/// `GET /cases/{number}/calendar.ics`: the reader's running deadlines (RFC 5545).
pub async fn calendar(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &number).await?;
    let page = scope.page();
    let stamp = |at: jiff::Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut text =
        String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Redress//Deadlines//EN\r\n");
    let own = (scope.actor.role == Role::Respondent).then(|| scope.track());
    for clock in scope
        .file
        .running_clocks()
        .into_iter()
        .filter(|c| !c.target && own.is_none_or(|track| c.track == track))
    {
        let label = words::clock_label(&page.words, &clock.rule, scope.owns(clock));
        let summary = format!("{}: {label}", scope.file.number);
        let when = dates::full(&page.words, clock.due_at, &page.zone);
        let lines = [
            "BEGIN:VEVENT".to_owned(),
            format!(
                "UID:{}-{}@{}",
                scope.file.number,
                clock.no,
                scope.visitor.app.config.authority()
            ),
            format!("SEQUENCE:{}", clock.extensions),
            format!("DTSTAMP:{}", stamp(scope.now)),
            format!("DTSTART:{}", stamp(clock.due_at)),
            format!("SUMMARY:{}", escaped(&summary)),
            format!(
                "DESCRIPTION:{}",
                escaped(&format!("{when}, {}", page.zone_at(clock.due_at)))
            ),
            format!(
                "URL:{}",
                scope
                    .visitor
                    .app
                    .urls
                    .absolute(&urls::case(&scope.file.number))
            ),
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Reminder\r\nTRIGGER:-P2D\r\nEND:VALARM"
                .to_owned(),
            "END:VEVENT".to_owned(),
        ];
        for line in lines {
            text.push_str(&folded(&line));
            text.push_str("\r\n");
        }
    }
    text.push_str("END:VCALENDAR\r\n");
    let name = format!("attachment; filename=\"{}.ics\"", scope.file.number);
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header(("Content-Disposition", name))
        .body(text))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// Lines longer than 75 octets are folded between characters (RFC 5545, section 3.1).
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut width = 0;
    for c in line.chars() {
        let break_before = width + c.len_utf8() > 73 && !line.starts_with("BEGIN:VALARM");
        if break_before {
            out.push_str("\r\n ");
            width = 1;
        }
        width += c.len_utf8();
        out.push(c);
    }
    out
}
