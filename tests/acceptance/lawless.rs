//! What the law, or the shape of a request, does not allow: each is refused with its code and article, and nothing
//! at all has changed.

use rocket::http::{ContentType, Method};
use yizhi_tests::{Answer, TestApp, User, Uuid, Value, acts, fixture, json, on_both_engines, steps};

on_both_engines!(
    one_officer_or_none_with_a_certificate,
    duties_are_separate,
    the_party_is_heard_and_the_range_is_kept,
    an_order_comes_before_the_fine,
    a_statute_that_was_replaced_serves_older_acts_only,
    a_closed_file_is_never_changed,
    who_comes_late_is_told_and_who_sends_twice_does_once,
    a_command_id_is_not_used_for_something_else,
    many_at_once_and_one_wins,
    files_are_what_they_say,
    bodies_are_read_whole_or_not_at_all,
    rubbish_is_refused,
);

/// What is refused changes nothing.
async fn nothing_changes(
    app: &TestApp,
    asking: impl Future<Output = Answer>,
    status: u16,
    code: &str,
) -> Value {
    let before = app.snapshot().await;
    let problem = asking.await.is(status).refused(code);
    assert_eq!(app.snapshot().await, before, "{code}: something changed");
    problem
}

async fn one_officer_or_none_with_a_certificate(app: &TestApp) {
    let (officer, captain) = (app.sign_in("officer1").await, app.sign_in("captain").await);
    let lead = Uuid::new_v4();
    captain.post("/api/leads", &acts::lead(lead)).await.is(201);
    let send = async |officers: &[&str], code: &str| {
        nothing_changes(
            app,
            captain.act("leads", lead, acts::dispatch("B3", officers)),
            422,
            code,
        )
        .await
    };
    let problem = send(&["P0001"], "dispatch.one_officer").await;
    assert_eq!(problem["article"], "行政处罚法第四十二条第一款");
    send(&["P0001", "P0001"], "dispatch.one_officer").await;
    send(&[], "dispatch.one_officer").await;
    let problem = send(&["P0001", "P0005"], "dispatch.uncertified").await;
    assert_eq!(problem["article"], "行政处罚法第四十二条第一款、第五十五条");
    assert_eq!(
        problem["params"],
        json!({"officer": "邱海燕", "on": "2026-07-20"})
    );
    send(&["P0054", "P0001"], "dispatch.uncertified").await;
    send(&["P0001", "P0126"], "dispatch.not_an_officer").await;
    send(&["P0001", "NOBODY"], "dispatch.not_an_officer").await;
    send(&["P0001", "P0006"], "dispatch.officer_elsewhere").await;
    let elsewhere = acts::dispatch("B7", &["P0006", "P0007"]);
    nothing_changes(
        app,
        captain.act("leads", lead, elsewhere),
        422,
        "dispatch.other_brigade",
    )
    .await;

    let open = async |who: &User<'_>, second: &str, code: &str| {
        let body = acts::open(Uuid::new_v4(), second);
        nothing_changes(app, who.post("/api/cases", &body), 422, code).await
    };
    open(&officer, "P0001", "case.one_handler").await;
    open(&officer, "P0005", "case.uncertified").await;
    open(&officer, "P0169", "case.not_an_officer").await;
    let expired = app.sign_in("officer_expired").await;
    let problem = open(&expired, "P0001", "case.uncertified").await;
    assert_eq!(problem["article"], "行政处罚法第四十二条第一款、第五十五条");

    // P0021's certificate ends with the year: good when the case is opened, not any more for the visit.
    let case = Uuid::new_v4();
    officer
        .post("/api/cases", &acts::open(case, "P0021"))
        .await
        .is(201);
    app.go_to("2027-01-04").await;
    officer
        .refused(case, acts::visit(app, &["P0001", "P0021"]), "case.uncertified")
        .await;
    officer
        .refused(case, acts::visit(app, &["P0001"]), "case.one_handler")
        .await;
    officer
        .refused(case, acts::visit(app, &["P0001", "P0002"]), "case.not_handler")
        .await;
    let mut late = acts::visit(app, &["P0001", "P0021"]);
    late["started_at"] = json!("2026-12-31T10:00:00+08:00");
    late["certificates_shown_at"] = json!("2026-12-31T10:00:01+08:00");
    let problem = officer.refused(case, late, "visit.certificate_first").await;
    assert_eq!(problem["article"], "行政处罚法第五十五条第一款");
}

