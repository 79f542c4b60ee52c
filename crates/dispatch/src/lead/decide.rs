//! The rules of a lead.

use super::{
    command::{Dismiss, Dispatch, LeadAct, LeadActKind, LeadCommand, ReceiveLead},
    event::LeadEvent,
    refusal as ground,
    state::{Lead, LeadState},
};
use crate::coverage::Coverage;
use yizhi_domain::{
    Moment,
    calendar::Calendar,
    catalogue::Catalogue,
    deadline::Deadline,
    organisation::{Role, Roster},
    permit::{Act, Actor, permit},
    refusal::Refusal,
    rules::{RULE_MISSING, RuleBook},
};

/// What lies on the desk when a lead is decided.
#[derive(Clone, Copy)]
pub struct LeadDesk<'a> {
    /// Now.
    pub now: Moment,
    /// Who acts.
    pub actor: &'a Actor,
    /// Working days.
    pub calendar: &'a Calendar,
    /// Numbers of the law.
    pub rules: &'a RuleBook,
    /// People.
    pub roster: &'a Roster,
    /// Fields.
    pub catalogue: &'a Catalogue,
    /// Areas.
    pub coverage: &'a Coverage,
}

type Decided = Result<Vec<LeadEvent>, Refusal>;

pub(super) fn decide(lead: &Lead, command: &LeadCommand, desk: &LeadDesk<'_>) -> Decided {
    match command {
        LeadCommand::Receive(intake) => receive(lead, intake, desk),
        LeadCommand::NoteCase(case) => {
            ground::LEAD_MISSING.unless(lead.intake.is_some())?;
            Ok(if lead.case.is_some() {
                Vec::new()
            } else {
                vec![LeadEvent::LeadCaseOpened { case: *case }]
            })
        }
        LeadCommand::Act(act) => {
            ground::LEAD_MISSING.unless(lead.intake.is_some())?;
            ground::LEAD_SETTLED.unless(lead.state == LeadState::Received)?;
            match act {
                LeadAct::Dispatch(dispatch) => send(lead, dispatch, desk),
                LeadAct::Dismiss(dismiss) => Ok(set_aside(dismiss)),
            }
        }
    }
}

fn receive(lead: &Lead, intake: &ReceiveLead, desk: &LeadDesk<'_>) -> Decided {
    ground::LEAD_EXISTS.unless(lead.intake.is_none())?;
    let today = desk.now.date_naive();
    ground::HAPPENED_IN_FUTURE.unless(intake.happened_on.is_none_or(|day| day <= today))?;
    let found = intake.point.and_then(|point| desk.coverage.locate(point));
    let brigade = match &intake.field {
        None => None,
        Some(no) => {
            let field = desk
                .catalogue
                .field(no)
                .ok_or_else(|| ground::FIELD_UNKNOWN.refuse().with("field", no))?;
            Some(field.brigade.clone())
        }
    };
    let rule = desk.rules.find("verification", "GEN", today)?;
    let verify_by = Deadline::compute(rule, today, desk.calendar).ok_or_else(|| RULE_MISSING.refuse())?;
    Ok(vec![LeadEvent::LeadReceived {
        source: intake.source,
        text: intake.text.clone(),
        address: intake.address.clone(),
        point: intake.point,
        happened_on: intake.happened_on,
        station_exact: found.as_ref().is_some_and(|found| found.exact),
        station: found.map(|found| found.station),
        brigade,
        field: intake.field.clone(),
        link: intake.link,
        reporter_known: intake.reporter_known,
        verify_by,
    }])
}

