//! A person at a browser: a cookie, the header of our pages, and answers that say what went wrong.

use crate::{app::TestApp, grounds};
use rocket::{
    http::{ContentType, Cookie, Header, Method},
    local::asynchronous::LocalRequest,
};
use serde_json::{Value, json};
use uuid::Uuid;
use yizhi_app::guard::{CLIENT_HEADER, SESSION_COOKIE};

/// A text as it stands in an address.
#[must_use]
pub fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Somebody who asks.
#[derive(Clone)]
pub struct User<'a> {
    app: &'a TestApp,
    /// Name to sign in with; empty for nobody.
    pub login: String,
    cookie: Option<Cookie<'static>>,
}

/// A request that is put together by hand.
pub struct Asked<'a> {
    request: LocalRequest<'a>,
    words: String,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What was asked, for the message of a test that fails.
    pub asked: String,
    /// HTTP status.
    pub status: u16,
    /// Media type.
    pub kind: String,
    /// The session cookie, when one was set.
    pub cookie: Option<Cookie<'static>>,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
}

impl<'a> Asked<'a> {
    pub(crate) fn new(app: &'a TestApp, method: Method, path: &str) -> Self {
        Self {
            request: app.client().req(method, path.to_owned()),
            words: format!("{method} {path}"),
        }
    }
    /// With a cookie.
    #[must_use]
    pub fn cookie(mut self, cookie: Option<&Cookie<'static>>) -> Self {
        if let Some(cookie) = cookie {
            self.request = self.request.cookie(cookie.clone());
        }
        self
    }
    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.request.add_header(Header::new(name, value.to_owned()));
        self
    }
    /// With the header of our pages.
    #[must_use]
    pub fn ours(self) -> Self {
        self.header(CLIENT_HEADER, "test")
    }
    /// With a body of some kind.
    #[must_use]
    pub fn body(mut self, kind: ContentType, bytes: impl Into<Vec<u8>>) -> Self {
        self.request = self.request.header(kind).body(bytes.into());
        self
    }
    /// Sends it.
    pub async fn send(self) -> Answer {
        let response = self.request.dispatch().await;
        let headers = response.headers().iter();
        Answer {
            asked: self.words,
            status: response.status().code,
            kind: response
                .content_type()
                .map(|kind| kind.to_string())
                .unwrap_or_default(),
            cookie: response
                .cookies()
                .get(SESSION_COOKIE)
                .map(|cookie| cookie.clone().into_owned()),
            headers: headers
                .map(|header| (header.name().as_str().to_lowercase(), header.value().to_owned()))
                .collect(),
            body: response.into_bytes().await.unwrap_or_default(),
        }
    }
}

impl<'a> User<'a> {
    pub(crate) fn unknown(app: &'a TestApp) -> Self {
        Self {
            app,
            login: String::new(),
            cookie: None,
        }
    }

    pub(crate) async fn sign_in(app: &'a TestApp, login: &str, password: &str) -> Self {
        let body = json!({"login": login, "password": password});
        let answer = Self::unknown(app).post("/api/session", &body).await.is(200);
        let cookie = answer.cookie.unwrap();
        assert_eq!(cookie.http_only(), Some(true), "no script reads the cookie");
        Self::with_session(app, login, cookie)
    }

    pub(crate) fn with_session(app: &'a TestApp, login: &str, cookie: Cookie<'static>) -> Self {
        Self {
            app,
            login: login.to_owned(),
            cookie: Some(cookie),
        }
    }

