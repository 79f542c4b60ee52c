//! A scene with all that a sheet needs.
use serde_json::{Value, json};
use yizhi_casework::testkit::{Scene, decide, discussion, evidence, payment, serve};
use yizhi_documents::{InstrumentKind, PrintedParty, RenderError, Sheet, Terms, render};
use yizhi_domain::{
    county::{Payee, Profile},
    id::PersonId,
    party::PartyKind,
};

pub(crate) struct Stage {
    scene: Scene,
    county: Profile,
    party: Option<PrintedParty>,
    trial: bool,
}

impl Stage {
    /// A trial in the county of the fixtures, with the party of the scenes.
    pub(crate) fn of(scene: Scene) -> Self {
        Self {
            scene,
            county: county(),
            party: Some(party()),
            trial: true,
        }
    }
    pub(crate) fn party(mut self, party: Option<PrintedParty>) -> Self {
        self.party = party;
        self
    }
    pub(crate) fn county(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self.county);
        self
    }
    pub(crate) fn practice(mut self) -> Self {
        self.trial = false;
        self
    }
    pub(crate) fn render(&self, kind: InstrumentKind) -> Result<String, RenderError> {
        render(kind, &self.sheet(), &terms())
    }
    pub(crate) fn page(&self, kind: InstrumentKind) -> String {
        self.render(kind).unwrap_or_else(|error| panic!("{error}"))
    }
    pub(crate) fn page_with(&self, kind: InstrumentKind, terms: &Terms) -> String {
        render(kind, &self.sheet(), terms).unwrap_or_else(|error| panic!("{error}"))
    }
    fn sheet(&self) -> Sheet<'_> {
        Sheet {
            county: &self.county,
            case: &self.scene.case,
            party: self.party.as_ref(),
            names: &name,
            trial: self.trial,
        }
    }
}

/// The periods of the world's rules.
pub(crate) fn terms() -> Terms {
    let on = "2026-07-20".parse().unwrap();
    Terms::from_rules(&yizhi_casework::testkit::world().rules, "GEN", on).unwrap()
}

fn name(person: &PersonId) -> String {
    format!("姓名{person}")
}

fn county() -> Profile {
    Profile {
        code: "330383".into(),
        name: "龙港市".into(),
        bureau: "龙港市综合行政执法局".into(),
        number_prefix: "龙综".into(),
        review_organ: "龙港市人民政府".into(),
        court: "龙港市人民法院".into(),
        payee: Payee {
            bank: "（试用）虚构银行龙港支行（非税收入试用专户）".into(),
            account: "试用账号00000000000000（请勿缴款）".into(),
        },
        calendar_version: "test".into(),
        datum: "wgs84".into(),
    }
}

pub(crate) fn party() -> PrintedParty {
    PrintedParty {
        kind: PartyKind::Organisation,
        name: "示例燃气店（虚构）".into(),
        code: "91330383MA2AT9T61B".into(),
        representative: Some("某负责人（虚构）".into()),
        address: "龙港市示例路1号".into(),
    }
}

/// Decided by the head with a penalty.
pub(crate) fn decided_with(scene: Scene, penalty: Value) -> Scene {
    let mut decision = decide(0);
    decision["penalty"] = penalty;
    scene.act("HEAD", decision).accepted()
}

/// Reported, reviewed, notified and decided with one penalty for GAS.
pub(crate) fn decided_on(penalty: Value) -> Scene {
    let report = json!({"type": "report_investigation", "facts": "事实清楚", "reasons": "初次违法", "proposal": penalty});
    let review = json!({"type": "review", "outcome": "pass", "opinion": "同意"});
    let scene = Scene::filed("GAS").act("P1", report).accepted();
    let scene = scene.act("REVIEWER", review).accepted();
    let scene = scene.act("P1", json!({"type": "issue_notice"})).accepted();
    let scene = scene
        .act("P1", serve("notice", "direct", "2026-07-20"))
        .accepted();
    let scene = scene.act("HEAD", discussion()).accepted().on("2026-07-28");
    decided_with(scene, penalty)
}

/// A case from filing to archive, with a visit and late evidence.
pub(crate) fn archived() -> Scene {
    let steps = [
        (
            "P1",
            json!({"type": "propose_closure", "ground": "fulfilled", "note": "罚款已缴清"}),
        ),
        ("HEAD", json!({"type": "approve_closure", "opinion": "同意结案"})),
        ("P1", json!({"type": "archive"})),
    ];
    let scene = Scene::served(5_000_000).act("P1", evidence(7)).accepted();
    let paid = scene.act("FINANCE", payment(5_000_000, "A1")).accepted();
    steps
        .into_iter()
        .fold(paid, |scene, (who, act)| scene.act(who, act).accepted())
}
