//! The county is data: the real one loads as a whole, and a faulty one not at all.

use std::{collections::BTreeSet, fs, path::Path};
use yizhi_app::start::{self, Places, StartError};
use yizhi_domain::county::{County, Fault, Files};
use yizhi_persistence::Store;
use yizhi_tests::{Database, Engine, TestApp, Value, fixture, on_both_engines};

on_both_engines!(the_real_county_is_all_there);

async fn the_real_county_is_all_there(app: &TestApp) {
    let user = app.sign_in("supervisor").await;
    let county = user.read("/api/county").await;
    let many = |list: &str| county[list].as_array().unwrap().len();
    assert_eq!(
        (
            many("fields"),
            many("departments"),
            many("brigades"),
            many("stations")
        ),
        (33, 9, 8, 26)
    );
    assert_eq!(
        (&county["code"], &county["name"]),
        (&"330383".into(), &"龙港市".into())
    );
    let people = user.read("/api/people").await;
    let people = people["items"].as_array().unwrap();
    assert_eq!(people.len(), 182);
    assert_eq!(
        people
            .iter()
            .filter(|person| !person["station"].is_null())
            .count(),
        123
    );
    let posts: u64 = county["stations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["posts"].as_u64().unwrap())
        .sum();
    assert_eq!(posts, 123);

    let mut codes = BTreeSet::new();
    let mut after = String::new();
    loop {
        let page = user.read(&format!("/api/items?limit=100{after}")).await;
        for item in page["items"].as_array().unwrap() {
            let text = |name: &str| !item[name].as_str().unwrap().is_empty();
            for field in [
                "name",
                "statute",
                "penalty_article",
                "field",
                "department",
                "fine",
            ] {
                assert!(text(field), "{} has no {field}", item["code"]);
            }
            assert!(
                !item["penalty_kinds"].as_array().unwrap().is_empty(),
                "{}",
                item["code"]
            );
            assert!(
                codes.insert(item["code"].as_str().unwrap().to_owned()),
                "{} stands twice",
                item["code"]
            );
        }
        match &page["next"] {
            Value::String(next) => after = format!("&after={next}"),
            _ => break,
        }
    }
    assert_eq!(codes.len(), 3043);
    let areas = user.get("/api/county/areas").await.is(200);
    assert_eq!(areas.kind, "application/geo+json");
    assert_eq!(
        areas.json()["features"].as_array().unwrap().len(),
        27,
        "26 stations and the boundary"
    );
}

/// A county with one thing changed in one file.
fn with(file: &str, change: impl Fn(&str) -> String) -> Files {
    let mut files = fixture::files();
    let text = String::from_utf8(files[file].clone()).unwrap();
    let changed = change(&text);
    assert_ne!(changed, text, "{file} was not changed");
    files.insert(file.to_owned(), changed.into_bytes());
    files
}

/// One cell of a table; the header is row 1.
fn with_cell(file: &str, row: usize, column: &str, value: &str) -> Files {
    with(file, |text| {
        let mut lines: Vec<String> = text.lines().map(ToOwned::to_owned).collect();
        let place = lines[0].split(',').position(|name| name == column).unwrap();
        let mut cells: Vec<&str> = lines[row - 1].split(',').collect();
        cells[place] = value;
        lines[row - 1] = cells.join(",");
        lines.join("\n")
    })
}

fn without_column(file: &str, column: &str) -> Files {
    with(file, |text| {
        let place = text
            .lines()
            .next()
            .unwrap()
            .split(',')
            .position(|name| name == column)
            .unwrap();
        let cut = |line: &str| {
            let cells = line.split(',').enumerate().filter(|(at, _)| *at != place);
            cells.map(|(_, cell)| cell).collect::<Vec<_>>().join(",")
        };
        text.lines().map(cut).collect::<Vec<_>>().join("\n")
    })
}

/// What is wrong with a county, and where: file, row, column.
fn faulty() -> Vec<(Files, &'static str, usize, &'static str)> {
    let last_row = |file: &str| {
        String::from_utf8(fixture::files()[file].clone())
            .unwrap()
            .lines()
            .count()
    };
    let twice = |file: &str| {
        with(file, |text| {
            let second = text.lines().nth(1).unwrap();
            format!("{}\n{second}\n", text.trim_end())
        })
    };
    let without = |file: &str| {
        let mut files = fixture::files();
        files.remove(file);
        files
    };
    vec![
        (
            without_column("items.csv", "basis_article"),
            "items.csv",
            1,
            "basis_article",
        ),
        (without_column("people.csv", "roles"), "people.csv", 1, "roles"),
        (without_column("rules.csv", "article"), "rules.csv", 1, "article"),
        (twice("items.csv"), "items.csv", last_row("items.csv") + 1, "code"),
        (
            twice("people.csv"),
            "people.csv",
            last_row("people.csv") + 1,
            "id",
        ),
        (
            twice("departments.csv"),
            "departments.csv",
            last_row("departments.csv") + 1,
            "code",
        ),
        (
            twice("fields.csv"),
            "fields.csv",
            last_row("fields.csv") + 1,
            "no",
        ),
        (
            twice("calendar.csv"),
            "calendar.csv",
            last_row("calendar.csv") + 1,
            "date",
        ),
        (twice("rules.csv"), "rules.csv", last_row("rules.csv") + 1, "id"),
        (
            with_cell("fields.csv", 20, "department", "D99"),
            "fields.csv",
            20,
            "department",
        ),
        (
            with_cell("fields.csv", 20, "brigade", "B99"),
            "fields.csv",
            20,
            "brigade",
        ),
        (
            with_cell("items.csv", 1234, "field", "99"),
            "items.csv",
            1234,
            "field",
        ),
        (
            with_cell("items.csv", 1234, "basis_article", ""),
            "items.csv",
            1234,
            "basis_article",
        ),
        (
            with_cell("items.csv", 1234, "effective_to", "2026-02-30"),
            "items.csv",
            1234,
            "effective_to",
        ),
        (
            with_cell("items.csv", 1234, "penalty_kinds", "flogging"),
            "items.csv",
            1234,
            "penalty_kinds",
        ),
        (
            with_cell("items.csv", 2, "fine_min", "99999999"),
            "items.csv",
            2,
            "fine_max",
        ),
        (
            with_cell("items.csv", 2, "fine_max", "1e5"),
            "items.csv",
            2,
            "fine_max",
        ),
        (
            with_cell("people.csv", 7, "credential_to", "31.12.2028"),
            "people.csv",
            7,
            "credential_to",
        ),
        (
            with_cell("people.csv", 7, "station", "S99"),
            "people.csv",
            7,
            "station",
        ),
        (
            with_cell("people.csv", 175, "department", "D99"),
            "people.csv",
            175,
            "department",
        ),
        (
            with_cell("people.csv", 7, "department", "D1"),
            "people.csv",
            7,
            "department",
        ),
        (
            with_cell("calendar.csv", 9, "date", "2020-13-01"),
            "calendar.csv",
            9,
            "date",
        ),
        (
            with_cell("calendar.csv", 9, "kind", "holiday"),
            "calendar.csv",
            9,
            "kind",
        ),
        (
            with_cell("rules.csv", 4, "amount", "ninety"),
            "rules.csv",
            4,
            "amount",
        ),
        (
            with_cell("rules.csv", 4, "effective_from", ""),
            "rules.csv",
            4,
            "effective_from",
        ),
        (
            with("stations.geojson", |text| {
                text.replacen("\"code\":\"S02\"", "\"code\":\"S01\"", 1)
            }),
            "stations.geojson",
            2,
            "code",
        ),
        (
            with("stations.geojson", |text| {
                text.replacen("\"type\":\"Polygon\"", "\"type\":\"Point\"", 1)
            }),
            "stations.geojson",
            0,
            "",
        ),
        (
            with("boundary.geojson", |_| "{}".to_owned()),
            "boundary.geojson",
            0,
            "",
        ),
        (
            with("county.json", |text| text.replacen("number_prefix", "prefix", 1)),
            "county.json",
            14,
            "",
        ),
        (without("rules.csv"), "rules.csv", 0, ""),
    ]
}

#[test]
fn a_fault_names_its_file_row_and_column() {
    County::parse(&fixture::files()).unwrap();
    for (files, file, row, column) in faulty() {
        let faults = County::parse(&files).unwrap_err();
        let found =
            |fault: &Fault| (fault.file.as_str(), fault.row, fault.column.as_str()) == (file, row, column);
        assert!(
            faults.iter().any(found),
            "{file}, row {row}, column '{column}' is not named: {}",
            faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        );
        assert!(faults.iter().all(|fault| !fault.says.is_empty()));
    }
}

#[test]
fn all_faults_are_named_at_once() {
    let mut files = with_cell("items.csv", 5, "effective_to", "soon");
    let others = with_cell("people.csv", 9, "brigade", "B99");
    files.insert("people.csv".to_owned(), others["people.csv"].clone());
    let faults = County::parse(&files).unwrap_err();
    let named: Vec<(&str, usize)> = faults
        .iter()
        .map(|fault| (fault.file.as_str(), fault.row))
        .collect();
    assert!(
        named.contains(&("items.csv", 5)) && named.contains(&("people.csv", 9)),
        "{named:?}"
    );
}

/// Starts on a county whose files stand in a folder.
async fn start(database: &Database, files: &Files, at: &Path) -> Result<(), StartError> {
    for (name, bytes) in files {
        let path = at.join("county").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let places = Places {
        database: database.url().to_owned(),
        files: at.join("files"),
        county: at.join("county"),
    };
    let parts = start::parts(&places, true, None, false).await?;
    parts.store.close().await?;
    Ok(())
}

/// Nothing of a faulty county comes in, and the same database takes the right one afterwards.
async fn a_faulty_county_leaves_nothing(engine: Engine) {
    let Some(database) = Database::create(engine).await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let faulty = with_cell("fields.csv", 20, "department", "D99");
    match start(&database, &faulty, folder.path()).await.unwrap_err() {
        StartError::County(faults) => assert!(
            faults
                .iter()
                .any(|says| says.starts_with("fields.csv, row 20, column 'department'")),
            "{faults:?}"
        ),
        other => panic!("{other}"),
    }
    let store = Store::open(database.url()).await.unwrap();
    assert!(store.read_county().await.unwrap().is_none());
    assert!(store.accounts().await.unwrap().is_empty(), "no account was made");
    assert!(store.settings().await.unwrap().is_empty(), "nothing was set");
    store.close().await.unwrap();

    start(&database, &fixture::files(), folder.path()).await.unwrap();
    let store = Store::open(database.url()).await.unwrap();
    let kept = store.read_county().await.unwrap().unwrap();
    assert_eq!(kept, *fixture::county().0, "what is kept is what was read");
    assert_eq!(store.accounts().await.unwrap().len(), fixture::accounts().len());
    store.close().await.unwrap();

    // From now on the files are not read: a county in use is not changed by a folder.
    start(&database, &faulty, folder.path()).await.unwrap();
}

#[tokio::test]
async fn a_faulty_county_leaves_nothing_on_sqlite() {
    a_faulty_county_leaves_nothing(Engine::Sqlite).await;
}

#[tokio::test]
async fn a_faulty_county_leaves_nothing_on_postgres() {
    a_faulty_county_leaves_nothing(Engine::Postgres).await;
}
