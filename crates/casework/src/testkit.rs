//! Given events, when a command, then events or a refusal: one helper, so that the API may change.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of tests stops at the first surprise"
)]

use crate::case::{
    AvailableAct, Case, CaseAct, CaseCommand, CaseDesk, CaseEvent, FileFacts, OpenCase, Origin, PartyRef,
};
use serde_json::{Value, json};
use uuid::Uuid;
use yizhi_domain::{
    Day, Moment,
    calendar::Calendar,
    catalogue::{
        BasisRole, Catalogue, Field, FineRange, Item, LegalBasis, PartyScope, PenaltyKind, Precondition,
        TransferScope, edition::Change,
    },
    id::{BrigadeCode, DepartmentCode, FieldNo, FileId, ItemCode, PartyId, PersonId},
    journal::{Aggregate, Recorded},
    money::Fen,
    number,
    organisation::{Credential, Person, Role, Roster},
    party::PartyKind,
    permit::Actor,
    refusal::Refusal,
    rules::{Rule, RuleBook, Unit},
    text::{Line, Prose},
};

/// A stored file that the desk knows.
pub const FILE: &str = "0190a000-0000-7000-8000-000000000001";

/// The world a scene plays in.
#[derive(Debug, Clone)]
pub struct World {
    /// Working days; only weekends rest, 2026 counts as loaded.
    pub calendar: Calendar,
    /// The rules the path needs.
    pub rules: RuleBook,
    /// P1, P2, P3 certified; EXPIRED, BARE not; HEAD, HEAD2, REVIEWER, FINANCE.
    pub roster: Roster,
    /// GAS, TIMES, ORDER, SMALL, ORG, ENDED.
    pub catalogue: Catalogue,
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The world.
#[must_use]
pub fn world() -> World {
    let rest = [(day("2026-10-01"), yizhi_domain::calendar::DayKind::Rest)];
    World {
        calendar: Calendar::new("test", rest.into_iter().collect()),
        rules: RuleBook::new(vec![
            rule("verification", 15, Unit::WorkingDays, false),
            rule("case_limit", 90, Unit::CalendarDays, false),
            rule("statement", 5, Unit::WorkingDays, false),
            rule("hearing_request", 5, Unit::WorkingDays, false),
            rule("decision_service", 7, Unit::WorkingDays, false),
            rule("payment", 15, Unit::CalendarDays, true),
            rule("limitation", 2, Unit::Years, false),
            rule("public_notice", 30, Unit::CalendarDays, false),
            rule("hearing_fine_person", 500_000, Unit::Fen, false),
            rule("hearing_fine_organisation", 5_000_000, Unit::Fen, false),
        ]),
        roster: Roster::new(people()),
        catalogue: catalogue(),
    }
}

fn rule(id: &str, amount: u32, unit: Unit, roll: bool) -> Rule {
    Rule {
        id: id.into(),
        profile: "*".into(),
        amount,
        unit,
        roll,
        article: "行政处罚法".into(),
        effective_from: day("2021-07-15"),
        effective_to: None,
        confirmed: true,
        source: "test".into(),
    }
}

fn people() -> Vec<Person> {
    let person = |id: &str, role: Role, valid_to: Option<&str>| Person {
        id: PersonId::try_new(id).expect("an id"),
        name: id.into(),
        roles: vec![role],
        brigade: BrigadeCode::try_new("B3").ok(),
        station: None,
        department: None,
        credential: valid_to.map(|to| Credential {
            number: format!("NO-{id}"),
            valid_from: day("2023-01-01"),
            valid_to: day(to),
        }),
    };
    vec![
        person("P1", Role::Officer, Some("2028-12-31")),
        person("P2", Role::Officer, Some("2028-12-31")),
        person("P3", Role::Officer, Some("2028-12-31")),
        person("EXPIRED", Role::Officer, Some("2025-12-31")),
        person("BARE", Role::Officer, None),
        person("HEAD", Role::Head, None),
        person("HEAD2", Role::Head, None),
        person("REVIEWER", Role::Reviewer, None),
        person("FINANCE", Role::Finance, None),
    ]
}

fn catalogue() -> Catalogue {
    let yuan = |amount| Some(Fen::try_from_yuan(amount).expect("an amount"));
    let kinds = || {
        vec![
            PenaltyKind::Fine,
            PenaltyKind::ConfiscateGains,
            PenaltyKind::Detention,
        ]
    };
    let item = |code: &str, fine: FineRange, precondition: Precondition, ends: Option<&str>| Item {
        code: ItemCode::try_new(code).expect("a code"),
        field: FieldNo::try_new("19").expect("a field"),
        serial: 1,
        name: format!("对{code}的行政处罚"),
        basis: vec![LegalBasis {
            role: BasisRole::Penalty,
            statute: "城镇燃气管理条例".into(),
            version: Some("2016-02-06".into()),
            article: "第四十五条第一款".into(),
        }],
        statute_level: "行政法规".into(),
        penalty_kinds: kinds(),
        party: if code == "ORG" {
            PartyScope::Organisation
        } else {
            PartyScope::Unspecified
        },
        fine: fine.into(),
        precondition,
        measures: Vec::new(),
        scope: TransferScope::Whole,
        note: None,
        supervisor: None,
        profile: None,
        hearing_person: None,
        hearing_organisation: None,
        limitation_years: None,
        suit_days: None,
        no_penalty: Vec::new(),
        inspections: Vec::new(),
        effective_from: None,
        effective_to: ends.map(day),
        successor: None,
    };
    let gas = || FineRange::Amount {
        min: yuan(50_000),
        max: yuan(500_000),
        per: None,
    };
    let small = || FineRange::Amount {
        min: yuan(200),
        max: yuan(1_000),
        per: None,
    };
    Catalogue::new(
        vec![Field {
            no: FieldNo::try_new("19").expect("a field"),
            name: "建设".into(),
            department: DepartmentCode::try_new("D4").expect("a code"),
            brigade: BrigadeCode::try_new("B3").expect("a code"),
            profile: "GEN".into(),
        }],
        vec![
            item("GAS", gas(), Precondition::None, None),
            item("ORG", gas(), Precondition::None, None),
            item("ENDED", gas(), Precondition::None, Some("2026-08-14")),
            item("SMALL", small(), Precondition::None, None),
            item("ORDER", small(), Precondition::OrderFirst, None),
            item(
                "TIMES",
                FineRange::Multiple {
                    min: Some(5_000),
                    max: Some(10_000),
                },
                Precondition::None,
                None,
            ),
        ],
    )
}

/// A case in its world on some day.
#[derive(Clone)]
pub struct Scene {
    /// The world.
    pub world: World,
    /// The case so far.
    pub case: Case,
    /// Its events so far.
    pub events: Vec<CaseEvent>,
    now: Moment,
    last: Option<Result<Vec<CaseEvent>, Refusal>>,
}

impl Default for Scene {
    fn default() -> Self {
        Self::new()
    }
}

impl Scene {
    /// Nothing yet, on 2026-07-20, a Monday.
    #[must_use]
    pub fn new() -> Self {
        let now = "2026-07-20T16:00:00+08:00".parse().expect("a moment");
        Self {
            world: world(),
            case: Case::default(),
            events: Vec::new(),
            now,
            last: None,
        }
    }
    /// The same on another day.
    #[must_use]
    pub fn on(mut self, date: &str) -> Self {
        self.now = format!("{date}T16:00:00+08:00").parse().expect("a moment");
        self
    }
    /// From a day on, an item has another version with this range in yuan.
    #[must_use]
    pub fn with_new_version(mut self, code: &str, from: &str, (min, max): (i64, i64)) -> Self {
        let code = ItemCode::try_new(code).expect("a code");
        let yuan = |amount| Fen::try_from_yuan(amount).expect("an amount");
        let mut after = self.world.catalogue.item(&code).expect("an item").clone();
        after.fine = FineRange::Amount {
            min: Some(yuan(min)),
            max: Some(yuan(max)),
            per: None,
        }
        .into();
        let change = Change {
            code,
            before: None,
            after: Some(after),
        };
        self.world.catalogue.take(&[change], day(from));
        self
    }
    /// From a day on, an item holds no more.
    #[must_use]
    pub fn with_end(mut self, code: &str, from: &str) -> Self {
        let change = Change {
            code: ItemCode::try_new(code).expect("a code"),
            before: None,
            after: None,
        };
        self.world.catalogue.take(&[change], day(from));
        self
    }
    /// What the decision keeps of a change of the law.
    #[must_use]
    pub fn applied_law(&self) -> Option<Value> {
        let decision = self.case.decision.as_ref()?;
        decision
            .law
            .as_ref()
            .and_then(|law| serde_json::to_value(law).ok())
    }
    /// Opened by P1 and P2.
    #[must_use]
    pub fn opened() -> Self {
        Self::new().open(open_case(&["P1", "P2"])).accepted()
    }
    /// Opened on a day.
    #[must_use]
    pub fn opened_on(date: &str) -> Self {
        Self::new().on(date).open(open_case(&["P1", "P2"])).accepted()
    }
    /// Filed with an item, one photo in the file.
    #[must_use]
    pub fn filed(item: &str) -> Self {
        Self::opened().act("P1", evidence(1)).accepted().file_it(item)
    }
    /// Filed on a visit alone.
    #[must_use]
    pub fn filed_without_evidence(item: &str) -> Self {
        Self::opened()
            .act("P1", visit(&["P1", "P2"]))
            .accepted()
            .file_it(item)
    }
    fn file_it(self, item: &str) -> Self {
        let proposed = self.act("P1", proposal(item, "2026-07-10")).accepted();
        proposed
            .act("HEAD", json!({"type": "approve_filing", "opinion": "同意立案"}))
            .accepted()
    }
    /// Reported and reviewed.
    #[must_use]
    pub fn reviewed(item: &str, fine_fen: i64) -> Self {
        let reported = Self::filed(item).act("P1", report(fine_fen)).accepted();
        reported
            .act(
                "REVIEWER",
                json!({"type": "review", "outcome": "pass", "opinion": "同意"}),
            )
            .accepted()
    }
    /// With the notice issued.
    #[must_use]
    pub fn noticed(item: &str, fine_fen: i64) -> Self {
        Self::reviewed(item, fine_fen)
            .act("P1", json!({"type": "issue_notice"}))
            .accepted()
    }
    /// With the notice of an item served on 2026-07-20.
    #[must_use]
    pub fn notified_item(item: &str, fine_fen: i64) -> Self {
        Self::noticed(item, fine_fen)
            .act("P1", serve("notice", "direct", "2026-07-20"))
            .accepted()
    }
    /// The same for GAS.
    #[must_use]
    pub fn notified(fine_fen: i64) -> Self {
        Self::notified_item("GAS", fine_fen)
    }
    /// Decided on 2026-07-28.
    #[must_use]
    pub fn decided(fine_fen: i64) -> Self {
        let discussed = Self::notified(fine_fen).act("HEAD", discussion()).accepted();
        discussed
            .on("2026-07-28")
            .act("HEAD", decide(fine_fen))
            .accepted()
    }
    /// With the decision served.
    #[must_use]
    pub fn served(fine_fen: i64) -> Self {
        Self::decided(fine_fen)
            .act("P1", serve("decision", "direct", "2026-07-28"))
            .accepted()
    }

