//! The rules of a link.

use super::{
    command::{FeedBack, LinkAct, LinkActKind, LinkCommand, Refer},
    event::LinkEvent,
    refusal as ground,
    state::{Link, LinkState},
};
use yizhi_domain::{
    Moment,
    calendar::Calendar,
    catalogue::Catalogue,
    deadline::Deadline,
    permit::{Act, Actor, permit},
    refusal::Refusal,
    rules::{RULE_MISSING, RuleBook},
};

/// What lies on the desk when a link is decided.
#[derive(Clone, Copy)]
pub struct LinkDesk<'a> {
    /// Now.
    pub now: Moment,
    /// Who acts.
    pub actor: &'a Actor,
    /// Working days.
    pub calendar: &'a Calendar,
    /// Numbers of the law.
    pub rules: &'a RuleBook,
    /// Items and fields.
    pub catalogue: &'a Catalogue,
}

type Decided = Result<Vec<LinkEvent>, Refusal>;

pub(super) fn decide(link: &Link, command: &LinkCommand, desk: &LinkDesk<'_>) -> Decided {
    if let LinkCommand::Refer(refer) = command {
        return receive(link, refer, desk);
    }
    ground::LINK_MISSING.unless(link.referral.is_some())?;
    match command {
        LinkCommand::Refer(_) => Ok(Vec::new()),
        LinkCommand::Act(act) => answer(link, act),
        LinkCommand::NoteLead(lead) => {
            ground::LINK_NOT_ACCEPTED.unless(link.state == LinkState::Accepted)?;
            Ok(if link.lead.is_some() {
                Vec::new()
            } else {
                vec![LinkEvent::LeadOpened { lead: *lead }]
            })
        }
        LinkCommand::FeedBack(told) => feed_back(link, told),
    }
}

fn receive(link: &Link, refer: &Refer, desk: &LinkDesk<'_>) -> Decided {
    ground::LINK_EXISTS.unless(link.referral.is_none())?;
    let department = desk
        .actor
        .department
        .clone()
        .ok_or_else(|| ground::NO_DEPARTMENT.refuse())?;
    let today = desk.now.date_naive();
    ground::FINDING_IN_FUTURE.unless(refer.finding.found_on <= today)?;
    let granted_on = refer.approval.as_ref().map(|approval| approval.granted_on);
    ground::GRANTED_AFTER_FINDING.unless(granted_on.is_none_or(|day| day <= refer.finding.found_on))?;
    let brigade = match &refer.item {
        None => None,
        Some(code) => {
            let item = desk.catalogue.item(code);
            let item = item.ok_or_else(|| ground::LINK_ITEM_UNKNOWN.refuse().with("item", code))?;
            desk.catalogue
                .field(&item.field)
                .map(|field| field.brigade.clone())
        }
    };
    let rule = desk.rules.find("link_acceptance", "*", today)?;
    let answer_by = Deadline::compute(rule, today, desk.calendar).ok_or_else(|| RULE_MISSING.refuse())?;
    Ok(vec![LinkEvent::ReferralReceived {
        department,
        approval: refer.approval.clone(),
        finding: refer.finding.clone(),
        item: refer.item.clone(),
        brigade,
        party_name: refer.party_name.clone(),
        place: refer.place.clone(),
        urgent: refer.urgent,
        answer_by,
    }])
}

/// Accepted, or returned on a listed ground: once (L-08).
fn answer(link: &Link, act: &LinkAct) -> Decided {
    ground::LINK_ANSWERED.unless(link.state == LinkState::Referred)?;
    Ok(vec![match act {
        LinkAct::Accept(accept) => LinkEvent::ReferralAccepted {
            note: accept.note.clone(),
        },
        LinkAct::ReturnReferral(back) => LinkEvent::ReferralReturned {
            ground: back.ground,
            reason: back.reason.clone(),
        },
    }])
}

/// Told once for each result (L-09, L-11).
fn feed_back(link: &Link, told: &FeedBack) -> Decided {
    ground::LINK_NOT_ACCEPTED.unless(!matches!(link.state, LinkState::Referred | LinkState::Returned))?;
    if link.told.iter().any(|known| known.result == told.result) {
        return Ok(Vec::new());
    }
    Ok(vec![LinkEvent::ResultFedBack {
        result: told.result,
        case: told.case,
        number: told.number.clone(),
        on: told.on,
    }])
}