async fn duties_are_separate(app: &TestApp) {
    let (officer, captain) = (app.sign_in("officer2").await, app.sign_in("captain").await);
    let head = app.sign_in("head").await;
    // P0168 is an officer of B3 and a reviewer: as a handler of this case not its reviewer.
    let reviewer2 = app.sign_in("reviewer2").await;
    let lead = Uuid::new_v4();
    captain.post("/api/leads", &acts::lead(lead)).await.is(201);
    captain
        .act("leads", lead, acts::dispatch("B3", &["P0168", "P0002"]))
        .await
        .is(200);
    app.relay().await;
    let view = captain.read(&format!("/api/leads/{lead}")).await;
    let case: Uuid = view["case_id"].as_str().unwrap().parse().unwrap();
    officer
        .refused(
            case,
            acts::propose_filing(acts::GAS, "2026-07-20"),
            "filing.no_evidence",
        )
        .await;
    reviewer2.does(case, acts::visit(app, &["P0168", "P0002"])).await;
    officer
        .does(case, acts::propose_filing(acts::GAS, "2026-07-20"))
        .await;
    officer.refused(case, acts::approve_filing(), "permit.role").await;
    head.refused(case, acts::report(acts::fine(acts::FINE)), "permit.role")
        .await;
    head.does(case, acts::approve_filing()).await;
    officer
        .refused(case, acts::report(acts::fine(acts::FINE)), "report.no_evidence")
        .await;
    officer.does(case, acts::evidence(app, None)).await;
    reviewer2.does(case, acts::report(acts::fine(acts::FINE))).await;

    let problem = reviewer2
        .refused(case, acts::review("pass"), "review.by_handler")
        .await;
    assert_eq!(
        problem["article"],
        "行政处罚法第五十八条；市场监督管理行政处罚程序规定第四十九条"
    );
    officer.refused(case, acts::review("pass"), "permit.role").await;
    head.refused(case, acts::review("pass"), "permit.role").await;
    captain.refused(case, acts::review("pass"), "permit.role").await;
    app.sign_in("reviewer")
        .await
        .does(case, acts::review("pass"))
        .await;

    // In a case of somebody else the same person reviews.
    let other = steps::case_at(app, "under_review").await;
    reviewer2
        .refused(other, acts::issue_notice(), "permit.reach")
        .await;
    reviewer2.does(other, acts::review("pass")).await;
    steps::bring(app, other, "served").await;
    let paid = acts::payment(&app.today(), acts::FINE, "浙财票0001");
    for who in ["officer1", "head", "captain", "reviewer"] {
        app.sign_in(who)
            .await
            .refused(other, paid.clone(), "permit.role")
            .await;
    }
}

async fn the_party_is_heard_and_the_range_is_kept(app: &TestApp) {
    let (officer, head) = (app.sign_in("officer1").await, app.sign_in("head").await);
    let case = steps::case_at(app, "investigation").await;
    let today = app.today();
    let report = async |penalty: Value, code: &str| officer.refused(case, acts::report(penalty), code).await;
    let problem = report(acts::fine(acts::FINE - 1), "penalty.below_minimum").await;
    assert_eq!(problem["article"], "行政处罚法第五条、第三十二条");
    assert_eq!(
        problem["params"],
        json!({"range": "50,000—500,000元", "least": "50,000", "fine": "49,999.99"})
    );
    let problem = report(acts::fine(50_000_001), "penalty.above_maximum").await;
    assert_eq!(problem["article"], "行政处罚法第四条、第五条");
    report(json!({"kinds": []}), "penalty.empty").await;
    report(
        json!({"kinds": ["fine", "fine"], "fine_fen": acts::FINE}),
        "penalty.kind_twice",
    )
    .await;
    report(json!({"kinds": ["detention"]}), "penalty.police_only").await;
    report(json!({"kinds": ["revoke_licence"]}), "penalty.kind_not_in_item").await;
    report(json!({"kinds": ["fine"]}), "penalty.fine_amount").await;
    report(
        json!({"kinds": ["fine", "confiscate_gains"], "fine_fen": acts::FINE}),
        "penalty.gains_amount",
    )
    .await;

    steps::bring(app, case, "notice_issued").await;
    officer
        .refused(case, acts::serve("decision", &today), "service.wrong_stage")
        .await;
    let mut left = acts::serve("notice", &today);
    left["method"] = json!("left");
    officer.refused(case, left, "service.left_unwitnessed").await;
    head.refused(case, acts::decide(acts::fine(acts::FINE)), "case.wrong_stage")
        .await;
    officer.does(case, acts::serve("notice", &today)).await;

    let decide = || acts::decide(acts::fine(acts::FINE));
    let problem = head.refused(case, decide(), "notice.period_running").await;
    assert_eq!(problem["params"]["last_day"], "2026-07-27");
    app.go_to("2026-07-27").await;
    head.refused(case, decide(), "notice.period_running").await;
    officer
        .refused(
            case,
            acts::statement("2026-07-19", false),
            "statement.before_notice",
        )
        .await;
    officer.does(case, acts::statement("2026-07-27", true)).await;
    app.go_to("2026-07-28").await;
    let problem = head.refused(case, decide(), "hearing.not_held").await;
    assert_eq!(problem["article"], "行政处罚法第六十三条、第六十五条");
    let file = officer.store("放弃书.jpg", &fixture::photo(2)).await;
    officer
        .refused(case, acts::waiver("2026-07-28", Uuid::new_v4()), "file.unknown")
        .await;
    officer.does(case, acts::waiver("2026-07-28", file)).await;
    head.refused(case, decide(), "decision.discussion_missing").await;
    let mut alone = acts::discussion("2026-07-28");
    alone["attendees"].as_array_mut().unwrap().pop();
    head.refused(case, alone, "discussion.alone").await;
    head.does(case, acts::discussion("2026-07-28")).await;

    let problem = head
        .refused(
            case,
            acts::decide(acts::fine(acts::FINE + 1)),
            "penalty.heavier_than_notified",
        )
        .await;
    assert_eq!(problem["article"], "行政处罚法第四十五条第二款");
    assert_eq!(
        problem["params"],
        json!({"notified": "50,000", "decided": "50,000.01"})
    );
    head.refused(
        case,
        acts::decide(acts::fine(acts::FINE - 1)),
        "penalty.below_minimum",
    )
    .await;
    let gains = json!({"kinds": ["fine", "confiscate_gains"], "fine_fen": acts::FINE, "gains_fen": 1});
    head.refused(case, acts::decide(gains), "penalty.kind_not_notified")
        .await;
    let mut bare = decide();
    bare["no_correction_reason"] = Value::Null;
    head.refused(case, bare, "decision.no_correction_order").await;
    // Ninety days from 07-20 end with 10-18.
    app.go_to("2026-10-19").await;
    let problem = head.refused(case, decide(), "decision.limit_passed").await;
    assert_eq!(problem["article"], "行政处罚法第六十条");
    let mut late = decide();
    late["late_reason"] = json!("因台风停工");
    head.does(case, late).await;
    let number = &head.case(case).await["decision"]["number"];
    assert_eq!(
        number, "龙综执罚决字〔2026〕第000001号",
        "what was refused took no number"
    );
}

