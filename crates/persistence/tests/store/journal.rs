//! One command after the other.

use crate::support::{NO, Tally, add, at, decided, id, morning, on_each, person};
use yizhi_domain::{id::LeadId, id::PartyId, number::NumberWord, party::PartyKind};
use yizhi_persistence::{
    Done, ExecuteError, JournalFilter, PartyRow, Reporter, Series, SideRow, Store, StoreError, Submission,
    chain,
};

fn series() -> Option<Series> {
    Some(Series {
        word: NumberWord::Filing,
        year: 2026,
    })
}

fn party(number: u32, name: &str) -> SideRow {
    SideRow::Party(PartyRow {
        id: PartyId(id(number)),
        kind: PartyKind::SoleTrader,
        name: name.to_owned(),
        code: "91330383MA2AT9T61B".to_owned(),
        representative: None,
        address: "示例路1号".to_owned(),
        phone: Some("13800001234".to_owned()),
        salt: "s".to_owned(),
    })
}

fn code(result: Result<Done, ExecuteError>) -> &'static str {
    match result {
        Err(ExecuteError::Refused(refusal)) => refusal.code(),
        other => panic!("expected a refusal, got {other:?}"),
    }
}

#[tokio::test]
async fn versions_count_up_and_a_stale_one_is_told_both() {
    on_each(|store: Store| async move {
        for version in 1..=3 {
            let done = store.execute(add(1, version)).await.unwrap();
            assert_eq!(
                done,
                Done {
                    version: version.into(),
                    repeated: false
                }
            );
        }
        let seen = |version| Submission {
            expected: Some(version),
            ..add(1, 4)
        };
        let error = store.execute(seen(2)).await.unwrap_err();
        assert!(
            matches!(
                error,
                ExecuteError::Stale {
                    expected: 2,
                    actual: 3
                }
            ),
            "{error:?}"
        );
        assert_eq!(
            store.execute(seen(3)).await.unwrap().version,
            4,
            "a stale command left nothing behind"
        );
        let (tally, version) = store.load::<Tally>(id(1)).await.unwrap().unwrap();
        assert_eq!((tally.sum, version), (4, 4));
        assert_eq!(store.load::<Tally>(id(2)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_command_sent_twice_is_done_once() {
    on_each(|store: Store| async move {
        store.execute(add(1, 1)).await.unwrap();
        store.execute(add(1, 2)).await.unwrap();
        // The second sending is answered before anything else is looked at: version, decision, number.
        let mut again = decided(1, 1, |_, _| Err(NO.refuse()));
        again.expected = Some(77);
        again.series = series();
        assert_eq!(
            store.execute(again).await.unwrap(),
            Done {
                version: 1,
                repeated: true
            }
        );
        let mut other = add(1, 1);
        other.digest = "another request".to_owned();
        assert_eq!(code(store.execute(other).await), "command.id_reused");
        assert_eq!(code(store.execute(add(9, 1)).await), "command.id_reused");
        assert_eq!(store.events("tally", id(1)).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_leaves_nothing() {
    on_each(|store: Store| async move {
        let mut refused = decided(1, 1, |_, number| Err(NO.refuse().with("number", number.unwrap())));
        refused.series = series();
        refused.rows = vec![party(1, "甲")];
        assert_eq!(code(store.execute(refused).await), "tally.no");
        assert!(store.party(PartyId(id(1))).await.unwrap().is_none());
        assert!(store.undelivered(morning(), 10).await.unwrap().is_empty());
        let mut accepted = add(1, 1);
        accepted.series = series();
        assert!(!store.execute(accepted).await.unwrap().repeated);
        assert_eq!(
            store.load::<Tally>(id(1)).await.unwrap().unwrap().0.numbers,
            [1],
            "no gap"
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_happens_when_nothing_is_decided() {
    on_each(|store: Store| async move {
        let mut nothing = decided(1, 1, |_, _| Ok(Vec::new()));
        nothing.series = series();
        nothing.rows = vec![party(1, "甲")];
        assert_eq!(
            store.execute(nothing).await.unwrap(),
            Done {
                version: 0,
                repeated: false
            }
        );
        assert_eq!(
            store.execute(add(1, 1)).await.unwrap(),
            Done {
                version: 0,
                repeated: true
            }
        );
        assert!(store.party(PartyId(id(1))).await.unwrap().is_none());
        let mut next = add(1, 2);
        next.series = series();
        store.execute(next).await.unwrap();
        assert_eq!(
            store.load::<Tally>(id(1)).await.unwrap().unwrap().0.numbers,
            [1],
            "the number went back"
        );
    })
    .await;
}

#[tokio::test]
async fn side_rows_go_with_their_command() {
    on_each(|store: Store| async move {
        let reporter = Reporter {
            lead_id: LeadId(id(1)),
            name: None,
            phone: Some("057768".to_owned()),
        };
        let mut first = add(1, 1);
        first.rows = vec![party(1, "甲"), SideRow::Reporter(reporter.clone())];
        store.execute(first).await.unwrap();
        assert_eq!(store.reporter(LeadId(id(1))).await.unwrap(), Some(reporter));
        let mut same = add(2, 2);
        same.rows = vec![party(1, "甲")];
        store.execute(same).await.unwrap();
        let mut other = add(3, 3);
        other.rows = vec![party(2, "丙"), party(1, "乙")];
        assert_eq!(code(store.execute(other).await), "party.id_taken");
        assert!(store.load::<Tally>(id(3)).await.unwrap().is_none());
        assert!(store.party(PartyId(id(2))).await.unwrap().is_none());
        assert_eq!(
            store.parties_with_code("91330383MA2AT9T61B").await.unwrap().len(),
            1
        );
        store.party(PartyId(id(1))).await.unwrap()
    })
    .await;
}

#[tokio::test]
async fn the_chain_holds_and_shows_where_it_was_broken() {
    on_each(|store: Store| async move {
        for command in 1..=5 {
            store.execute(add(1, command)).await.unwrap();
        }
        let events = store.events("tally", id(1)).await.unwrap();
        assert_eq!(chain::check(&events), Ok(()));
        assert_eq!(events[0].prev_hash, chain::FIRST);
        let tampered = |change: &dyn Fn(&mut Vec<yizhi_persistence::StoredEvent>)| {
            let mut events = events.clone();
            change(&mut events);
            chain::check(&events).unwrap_err().version
        };
        assert_eq!(
            tampered(&|events| events[2].text = events[2].text.replace('1', "9")),
            3
        );
        assert_eq!(tampered(&|events| events[3].actor = person("P0002")), 4);
        assert_eq!(
            tampered(&|events| events[1].at = at("2026-05-11T08:30:00.123457+08:00")),
            2
        );
        assert_eq!(tampered(&|events| drop(events.remove(1))), 2);
        assert_eq!(tampered(&|events| events.swap(3, 4)), 4);
        events.last().unwrap().hash.clone()
    })
    .await;
}

#[tokio::test]
async fn moments_keep_their_microseconds() {
    on_each(|store: Store| async move {
        let mut fine = add(1, 1);
        fine.at = at("2026-12-31T16:00:00.123456789Z");
        store.execute(fine).await.unwrap();
        let event = store.events("tally", id(1)).await.unwrap().remove(0);
        assert_eq!(event.at.to_rfc3339(), "2027-01-01T00:00:00.123456+08:00");
        assert_eq!(chain::check(std::slice::from_ref(&event)), Ok(()));
        assert_eq!(event.payload["type"], "added");
        event.text
    })
    .await;
}

#[tokio::test]
async fn the_journal_is_read_in_pages() {
    on_each(|store: Store| async move {
        for command in 1..=6 {
            store.execute(add(command % 2, command)).await.unwrap();
        }
        let all = store
            .journal_page(0, 100, &JournalFilter::default())
            .await
            .unwrap();
        assert_eq!(all.len(), 6);
        let rest = store
            .journal_page(all[3].position, 100, &JournalFilter::default())
            .await
            .unwrap();
        assert_eq!(rest, all[4..]);
        let of = |stream_kind: Option<&str>, stream_id| JournalFilter {
            stream_kind: stream_kind.map(ToOwned::to_owned),
            stream_id,
        };
        assert_eq!(
            store
                .journal_page(0, 2, &of(None, Some(id(1))))
                .await
                .unwrap()
                .len(),
            2
        );
        assert_eq!(
            store
                .journal_page(0, 100, &of(Some("tally"), Some(id(1))))
                .await
                .unwrap()
                .len(),
            3
        );
        assert!(
            store
                .journal_page(0, 100, &of(Some("case"), None))
                .await
                .unwrap()
                .is_empty()
        );
        assert!(
            store
                .journal_page(u64::MAX, 100, &of(None, None))
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn a_failed_event_holds_up_its_own_stream_only() {
    on_each(|store: Store| async move {
        for (stream, command) in [(1, 1), (1, 2), (2, 3), (2, 4)] {
            store.execute(add(stream, command)).await.unwrap();
        }
        let waiting = |now| {
            let store = store.clone();
            async move {
                let waiting = store.undelivered(now, 10).await.unwrap();
                waiting
                    .iter()
                    .map(|it| (it.event.stream_id, it.event.version))
                    .collect::<Vec<_>>()
            }
        };
        let (now, later) = (morning(), at("2026-05-11T08:35:00+08:00"));
        assert_eq!(store.outbox_depth().await.unwrap(), 4);
        assert_eq!(waiting(now).await, [(id(1), 1), (id(2), 1)]);
        let heads = store.undelivered(now, 10).await.unwrap();
        store
            .failed(heads[0].event.position, "no answer", later)
            .await
            .unwrap();
        store.delivered(heads[1].event.position, now).await.unwrap();
        assert_eq!(waiting(now).await, [(id(2), 2)]);
        assert_eq!(waiting(later).await, [(id(1), 1), (id(2), 2)]);
        let again = store.undelivered(later, 1).await.unwrap().remove(0);
        assert_eq!(again.attempts, 1);
        store.delivered(again.event.position, later).await.unwrap();
        assert_eq!(waiting(now).await, [(id(1), 2), (id(2), 2)]);
        assert_eq!(store.outbox_depth().await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_kept_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!(
        "sqlite:{}?mode=rwc",
        folder.path().join("bureau.sqlite").display()
    );
    let store = Store::open(&url).await.unwrap();
    store.execute(add(1, 1)).await.unwrap();
    store.close().await.unwrap();
    let closed = store.execute(add(1, 2)).await.unwrap_err();
    assert!(
        matches!(closed, ExecuteError::Fault(StoreError::Closed)),
        "{closed:?}"
    );
    let store = Store::open(&url).await.unwrap();
    assert_eq!(store.execute(add(1, 2)).await.unwrap().version, 2);
    store.close().await.unwrap();
    let left: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, ["bureau.sqlite"], "a closed database is one file");
}
