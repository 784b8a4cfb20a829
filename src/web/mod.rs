//! Pages and the JSON interface over HTTP. Every route stands in [`configure`], on one page.

pub mod accounts;
pub mod admin;
pub mod api;
pub mod assets;
pub mod cases;
pub mod complaints;
pub mod doors;
pub mod errors;
pub mod evidence;
pub mod export;
pub mod forms;
pub mod health;
pub mod log;
pub mod matters;
pub mod messages;
pub mod middleware;
pub mod notices;
pub mod page;
pub mod parties;
pub mod public;
pub mod response;
pub mod scope;
pub mod session;
pub mod settlements;
pub mod takedowns;
#[cfg(test)]
mod tests;
pub mod tribunal;
pub mod uploads;
pub use crate::i18n::said as words;

use crate::startup::App;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, ServiceConfig, get};
use std::sync::Arc;

/// Every route. A feature adds its lines here; its handlers stand in its own module.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/health/live", get().to(health::live))
        .route("/health/ready", get().to(health::ready))
        .route("/static/{hash}/{name:.*}", get().to(assets::serve))
        .route("/favicon.ico", get().to(assets::favicon))
        .configure(accounts::configure)
        .configure(api::configure)
        .configure(export::configure)
        .configure(admin::configure)
        .configure(cases::configure)
        .configure(tribunal::configure)
        .configure(complaints::configure)
        .configure(settlements::configure)
        .configure(doors::configure)
        .configure(evidence::configure)
        .configure(log::configure)
        .configure(matters::configure)
        .configure(messages::configure)
        .configure(notices::configure)
        .configure(parties::configure)
        .configure(public::configure)
        .configure(response::configure)
        .configure(takedowns::configure);
}

/// The application as the server and the tests run it.
pub fn application(
    app: Arc<App>,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    actix_web::App::new()
        .app_data(web::Data::from(app))
        .configure(configure)
        // From the inside out: pages for errors, compression, then headers, host and log.
        .wrap(from_fn(errors::pages))
        .wrap(Compress::default())
        .wrap(from_fn(middleware::around))
}

/// The server, bound and ready to be awaited; it stops gracefully on SIGTERM and Ctrl-C.
pub fn server(app: Arc<App>) -> std::io::Result<actix_web::dev::Server> {
    let settings = &app.config.server;
    let listen = settings.listen;
    let threads = match settings.threads {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        threads => threads,
    };
    let server = actix_web::HttpServer::new(move || application(Arc::clone(&app)))
        .workers(threads)
        .shutdown_timeout(30)
        .client_request_timeout(std::time::Duration::from_secs(15))
        .bind(listen)?
        .run();
    Ok(server)
}