async fn an_order_comes_before_the_fine(app: &TestApp) {
    // 浙江省价格条例 第三十五条: no fine before an order to correct has lapsed.
    let officer = app.sign_in("officer1").await;
    let case = steps::case_at(app, "verification").await;
    officer.does(case, acts::visit(app, &["P0001", "P0002"])).await;
    officer.does(case, acts::evidence(app, None)).await;
    officer
        .does(case, acts::propose_filing("D0001", "2026-07-20"))
        .await;
    app.sign_in("head").await.does(case, acts::approve_filing()).await;
    let report = || acts::report(acts::fine(200_000));
    let problem = officer.refused(case, report(), "penalty.order_first").await;
    assert_eq!(problem["params"]["statute_article"], "第三十五条");
    officer
        .refused(case, acts::reinspection("2026-07-20", true), "correction.missing")
        .await;
    officer
        .refused(case, acts::order_correction("2026-07-19"), "correction.due_past")
        .await;
    officer.does(case, acts::order_correction("2026-07-24")).await;
    officer.refused(case, report(), "penalty.order_first").await;
    app.go_to("2026-07-24").await;
    officer
        .refused(
            case,
            acts::reinspection("2026-07-24", false),
            "reinspection.too_early",
        )
        .await;
    app.go_to("2026-07-25").await;
    officer.does(case, acts::reinspection("2026-07-25", false)).await;
    officer.does(case, report()).await;
}

async fn a_statute_that_was_replaced_serves_older_acts_only(app: &TestApp) {
    app.go_to("2026-08-21").await;
    let officer = app.sign_in("officer1").await;
    let item = officer.read(&format!("/api/items/{}", acts::NOISE)).await;
    assert_eq!(
        (&item["in_force"], &item["in_force_to"]),
        (&json!(false), &json!("2026-08-14"))
    );
    assert_eq!(item["fine"], "20,000—200,000元");
    let item = officer
        .read(&format!("/api/items/{}?on=2026-08-14", acts::NOISE))
        .await;
    assert_eq!(item["in_force"], true);

    let case = steps::case_at(app, "verification").await;
    officer.does(case, acts::visit(app, &["P0001", "P0002"])).await;
    let propose = |on: &str| acts::propose_filing(acts::NOISE, on);
    let problem = officer
        .refused(case, propose("2026-08-20"), "item.not_in_force")
        .await;
    assert_eq!(
        problem["article"],
        "行政处罚法第三十七条；浙江省综合行政执法条例第八条"
    );
    assert_eq!(
        problem["params"],
        json!({"statute": "噪声污染防治法", "in_force_to": "2026-08-14", "acted_on": "2026-08-20", "successor": "生态环境法典"})
    );
    officer
        .refused(case, propose("2026-08-15"), "item.not_in_force")
        .await;
    officer
        .refused(case, propose("2026-08-22"), "day.in_future")
        .await;
    officer
        .refused(case, propose("2024-08-20"), "case.out_of_time")
        .await;
    officer
        .refused(case, acts::propose_filing("D9999", "2026-07-10"), "item.unknown")
        .await;
    let mut citizen = propose("2026-07-10");
    citizen["party"]["kind"] = json!("person");
    officer.refused(case, citizen, "party.code_kind").await;
    officer.does(case, propose("2026-07-10")).await;
    let view = officer.case(case).await;
    assert_eq!(
        (&view["item"]["code"], &view["acted_on"]),
        (&json!(acts::NOISE), &json!("2026-07-10"))
    );
}

