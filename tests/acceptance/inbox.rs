//! Each morning the ones who must act are told, once.

use yizhi_tests::{TestApp, User, Value, json, on_both_engines, steps};

on_both_engines!(
    handlers_are_reminded_and_captains_told,
    who_is_asked_is_told,
    captains_hear_of_leads_and_referrals_that_wait,
    a_message_is_ones_own
);

/// Messages of a person: code and day, newest first.
async fn messages(user: &User<'_>) -> Vec<(String, String)> {
    let inbox = user.read("/api/inbox").await;
    let text = |message: &Value, name: &str| message[name].as_str().unwrap().to_owned();
    let items = inbox["items"].as_array().unwrap();
    items
        .iter()
        .map(|message| (text(message, "text_code"), text(message, "due_on")))
        .collect()
}

fn told(codes: &[&str], on: &str) -> Vec<(String, String)> {
    codes
        .iter()
        .map(|code| ((*code).to_owned(), on.to_owned()))
        .collect()
}

/// The clock moves on by the trial's own route, which lets the morning's job run.
async fn mornings(user: &User<'_>, days: u16) {
    user.post("/api/trial/clock", &json!({"days": days}))
        .await
        .is(200);
}

async fn handlers_are_reminded_and_captains_told(app: &TestApp) {
    let (officer, officer2) = (app.sign_in("officer1").await, app.sign_in("officer2").await);
    let (captain, captain7) = (app.sign_in("captain").await, app.sign_in("captain7").await);
    // Opened on 07-20: fifteen working days end with Monday 08-10; reminded three working days before.
    let case = steps::case_at(app, "verification").await;
    let on = "2026-08-10";
    app.go_to("2026-08-04").await;
    assert_eq!(app.job("deadline_watch").await, 0, "four working days are left");
    mornings(&officer, 1).await;
    assert_eq!(messages(&officer).await, told(&["deadline_soon"], on));
    assert_eq!(messages(&officer2).await, told(&["deadline_soon"], on));
    assert!(messages(&captain).await.is_empty());
    let inbox = officer.read("/api/inbox").await;
    let message = &inbox["items"][0];
    assert_eq!(message["subject"], json!({"kind": "case", "id": case}));
    assert_eq!(
        (&message["params"]["rule"], &message["read_at"]),
        (&json!("verification"), &Value::Null)
    );
    assert_eq!(message["params"]["title"], "巡查发现无证经营瓶装燃气");

    // Again the same morning, and the next: nothing new.
    assert_eq!(app.job("deadline_watch").await, 0);
    mornings(&officer, 1).await;
    assert_eq!(app.job("deadline_watch").await, 0);
    assert_eq!(messages(&officer).await.len(), 1);

    app.go_to(on).await;
    assert_eq!(
        app.job("deadline_watch").await,
        2,
        "the last day, for both handlers"
    );
    assert_eq!(app.job("deadline_watch").await, 0);
    assert_eq!(
        messages(&officer).await,
        told(&["deadline_today", "deadline_soon"], on)
    );
    assert!(messages(&captain).await.is_empty());

    mornings(&officer, 1).await;
    assert_eq!(
        messages(&officer).await,
        told(&["deadline_over", "deadline_today", "deadline_soon"], on)
    );
    assert_eq!(messages(&captain).await, told(&["deadline_over"], on));
    assert!(
        messages(&captain7).await.is_empty(),
        "another brigade's captain is not told"
    );
    mornings(&officer, 1).await;
    assert_eq!(app.job("deadline_watch").await, 0);
    assert_eq!(messages(&captain).await.len(), 1);

    // Once it is filed, the limit is met, and nobody hears of it again; the next one is far away.
    steps::bring(app, case, "investigation").await;
    app.go_to("2026-08-20").await;
    assert_eq!(app.job("deadline_watch").await, 0);
}

