//! Each instrument rendered from a scene: what must stand on it, what must not, and when it is refused.
use crate::stage::{self, Stage, decided_with, party};
use serde_json::json;
use yizhi_casework::testkit::{FILE, Scene, correction, reinspection, statement};
use yizhi_documents::{InstrumentKind as Kind, RenderError, Term, Terms};
use yizhi_domain::{party::PartyKind, rules::Unit};

fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "missing: {part}\n{page}");
    }
}

#[test]
fn the_filing_approval_is_an_internal_form() {
    let page = Stage::of(Scene::filed("GAS")).page(Kind::FilingApproval);
    has(
        &page,
        &[
            "立案审批表",
            "龙综执立字〔2026〕第000001号",
            "监督检查发现",
            "涉嫌GAS",
            "示例燃气店（虚构）",
            "2026年7月10日",
            "《城镇燃气管理条例》（2016年2月6日版本）第四十五条第一款",
            "承办人（签名）：姓名P1、姓名P2",
            "同意立案",
            "审批人（签名）：姓名HEAD",
            "至2026年10月18日",
        ],
    );
    assert!(!page.contains("class=\"organ\""), "no red head inside the house");
    let without_party = Stage::of(Scene::filed("GAS"))
        .party(None)
        .page(Kind::FilingApproval);
    assert!(!without_party.contains("示例燃气店"));
}

#[test]
fn the_notice_states_facts_reasons_basis_penalty_and_rights() {
    let page = Stage::of(Scene::noticed("GAS", 5_000_000)).page(Kind::PriorNotice);
    has(
        &page,
        &[
            "class=\"organ\"",
            "行政处罚事先告知书",
            "示例燃气店（虚构）",
            "龙港市示例路1号",
            "事实清楚",
            "初次违法",
            "《城镇燃气管理条例》（2016年2月6日版本）第四十五条第一款",
            "罚款人民币50,000元（大写：人民币伍万元整）。",
            "有权进行陈述和申辩",
            "5个工作日内，以书面或者口头方式",
            "有权要求举行听证",
            "第六十三条、第六十四条",
            "联系人：姓名P1、姓名P2",
            "龙港市综合行政执法局",
            "2026年7月20日",
            "（印章）",
        ],
    );
    let small = Stage::of(Scene::noticed("SMALL", 100_000)).page(Kind::PriorNotice);
    assert!(!small.contains("听证"), "no right to a hearing, no word of it");
}

#[test]
fn the_notice_states_the_periods_of_the_county_until_they_are_computed() {
    let long = Term {
        amount: 7,
        unit: Unit::WorkingDays,
    };
    let terms = Terms {
        statement: long,
        hearing_request: long,
        ..crate::stage::terms()
    };
    let before = Stage::of(Scene::noticed("GAS", 5_000_000)).page_with(Kind::PriorNotice, &terms);
    assert_eq!(before.matches("7个工作日内").count(), 2);
    let after = Stage::of(Scene::notified(5_000_000)).page_with(Kind::PriorNotice, &terms);
    assert_eq!(after.matches("5个工作日内").count(), 2, "the case computed five");
}

#[test]
fn the_notice_stays_the_same_as_the_case_goes_on() {
    let first = Stage::of(Scene::noticed("GAS", 5_000_000)).page(Kind::PriorNotice);
    let last = Stage::of(stage::archived()).page(Kind::PriorNotice);
    assert_eq!(first, last);
}

/// The mandatory fields of 处罚法 Art. 59 and of rule book 3.3.
#[test]
fn the_decision_has_every_mandatory_field() {
    let page = Stage::of(Scene::decided(5_000_000)).page(Kind::Decision);
    has(
        &page,
        &[
            // party and address
            "示例燃气店（虚构）",
            "91330383MA2AT9T61B",
            "法定代表人（负责人）：",
            "某负责人（虚构）",
            "龙港市示例路1号",
            // facts and evidence
            "事实清楚",
            "以上事实，有下列证据证明",
            "现场照片（视听资料）",
            "执法人员拍摄",
            // kind and basis
            "《城镇燃气管理条例》（2016年2月6日版本）第四十五条第一款",
            "罚款人民币50,000元（大写：人民币伍万元整）",
            // way and period of performance, surcharge
            "收到本决定书之日起15日内",
            "虚构银行龙港支行",
            "00000000000000",
            "缴款金额：人民币50,000元（大写：人民币伍万元整）",
            "第七十二条第一款第（一）项",
            "每日按罚款数额的百分之三加处罚款",
            "不超出罚款的数额",
            "延期或者分期缴纳",
            // review and suit
            "六十日内",
            "向龙港市人民政府申请行政复议",
            "六个月内",
            "向龙港市人民法院提起行政诉讼",
            // organ, day, seal, number
            "龙港市综合行政执法局",
            "2026年7月28日",
            "（印章）",
            "龙综执立字〔2026〕第000001号",
            // how the party was heard
            "行政处罚事先告知书》（",
            "送达日期为2026年7月20日",
            "在告知的期限内未提出陈述、申辩意见，也未要求听证",
            "2026年7月20日经本机关负责人集体讨论",
            // reasons and correction
            "事实清楚，证据确凿",
            "未另行责令改正",
            "违法行为已终止",
        ],
    );
}

