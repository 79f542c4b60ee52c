//! Approval → supervision → enforcement → back (审批—监管—执法闭环).
//!
//! Invariant: pure. It knows not how a penalty is set, nor how a message is carried.

pub mod link;