async fn who_is_asked_is_told(app: &TestApp) {
    // Ninety days from 07-20 end with Sunday 10-18; who has the move is reminded with the handlers.
    let (head, reviewer) = (app.sign_in("head").await, app.sign_in("reviewer").await);
    let reviewed = steps::case_at(app, "under_review").await;
    app.go_to("2026-10-15").await;
    app.job("deadline_watch").await;
    let on = "2026-10-18";
    assert_eq!(messages(&reviewer).await, told(&["deadline_soon"], on));
    assert!(messages(&head).await.is_empty());
    steps::bring(app, reviewed, "notice_served").await;
    app.job("deadline_watch").await;
    assert_eq!(
        messages(&head).await,
        told(&["deadline_soon"], on),
        "now it is the head's move"
    );
    // The party's own time ends without a word of lateness: it is told to those who may go on.
    app.go_to("2026-10-23").await;
    app.job("deadline_watch").await;
    let codes: Vec<String> = messages(&head).await.into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&"deadline_ended".to_owned()), "{codes:?}");
    assert!(
        codes.contains(&"deadline_over".to_owned()),
        "the ninety days are over: {codes:?}"
    );
}

async fn a_message_is_ones_own(app: &TestApp) {
    let (officer, officer2) = (app.sign_in("officer1").await, app.sign_in("officer2").await);
    steps::case_at(app, "verification").await;
    app.go_to("2026-08-10").await;
    app.job("deadline_watch").await;
    let id = |inbox: Value| inbox["items"][0]["id"].as_str().unwrap().to_owned();
    let (mine, theirs) = (
        id(officer.read("/api/inbox").await),
        id(officer2.read("/api/inbox").await),
    );
    assert_ne!(mine, theirs);
    officer
        .post(&format!("/api/inbox/{theirs}/read"), &json!({}))
        .await
        .is(204);
    assert_eq!(
        officer2.read("/api/inbox").await["items"][0]["read_at"],
        Value::Null,
        "nobody reads another's mail"
    );
    officer
        .post(&format!("/api/inbox/{mine}/read"), &json!({}))
        .await
        .is(204);
    let first = officer.read("/api/inbox").await["items"][0]["read_at"].clone();
    assert!(first.is_string());
    officer
        .post(&format!("/api/inbox/{mine}/read"), &json!({}))
        .await
        .is(204);
    assert_eq!(
        officer.read("/api/inbox").await["items"][0]["read_at"],
        first,
        "the first reading counts"
    );
}

async fn captains_hear_of_leads_and_referrals_that_wait(app: &TestApp) {
    let (captain, captain7) = (app.sign_in("captain").await, app.sign_in("captain7").await);
    let lead = yizhi_tests::Uuid::new_v4();
    let place = json!({"address": "示例路1号"});
    let registered = json!({"command_id": lead, "lead_id": lead, "source": "complaint", "text": "无证经营瓶装燃气",
        "place": place, "field": "19"});
    captain.post("/api/leads", &registered).await.is(201);
    let link = yizhi_tests::Uuid::new_v4();
    let referral = json!({"finding": {"found_on": "2026-07-17", "text": "检查发现无证经营"}, "item": "D1663",
        "party_name": "示例燃气店（虚构）", "place": "示例路1号", "urgent": false});
    let referred = json!({"command_id": link, "link_id": link, "referral": referral});
    app.sign_in("department")
        .await
        .post("/api/links", &referred)
        .await
        .is(201);
    // The referral is to be answered by Monday 07-27, the lead verified by 08-10.
    app.go_to("2026-07-22").await;
    mornings(&captain, 1).await;
    assert_eq!(
        messages(&captain).await,
        told(&["deadline_soon"], "2026-07-27"),
        "two working days are left"
    );
    let inbox = captain.read("/api/inbox").await;
    assert_eq!(inbox["items"][0]["subject"], json!({"kind": "link", "id": link}));
    app.go_to("2026-08-11").await;
    app.job("deadline_watch").await;
    let over: Vec<_> = messages(&captain)
        .await
        .into_iter()
        .filter(|(code, _)| code == "deadline_over")
        .collect();
    assert_eq!(over.len(), 2, "{over:?}");
    assert_eq!(app.job("deadline_watch").await, 0, "told once");
    assert!(
        messages(&captain7).await.is_empty(),
        "another brigade's captain is left in peace"
    );
}
