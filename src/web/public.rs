//! Pages that everybody can read: front door, choice of procedure, how it works, the procedures in
//! words, help and statements. They hold no data of cases.

mod diagram;
mod further;
mod home;
mod procedures;
mod start;
mod steps;
#[cfg(test)]
mod tests;
mod texts;

pub use procedures::fees;
pub use steps::condition;

pub(in crate::web) use further::who_decides;

use actix_web::web::{ServiceConfig, get};

/// The routes of the public pages.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/", get().to(home::show))
        .route("/start", get().to(start::show))
        .route("/how-it-works", get().to(texts::how_it_works))
        .route("/rules", get().to(procedures::list))
        .route("/rules/{pack}", get().to(procedures::show))
        .route("/help", get().to(texts::help))
        .route("/accessibility", get().to(texts::accessibility))
        .route("/privacy", get().to(texts::privacy))
        .route("/terms", get().to(texts::terms));
}
