//! Plain words to items: how fast, how much memory, and how well, beside a linear scan and SQLite's own full text.

use crate::world;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use std::{
    collections::{BTreeSet, HashMap},
    time::{Duration, Instant},
};
use yizhi_app::{catalogue::table, start};
use yizhi_domain::catalogue::{
    Catalogue,
    sheet::{self, Context},
};
use yizhi_search::{Choices, Entry, Index, Lexicon, Query, normal};
use yizhi_tests::relevance::{self, Complaint};

/// How many items a large catalogue has.
const LARGE: usize = 100_000;

/// Something that finds items.
trait Finder {
    async fn find(&self, text: &str) -> Vec<String>;
}

struct Ours(Index);

impl Finder for Ours {
    async fn find(&self, text: &str) -> Vec<String> {
        let query = Query {
            text: text.to_owned(),
            limit: 10,
            ..Query::default()
        };
        self.0
            .search(&query, &Choices::new())
            .into_iter()
            .map(|hit| hit.code)
            .collect()
    }
}

/// Every item is looked at: how many pairs of characters of the text stand in its title, the rarer the more.
struct Scan {
    titles: Vec<(String, String)>,
    rarity: HashMap<(char, char), f64>,
}

fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let characters: Vec<char> = text.chars().collect();
    characters
        .iter()
        .copied()
        .zip(characters.iter().copied().skip(1))
        .collect()
}

impl Scan {
    fn over(entries: &[Entry]) -> Self {
        let titles: Vec<(String, String)> = entries
            .iter()
            .map(|entry| (entry.code.clone(), normal(&entry.title)))
            .collect();
        let mut many: HashMap<(char, char), f64> = HashMap::new();
        for (_, title) in &titles {
            for pair in pairs(title) {
                *many.entry(pair).or_default() += 1.0;
            }
        }
        let of = f64::from(u32::try_from(titles.len()).expect("a number"));
        let rarity = many
            .into_iter()
            .map(|(pair, many)| (pair, (1.0 + of / many).ln()))
            .collect();
        Self { titles, rarity }
    }
}

impl Finder for Scan {
    async fn find(&self, text: &str) -> Vec<String> {
        let asked: Vec<(String, f64)> = pairs(&normal(text))
            .into_iter()
            .filter_map(|pair| Some((format!("{}{}", pair.0, pair.1), *self.rarity.get(&pair)?)))
            .collect();
        let score = |title: &str| {
            asked
                .iter()
                .filter(|(pair, _)| title.contains(pair))
                .map(|(_, rarity)| rarity)
                .sum::<f64>()
        };
        let mut scored: Vec<(f64, &str)> = self
            .titles
            .iter()
            .map(|(code, title)| (score(title), code.as_str()))
            .filter(|(score, _)| *score > 0.0)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        scored
            .into_iter()
            .take(10)
            .map(|(_, code)| code.to_owned())
            .collect()
    }
}

/// SQLite's FTS5 with its trigram tokenizer, in memory.
struct FullText(DatabaseConnection);

impl FullText {
    async fn over(entries: &[Entry]) -> Self {
        // One connection: each one would have a memory of its own.
        let mut options = ConnectOptions::new("sqlite::memory:");
        options.max_connections(1).sqlx_logging(false);
        let database = Database::connect(options).await.expect("a database");
        database
            .execute_unprepared(
                "CREATE VIRTUAL TABLE item USING fts5(code UNINDEXED, title, tokenize='trigram')",
            )
            .await
            .expect("a table");
        for chunk in entries.chunks(500) {
            let values: Vec<String> = chunk
                .iter()
                .map(|entry| format!("('{}','{}')", entry.code, normal(&entry.title)))
                .collect();
            let insert = format!("INSERT INTO item(code, title) VALUES {}", values.join(","));
            database.execute_unprepared(&insert).await.expect("rows");
        }
        Self(database)
    }
}

impl Finder for FullText {
    async fn find(&self, text: &str) -> Vec<String> {
        let characters: Vec<char> = normal(text).chars().collect();
        let trigrams: BTreeSet<String> = characters
            .windows(3)
            .map(|three| format!("\"{}\"", three.iter().collect::<String>()))
            .collect();
        if trigrams.is_empty() {
            return Vec::new();
        }
        let asked = trigrams.into_iter().collect::<Vec<_>>().join(" OR ");
        let statement = Statement::from_sql_and_values(
            self.0.get_database_backend(),
            "SELECT code FROM item WHERE item MATCH ? ORDER BY bm25(item) LIMIT 10",
            [asked.into()],
        );
        let rows = self.0.query_all_raw(statement).await.expect("rows");
        rows.iter()
            .map(|row| row.try_get::<String>("", "code").expect("a code"))
            .collect()
    }
}

/// The median and the 99th of a hundred.
async fn times(finder: &impl Finder, complaints: &[Complaint], rounds: usize) -> (Duration, Duration) {
    let mut taken = Vec::new();
    for _ in 0..rounds {
        for complaint in complaints {
            let start = Instant::now();
            let found = finder.find(&complaint.text).await;
            taken.push(start.elapsed());
            assert!(found.len() <= 10);
        }
    }
    taken.sort();
    let at = |part: usize| *taken.get(taken.len() * part / 100).expect("a time");
    (at(50), at(99))
}

async fn recall(finder: &impl Finder, complaints: &[Complaint]) -> relevance::Recall {
    let mut places = Vec::new();
    for complaint in complaints {
        let found = finder.find(&complaint.text).await;
        places.push(
            found
                .iter()
                .position(|code| complaint.codes.contains(code))
                .map(|place| place + 1),
        );
    }
    relevance::recall(&places)
}

