//! The rival: the same rows, written and read by plain SQL on one connection.

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, TransactionTrait,
    Value,
};
use uuid::Uuid;

pub(crate) struct Raw {
    connection: DatabaseConnection,
}

impl Raw {
    pub(crate) async fn connect(url: &str) -> Self {
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        options.map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .busy_timeout(std::time::Duration::from_secs(20))
                .foreign_keys(true)
        });
        Self {
            connection: Database::connect(options).await.expect("a connection"),
        }
    }

    fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(self.connection.get_database_backend(), sql, values)
    }

    /// Writes every row that filing `model` wrote, under a new id.
    pub(crate) async fn copy(&self, model: Uuid, new: Uuid) {
        let tx = self.connection.begin().await.expect("a transaction");
        for (sql, with_new) in COPIES {
            let values: Vec<Value> = if with_new {
                vec![new.into(), model.into()]
            } else {
                vec![new.into()]
            };
            tx.execute_raw(self.statement(sql, values)).await.expect("a row");
        }
        tx.commit().await.expect("a commit");
    }

    /// Reads what a case page is folded from.
    pub(crate) async fn events(&self, case: Uuid) {
        let sql = "SELECT version, payload, actor, at, hash FROM event WHERE stream_kind = 'case' AND stream_id = $1 ORDER BY version";
        let rows = self
            .connection
            .query_all_raw(self.statement(sql, vec![case.into()]))
            .await
            .expect("rows");
        assert!(!rows.is_empty());
    }
}

const COPIES: [(&str, bool); 6] = [
    (
        "INSERT INTO event (stream_kind, stream_id, version, command_id, event_type, payload, actor, at, prev_hash, hash) \
         SELECT stream_kind, $1, version, $1, event_type, payload, actor, at, prev_hash, hash FROM event \
         WHERE stream_kind = 'case' AND stream_id = $2",
        true,
    ),
    (
        "INSERT INTO command (command_id, stream_kind, stream_id, version, digest) \
         SELECT $1, stream_kind, $1, version, digest FROM command WHERE command_id = $2",
        true,
    ),
    (
        "INSERT INTO outbox (position, stream_kind, stream_id, attempts) \
         SELECT position, stream_kind, stream_id, 0 FROM event WHERE stream_kind = 'case' AND stream_id = $1",
        false,
    ),
    (
        "INSERT INTO case_list (case_id, number, stage, title, party_id, brigade, station, item, opened_on, filed_on, \
         next_due_on, due_order, next_due, waiting_for, version, updated_at, origin_lead, origin_link) \
         SELECT $1, number, stage, title, party_id, brigade, station, item, opened_on, filed_on, next_due_on, due_order, \
         next_due, waiting_for, version, updated_at, origin_lead, origin_link FROM case_list WHERE case_id = $2",
        true,
    ),
    (
        "INSERT INTO case_hand (case_id, person_id, place) SELECT $1, person_id, place FROM case_hand WHERE case_id = $2",
        true,
    ),
    (
        "INSERT INTO deadline (case_id, rule, base_on, due_on, document) \
         SELECT $1, rule, base_on, due_on, document FROM deadline WHERE case_id = $2",
        true,
    ),
];

/// A fresh database on the throw-away server.
pub(crate) async fn create_database(server: &str) -> String {
    let admin = Database::connect(server).await.expect("the server");
    let name = format!("bench_{}", <Uuid as super::Now>::now().simple());
    let sql = format!("CREATE DATABASE {name}");
    admin
        .execute_raw(Statement::from_string(DbBackend::Postgres, sql))
        .await
        .expect("a database");
    match server.rsplit_once('/') {
        Some((base, _)) => format!("{base}/{name}"),
        None => server.to_owned(),
    }
}