#[test]
fn the_decision_answers_what_the_party_said() {
    let scene = Scene::notified_item("SMALL", 100_000)
        .act("P1", correction("2026-07-20"))
        .accepted()
        .act("P1", statement("2026-07-20", false))
        .accepted()
        .on("2026-07-21")
        .act("P1", reinspection("2026-07-21", false))
        .accepted()
        .act(
            "P1",
            json!({"type": "record_waiver", "signed_on": "2026-07-20", "file": FILE}),
        )
        .accepted();
    let page = Stage::of(decided_with(
        scene,
        json!({"kinds": ["fine"], "fine_fen": 100_000}),
    ))
    .page(Kind::Decision);
    has(
        &page,
        &[
            "于2026年7月20日提出陈述、申辩意见：",
            "请求从轻",
            "经复核认为",
            "已考虑",
            "书面表示放弃陈述、申辩的权利",
            "停止经营",
            "逾期未按要求改正",
        ],
    );
    assert!(!page.contains("未提出陈述"), "it did");
    assert!(!page.contains("关于责令改正"), "there is an order");
}

#[test]
fn several_amounts_are_named_and_summed() {
    let penalty = json!({"kinds": ["fine", "confiscate_gains"], "fine_fen": 5_000_000, "gains_fen": 350});
    let page = Stage::of(stage::decided_on(penalty)).page(Kind::Decision);
    has(
        &page,
        &[
            "（一）罚款人民币50,000元（大写：人民币伍万元整）；",
            "（二）没收违法所得人民币3.50元（大写：人民币叁元伍角整）。",
            "罚没款合计人民币50,003.50元（大写：人民币伍万零叁元伍角整）",
            "缴款金额：人民币50,003.50元",
        ],
    );
}