async fn a_closed_file_is_never_changed(app: &TestApp) {
    let archived = steps::case_at(app, "archived").await;
    let declined = steps::case_at(app, "filing_proposed").await;
    app.sign_in("head")
        .await
        .does(declined, acts::decline_filing())
        .await;
    for case in [archived, declined] {
        for act in acts::of_every_kind(app) {
            let who = match acts::kind(&act) {
                "approve_filing" | "return_filing" | "decline_filing" | "record_discussion" | "decide"
                | "approve_closure" => "head",
                "review" => "reviewer",
                "record_payment" => "finance",
                _ => "officer1",
            };
            app.sign_in(who)
                .await
                .refused(case, act, "case.file_closed")
                .await;
        }
    }
}

async fn who_comes_late_is_told_and_who_sends_twice_does_once(app: &TestApp) {
    let officer = app.sign_in("officer1").await;
    let head = app.sign_in("head").await;
    let case = steps::case_at(app, "filing_proposed").await;
    let version = app.version("case", case).await;
    for wrong in [version - 1, version + 1, 0, u64::MAX] {
        let asking = head.act_at("cases", case, wrong, acts::approve_filing());
        let problem = nothing_changes(app, asking, 409, "version.stale").await;
        assert_eq!(
            problem["params"],
            json!({"expected": wrong.to_string(), "actual": version.to_string()})
        );
        assert!(problem["remedy"].is_string());
    }

    let command = Uuid::new_v4();
    let approve = async || {
        head.act_as(command, "cases", case, version, acts::approve_filing())
            .await
            .is(200)
    };
    let first = approve().await;
    assert_eq!(first.json(), json!({"id": case, "version": version + 1}));
    let after = app.snapshot().await;
    for _ in 0..3 {
        assert_eq!(approve().await.body, first.body);
    }
    // Even when others have gone on meanwhile, the answer is the one of the first time.
    officer.does(case, acts::evidence(app, None)).await;
    assert_eq!(approve().await.body, first.body);
    assert_eq!(app.journal().await.len(), after.journal.len() + 1);
    assert_eq!(
        app.query("SELECT last FROM number_series WHERE word = 'filing'")
            .await,
        ["1"]
    );

    for (path, kind, id, body) in [
        ("/api/leads", "lead", "lead_id", acts::lead(Uuid::new_v4())),
        (
            "/api/cases",
            "case",
            "case_id",
            acts::open(Uuid::new_v4(), "P0002"),
        ),
    ] {
        let first = officer.post(path, &body).await.is(201);
        let after = app.snapshot().await;
        assert_eq!(officer.post(path, &body).await.is(201).body, first.body);
        assert_eq!(app.snapshot().await, after);
        // The same thing under another command is another wish, and it is there already.
        let mut again = body.clone();
        again["command_id"] = json!(Uuid::new_v4());
        nothing_changes(app, officer.post(path, &again), 422, &format!("{kind}.exists")).await;
        let thing: Uuid = body[id].as_str().unwrap().parse().unwrap();
        assert_eq!(app.version(kind, thing).await, 1);
    }
    let department = app.sign_in("department").await;
    let body = acts::referral(Uuid::new_v4(), acts::GAS);
    let first = department.post("/api/links", &body).await.is(201);
    assert_eq!(
        department.post("/api/links", &body).await.is(201).body,
        first.body
    );
}