/// The catalogue many times over, each copy for another made-up district, so that postings grow as they would.
fn many(entries: &[Entry]) -> Vec<Entry> {
    let districts = [
        "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑",
    ];
    (0..LARGE)
        .map(|number| {
            let mut entry = entries.get(number % entries.len()).expect("an entry").clone();
            let copy = number / entries.len();
            let district = districts.get(copy % districts.len()).expect("a district");
            entry.code = format!("G{number:06}");
            entry.title = format!("{district}{copy}区内{}", entry.title);
            entry
        })
        .collect()
}

pub(crate) async fn measure() {
    let files = start::read_folder(world::COUNTY.as_ref()).expect("the county");
    let county = start::parse_county(&files).expect("the county");
    let lexicon = start::parse_lexicon().expect("the lexicon");
    let today = "2026-07-20".parse().expect("a day");
    let shelf = yizhi_app::catalogue::Shelf::new(county.catalogue.clone(), lexicon.clone(), today);
    let entries = shelf.shown(today).index.entries().to_vec();
    let complaints: Vec<Complaint> = ["tune", "measure"]
        .into_iter()
        .flat_map(relevance::complaints)
        .collect();

    println!(
        "\nplain words to the item: {} complaints, each asked several times",
        complaints.len()
    );
    println!(
        "{:<10} {:<28} {:>10} {:>10} {:>12} {:>12}",
        "items", "how", "p50 µs", "p99 µs", "p50 : ours", "p99 : ours"
    );
    speed(&entries, &lexicon, &complaints, 5).await;
    speed(&many(&entries), &lexicon, &complaints, 1).await;
    quality(&entries, &lexicon).await;
    preview(
        &county.catalogue,
        &county
            .departments
            .iter()
            .map(|department| department.code.clone())
            .collect(),
    );
    println!(
        "the catalogue in the pocket: {} bytes with gzip",
        shelf.shown(today).bundle().whole.len()
    );
}

async fn speed(entries: &[Entry], lexicon: &Lexicon, complaints: &[Complaint], rounds: usize) {
    let start = Instant::now();
    let ours = Ours(Index::build(entries.to_vec(), lexicon));
    let built = start.elapsed();
    let scan = Scan::over(entries);
    let full = FullText::over(entries).await;
    let first = times(&ours, complaints, rounds).await;
    let lines = [
        ("ours", first),
        ("linear scan, pairs", times(&scan, complaints, 1).await),
        ("SQLite FTS5 trigram", times(&full, complaints, 1).await),
    ];
    for (how, (p50, p99)) in lines {
        println!(
            "{:<10} {how:<28} {:>10} {:>10} {:>12.2} {:>12.2}",
            entries.len(),
            p50.as_micros(),
            p99.as_micros(),
            p50.as_secs_f64() / first.0.as_secs_f64(),
            p99.as_secs_f64() / first.1.as_secs_f64()
        );
    }
    println!(
        "           the index was built in {} ms and holds about {:.1} MiB",
        built.as_millis(),
        f64::from(u32::try_from(ours.0.bytes()).unwrap_or(u32::MAX)) / 1_048_576.0
    );
}

async fn quality(entries: &[Entry], lexicon: &Lexicon) {
    let ours = Ours(Index::build(entries.to_vec(), lexicon));
    let bare = Ours(Index::build(entries.to_vec(), &Lexicon::default()));
    let scan = Scan::over(entries);
    let full = FullText::over(entries).await;
    println!(
        "\n{:<10} {:<28} {:>8} {:>8} {:>8}",
        "part", "how", "@1", "@5", "@10"
    );
    for part in ["tune", "measure"] {
        let complaints = relevance::complaints(part);
        let lines = [
            ("ours", recall(&ours, &complaints).await),
            ("ours without the lexicon", recall(&bare, &complaints).await),
            ("linear scan, pairs", recall(&scan, &complaints).await),
            ("SQLite FTS5 trigram", recall(&full, &complaints).await),
        ];
        for (how, found) in lines {
            println!(
                "{part:<10} {how:<28} {:>8.3} {:>8.3} {:>8.3}",
                found.at_1, found.at_5, found.at_10
            );
        }
    }
}

/// A changed list of all items, from the bytes of a workbook to the difference.
fn preview(catalogue: &Catalogue, departments: &BTreeSet<yizhi_domain::id::DepartmentCode>) {
    let day = "2026-08-01".parse().expect("a day");
    let mut items: Vec<_> = catalogue.items_on(day).cloned().collect();
    for item in items.iter_mut().step_by(3) {
        item.name.push('改');
    }
    let bytes = yizhi_app::catalogue::workbook::xlsx(&items).expect("a workbook");
    let start = Instant::now();
    let read = table::read("list.xlsx", &bytes).expect("a table");
    let opened = start.elapsed();
    let fields = catalogue.fields().map(|field| field.no.clone()).collect();
    let context = Context {
        fields: &fields,
        departments,
        statutes: &catalogue.statutes,
    };
    let new = sheet::read(&read, context).expect("items");
    let difference = sheet::difference(catalogue, new, day, true);
    let whole = start.elapsed();
    println!(
        "\npreview of a changed list: {} rows, {} changed: {} ms, {:.1} times the bare reading of the workbook",
        items.len(),
        difference.changes.len(),
        whole.as_millis(),
        whole.as_secs_f64() / opened.as_secs_f64()
    );
}
