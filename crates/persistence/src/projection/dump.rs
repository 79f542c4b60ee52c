//! All projection rows as text, to compare them byte for byte.

use crate::{
    Store,
    entity::{case_hand, case_list, deadline, edition_list, lead_hand, lead_list, link_list},
    error::StoreError,
};
use sea_orm::{DatabaseConnection, EntityTrait, Iterable, PrimaryKeyToColumn, QueryOrder};
use std::fmt::Write;

impl Store {
    /// Every row of every projection, one a line, in order of table and key.
    pub async fn dump(&self) -> Result<String, StoreError> {
        let mut text = String::new();
        table::<case_list::Entity>(self.reader(), &mut text).await?;
        table::<case_hand::Entity>(self.reader(), &mut text).await?;
        table::<deadline::Entity>(self.reader(), &mut text).await?;
        table::<lead_list::Entity>(self.reader(), &mut text).await?;
        table::<lead_hand::Entity>(self.reader(), &mut text).await?;
        table::<link_list::Entity>(self.reader(), &mut text).await?;
        table::<edition_list::Entity>(self.reader(), &mut text).await?;
        Ok(text)
    }
}

async fn table<E: EntityTrait>(db: &DatabaseConnection, text: &mut String) -> Result<(), StoreError> {
    let mut select = E::find();
    for key in E::PrimaryKey::iter() {
        select = select.order_by_asc(key.into_column());
    }
    let name = E::default();
    for row in select.all(db).await? {
        // Writing to a string cannot fail.
        let _written = writeln!(text, "{} {row:?}", sea_orm::EntityName::table_name(&name));
    }
    Ok(())
}