#[test]
fn what_is_not_money_is_named_and_takes_effect() {
    let mut scene = Scene::decided(5_000_000);
    let heavy: yizhi_casework::case::Penalty =
        serde_json::from_value(json!({"kinds": ["stop_business", "warning"]})).unwrap();
    scene.case.notice.as_mut().unwrap().penalty = heavy.clone();
    scene.case.decision.as_mut().unwrap().outcome = yizhi_casework::case::Outcome::Penalty(heavy);
    let page = Stage::of(scene).page(Kind::Decision);
    has(
        &page,
        &[
            "（一）责令停产停业；",
            "（二）警告。",
            "责令停产停业、警告自本决定书送达之日起生效",
        ],
    );
    for word in ["收款银行", "加处罚款", "延期或者分期"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn a_decision_without_penalty_names_its_ground_and_asks_for_nothing() {
    let spare = json!({"type": "decide", "outcome": "no_penalty", "ground": "minor_corrected", "reasons": "轻微并已改正\n已当面教育"});
    let scene = Scene::reviewed("GAS", 5_000_000).act("HEAD", spare).accepted();
    let page = Stage::of(scene).page(Kind::Decision);
    has(
        &page,
        &[
            "不予行政处罚决定书",
            "第三十三条第一款",
            "不予行政处罚",
            "<p>已当面教育</p>",
            "第三十三条第三款",
            "六十日内",
            "六个月内",
            "三、申请行政复议",
        ],
    );
    for word in ["收款银行", "加处罚款", "强制执行", "听证"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn the_proof_of_service_is_a_form_and_then_a_record() {
    let form = Stage::of(Scene::noticed("GAS", 5_000_000)).page(Kind::ProofOfServiceNotice);
    has(
        &form,
        &[
            "送达回证",
            "行政处罚事先告知书（龙综",
            "示例燃气店（虚构）",
            "送达人：姓名P1、姓名P2",
        ],
    );
    assert!(!form.contains('√'));
    let done = Stage::of(Scene::served(5_000_000)).page(Kind::ProofOfServiceDecision);
    has(
        &done,
        &[
            "行政处罚决定书（龙综",
            "√</span>直接送达",
            "某负责人（虚构）",
            "法定代表人或者主要负责人",
            "2026年7月28日",
        ],
    );
    assert_eq!(done.matches('√').count(), 1);
    let mut proof = yizhi_casework::testkit::serve("notice", "public_notice", "2026-07-20");
    proof["remark"] = "直接、留置、邮寄均未成功".into();
    let scene = Scene::noticed("GAS", 5_000_000).act("P1", proof).accepted();
    let public = Stage::of(scene).page(Kind::ProofOfServiceNotice);
    has(
        &public,
        &[
            "2026年7月20日（2026年8月19日视为送达）",
            "直接、留置、邮寄均未成功",
            "√</span>公告送达",
        ],
    );
}

#[test]
fn the_index_has_two_volumes_and_the_tails_of_the_hashes() {
    let page = Stage::of(stage::archived()).page(Kind::FileIndex);
    has(
        &page,
        &[
            "卷内目录",
            "正卷",
            "副卷",
            "立案审批表",
            "送达回证（行政处罚决定书）",
            "送达回证（行政处罚事先告知书）",
            "66c7f0f4",
            "案件调查终结报告",
            "全卷共",
        ],
    );
    let place = |word: &str| page.find(word).unwrap();
    assert!(place("罚没缴款票据") < place("副卷") && place("副卷") < place("案件调查终结报告"));
}

#[test]
fn what_a_party_typed_is_never_markup() {
    let mut hostile = party();
    hostile.name = "<script>alert(1)</script>&\"'\u{202E}店".into();
    hostile.address = "</p><img src=x onerror=alert(1)>".into();
    let scene = || {
        let mut spoken = statement("2026-07-20", false);
        spoken["text"] = "<script>alert(2)</script>{{ 7*7 }}".into();
        Scene::notified(5_000_000).act("P1", spoken).accepted()
    };
    let decided = decided_with(
        scene()
            .act("HEAD", yizhi_casework::testkit::discussion())
            .accepted()
            .on("2026-07-28"),
        json!({"kinds": ["fine"], "fine_fen": 5_000_000}),
    );
    let stage = Stage::of(decided).party(Some(hostile));
    for kind in [
        Kind::FilingApproval,
        Kind::PriorNotice,
        Kind::ProofOfServiceNotice,
        Kind::Decision,
    ] {
        let page = stage.page(kind);
        for markup in ["<script", "<img", "\u{202E}"] {
            assert!(!page.contains(markup), "{kind:?}: {markup}");
        }
        has(&page, &["&lt;script&gt;alert(1)"]);
    }
    has(
        &stage.page(Kind::Decision),
        &["&lt;script&gt;alert(2)", "{{ 7*7 }}"],
    );
}

#[test]
fn a_citizen_has_sex_and_birth_and_is_addressed_as_one() {
    let mut citizen = party();
    citizen.kind = PartyKind::Person;
    citizen.code = "11010519491231002X".into();
    let mut scene = Scene::decided(5_000_000);
    scene.case.proposal.as_mut().unwrap().party.kind = PartyKind::Person;
    let page = Stage::of(scene).party(Some(citizen)).page(Kind::Decision);
    has(
        &page,
        &[
            "性别：</span>女",
            "出生日期：</span>1949年12月31日",
            "居民身份证号码：</span>11010519491231002X",
            "住址：",
            "<p>你如不服本决定",
        ],
    );
    assert!(!page.contains("你单位"));
}

#[test]
fn a_trial_says_so_on_every_page_and_practice_does_not() {
    let mark = "试用 · 人员与案件均为虚构";
    let stage = Stage::of(stage::archived());
    for kind in Kind::ALL {
        assert!(stage.page(kind).contains(mark), "{kind:?}");
    }
    let stage = stage.practice();
    for kind in Kind::ALL {
        assert!(!stage.page(kind).contains(mark), "{kind:?}");
    }
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let stage = Stage::of(stage::archived());
    for kind in Kind::ALL {
        assert_eq!(stage.page(kind), stage.page(kind), "{kind:?}");
        assert!(!stage.page(kind).contains("<script"), "{kind:?}");
    }
}

#[test]
fn what_does_not_exist_is_refused() {
    let stage = Stage::of(Scene::filed("GAS"));
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::FilingApproval) {
        assert!(
            matches!(stage.render(kind), Err(RenderError::NotIssued(of)) if of == kind),
            "{kind:?}"
        );
    }
    let stage = Stage::of(Scene::opened());
    assert!(matches!(
        stage.render(Kind::FilingApproval),
        Err(RenderError::NotIssued(_))
    ));
}
