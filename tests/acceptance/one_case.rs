//! One case from the first word to the archive, in three ways: a complaint with all of the party's time, an item
//! with a multiple and a written waiver, and a referral that comes back to its department.

use yizhi_casework::case::Case;
use yizhi_domain::place::Wgs84;
use yizhi_tests::{Answer, TestApp, User, Uuid, Value, acts, fixture, json, on_both_engines, steps};

on_both_engines!(
    from_a_complaint_to_the_archive,
    a_multiple_of_the_gains_and_a_written_waiver,
    from_an_approval_and_back,
    a_referral_that_leads_to_nothing_is_told_too,
);

/// Inside the area of S01; the same numbers read as WGS-84 instead of GCJ-02 lie outside it.
const NEAR_THE_BORDER: Wgs84 = Wgs84 {
    lng: 120.570,
    lat: 27.5765,
};

async fn from_a_complaint_to_the_archive(app: &TestApp) {
    let (officer, officer2) = (app.sign_in("officer1").await, app.sign_in("officer2").await);
    let (captain, reviewer) = (app.sign_in("captain").await, app.sign_in("reviewer").await);
    let (head, finance) = (app.sign_in("head").await, app.sign_in("finance").await);

    let lead = a_complaint_is_registered(app, &captain).await;
    let case = the_captain_dispatches(app, &captain, lead).await;
    let todo = officer.read("/api/work").await;
    assert_eq!(
        todo["todo"][0]["id"],
        case.to_string(),
        "it is on the officer's desk: {todo}"
    );
    let view = officer2.case(case).await;
    assert_eq!(
        (&view["stage"], &view["brigade"], &view["station"]),
        (&json!("verification"), &json!("B3"), &json!("S01"))
    );
    assert_eq!(
        view["origin"],
        json!({"kind": "lead", "lead_id": lead, "link_id": null})
    );
    due(&view, "verification", "2026-08-10", "running");

    app.go_to("2026-07-21").await;
    officer.does(case, acts::visit(app, &["P0001", "P0002"])).await;
    let photo = Uuid::new_v4();
    let stored = officer
        .put(photo, "现场照片.jpg", fixture::PHOTO)
        .await
        .is(201)
        .json();
    let hash = fixture::sm3(fixture::PHOTO);
    assert_eq!(
        stored,
        json!({"id": photo, "name": "现场照片.jpg", "media_type": "image/jpeg", "size": fixture::PHOTO.len(), "sm3": hash})
    );
    officer2.does(case, acts::evidence(app, Some(photo))).await;
    officer
        .does(case, acts::propose_filing(acts::GAS, "2026-07-20"))
        .await;
    assert_eq!(head.case(case).await["waiting_for"], "head");

    app.go_to("2026-07-22").await;
    head.does(case, acts::approve_filing()).await;
    let view = officer.case(case).await;
    assert_eq!(view["number"], "龙综执立字〔2026〕第000001号");
    assert_eq!(
        (&view["stage"], &view["filed_on"]),
        (&json!("investigation"), &json!("2026-07-22"))
    );
    due(&view, "verification", "2026-08-10", "met");
    due(&view, "case_limit", "2026-10-20", "running");

    app.go_to("2026-09-22").await;
    officer.does(case, acts::report(acts::fine(acts::FINE))).await;
    reviewer.does(case, acts::review("pass")).await;
    officer.does(case, acts::issue_notice()).await;

    // 09-25 to 09-27 and 10-01 to 10-07 rest, so the fifth working day is the day after the holidays.
    app.go_to("2026-09-23").await;
    officer.does(case, acts::serve("notice", "2026-09-23")).await;
    let view = head.case(case).await;
    due(&view, "statement", "2026-10-08", "running");
    due(&view, "hearing_request", "2026-10-08", "running");
    assert_eq!(
        (&view["notice"]["hearing_right"], &view["notice"]["served_on"]),
        (&json!(true), &json!("2026-09-23"))
    );
    app.go_to("2026-09-24").await;
    officer.does(case, acts::statement("2026-09-24", false)).await;
    let listed = head.read("/api/cases?stage=notice_served").await;
    assert_eq!(
        listed["items"][0]["waiting_for"], "party",
        "the party may still speak"
    );
    app.go_to("2026-09-28").await;
    head.does(case, acts::discussion("2026-09-28")).await;

    app.go_to("2026-10-08").await;
    let problem = head
        .refused(
            case,
            acts::decide(acts::fine(acts::FINE)),
            "notice.period_running",
        )
        .await;
    assert_eq!(problem["article"], "行政处罚法第四十四条、第六十二条、第六十四条");
    assert_eq!(problem["params"]["last_day"], "2026-10-08");
    let offered = act_of(&head.case(case).await, "decide");
    assert_eq!(
        (&offered["available"], &offered["reason"]["code"]),
        (&json!(false), &json!("notice.period_running"))
    );

    app.go_to("2026-10-09").await;
    let offered = act_of(&head.case(case).await, "decide");
    assert_eq!(
        (&offered["available"], &offered["primary"]),
        (&json!(true), &json!(true))
    );
    head.does(case, acts::decide(acts::fine(acts::FINE))).await;
    let view = officer.case(case).await;
    assert_eq!(view["decision"]["number"], "龙综执罚决字〔2026〕第000001号");
    // The make-up workday 10-10 counts.
    due(&view, "decision_service", "2026-10-19", "running");
    due(&view, "case_limit", "2026-10-20", "met");

    app.go_to("2026-10-10").await;
    officer.does(case, acts::serve("decision", "2026-10-10")).await;
    let view = finance.case(case).await;
    let pay_by = due(&view, "payment", "2026-10-26", "running");
    assert_eq!(pay_by["rolled_from"], "2026-10-25", "a Sunday");
    assert_eq!(
        (&view["waiting_for"], &view["outstanding_fen"]),
        (&json!("finance"), &json!(acts::FINE))
    );

    app.go_to("2026-10-12").await;
    finance
        .does(case, acts::payment("2026-10-12", acts::FINE, "浙财票0001"))
        .await;
    officer.does(case, acts::propose_closure("fulfilled")).await;
    app.go_to("2026-10-13").await;
    head.does(case, acts::approve_closure()).await;
    app.go_to("2026-10-14").await;
    officer.does(case, acts::archive()).await;
    app.relay().await;
    the_archived_case_is_whole(app, &officer, case, photo).await;
}

