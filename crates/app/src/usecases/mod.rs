//! What the application does, one verb a file: look up, permit, decide, keep.

pub mod act_on_case;
pub mod act_on_editions;
pub mod act_on_lead;
pub mod act_on_link;
pub mod open_case;
pub mod prepare_edition;
pub mod receive_lead;
pub mod refer;
pub mod sign_in;
pub mod store_file;

use crate::{error::ApiError, parts::sm3_hex};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An act as sent: which sending it is, what version the sender saw, and the act.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sent<A> {
    /// Id of this sending, a UUIDv7 made by the client; sent twice, it is done once.
    pub command_id: Uuid,
    /// The version of the thing that the sender saw.
    pub expected_version: u64,
    /// The act.
    pub act: A,
}

/// A fingerprint of a command, so that one id is not used for two different things.
pub(crate) fn fingerprint(parts: &impl Serialize) -> Result<String, ApiError> {
    let bytes = serde_json::to_vec(parts).map_err(|error| ApiError::Fault(error.to_string()))?;
    Ok(sm3_hex(&bytes))
}