/// Two different certified officers of the captain's brigade or of the station (R-1.03, R-2.10).
fn send(lead: &Lead, dispatch: &Dispatch, desk: &LeadDesk<'_>) -> Decided {
    ground::OTHER_BRIGADE.unless(desk.actor.brigade.as_ref() == Some(&dispatch.brigade))?;
    let first = dispatch.officers.first();
    ground::ONE_OFFICER.unless(dispatch.officers.iter().any(|other| Some(other) != first))?;
    let today = desk.now.date_naive();
    let station = lead.intake.as_ref().and_then(|intake| intake.station.as_ref());
    for id in &dispatch.officers {
        let named = |ground: &'static yizhi_domain::refusal::Ground| {
            ground
                .refuse()
                .with("officer", desk.roster.name(id))
                .with("on", today)
        };
        let officer = desk.roster.person(id).filter(|person| person.is(Role::Officer));
        let officer = officer.ok_or_else(|| named(&ground::NOT_AN_OFFICER))?;
        if !officer.certified_on(today) {
            return Err(named(&ground::UNCERTIFIED));
        }
        let of_brigade = officer.brigade.as_ref() == Some(&dispatch.brigade);
        let of_station = station.is_some() && officer.station.as_ref() == station;
        if !of_brigade && !of_station {
            return Err(named(&ground::OFFICER_ELSEWHERE));
        }
    }
    Ok(vec![LeadEvent::LeadDispatched {
        brigade: dispatch.brigade.clone(),
        officers: dispatch.officers.clone(),
        note: dispatch.note.clone(),
    }])
}

fn set_aside(dismiss: &Dismiss) -> Vec<LeadEvent> {
    vec![LeadEvent::LeadDismissed {
        ground: dismiss.ground,
        reason: dismiss.reason.clone(),
    }]
}

