//! Infringement notices on pages: the wizard that makes a draft and sends it, saved drafts, receipts,
//! and the claimant's later acts. The seller's side stands in [`super::response`].

mod acts;
mod confirm;
mod drafts;
pub mod lines;
mod receipts;
pub mod steps;
pub mod wizard;

pub use acts::completion::said as gap_said;
pub use acts::{court, delay, impossible, open as open_notice};
pub use receipts::after_act;

use super::errors::WebError;
use super::forms::{FormState, Posted};
use super::session::Visitor;
use super::uploads::{self, Limits, RefusedFile, Upload};
use crate::services::drafts::Owner;
use actix_web::web::{Payload, ServiceConfig, get, post};
use actix_web::{FromRequest, HttpMessage, HttpRequest};

/// The routes of notices, drafts and receipts.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/notices/new", get().to(drafts::start))
        .route("/notices/new", post().to(drafts::begin))
        .route("/drafts", get().to(drafts::list))
        .route("/drafts/{id}", get().to(drafts::resume))
        .route("/drafts/{id}/discard", get().to(drafts::ask_to_discard))
        .route("/drafts/{id}/discard", post().to(drafts::discard))
        .route("/drafts/{id}/send", post().to(steps::send))
        .route("/drafts/{id}/waiting", get().to(confirm::waiting))
        .route("/drafts/{id}/waiting", post().to(confirm::write_again))
        .route("/drafts/{id}/listing/{no}", get().to(steps::listing::show))
        .route("/drafts/{id}/listing/{no}", post().to(steps::listing::take))
        .route("/drafts/{id}/{step}/autosave", post().to(steps::autosave))
        .route("/drafts/{id}/{step}", get().to(steps::show))
        .route("/drafts/{id}/{step}", post().to(steps::take))
        .route("/confirm-notice/{token}", get().to(confirm::door))
        .route("/confirm-notice/{token}", post().to(confirm::confirm))
        .route("/receipts/{number}", get().to(receipts::filing))
        .route("/receipts/{number}/{entry}.pdf", get().to(receipts::pdf))
        .route("/receipts/{number}/{entry}", get().to(receipts::entry))
        .route("/cases/{number}/action/new", get().to(acts::action::ask))
        .route("/cases/{number}/action/new", post().to(acts::action::prove))
        .route(
            "/cases/{number}/action/outcome",
            get().to(acts::outcome::ask),
        )
        .route(
            "/cases/{number}/action/outcome",
            post().to(acts::outcome::record),
        )
        .route(
            "/cases/{number}/arbitration",
            get().to(acts::arbitration::ask),
        )
        .route(
            "/cases/{number}/arbitration",
            post().to(acts::arbitration::consent),
        )
        .route(
            "/cases/{number}/completion",
            get().to(acts::completion::ask),
        )
        .route(
            "/cases/{number}/completion",
            post().to(acts::completion::add),
        )
        .route("/cases/{number}/send-back", get().to(acts::send_back::ask))
        .route(
            "/cases/{number}/send-back",
            post().to(acts::send_back::send),
        )
        .route("/cases/{number}/delay", get().to(acts::delay::ask))
        .route("/cases/{number}/delay", post().to(acts::delay::report))
        .route(
            "/cases/{number}/delay/over",
            get().to(acts::delay::ask_over),
        )
        .route("/cases/{number}/delay/over", post().to(acts::delay::end))
        .route("/cases/{number}/court-order", get().to(acts::court::ask))
        .route("/cases/{number}/court-order", post().to(acts::court::enter))
        .route("/cases/{number}/withdraw", get().to(acts::withdraw::ask))
        .route(
            "/cases/{number}/withdraw",
            post().to(acts::withdraw::withdraw),
        );
}

/// Whose drafts a visitor opens and makes.
pub(super) fn owner_of(visitor: &Visitor) -> Option<Owner> {
    match (&visitor.account, &visitor.session) {
        (Some(account), _) => Some(Owner::Account(account.id)),
        (None, Some(session)) => Some(Owner::Session(session.token_hash.clone())),
        (None, None) => None,
    }
}

/// Reads a form that may hold files, however the browser sent it. `used` bytes are taken already.
pub(super) async fn posted(
    request: &HttpRequest,
    payload: Payload,
    visitor: &Visitor,
    used: u64,
) -> Result<Upload, WebError> {
    if request
        .content_type()
        .eq_ignore_ascii_case("multipart/form-data")
    {
        return uploads::read_each(request, payload, visitor, Limits::of(visitor).less(used)).await;
    }
    let posted = Posted::from_request(request, &mut payload.into_inner()).await?;
    Ok(Upload {
        posted,
        ..Upload::default()
    })
}

/// Says beside its control why files were not taken.
pub(super) fn note_refused(form: &mut FormState, refused: &[RefusedFile]) {
    for file in refused {
        form.error_too(&file.field, file.key, file.args.clone());
    }
}
