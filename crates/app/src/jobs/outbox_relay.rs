//! Lets follow what follows from each event, in order within a stream, at least once.

use crate::{clock::machine_now, error::Answer, parts::Parts, reactions};
use chrono::Duration;

/// How many events one pass takes.
const BATCH: u64 = 200;
/// A failed reaction is tried again after this, growing with each attempt.
const RETRY_SECONDS: i64 = 5;
const LONGEST_SECONDS: i64 = 3600;

/// Handles what waits, until nothing is left that can be handled now; events of reactions have reactions of
/// their own. Answers how many events were handled.
pub async fn run(parts: &Parts) -> Answer<u64> {
    let mut handled = 0;
    loop {
        let of_pass = pass(parts).await?;
        if of_pass == 0 {
            return Ok(handled);
        }
        handled += of_pass;
    }
}

/// One pass: of each stream the oldest event that waits.
async fn pass(parts: &Parts) -> Answer<u64> {
    let mut handled = 0;
    for waiting in parts.store.undelivered(machine_now(), BATCH).await? {
        let position = waiting.event.position;
        match reactions::react(parts, &waiting.event).await {
            Ok(()) => {
                parts.store.delivered(position, machine_now()).await?;
                handled += 1;
            }
            Err(error) => {
                let says = format!("{error:?}");
                tracing::error!(position, says, "a reaction failed and will be tried again");
                let wait = RETRY_SECONDS
                    .saturating_mul(1 << waiting.attempts.min(12))
                    .min(LONGEST_SECONDS);
                parts
                    .store
                    .failed(position, &says, machine_now() + Duration::seconds(wait))
                    .await?;
            }
        }
    }
    Ok(handled)
}
