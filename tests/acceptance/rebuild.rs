//! The lists say what the journal says: written anew from it, they are the same to the byte.

use yizhi_tests::{TestApp, Uuid, acts, on_both_engines, steps};

on_both_engines!(rebuilding_changes_nothing, what_was_lost_comes_back);

/// A county in the middle of its work: a case in every stage, leads and links in every state.
async fn a_busy_county(app: &TestApp) {
    for stage in steps::STAGES {
        steps::case_at(app, stage).await;
    }
    let (captain, head) = (app.sign_in("captain").await, app.sign_in("head").await);
    let (officer, department) = (app.sign_in("officer1").await, app.sign_in("department").await);
    let declined = steps::case_at(app, "filing_proposed").await;
    head.does(declined, acts::decline_filing()).await;
    let returned = steps::case_at(app, "filing_proposed").await;
    head.does(returned, acts::return_filing()).await;
    let corrected = steps::case_at(app, "investigation").await;
    officer
        .does(corrected, acts::order_correction("2026-07-31"))
        .await;
    officer
        .does(corrected, acts::reinspection("2026-07-20", true))
        .await;
    let stated = steps::case_at(app, "notice_served").await;
    officer.does(stated, acts::statement("2026-07-20", true)).await;
    let spared = steps::case_at(app, "reviewed").await;
    head.does(spared, acts::decide_no_penalty()).await;
    let part_paid = steps::case_at(app, "served").await;
    app.sign_in("finance")
        .await
        .does(part_paid, acts::payment("2026-07-20", 1, "浙财票0009"))
        .await;

    let leads: Vec<Uuid> = (0..4).map(|_| Uuid::new_v4()).collect();
    for (n, lead) in (0..).zip(&leads) {
        let mut body = acts::lead(*lead);
        // 120.57 + n/700 has no short decimal form, so the digits that are kept are put to the test.
        body["place"]["point"] =
            serde_json::json!({"datum": "gcj02", "lng": 120.57 + f64::from(n) / 700.0, "lat": 27.58});
        captain.post("/api/leads", &body).await.is(201);
    }
    captain
        .act("leads", leads[0], acts::dispatch("B3", &["P0002", "P0001"]))
        .await
        .is(200);
    captain
        .act("leads", leads[1], acts::dispatch("B3", &["P0002", "P0001"]))
        .await
        .is(200);
    captain.act("leads", leads[2], acts::dismiss()).await.is(200);
    let links: Vec<Uuid> = (0..4).map(|_| Uuid::new_v4()).collect();
    for link in &links {
        department
            .post("/api/links", &acts::referral(*link, acts::GAS))
            .await
            .is(201);
    }
    captain.act("links", links[0], acts::accept()).await.is(200);
    captain.act("links", links[1], acts::accept()).await.is(200);
    captain
        .act("links", links[2], acts::return_referral())
        .await
        .is(200);
    app.relay().await;
    let view = captain.read(&format!("/api/links/{}", links[0])).await;
    let lead: Uuid = view["lead_id"].as_str().unwrap().parse().unwrap();
    captain
        .act("leads", lead, acts::dispatch("B3", &["P0001", "P0002"]))
        .await
        .is(200);
    app.relay().await;
    let view = captain.read(&format!("/api/leads/{lead}")).await;
    let case: Uuid = view["case_id"].as_str().unwrap().parse().unwrap();
    steps::bring(app, case, "decided").await;
    app.relay().await;
}

async fn rebuilding_changes_nothing(app: &TestApp) {
    a_busy_county(app).await;
    let before = app.snapshot().await;
    for table in [
        "case_list",
        "case_hand",
        "deadline",
        "lead_list",
        "lead_hand",
        "link_list",
    ] {
        assert!(
            before
                .projections
                .lines()
                .any(|row| row.starts_with(&format!("{table} "))),
            "{table} has rows"
        );
    }
    let streams = app.query("SELECT count(*) FROM event WHERE version = 1").await;
    assert_eq!(app.parts.store.rebuild().await.unwrap().to_string(), streams[0]);
    assert_eq!(app.snapshot().await, before);
    // Twice is no more than once, and work goes on afterwards.
    app.parts.store.rebuild().await.unwrap();
    assert_eq!(app.snapshot().await, before);
    steps::case_at(app, "decided").await;
    let after = app.snapshot().await;
    app.parts.store.rebuild().await.unwrap();
    assert_eq!(app.snapshot().await, after);
}

async fn what_was_lost_comes_back(app: &TestApp) {
    a_busy_county(app).await;
    let before = app.parts.store.dump().await.unwrap();
    let lists = [
        "/api/cases?sort=opened",
        "/api/leads",
        "/api/links",
        "/api/overview",
        "/api/work",
    ];
    let head = app.sign_in("head").await;
    let mut shown = Vec::new();
    for list in lists {
        shown.push(head.read(list).await);
    }
    for statement in [
        "DELETE FROM deadline",
        "DELETE FROM case_hand",
        "DELETE FROM case_list WHERE stage IN ('verification', 'served', 'archived')",
        "DELETE FROM lead_hand",
        "DELETE FROM lead_list",
        "DELETE FROM link_list",
        "UPDATE case_list SET stage = 'archived', title = 'x', next_due_on = NULL WHERE stage = 'decided'",
    ] {
        assert!(app.tamper(statement).await > 0, "{statement} touched nothing");
    }
    assert_ne!(app.parts.store.dump().await.unwrap(), before);
    app.parts.store.rebuild().await.unwrap();
    assert_eq!(app.parts.store.dump().await.unwrap(), before);
    for (list, shown) in lists.into_iter().zip(shown) {
        assert_eq!(head.read(list).await, shown, "{list}");
    }
}
