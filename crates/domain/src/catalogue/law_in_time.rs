//! Which version of the law applies (从旧兼从轻, R-1.20; 处罚法 Art. 37).

use super::{
    fine::{FineBranch, FineFormula},
    item::Item,
    kind::{PenaltyKind, Precondition},
    range::FineRange,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which of two versions is lighter for the party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lighter {
    /// Nothing that matters to the party changed: the version of the day of the act applies.
    Same,
    /// The version of the day of the act.
    Act,
    /// The version of the day of decision.
    Decision,
    /// The two cannot be compared by rule; a person must say which.
    Unclear,
}

/// What the comparison looks at.
#[derive(Debug, Clone, Copy)]
pub struct Sanction<'a> {
    /// Kinds of penalty.
    pub kinds: &'a [PenaltyKind],
    /// The fine.
    pub fine: &'a FineFormula,
    /// What must come before.
    pub precondition: Precondition,
}

impl<'a> From<&'a Item> for Sanction<'a> {
    fn from(item: &'a Item) -> Self {
        Self {
            kinds: &item.penalty_kinds,
            fine: &item.fine,
            precondition: item.precondition,
        }
    }
}

/// Compares the two versions: the heaviest kind, then all kinds, what must come before, and the fine.
///
/// A version is lighter when it is so in at least one respect and heavier in none; else a person must say.
#[must_use]
pub fn lighter(act: Sanction<'_>, decision: Sanction<'_>) -> Lighter {
    let respects = [
        kinds(act.kinds, decision.kinds),
        precondition(act.precondition, decision.precondition),
        fines(act.fine, decision.fine),
    ];
    let has = |wanted: Lighter| respects.contains(&wanted);
    match (has(Lighter::Unclear), has(Lighter::Act), has(Lighter::Decision)) {
        (true, _, _) | (_, true, true) => Lighter::Unclear,
        (_, true, false) => Lighter::Act,
        (_, false, true) => Lighter::Decision,
        (_, false, false) => Lighter::Same,
    }
}

fn kinds(act: &[PenaltyKind], decision: &[PenaltyKind]) -> Lighter {
    let within = |a: &[PenaltyKind], b: &[PenaltyKind]| a.iter().all(|kind| b.contains(kind));
    match (within(act, decision), within(decision, act)) {
        (true, true) => Lighter::Same,
        (true, false) => Lighter::Act,
        (false, true) => Lighter::Decision,
        (false, false) => {
            let heaviest = |kinds: &[PenaltyKind]| kinds.iter().map(|kind| kind.weight()).max();
            match heaviest(act).cmp(&heaviest(decision)) {
                std::cmp::Ordering::Less => Lighter::Act,
                std::cmp::Ordering::Greater => Lighter::Decision,
                std::cmp::Ordering::Equal => Lighter::Unclear,
            }
        }
    }
}

/// An order that must come first is a chance for the party.
fn precondition(act: Precondition, decision: Precondition) -> Lighter {
    let mildness = |precondition| match precondition {
        Precondition::OrderFirst => 2,
        Precondition::FineAfterOrder => 1,
        Precondition::None | Precondition::OrderThenHeavier => 0,
    };
    by_more(mildness(decision), mildness(act))
}

/// Lighter is the act's when the decision's is more, and the other way round.
fn by_more<T: Ord>(act: T, decision: T) -> Lighter {
    match act.cmp(&decision) {
        std::cmp::Ordering::Less => Lighter::Act,
        std::cmp::Ordering::Greater => Lighter::Decision,
        std::cmp::Ordering::Equal => Lighter::Same,
    }
}

fn fines(act: &FineFormula, decision: &FineFormula) -> Lighter {
    if act == decision {
        return Lighter::Same;
    }
    match (act.branches(), decision.branches()) {
        ([a], [b]) if a.subject == b.subject && a.condition == b.condition && a.base == b.base => {
            ranges(a, b)
        }
        _ => Lighter::Unclear,
    }
}

