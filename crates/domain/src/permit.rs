//! Who may do what to what: one pure predicate for reading one thing, for lists, and for acts.

use crate::{
    id::{BrigadeCode, DepartmentCode, PersonId, StationCode},
    organisation::{Person, Role},
    refusal::{Ground, Refusal},
};
use utoipa::ToSchema;

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The person.
    pub person: PersonId,
    /// Roles at this moment.
    pub roles: Vec<Role>,
    /// Home brigade.
    pub brigade: Option<BrigadeCode>,
    /// Station posted to.
    pub station: Option<StationCode>,
    /// Department, of a contact.
    pub department: Option<DepartmentCode>,
}

impl Actor {
    /// The actor of a person.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            person: person.id.clone(),
            roles: person.roles.clone(),
            brigade: person.brigade.clone(),
            station: person.station.clone(),
            department: person.department.clone(),
        }
    }
    /// The actor of reactions and jobs; it holds no role, what it does was permitted where it began.
    #[must_use]
    pub fn system() -> Self {
        Self {
            person: PersonId::system(),
            roles: Vec::new(),
            brigade: None,
            station: None,
            department: None,
        }
    }
}

/// What somebody may want to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
pub enum Act {
    /// Register a lead.
    RegisterLead,
    /// See leads.
    ReadLead,
    /// Dispatch or dismiss a lead.
    DispatchLead,
    /// Send a lead back to the captain.
    SendBackLead,
    /// See who reported; recorded each time.
    ReadReporter,
    /// Open a case for what was found on the spot.
    OpenCase,
    /// See cases.
    ReadCase,
    /// Investigate, propose, serve: what handlers do.
    HandleCase,
    /// Approve, decide, close: what the head does.
    ApproveCase,
    /// Legal review.
    ReviewCase,
    /// Record payments.
    RecordPayment,
    /// Store a file for a case.
    StoreFile,
    /// Refer a suspected violation to the bureau.
    Refer,
    /// See links.
    ReadLink,
    /// Accept or return a referral.
    AnswerReferral,
    /// See the record of events.
    ReadJournal,
    /// See catalogue and places.
    ReadReference,
    /// Bring lists, publish editions, reset what the search learned.
    ManageCatalogue,
    /// See the bureau's people with their credentials and load.
    ReadPeople,
    /// See figures of the board.
    ReadOverview,
}

/// What it is done to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// The brigade that owns it; none while nobody does.
    pub brigade: Option<BrigadeCode>,
    /// The people who have it in hand.
    pub hands: Vec<PersonId>,
    /// The department it came from.
    pub department: Option<DepartmentCode>,
}

/// How far a right reaches; lists are cut by it, single things are tested against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Everything of the bureau.
    Bureau,
    /// What the brigade owns, and what nobody owns yet.
    Brigade(BrigadeCode),
    /// What the person has in hand.
    Own(PersonId),
    /// What came from the department.
    Department(DepartmentCode),
}

/// No role of the person may do this at all.
pub const WRONG_ROLE: Ground = Ground {
    code: "permit.role",
    article: "",
    says: "None of your roles may do this.",
    remedy: "Ask a person with the right role.",
};
/// The role may, but not to this.
pub const OUT_OF_REACH: Ground = Ground {
    code: "permit.reach",
    article: "",
    says: "This is not in your hands, your brigade or your department.",
    remedy: "Ask the person or brigade that has it.",
};

/// How far the actor's right to an act reaches; empty when no role has it.
#[must_use]
pub fn reach(actor: &Actor, act: Act) -> Vec<Reach> {
    let mut reaches: Vec<Reach> = actor
        .roles
        .iter()
        .filter_map(|role| reach_of_role(*role, actor, act))
        .collect();
    reaches.dedup();
    reaches
}

