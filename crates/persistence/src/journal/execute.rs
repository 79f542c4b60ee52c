//! Carrying out a command: read, decide, append, project, in one transaction.

use super::{
    event_store::{self, Envelope, Folded},
    number_series,
    side_row::{self, ID_TAKEN, SideRow},
};
use crate::{
    Store,
    entity::command,
    error::StoreError,
    projection::{self, Projected},
    store::work::Abort,
    time,
};
use sea_orm::{DatabaseTransaction, EntityTrait};
use std::sync::Arc;
use uuid::Uuid;
use yizhi_domain::{
    Moment,
    id::PersonId,
    journal::Aggregate,
    refusal::{Ground, Refusal},
};

pub use super::number_series::Series;

/// How a command is decided: from the state and, when a series was named, the next number of it.
///
/// It may run more than once, and other writers wait while it runs: it must be pure and quick.
pub type Decide<A> =
    Arc<dyn Fn(&A, Option<u32>) -> Result<Vec<<A as Aggregate>::Event>, Refusal> + Send + Sync>;

/// A command on its way into the journal.
pub struct Submission<A: Aggregate> {
    /// The stream it is for.
    pub stream: Uuid,
    /// Its own id; the same id twice has one effect.
    pub command_id: Uuid,
    /// Digest of the request, so that an id used for something else is noticed.
    pub digest: String,
    /// The version the caller saw, when it matters.
    pub expected: Option<u64>,
    /// Who asks.
    pub actor: PersonId,
    /// When.
    pub at: Moment,
    /// The series it needs a number of.
    pub series: Option<Series>,
    /// Personal data that goes with it.
    pub rows: Vec<SideRow>,
    /// The decision.
    pub decide: Decide<A>,
}

impl<A: Aggregate> std::fmt::Debug for Submission<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The rows are left out: personal data does not belong into logs.
        f.debug_struct("Submission")
            .field("kind", &A::KIND)
            .field("stream", &self.stream)
            .field("command_id", &self.command_id)
            .field("expected", &self.expected)
            .finish_non_exhaustive()
    }
}

/// What became of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// Version of the stream after it.
    pub version: u64,
    /// Whether it had been done before; then nothing happened now.
    pub repeated: bool,
}

/// Why a command was not carried out. Nothing was changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ExecuteError {
    /// A rule said no.
    #[error("{0}")]
    Refused(Refusal),
    /// Somebody else was faster; the caller should look again.
    #[error("the stream is at version {actual}, not {expected}")]
    Stale {
        /// The version the caller saw.
        expected: u64,
        /// The version it is at.
        actual: u64,
    },
    /// It could not be kept.
    #[error(transparent)]
    Fault(#[from] StoreError),
}

impl From<Refusal> for ExecuteError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Abort for ExecuteError {
    fn fault(&self) -> Option<&StoreError> {
        match self {
            Self::Fault(error) => Some(error),
            Self::Refused(_) | Self::Stale { .. } => None,
        }
    }
}

/// The id of a command was used for another one.
pub const ID_REUSED: Ground = Ground {
    code: "command.id_reused",
    article: "",
    says: "A different command was sent with this id before.",
    remedy: "Make a new id for a new command.",
};

impl Store {
    /// Carries out a command.
    pub async fn execute<A: Projected>(&self, submission: Submission<A>) -> Result<Done, ExecuteError> {
        let submission = Arc::new(submission);
        self.write(move |tx| {
            let submission = Arc::clone(&submission);
            Box::pin(async move { carry_out(tx, &submission).await })
        })
        .await
    }
}

async fn carry_out<A: Projected>(
    tx: &DatabaseTransaction,
    submission: &Submission<A>,
) -> Result<Done, ExecuteError> {
    event_store::lock(tx, submission.stream).await?;
    if let Some(done) = done_before(tx, submission).await? {
        return Ok(done);
    }
    let folded: Folded<A> = event_store::fold(tx, submission.stream).await?;
    if let Some(expected) = submission.expected
        && expected != folded.version
    {
        return Err(ExecuteError::Stale {
            expected,
            actual: folded.version,
        });
    }
    let number = match submission.series {
        Some(series) => Some(number_series::take(tx, series).await?),
        None => None,
    };
    let events = (submission.decide)(&folded.state, number)?;
    if events.is_empty() {
        if let Some(series) = submission.series {
            number_series::give_back(tx, series).await?;
        }
    } else {
        for row in &submission.rows {
            ID_TAKEN.unless(side_row::insert(tx, row).await?)?;
        }
    }
    let envelope = Envelope {
        stream: submission.stream,
        command_id: submission.command_id,
        actor: &submission.actor,
        at: time::shown(time::kept(submission.at)),
    };
    let folded = event_store::append(tx, folded, &envelope, &events).await?;
    if !events.is_empty() {
        projection::write(tx, submission.stream, &folded).await?;
    }
    remember(tx, submission, folded.version).await?;
    Ok(Done {
        version: folded.version,
        repeated: false,
    })
}

async fn done_before<A: Aggregate>(
    tx: &DatabaseTransaction,
    submission: &Submission<A>,
) -> Result<Option<Done>, ExecuteError> {
    let Some(row) = command::Entity::find_by_id(submission.command_id)
        .one(tx)
        .await
        .map_err(StoreError::from)?
    else {
        return Ok(None);
    };
    let same =
        row.digest == submission.digest && row.stream_kind == A::KIND && row.stream_id == submission.stream;
    ID_REUSED.unless(same)?;
    let version = u64::try_from(row.version)
        .map_err(|error| StoreError::inconsistent("command", row.command_id, error))?;
    Ok(Some(Done {
        version,
        repeated: true,
    }))
}

async fn remember<A: Aggregate>(
    tx: &DatabaseTransaction,
    submission: &Submission<A>,
    version: u64,
) -> Result<(), StoreError> {
    let row = command::Model {
        command_id: submission.command_id,
        stream_kind: A::KIND.to_owned(),
        stream_id: submission.stream,
        version: i64::try_from(version)
            .map_err(|error| StoreError::inconsistent("command", submission.command_id, error))?,
        digest: submission.digest.clone(),
    };
    command::Entity::insert(command::ActiveModel::from(row))
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
