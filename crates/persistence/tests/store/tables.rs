//! Plain tables.

use crate::support::{at, id, morning, on_each, person};
use serde_json::json;
use std::{collections::BTreeMap, path::Path};
use yizhi_domain::{
    county::{County, Files},
    id::FileId,
};
use yizhi_persistence::{Access, Account, FileRow, Notice, Session, Store};

fn county() -> County {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/counties/330383");
    let files: Files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            (
                path.file_name().unwrap().to_str().unwrap().to_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .collect();
    County::parse(&files).unwrap()
}

#[tokio::test]
async fn a_county_comes_back_as_it_went() {
    let county = county();
    let sent = &county;
    on_each(|store: Store| async move {
        assert!(store.read_county().await.unwrap().is_none());
        store.save_county(sent).await.unwrap();
        let back = store.read_county().await.unwrap().unwrap();
        assert!(back == *sent);
        let mut smaller = back;
        smaller.departments.reverse();
        smaller.brigades.pop();
        store.save_county(&smaller).await.unwrap();
        assert!(
            store.read_county().await.unwrap().unwrap() == smaller,
            "the old one is gone whole"
        );
    })
    .await;
}

#[tokio::test]
async fn accounts_sessions_and_settings() {
    on_each(|store: Store| async move {
        let mut account = Account {
            login: "zhang".to_owned(),
            person: person("P0001"),
            password_hash: "$argon2id$…".to_owned(),
            disabled: false,
        };
        store.save_account(&account).await.unwrap();
        account.disabled = true;
        store.save_account(&account).await.unwrap();
        assert_eq!(store.account("zhang").await.unwrap(), Some(account.clone()));
        assert_eq!(store.account("Zhang").await.unwrap(), None);
        assert_eq!(store.account("zhang\0").await.unwrap(), None);
        assert_eq!(store.accounts().await.unwrap(), [account]);

        let session = |token: &str, who: &str| Session {
            token_hash: token.to_owned(),
            person: person(who),
            created_at: morning(),
            last_seen_at: morning(),
            expires_at: at("2026-05-11T20:00:00+08:00"),
        };
        for (token, who) in [("a", "P0001"), ("b", "P0001"), ("c", "P0002"), ("d", "P0002")] {
            store.open_session(&session(token, who)).await.unwrap();
        }
        assert_eq!(store.session("a").await.unwrap(), Some(session("a", "P0001")));
        let (noon, midnight) = (at("2026-05-11T12:00:00+08:00"), at("2026-05-12T00:00:00+08:00"));
        store.touch_session("c", noon, midnight).await.unwrap();
        store.close_session("d").await.unwrap();
        store.close_sessions_of(&person("P0001")).await.unwrap();
        assert_eq!(store.session("b").await.unwrap(), None);
        assert_eq!(store.session("c").await.unwrap().unwrap().last_seen_at, noon);
        assert_eq!(store.forget_ended_sessions(noon).await.unwrap(), 0);
        assert_eq!(store.forget_ended_sessions(midnight).await.unwrap(), 1);

        store.save_setting("trial", "yes").await.unwrap();
        store.save_setting("trial", "no").await.unwrap();
        assert_eq!(store.setting("trial").await.unwrap().as_deref(), Some("no"));
        assert_eq!(
            store.settings().await.unwrap(),
            BTreeMap::from([("trial".to_owned(), "no".to_owned())])
        );
    })
    .await;
}

#[tokio::test]
async fn a_person_is_told_once() {
    on_each(|store: Store| async move {
        let notice = |n: u32, who: &str, key: &str| Notice {
            id: id(n),
            person: person(who),
            kind: "deadline".to_owned(),
            subject_kind: "case".to_owned(),
            subject_id: id(1),
            text_code: "deadline.near".to_owned(),
            params: json!({"rule": "case_limit", "left": 3}),
            due_on: "2026-05-14".parse().ok(),
            created_at: morning(),
            read_at: None,
            once_key: key.to_owned(),
        };
        assert!(store.tell(&notice(1, "P0001", "a")).await.unwrap());
        assert!(!store.tell(&notice(2, "P0001", "a")).await.unwrap());
        assert!(store.tell(&notice(3, "P0002", "a")).await.unwrap());
        assert!(store.tell(&notice(4, "P0001", "b")).await.unwrap());
        let inbox = store.inbox(&person("P0001"), false, None, 10).await.unwrap();
        assert_eq!(inbox, [notice(4, "P0001", "b"), notice(1, "P0001", "a")]);
        let next = store
            .inbox(&person("P0001"), false, Some((morning(), id(4))), 10)
            .await
            .unwrap();
        assert_eq!(next, [notice(1, "P0001", "a")]);
        assert_eq!(store.unread(&person("P0001")).await.unwrap(), 2);
        let theirs = store
            .mark_read(&person("P0002"), Some(&[id(1)]), morning())
            .await
            .unwrap();
        assert_eq!(theirs, 0, "nobody reads another's message");
        assert_eq!(
            store
                .mark_read(&person("P0001"), Some(&[id(1)]), morning())
                .await
                .unwrap(),
            1
        );
        assert_eq!(
            store.inbox(&person("P0001"), true, None, 10).await.unwrap().len(),
            1
        );
        assert_eq!(
            store.mark_read(&person("P0001"), None, morning()).await.unwrap(),
            1
        );
        assert_eq!(store.unread(&person("P0001")).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn files_and_accesses() {
    on_each(|store: Store| async move {
        let row = |n: u32, sm3: &str| FileRow {
            id: FileId(id(n)),
            name: "现场照片.jpg".to_owned(),
            media_type: "image/jpeg".to_owned(),
            size: 3,
            sm3: sm3.to_owned(),
            stored_by: person("P0001"),
            stored_at: morning(),
        };
        assert_eq!(store.add_file(&row(1, "a")).await.unwrap(), row(1, "a"));
        assert_eq!(
            store.add_file(&row(1, "b")).await.unwrap(),
            row(1, "a"),
            "the first one stands"
        );
        store.add_file(&row(2, "b")).await.unwrap();
        assert_eq!(store.file(FileId(id(1))).await.unwrap(), Some(row(1, "a")));
        let ids = [FileId(id(2)), FileId(id(9)), FileId(id(1))];
        assert_eq!(store.files(&ids).await.unwrap(), [row(1, "a"), row(2, "b")]);
        assert!(store.files(&[]).await.unwrap().is_empty());

        let access = |subject: &str| Access {
            at: morning(),
            actor: person("P0001"),
            act: "read_reporter".to_owned(),
            subject: subject.to_owned(),
            outcome: "granted".to_owned(),
        };
        for subject in ["lead 1", "lead 2", "lead 1"] {
            store.log_access(&access(subject)).await.unwrap();
        }
        let all = store.accesses(None, None, 10).await.unwrap();
        assert_eq!(all.iter().map(|it| it.id).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!(store.accesses(None, Some(2), 10).await.unwrap(), all[2..]);
        assert_eq!(store.accesses(Some("lead 1"), None, 10).await.unwrap().len(), 2);
        assert_eq!(all[1].access, access("lead 2"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_job_is_run_by_one_node() {
    on_each(|store: Store| async move {
        let (now, until, later) = (
            morning(),
            at("2026-05-11T08:40:00+08:00"),
            at("2026-05-11T08:41:00+08:00"),
        );
        let mut running = tokio::task::JoinSet::new();
        for node in 0..10 {
            let store = store.clone();
            running.spawn(async move {
                store
                    .take_lease("watch", &format!("node {node}"), now, until)
                    .await
                    .unwrap()
            });
        }
        assert_eq!(
            running
                .join_all()
                .await
                .into_iter()
                .filter(|taken| *taken)
                .count(),
            1
        );
        assert!(
            store.take_lease("watch", "node x", until, later).await.unwrap(),
            "it ended"
        );
        assert!(!store.take_lease("watch", "node y", until, later).await.unwrap());
        assert!(
            store.take_lease("watch", "node x", until, later).await.unwrap(),
            "one's own is renewed"
        );
        store.release_lease("watch", "node y").await.unwrap();
        assert!(!store.take_lease("watch", "node y", until, later).await.unwrap());
        store.release_lease("watch", "node x").await.unwrap();
        assert!(store.take_lease("watch", "node y", until, later).await.unwrap());

        let run = store.start_run("watch", now).await.unwrap();
        store.start_run("seal", now).await.unwrap();
        store.finish_run(run, until, "12 cases looked at").await.unwrap();
        let runs = store.runs(Some("watch"), 10).await.unwrap();
        assert_eq!((runs.len(), runs[0].finished_at), (1, Some(until)));
        assert_eq!(store.runs(None, 10).await.unwrap()[0].outcome, None);
    })
    .await;
}
