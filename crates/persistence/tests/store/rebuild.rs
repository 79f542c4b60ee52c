//! The same rows from the journal as from the day-to-day work.

use crate::support::{at, events, id, on_each};
use serde_json::json;
use yizhi_casework::{case::Case, testkit::Scene};
use yizhi_dispatch::lead::{Lead, LeadEvent};
use yizhi_linkage::link::{Link, LinkEvent};
use yizhi_persistence::Store;

/// Cases at several stages, leads and links, each event at its own time.
pub(crate) async fn fill(store: &Store) {
    let scenes = [
        Scene::opened(),
        Scene::filed("GAS"),
        Scene::reviewed("GAS", 6_000_000),
        Scene::notified(6_000_000),
        Scene::decided(6_000_000),
        Scene::served(6_000_000),
    ];
    let mut command = 0;
    let mut now = at("2026-07-20T09:00:00.5+08:00");
    let mut next = || {
        command += 1;
        now += chrono::Duration::milliseconds(1_001);
        (command, now)
    };
    for (n, scene) in (1..).zip(scenes) {
        for event in scene.events {
            let (command, now) = next();
            store
                .execute(events::<Case>(id(n), command, now, vec![event]))
                .await
                .unwrap();
        }
    }
    for n in 1..=4_u32 {
        let (command, now) = next();
        store
            .execute(events::<Lead>(id(100 + n), command, now, vec![lead_received(n)]))
            .await
            .unwrap();
    }
    let sent =
        json!({"type": "lead_dispatched", "brigade": "B3", "officers": ["P0007", "P0002"], "note": null});
    let (command, now) = next();
    let sent = serde_json::from_value(sent).unwrap();
    store
        .execute(events::<Lead>(id(101), command, now, vec![sent]))
        .await
        .unwrap();
    for n in 1..=3_u32 {
        let (command, now) = next();
        store
            .execute(events::<Link>(id(200 + n), command, now, vec![referral(n)]))
            .await
            .unwrap();
    }
    let (command, now) = next();
    let accepted: LinkEvent =
        serde_json::from_value(json!({"type": "referral_accepted", "note": null})).unwrap();
    store
        .execute(events::<Link>(id(201), command, now, vec![accepted]))
        .await
        .unwrap();
}

fn limit(rule: &str) -> serde_json::Value {
    json!({"rule": rule, "article": "x", "base_on": "2026-07-20", "amount": 15, "unit": "working_days",
        "due_on": "2026-08-10", "rolled_from": null, "provisional": false, "calendar_version": "test", "confirmed": true})
}

pub(crate) fn lead_received(n: u32) -> LeadEvent {
    // 120.1 + n/7 has no short decimal form, so the digits JSON keeps are put to the test.
    serde_json::from_value(json!({"type": "lead_received", "source": "complaint", "text": format!("油烟扰民 {n}"),
        "address": "示例路1号", "point": {"lng": 120.1 + f64::from(n) / 7.0, "lat": 27.5}, "happened_on": null,
        "station": n.is_multiple_of(2).then_some("S01"), "station_exact": true, "brigade": (n > 1).then(|| format!("B{n}")),
        "field": null, "link": null, "reporter_known": false, "verify_by": limit("verification")}))
    .unwrap()
}

pub(crate) fn referral(n: u32) -> LinkEvent {
    serde_json::from_value(json!({"type": "referral_received", "department": format!("D{n}"), "approval": null,
        "finding": {"found_on": "2026-07-19", "text": format!("未按许可范围经营 {n}")}, "item": null,
        "brigade": (n > 1).then_some("B3"), "party_name": "示例店（虚构）", "place": "示例路1号", "urgent": n == 3,
        "answer_by": limit("link_acceptance")}))
    .unwrap()
}

#[tokio::test]
async fn rebuilding_writes_the_same_bytes() {
    on_each(|store: Store| async move {
        fill(&store).await;
        let before = store.dump().await.unwrap();
        for table in [
            "case_list",
            "case_hand",
            "deadline",
            "lead_list",
            "lead_hand",
            "link_list",
        ] {
            assert!(before.contains(table), "{table} has rows");
        }
        assert_eq!(store.rebuild().await.unwrap(), 13);
        assert_eq!(store.dump().await.unwrap(), before);
        // The answer is compared across databases: the rows are the same bytes there too.
        before
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn rebuilding_while_others_write_loses_nothing() {
    on_each(|store: Store| async move {
        fill(&store).await;
        let mut running = tokio::task::JoinSet::new();
        // New leads that move on at once: what a rebuild folds early must not overwrite what came after.
        for writer in 0..4_u32 {
            let store = store.clone();
            running.spawn(async move {
                for n in 0..20 {
                    let sent = json!({"type": "lead_dispatched", "brigade": "B3", "note": null,
                        "officers": [format!("P{writer}-{n:02}")]});
                    let sent: LeadEvent = serde_json::from_value(sent).unwrap();
                    let now = at("2026-07-21T09:00:00+08:00") + chrono::Duration::seconds(n.into());
                    let command = 1000 * (writer + 1) + 2 * n;
                    for (command, event) in [(command, lead_received(n)), (command + 1, sent)] {
                        let stream = id(10_000 + 100 * writer + n);
                        let submission = events::<Lead>(stream, command, now, vec![event]);
                        store.execute(submission).await.unwrap();
                    }
                }
            });
        }
        for _ in 0..2 {
            let store = store.clone();
            running.spawn(async move {
                for _ in 0..5 {
                    store.rebuild().await.unwrap();
                }
            });
        }
        running.join_all().await;
        let before = store.dump().await.unwrap();
        store.rebuild().await.unwrap();
        assert_eq!(store.dump().await.unwrap(), before);
    })
    .await;
}