async fn a_command_id_is_not_used_for_something_else(app: &TestApp) {
    let officer = app.sign_in("officer1").await;
    let case = steps::case_at(app, "verification").await;
    let command = Uuid::new_v4();
    let act = acts::evidence(app, None);
    officer
        .act_as(command, "cases", case, 1, act.clone())
        .await
        .is(200);
    let mut other = act.clone();
    other["title"] = json!("另一张照片");
    let reused = "command.id_reused";
    nothing_changes(app, officer.act_as(command, "cases", case, 1, other), 422, reused).await;
    let second = steps::case_at(app, "verification").await;
    nothing_changes(app, officer.act_as(command, "cases", second, 1, act), 422, reused).await;

    let lead = acts::lead(Uuid::new_v4());
    let open = acts::open(Uuid::new_v4(), "P0002");
    officer.post("/api/leads", &lead).await.is(201);
    officer.post("/api/cases", &open).await.is(201);
    let department = app.sign_in("department").await;
    let refer = acts::referral(Uuid::new_v4(), acts::GAS);
    department.post("/api/links", &refer).await.is(201);
    let point = json!({"datum": "wgs84", "lng": 120.57, "lat": 27.58});
    let place = json!({"address": "龙港市示例路1号", "point": point});
    for (path, sent, changes) in [
        (
            "/api/leads",
            &lead,
            vec![
                ("lead_id", json!(Uuid::new_v4())),
                ("source", json!("hotline")),
                ("text", json!("油烟扰民")),
                ("place", json!({"address": "别处"})),
                ("place", place.clone()),
                ("happened_on", json!("2026-07-19")),
                ("field", Value::Null),
                ("reporter", json!({"name": "某人（虚构）"})),
            ],
        ),
        (
            "/api/cases",
            &open,
            vec![
                ("case_id", json!(Uuid::new_v4())),
                ("source", json!("complaint")),
                ("summary", json!("油烟扰民")),
                ("place", json!({"address": "别处"})),
                ("place", place),
                ("happened_on", json!("2026-07-19")),
                ("second_officer", json!("P0003")),
            ],
        ),
    ] {
        for (field, value) in changes {
            let mut other = sent.clone();
            other[field] = value;
            let answer = officer.post(path, &other).await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (422, reused),
                "{path}: {field} was changed"
            );
        }
    }
    let mut other = refer;
    other["referral"]["urgent"] = json!(true);
    nothing_changes(app, department.post("/api/links", &other), 422, reused).await;
}

async fn many_at_once_and_one_wins(app: &TestApp) {
    use rocket::futures::future::join_all;
    let head = app.sign_in("head").await;
    let officer = app.sign_in("officer1").await;
    let case = steps::case_at(app, "filing_proposed").await;
    let version = app.version("case", case).await;
    // Eight heads at once, each with a wish of their own.
    let answers = join_all((0..8).map(|_| head.act_at("cases", case, version, acts::approve_filing()))).await;
    let won = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(won, 1);
    for late in answers.iter().filter(|answer| answer.status != 200) {
        assert_eq!(late.status, 409);
        late.refused("version.stale");
    }
    // One wish that is sent eight times at once.
    let (command, act) = (Uuid::new_v4(), acts::evidence(app, None));
    let sending = (0..8).map(|_| officer.act_as(command, "cases", case, version + 1, act.clone()));
    for answer in join_all(sending).await {
        assert_eq!(answer.is(200).json()["version"], version + 2);
    }
    assert_eq!(app.version("case", case).await, version + 2);

    // Twelve cases are filed at once; the series has no gap and no number twice.
    let mut cases = Vec::new();
    for _ in 0..12 {
        cases.push(steps::case_at(app, "filing_proposed").await);
    }
    let version = app.version("case", cases[0]).await;
    let approving = cases
        .iter()
        .map(|case| head.act_at("cases", *case, version, acts::approve_filing()));
    for answer in join_all(approving).await {
        answer.is(200);
    }
    let mut numbers = Vec::new();
    for case in cases {
        numbers.push(head.case(case).await["number"].as_str().unwrap().to_owned());
    }
    numbers.sort();
    let wanted: Vec<String> = (2..14)
        .map(|serial| format!("龙综执立字〔2026〕第{serial:06}号"))
        .collect();
    assert_eq!(numbers, wanted);
}

