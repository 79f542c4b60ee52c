//! What is sent, as the API takes it. Texts are plain; a test changes in the value what it is about.

use crate::{Value, app::TestApp, json};
use uuid::Uuid;

/// 城镇燃气管理条例 第四十五条第一款: fine 50,000 to 500,000 yuan, and the gains.
pub const GAS: &str = "D1663";
/// 印刷业管理条例 第三十七条第（一）项: fine 5 to 10 times the gains.
pub const PRINTING: &str = "D1243";
/// 噪声污染防治法 第七十一条: fine 20,000 to 200,000 yuan; replaced after 2026-08-14.
pub const NOISE: &str = "D3034";
/// 50,000 yuan.
pub const FINE: i64 = 5_000_000;

/// A complaint about the place, without a point.
#[must_use]
pub fn lead(id: Uuid) -> Value {
    json!({"command_id": Uuid::new_v4(), "lead_id": id, "source": "complaint", "text": "有人无证充装、销售瓶装液化气",
        "place": {"address": "龙港市示例路1号"}, "field": "19"})
}

/// Two officers are sent.
#[must_use]
pub fn dispatch(brigade: &str, officers: &[&str]) -> Value {
    json!({"type": "dispatch", "brigade": brigade, "officers": officers})
}

/// A lead is set aside.
#[must_use]
pub fn dismiss() -> Value {
    json!({"type": "dismiss", "ground": "no_breach", "reason": "经核实已取得许可"})
}

/// A case found on the spot.
#[must_use]
pub fn open(id: Uuid, second_officer: &str) -> Value {
    json!({"command_id": Uuid::new_v4(), "case_id": id, "source": "inspection", "summary": "巡查发现无证经营瓶装燃气",
        "place": {"address": "龙港市示例路1号"}, "second_officer": second_officer})
}

/// A department refers what supervision found, with its approval.
#[must_use]
pub fn referral(id: Uuid, item: &str) -> Value {
    json!({"command_id": Uuid::new_v4(), "link_id": id, "referral": {
        "approval": {"permit_no": "浙燃许2024001", "approval_item": "燃气经营许可证核发", "holder": "示例燃气有限公司（虚构）",
            "granted_on": "2024-03-01"},
        "finding": {"found_on": "2026-07-17", "text": "许可已注销，仍在经营"},
        "item": item, "party_name": "示例燃气有限公司（虚构）", "place": "龙港市示例路1号", "urgent": false}})
}

/// A referral is accepted.
#[must_use]
pub fn accept() -> Value {
    json!({"type": "accept", "note": "已受理"})
}

/// A referral is returned.
#[must_use]
pub fn return_referral() -> Value {
    json!({"type": "return_referral", "ground": "insufficient", "reason": "缺少现场记录"})
}

/// An on-site record of the hour that is just over.
#[must_use]
pub fn visit(app: &TestApp, officers: &[&str]) -> Value {
    let minutes_ago = |minutes| (app.now() - chrono::Duration::minutes(minutes)).to_rfc3339();
    json!({"type": "record_visit", "officers": officers, "certificates_shown_at": minutes_ago(55),
        "started_at": minutes_ago(50), "ended_at": minutes_ago(5), "address": "龙港市示例路1号",
        "findings": "现场存放液化气钢瓶12只，未能出示燃气经营许可证", "party_present": true, "party_remark": "属实"})
}

/// A photo of today.
#[must_use]
pub fn evidence(app: &TestApp, file: Option<Uuid>) -> Value {
    json!({"type": "add_evidence", "evidence_id": Uuid::new_v4(), "kind": "audiovisual", "title": "现场照片",
        "source": "执法人员拍摄", "taken_on": app.today(), "file": file})
}

/// An organisation with a code whose check digit is right.
#[must_use]
pub fn organisation() -> Value {
    json!({"kind": "organisation", "name": "示例燃气有限公司（虚构）", "code": "91330383MA2AT9T61B",
        "representative": "张某（虚构）", "address": "龙港市示例路1号", "phone": "13800001234"})
}

/// A proposal to file.
#[must_use]
pub fn propose_filing(item: &str, acted_on: &str) -> Value {
    json!({"type": "propose_filing", "item": item, "party": organisation(), "acted_on": acted_on,
        "facts": "未取得燃气经营许可证从事燃气经营活动"})
}

/// The filing is approved.
#[must_use]
pub fn approve_filing() -> Value {
    json!({"type": "approve_filing", "opinion": "同意立案"})
}

/// The proposal to file goes back.
#[must_use]
pub fn return_filing() -> Value {
    json!({"type": "return_filing", "reason": "补充现场照片"})
}

