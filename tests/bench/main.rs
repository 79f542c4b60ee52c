//! `cargo xtask bench`: each figure as a ratio to a rival measured in the same run.
#![expect(clippy::print_stdout, reason = "a bench prints its table")]
#![expect(clippy::expect_used, reason = "a bench stops at the first surprise")]

mod raw;
mod search;
mod world;

use raw::Raw;
use std::time::{Duration, Instant};
use uuid::Uuid;
use world::World;

/// One line of the table: ours, the rival, and how many times we are as fast (above 1: faster).
struct Row {
    what: &'static str,
    engine: &'static str,
    ours: f64,
    rival: f64,
    rival_is: &'static str,
}

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    // `search` alone leaves the databases out.
    if std::env::args().any(|word| word == "search") {
        return runtime.block_on(search::measure());
    }
    let rows = runtime.block_on(measure());
    println!(
        "{:<46} {:<11} {:>11} {:>11} {:>7}  rival",
        "what", "database", "ours /s", "rival /s", "ratio"
    );
    for row in rows {
        let ratio = row.ours / row.rival;
        println!(
            "{:<46} {:<11} {:>11.0} {:>11.0} {:>7.2}  {}",
            row.what, row.engine, row.ours, row.rival, ratio, row.rival_is
        );
    }
    runtime.block_on(search::measure());
}

async fn measure() -> Vec<Row> {
    let folder = tempfile::tempdir().expect("a folder");
    let sqlite = format!("sqlite:{}?mode=rwc", folder.path().join("bench.sqlite").display());
    let mut rows = engine("SQLite", &sqlite, folder.path()).await;
    match std::env::var("YIZHI_TEST_POSTGRES") {
        Ok(server) => {
            let database = raw::create_database(&server).await;
            rows.extend(engine("PostgreSQL", &database, folder.path()).await);
        }
        Err(_) => println!("PostgreSQL was left out: YIZHI_TEST_POSTGRES names no server"),
    }
    rows
}

async fn engine(name: &'static str, url: &str, folder: &std::path::Path) -> Vec<Row> {
    let world = World::start(url, &folder.join(name)).await;
    let raw = Raw::connect(url).await;
    let model = Uuid::now();
    world.open(model).await;

    // Turn and turn about, so that a slow moment of the machine meets both.
    let (mut one, mut many, mut rival) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..5 {
        one.push(
            rate(300, async {
                for _ in 0..300 {
                    world.open(Uuid::now()).await
                }
            })
            .await,
        );
        rival.push(
            rate(300, async {
                for _ in 0..300 {
                    raw.copy(model, Uuid::now()).await
                }
            })
            .await,
        );
        many.push(rate(1600, world.open_at_once(32, 50)).await);
    }
    let (one, many, rival) = (median(one), median(many), median(rival));

    let (mut page, mut select) = (Vec::new(), Vec::new());
    let reader = world.reader().await;
    for _ in 0..5 {
        page.push(
            rate(300, async {
                for _ in 0..300 {
                    reader.case_page(model).await
                }
            })
            .await,
        );
        select.push(
            rate(300, async {
                for _ in 0..300 {
                    raw.events(model).await
                }
            })
            .await,
        );
    }
    const SQL: &str = "the same rows by raw SQL, one transaction a case";
    vec![
        Row {
            what: "file a case, one after another",
            engine: name,
            ours: one,
            rival,
            rival_is: SQL,
        },
        Row {
            what: "file a case, 32 at once",
            engine: name,
            ours: many,
            rival,
            rival_is: SQL,
        },
        Row {
            what: "read a case page over HTTP, signed in",
            engine: name,
            ours: median(page),
            rival: median(select),
            rival_is: "raw SELECT of the case's events",
        },
    ]
}

trait Now {
    fn now() -> Uuid;
}

impl Now for Uuid {
    #[expect(
        clippy::disallowed_methods,
        reason = "a bench is a client, and clients make the ids"
    )]
    fn now() -> Uuid {
        Uuid::now_v7()
    }
}

async fn rate(times: u32, work: impl Future<Output = ()>) -> f64 {
    let start = Instant::now();
    work.await;
    f64::from(times) / start.elapsed().max(Duration::from_micros(1)).as_secs_f64()
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    *figures.get(figures.len() / 2).expect("a figure")
}
