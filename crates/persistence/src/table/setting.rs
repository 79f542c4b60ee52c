//! Settings of this installation: the trial flag, the offset of the trial clock, the county's code.

use crate::{Store, entity::setting, error::StoreError};
use sea_orm::{EntityTrait, QueryOrder, sea_query::OnConflict};
use std::collections::BTreeMap;

impl Store {
    /// A setting.
    pub async fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(setting::Entity::find_by_id(key)
            .one(self.reader())
            .await?
            .map(|row| row.value))
    }

    /// All settings.
    pub async fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let rows = setting::Entity::find()
            .order_by_asc(setting::Column::Key)
            .all(self.reader())
            .await?;
        Ok(rows.into_iter().map(|row| (row.key, row.value)).collect())
    }

    /// Changes a setting.
    pub async fn save_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let row = setting::Model {
            key: key.to_owned(),
            value: value.to_owned(),
        };
        self.write(move |tx| {
            let row = setting::ActiveModel::from(row.clone());
            Box::pin(async move {
                setting::Entity::insert(row)
                    .on_conflict(
                        OnConflict::column(setting::Column::Key)
                            .update_column(setting::Column::Value)
                            .to_owned(),
                    )
                    .exec_without_returning(tx)
                    .await?;
                Ok(())
            })
        })
        .await
    }
}
