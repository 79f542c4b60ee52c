//! The trial: invented people with accounts on show, and a clock that can be moved on.

use crate::{
    error::{Answer, ApiError},
    parts::Parts,
    usecases::sign_in::hash_password,
};
use serde::{Deserialize, Serialize};
use yizhi_domain::id::PersonId;
use yizhi_persistence::Account;

/// The password of every trial account. It is on show: a trial database has no real person in it and is
/// never served on another address than loopback.
pub const PASSWORD: &str = "yizhi-trial";

/// Settings of a trial database.
pub mod setting {
    /// `yes` in a trial database.
    pub const TRIAL: &str = "trial";
    /// Offset of the trial clock in seconds.
    pub const CLOCK: &str = "trial_clock_offset_seconds";
    /// The accounts on show, as JSON.
    pub const ACCOUNTS: &str = "trial_accounts";
}

/// An account on show.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shown {
    /// Login.
    pub login: String,
    /// Person.
    pub person: PersonId,
    /// What it is for.
    pub label: String,
}

/// Reads `trial/accounts.csv`.
pub fn read_accounts(csv: &[u8]) -> Result<Vec<Shown>, csv::Error> {
    csv::Reader::from_reader(csv).deserialize().collect()
}

/// Makes the accounts; they share one password, hashed once for all of them.
pub async fn make_accounts(parts: &Parts, shown: &[Shown]) -> Answer<()> {
    let hash = hash_password(PASSWORD.to_owned()).await?;
    for account in shown {
        let row = Account {
            login: account.login.clone(),
            person: account.person.clone(),
            password_hash: hash.clone(),
            disabled: false,
        };
        parts.store.save_account(&row).await?;
    }
    let listed = serde_json::to_string(shown).map_err(|error| ApiError::Fault(error.to_string()))?;
    parts.store.save_setting(setting::ACCOUNTS, &listed).await?;
    parts.store.save_setting(setting::TRIAL, "yes").await?;
    Ok(())
}

/// The accounts on show.
pub async fn accounts(parts: &Parts) -> Answer<Vec<Shown>> {
    let listed = parts
        .store
        .setting(setting::ACCOUNTS)
        .await?
        .unwrap_or_else(|| "[]".to_owned());
    serde_json::from_str(&listed).map_err(|error| ApiError::Fault(error.to_string()))
}

/// Moves the clock on. Sessions of a trial do not end by the clock, or every move would sign everybody out.
pub async fn move_clock(parts: &Parts, days: u16) -> Answer<()> {
    parts.clock.advance_days(days);
    parts
        .store
        .save_setting(setting::CLOCK, &parts.clock.offset_seconds().to_string())
        .await?;
    Ok(())
}
