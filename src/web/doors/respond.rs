//! The front door for somebody who received a notice: case number and the address it went to.

use crate::domain::ids::CaseNumber;
use crate::services::doors;
use crate::startup::Limit;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Page, Place, html, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

/// A case number that a letter's link fills in.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    case: String,
}

#[derive(Template)]
#[template(path = "doors/respond.html")]
struct RespondPage {
    page: Page,
    form: FormState,
}

#[derive(Template)]
#[template(path = "doors/sent.html")]
struct SentPage {
    page: Page,
}

/// `GET /respond`
pub async fn show(mut visitor: Visitor, asked: Query<Asked>) -> PageResult {
    let mut form = FormState::new();
    form.set("case", asked.case.chars().take(40).collect::<String>());
    html(&page(&mut visitor, form).await?)
}

/// `POST /respond`: the answer is the same whether case and address belong together or not.
pub async fn submit(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["case", "email"])?;
    visitor.take(Limit::Link, &visitor.address())?;
    let mut form = FormState::of(&posted);
    let number: Option<CaseNumber> = form.choose("case", "doors-number-enter");
    let email = form.email("email");
    let (Some(number), Some(email)) = (number, email) else {
        return unprocessable(&page(&mut visitor, form).await?);
    };
    visitor.take(Limit::Letter, &email.to_lowercase())?;
    doors::respond(&visitor.app, number, email).await?;
    Ok(see_other("/respond/sent"))
}

/// `GET /respond/sent`
pub async fn sent(visitor: Visitor) -> PageResult {
    html(&SentPage {
        page: visitor.page().at(Place::Respond),
    })
}

async fn page(visitor: &mut Visitor, form: FormState) -> Result<RespondPage, WebError> {
    let page = visitor.form_page().await?.at(Place::Respond);
    let here = page.t("doors-respond-title").to_owned();
    Ok(RespondPage {
        page: page
            .crumb(visitor.words().t("doors-home"), urls::home())
            .here(here),
        form,
    })
}
