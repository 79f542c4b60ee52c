//! The application as a test has it.

use crate::{
    engine::Database,
    fixture,
    user::{Asked, User},
};
use rocket::{config::LogLevel, http::Cookie, local::asynchronous::Client};
use sea_orm::DatabaseConnection;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use uuid::Uuid;
use yizhi_app::{clock::BureauClock, jobs, parts::Parts, trial};
use yizhi_domain::{Day, Moment, id::PersonId};
use yizhi_persistence::{Account, Files, JournalFilter, Store, StoredEvent, chain};

/// When every story begins: a Monday morning.
pub const BEGIN: &str = "2026-07-20T09:00:00+08:00";

/// The application with its parts in hand.
pub struct TestApp {
    /// What it is built from.
    pub parts: Parts,
    client: Client,
    sessions: Mutex<BTreeMap<String, Cookie<'static>>>,
    beside: OnceCell<DatabaseConnection>,
    database: Database,
    _files: TempDir,
}

impl TestApp {
    /// Starts it as a trial, without a scheduler, on a database that is empty.
    ///
    /// `start::parts` does the same and reads the county's files each time; here they are read once for all
    /// tests. `county.rs` and `crash.rs` go the long way.
    pub async fn start(database: Database) -> Self {
        Self::make(database, true).await
    }

    /// The same in service: no accounts on show, no clock to be moved, sessions that end.
    pub async fn start_in_service(database: Database) -> Self {
        Self::make(database, false).await
    }

    async fn make(database: Database, trial: bool) -> Self {
        let files = tempfile::tempdir().unwrap();
        let (county, coverage, shelf) = fixture::county();
        let parts = Parts {
            store: Store::open(database.url()).await.unwrap(),
            files: Files::open(files.path()).await.unwrap(),
            county,
            coverage,
            shelf,
            clock: Arc::new(BureauClock::starting_at(BEGIN.parse().unwrap())),
            trial,
            node: "test".to_owned(),
            scheduler: false,
        };
        yizhi_app::trial::make_accounts(&parts, &fixture::accounts())
            .await
            .unwrap();
        let config = rocket::Config {
            log_level: LogLevel::Off,
            ..rocket::Config::debug_default()
        };
        let client = Client::untracked(yizhi_app::build(&config, parts.clone()))
            .await
            .unwrap();
        Self {
            parts,
            client,
            sessions: Mutex::default(),
            beside: OnceCell::new(),
            database,
            _files: files,
        }
    }

    /// Lets go of the database.
    pub async fn close(self) {
        if let Some(beside) = self.beside.into_inner() {
            beside.close().await.unwrap();
        }
        self.parts.store.close().await.unwrap();
        drop(self.client);
        drop(self.database);
    }

