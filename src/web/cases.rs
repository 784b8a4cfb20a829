//! Pages of a case that every reader has: overview, claims, timeline; the work list and the list of cases.

mod clock;
mod list;
mod migrate;
pub mod names;
mod next;
mod overview;
mod parallel;
mod steps;
mod timeline;
mod work;

pub use clock::clock_view;
pub use steps::{Step, next_steps};

use actix_web::web::{ServiceConfig, get, post};

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/dashboard", get().to(work::dashboard))
        .route("/cases", get().to(list::list))
        .route("/cases/{number}", get().to(overview::overview))
        .route("/cases/{number}/next", get().to(next::show))
        .route("/cases/{number}/rules", get().to(migrate::ask))
        .route("/cases/{number}/rules", post().to(migrate::take))
        .route("/cases/{number}/parallel", get().to(parallel::list))
        .route("/cases/{number}/parallel/new", get().to(parallel::ask))
        .route("/cases/{number}/parallel/new", post().to(parallel::record))
        .route(
            "/cases/{number}/parallel/{no}/over",
            get().to(parallel::ask_over),
        )
        .route(
            "/cases/{number}/parallel/{no}/over",
            post().to(parallel::end),
        )
        .route("/cases/{number}/claims", get().to(overview::claims))
        .route("/cases/{number}/claims/{claim}", get().to(overview::claim))
        .route("/cases/{number}/timeline", get().to(timeline::timeline))
        .route("/cases/{number}/calendar.ics", get().to(clock::calendar));
}
