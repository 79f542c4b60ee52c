//! The catalogue: counts that were promised, the law on any day, lists that are refused or published, and the law in time
//! of a case.

use std::collections::{BTreeMap, BTreeSet};
use yizhi_app::catalogue::bundle::Content;
use yizhi_domain::{
    catalogue::{BasisRole, FineFacts, FineRange, PenaltyKind, Quantity},
    money::Fen,
    party::PartyKind,
};
use yizhi_tests::{TestApp, Uuid, Value, acts, fixture, json, lists, on_both_engines, steps, user::encoded};

on_both_engines!(
    a_case_keeps_both_laws_and_the_lighter_applies,
    choices_are_counted_seen_and_reset,
    the_pocket_gets_what_it_lacks,
);

/// 3,043 items, 33 fields, 9 departments; each with a penalty article; no formula that cannot be computed.
#[test]
fn the_catalogue_is_whole() {
    let (county, _, _) = fixture::county();
    let catalogue = &county.catalogue;
    let items: Vec<_> = catalogue.every_version().collect();
    let fields: BTreeSet<_> = items.iter().map(|item| &item.field).collect();
    let departments: BTreeSet<_> = catalogue.fields().map(|field| &field.department).collect();
    assert_eq!((items.len(), fields.len(), departments.len()), (3043, 33, 9));
    let found = FineFacts {
        base: Fen::try_from_yuan(80_000).ok(),
        quantity: Some(Quantity::from(12)),
        days: Some(3),
        original: Fen::try_from_yuan(10_000).ok(),
        correctable: Some(true),
        ..FineFacts::default()
    };
    let mut unstated = 0;
    for item in &items {
        assert!(
            item.bases(BasisRole::Penalty)
                .any(|basis| basis.article.contains('条')),
            "{}",
            item.code
        );
        let cited = catalogue
            .statutes
            .cited(item.statute(), item.statute_version())
            .unwrap();
        assert!(cited.has_article(item.penalty_article()), "{}", item.code);
        unstated += usize::from(item.fine.is_unnamed() && item.penalty_kinds.contains(&PenaltyKind::Fine));
        let kinds = [
            Some(PartyKind::Person),
            Some(PartyKind::SoleTrader),
            Some(PartyKind::Organisation),
            None,
        ];
        let computed = kinds
            .into_iter()
            .filter_map(|party| item.fine.compute(&FineFacts { party, ..found }).ok());
        let lines: Vec<_> = computed.flatten().collect();
        assert_eq!(
            lines.is_empty(),
            item.fine.is_unnamed(),
            "{}: {}",
            item.code,
            item.fine.words()
        );
        for line in &lines {
            assert!(
                line.bounds.max.is_none_or(|max| line.bounds.min <= max),
                "{}",
                item.code
            );
        }
    }
    assert_eq!(
        unstated, 142,
        "clauses that name a fine and no amount; docs/catalogue.md says which they are"
    );
}

#[test]
fn ten_acts_have_a_successor_and_their_items_say_so() {
    let (county, _, _) = fixture::county();
    let catalogue = &county.catalogue;
    let replaced: Vec<_> = catalogue
        .statutes
        .iter()
        .filter(|statute| statute.successor.as_deref() == Some("生态环境法典"))
        .collect();
    assert_eq!(replaced.len(), 10);
    let day = |text: &str| text.parse().unwrap();
    let needing = |on: &str| {
        catalogue
            .items_on(day(on))
            .filter(|item| catalogue.successor_statute(item, day(on)).is_some())
            .count()
    };
    assert_eq!((needing("2026-08-14"), needing("2026-08-15")), (0, 134));
}

#[test]
fn the_boundary_list_has_no_silent_gap() {
    let (county, _, _) = fixture::county();
    let stations: Vec<_> = county
        .stations
        .iter()
        .map(|station| station.code.clone())
        .collect();
    let findings =
        county
            .catalogue
            .boundary
            .findings(&county.catalogue, &stations, "2026-07-20".parse().unwrap());
    let kinds: Vec<String> = findings
        .iter()
        .map(|finding| format!("{:?} {}", finding.kind, finding.rules.join("/")))
        .collect();
    assert_eq!(kinds, ["Open L31/L31-2", "Ranked L31-1/L31"]);
}

