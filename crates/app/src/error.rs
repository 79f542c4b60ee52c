//! Every answer that is not the wished one: problem+json (RFC 9457) with code, article and remedy.

use crate::usecases::prepare_edition::first_faults;
use rocket::{
    Request, Response, catch,
    http::{ContentType, Status},
    response::{self, Responder},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, io::Cursor};
use utoipa::ToSchema;
use yizhi_domain::{catalogue::sheet::column_of, county::Fault, refusal::Refusal};
use yizhi_persistence::{ExecuteError, StoreError};

/// A problem (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `about:blank`, or a URN of the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// Short sentence in English.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Stable code; the front end translates it.
    pub code: String,
    /// The article where the law says no.
    pub article: Option<String>,
    /// What would make the answer yes.
    pub remedy: Option<String>,
    /// What is wrong here.
    pub detail: String,
    /// Values for the sentence.
    pub params: BTreeMap<String, String>,
    /// What is wrong in a file, row by row; at most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<RowFault>,
}

/// One thing wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RowFault {
    /// Row of the file, the heading being row 1.
    pub row: usize,
    /// Column, by its name; empty for the row as a whole.
    pub column: String,
    /// Its Chinese heading.
    pub heading: String,
    /// Stable code; the front end translates it.
    pub code: String,
    /// What stands in the cell.
    pub value: String,
    /// What is wrong, in English.
    pub says: String,
}

/// Why a request is not answered as wished.
#[derive(Debug)]
pub enum ApiError {
    /// A rule said no: 422.
    Refused(Refusal),
    /// The right is missing: 403.
    Denied(Refusal),
    /// Nobody is signed in: 401.
    Unauthorised,
    /// It does not exist, or not for this person: 404.
    NotFound,
    /// Somebody was faster: 409.
    Stale {
        /// The version the client had.
        expected: u64,
        /// The version there is.
        actual: u64,
    },
    /// A file has faults: 422, and nothing was changed.
    Faulty(Vec<Fault>),
    /// The request itself is wrong.
    Bad {
        /// HTTP status.
        status: Status,
        /// Stable code.
        code: &'static str,
        /// What is wrong.
        detail: String,
    },
    /// Our fault; the cause goes to the log, never to the client.
    Fault(String),
}

/// What a handler answers.
pub type Answer<T> = Result<T, ApiError>;

impl ApiError {
    /// A wrong request.
    pub fn bad(status: Status, code: &'static str, detail: impl ToString) -> Self {
        Self::Bad {
            status,
            code,
            detail: detail.to_string(),
        }
    }

    fn problem(&self) -> Problem {
        let plain = |status: Status, code: &str, title: &str, detail: &str| Problem {
            kind: format!("urn:yizhi:{code}"),
            title: title.to_owned(),
            status: status.code,
            code: code.to_owned(),
            article: None,
            remedy: None,
            detail: detail.to_owned(),
            params: BTreeMap::new(),
            faults: Vec::new(),
        };
        match self {
            Self::Refused(refusal) => of_refusal(refusal, Status::UnprocessableEntity, "A rule says no"),
            Self::Denied(refusal) => of_refusal(refusal, Status::Forbidden, "Not permitted"),
            Self::Unauthorised => plain(
                Status::Unauthorized,
                "session.missing",
                "Not signed in",
                "Sign in first.",
            ),
            Self::NotFound => plain(
                Status::NotFound,
                "not_found",
                "Not found",
                "There is nothing here for you.",
            ),
            Self::Stale { expected, actual } => {
                let detail = "Somebody else was faster; nothing was changed.";
                let mut problem = plain(Status::Conflict, "version.stale", "Stale version", detail);
                problem.remedy = Some("Reload, look at what changed, and try again.".to_owned());
                problem.params = [
                    ("expected".to_owned(), expected.to_string()),
                    ("actual".to_owned(), actual.to_string()),
                ]
                .into();
                problem
            }
            Self::Faulty(faults) => of_faults(faults),
            Self::Bad { status, code, detail } => plain(*status, code, "The request is wrong", detail),
            Self::Fault(_) => plain(
                Status::InternalServerError,
                "fault",
                "Fault",
                "Something failed here; nothing was half-done.",
            ),
        }
    }
}