/// No case is filed.
#[must_use]
pub fn decline_filing() -> Value {
    json!({"type": "decline_filing", "ground": "no_facts", "reason": "未发现违法事实"})
}

/// An order to correct.
#[must_use]
pub fn order_correction(due_on: &str) -> Value {
    json!({"type": "order_correction", "content": "立即停止经营", "due_on": due_on})
}

/// A re-inspection.
#[must_use]
pub fn reinspection(on: &str, corrected: bool) -> Value {
    json!({"type": "record_reinspection", "inspected_on": on, "corrected": corrected, "note": "复查情况见照片"})
}

/// A fine and nothing else.
#[must_use]
pub fn fine(fen: i64) -> Value {
    json!({"kinds": ["fine"], "fine_fen": fen})
}

/// The report that ends the investigation.
#[must_use]
pub fn report(penalty: Value) -> Value {
    json!({"type": "report_investigation", "facts": "事实清楚，证据充分", "proposal": penalty, "reasons": "初次违法，配合调查"})
}

/// The legal review.
#[must_use]
pub fn review(outcome: &str) -> Value {
    json!({"type": "review", "outcome": outcome, "opinion": "事实清楚，定性准确，程序合法"})
}

/// The prior notice.
#[must_use]
pub fn issue_notice() -> Value {
    json!({"type": "issue_notice"})
}

/// Proof of service, into somebody's hands.
#[must_use]
pub fn serve(document: &str, on: &str) -> Value {
    json!({"type": "serve", "document": document, "method": "direct", "receiver": "张某（虚构）",
        "capacity": "representative", "served_on": on})
}

/// A statement.
#[must_use]
pub fn statement(on: &str, requests_hearing: bool) -> Value {
    json!({"type": "record_statement", "made_on": on, "text": "请求从轻处罚", "requests_hearing": requests_hearing,
        "answer": "已在裁量时考虑"})
}

/// The party waives in writing.
#[must_use]
pub fn waiver(on: &str, file: Uuid) -> Value {
    json!({"type": "record_waiver", "signed_on": on, "file": file})
}

/// The two heads discuss.
#[must_use]
pub fn discussion(on: &str) -> Value {
    json!({"type": "record_discussion", "held_on": on, "conclusion": "同意处罚",
        "attendees": [{"person": "P0169", "opinion": "同意"}, {"person": "P0170", "opinion": "同意"}]})
}

/// A decision with a penalty.
#[must_use]
pub fn decide(penalty: Value) -> Value {
    json!({"type": "decide", "outcome": "penalty", "penalty": penalty, "reasons": "事实清楚，证据确凿，已告知权利",
        "no_correction_reason": "违法行为已经终止"})
}

/// A decision without penalty.
#[must_use]
pub fn decide_no_penalty() -> Value {
    json!({"type": "decide", "outcome": "no_penalty", "ground": "minor_corrected", "reasons": "轻微并及时改正，已教育"})
}

/// A payment.
#[must_use]
pub fn payment(on: &str, amount_fen: i64, receipt_no: &str) -> Value {
    json!({"type": "record_payment", "paid_on": on, "amount_fen": amount_fen, "receipt_no": receipt_no})
}

/// A proposal to close.
#[must_use]
pub fn propose_closure(ground: &str) -> Value {
    json!({"type": "propose_closure", "ground": ground, "note": "罚款已缴清"})
}

/// The case is closed.
#[must_use]
pub fn approve_closure() -> Value {
    json!({"type": "approve_closure", "opinion": "同意结案"})
}

/// The file is archived.
#[must_use]
pub fn archive() -> Value {
    json!({"type": "archive"})
}

/// One act of each kind, in the order of the procedure; `decide` stands twice.
#[must_use]
pub fn of_every_kind(app: &TestApp) -> Vec<Value> {
    let today = app.today();
    vec![
        visit(app, &["P0001", "P0002"]),
        evidence(app, None),
        propose_filing(GAS, &today),
        approve_filing(),
        return_filing(),
        decline_filing(),
        report(fine(FINE)),
        order_correction(&today),
        reinspection(&today, true),
        review("pass"),
        issue_notice(),
        serve("notice", &today),
        statement(&today, false),
        waiver(&today, Uuid::new_v4()),
        discussion(&today),
        decide(fine(FINE)),
        decide_no_penalty(),
        payment(&today, FINE, "浙财票0001"),
        propose_closure("fulfilled"),
        approve_closure(),
        archive(),
    ]
}

/// The name of an act.
#[must_use]
pub fn kind(act: &Value) -> &str {
    act["type"].as_str().unwrap()
}
