//! All that is kept, to show that a refusal changed nothing.

use crate::app::TestApp;

/// What a refusal must leave as it was. Sessions and the record of looks are not in it: signing in and being
/// refused a look are things that happen.
#[derive(Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Position, version and hash of each event.
    pub journal: Vec<String>,
    /// Every row of every list.
    pub projections: String,
    /// Number of rows of each other table, and the last number of each series.
    pub tables: Vec<String>,
}

const TABLES: [&str; 9] = [
    "command",
    "outbox",
    "party",
    "informant",
    "file",
    "inbox",
    "account",
    "reference",
    "number_series",
];

impl TestApp {
    /// All that is kept now.
    pub async fn snapshot(&self) -> Snapshot {
        let journal = self.journal().await.into_iter();
        let mut tables = Vec::new();
        for table in TABLES {
            let count = self.query(&format!("SELECT count(*) FROM {table}")).await;
            tables.push(format!("{table} {count:?}"));
        }
        let series = "SELECT word FROM number_series ORDER BY word, year";
        let last = "SELECT last FROM number_series ORDER BY word, year";
        tables.push(format!(
            "{:?} {:?}",
            self.query(series).await,
            self.query(last).await
        ));
        Snapshot {
            journal: journal
                .map(|event| {
                    format!(
                        "{} {} {} {}",
                        event.position, event.stream_id, event.version, event.hash
                    )
                })
                .collect(),
            projections: self.parts.store.dump().await.unwrap(),
            tables,
        }
    }
}
