//! The penalty: kinds from the closed list, amounts inside the clause's range.

use super::{
    refusal as ground,
    state::{Case, FiledItem},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    Day,
    catalogue::{FineFacts, PenaltyKind, Precondition},
    money::Fen,
    party::PartyKind,
    refusal::Refusal,
    rules::RuleBook,
};

/// A penalty as proposed, notified or decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// Kinds, each once.
    pub kinds: Vec<PenaltyKind>,
    /// The fine in fen, when `fine` is among the kinds.
    #[serde(default)]
    pub fine_fen: Option<Fen>,
    /// The gains, cost or value that a multiple or percentage is computed from, in fen.
    #[serde(default)]
    pub base_fen: Option<Fen>,
    /// The number of units, when the clause sets the fine for each.
    #[serde(default)]
    pub quantity: Option<u32>,
    /// Unlawful gains to be confiscated, in fen, when `confiscate_gains` is among the kinds.
    #[serde(default)]
    pub gains_fen: Option<Fen>,
    /// Whether the act can still be put right, where the clause asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correctable: Option<bool>,
    /// Days for which the original fine is repeated (按日连续处罚).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// The fine that is repeated, in fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_fen: Option<Fen>,
}

impl Penalty {
    /// What the party pays: fine and confiscated gains.
    #[must_use]
    pub fn payable(&self) -> Fen {
        let fine = self.fine_fen.unwrap_or(Fen::ZERO);
        fine.checked_add(self.gains_fen.unwrap_or(Fen::ZERO))
            .unwrap_or(fine)
    }
    fn has(&self, kind: PenaltyKind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// Checks a penalty against the item and, for order-first items, against the order.
pub(super) fn check(case: &Case, item: &FiledItem, penalty: &Penalty) -> Result<(), Refusal> {
    ground::PENALTY_EMPTY.unless(!penalty.kinds.is_empty())?;
    for (place, kind) in penalty.kinds.iter().enumerate() {
        let twice = penalty.kinds.iter().skip(place + 1).any(|other| other == kind);
        ground::PENALTY_KIND_TWICE.unless(!twice)?;
        if *kind == PenaltyKind::Detention {
            return Err(ground::PENALTY_POLICE_ONLY.refuse());
        }
        if !item.penalty_kinds.contains(kind) {
            return Err(ground::PENALTY_KIND_NOT_IN_ITEM
                .refuse()
                .with("kind", kind.chinese()));
        }
    }
    let fine_fits = penalty.has(PenaltyKind::Fine) == penalty.fine_fen.is_some_and(|fine| fine > Fen::ZERO);
    ground::PENALTY_FINE_AMOUNT.unless(fine_fits)?;
    let gains_fit = penalty.has(PenaltyKind::ConfiscateGains) == penalty.gains_fen.is_some();
    ground::PENALTY_GAINS_AMOUNT.unless(gains_fit)?;
    check_range(case, item, penalty)?;
    check_order(case, item, penalty)
}

fn check_range(case: &Case, item: &FiledItem, penalty: &Penalty) -> Result<(), Refusal> {
    let Some(fine) = penalty.fine_fen else {
        return Ok(());
    };
    let bounds = item.fine.bounds(&facts(case, penalty))?;
    let words = item.fine.words();
    if fine < bounds.min {
        let refusal = ground::PENALTY_BELOW_MINIMUM.refuse().with("range", words);
        return Err(refusal
            .with("least", bounds.min.in_yuan())
            .with("fine", fine.in_yuan()));
    }
    if let Some(max) = bounds.max.filter(|max| fine > *max) {
        let refusal = ground::PENALTY_ABOVE_MAXIMUM.refuse().with("range", words);
        return Err(refusal.with("most", max.in_yuan()).with("fine", fine.in_yuan()));
    }
    Ok(())
}

/// What the formula asks for, from the case and from what was typed.
fn facts(case: &Case, penalty: &Penalty) -> FineFacts {
    FineFacts {
        party: case.proposal.as_ref().map(|proposal| proposal.party.kind),
        base: penalty.base_fen,
        quantity: penalty.quantity.map(Into::into),
        days: penalty.days,
        original: penalty.original_fen,
        uncorrected: not_corrected(case),
        correctable: penalty.correctable,
    }
}

fn not_corrected(case: &Case) -> bool {
    let order = case.correction.as_ref();
    order.is_some_and(|order| order.corrected == Some(false))
}

/// No fine before an order to correct has lapsed and a re-inspection shows that nothing was corrected.
fn check_order(case: &Case, item: &FiledItem, penalty: &Penalty) -> Result<(), Refusal> {
    let needs_order = match item.precondition {
        Precondition::OrderFirst => true,
        Precondition::FineAfterOrder => penalty.has(PenaltyKind::Fine),
        Precondition::None | Precondition::OrderThenHeavier => false,
    };
    if needs_order && !not_corrected(case) {
        return Err(ground::PENALTY_ORDER_FIRST
            .refuse()
            .with("statute_article", &item.penalty_article));
    }
    Ok(())
}

/// A decided penalty may not be heavier than the notified one.
pub(super) fn check_not_heavier(decided: &Penalty, notified: &Penalty) -> Result<(), Refusal> {
    if let Some(kind) = decided.kinds.iter().find(|kind| !notified.kinds.contains(kind)) {
        return Err(ground::PENALTY_KIND_NOT_NOTIFIED
            .refuse()
            .with("kind", kind.chinese()));
    }
    let more = |now: Option<Fen>, then: Option<Fen>| now.unwrap_or(Fen::ZERO) > then.unwrap_or(Fen::ZERO);
    if more(decided.fine_fen, notified.fine_fen) || more(decided.gains_fen, notified.gains_fen) {
        return Err(ground::PENALTY_HEAVIER_THAN_NOTIFIED
            .refuse()
            .with("notified", notified.payable().in_yuan())
            .with("decided", decided.payable().in_yuan()));
    }
    Ok(())
}

/// Whether the party may ask for a hearing, and whether the threshold is confirmed by the bureau.
pub(super) fn hearing_right(
    penalty: &Penalty,
    party: PartyKind,
    item: &FiledItem,
    rules: &RuleBook,
    on: Day,
) -> Result<(bool, bool), Refusal> {
    let (id, own) = match party {
        PartyKind::Person | PartyKind::SoleTrader => ("hearing_fine_person", item.hearing_person),
        PartyKind::Organisation => ("hearing_fine_organisation", item.hearing_organisation),
    };
    let (at_least, confirmed) = match own {
        Some(amount) => (amount, true),
        None => {
            let threshold = rules.find(id, &item.profile, on)?;
            let amount = Fen::try_new(i64::from(threshold.amount)).unwrap_or(Fen::ZERO);
            (amount, threshold.confirmed)
        }
    };
    let heavy = penalty.kinds.iter().any(|kind| kind.is_heavy());
    let large = |amount: Option<Fen>| amount.is_some_and(|amount| amount >= at_least);
    let by_amount = large(penalty.fine_fen) || large(penalty.gains_fen);
    Ok((
        heavy || by_amount || penalty.has(PenaltyKind::ConfiscateGoods),
        heavy || confirmed,
    ))
}
