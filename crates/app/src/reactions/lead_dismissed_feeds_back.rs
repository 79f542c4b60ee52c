//! A lead that was set aside tells the department that referred it.

use super::{case_result_feeds_back::tell, command_id, gone};
use crate::{error::Answer, parts::Parts};
use yizhi_dispatch::lead::Lead;
use yizhi_linkage::link::{FeedBack, ResultKind};
use yizhi_persistence::StoredEvent;

pub(super) async fn react(parts: &Parts, event: &StoredEvent) -> Answer<()> {
    let (lead, _) = parts
        .store
        .load::<Lead>(event.stream_id)
        .await?
        .ok_or_else(|| gone("lead"))?;
    let Some(link) = lead.intake.and_then(|intake| intake.link) else {
        return Ok(());
    };
    let on = event.at.date_naive();
    let told = FeedBack {
        result: ResultKind::LeadDismissed,
        case: None,
        number: None,
        on,
    };
    tell(parts, link, command_id(event, "feed_back"), told).await
}
