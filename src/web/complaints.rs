//! Consumer complaints on pages: the wizard that makes a draft and sends it, the registry's screening,
//! what both sides do later, and every deadline with its rule.

mod acts;
mod answer;
mod deadlines;
pub mod parts;
mod registry;
mod send;
mod steps;
mod wizard;

pub use acts::{take_withdraw, withdraw};
pub use answer::{respond, response};

use actix_web::web::{ServiceConfig, get, post};

/// The routes of complaints and deadlines.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/complaints/new", get().to(send::start))
        .route("/complaints/new", post().to(send::begin))
        .route("/complaints/new/", get().to(steps::resume))
        .route("/complaints/new/send", post().to(send::send))
        .route("/complaints/new/waiting", get().to(send::waiting))
        .route("/complaints/new/{step}", get().to(steps::show))
        .route("/complaints/new/{step}", post().to(steps::take))
        .route("/confirm-complaint/{token}", get().to(send::door))
        .route("/confirm-complaint/{token}", post().to(send::confirm))
        .route("/registry/intake", get().to(registry::intake))
        .route("/cases/{number}/screening", get().to(registry::screening))
        .route("/cases/{number}/screening", post().to(registry::screen))
        .route("/cases/{number}/failure", get().to(acts::failure))
        .route("/cases/{number}/failure", post().to(acts::take_failure))
        .route("/cases/{number}/complete", get().to(acts::complete))
        .route("/cases/{number}/complete", post().to(acts::take_complete))
        .route("/cases/{number}/final-consent", get().to(acts::consent))
        .route(
            "/cases/{number}/final-consent",
            post().to(acts::take_consent),
        )
        .route("/cases/{number}/escalate", get().to(acts::escalate))
        .route("/cases/{number}/escalate", post().to(acts::take_escalate))
        .route(
            "/cases/{number}/deadlines/{clock}",
            get().to(deadlines::show),
        )
        .route(
            "/cases/{number}/deadlines/{clock}/extend",
            get().to(deadlines::extend),
        )
        .route(
            "/cases/{number}/deadlines/{clock}/extend",
            post().to(deadlines::take_extend),
        );
}
