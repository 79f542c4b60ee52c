//! What the acceptance tests stand on: the whole application in a trial county, on a database of its own,
//! asked over HTTP by people who are signed in.
//!
//! A test says who does what; how a request is made, how PostgreSQL is found and how the clock is moved is
//! said here, once.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of tests stops at the first surprise"
)]

pub mod acts;
pub mod app;
pub mod engine;
pub mod expected;
pub mod fixture;
pub mod grounds;
pub mod lists;
pub mod relevance;
pub mod snapshot;
pub mod steps;
pub mod user;

pub use app::TestApp;
pub use engine::{Database, Engine};
pub use serde_json::{Value, json};
pub use snapshot::Snapshot;
pub use user::{Answer, Asked, User};
pub use uuid::Uuid;

/// Makes of each story, an `async fn(&TestApp)`, two tests: `sqlite::story` and `postgres::story`.
#[macro_export]
macro_rules! on_both_engines {
    ($($story:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $story() {
                    $crate::told(|app| Box::pin(super::$story(app)), $crate::Engine::Sqlite).await;
                }
            )+
        }
        mod postgres {
            $(
                #[tokio::test]
                async fn $story() {
                    $crate::told(|app| Box::pin(super::$story(app)), $crate::Engine::Postgres).await;
                }
            )+
        }
    };
}

/// Tells one story on one engine.
pub async fn told(
    story: impl for<'a> FnOnce(&'a TestApp) -> std::pin::Pin<Box<dyn Future<Output = ()> + 'a>>,
    engine: Engine,
) {
    if let Some(database) = Database::create(engine).await {
        let app = TestApp::start(database).await;
        story(&app).await;
        app.close().await;
    }
}
