//! One table, one file. Nothing here is seen outside this crate.

#![expect(
    unreachable_pub,
    reason = "the derive of an entity makes public items whatever the module is"
)]

pub(crate) mod access_log;
pub(crate) mod account;
pub(crate) mod case_hand;
pub(crate) mod case_list;
pub(crate) mod command;
pub(crate) mod deadline;
pub(crate) mod edition_change;
pub(crate) mod edition_list;
pub(crate) mod event;
pub(crate) mod file;
pub(crate) mod inbox;
pub(crate) mod informant;
pub(crate) mod job_lease;
pub(crate) mod job_run;
pub(crate) mod lead_hand;
pub(crate) mod lead_list;
pub(crate) mod link_list;
pub(crate) mod number_series;
pub(crate) mod outbox;
pub(crate) mod party;
pub(crate) mod reference;
pub(crate) mod search_choice;
pub(crate) mod session;
pub(crate) mod setting;
