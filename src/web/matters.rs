//! Matters: what a pack describes whole becomes forms here, and what was filed on them becomes pages. Nothing
//! in this module knows one procedure from another.

mod filing;
pub mod paper;
mod steps;

pub use steps::{StepLink, open_steps};

use actix_web::web::{ServiceConfig, get, post};

/// The routes of matters.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/matters", get().to(filing::list))
        .route("/matters/new/{pack}", get().to(filing::ask))
        .route("/matters/new/{pack}", post().to(filing::send))
        .route("/cases/{number}/steps/{step}", get().to(steps::ask))
        .route("/cases/{number}/steps/{step}", post().to(steps::take))
        .route("/cases/{number}/papers/{no}", get().to(paper::show));
}
