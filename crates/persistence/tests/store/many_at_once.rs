//! Many commands at the same time.

use crate::support::{NO, Tally, TallyEvent, add, decided, id, on_each};
use std::collections::BTreeSet;
use tokio::task::JoinSet;
use yizhi_domain::{id::PartyId, number::NumberWord, party::PartyKind};
use yizhi_persistence::{
    Done, ExecuteError, PartyRow, Series, SideRow, Store, StoreError, Submission, chain,
};

async fn all_at_once(
    store: &Store,
    submissions: impl IntoIterator<Item = Submission<Tally>>,
) -> Vec<Result<Done, ExecuteError>> {
    let mut running = JoinSet::new();
    for submission in submissions {
        let store = store.clone();
        running.spawn(async move { store.execute(submission).await });
    }
    running.join_all().await
}

fn numbered(mut submission: Submission<Tally>) -> Submission<Tally> {
    submission.series = Some(Series {
        word: NumberWord::Penalty,
        year: 2026,
    });
    submission
}

async fn numbers(store: &Store, streams: impl IntoIterator<Item = u32>) -> Vec<u32> {
    let mut all = Vec::new();
    for stream in streams {
        if let Some((tally, _)) = store.load::<Tally>(id(stream)).await.unwrap() {
            all.extend(tally.numbers);
        }
    }
    all.sort_unstable();
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn numbers_are_unique_and_without_gaps() {
    on_each(|store: Store| async move {
        let results = all_at_once(&store, (1..=200).map(|n| numbered(add(n, n)))).await;
        assert!(results.iter().all(Result::is_ok), "{results:?}");
        assert_eq!(numbers(&store, 1..=200).await, (1..=200).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_refused_job_leaves_nothing_among_others() {
    on_each(|store: Store| async move {
        let submissions = (1..=120).map(|n| {
            let mut submission = match n % 3 {
                0 => decided(n, n, |_, _| Err(NO.refuse())),
                1 => add(n, n),
                _ => decided(n, n, |_, _| panic!("a bug in a rule")),
            };
            submission.rows = vec![SideRow::Party(PartyRow {
                id: PartyId(id(n)),
                kind: PartyKind::Person,
                name: format!("某人{n}"),
                code: format!("code {n}"),
                representative: None,
                address: "示例路1号".to_owned(),
                phone: None,
                salt: String::new(),
            })];
            numbered(submission)
        });
        let results = all_at_once(&store, submissions).await;
        let count = |wanted: fn(&Result<Done, ExecuteError>) -> bool| {
            results.iter().filter(|result| wanted(result)).count()
        };
        assert_eq!(count(|result| result.is_ok()), 40);
        assert_eq!(
            count(|result| matches!(result, Err(ExecuteError::Refused(_)))),
            40
        );
        assert_eq!(
            count(|result| matches!(result, Err(ExecuteError::Fault(StoreError::Panicked(_))))),
            40
        );
        assert_eq!(numbers(&store, 1..=120).await, (1..=40).collect::<Vec<_>>());
        for n in 1..=120 {
            let kept = store.party(PartyId(id(n))).await.unwrap().is_some();
            assert_eq!(kept, n % 3 == 1, "party {n}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_writers_who_saw_the_same_version_one_wins() {
    on_each(|store: Store| async move {
        store.execute(add(1, 1)).await.unwrap();
        let submissions = (2..=40).map(|command| Submission {
            expected: Some(1),
            ..add(1, command)
        });
        let results = all_at_once(&store, submissions).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        let stale = |result: &&Result<Done, ExecuteError>| {
            matches!(
                result,
                Err(ExecuteError::Stale {
                    expected: 1,
                    actual: 2
                })
            )
        };
        assert_eq!(results.iter().filter(stale).count(), 38, "{results:?}");
        assert_eq!(store.load::<Tally>(id(1)).await.unwrap().unwrap().1, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_who_expect_nothing_all_get_their_turn() {
    on_each(|store: Store| async move {
        let results = all_at_once(&store, (1..=60).map(|command| numbered(add(1, command)))).await;
        let versions: BTreeSet<u64> = results
            .iter()
            .map(|result| result.as_ref().unwrap().version)
            .collect();
        assert_eq!(versions, (1..=60).collect());
        assert_eq!(chain::check(&store.events("tally", id(1)).await.unwrap()), Ok(()));
        assert_eq!(numbers(&store, [1]).await, (1..=60).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_command_sent_by_many_at_once_is_done_once() {
    on_each(|store: Store| async move {
        let results = all_at_once(&store, (0..30).map(|_| numbered(add(1, 1)))).await;
        let fresh = results
            .iter()
            .filter(|result| !result.as_ref().unwrap().repeated)
            .count();
        assert_eq!(fresh, 1, "{results:?}");
        assert_eq!(numbers(&store, [1]).await, [1]);
        // The same id on many streams: one of them has it.
        let results = all_at_once(&store, (10..40).map(|stream| add(stream, 2))).await;
        assert_eq!(
            results.iter().filter(|result| result.is_ok()).count(),
            1,
            "{results:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_decision_sees_what_was_decided_before_it() {
    on_each(|store: Store| async move {
        // Each may add only while the sum is below ten; without a turn for each, more would get through.
        let only_ten = |command| {
            decided(1, command, |tally: &Tally, number| {
                NO.unless(tally.sum < 10)?;
                Ok(vec![TallyEvent::Added {
                    amount: 1,
                    number,
                    exact: 0.5,
                }])
            })
        };
        let results = all_at_once(&store, (1..=50).map(only_ten)).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 10);
        assert_eq!(store.load::<Tally>(id(1)).await.unwrap().unwrap().0.sum, 10);
    })
    .await;
}
