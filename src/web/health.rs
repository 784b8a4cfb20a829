//! For the machine that watches the service: is it alive, is it ready?

use crate::startup::App;
use actix_web::{HttpResponse, web};

/// `GET /health/live`: the process answers.
pub async fn live() -> HttpResponse {
    plain(HttpResponse::Ok(), "alive\n")
}

/// `GET /health/ready`: the database answers and files can be written; whether acts are recorded.
pub async fn ready(app: web::Data<App>) -> HttpResponse {
    let database = app.store.ping().await;
    let blobs = app.blobs.check_writable().await;
    match (database, blobs) {
        // Pages can still be read: it stays in service.
        (Ok(()), Ok(())) if app.log.alarm().is_some() => plain(
            HttpResponse::Ok(),
            "ready for reading; nothing is written\n",
        ),
        (Ok(()), Ok(())) => plain(HttpResponse::Ok(), "ready\n"),
        (database, blobs) => {
            if let Err(error) = &database {
                tracing::error!("not ready: the database does not answer: {error}");
            }
            if let Err(error) = &blobs {
                tracing::error!("not ready: files cannot be written: {error}");
            }
            let text = if database.is_err() {
                "the database does not answer\n"
            } else {
                "files cannot be written\n"
            };
            plain(HttpResponse::ServiceUnavailable(), text)
        }
    }
}

fn plain(mut response: actix_web::HttpResponseBuilder, text: &'static str) -> HttpResponse {
    response
        .content_type("text/plain; charset=utf-8")
        .body(text)
}