fn of_faults(faults: &[Fault]) -> Problem {
    let (many, first) = first_faults(faults.to_vec());
    Problem {
        kind: "urn:yizhi:list.faults".to_owned(),
        title: "The list has faults".to_owned(),
        status: Status::UnprocessableEntity.code,
        code: "list.faults".to_owned(),
        article: None,
        remedy: Some("Mend the rows that are named and send the list again.".to_owned()),
        detail: "Nothing was changed.".to_owned(),
        params: [("faults".to_owned(), many.to_string())].into(),
        faults: first
            .into_iter()
            .map(|fault| RowFault {
                heading: column_of(&fault.column)
                    .map_or_else(String::new, |column| column.chinese.to_owned()),
                row: fault.row,
                column: fault.column,
                code: fault.code.to_owned(),
                value: fault.value,
                says: fault.says,
            })
            .collect(),
    }
}

fn of_refusal(refusal: &Refusal, status: Status, title: &str) -> Problem {
    let text = |text: &str| Some(text).filter(|text| !text.is_empty()).map(ToOwned::to_owned);
    Problem {
        kind: format!("urn:yizhi:{}", refusal.code()),
        title: title.to_owned(),
        status: status.code,
        code: refusal.code().to_owned(),
        article: text(refusal.ground.article),
        remedy: text(refusal.ground.remedy),
        detail: refusal.ground.says.to_owned(),
        params: refusal
            .params
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
        faults: Vec::new(),
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        if refusal.code().starts_with("permit.") {
            Self::Denied(refusal)
        } else {
            Self::Refused(refusal)
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::BadPageKey => Self::bad(
                Status::BadRequest,
                "list.bad_key",
                "The key of the page was not made by this list.",
            ),
            other => Self::Fault(other.to_string()),
        }
    }
}

impl From<ExecuteError> for ApiError {
    fn from(error: ExecuteError) -> Self {
        match error {
            ExecuteError::Refused(refusal) => refusal.into(),
            ExecuteError::Stale { expected, actual } => Self::Stale { expected, actual },
            ExecuteError::Fault(fault) => fault.into(),
        }
    }
}

impl<'r> Responder<'r, 'static> for ApiError {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        if let Self::Fault(cause) = &self {
            tracing::error!(uri = %request.uri().path(), cause, "a request failed by our fault");
        }
        self.problem().respond_to(request)
    }
}

impl<'r> Responder<'r, 'static> for Problem {
    fn respond_to(self, _request: &'r Request<'_>) -> response::Result<'static> {
        let body = serde_json::to_vec(&self).map_err(|_unlikely| Status::InternalServerError)?;
        Response::build()
            .status(Status::new(self.status))
            .header(ContentType::new("application", "problem+json"))
            .sized_body(body.len(), Cursor::new(body))
            .ok()
    }
}

/// Keeps the reason of a failed guard for the catcher, which sees only the status.
pub fn remember(request: &Request<'_>, error: &ApiError) -> Status {
    let problem = error.problem();
    let status = Status::new(problem.status);
    let _kept = request.local_cache(|| Some(problem));
    status
}

/// Answers what no handler answered.
#[catch(default)]
pub fn uncaught(status: Status, request: &Request<'_>) -> Problem {
    if let Some(problem) = request.local_cache(|| None::<Problem>) {
        return problem.clone();
    }
    let (code, detail) = match status.code {
        401 => ("session.missing", "Sign in first."),
        404 => ("not_found", "There is nothing here."),
        413 => ("request.too_large", "The request is larger than is taken here."),
        400 | 422 => ("request.malformed", "The request cannot be read."),
        _ => ("fault", "Something failed here; nothing was half-done."),
    };
    ApiError::bad(status, code, detail).problem()
}
