//! The record of who looked at personal data.

use crate::{error::Answer, parts::Parts};
use yizhi_domain::permit::Actor;
use yizhi_persistence::Access;

/// Records one look, allowed or denied, before it is answered.
pub async fn record(parts: &Parts, actor: &Actor, act: &str, subject: &str, outcome: &str) -> Answer<()> {
    let entry = Access {
        at: parts.now(),
        actor: actor.person.clone(),
        act: act.to_owned(),
        subject: subject.to_owned(),
        outcome: outcome.to_owned(),
    };
    Ok(parts.store.log_access(&entry).await?)
}