async fn files_are_what_they_say(app: &TestApp) {
    const MIB: usize = 1024 * 1024;
    let (officer, officer2) = (app.sign_in("officer1").await, app.sign_in("officer2").await);
    let put = async |name: &str, bytes: &[u8], status: u16, code: &str| {
        nothing_changes(app, officer.put(Uuid::new_v4(), name, bytes), status, code).await;
    };
    let long = |length: usize| {
        let mut bytes = fixture::PHOTO.to_vec();
        bytes.resize(length, b'#');
        bytes
    };
    put("大.jpg", &long(40 * MIB), 413, "file.too_large").await;
    put("大.jpg", &long(20 * MIB + 1), 413, "file.too_large").await;
    officer
        .put(Uuid::new_v4(), "大.jpg", &long(20 * MIB))
        .await
        .is(201);
    put("空.jpg", b"", 422, "file.empty").await;
    put("照片.jpg", fixture::PICTURE, 415, "file.not_what_it_says").await;
    put("照片.png", fixture::PHOTO, 415, "file.not_what_it_says").await;
    put(
        "照片.jpg",
        b"<html><script>alert(1)</script></html>",
        415,
        "file.not_what_it_says",
    )
    .await;
    put("程序.exe", b"MZ\x90\0", 415, "file.kind").await;
    put("照片", fixture::PHOTO, 415, "file.kind").await;
    put("页面.html", b"<html></html>", 415, "file.kind").await;
    put("照\0片.jpg", fixture::PHOTO, 422, "file.bad_name").await;
    put(
        &format!("{}.jpg", "长".repeat(200)),
        fixture::PHOTO,
        422,
        "file.bad_name",
    )
    .await;
    put("", fixture::PHOTO, 422, "file.bad_name").await;

    // A name is a word for people, never a way on disk.
    let id = Uuid::new_v4();
    officer
        .put(id, "../../etc/照片.jpg", fixture::PHOTO)
        .await
        .is(201);
    let first = officer
        .put(id, "../../etc/照片.jpg", fixture::PHOTO)
        .await
        .is(201)
        .json();
    assert_eq!(
        (&first["id"], &first["size"]),
        (&json!(id), &json!(fixture::PHOTO.len()))
    );
    nothing_changes(
        app,
        officer.put(id, "照片.jpg", &fixture::photo(1)),
        409,
        "file.exists",
    )
    .await;
    nothing_changes(
        app,
        officer2.put(id, "照片.jpg", fixture::PHOTO),
        409,
        "file.exists",
    )
    .await;
    officer
        .put(Uuid::new_v4(), "图.png", fixture::PICTURE)
        .await
        .is(201);

    // A file is shown with a case that holds it, and with no other.
    let case = steps::case_at(app, "verification").await;
    officer
        .get(&format!("/api/cases/{case}/files/{id}"))
        .await
        .is(404)
        .refused("not_found");
    officer.does(case, acts::evidence(app, Some(id))).await;
    officer
        .get(&format!("/api/cases/{case}/files/{id}"))
        .await
        .is(200);
    officer
        .refused(case, acts::evidence(app, Some(Uuid::new_v4())), "file.unknown")
        .await;
}

