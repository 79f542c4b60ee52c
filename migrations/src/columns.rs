//! Columns and indexes in one word each, so that a step reads like the table it makes.

use sea_orm_migration::{
    SchemaManager,
    sea_orm::{
        DbErr,
        sea_query::{ColumnDef, Index, IndexCreateStatement, Table, TableCreateStatement},
    },
};

/// A table of the given name.
pub(crate) fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).to_owned()
}

pub(crate) fn uuid(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().take()
}

/// Text of any length; codes and JSON documents too, so that both databases keep them byte for byte.
pub(crate) fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().take()
}

pub(crate) fn whole(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().not_null().take()
}

pub(crate) fn big(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

/// A number the database counts up itself; never reused, also not after a deletion.
pub(crate) fn counted(name: &'static str) -> ColumnDef {
    ColumnDef::new(name)
        .big_integer()
        .not_null()
        .auto_increment()
        .primary_key()
        .take()
}

pub(crate) fn number(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).double().not_null().take()
}

pub(crate) fn yes(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

pub(crate) fn day(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().not_null().take()
}

/// A moment; written in UTC with microseconds, which both databases keep.
pub(crate) fn moment(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().take()
}

/// The same column, but it may be empty.
pub(crate) fn maybe(mut column: ColumnDef) -> ColumnDef {
    column.null().take()
}

/// The primary key over these columns.
pub(crate) fn key(columns: &[&'static str]) -> IndexCreateStatement {
    over(columns).primary().take()
}

/// An index over these columns.
pub(crate) fn index(
    table: &'static str,
    name: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    over(columns).name(name).table(table).take()
}

fn over(columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = Index::create();
    for column in columns {
        statement.col(*column);
    }
    statement
}

/// Makes the tables and then their indexes.
pub(crate) async fn make(
    manager: &SchemaManager<'_>,
    tables: Vec<TableCreateStatement>,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    for table in tables {
        manager.create_table(table).await?;
    }
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}
