//! The program is killed with -9 while it files 200 cases. What was acknowledged is there, nothing is there by half,
//! and who sends again what was not acknowledged does it once.

mod program;

use program::Program;
use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};
use yizhi_domain::id::PartyId;
use yizhi_persistence::{Store, StoredEvent};
use yizhi_tests::{Database, Engine, Uuid, Value, acts, app, json};

const CASES: usize = 200;
/// Leads whose dispatch opens a case by itself.
const LEADS: usize = 40;
const WORKERS: usize = 8;
/// The kill comes after so many acknowledged commands, of 880.
const KILL_AFTER: usize = 300;

#[tokio::test(flavor = "multi_thread")]
async fn killed_on_sqlite() {
    killed(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_on_postgres() {
    killed(Engine::Postgres).await;
}

/// One command, as it is sent each time.
struct Command {
    who: &'static str,
    path: String,
    body: Value,
}

/// What is done to one thing, in order.
struct Work {
    kind: &'static str,
    id: Uuid,
    commands: Vec<Command>,
}

fn work() -> Vec<Work> {
    // Leads stand between the cases, so that the kill finds some of both.
    let mut all = Vec::new();
    for n in 0..CASES {
        all.push(case());
        if n % (CASES / LEADS) == 0 {
            all.push(lead());
        }
    }
    all
}

fn command(who: &'static str, things: &str, id: Uuid, version: u64, act: &Value) -> Command {
    Command {
        who,
        path: format!("/api/{things}/{id}/acts"),
        body: json!({"command_id": Uuid::new_v4(), "expected_version": version, "act": act}),
    }
}

fn case() -> Work {
    let id = Uuid::new_v4();
    let visit = json!({"type": "record_visit", "officers": ["P0001", "P0002"],
        "certificates_shown_at": "2026-07-20T08:00:00+08:00", "started_at": "2026-07-20T08:05:00+08:00",
        "ended_at": "2026-07-20T08:55:00+08:00", "address": "龙港市示例路1号", "findings": "现场存放液化气钢瓶12只",
        "party_present": true});
    let open = Command {
        who: "officer1",
        path: "/api/cases".to_owned(),
        body: acts::open(id, "P0002"),
    };
    Work {
        kind: "case",
        id,
        commands: vec![
            open,
            command("officer1", "cases", id, 1, &visit),
            command(
                "officer1",
                "cases",
                id,
                2,
                &acts::propose_filing(acts::GAS, "2026-07-20"),
            ),
            command("head", "cases", id, 3, &acts::approve_filing()),
        ],
    }
}

fn lead() -> Work {
    let id = Uuid::new_v4();
    let register = Command {
        who: "captain",
        path: "/api/leads".to_owned(),
        body: acts::lead(id),
    };
    let dispatch = acts::dispatch("B3", &["P0001", "P0002"]);
    Work {
        kind: "lead",
        id,
        commands: vec![register, command("captain", "leads", id, 1, &dispatch)],
    }
}

/// How many commands of each work were acknowledged.
type Acknowledged = BTreeMap<Uuid, usize>;

async fn killed(engine: Engine) {
    let Some(database) = Database::create(engine).await else {
        return;
    };
    let data = tempfile::tempdir().unwrap();
    let work = work();
    let all: usize = work.iter().map(|one| one.commands.len()).sum();

    let mut program = Program::start(database.url(), data.path(), Some("2026-07-20T09:00:00+08:00"));
    let cookies: BTreeMap<&str, String> = ["officer1", "head", "captain"]
        .into_iter()
        .map(|login| (login, program.sign_in(login)))
        .collect();
    let acknowledged = do_all(&mut program, &cookies, &work, Some(KILL_AFTER));
    let many: usize = acknowledged.values().sum();
    assert!(
        (KILL_AFTER..all).contains(&many),
        "the kill came in the middle: {many} of {all}"
    );

    // As the kill left it, before anything runs again.
    let store = Store::open(database.url()).await.unwrap();
    let journal = app::journal(&store).await;
    nothing_is_there_by_half(&store, &journal).await;
    for one in &work {
        let (done, acknowledged) = (
            own(&journal, one),
            acknowledged.get(&one.id).copied().unwrap_or(0),
        );
        // What was under way may or may not have been done; no more than one command of a thing was.
        assert!(
            done == acknowledged || done == acknowledged + 1,
            "{} {}: {acknowledged} commands were acknowledged and {done} were done",
            one.kind,
            one.id
        );
    }
    store.close().await.unwrap();

    // It goes on with the sessions and the clock it had.
    let mut program = Program::start(database.url(), data.path(), None);
    for one in work.iter().filter(|one| acknowledged.contains_key(&one.id)) {
        let client = program.client(&cookies["captain"]);
        let (status, view) = client.get(&format!("/api/{}s/{}", one.kind, one.id)).unwrap();
        assert_eq!(status, 200, "{} {} was acknowledged: {view}", one.kind, one.id);
    }
    // Everything is sent again, what was acknowledged too; and then once more.
    for _ in 0..2 {
        let acknowledged = do_all(&mut program, &cookies, &work, None);
        assert_eq!(acknowledged.values().sum::<usize>(), all);
    }
    // The dead process still holds its leases for a while; then the other one takes over by itself.
    program.settle();
    program.kill();

    let store = Store::open(database.url()).await.unwrap();
    let journal = app::journal(&store).await;
    nothing_is_there_by_half(&store, &journal).await;
    everything_is_there_once(&work, &journal);
    assert_eq!(store.outbox_depth().await.unwrap(), 0);
    store.close().await.unwrap();
}

/// Works through it with many hands; with `kill_after` the program is killed when so many commands are acknowledged,
/// and each hand stops when no answer comes.
fn do_all(
    program: &mut Program,
    cookies: &BTreeMap<&str, String>,
    work: &[Work],
    kill_after: Option<usize>,
) -> Acknowledged {
    let acknowledged = Mutex::new(Acknowledged::new());
    let next = AtomicUsize::new(0);
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            let clients: BTreeMap<&str, program::Client> = cookies
                .iter()
                .map(|(login, cookie)| (*login, program.client(cookie)))
                .collect();
            let (acknowledged, next, tell) = (&acknowledged, &next, tell.clone());
            scope.spawn(move || {
                while let Some(one) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    for command in &one.commands {
                        let sent = match clients[command.who].send(&command.path, &command.body) {
                            Ok(sent) => sent,
                            Err(_) if kill_after.is_some() => return,
                            Err(error) => panic!("{}: {error}", command.path),
                        };
                        assert!(
                            [200, 201].contains(&sent.status),
                            "{}: {} {}",
                            command.path,
                            sent.status,
                            sent.body
                        );
                        *acknowledged.lock().unwrap().entry(one.id).or_default() += 1;
                        let _nobody_counts = tell.send(());
                    }
                }
            });
        }
        drop(tell);
        if let Some(many) = kill_after {
            assert_eq!(
                told.iter().take(many).count(),
                many,
                "it worked until it was killed"
            );
            program.kill();
        }
    });
    acknowledged.into_inner().unwrap()
}