async fn bodies_are_read_whole_or_not_at_all(app: &TestApp) {
    let (officer, captain) = (app.sign_in("officer1").await, app.sign_in("captain").await);
    let department = app.sign_in("department").await;
    let case = steps::case_at(app, "verification").await;
    let (lead, link) = (Uuid::new_v4(), Uuid::new_v4());
    captain.post("/api/leads", &acts::lead(lead)).await.is(201);
    department
        .post("/api/links", &acts::referral(link, acts::GAS))
        .await
        .is(201);
    let acts_of = |things: &str, id: Uuid| format!("/api/{things}/{id}/acts");
    let sent = |act: &Value| json!({"command_id": Uuid::new_v4(), "expected_version": 1, "act": act});
    let before = app.snapshot().await;

    // Every body a person may send, with a field nobody knows, at the top and in the act.
    let mut bodies = Vec::new();
    for act in acts::of_every_kind(app) {
        bodies.push((&officer, acts_of("cases", case), sent(&act), "/act"));
    }
    for act in [acts::dispatch("B3", &["P0001", "P0002"]), acts::dismiss()] {
        bodies.push((&captain, acts_of("leads", lead), sent(&act), "/act"));
    }
    for act in [acts::accept(), acts::return_referral()] {
        bodies.push((&captain, acts_of("links", link), sent(&act), "/act"));
    }
    bodies.push((
        &officer,
        "/api/leads".to_owned(),
        acts::lead(Uuid::new_v4()),
        "/place",
    ));
    bodies.push((
        &officer,
        "/api/cases".to_owned(),
        acts::open(Uuid::new_v4(), "P0002"),
        "/place",
    ));
    bodies.push((
        &department,
        "/api/links".to_owned(),
        acts::referral(Uuid::new_v4(), acts::GAS),
        "/referral/finding",
    ));
    bodies.push((
        &officer,
        "/api/session".to_owned(),
        json!({"login": "officer1", "password": "x"}),
        "",
    ));
    bodies.push((&officer, "/api/trial/clock".to_owned(), json!({"days": 1}), ""));
    for (user, path, body, inner) in &bodies {
        for place in ["", inner] {
            let mut odd = body.clone();
            odd.pointer_mut(place).unwrap()["surprise"] = json!(1);
            user.post(path, &odd)
                .await
                .is(422)
                .refused("request.unknown_field");
        }
        // Cut short, of another shape, of another type, and from a foreign page.
        let text = body.to_string();
        let cut: String = text.chars().take(text.chars().count() - 1).collect();
        let asked = || user.asked(Method::Post, path);
        asked()
            .body(ContentType::JSON, cut)
            .send()
            .await
            .is(400)
            .refused("request.malformed");
        user.post(path, &json!([]))
            .await
            .is(422)
            .refused("request.wrong_shape");
        user.post(path, &json!({}))
            .await
            .is(422)
            .refused("request.wrong_shape");
        asked()
            .body(ContentType::Form, text.clone())
            .send()
            .await
            .is(415)
            .refused("request.not_json");
        asked()
            .body(ContentType::Plain, text.clone())
            .send()
            .await
            .is(415)
            .refused("request.not_json");
        let foreign = app
            .asked(Method::Post, path)
            .cookie(user.cookie())
            .body(ContentType::JSON, text);
        foreign.send().await.is(403).refused("request.foreign");
    }
    let foreign = app
        .asked(Method::Put, &format!("/api/files/{}?name=a.jpg", Uuid::new_v4()))
        .cookie(officer.cookie());
    foreign
        .body(ContentType::Binary, fixture::PHOTO)
        .send()
        .await
        .is(403)
        .refused("request.foreign");
    let foreign = app.asked(Method::Delete, "/api/session").cookie(officer.cookie());
    foreign.send().await.is(403).refused("request.foreign");
    officer.get("/api/session").await.is(200);

    // Texts: nothing, NUL, too long for the field, too long for a body.
    let with_text = |text: &str| {
        let mut body = acts::lead(Uuid::new_v4());
        body["text"] = json!(text);
        body
    };
    for (text, status, code) in [
        ("  \n", 422, "text.empty"),
        ("油烟\0扰民", 422, "text.control_character"),
        ("油烟\u{1b}[2J扰民", 422, "text.control_character"),
        (&"字".repeat(8001), 422, "text.too_long"),
        (&"a".repeat(1024 * 1024), 413, "request.too_large"),
    ] {
        officer
            .post("/api/leads", &with_text(text))
            .await
            .is(status)
            .refused(code);
    }
    let raw = with_text("油烟").to_string().replace("油烟", "\0");
    let asked = officer.asked(Method::Post, "/api/leads");
    asked
        .body(ContentType::JSON, raw)
        .send()
        .await
        .is(400)
        .refused("request.malformed");
    let mut bytes = with_text("油烟X扰民").to_string().into_bytes();
    let place = bytes.iter().position(|byte| *byte == b'X').unwrap();
    bytes[place] = 0xFF;
    let asked = officer.asked(Method::Post, "/api/leads");
    asked
        .body(ContentType::JSON, bytes)
        .send()
        .await
        .is(400)
        .refused("request.malformed");
    let deep = "[".repeat(200_000);
    let deep = format!(
        r#"{{"command_id": "{lead}", "expected_version": 1, "act": {{"type": "archive", "x": {deep}"#
    );
    let asked = officer.asked(Method::Post, &acts_of("cases", case));
    asked
        .body(ContentType::JSON, deep)
        .send()
        .await
        .is(400)
        .refused("request.malformed");

    // Values that are no values.
    for (field, value, code) in [
        ("command_id", json!("not-a-uuid"), "request.wrong_shape"),
        ("source", json!("rumour"), "request.wrong_shape"),
        ("happened_on", json!("2026-02-30"), "request.wrong_shape"),
        ("field", json!("19; DROP TABLE event"), "text.code"),
        (
            "place",
            json!({"address": "x", "point": {"datum": "wgs84", "lng": 200, "lat": 27}}),
            "place.bad_point",
        ),
        (
            "place",
            json!({"address": "x", "point": {"datum": "mars", "lng": 120, "lat": 27}}),
            "request.wrong_shape",
        ),
    ] {
        let mut body = with_text("油烟扰民");
        body[field] = value;
        officer.post("/api/leads", &body).await.is(422).refused(code);
    }
    let with_code = |code: &str| {
        let mut act = acts::propose_filing(acts::GAS, "2026-07-20");
        act["party"]["code"] = json!(code);
        act
    };
    officer
        .act_at("cases", case, 1, with_code("91330383MA2AT9T61A"))
        .await
        .is(422)
        .refused("party.bad_code");
    let negative = acts::report(acts::fine(-1));
    officer
        .act_at("cases", case, 1, negative)
        .await
        .is(422)
        .refused("money.out_of_range");
    assert_eq!(app.snapshot().await, before);
    officer
        .post("/api/leads", &with_text(&"字".repeat(8000)))
        .await
        .is(201);
}