impl Link {
    /// The acts a link offers now, with the reason why not for the person who asks.
    #[must_use]
    pub fn available_acts(&self, actor: &Actor) -> Vec<(LinkActKind, Option<Refusal>)> {
        if self.state != LinkState::Referred {
            return Vec::new();
        }
        let reason = permit(actor, Act::AnswerReferral, &self.subject())
            .err()
            .map(|refusal| refusal.with("right", "captain"));
        vec![
            (LinkActKind::Accept, reason.clone()),
            (LinkActKind::ReturnReferral, reason),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use yizhi_domain::{
        id::{CaseId, DepartmentCode, LeadId},
        journal::{Aggregate, Recorded},
        rules::{Rule, Unit},
    };

    fn tell(link: Link, command: &LinkCommand) -> Result<Link, &'static str> {
        let now: Moment = "2026-07-20T10:00:00+08:00".parse().unwrap();
        let mut actor = Actor::system();
        actor.department = DepartmentCode::try_new("D4").ok();
        let rules = RuleBook::new(vec![Rule {
            id: "link_acceptance".into(),
            profile: "*".into(),
            amount: 5,
            unit: Unit::WorkingDays,
            roll: false,
            article: "约定".into(),
            effective_from: "2021-07-15".parse().unwrap(),
            effective_to: None,
            confirmed: false,
            source: "test".into(),
        }]);
        let calendar = Calendar::new("test", Default::default());
        let catalogue = Catalogue::default();
        let desk = LinkDesk {
            now,
            actor: &actor,
            calendar: &calendar,
            rules: &rules,
            catalogue: &catalogue,
        };
        let events = link.decide(command, &desk).map_err(|refusal| refusal.code())?;
        Ok(events.into_iter().fold(link, |link, event| {
            let version = link.version + 1;
            link.evolve(&Recorded {
                version,
                at: now,
                actor: actor.person.clone(),
                event,
            })
        }))
    }

    fn refer(found_on: &str, granted_on: &str) -> LinkCommand {
        let refer = json!({"finding": {"found_on": found_on, "text": "未按许可范围经营"}, "party_name": "示例店（虚构）",
            "approval": {"permit_no": "浙燃1", "approval_item": "燃气经营许可", "holder": "示例店（虚构）", "granted_on": granted_on},
            "place": "示例路1号", "urgent": false});
        LinkCommand::Refer(Box::new(serde_json::from_value(refer).unwrap()))
    }

    fn told(result: super::super::command::ResultKind) -> LinkCommand {
        let case = Some(CaseId(uuid::Uuid::nil()));
        LinkCommand::FeedBack(FeedBack {
            result,
            case,
            number: None,
            on: "2026-07-20".parse().unwrap(),
        })
    }

    fn act(value: serde_json::Value) -> LinkCommand {
        LinkCommand::Act(serde_json::from_value(value).unwrap())
    }

    #[test]
    fn the_loop_closes() {
        use super::super::command::ResultKind as R;
        let link = tell(Link::default(), &refer("2026-07-19", "2024-01-01")).unwrap();
        assert_eq!(
            link.referral.as_ref().unwrap().answer_by.due_on.to_string(),
            "2026-07-27"
        );
        assert_eq!(
            tell(link.clone(), &told(R::Filed)).map(|_| ()),
            Err("link.not_accepted")
        );
        let link = tell(link, &act(json!({"type": "accept"}))).unwrap();
        let link = tell(link, &LinkCommand::NoteLead(LeadId(uuid::Uuid::nil()))).unwrap();
        let link = [R::Filed, R::Decided, R::Closed]
            .into_iter()
            .fold(link, |link, r| tell(link, &told(r)).unwrap());
        assert_eq!(link.state, LinkState::FedBack);
        let again = tell(link.clone(), &told(R::Closed)).unwrap();
        assert_eq!(again, link, "told once only");
    }

    #[test]
    fn refused() {
        assert_eq!(
            tell(Link::default(), &refer("2026-07-21", "2024-01-01")).map(|_| ()),
            Err("link.in_future")
        );
        let late = tell(Link::default(), &refer("2026-07-01", "2026-07-02")).map(|_| ());
        assert_eq!(late, Err("link.granted_after_finding"));
        assert_eq!(
            tell(Link::default(), &act(json!({"type": "accept"}))).map(|_| ()),
            Err("link.missing")
        );
        let link = tell(Link::default(), &refer("2026-07-19", "2024-01-01")).unwrap();
        let back = json!({"type": "return_referral", "ground": "no_jurisdiction", "reason": "应由公安管辖"});
        let link = tell(link, &act(back)).unwrap();
        assert_eq!(
            tell(link.clone(), &act(json!({"type": "accept"}))).map(|_| ()),
            Err("link.answered")
        );
        assert_eq!(
            tell(link, &refer("2026-07-19", "2024-01-01")).map(|_| ()),
            Err("link.exists")
        );
    }
}
