//! Payment (缴款), as the bank reports it; collected apart from the decision (处罚法 Art. 67).

use super::{Decided, ground, not_before, not_in_future};
use crate::case::{command::RecordPayment, desk::CaseDesk, event::CaseEvent, state::Case};
use yizhi_domain::money::Fen;

/// Records a payment up to what is still to be paid.
pub(super) fn pay(case: &Case, payment: &RecordPayment, desk: &CaseDesk<'_>) -> Decided {
    not_in_future(payment.paid_on, desk)?;
    if let Some(decision) = &case.decision {
        not_before(payment.paid_on, decision.decided_on)?;
    }
    let fits = payment.amount_fen > Fen::ZERO && payment.amount_fen <= case.outstanding();
    if !fits {
        return Err(ground::PAYMENT_TOO_MUCH
            .refuse()
            .with("outstanding", case.outstanding().in_yuan()));
    }
    ground::PAYMENT_TWICE.unless(
        case.payments
            .iter()
            .all(|known| known.receipt_no != payment.receipt_no),
    )?;
    Ok(vec![CaseEvent::PaymentRecorded {
        paid_on: payment.paid_on,
        amount_fen: payment.amount_fen,
        receipt_no: payment.receipt_no.clone(),
    }])
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, payment};

    #[test]
    fn paid_in_parts() {
        let scene = Scene::served(5_000_000)
            .act("FINANCE", payment(2_000_000, "A1"))
            .accepted()
            .stage("served");
        let scene = scene
            .act("FINANCE", payment(2_000_000, "A1"))
            .refused("payment.twice");
        let scene = scene
            .act("FINANCE", payment(3_000_001, "A2"))
            .refused("payment.too_much");
        let scene = scene.act("FINANCE", payment(0, "A2")).refused("payment.too_much");
        scene
            .act("FINANCE", payment(3_000_000, "A2"))
            .accepted()
            .stage("fulfilled");
    }

    #[test]
    fn handlers_do_not_collect() {
        Scene::served(5_000_000)
            .act("P1", payment(1, "A1"))
            .refused("payment.by_handler");
    }
}