async fn a_complaint_is_registered(app: &TestApp, captain: &User<'_>) -> Uuid {
    let lead = Uuid::new_v4();
    let shown = NEAR_THE_BORDER.to_gcj02();
    let mut body = acts::lead(lead);
    body["place"]["point"] = json!({"datum": "gcj02", "lng": shown.lng, "lat": shown.lat});
    body["reporter"] = json!({"name": "举报人甲（虚构）", "phone": "13900005678"});
    captain.post("/api/leads", &body).await.is(201);
    let view = captain.read(&format!("/api/leads/{lead}")).await;
    assert_eq!(
        (&view["station"], &view["station_exact"]),
        (&json!("S01"), &json!(true))
    );
    assert_eq!(
        (&view["brigade"], &view["field"], &view["state"]),
        (&json!("B3"), &json!("19"), &json!("received"))
    );
    assert_eq!(
        (&view["verify_due_on"], &view["reporter_known"]),
        (&json!("2026-08-10"), &json!(true))
    );
    let kept = &view["point"];
    let near = |kept: &Value, there: f64| (kept.as_f64().unwrap() - there).abs() < 1e-8;
    assert!(
        near(&kept["lng"], NEAR_THE_BORDER.lng) && near(&kept["lat"], NEAR_THE_BORDER.lat),
        "{kept}"
    );
    let misread = Wgs84 {
        lng: shown.lng,
        lat: shown.lat,
    };
    assert_ne!(
        app.parts.coverage.locate(misread).unwrap().station.as_str(),
        "S01",
        "the point tells the datums apart"
    );

    assert!(
        !view.to_string().contains("13900005678"),
        "who reported stands apart"
    );
    let reporter = captain.read(&format!("/api/leads/{lead}/reporter")).await;
    assert_eq!(
        reporter,
        json!({"name": "举报人甲（虚构）", "phone": "13900005678"})
    );
    let looks = app
        .parts
        .store
        .accesses(Some(&format!("lead/{lead}")), None, 10)
        .await
        .unwrap();
    assert_eq!(looks.len(), 1, "the look is on record");
    assert_eq!(
        (looks[0].access.actor.as_str(), looks[0].access.outcome.as_str()),
        ("P0126", "allowed")
    );
    lead
}