/// over HTTP: filed under the old list, decided under a lighter one.
async fn a_case_keeps_both_laws_and_the_lighter_applies(app: &TestApp) {
    let user = app.sign_in("supervisor").await;
    let case = steps::case_at(app, "investigation").await;
    let edition = Uuid::new_v4();
    let lighter = lists::changed(app, |item| {
        if item.code.as_str() == acts::GAS {
            item.fine = FineRange::Amount {
                min: Fen::try_from_yuan(1_000).ok(),
                max: Fen::try_from_yuan(20_000).ok(),
                per: None,
            }
            .into();
        }
    });
    lists::send_for(&user, edition, "list.csv", &lighter, "2026-07-22", true)
        .await
        .is(201);
    lists::publish(&user, edition).await;
    let officer = app.sign_in("officer1").await;
    let view = officer.case(case).await;
    assert_eq!(view["law"]["state"], "unchanged", "it does not hold yet");
    app.go_to("2026-07-22").await;
    let view = officer.case(case).await;
    assert_eq!(
        view["item"]["fine"], "50,000—500,000元",
        "the case keeps the law of the day of the act"
    );
    let law = &view["law"];
    assert_eq!(
        (
            &law["state"],
            &law["lighter"],
            &law["applies"],
            &law["now"]["fine"]
        ),
        (
            &json!("changed"),
            &json!("decision"),
            &json!("decision"),
            &json!("1,000—20,000元")
        )
    );
    let report = |yuan: i64| {
        json!({"type": "report_investigation", "facts": "查明的事实", "reasons": "裁量理由",
            "proposal": {"kinds": ["fine"], "fine_fen": yuan * 100}})
    };
    officer
        .refused(case, report(50_000), "penalty.above_maximum")
        .await;
    officer.does(case, report(5_000)).await;
}

async fn choices_are_counted_seen_and_reset(app: &TestApp) {
    let officer = app.sign_in("officer1").await;
    let q = "烧烤店油烟熏到楼上";
    let suggest = |limit: usize| {
        let officer = officer.clone();
        async move {
            officer
                .read(&format!("/api/items/suggest?q={}&limit={limit}", encoded(q)))
                .await["items"]
                .clone()
        }
    };
    let before = suggest(10).await;
    let (first, third) = (before[0]["code"].clone(), before[2]["code"].clone());
    assert!(
        before[0]["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .any(|reason| reason["kind"] == "concept")
    );
    let sum: i64 = before[0]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reason| reason["score"].as_i64().unwrap())
        .sum();
    assert_eq!(before[0]["score"], sum, "the reasons are the score");
    for _ in 0..40 {
        officer
            .post("/api/items/choices", &json!({"q": q, "code": third}))
            .await
            .is(200);
    }
    let after = suggest(10).await;
    let lifted = after
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["code"] == third)
        .unwrap();
    assert!(
        lifted["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .any(|reason| reason["kind"] == "choice")
    );
    let score = |list: &Value, code: &Value| {
        list.as_array()
            .unwrap()
            .iter()
            .find(|item| item["code"] == *code)
            .unwrap()["score"]
            .as_i64()
            .unwrap()
    };
    assert!(score(&after, &third) > score(&before, &third));
    assert_eq!(score(&after, &first), score(&before, &first));
    let learned = officer.read("/api/items/choices").await;
    assert!(
        learned["items"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["code"] == third && row["times"] == 40)
    );
    officer
        .asked(rocket::http::Method::Delete, "/api/items/choices")
        .send()
        .await
        .is(403)
        .refused("permit.role");
    let user = app.sign_in("supervisor").await;
    user.asked(rocket::http::Method::Delete, "/api/items/choices")
        .send()
        .await
        .is(204);
    assert_eq!(officer.read("/api/items/choices").await["items"], json!([]));
    assert_eq!(suggest(10).await, before);
    let unknown = officer
        .post("/api/items/choices", &json!({"q": q, "code": "D9999"}))
        .await;
    unknown.is(404);
}

async fn the_pocket_gets_what_it_lacks(app: &TestApp) {
    let user = app.sign_in("supervisor").await;
    let unpack = |bytes: &[u8]| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(bytes), &mut text).unwrap();
        text
    };
    let packed = user.get("/api/catalogue/bundle").await.is(200).body;
    println!("the catalogue in the pocket: {} bytes", packed.len());
    assert!(packed.len() <= 700 * 1000, "{} bytes", packed.len());
    let whole: Content = serde_json::from_str(&unpack(&packed)).unwrap();
    assert_eq!(whole.items.len(), 3043);
    let has: BTreeMap<&str, &str> = whole
        .items
        .iter()
        .map(|item| (item.entry.code.as_str(), item.print.as_str()))
        .collect();
    let body = json!({"words_print": whole.words_print, "items": has});
    let delta = |body: Value| {
        let user = user.clone();
        async move { user.post("/api/catalogue/bundle/delta", &body).await.is(200).body }
    };
    let nothing: Value = serde_json::from_str(&unpack(&delta(body.clone()).await)).unwrap();
    assert_eq!((&nothing["items"], &nothing["words"]), (&json!([]), &json!([])));
    let edition = Uuid::new_v4();
    lists::send(
        &user,
        edition,
        "list.csv",
        &lists::renamed(app, "对改过的事项的行政处罚"),
    )
    .await
    .is(201);
    lists::publish(&user, edition).await;
    app.go_to("2026-08-01").await;
    let some = delta(body).await;
    assert!(
        some.len() < packed.len() / 5,
        "{} of {} bytes",
        some.len(),
        packed.len()
    );
    let some: Value = serde_json::from_str(&unpack(&some)).unwrap();
    let codes: Vec<&str> = some["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["D0001"]);
    assert_eq!(some["codes"].as_array().unwrap().len(), 3043);
}
