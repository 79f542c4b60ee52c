//! Databases to test on, and an aggregate small enough to reason about.

use sea_orm::{ConnectionTrait, Database};
use serde::{Deserialize, Serialize};
use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};
use uuid::Uuid;
use yizhi_domain::{
    Moment,
    id::PersonId,
    journal::{Aggregate, Recorded},
    refusal::{Ground, Refusal},
};
use yizhi_persistence::{
    Store, Submission,
    projection::{Head, Projected, Rows},
};

/// Runs the test on an empty store of each kind; what it answers must be the same on all.
pub(crate) async fn on_each<T, F, Fut>(test: F)
where
    T: PartialEq + std::fmt::Debug,
    F: Fn(Store) -> Fut,
    Fut: Future<Output = T>,
{
    let store = Store::open("sqlite::memory:").await.unwrap();
    let first = test(store.clone()).await;
    store.close().await.unwrap();
    if let Ok(server) = std::env::var("YIZHI_TEST_POSTGRES") {
        let server = server.trim_end_matches('/');
        let name = name();
        administer(server, &format!("CREATE DATABASE {name}")).await;
        let store = Store::open(&in_database(server, &name)).await.unwrap();
        let second = test(store.clone()).await;
        store.close().await.unwrap();
        administer(server, &format!("DROP DATABASE {name}")).await;
        assert_eq!(first, second, "both databases answer the same");
    }
}

fn name() -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    format!(
        "yizhi_{}_{}",
        std::process::id(),
        MADE.fetch_add(1, Ordering::Relaxed)
    )
}

/// The address of a database on the server, whether or not the server's own address names one.
fn in_database(server: &str, name: &str) -> String {
    let host = server.find("://").map_or(0, |place| place + 3);
    let end = server[host..]
        .find('/')
        .map_or(server.len(), |place| host + place);
    format!("{}/{name}", &server[..end])
}

async fn administer(server: &str, statement: &str) {
    let connection = Database::connect(in_database(server, "postgres")).await.unwrap();
    connection.execute_unprepared(statement).await.unwrap();
    connection.close().await.unwrap();
}

pub(crate) fn id(number: u32) -> Uuid {
    Uuid::from_u128(number.into())
}

pub(crate) fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

pub(crate) fn morning() -> Moment {
    at("2026-05-11T08:30:00.123456+08:00")
}

pub(crate) fn person(code: &str) -> PersonId {
    PersonId::try_new(code).unwrap()
}

/// Counts what it is told.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Tally {
    pub sum: i64,
    pub numbers: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum TallyEvent {
    Added {
        amount: i64,
        number: Option<u32>,
        exact: f64,
    },
}

pub(crate) const NO: Ground = Ground {
    code: "tally.no",
    article: "",
    says: "No.",
    remedy: "",
};

impl Aggregate for Tally {
    const KIND: &'static str = "tally";
    type Event = TallyEvent;
    type Command = ();
    type Desk<'a> = ();

    fn decide(&self, _command: &(), _desk: &()) -> Result<Vec<TallyEvent>, Refusal> {
        Ok(Vec::new())
    }

    fn evolve(mut self, event: &Recorded<TallyEvent>) -> Self {
        let TallyEvent::Added { amount, number, .. } = event.event;
        self.sum += amount;
        self.numbers.extend(number);
        self
    }
}

impl Projected for Tally {
    fn rows(&self, _head: &Head) -> Rows {
        Rows::None
    }
}

/// Adds one to a stream.
pub(crate) fn add(stream: u32, command: u32) -> Submission<Tally> {
    decided(stream, command, |_, number| {
        Ok(vec![TallyEvent::Added {
            amount: 1,
            number,
            exact: 0.1 + 0.2,
        }])
    })
}

/// Decides as the test says.
pub(crate) fn decided(
    stream: u32,
    command: u32,
    decide: impl Fn(&Tally, Option<u32>) -> Result<Vec<TallyEvent>, Refusal> + Send + Sync + 'static,
) -> Submission<Tally> {
    Submission {
        stream: id(stream),
        command_id: id(command),
        digest: format!("digest of {command}"),
        expected: None,
        actor: person("P0001"),
        at: morning(),
        series: None,
        rows: Vec::new(),
        decide: Arc::new(decide),
    }
}

/// Writes events of a real aggregate as they are.
pub(crate) fn events<A: Projected>(
    stream: Uuid,
    command: u32,
    at: Moment,
    events: Vec<A::Event>,
) -> Submission<A> {
    Submission {
        stream,
        command_id: id(command),
        digest: String::new(),
        expected: None,
        actor: person("P0001"),
        at,
        series: None,
        rows: Vec::new(),
        decide: Arc::new(move |_, _| Ok(events.clone())),
    }
}
