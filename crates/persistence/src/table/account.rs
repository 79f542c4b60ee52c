//! Accounts.

use super::person;
use crate::{Store, entity::account, error::StoreError, projection::storable};
use sea_orm::{EntityTrait, QueryOrder, sea_query::OnConflict};
use yizhi_domain::id::PersonId;

/// An account a person signs in with.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Name to sign in with.
    pub login: String,
    /// Whose it is.
    pub person: PersonId,
    /// Hash of the password, with its parameters.
    pub password_hash: String,
    /// Whether it is closed.
    pub disabled: bool,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A hash in a log is a hash to be tried at leisure.
        f.debug_struct("Account")
            .field("login", &self.login)
            .field("person", &self.person)
            .field("disabled", &self.disabled)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// The account of a login.
    pub async fn account(&self, login: &str) -> Result<Option<Account>, StoreError> {
        account::Entity::find_by_id(storable(login))
            .one(self.reader())
            .await?
            .map(read)
            .transpose()
    }

    /// All accounts in order of login.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let rows = account::Entity::find()
            .order_by_asc(account::Column::Login)
            .all(self.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Makes the account or changes it.
    pub async fn save_account(&self, account: &Account) -> Result<(), StoreError> {
        let row = account::Model {
            login: account.login.clone(),
            person_id: account.person.to_string(),
            password_hash: account.password_hash.clone(),
            disabled: account.disabled,
        };
        self.write(move |tx| {
            let row = row.clone();
            Box::pin(async move {
                account::Entity::insert(account::ActiveModel::from(row))
                    .on_conflict(
                        OnConflict::column(account::Column::Login)
                            .update_columns([
                                account::Column::PersonId,
                                account::Column::PasswordHash,
                                account::Column::Disabled,
                            ])
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

fn read(row: account::Model) -> Result<Account, StoreError> {
    Ok(Account {
        person: person("account", &row.person_id)?,
        login: row.login,
        password_hash: row.password_hash,
        disabled: row.disabled,
    })
}
