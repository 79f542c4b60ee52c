//! The bureau (综合行政执法局): departments, brigades, stations, people and their credentials.

use crate::{
    Day,
    id::{BrigadeCode, DepartmentCode, PersonId, StationCode},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What a person may be (rule book section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Enforcement officer (执法人员).
    Officer,
    /// Brigade captain (大队长).
    Captain,
    /// Supervisor of enforcement (执法监督).
    Supervisor,
    /// Legal reviewer (法制审核).
    Reviewer,
    /// Head of the bureau (局领导).
    Head,
    /// Finance (财务).
    Finance,
    /// Keeper of accounts (系统管理员); sees no case.
    Administrator,
    /// Contact of a competent department (主管部门联系人).
    Department,
}

/// A name with a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Department {
    /// Its code.
    pub code: DepartmentCode,
    /// Its name.
    pub name: String,
}

/// A brigade (执法大队); it owns its cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Brigade {
    /// Its code.
    pub code: BrigadeCode,
    /// Its name.
    pub name: String,
}

/// A joint field station (联勤工作站).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Station {
    /// Its code.
    pub code: StationCode,
    /// Its name.
    pub name: String,
    /// Posts of enforcement officers.
    pub posts: u32,
}

/// An enforcement credential (执法证); it must be shown (处罚法 Art. 55).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// Printed number.
    pub number: String,
    /// First day it is valid.
    pub valid_from: Day,
    /// Last day it is valid.
    pub valid_to: Day,
}

/// A person with a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Id.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Roles; most people have one.
    pub roles: Vec<Role>,
    /// Home brigade.
    pub brigade: Option<BrigadeCode>,
    /// Station posted to.
    pub station: Option<StationCode>,
    /// Department, for its contact.
    pub department: Option<DepartmentCode>,
    /// Credential, if any.
    pub credential: Option<Credential>,
}

impl Person {
    /// Whether the person may enforce on a day: an officer or captain with a valid credential.
    #[must_use]
    pub fn certified_on(&self, day: Day) -> bool {
        self.credential
            .as_ref()
            .is_some_and(|c| c.valid_from <= day && day <= c.valid_to)
    }
    /// Whether the person has the role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Everyone, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    people: BTreeMap<PersonId, Person>,
}

impl Roster {
    /// Builds the roster.
    #[must_use]
    pub fn new(people: Vec<Person>) -> Self {
        Self {
            people: people.into_iter().map(|p| (p.id.clone(), p)).collect(),
        }
    }
    /// The person of an id.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.get(id)
    }
    /// The name of a person, or the id when unknown.
    #[must_use]
    pub fn name<'a>(&'a self, id: &'a PersonId) -> &'a str {
        self.person(id).map_or(id.as_str(), |p| p.name.as_str())
    }
    /// Everyone in order of id.
    pub fn iter(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }
}