async fn the_captain_dispatches(app: &TestApp, captain: &User<'_>, lead: Uuid) -> Uuid {
    captain
        .act("leads", lead, acts::dispatch("B3", &["P0001", "P0002"]))
        .await
        .is(200);
    app.relay().await;
    let view = captain.read(&format!("/api/leads/{lead}")).await;
    assert_eq!(view["state"], "dispatched");
    let officers: Vec<&Value> = view["officers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|officer| &officer["id"])
        .collect();
    assert_eq!(officers, ["P0001", "P0002"]);
    assert_eq!(
        app.event_types("lead", lead).await,
        ["lead_received", "lead_dispatched", "lead_case_opened"]
    );
    view["case_id"].as_str().unwrap().parse().unwrap()
}

async fn the_archived_case_is_whole(app: &TestApp, officer: &User<'_>, case: Uuid, photo: Uuid) {
    let view = officer.case(case).await;
    assert_eq!(
        (&view["stage"], &view["waiting_for"]),
        (&json!("archived"), &json!("none"))
    );
    assert_eq!(
        (&view["next_due"], &view["outstanding_fen"]),
        (&Value::Null, &json!(0))
    );
    assert_eq!(view["available_acts"], json!([]));
    assert_eq!(view["title"], "对未取得燃气经营许可证从事燃气经营活动的行政处罚");
    assert_eq!(view["item"]["code"], acts::GAS);
    assert_eq!(
        (&view["item"]["statute"], &view["item"]["penalty_article"]),
        (&json!("城镇燃气管理条例"), &json!("第四十五条第一款"))
    );
    assert_eq!(view["item"]["fine"], "50,000—500,000元");
    assert_eq!(view["party"], "示例燃气有限公司（虚构）");
    assert_eq!(view["party_detail"]["code_masked"], "91330383MA2AT9T61B");
    assert_eq!(view["party_detail"]["phone_masked"], "138******34");
    assert_eq!(
        (&view["decision"]["outcome"], &view["decision"]["decided_on"]),
        (&json!("penalty"), &json!("2026-10-09"))
    );
    assert_eq!(
        (
            &view["decision"]["penalty"]["fine_fen"],
            &view["decision"]["served_on"]
        ),
        (&json!(acts::FINE), &json!("2026-10-10"))
    );
    assert_eq!(view["review"]["reviewer"]["id"], "P0167");
    assert_eq!(
        view["payments"],
        json!([{"paid_on": "2026-10-12", "amount_fen": acts::FINE, "receipt_no": "浙财票0001"}])
    );
    for limit in view["deadlines"].as_array().unwrap() {
        assert_eq!(limit["state"], "met", "{limit}");
        assert_eq!(limit["provisional"], false, "{limit}");
    }
    let certified: Vec<&Value> = view["visits"][0]["officers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|officer| &officer["credential_no"])
        .collect();
    assert_eq!(certified, ["浙试3303830001", "浙试3303830002"]);

    let file = &view["evidence"][0]["file"];
    assert_eq!(
        (&file["id"], &file["sm3"]),
        (&json!(photo), &json!(fixture::sm3(fixture::PHOTO)))
    );
    let bytes = officer.get(file["url"].as_str().unwrap()).await.is(200);
    assert_eq!(
        (bytes.kind.as_str(), bytes.body.as_slice()),
        ("image/jpeg", fixture::PHOTO)
    );
    assert_eq!(
        bytes.header("content-security-policy"),
        Some("default-src 'none'; sandbox")
    );

    let events = app.events("case", case).await;
    let types: Vec<&str> = events.iter().map(|event| event.event_type.as_str()).collect();
    assert_eq!(
        types,
        [
            "case_opened",
            "visit_recorded",
            "evidence_added",
            "filing_proposed",
            "filing_approved",
            "investigation_reported",
            "review_passed",
            "notice_issued",
            "document_served",
            "statement_recorded",
            "discussion_recorded",
            "penalty_decided",
            "document_served",
            "payment_recorded",
            "closure_proposed",
            "case_closed",
            "case_archived"
        ]
    );
    let timeline = view["timeline"].as_array().unwrap();
    let shown: Vec<&str> = timeline
        .iter()
        .map(|entry| entry["hash"].as_str().unwrap())
        .collect();
    let kept: Vec<&str> = events.iter().map(|event| event.hash.as_str()).collect();
    assert_eq!(shown, kept, "the page shows the hashes of the chain");
    for (event, personal) in events
        .iter()
        .flat_map(|event| ["91330383MA2AT9T61B", "13800001234"].map(|it| (event, it)))
    {
        assert!(
            !event.text.contains(personal),
            "{} holds personal data",
            event.event_type
        );
    }

    let (state, version) = app.parts.store.load::<Case>(case).await.unwrap().unwrap();
    assert_eq!((version, &view["version"]), (17, &json!(17)));
    let index: Vec<(&str, Option<&str>)> = state
        .index
        .iter()
        .map(|entry| (entry.kind.as_str(), entry.sm3.as_deref()))
        .collect();
    let hash = fixture::sm3(fixture::PHOTO);
    assert!(index.contains(&("evidence", Some(&hash))), "{index:?}");
    for kind in [
        "filing",
        "decision",
        "prior_notice",
        "visit",
        "statement",
        "report",
        "review",
        "discussion",
        "payment",
    ] {
        assert!(index.contains(&(kind, None)), "{kind} is not in {index:?}");
    }
    every_document_renders(officer, &view, 6).await;
    officer
        .refused(case, acts::evidence(app, None), "case.file_closed")
        .await;
}

async fn a_multiple_of_the_gains_and_a_written_waiver(app: &TestApp) {
    let (officer, captain) = (app.sign_in("officer3").await, app.sign_in("captain7").await);
    let (head, reviewer) = (app.sign_in("head2").await, app.sign_in("reviewer2").await);
    let finance = app.sign_in("finance").await;

    // The field is not known yet, and the point comes from a map in BD-09.
    let lead = Uuid::new_v4();
    let shown = Wgs84 {
        lng: 120.527,
        lat: 27.570,
    }
    .to_gcj02()
    .to_bd09();
    let mut body = acts::lead(lead);
    body["field"] = Value::Null;
    body["text"] = json!("印刷厂超出许可范围承印");
    body["place"]["point"] = json!({"datum": "bd09", "lng": shown.lng, "lat": shown.lat});
    officer.post("/api/leads", &body).await.is(201);
    let view = captain.read(&format!("/api/leads/{lead}")).await;
    assert_eq!(
        (&view["station"], &view["station_exact"], &view["brigade"]),
        (&json!("S02"), &json!(true), &Value::Null)
    );
    captain
        .act("leads", lead, acts::dispatch("B7", &["P0006", "P0007"]))
        .await
        .is(200);
    app.relay().await;
    let view = captain.read(&format!("/api/leads/{lead}")).await;
    let case: Uuid = view["case_id"].as_str().unwrap().parse().unwrap();
    assert_eq!(captain.case(case).await["brigade"], "B7");

    officer.does(case, acts::visit(app, &["P0006", "P0007"])).await;
    let photo = officer.store("票据.jpg", fixture::PHOTO).await;
    officer.does(case, acts::evidence(app, Some(photo))).await;
    officer
        .does(case, acts::propose_filing(acts::PRINTING, "2026-07-18"))
        .await;
    head.does(case, acts::approve_filing()).await;
    officer.does(case, acts::order_correction("2026-07-24")).await;
    app.go_to("2026-07-24").await;
    officer.does(case, acts::reinspection("2026-07-24", true)).await;

    // Gains of 10,000 yuan: 5 to 10 times is 50,000 to 100,000.
    let penalty = |fine: i64, base: Option<i64>| json!({"kinds": ["fine", "confiscate_gains"], "fine_fen": fine, "base_fen": base, "gains_fen": 1_000_000});
    officer
        .refused(case, acts::report(penalty(6_000_000, None)), "fine.base_missing")
        .await;
    let problem = officer
        .refused(
            case,
            acts::report(penalty(4_999_999, Some(1_000_000))),
            "penalty.below_minimum",
        )
        .await;
    assert_eq!(
        (&problem["params"]["range"], &problem["params"]["least"]),
        (&json!("5—10倍"), &json!("50,000"))
    );
    officer
        .refused(
            case,
            acts::report(penalty(10_000_001, Some(1_000_000))),
            "penalty.above_maximum",
        )
        .await;
    let penalty = penalty(6_000_000, Some(1_000_000));
    officer.does(case, acts::report(penalty.clone())).await;
    reviewer.does(case, acts::review("return")).await;
    officer.does(case, acts::report(penalty.clone())).await;
    reviewer.does(case, acts::review("pass")).await;
    officer.does(case, acts::issue_notice()).await;
    officer.does(case, acts::serve("notice", "2026-07-24")).await;
    head.does(case, acts::discussion("2026-07-24")).await;
    head.refused(case, acts::decide(penalty.clone()), "notice.period_running")
        .await;

    let scan = fixture::photo(7);
    let paper = officer.store("放弃陈述申辩和听证声明.jpg", &scan).await;
    officer.does(case, acts::waiver("2026-07-24", paper)).await;
    let view = head.case(case).await;
    assert_eq!(view["state_sentence"]["code"], "notice_waived");
    assert_eq!(
        head.get(view["waiver"]["url"].as_str().unwrap())
            .await
            .is(200)
            .body,
        scan
    );
    due(&view, "statement", "2026-07-31", "met");
    let mut decision = acts::decide(penalty);
    decision["no_correction_reason"] = Value::Null;
    head.does(case, decision).await;
    officer.does(case, acts::serve("decision", "2026-07-24")).await;

    // Fine and gains, in two parts.
    finance
        .does(case, acts::payment("2026-07-24", 3_000_000, "浙财票0001"))
        .await;
    let view = finance.case(case).await;
    assert_eq!(
        (&view["stage"], &view["outstanding_fen"]),
        (&json!("served"), &json!(4_000_000))
    );
    finance
        .refused(
            case,
            acts::payment("2026-07-24", 4_000_001, "浙财票0002"),
            "payment.too_much",
        )
        .await;
    finance
        .does(case, acts::payment("2026-07-24", 4_000_000, "浙财票0002"))
        .await;
    officer.does(case, acts::propose_closure("fulfilled")).await;
    head.does(case, acts::approve_closure()).await;
    officer.does(case, acts::archive()).await;

    let view = captain.case(case).await;
    assert_eq!(
        (&view["stage"], &view["outstanding_fen"]),
        (&json!("archived"), &json!(0))
    );
    assert_eq!(view["correction"]["number"], "龙综执责改字〔2026〕第000001号");
    assert_eq!(view["correction"]["corrected"], true);
    assert_eq!(view["decision"]["number"], "龙综执罚决字〔2026〕第000001号");
    assert_eq!(view["payments"].as_array().unwrap().len(), 2);
    let types = app.event_types("case", case).await;
    assert_eq!(types.iter().filter(|kind| *kind == "review_returned").count(), 1);
    every_document_renders(&captain, &view, 6).await;
}

async fn from_an_approval_and_back(app: &TestApp) {
    let (department, captain) = (app.sign_in("department").await, app.sign_in("captain").await);
    let link = Uuid::new_v4();
    department
        .post("/api/links", &acts::referral(link, acts::GAS))
        .await
        .is(201);
    let path = format!("/api/links/{link}");
    let view = department.read(&path).await;
    assert_eq!(
        (&view["state"], &view["department"], &view["due_on"]),
        (&json!("referred"), &json!("D4"), &json!("2026-07-27"))
    );
    chain(
        &view,
        &["done", "done", "done", "waiting", "absent", "absent", "absent"],
    );

    captain.act("links", link, acts::accept()).await.is(200);
    app.relay().await;
    let view = captain.read(&path).await;
    assert_eq!(view["state"], "accepted");
    let lead: Uuid = view["lead_id"].as_str().unwrap().parse().unwrap();
    let seen = captain.read(&format!("/api/leads/{lead}")).await;
    assert_eq!(
        (&seen["source"], &seen["brigade"], &seen["link_id"]),
        (&json!("referral"), &json!("B3"), &json!(link))
    );
    assert_eq!(seen["text"], "示例燃气有限公司（虚构）：许可已注销，仍在经营");

    captain
        .act("leads", lead, acts::dispatch("B3", &["P0001", "P0002"]))
        .await
        .is(200);
    app.relay().await;
    let seen = captain.read(&format!("/api/leads/{lead}")).await;
    let case: Uuid = seen["case_id"].as_str().unwrap().parse().unwrap();
    assert_eq!(
        captain.case(case).await["origin"],
        json!({"kind": "referral", "lead_id": lead, "link_id": link})
    );

    let mut states = Vec::new();
    for stage in ["investigation", "decided", "closed", "archived"] {
        steps::bring(app, case, stage).await;
        app.relay().await;
        states.push(department.read(&path).await["state"].clone());
    }
    assert_eq!(states, ["filed", "decided", "fed_back", "fed_back"]);

    let view = department.read(&path).await;
    assert_eq!(view["case_id"], case.to_string());
    chain(&view, &["done"; 7]);
    let steps = view["chain"].as_array().unwrap();
    assert_eq!(steps[0]["params"]["permit_no"], "浙燃许2024001");
    assert_eq!(steps[3]["target"], json!({"kind": "lead", "id": lead}));
    assert_eq!(steps[4]["params"]["number"], "龙综执立字〔2026〕第000001号");
    assert_eq!(steps[5]["params"]["number"], "龙综执罚决字〔2026〕第000001号");
    assert_eq!(steps[6]["target"], json!({"kind": "case", "id": case}));
    assert_eq!(
        app.event_types("link", link).await,
        [
            "referral_received",
            "referral_accepted",
            "lead_opened",
            "result_fed_back",
            "result_fed_back",
            "result_fed_back"
        ]
    );
    department
        .get(&format!("/api/cases/{case}"))
        .await
        .is(403)
        .refused("permit.role");
}

async fn a_referral_that_leads_to_nothing_is_told_too(app: &TestApp) {
    let (department, captain) = (app.sign_in("department").await, app.sign_in("captain").await);
    let refer = async || {
        let link = Uuid::new_v4();
        department
            .post("/api/links", &acts::referral(link, acts::GAS))
            .await
            .is(201);
        link
    };
    let accepted = async || {
        let link = refer().await;
        captain.act("links", link, acts::accept()).await.is(200);
        app.relay().await;
        let view = department.read(&format!("/api/links/{link}")).await;
        (link, view["lead_id"].as_str().unwrap().parse::<Uuid>().unwrap())
    };
    let state = async |link| {
        app.relay().await;
        department.read(&format!("/api/links/{link}")).await
    };

    let returned = refer().await;
    captain
        .act("links", returned, acts::return_referral())
        .await
        .is(200);
    let view = state(returned).await;
    assert_eq!(
        (&view["state"], &view["lead_id"]),
        (&json!("returned"), &Value::Null)
    );
    captain
        .act("links", returned, acts::accept())
        .await
        .is(422)
        .refused("link.answered");

    let (dismissed, lead) = accepted().await;
    captain.act("leads", lead, acts::dismiss()).await.is(200);
    let view = state(dismissed).await;
    assert_eq!(view["state"], "not_filed");
    chain(
        &view,
        &["done", "done", "done", "done", "broken", "absent", "absent"],
    );

    let (declined, lead) = accepted().await;
    captain
        .act("leads", lead, acts::dispatch("B3", &["P0001", "P0002"]))
        .await
        .is(200);
    app.relay().await;
    let case: Uuid = captain.read(&format!("/api/leads/{lead}")).await["case_id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    app.sign_in("head").await.does(case, acts::decline_filing()).await;
    let view = state(declined).await;
    assert_eq!(view["state"], "not_filed");
    chain(
        &view,
        &["done", "done", "done", "done", "broken", "absent", "absent"],
    );

    let (spared, lead) = accepted().await;
    captain
        .act("leads", lead, acts::dispatch("B3", &["P0001", "P0002"]))
        .await
        .is(200);
    app.relay().await;
    let case: Uuid = captain.read(&format!("/api/leads/{lead}")).await["case_id"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    steps::bring(app, case, "reviewed").await;
    let (officer, head) = (app.sign_in("officer1").await, app.sign_in("head").await);
    head.does(case, acts::decide_no_penalty()).await;
    officer.does(case, acts::serve("decision", &app.today())).await;
    officer
        .refused(case, acts::propose_closure("fulfilled"), "closure.ground")
        .await;
    officer.does(case, acts::propose_closure("no_penalty")).await;
    head.does(case, acts::approve_closure()).await;
    let view = state(spared).await;
    assert_eq!(view["state"], "fed_back");
    chain(&view, &["done"; 7]);
    let number = &view["chain"][5]["params"]["number"];
    assert_eq!(number, "龙综执不罚决字〔2026〕第000001号");
    assert_eq!(head.case(case).await["decision"]["number"], *number);
}

/// The limit of a rule is due on a day and in a state; answers the limit.
#[track_caller]
fn due(view: &Value, rule: &str, on: &str, state: &str) -> Value {
    let limits = view["deadlines"].as_array().unwrap();
    let limit = limits.iter().find(|limit| limit["rule"] == rule);
    let limit = limit.unwrap_or_else(|| panic!("there is no limit '{rule}' in {limits:?}"));
    assert_eq!(
        (&limit["due_on"], &limit["state"]),
        (&json!(on), &json!(state)),
        "{limit}"
    );
    limit.clone()
}

fn act_of(view: &Value, kind: &str) -> Value {
    let acts = view["available_acts"].as_array().unwrap();
    acts.iter().find(|act| act["type"] == kind).unwrap().clone()
}

#[track_caller]
fn chain(link: &Value, states: &[&str; 7]) {
    let steps = link["chain"].as_array().unwrap();
    let found: Vec<(&str, &str)> = steps
        .iter()
        .map(|step| (step["step"].as_str().unwrap(), step["state"].as_str().unwrap()))
        .collect();
    let names = [
        "approval",
        "supervision",
        "referral",
        "lead",
        "case",
        "decision",
        "feedback",
    ];
    let wanted: Vec<(&str, &str)> = names.into_iter().zip(states.iter().copied()).collect();
    assert_eq!(found, wanted);
}

async fn every_document_renders(user: &User<'_>, view: &Value, many: usize) {
    let documents = view["documents"].as_array().unwrap();
    assert_eq!(documents.len(), many, "{documents:?}");
    for document in documents {
        let page: Answer = user.get(document["url"].as_str().unwrap()).await.is(200);
        assert!(page.kind.starts_with("text/html"), "{}", page.kind);
        let text = page.text();
        let number = document["number"].as_str().unwrap();
        assert!(
            text.contains(number),
            "{} does not show {number}\n{text}",
            document["kind"]
        );
        let policy = page.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(text.contains("试用"), "a document of a trial says so");
    }
}