/// Two ranges of the same shape: the upper limit first, then the lower one; no limit is the heaviest.
fn ranges(act: &FineBranch, decision: &FineBranch) -> Lighter {
    let most = |value: Option<i64>| value.unwrap_or(i64::MAX);
    let (a, b) = match (&act.range, &decision.range) {
        (
            FineRange::Amount { min, max, per },
            FineRange::Amount {
                min: least,
                max: most,
                per: unit,
            },
        ) if per == unit => {
            let fen = |amount: &Option<crate::money::Fen>| amount.map(crate::money::Fen::get);
            ((fen(min), fen(max)), (fen(least), fen(most)))
        }
        (
            FineRange::Multiple { min, max },
            FineRange::Multiple {
                min: least,
                max: most,
            },
        )
        | (
            FineRange::Percent { min, max },
            FineRange::Percent {
                min: least,
                max: most,
            },
        ) => {
            let wide = |value: &Option<u32>| value.map(i64::from);
            ((wide(min), wide(max)), (wide(least), wide(most)))
        }
        _ => return Lighter::Unclear,
    };
    let upper = by_more(most(a.1), most(b.1));
    let lower = by_more(a.0.unwrap_or(0), b.0.unwrap_or(0));
    match (upper, lower) {
        (Lighter::Same, lower) => lower,
        (upper, Lighter::Same) => upper,
        (upper, lower) if upper == lower => upper,
        // 法定刑 higher at one end and lower at the other: the upper limit counts, as courts compare it.
        (upper, _) => upper,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Fen;

    fn band(min: i64, max: i64) -> FineFormula {
        let yuan = |amount| Some(Fen::try_from_yuan(amount).unwrap());
        FineRange::Amount {
            min: yuan(min),
            max: yuan(max),
            per: None,
        }
        .into()
    }

    fn compare(
        act: (&[PenaltyKind], &FineFormula, Precondition),
        decision: (&[PenaltyKind], &FineFormula, Precondition),
    ) -> Lighter {
        let sanction = |(kinds, fine, precondition)| Sanction {
            kinds,
            fine,
            precondition,
        };
        lighter(sanction(act), sanction(decision))
    }

    const FINE: &[PenaltyKind] = &[PenaltyKind::Fine];
    const FINE_AND_REVOKE: &[PenaltyKind] = &[PenaltyKind::Fine, PenaltyKind::RevokeLicence];
    const NONE: Precondition = Precondition::None;

    ///
    #[test]
    fn the_new_law_applies_when_it_is_lighter() {
        let (low, high) = (&band(1_000, 10_000), &band(5_000, 50_000));
        assert_eq!(compare((FINE, high, NONE), (FINE, low, NONE)), Lighter::Decision);
        assert_eq!(compare((FINE, low, NONE), (FINE, high, NONE)), Lighter::Act);
        assert_eq!(compare((FINE, low, NONE), (FINE, low, NONE)), Lighter::Same);
        assert_eq!(
            compare((FINE_AND_REVOKE, low, NONE), (FINE, low, NONE)),
            Lighter::Decision
        );
        assert_eq!(
            compare((FINE, low, NONE), (FINE, low, Precondition::OrderFirst)),
            Lighter::Decision
        );
    }

    /// nobody guesses.
    #[test]
    fn lighter_here_and_heavier_there_is_for_a_person_to_say() {
        let (low, high) = (&band(1_000, 10_000), &band(5_000, 50_000));
        assert_eq!(
            compare((FINE, high, NONE), (FINE_AND_REVOKE, low, NONE)),
            Lighter::Unclear
        );
        let times = &FineRange::Multiple {
            min: Some(1_000),
            max: Some(5_000),
        }
        .into();
        assert_eq!(compare((FINE, high, NONE), (FINE, times, NONE)), Lighter::Unclear);
    }
}
