//! Signing in with a password, and out.

use super::{Next, enter, next_or, wait};
use crate::services::accounts::{self, DemoPerson, SignIn};
use crate::startup::Limit;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, html, render, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::http::{StatusCode, header};
use actix_web::web::Query;
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    page: Page,
    form: FormState,
    demo: Vec<DemoPerson>,
}

impl SignInPage {
    /// Another page that goes on to the same one afterwards.
    fn way(&self, path: &str) -> String {
        urls::with_query(path, &[("next", self.form.value("next"))])
    }

    /// What somebody of the made-up world does, in words; a role without words stands as it is.
    fn role<'a>(&'a self, person: &'a DemoPerson) -> &'a str {
        self.page
            .find(&format!(
                "accounts-demo-role-{}",
                person.role.replace('_', "-")
            ))
            .unwrap_or(&person.role)
    }
}

/// `GET /sign-in`
pub async fn show(mut visitor: Visitor, query: Query<Next>) -> PageResult {
    if visitor.account.is_some() {
        return Ok(see_other(next_or(&query.next, urls::dashboard())));
    }
    let mut form = FormState::new();
    form.set("next", next_or(&query.next, ""));
    html(&page(&mut visitor, form).await?)
}

/// `POST /sign-in`
pub async fn submit(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["email", "password", "next"])?;
    let from = visitor.address();
    visitor.take(Limit::SignInAddress, &from)?;
    let mut form = FormState::of(&posted);
    let email = form.email("email");
    let typed = posted.exact("password");
    if typed.is_empty() {
        form.error("password", "accounts-password-enter");
    }
    let Some(email) = email.filter(|_| form.is_ok()) else {
        return unprocessable(&page(&mut visitor, form).await?);
    };
    let next = next_or(posted.get("next"), urls::dashboard());
    match accounts::sign_in(&visitor.app, &email, typed, &from, next).await? {
        SignIn::Done(account) => {
            enter(&mut visitor, account.id, true).await?;
            Ok(see_other(next))
        }
        SignIn::Unconfirmed => Ok(see_other("/sign-up/sent")),
        SignIn::Wrong => {
            form.error("email", "accounts-sign-in-wrong");
            unprocessable(&page(&mut visitor, form).await?)
        }
        SignIn::Wait(longest) => {
            wait(&mut form, "email", longest);
            let mut answer = render(
                &page(&mut visitor, form).await?,
                StatusCode::TOO_MANY_REQUESTS,
            )?;
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, longest.as_secs().max(1).into());
            Ok(answer)
        }
    }
}

/// `POST /sign-in/demo`: one of the people of a demonstration, without a password.
pub async fn demo(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["email", "next"])?;
    let account = accounts::demo_sign_in(&visitor.app, posted.get("email"))
        .await?
        .ok_or(WebError::NotFound)?;
    enter(&mut visitor, account.id, false).await?;
    Ok(see_other(next_or(posted.get("next"), urls::dashboard())))
}

/// `POST /sign-out`
pub async fn leave(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&[])?;
    visitor.sign_out().await?;
    visitor.leave(Flash::done("accounts-signed-out")).await?;
    let mut answer = see_other(urls::sign_in());
    // Pages of the account must not come back with the back button.
    answer.headers_mut().insert(
        header::HeaderName::from_static("clear-site-data"),
        header::HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(answer)
}

async fn page(visitor: &mut Visitor, form: FormState) -> Result<SignInPage, WebError> {
    let demo = accounts::demo_people(&visitor.app).await?;
    Ok(SignInPage {
        page: visitor.form_page().await?,
        form,
        demo,
    })
}