fn reach_of_role(role: Role, actor: &Actor, act: Act) -> Option<Reach> {
    let own = || Some(Reach::Own(actor.person.clone()));
    let brigade = || actor.brigade.clone().map(Reach::Brigade);
    let department = || actor.department.clone().map(Reach::Department);
    match (role, act) {
        (Role::Administrator, _) => None,
        (Role::Department, Act::Refer | Act::ReadLink) => department(),
        (Role::Department, Act::ReadReference) => Some(Reach::Bureau),
        (Role::Department, _) => None,
        (_, Act::ReadReference) => Some(Reach::Bureau),
        (Role::Supervisor | Role::Head, Act::ManageCatalogue) => Some(Reach::Bureau),
        (Role::Finance, Act::ReadPeople) => None,
        (_, Act::ReadPeople) => Some(Reach::Bureau),
        (Role::Officer | Role::Captain, Act::RegisterLead) => Some(Reach::Bureau),
        (
            Role::Officer,
            Act::ReadLead | Act::SendBackLead | Act::OpenCase | Act::ReadCase | Act::HandleCase,
        ) => own(),
        (Role::Officer, Act::StoreFile) => own(),
        (
            Role::Captain,
            Act::ReadLead
            | Act::DispatchLead
            | Act::ReadReporter
            | Act::ReadCase
            | Act::AnswerReferral
            | Act::ReadLink
            | Act::ReadOverview,
        ) => brigade(),
        (
            Role::Supervisor,
            Act::ReadLead | Act::ReadCase | Act::ReadLink | Act::ReadJournal | Act::ReadOverview,
        ) => Some(Reach::Bureau),
        (Role::Reviewer, Act::ReadCase | Act::ReviewCase) => Some(Reach::Bureau),
        (
            Role::Head,
            Act::ReadCase | Act::ApproveCase | Act::ReadLead | Act::ReadLink | Act::ReadOverview,
        ) => Some(Reach::Bureau),
        (Role::Finance, Act::ReadCase | Act::RecordPayment) => Some(Reach::Bureau),
        _ => None,
    }
}

impl Reach {
    /// Whether the subject is within it.
    #[must_use]
    pub fn covers(&self, subject: &Subject) -> bool {
        match self {
            Self::Bureau => true,
            Self::Brigade(code) => subject.brigade.as_ref().is_none_or(|owner| owner == code),
            Self::Own(person) => subject.hands.contains(person),
            Self::Department(code) => subject.department.as_ref() == Some(code),
        }
    }
}

/// Whether the actor may do the act to the subject.
pub fn permit(actor: &Actor, act: Act, subject: &Subject) -> Result<(), Refusal> {
    let reaches = reach(actor, act);
    if reaches.is_empty() {
        return Err(WRONG_ROLE.refuse());
    }
    OUT_OF_REACH.unless(reaches.iter().any(|reach| reach.covers(subject)))
}

/// Whether the actor may do the act at all.
pub fn permit_some(actor: &Actor, act: Act) -> Result<(), Refusal> {
    WRONG_ROLE.unless(!reach(actor, act).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(role: Role) -> Actor {
        Actor {
            person: PersonId::try_new("P1").unwrap(),
            roles: vec![role],
            brigade: BrigadeCode::try_new("B1").ok(),
            station: None,
            department: DepartmentCode::try_new("D1").ok(),
        }
    }

    fn subject(brigade: &str, hand: &str) -> Subject {
        Subject {
            brigade: BrigadeCode::try_new(brigade).ok(),
            hands: vec![PersonId::try_new(hand).unwrap()],
            department: None,
        }
    }

    #[test]
    fn officers_see_their_own_and_captains_their_brigade() {
        let (mine, theirs) = (subject("B2", "P1"), subject("B1", "P2"));
        assert_eq!(permit(&actor(Role::Officer), Act::ReadCase, &mine), Ok(()));
        assert_eq!(
            permit(&actor(Role::Officer), Act::ReadCase, &theirs)
                .unwrap_err()
                .code(),
            "permit.reach"
        );
        assert_eq!(permit(&actor(Role::Captain), Act::ReadCase, &theirs), Ok(()));
        assert_eq!(
            permit(&actor(Role::Captain), Act::ReadCase, &mine)
                .unwrap_err()
                .code(),
            "permit.reach"
        );
    }

    #[test]
    fn duties_are_separate() {
        let any = subject("B1", "P1");
        for (role, act) in [
            (Role::Officer, Act::ApproveCase),
            (Role::Officer, Act::ReviewCase),
            (Role::Officer, Act::RecordPayment),
            (Role::Reviewer, Act::HandleCase),
            (Role::Head, Act::HandleCase),
            (Role::Finance, Act::HandleCase),
            (Role::Supervisor, Act::HandleCase),
            (Role::Administrator, Act::ReadCase),
            (Role::Administrator, Act::ReadJournal),
            (Role::Department, Act::ReadCase),
        ] {
            assert_eq!(
                permit(&actor(role), act, &any).unwrap_err().code(),
                "permit.role",
                "{role:?} {act:?}"
            );
        }
    }
}
