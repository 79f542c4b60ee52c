//! Writes long and short pages to `target/tmp/pages`, so that a person can open, print and look at them.

use crate::stage::{self, Stage};
use serde_json::json;
use yizhi_casework::testkit::{
    FILE, Scene, correction, discussion, evidence, proposal, reinspection, serve, statement, visit,
};
use yizhi_documents::InstrumentKind as Kind;

const FACTS: &str = "2026年7月20日，本机关执法人员到龙港市示例路1号的示例燃气店（虚构）进行现场检查，发现该店门口悬挂“液化气配送”招牌，店内存放15千克规格液化石油气钢瓶12只，其中重瓶7只、空瓶5只；店内另有燃气减压阀、软管若干及手写送气登记簿一本。\n当事人现场不能提供燃气经营许可证。经向主管部门查询，当事人未取得燃气经营许可证。\n送气登记簿记载，当事人自2026年5月起向周边住户和餐饮单位送气共46瓶次。";

fn long() -> Scene {
    let mut propose = proposal("GAS", "2026-07-20");
    propose["facts"] = FACTS.into();
    let mut scene = Scene::opened().act("P1", visit(&["P1", "P2"])).accepted();
    for n in 1..=6 {
        let mut piece = evidence(n);
        piece["title"] = format!("现场照片第{n}组：店内存放的液化石油气钢瓶及送气登记簿").into();
        scene = scene.act("P1", piece).accepted();
    }
    let penalty = json!({"kinds": ["fine", "confiscate_gains"], "fine_fen": 5_000_350, "gains_fen": 138_000});
    let report = json!({"type": "report_investigation", "facts": FACTS, "proposal": penalty,
        "reasons": "当事人系初次违法，主动配合调查并提供送气登记簿，未造成危害后果，参照裁量基准，属于一般情形，裁量在法定幅度的下限附近。"});
    let review = json!({"type": "review", "outcome": "pass", "opinion": "事实清楚，程序合法，同意。"});
    let mut spoken = statement("2026-07-22", false);
    spoken["text"] = "本店不知道小量送气也要许可；近期生意不好，请求从轻处罚。".into();
    spoken["answer"] = "经营燃气须取得许可，当事人作为经营者应当知晓，不知法不影响违法行为成立；其初次违法、配合调查的情节，已在拟作出的处罚中考虑。故对请求进一步从轻的意见不予采纳。".into();
    let decision = json!({"type": "decide", "outcome": "penalty", "penalty": penalty,
        "reasons": "当事人未取得燃气经营许可证从事燃气经营活动，事实清楚，证据确凿。综合其初次违法、配合调查、未造成危害后果等情节，给予一般档次的处罚。"});
    let mut served = serve("notice", "left", "2026-07-21");
    served["remark"] =
        "当事人拒绝签收，由示例社区工作人员某甲（虚构）见证，执法人员将文书留置于其经营场所，并全程录像。"
            .into();
    scene
        .act("P1", propose)
        .accepted()
        .act(
            "HEAD",
            json!({"type": "approve_filing", "opinion": "同意立案，由承办人依法调查。"}),
        )
        .accepted()
        .act("P1", correction("2026-07-23"))
        .accepted()
        .act("P1", report)
        .accepted()
        .act("REVIEWER", review)
        .accepted()
        .act("P1", json!({"type": "issue_notice"}))
        .accepted()
        .on("2026-07-21")
        .act("P1", served)
        .accepted()
        .on("2026-07-22")
        .act("P1", spoken)
        .accepted()
        .on("2026-07-24")
        .act("P1", reinspection("2026-07-24", true))
        .accepted()
        .on("2026-07-29")
        .act("HEAD", {
            let mut held = discussion();
            held["held_on"] = "2026-07-29".into();
            held
        })
        .accepted()
        .act("HEAD", decision)
        .accepted()
        .act("P1", serve("decision", "direct", "2026-07-29"))
        .accepted()
}

fn done(scene: Scene) -> Scene {
    let pay = json!({"type": "record_payment", "paid_on": "2026-07-29", "amount_fen": 5_138_350, "receipt_no": "虚构票据 A0001"});
    scene
        .act("FINANCE", pay)
        .accepted()
        .act(
            "P1",
            json!({"type": "propose_closure", "ground": "fulfilled", "note": "缴清"}),
        )
        .accepted()
        .act("HEAD", json!({"type": "approve_closure", "opinion": "同意结案"}))
        .accepted()
        .act("P1", json!({"type": "archive"}))
        .accepted()
}

#[test]
fn pages_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, page: String| std::fs::write(folder.join(format!("{name}.html")), page).unwrap();
    let archived = Stage::of(done(long()));
    for kind in Kind::ALL {
        write(kind.key(), archived.page(kind));
    }
    let bare = Stage::of(Scene::noticed("GAS", 5_000_000)).practice();
    write("proof_blank", bare.page(Kind::ProofOfServiceNotice));
    let short = Stage::of(Scene::decided(5_000_000)).practice();
    write("decision_practice", short.page(Kind::Decision));
    let spare = json!({"type": "decide", "outcome": "no_penalty", "ground": "first_slight_corrected",
        "reasons": "当事人系初次违法，危害后果轻微，已当场改正。\n本机关已当面告知其有关规定。"});
    let waived = Scene::notified(5_000_000)
        .act(
            "P1",
            json!({"type": "record_waiver", "signed_on": "2026-07-20", "file": FILE}),
        )
        .accepted()
        .act("HEAD", spare)
        .accepted();
    write("no_penalty", Stage::of(waived).page(Kind::Decision));
    let mut odd = stage::party();
    odd.name = "龙".repeat(120);
    odd.address = "A".repeat(200);
    write(
        "decision_odd_party",
        Stage::of(Scene::decided(5_000_000))
            .party(Some(odd))
            .page(Kind::Decision),
    );
}