async fn rubbish_is_refused(app: &TestApp) {
    let (officer, supervisor) = (app.sign_in("officer1").await, app.sign_in("supervisor").await);
    let case = steps::case_at(app, "verification").await;
    let before = app.snapshot().await;
    for path in [
        "/api/cases/not-a-uuid",
        "/api/leads/1",
        "/api/links/%00",
        "/api/nothing",
    ] {
        supervisor.get(path).await.is(404).refused("not_found");
    }
    let body = json!({"command_id": Uuid::new_v4(), "expected_version": 1, "act": acts::archive()});
    for things in ["cases", "leads", "links"] {
        let answer = officer
            .post(&format!("/api/{things}/not-a-uuid/acts"), &body)
            .await;
        assert!(
            [404, 422].contains(&answer.status),
            "{} {}",
            answer.asked,
            answer.status
        );
        answer.refused(if answer.status == 404 {
            "not_found"
        } else {
            "request.malformed"
        });
    }
    supervisor.get("/api/items/D%00").await.is(404);
    supervisor
        .get(&format!("/api/cases/{case}/documents/warrant"))
        .await
        .is(404);
    supervisor
        .get(&format!("/api/cases/{case}/documents/%00"))
        .await
        .is(404);
    supervisor
        .get(&format!("/api/cases/{case}/documents/decision"))
        .await
        .is(404);

    for list in ["cases", "leads", "links"] {
        for key in ["rubbish", "00", "%00", "%FF", &"00".repeat(500), "' OR 1=1 --"] {
            let key = key.replace(' ', "%20");
            let answer = supervisor.get(&format!("/api/{list}?after={key}")).await;
            // Bytes that are no text are no value at all.
            if key == "%FF" && answer.status == 200 {
                continue;
            }
            answer.is(400).refused("list.bad_key");
        }
    }
    for path in [
        "/api/events?after=rubbish",
        "/api/events?stream=x",
        "/api/items?after=!",
        "/api/items?on=2026-02-30",
        "/api/items?field=%00",
        "/api/cases?sort=random",
        "/api/cases?brigade=!",
        "/api/leads?station=%20x",
        "/api/links?department=%00",
        "/api/people?role=king",
        "/api/people?brigade=!",
    ] {
        supervisor.get(path).await.is(400).refused("request.bad_query");
    }
    // A key of one list is none of another.
    for _ in 0..2 {
        steps::case_at(app, "verification").await;
    }
    let next = supervisor.read("/api/cases?limit=1&sort=opened").await["next"]
        .as_str()
        .unwrap()
        .to_owned();
    supervisor
        .get(&format!("/api/cases?sort=due&after={next}"))
        .await
        .is(400)
        .refused("list.bad_key");
    supervisor
        .get(&format!("/api/leads?after={next}"))
        .await
        .is(400)
        .refused("list.bad_key");
    supervisor
        .get(&format!("/api/cases?sort=opened&after={next}"))
        .await
        .is(200);

    // Words that are no words of a list find nothing, and harm nothing.
    for (path, many) in [
        ("/api/cases?q=%00", 0),
        ("/api/cases?q=a%00b", 0),
        ("/api/cases?stage=%00", 0),
        ("/api/cases?stage=nowhere", 0),
        ("/api/leads?q=%00", 0),
        ("/api/leads?state=%00", 0),
        ("/api/links?state=%00", 0),
        ("/api/events?kind=%00", 0),
        ("/api/items?q=%00", 0),
        ("/api/cases?q=%25", 0),
        ("/api/cases?q=_", 0),
        ("/api/cases?limit=0", 1),
        ("/api/cases?limit=100000", 3),
        ("/api/cases?limit=-1", 3),
        ("/api/cases?limit=x", 3),
    ] {
        let items = supervisor.read(path).await["items"].as_array().unwrap().len();
        assert_eq!(items, many, "{path}");
    }
    let nobody = app.nobody();
    for login in ["nobody", "officer1\0", "", &"x".repeat(100_000)] {
        let body = json!({"login": login, "password": "yizhi-trial"});
        nobody
            .post("/api/session", &body)
            .await
            .is(401)
            .refused("session.wrong");
    }
    let body = json!({"login": "officer1", "password": "wrong"});
    nobody
        .post("/api/session", &body)
        .await
        .is(401)
        .refused("session.wrong");
    let forged = rocket::http::Cookie::new("yizhi_session", "x".repeat(64));
    app.asked(Method::Get, "/api/session")
        .cookie(Some(&forged))
        .send()
        .await
        .is(401)
        .refused("session.missing");
    for days in [0, 401, 65535] {
        officer
            .post("/api/trial/clock", &json!({"days": days}))
            .await
            .is(422)
            .refused("trial.clock");
    }
    officer
        .post("/api/trial/clock", &json!({"days": -1}))
        .await
        .is(422)
        .refused("request.wrong_shape");
    let after = app.snapshot().await;
    assert_eq!(
        after.journal.len(),
        before.journal.len() + 2,
        "only the two cases came in"
    );
}