    /// Sends the command that opens it.
    #[must_use]
    pub fn open(self, open: OpenCase) -> Self {
        self.send("P1", &CaseCommand::Open(Box::new(open)))
    }
    /// Sends an act, written as the API takes it.
    #[must_use]
    pub fn act(self, who: &str, act: Value) -> Self {
        let act: CaseAct = serde_json::from_value(act).expect("an act");
        self.send(who, &CaseCommand::Act(Box::new(act)))
    }
    fn send(mut self, who: &str, command: &CaseCommand) -> Self {
        let actor = PersonId::try_new(who).expect("an id");
        let answer = self.at_desk(who, |case, desk| case.decide(command, desk));
        for event in answer.iter().flatten() {
            let version = self.case.version + 1;
            let recorded = Recorded {
                version,
                at: self.now,
                actor: actor.clone(),
                event: event.clone(),
            };
            self.case = self.case.evolve(&recorded);
            self.events.push(event.clone());
        }
        self.last = Some(answer);
        self
    }
    /// The acts that the case offers to a person.
    #[must_use]
    pub fn acts_of(&self, who: &str) -> Vec<AvailableAct> {
        self.at_desk(who, Case::available_acts)
    }
    fn at_desk<T>(&self, who: &str, work: impl FnOnce(&Case, &CaseDesk<'_>) -> T) -> T {
        let id = PersonId::try_new(who).expect("an id");
        let actor = self
            .world
            .roster
            .person(&id)
            .map_or_else(Actor::system, Actor::of);
        let party = PartyRef {
            id: PartyId(Uuid::nil()),
            kind: PartyKind::Organisation,
            digest: "d".into(),
        };
        let files = [FileFacts {
            id: FileId(FILE.parse().expect("an id")),
            name: "photo.jpg".into(),
            media_type: "image/jpeg".into(),
            size: 3,
            sm3: "66c7f0f4".into(),
        }];
        let number = number::print("龙综", number::NumberWord::Filing, 2026, 1);
        let desk = CaseDesk {
            now: self.now,
            actor: &actor,
            calendar: &self.world.calendar,
            rules: &self.world.rules,
            roster: &self.world.roster,
            catalogue: &self.world.catalogue,
            files: &files,
            party: Some(&party),
            number: Some(&number),
        };
        work(&self.case, &desk)
    }

    /// The last command was accepted.
    pub fn accepted(self) -> Self {
        if let Some(Err(refusal)) = &self.last {
            panic!("refused: {refusal} {:?}", refusal.params);
        }
        self
    }
    /// The last command was refused with this code.
    pub fn refused(self, code: &str) -> Self {
        match &self.last {
            Some(Err(refusal)) => assert_eq!(refusal.code(), code, "{:?}", refusal.params),
            other => panic!("expected {code}, got {other:?}"),
        }
        self
    }
    /// The case stands in this stage.
    pub fn stage(self, key: &str) -> Self {
        assert_eq!(self.case.stage.key(), key);
        self
    }
    /// A limit of this rule is due on this day.
    pub fn due(self, rule: &str, on: &str) -> Self {
        let found = self
            .case
            .deadlines()
            .into_iter()
            .find(|tracked| tracked.deadline.rule == rule);
        assert_eq!(
            found
                .map(|tracked| tracked.deadline.due_on.to_string())
                .as_deref(),
            Some(on),
            "{rule}"
        );
        self
    }
}

/// Opens a case found on the spot.
#[must_use]
pub fn open_case(handlers: &[&str]) -> OpenCase {
    OpenCase {
        origin: Origin::Officer,
        source: "inspection".into(),
        summary: Prose::try_new("无证经营燃气").expect("text"),
        address: Line::try_new("龙港市示例路1号").expect("text"),
        point: None,
        happened_on: None,
        brigade: BrigadeCode::try_new("B3").expect("a code"),
        station: None,
        handlers: handlers
            .iter()
            .map(|id| PersonId::try_new(id).expect("an id"))
            .collect(),
    }
}

/// An on-site record on 2026-07-20.
#[must_use]
pub fn visit(officers: &[&str]) -> Value {
    json!({"type": "record_visit", "officers": officers, "certificates_shown_at": "2026-07-20T09:00:00+08:00",
        "started_at": "2026-07-20T09:05:00+08:00", "ended_at": "2026-07-20T10:00:00+08:00",
        "address": "龙港市示例路1号", "findings": "现场存放液化气钢瓶12只", "party_present": true})
}

/// A photo.
#[must_use]
pub fn evidence(n: u8) -> Value {
    json!({"type": "add_evidence", "evidence_id": format!("0190a000-0000-7000-8000-0000000001{n:02x}"),
        "kind": "audiovisual", "title": "现场照片", "source": "执法人员拍摄", "taken_on": "2026-07-20", "file": FILE})
}

/// A proposal to file.
#[must_use]
pub fn proposal(item: &str, acted_on: &str) -> Value {
    json!({"type": "propose_filing", "item": item, "acted_on": acted_on, "facts": "未取得燃气经营许可证从事燃气经营",
        "party": {"kind": "organisation", "name": "示例燃气店（虚构）", "code": "91330383MA2AT9T61B", "address": "龙港市示例路1号"}})
}

/// A report that proposes a fine.
#[must_use]
pub fn report(fine_fen: i64) -> Value {
    json!({"type": "report_investigation", "facts": "事实清楚", "reasons": "初次违法",
        "proposal": {"kinds": ["fine"], "fine_fen": fine_fen}})
}

/// An order to correct.
#[must_use]
pub fn correction(due_on: &str) -> Value {
    json!({"type": "order_correction", "content": "停止经营", "due_on": due_on})
}

/// A re-inspection.
#[must_use]
pub fn reinspection(on: &str, corrected: bool) -> Value {
    json!({"type": "record_reinspection", "inspected_on": on, "corrected": corrected, "note": "复查"})
}

/// Proof of service.
#[must_use]
pub fn serve(document: &str, method: &str, on: &str) -> Value {
    json!({"type": "serve", "document": document, "method": method, "receiver": "某负责人（虚构）",
        "capacity": "representative", "served_on": on})
}

/// A statement.
#[must_use]
pub fn statement(on: &str, requests_hearing: bool) -> Value {
    json!({"type": "record_statement", "made_on": on, "text": "请求从轻", "requests_hearing": requests_hearing, "answer": "已考虑"})
}

/// A collective discussion on 2026-07-20.
#[must_use]
pub fn discussion() -> Value {
    json!({"type": "record_discussion", "held_on": "2026-07-20", "conclusion": "同意处罚",
        "attendees": [{"person": "HEAD", "opinion": "同意"}, {"person": "HEAD2", "opinion": "同意"}]})
}

/// A decision with a fine.
#[must_use]
pub fn decide(fine_fen: i64) -> Value {
    json!({"type": "decide", "outcome": "penalty", "penalty": {"kinds": ["fine"], "fine_fen": fine_fen},
        "reasons": "事实清楚，证据确凿", "no_correction_reason": "违法行为已终止"})
}

/// A payment on 2026-07-28.
#[must_use]
pub fn payment(amount_fen: i64, receipt_no: &str) -> Value {
    json!({"type": "record_payment", "paid_on": "2026-07-28", "amount_fen": amount_fen, "receipt_no": receipt_no})
}
