//! The hash chain of a stream: each event carries the SM3 of itself and of the event before it.

use super::StoredEvent;
use crate::time;
use sm3::{Digest, Sm3};
use uuid::Uuid;
use yizhi_domain::{Moment, id::PersonId};

/// What stands before the first event.
pub const FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What is hashed of an event.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// Hash of the event before it.
    pub prev_hash: &'a str,
    /// Kind of its stream.
    pub stream_kind: &'a str,
    /// Its stream.
    pub stream_id: Uuid,
    /// Place in its stream.
    pub version: u64,
    /// What kind of event.
    pub event_type: &'a str,
    /// The event, byte for byte.
    pub text: &'a str,
    /// Who did it.
    pub actor: &'a PersonId,
    /// When.
    pub at: Moment,
}

impl Link<'_> {
    /// SM3 over all fields, each with its length in front so that no two lists of fields read the same.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut sm3 = Sm3::new();
        for field in [
            self.prev_hash,
            self.stream_kind,
            &self.stream_id.to_string(),
            &self.version.to_string(),
            self.event_type,
            self.text,
            self.actor.as_str(),
            &time::hashed(self.at),
        ] {
            sm3.update(u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes());
            sm3.update(field.as_bytes());
        }
        hex(&sm3.finalize())
    }
}

/// The first place where a chain is broken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the chain is broken at version {version}: {says}")]
pub struct Broken {
    /// Version of the first bad event.
    pub version: u64,
    /// What is wrong.
    pub says: &'static str,
}

/// Checks a whole stream, from its first event.
pub fn check(events: &[StoredEvent]) -> Result<(), Broken> {
    let mut prev_hash = FIRST;
    for (version, event) in (1..).zip(events) {
        let broken = |says| Broken { version, says };
        if event.version != version {
            return Err(broken("an event is missing or stands twice"));
        }
        if event.prev_hash != prev_hash {
            return Err(broken("the event does not follow the one before it"));
        }
        let link = Link {
            prev_hash,
            stream_kind: &event.stream_kind,
            stream_id: event.stream_id,
            version,
            event_type: &event.event_type,
            text: &event.text,
            actor: &event.actor,
            at: event.at,
        };
        if link.hash() != event.hash {
            return Err(broken("the event is not the one that was hashed"));
        }
        prev_hash = &event.hash;
    }
    Ok(())
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_do_not_run_into_each_other() {
        let actor = PersonId::system();
        let at = "2026-05-11T08:00:00.123456+08:00".parse().unwrap();
        let link = |event_type, text| Link {
            prev_hash: FIRST,
            stream_kind: "case",
            stream_id: Uuid::nil(),
            version: 1,
            event_type,
            text,
            actor: &actor,
            at,
        };
        assert_ne!(link("ab", "c").hash(), link("a", "bc").hash());
        assert_eq!(link("ab", "c").hash().len(), FIRST.len());
    }

    #[test]
    fn sm3_is_the_published_one() {
        assert_eq!(
            hex(&Sm3::digest(b"abc")),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
        );
    }
}