    /// Rocket's client, for requests that no page sends, and for the routes.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Nobody in particular: no cookie, but our own header.
    #[must_use]
    pub fn nobody(&self) -> User<'_> {
        User::unknown(self)
    }

    /// Somebody with a trial account, signed in; who was signed in before goes on in the same session.
    pub async fn sign_in(&self, login: &str) -> User<'_> {
        let known = self.sessions.lock().unwrap().get(login).cloned();
        if let Some(cookie) = known {
            return User::with_session(self, login, cookie);
        }
        let user = self.sign_in_anew(login).await;
        let cookie = user.cookie().unwrap().clone();
        self.sessions.lock().unwrap().insert(login.to_owned(), cookie);
        user
    }

    /// The same, in a session of its own.
    pub async fn sign_in_anew(&self, login: &str) -> User<'_> {
        User::sign_in(self, login, trial::PASSWORD).await
    }

    /// Signs in somebody who has no trial account: one is made first.
    pub async fn sign_in_person(&self, person: &str) -> User<'_> {
        let known = self.parts.store.account("officer1").await.unwrap().unwrap();
        let account = Account {
            login: person.to_lowercase(),
            person: PersonId::try_new(person).unwrap(),
            ..known
        };
        self.parts.store.save_account(&account).await.unwrap();
        self.sign_in(&account.login).await
    }

    /// Lets follow what follows by itself; nothing may be left waiting.
    pub async fn relay(&self) {
        jobs::outbox_relay::run(&self.parts).await.unwrap();
        let waiting = self.parts.store.outbox_depth().await.unwrap();
        assert_eq!(waiting, 0, "a reaction failed: {:?}", self.outbox_errors().await);
    }

    async fn outbox_errors(&self) -> Vec<String> {
        self.query("SELECT last_error FROM outbox WHERE last_error IS NOT NULL")
            .await
    }

    /// Runs a job by name; answers how many things it did.
    pub async fn job(&self, name: &str) -> u64 {
        jobs::run(&self.parts, name).await.unwrap().unwrap()
    }

    /// Moves the clock on by days, without any job.
    pub async fn advance(&self, days: u16) {
        trial::move_clock(&self.parts, days).await.unwrap();
    }

    /// Moves the clock on to the same time on a later day.
    pub async fn go_to(&self, day: &str) {
        let day: Day = day.parse().unwrap();
        let days = (day - self.parts.today()).num_days();
        assert!(days >= 0, "the clock never goes back");
        self.advance(u16::try_from(days).unwrap()).await;
        assert_eq!(self.parts.today(), day);
    }

    /// The moment at the bureau.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.parts.now()
    }

    /// The day at the bureau, as it is sent.
    #[must_use]
    pub fn today(&self) -> String {
        self.parts.today().to_string()
    }

    /// All that happened to a thing (`case`, `lead`, `link`); its chain of hashes must hold.
    pub async fn events(&self, kind: &str, id: Uuid) -> Vec<StoredEvent> {
        let events = self.parts.store.events(kind, id).await.unwrap();
        chain::check(&events).unwrap();
        events
    }

    /// The types of these events, in order.
    pub async fn event_types(&self, kind: &str, id: Uuid) -> Vec<String> {
        let events = self.events(kind, id).await;
        events.into_iter().map(|event| event.event_type).collect()
    }

    /// The version of a thing; 0 when nothing ever happened to it.
    pub async fn version(&self, kind: &str, id: Uuid) -> u64 {
        self.events(kind, id)
            .await
            .last()
            .map_or(0, |event| event.version)
    }

    /// The whole journal in order of writing; each stream's chain must hold.
    pub async fn journal(&self) -> Vec<StoredEvent> {
        journal(&self.parts.store).await
    }

    /// A connection beside the application's, for what no route shows or does.
    pub async fn beside(&self) -> &DatabaseConnection {
        self.beside.get_or_init(|| self.database.connect()).await
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The first column of a query, as text.
    pub async fn query(&self, sql: &str) -> Vec<String> {
        use sea_orm::{ConnectionTrait, Statement};
        let beside = self.beside().await;
        let statement = Statement::from_string(beside.get_database_backend(), sql);
        let rows = beside.query_all_raw(statement).await.unwrap();
        rows.into_iter()
            .map(|row| {
                row.try_get_by_index::<String>(0)
                    .or_else(|_other| row.try_get_by_index::<i64>(0).map(|number| number.to_string()))
                    .unwrap()
            })
            .collect()
    }

    /// Runs a statement, as somebody would who tampers with the database.
    pub async fn tamper(&self, sql: &str) -> u64 {
        use sea_orm::ConnectionTrait;
        let done = self.beside().await.execute_unprepared(sql).await.unwrap();
        done.rows_affected()
    }

    /// A request that is put together by hand.
    #[must_use]
    pub fn asked(&self, method: rocket::http::Method, path: &str) -> Asked<'_> {
        Asked::new(self, method, path)
    }
}

/// The whole journal of a store in order of writing; each stream's chain must hold.
pub async fn journal(store: &Store) -> Vec<StoredEvent> {
    let mut all: Vec<StoredEvent> = Vec::new();
    loop {
        let after = all.last().map_or(0, |event| event.position);
        let page = store
            .journal_page(after, 1000, &JournalFilter::default())
            .await
            .unwrap();
        if page.is_empty() {
            break;
        }
        all.extend(page);
    }
    let mut streams = BTreeMap::<_, Vec<StoredEvent>>::new();
    for event in &all {
        let stream = (event.stream_kind.clone(), event.stream_id);
        streams.entry(stream).or_default().push(event.clone());
    }
    for events in streams.values() {
        chain::check(events).unwrap();
    }
    all
}
