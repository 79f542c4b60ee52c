//! When an edition may be published or taken back.

use super::{
    command::{EditionAct, EditionCommand, Prepare, Publish, Withdraw},
    event::EditionEvent,
    refusal as ground,
    state::{Edition, EditionState, Editions},
};
use crate::{Day, Moment, refusal::Refusal};

/// What lies on the desk.
#[derive(Debug, Clone, Copy)]
pub struct EditionDesk {
    /// Now.
    pub now: Moment,
}

impl EditionDesk {
    fn today(&self) -> Day {
        self.now.date_naive()
    }
}

pub(super) fn decide(
    all: &Editions,
    command: &EditionCommand,
    desk: &EditionDesk,
) -> Result<Vec<EditionEvent>, Refusal> {
    match command {
        EditionCommand::Prepare(prepare) => {
            ground::EDITION_EXISTS.unless(!all.editions.contains_key(&prepare.edition))?;
            to_come(prepare, desk)?;
            Ok(vec![EditionEvent::EditionPrepared {
                prepared: (**prepare).clone(),
            }])
        }
        EditionCommand::Act(id, act) => {
            let edition = all
                .editions
                .get(id)
                .ok_or_else(|| ground::EDITION_MISSING.refuse())?;
            match act {
                EditionAct::Publish(publish) => self::publish(all, edition, publish, desk),
                EditionAct::Withdraw(withdraw) => self::withdraw(edition, withdraw, desk),
            }
        }
    }
}

fn publish(
    all: &Editions,
    edition: &Edition,
    publish: &Publish,
    desk: &EditionDesk,
) -> Result<Vec<EditionEvent>, Refusal> {
    let prepared = &edition.prepared;
    in_state(edition, EditionState::Prepared)?;
    to_come(prepared, desk)?;
    ground::EDITION_BASE_CHANGED.unless(prepared.base == all.revision)?;
    ground::EDITION_NO_CHANGE.unless(prepared.added + prepared.changed + prepared.removed > 0)?;
    Ok(vec![EditionEvent::EditionPublished {
        edition: prepared.edition,
        basis: publish.basis.clone(),
    }])
}

fn withdraw(
    edition: &Edition,
    withdraw: &Withdraw,
    desk: &EditionDesk,
) -> Result<Vec<EditionEvent>, Refusal> {
    let prepared = &edition.prepared;
    in_state(edition, EditionState::Published)?;
    if prepared.effective_from <= desk.today() {
        let refusal = ground::EDITION_IN_FORCE.refuse();
        return Err(refusal.with("effective_from", prepared.effective_from));
    }
    Ok(vec![EditionEvent::EditionWithdrawn {
        edition: prepared.edition,
        reason: withdraw.reason.clone(),
    }])
}

fn to_come(prepared: &Prepare, desk: &EditionDesk) -> Result<(), Refusal> {
    if prepared.effective_from > desk.today() {
        return Ok(());
    }
    let refusal = ground::EDITION_TOO_LATE.refuse();
    Err(refusal
        .with("effective_from", prepared.effective_from)
        .with("today", desk.today()))
}

fn in_state(edition: &Edition, wanted: EditionState) -> Result<(), Refusal> {
    if edition.state == wanted {
        return Ok(());
    }
    Err(ground::EDITION_WRONG_STATE
        .refuse()
        .with("state", edition.state.key()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::{EditionId, PersonId},
        journal::{Aggregate, Recorded},
        text::Prose,
    };
    use uuid::Uuid;

    const FIRST: EditionId = EditionId(Uuid::from_u128(1));
    const SECOND: EditionId = EditionId(Uuid::from_u128(2));

    fn prepare(edition: EditionId, base: u64, changed: u64) -> EditionCommand {
        EditionCommand::Prepare(Box::new(Prepare {
            edition,
            file_name: "list.xlsx".into(),
            file_sm3: "00".into(),
            changes_sm3: "11".into(),
            whole: true,
            effective_from: "2026-08-01".parse().unwrap(),
            base,
            added: 0,
            changed,
            removed: 0,
        }))
    }

    fn publish(edition: EditionId) -> EditionCommand {
        let basis = Prose::try_new("市政府批复").unwrap();
        EditionCommand::Act(edition, EditionAct::Publish(Publish { basis }))
    }

    fn withdraw(edition: EditionId) -> EditionCommand {
        let reason = Prose::try_new("附件有误").unwrap();
        EditionCommand::Act(edition, EditionAct::Withdraw(Withdraw { reason }))
    }

    /// Given nothing, when these commands come on these days, then the editions or the first refusal.
    fn after(commands: &[(&str, EditionCommand)]) -> Result<Editions, &'static str> {
        let mut all = Editions::default();
        for (day, command) in commands {
            let now: Moment = format!("{day}T09:00:00+08:00").parse().unwrap();
            let events = all
                .decide(command, &EditionDesk { now })
                .map_err(|refusal| refusal.code())?;
            for event in events {
                let recorded = Recorded {
                    version: all.version + 1,
                    at: now,
                    actor: PersonId::try_new("P1").unwrap(),
                    event,
                };
                all = all.evolve(&recorded);
            }
        }
        Ok(all)
    }

    #[test]
    fn published_before_its_day_and_taken_back_until_then() {
        let prepared = ("2026-07-20", prepare(FIRST, 0, 3));
        let published = ("2026-07-31", publish(FIRST));
        let all = after(&[prepared.clone(), published.clone()]).unwrap();
        assert_eq!(
            (all.editions[&FIRST].state, all.revision),
            (EditionState::Published, 1)
        );
        let back = after(&[
            prepared.clone(),
            published.clone(),
            ("2026-07-31", withdraw(FIRST)),
        ])
        .unwrap();
        assert_eq!(
            (back.editions[&FIRST].state, back.revision),
            (EditionState::Withdrawn, 2)
        );
        let late = after(&[
            prepared.clone(),
            published.clone(),
            ("2026-08-01", withdraw(FIRST)),
        ]);
        assert_eq!(late, Err("edition.in_force"));
        assert_eq!(
            after(&[prepared, published.clone(), published]),
            Err("edition.wrong_state")
        );
    }

    #[test]
    fn not_for_today_not_over_another_and_not_for_nothing() {
        assert_eq!(
            after(&[("2026-08-01", prepare(FIRST, 0, 3))]),
            Err("edition.too_late")
        );
        let first = ("2026-07-20", prepare(FIRST, 0, 3));
        assert_eq!(
            after(&[first.clone(), ("2026-08-01", publish(FIRST))]),
            Err("edition.too_late")
        );
        let second = ("2026-07-20", prepare(SECOND, 0, 1));
        let both = [
            first.clone(),
            second,
            ("2026-07-21", publish(FIRST)),
            ("2026-07-21", publish(SECOND)),
        ];
        assert_eq!(after(&both), Err("edition.base_changed"));
        assert_eq!(after(&[first.clone(), first]), Err("edition.exists"));
        assert_eq!(after(&[("2026-07-20", publish(FIRST))]), Err("edition.missing"));
        let nothing = ("2026-07-20", prepare(FIRST, 0, 0));
        assert_eq!(
            after(&[nothing, ("2026-07-21", publish(FIRST))]),
            Err("edition.no_change")
        );
    }
}