    /// The application.
    #[must_use]
    pub fn app(&self) -> &'a TestApp {
        self.app
    }

    /// The cookie.
    #[must_use]
    pub fn cookie(&self) -> Option<&Cookie<'static>> {
        self.cookie.as_ref()
    }

    /// A request with the cookie and the header of our pages.
    #[must_use]
    pub fn asked(&self, method: Method, path: &str) -> Asked<'a> {
        let mut asked = self.app.asked(method, path).cookie(self.cookie()).ours();
        asked.words = format!("{}: {}", self.login, asked.words);
        asked
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.asked(Method::Get, path).send().await
    }

    /// Reads what must be there.
    pub async fn read(&self, path: &str) -> Value {
        self.get(path).await.is(200).json()
    }

    /// Sends JSON.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        let asked = self.asked(Method::Post, path);
        asked.body(ContentType::JSON, body.to_string()).send().await
    }

    /// Stores a file.
    pub async fn put(&self, id: Uuid, name: &str, bytes: &[u8]) -> Answer {
        let name = rocket::http::RawStr::new(name).percent_encode();
        self.asked(Method::Put, &format!("/api/files/{id}?name={name}"))
            .body(ContentType::Binary, bytes)
            .send()
            .await
    }

    /// Stores a file that must be taken; answers its id.
    pub async fn store(&self, name: &str, bytes: &[u8]) -> Uuid {
        let id = Uuid::new_v4();
        self.put(id, name, bytes).await.is(201);
        id
    }

    /// A case as this person sees it.
    pub async fn case(&self, id: Uuid) -> Value {
        self.read(&format!("/api/cases/{id}")).await
    }

    /// Acts on a thing (`cases`, `leads`, `links`) at the version this person sees.
    pub async fn act(&self, things: &str, id: Uuid, act: Value) -> Answer {
        let seen = self.get(&format!("/api/{things}/{id}")).await;
        let version = if seen.status == 200 {
            seen.json()["version"].as_u64()
        } else {
            None
        };
        self.act_at(things, id, version.unwrap_or(0), act).await
    }

    /// Acts on a thing at a version.
    pub async fn act_at(&self, things: &str, id: Uuid, version: u64, act: Value) -> Answer {
        self.act_as(Uuid::new_v4(), things, id, version, act).await
    }

    /// Acts on a thing under a command id.
    pub async fn act_as(&self, command: Uuid, things: &str, id: Uuid, version: u64, act: Value) -> Answer {
        let body = json!({"command_id": command, "expected_version": version, "act": act});
        self.post(&format!("/api/{things}/{id}/acts"), &body).await
    }

    /// Acts in a case; it must be accepted.
    pub async fn does(&self, case: Uuid, act: Value) -> Answer {
        self.act("cases", case, act).await.is(200)
    }

    /// Acts in a case; it must be refused with this code, and nothing may change.
    pub async fn refused(&self, case: Uuid, act: Value, code: &str) -> Value {
        let before = self.app.snapshot().await;
        let problem = self.act("cases", case, act).await.refused(code);
        assert_eq!(self.app.snapshot().await, before, "{code}: something changed");
        problem
    }
}

impl Answer {
    /// The status is this one.
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}\n{}", self.asked, self.text());
        self
    }

    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{}: {error}\n{}", self.asked, self.text()))
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The first value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The code of the problem; empty when the answer is none.
    #[must_use]
    pub fn code(&self) -> String {
        if self.kind != "application/problem+json" {
            return String::new();
        }
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// A problem (RFC 9457) with this code, and where a rule said no, with its article and its remedy. Answers
    /// the problem.
    pub fn refused(&self, code: &str) -> Value {
        assert_eq!(
            self.kind,
            "application/problem+json",
            "{} was not refused: {} {}",
            self.asked,
            self.status,
            self.text()
        );
        let problem = self.json();
        assert_eq!(problem["code"], code, "{}\n{}", self.asked, self.text());
        assert_eq!(problem["status"], self.status, "{}", self.asked);
        assert!(problem["type"].is_string() && problem["title"].is_string() && problem["detail"].is_string());
        if let Some(ground) = grounds::of(code) {
            let text = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
            assert_eq!(problem["article"], text(ground.article), "{code}");
            assert_eq!(problem["remedy"], text(ground.remedy), "{code}");
        }
        problem
    }
}