/// Events that people caused, without those that followed by themselves.
fn own(journal: &[StoredEvent], one: &Work) -> usize {
    let of_people = journal.iter().filter(|event| event.actor.as_str() != "system");
    of_people
        .filter(|event| event.stream_kind == one.kind && event.stream_id == one.id)
        .count()
}

/// Streams begin at their beginning, lists say what the journal says, and what an event points to is there. The
/// chains were verified when the journal was read.
async fn nothing_is_there_by_half(store: &Store, journal: &[StoredEvent]) {
    for first in journal.iter().filter(|event| event.version == 1) {
        let wanted = match first.stream_kind.as_str() {
            "case" => "case_opened",
            "lead" => "lead_received",
            other => panic!("a stream of '{other}'"),
        };
        assert_eq!(first.event_type, wanted, "{}", first.stream_id);
    }
    for proposed in journal
        .iter()
        .filter(|event| event.event_type == "filing_proposed")
    {
        let party: Uuid = proposed.payload["party"]["id"].as_str().unwrap().parse().unwrap();
        assert!(
            store.party(PartyId(party)).await.unwrap().is_some(),
            "the party of {}",
            proposed.stream_id
        );
    }
    let dump = store.dump().await.unwrap();
    store.rebuild().await.unwrap();
    assert_eq!(
        store.dump().await.unwrap(),
        dump,
        "the lists say what the journal says"
    );
    // Numbers without a gap and none twice, as far as they were given out.
    let mut numbers: Vec<&str> = journal
        .iter()
        .filter(|event| event.event_type == "filing_approved")
        .map(|event| event.payload["number"].as_str().unwrap())
        .collect();
    numbers.sort_unstable();
    let wanted: Vec<String> = (1..=numbers.len())
        .map(|serial| format!("龙综执立字〔2026〕第{serial:06}号"))
        .collect();
    assert_eq!(numbers, wanted);
}

fn everything_is_there_once(work: &[Work], journal: &[StoredEvent]) {
    for one in work {
        let types: Vec<&str> = journal
            .iter()
            .filter(|event| event.stream_id == one.id)
            .map(|event| event.event_type.as_str())
            .collect();
        let wanted: &[&str] = if one.kind == "case" {
            &[
                "case_opened",
                "visit_recorded",
                "filing_proposed",
                "filing_approved",
            ]
        } else {
            &["lead_received", "lead_dispatched", "lead_case_opened"]
        };
        assert_eq!(types, wanted, "{} {}", one.kind, one.id);
    }
    let opened = journal
        .iter()
        .filter(|event| event.event_type == "case_opened")
        .count();
    assert_eq!(opened, CASES + LEADS, "each dispatched lead opened one case");
    assert_eq!(journal.len(), CASES * 4 + LEADS * 4);
}
