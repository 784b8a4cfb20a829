//! One exhibit: its facts, its hash, and as much of its contents as is safe to show in our pages.

use super::{below, claim_name, find, side, type_name};
use crate::domain::Role;
use crate::domain::access;
use crate::domain::acts::Act;
use crate::domain::evidence as domain;
use crate::domain::ids::ExhibitLabel;
use crate::services::desk;
use crate::services::evidence::{self, Preview};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, html};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::Path;
use askama::Template;

/// What stands under the facts.
enum Shown {
    Picture(String),
    Text(String, bool),
    Reason(String),
}

#[derive(Template)]
#[template(path = "evidence/exhibit.html")]
struct ExhibitPage {
    page: Page,
    frame: CaseFrame,
    label: String,
    mark: &'static str,
    title: String,
    facts: Vec<SumRow>,
    description: String,
    digest: String,
    withdrawn: Option<(jiff::Timestamp, String)>,
    shown: Shown,
    download: String,
    size: u64,
    edit: String,
    withdraw: String,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
    /// For the sitting arbitrator: where to tick the exhibit as considered, and whether it is
    considered: Option<(String, bool)>,
}

/// Whether the sitting arbitrator ticked the exhibit, with the address for doing so; nothing for others.
async fn considered(
    scope: &CaseScope,
    label: &ExhibitLabel,
) -> Result<Option<(String, bool)>, WebError> {
    let Some(account) = scope.actor.account else {
        return Ok(None);
    };
    let is_open = scope.file.tracks.iter().any(|track| {
        let is_theirs = scope.file.sitting(track.no).map(|seat| seat.account) == Some(account);
        is_theirs
            && scope.file.decisions.iter().all(|d| d.track != track.no)
            && scope.file.record_of(track.no).any(|e| e.label == *label)
    });
    if scope.actor.role != Role::Arbitrator || !is_open {
        return Ok(None);
    }
    let ticked = desk::ticked(&scope.visitor.app, scope.file.id, account).await?;
    let to = format!("{}/record", urls::desk(&scope.file.number));
    Ok(Some((to, ticked.contains(label))))
}

/// `GET /cases/{number}/evidence/{exhibit}`
pub async fn show(visitor: Visitor, path: Path<(String, String)>) -> PageResult {
    let (number, label) = path.into_inner();
    let mut scope = CaseScope::open(visitor, &number).await?;
    let exhibit = find(&scope, &label)?;
    let considered = considered(&scope, &exhibit.label).await?;
    let page = match considered {
        Some(_) => scope.form_page().await?,
        None => scope.page(),
    };
    let number = scope.file.number.clone();
    let address = urls::exhibit(&number, &exhibit.label);
    let shown = match evidence::preview(&exhibit.file) {
        Preview::Picture => Shown::Picture(format!("{address}/view")),
        Preview::Text => match evidence::text(&scope.visitor.app.blobs, &exhibit.file).await {
            Ok((text, whole)) => Shown::Text(text, whole),
            Err(error) => {
                tracing::error!(case.id = %scope.file.id, exhibit = %exhibit.label, error = %error, "an exhibit's file cannot be read");
                Shown::Reason(page.t("evidence-gone").to_owned())
            }
        },
        Preview::TooLarge => Shown::Reason(page.t("evidence-not-shown-large").to_owned()),
        Preview::Download => Shown::Reason(page.t("evidence-not-shown").to_owned()),
    };
    let own = scope.would_accept(&Act::Evidence(domain::Act::Withdraw {
        label: exhibit.label.clone(),
        reason: "-".into(),
    }));
    let claim = match scope.file.listing(exhibit.claim) {
        Some(listing) => claim_name(&page, listing),
        None => page.t("evidence-whole-case").to_owned(),
    };
    let facts = vec![
        SumRow::new(
            page.t("evidence-kind"),
            words::said(&page.words, "exhibit-kind", exhibit.kind.as_str()),
        ),
        SumRow::new(page.t("evidence-supports"), claim),
        SumRow::new(page.t("evidence-side"), side(&page, &scope, &exhibit)),
        SumRow::new(page.t("evidence-filed-by"), exhibit.filed_by.clone()),
        SumRow::new(
            page.t("evidence-received"),
            crate::web::page::parts::when_and_where(&page, exhibit.filed_at),
        ),
        SumRow::new(page.t("evidence-file-name"), exhibit.file.name.clone()),
        SumRow::new(
            page.t("evidence-type"),
            type_name(&page, &exhibit.file.media_type),
        ),
        SumRow::new(page.t("evidence-size"), page.size(exhibit.file.size_bytes)),
    ];
    let labels: Vec<_> = access::exhibits(&scope.file, &scope.actor)
        .map(|e| e.label.clone())
        .collect();
    let at = labels
        .iter()
        .position(|label| *label == exhibit.label)
        .unwrap_or_default();
    let link = |index: Option<usize>| {
        index
            .and_then(|i| labels.get(i))
            .map(|label| (label.to_string(), urls::exhibit(&number, label)))
    };
    let if_own = |href: String| if own { href } else { String::new() };
    html(&ExhibitPage {
        frame: scope.frame(Part::Evidence),
        label: exhibit.label.to_string(),
        mark: exhibit.label.mark(),
        title: exhibit.title.clone(),
        facts,
        description: exhibit.description.clone(),
        digest: exhibit.file.digest.clone(),
        withdrawn: exhibit.withdrawn.as_ref().map(|w| (w.at, w.reason.clone())),
        shown,
        considered,
        download: urls::exhibit_original(&number, &exhibit.label),
        size: exhibit.file.size_bytes,
        edit: if_own(format!("{address}/edit")),
        withdraw: if_own(format!("{address}/withdraw")),
        before: link(at.checked_sub(1)),
        after: link(at.checked_add(1)),
        page: below(page, &scope, exhibit.label.to_string()),
    })
}
