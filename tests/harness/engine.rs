//! A database of its own for each test, and gone with it.

use sea_orm::{ConnectionTrait, Database as Driver, DatabaseConnection};
use std::{
    io::Write,
    sync::{
        Once,
        atomic::{AtomicU32, Ordering},
    },
    thread,
};
use tempfile::TempDir;

/// Where a PostgreSQL server for tests is, as an owner who may create databases.
pub const SERVER: &str = "YIZHI_TEST_POSTGRES";
/// `sqlite` leaves PostgreSQL out, and says so; anything else is not taken.
pub const ENGINES: &str = "YIZHI_TEST_ENGINES";

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file.
    Sqlite,
    /// A database on the server that `YIZHI_TEST_POSTGRES` names.
    Postgres,
}

/// An empty database that goes away with this value, also when a test panics.
#[derive(Debug)]
pub struct Database {
    url: String,
    keep: Keep,
}

#[derive(Debug)]
enum Keep {
    File { _folder: TempDir },
    Server { server: String, name: String },
}

impl Database {
    /// Makes one; `None` when the engine is left out on request.
    pub async fn create(engine: Engine) -> Option<Self> {
        match engine {
            Engine::Sqlite => Some(Self::file()),
            Engine::Postgres => Self::on_server().await,
        }
    }

    /// As the application takes it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Which engine it is of.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.keep {
            Keep::File { .. } => Engine::Sqlite,
            Keep::Server { .. } => Engine::Postgres,
        }
    }

    /// A connection beside the application's, for what no route shows.
    pub async fn connect(&self) -> DatabaseConnection {
        Driver::connect(quiet(&self.url)).await.unwrap()
    }

    fn file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}?mode=rwc", folder.path().join("yizhi.sqlite").display());
        Self {
            url,
            keep: Keep::File { _folder: folder },
        }
    }

    async fn on_server() -> Option<Self> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let server = server()?;
        let name = format!(
            "yizhi_acceptance_{}_{}",
            std::process::id(),
            MADE.fetch_add(1, Ordering::Relaxed)
        );
        execute(&server, &format!("CREATE DATABASE {name}")).await;
        Some(Self {
            url: with_database(&server, &name),
            keep: Keep::Server { server, name },
        })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let Keep::Server { server, name } = &self.keep else {
            return;
        };
        // A value is dropped where no future can be awaited, so a thread with a runtime of its own does it.
        let (server, statement) = (
            server.clone(),
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
        );
        let dropping = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(execute(&server, &statement));
        });
        if dropping.join().is_err() {
            say(&format!("the database {name} could not be dropped"));
        }
    }
}

/// The server; `None` when PostgreSQL is left out on request.
fn server() -> Option<String> {
    let engines = std::env::var(ENGINES).ok();
    if let Some(other) = engines.as_deref().filter(|engines| *engines != "sqlite") {
        panic!("{ENGINES} is '{other}'; it may only be 'sqlite', to leave PostgreSQL out");
    }
    if engines.is_some() {
        static SAID: Once = Once::new();
        SAID.call_once(|| say(&format!("PostgreSQL is LEFT OUT, because {ENGINES}=sqlite")));
        return None;
    }
    let server = std::env::var(SERVER).unwrap_or_else(|_absent| {
        panic!(
            "{SERVER} names no server, so this was NOT tested on PostgreSQL. `cargo xtask test` starts a \
             throw-away server; to test SQLite alone, set {ENGINES}=sqlite"
        )
    });
    Some(server)
}

/// The same server with another database, whether the URL names one or not.
fn with_database(server: &str, name: &str) -> String {
    let (scheme, rest) = server.split_once("://").unwrap();
    let authority = rest.split('/').next().unwrap();
    format!("{scheme}://{authority}/{name}")
}

async fn execute(server: &str, statement: &str) {
    let connection = Driver::connect(quiet(&with_database(server, "postgres")))
        .await
        .unwrap_or_else(|error| panic!("the server that {SERVER} names does not answer: {error}"));
    connection.execute_unprepared(statement).await.unwrap();
    connection.close().await.unwrap();
}

fn quiet(url: &str) -> sea_orm::ConnectOptions {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(1);
    options
}

/// Straight to the terminal: what is printed in a test that passes is not shown.
fn say(words: &str) {
    let _written = writeln!(std::io::stderr(), "{words}");
}