impl Lead {
    /// The acts a lead offers now, with the reason why not for the person who asks.
    #[must_use]
    pub fn available_acts(&self, actor: &Actor) -> Vec<(LeadActKind, Option<Refusal>)> {
        if self.state != LeadState::Received {
            return Vec::new();
        }
        let reason = permit(actor, Act::DispatchLead, &self.subject())
            .err()
            .map(|refusal| refusal.with("right", "captain"));
        vec![
            (LeadActKind::Dispatch, reason.clone()),
            (LeadActKind::Dismiss, reason),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use yizhi_domain::{
        county::Areas,
        id::{BrigadeCode, PersonId, StationCode},
        journal::{Aggregate, Recorded},
        organisation::{Credential, Person},
        place::Wgs84,
        rules::{Rule, Unit},
        text::{Line, Prose},
    };

    struct World {
        calendar: Calendar,
        rules: RuleBook,
        roster: Roster,
        catalogue: Catalogue,
        coverage: Coverage,
    }

    fn world() -> World {
        let person = |id: &str, role: Role, brigade: &str, station: &str, valid_to: &str| Person {
            id: PersonId::try_new(id).unwrap(),
            name: id.into(),
            roles: vec![role],
            brigade: BrigadeCode::try_new(brigade).ok(),
            station: StationCode::try_new(station).ok(),
            department: None,
            credential: Some(Credential {
                number: id.into(),
                valid_from: "2023-01-01".parse().unwrap(),
                valid_to: valid_to.parse().unwrap(),
            }),
        };
        let square = r#"{"type":"Polygon","coordinates":[[[120,27],[121,27],[121,28],[120,28],[120,27]]]}"#;
        let stations = [(StationCode::try_new("S01").unwrap(), square.to_owned())];
        World {
            calendar: Calendar::new("test", Default::default()),
            rules: RuleBook::new(vec![Rule {
                id: "verification".into(),
                profile: "GEN".into(),
                amount: 15,
                unit: Unit::WorkingDays,
                roll: false,
                article: "行政处罚法第五十四条".into(),
                effective_from: "2021-07-15".parse().unwrap(),
                effective_to: None,
                confirmed: false,
                source: "test".into(),
            }]),
            roster: Roster::new(vec![
                person("CAP", Role::Captain, "B3", "", "2028-12-31"),
                person("A", Role::Officer, "B3", "S01", "2028-12-31"),
                person("B", Role::Officer, "B3", "", "2028-12-31"),
                person("OTHER", Role::Officer, "B7", "S02", "2028-12-31"),
                person("STATION", Role::Officer, "B7", "S01", "2028-12-31"),
                person("OLD", Role::Officer, "B3", "S01", "2025-12-31"),
            ]),
            catalogue: Catalogue::default(),
            coverage: Coverage::try_new(&Areas {
                stations: stations.into_iter().collect(),
                boundary: String::new(),
            })
            .unwrap(),
        }
    }

    fn tell(world: &World, lead: Lead, command: &LeadCommand) -> Result<Lead, &'static str> {
        let now: Moment = "2026-07-20T10:00:00+08:00".parse().unwrap();
        let actor = Actor::of(world.roster.person(&PersonId::try_new("CAP").unwrap()).unwrap());
        let desk = LeadDesk {
            now,
            actor: &actor,
            calendar: &world.calendar,
            rules: &world.rules,
            roster: &world.roster,
            catalogue: &world.catalogue,
            coverage: &world.coverage,
        };
        let events = lead.decide(command, &desk).map_err(|refusal| refusal.code())?;
        Ok(events.into_iter().fold(lead, |lead, event| {
            let version = lead.version + 1;
            lead.evolve(&Recorded {
                version,
                at: now,
                actor: actor.person.clone(),
                event,
            })
        }))
    }

    fn intake() -> LeadCommand {
        LeadCommand::Receive(Box::new(ReceiveLead {
            source: super::super::command::LeadSource::Complaint,
            text: Prose::try_new("无证经营燃气").unwrap(),
            address: Line::try_new("示例路1号").unwrap(),
            point: Some(Wgs84 {
                lng: 120.5,
                lat: 27.5,
            }),
            happened_on: None,
            field: None,
            link: None,
            reporter_known: false,
        }))
    }

    fn dispatch(brigade: &str, officers: &[&str]) -> LeadCommand {
        let act = json!({"type": "dispatch", "brigade": brigade, "officers": officers});
        LeadCommand::Act(serde_json::from_value(act).unwrap())
    }

    #[test]
    fn the_station_is_proposed_from_the_place() {
        let lead = tell(&world(), Lead::default(), &intake()).unwrap();
        let intake = lead.intake.unwrap();
        assert_eq!(
            (intake.station.unwrap().as_str(), intake.station_exact),
            ("S01", true)
        );
        assert_eq!(intake.verify_by.due_on.to_string(), "2026-08-10");
    }

    #[test]
    fn two_certified_officers_of_brigade_or_station() {
        let world = world();
        let lead = tell(&world, Lead::default(), &intake()).unwrap();
        let try_it =
            |officers: &[&str]| tell(&world, lead.clone(), &dispatch("B3", officers)).map(|lead| lead.state);
        assert_eq!(try_it(&["A", "B"]), Ok(LeadState::Dispatched));
        assert_eq!(try_it(&["A", "STATION"]), Ok(LeadState::Dispatched));
        assert_eq!(try_it(&["A"]), Err("dispatch.one_officer"));
        assert_eq!(try_it(&["A", "A"]), Err("dispatch.one_officer"));
        assert_eq!(try_it(&["A", "OLD"]), Err("dispatch.uncertified"));
        assert_eq!(try_it(&["A", "OTHER"]), Err("dispatch.officer_elsewhere"));
        assert_eq!(try_it(&["A", "CAP"]), Err("dispatch.not_an_officer"));
        let elsewhere = tell(&world, lead.clone(), &dispatch("B7", &["A", "B"])).map(|_| ());
        assert_eq!(elsewhere, Err("dispatch.other_brigade"));
    }

    #[test]
    fn once_only() {
        let world = world();
        let lead = tell(&world, Lead::default(), &intake()).unwrap();
        assert_eq!(
            tell(&world, lead.clone(), &intake()).map(|_| ()),
            Err("lead.exists")
        );
        let lead = tell(&world, lead, &dispatch("B3", &["A", "B"])).unwrap();
        assert_eq!(
            tell(&world, lead.clone(), &dispatch("B3", &["A", "B"])).map(|_| ()),
            Err("lead.settled")
        );
        let noted = tell(
            &world,
            lead,
            &LeadCommand::NoteCase(yizhi_domain::id::CaseId(uuid::Uuid::nil())),
        )
        .unwrap();
        assert!(noted.case.is_some());
        assert_eq!(
            tell(&world, Lead::default(), &dispatch("B3", &["A", "B"])).map(|_| ()),
            Err("lead.missing")
        );
    }
}
