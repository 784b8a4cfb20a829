//! A browser without scripts: keeps cookies, posts the forms it was shown, follows links by hand.

use actix_http::Request;
use actix_web::Error;
use actix_web::body::{BoxBody, to_bytes};
use actix_web::dev::ServiceResponse;
use actix_web::test::TestRequest;
use futures_util::future::LocalBoxFuture;
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The application as a function.
pub type Call =
    Rc<dyn Fn(Request) -> LocalBoxFuture<'static, Result<ServiceResponse<BoxBody>, Error>>>;

/// A browser.
pub struct Client {
    call: Call,
    cookies: BTreeMap<String, String>,
    hidden: BTreeMap<String, String>,
}

/// What came back.
pub struct Page {
    /// Status
    pub status: u16,
    /// Where a redirect leads
    pub location: String,
    /// Headers, names in lower case
    pub headers: BTreeMap<String, String>,
    /// Body
    pub body: Vec<u8>,
}

impl Page {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The texts of everything a selector finds.
    pub fn select(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector)
            .map(|e| {
                e.text()
                    .collect::<String>()
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect()
    }

    /// An attribute of everything a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.text());
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector)
            .filter_map(|e| e.value().attr(name).map(str::to_owned))
            .collect()
    }

    /// The first heading.
    pub fn heading(&self) -> String {
        self.select("h1").into_iter().next().unwrap_or_default()
    }

    /// What the error summary says.
    pub fn errors(&self) -> Vec<String> {
        self.select(".errsum li")
    }
}

impl Client {
    /// A fresh browser.
    pub fn new(call: Call) -> Self {
        Self {
            call,
            cookies: BTreeMap::new(),
            hidden: BTreeMap::new(),
        }
    }

    /// Opens a page and remembers the hidden fields of its forms.
    pub async fn get(&mut self, path: &str) -> Page {
        let page = self.send(TestRequest::get().uri(path)).await;
        if page
            .headers
            .get("content-type")
            .is_some_and(|t| t.starts_with("text/html"))
        {
            self.remember(&page);
        }
        page
    }

    /// Sends a form with the hidden fields of the page before.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut all: Vec<(String, String)> = fields
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect();
        for (name, value) in &self.hidden {
            let wanted = matches!(name.as_str(), "csrf" | "seen" | "form" | "version")
                && !all.iter().any(|(n, _)| n == name);
            if wanted
                && (name != "seen" && name != "form" && name != "version" || self.on_page(name))
            {
                all.push((name.clone(), value.clone()));
            }
        }
        let request = TestRequest::post().uri(path).set_form(&all);
        let page = self.send(request).await;
        if page.status == 422 {
            self.remember(&page);
        }
        page
    }

    /// Sends a form with files (field, name, bytes) and the hidden fields of the page before.
    pub async fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Page {
        const EDGE: &str = "----a-boundary";
        let hidden = self.hidden.iter().filter(|(name, _)| {
            matches!(
                name.as_str(),
                "csrf" | "version" | "seen" | "form" | "copy-kept" | "copy-name" | "held"
            ) && !fields.iter().any(|(given, _)| given == name)
        });
        let hidden = hidden.map(|(name, value)| (name.as_str(), value.as_str()));
        let mut body = Vec::new();
        for (name, value) in hidden.chain(fields.iter().copied()) {
            let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"");
            body.extend(format!("{head}\r\n\r\n{value}\r\n").into_bytes());
        }
        for (field, name, bytes) in files {
            let head = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{EDGE}--\r\n").into_bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let request = TestRequest::post()
            .uri(path)
            .insert_header(("Content-Type", kind))
            .set_payload(body);
        let page = self.send(request).await;
        if page.status == 422 {
            self.remember(&page);
        }
        page
    }

    fn on_page(&self, name: &str) -> bool {
        self.hidden.contains_key(name)
    }

    fn remember(&mut self, page: &Page) {
        let html = Html::parse_document(&page.text());
        let selector = Selector::parse("input[type=hidden]").unwrap();
        let old = self.hidden.get("csrf").cloned();
        self.hidden.clear();
        if let Some(csrf) = old {
            self.hidden.insert("csrf".into(), csrf);
        }
        for input in html.select(&selector) {
            if let (Some(name), Some(value)) =
                (input.value().attr("name"), input.value().attr("value"))
            {
                self.hidden.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// The hidden fields of the page before.
    pub fn hidden(&self) -> &BTreeMap<String, String> {
        &self.hidden
    }

    /// Sends any request with the cookies.
    pub async fn send(&mut self, request: TestRequest) -> Page {
        let mut request = request.insert_header(("Host", "127.0.0.1:8080"));
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self
                .cookies
                .iter()
                .map(|(n, v)| format!("{n}={v}"))
                .collect();
            request = request.insert_header(("Cookie", cookies.join("; ")));
        }
        let response = (self.call)(request.to_request()).await.unwrap();
        let status = response.status().as_u16();
        for cookie in response.response().cookies() {
            if cookie.value().is_empty() {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies
                    .insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        let headers: BTreeMap<String, String> = response
            .headers()
            .iter()
            .map(|(n, v)| {
                (
                    n.as_str().to_owned(),
                    v.to_str().unwrap_or_default().to_owned(),
                )
            })
            .collect();
        let location = headers.get("location").cloned().unwrap_or_default();
        let body = to_bytes(response.into_body())
            .await
            .map(|b| b.to_vec())
            .unwrap_or_default();
        Page {
            status,
            location,
            headers,
            body,
        }
    }
}
