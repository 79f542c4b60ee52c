//! Sign in with a local account (argon2id).

use crate::{
    error::{Answer, ApiError},
    parts::{Parts, sm3_hex},
};
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use chrono::Duration;
use rocket::{http::Status, tokio::task::spawn_blocking};
use uuid::Uuid;
use yizhi_domain::organisation::Person;
use yizhi_persistence::Session;

/// How long a session lasts: a working day and the evening after it.
const SESSION_HOURS: i64 = 14;

/// Hashes a password; takes a noticeable time by design, so it runs beside the reactor.
pub async fn hash_password(password: String) -> Answer<String> {
    let hash = spawn_blocking(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
    });
    let hash = hash.await.map_err(|error| ApiError::Fault(error.to_string()))?;
    hash.map_err(|error| ApiError::Fault(error.to_string()))
}

async fn fits(password: String, hash: String) -> Answer<bool> {
    let check = spawn_blocking(move || {
        let parsed = PasswordHash::new(&hash).map_err(|error| ApiError::Fault(error.to_string()))?;
        Ok(Argon2::default()
            .verify_password(password.as_bytes(), &parsed)
            .is_ok())
    });
    check.await.map_err(|error| ApiError::Fault(error.to_string()))?
}

/// Checks the password and opens a session; answers the cookie's value and the person.
///
/// An unknown login costs as much time as a wrong password and is answered the same.
pub async fn sign_in(parts: &Parts, login: &str, password: String) -> Answer<(String, Person)> {
    let account = parts
        .store
        .account(login)
        .await?
        .filter(|account| !account.disabled);
    let right = match &account {
        Some(account) => fits(password, account.password_hash.clone()).await?,
        None => {
            let _as_long = hash_password(password).await?;
            false
        }
    };
    let person = account.and_then(|account| parts.county.roster.person(&account.person).cloned());
    let person = person.filter(|_| right).ok_or_else(|| {
        ApiError::bad(
            Status::Unauthorized,
            "session.wrong",
            "The login or the password is wrong.",
        )
    })?;
    let token = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let now = parts.now();
    parts
        .store
        .open_session(&Session {
            token_hash: sm3_hex(token.as_bytes()),
            person: person.id.clone(),
            created_at: now,
            last_seen_at: now,
            expires_at: now + Duration::hours(SESSION_HOURS),
        })
        .await?;
    Ok((token, person))
}
