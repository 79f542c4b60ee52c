//! Lists that are sent: compared, published for a day to come, taken back, refused cell by cell, and given out again.

use std::collections::BTreeMap;
use yizhi_app::catalogue::workbook;
use yizhi_domain::{
    catalogue::{FineRange, Measure, sheet},
    money::Fen,
};
use yizhi_tests::{TestApp, Uuid, Value, acts, fixture, json, lists, on_both_engines, steps};

on_both_engines!(
    a_list_is_compared_published_and_holds_from_its_day,
    an_edition_is_taken_back_until_its_day,
    two_lists_are_not_published_over_each_other,
    a_faulty_list_changes_nothing,
    a_list_that_goes_out_comes_in_unchanged,
);

fn act(version: &Value, act: Value) -> Value {
    json!({"command_id": Uuid::new_v4(), "expected_version": version, "act": act})
}

async fn a_list_is_compared_published_and_holds_from_its_day(app: &TestApp) {
    let user = app.sign_in("supervisor").await;
    let case = steps::case_at(app, "investigation").await;
    let edition = Uuid::new_v4();
    let list = lists::changed(app, |item| match item.code.as_str() {
        // The item of the open case, with another range.
        acts::GAS => {
            item.fine = FineRange::Amount {
                min: Fen::try_from_yuan(10_000).ok(),
                max: Fen::try_from_yuan(100_000).ok(),
                per: None,
            }
            .into();
            item.measures = vec![Measure::Seal, Measure::Seize];
        }
        "D0001" => item.code = yizhi_domain::id::ItemCode::try_new("N0001").unwrap(),
        _ => {}
    });
    lists::send(&user, edition, "list.csv", &list).await.is(201);
    let path = format!("/api/catalogue/editions/{edition}");
    let view = user.read(&path).await;
    assert_eq!(
        (&view["state"], &view["added"], &view["changed"], &view["removed"]),
        (&json!("prepared"), &json!(1), &json!(1), &json!(1))
    );
    let changes = user.read(&format!("{path}/changes?kind=changed")).await;
    let cells: BTreeMap<&str, (&str, &str)> = changes["items"][0]["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| {
            (
                cell["column"].as_str().unwrap(),
                (cell["before"].as_str().unwrap(), cell["after"].as_str().unwrap()),
            )
        })
        .collect();
    assert_eq!(changes["items"][0]["code"], acts::GAS);
    assert_eq!(
        cells,
        [
            ("fine_max", ("500000", "100000")),
            ("fine_min", ("50000", "10000")),
            ("measures", ("", "查封|扣押"))
        ]
        .into()
    );
    let touched = user.read(&format!("{path}/cases")).await;
    assert_eq!(touched["items"][0]["id"], json!(case));
    // Whoever may not read the case does not learn of it here.
    let other = app.sign_in("officer3").await.read(&format!("{path}/cases")).await;
    assert_eq!(other["items"], json!([]));
    // Nothing holds before it is published.
    assert_eq!(
        user.read(&format!("/api/items/{}?on=2026-08-01", acts::GAS))
            .await["fine"],
        "50,000—500,000元"
    );

    lists::publish(&user, edition).await;
    let item = |on: &'static str| {
        let user = user.clone();
        async move { user.read(&format!("/api/items/{}?on={on}", acts::GAS)).await }
    };
    assert_eq!(item("2026-07-31").await["fine"], "50,000—500,000元");
    let new = item("2026-08-01").await;
    assert_eq!(
        (&new["fine"], &new["measures"]),
        (&json!("10,000—100,000元"), &json!(["seal", "seize"]))
    );
    let versions = new["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(
        (&versions[0]["to"], &versions[1]["from"]),
        (&json!("2026-07-31"), &json!("2026-08-01"))
    );
    assert_eq!(versions[1]["changed"].as_array().unwrap().len(), 3);
    assert_eq!(
        user.read("/api/items/D0001?on=2026-07-31").await["in_force"],
        true
    );
    assert_eq!(
        user.read("/api/items/D0001?on=2026-08-01").await["in_force"],
        false
    );
    assert_eq!(
        user.read("/api/items/N0001?on=2026-07-31").await["in_force"],
        false
    );
    // Who did it, and when, stands in the record that nobody changes.
    let events = user.read("/api/events?kind=catalogue").await;
    let types: Vec<&str> = events["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["type"].as_str().unwrap())
        .collect();
    assert_eq!(types, ["edition_published", "edition_prepared"]);
    let view = user.read(&path).await;
    assert_eq!(
        (&view["published"]["by"]["id"], &view["published"]["says"]),
        (&json!("P0164"), &json!("龙政发〔2026〕1号（虚构）"))
    );
    // The same catalogue after a restart, and the same rows after a rebuild.
    let shown = app.parts.shelf.copy();
    let again = shown.refresh(&app.parts.store, app.parts.today()).await.unwrap();
    assert_eq!(again.catalogue, app.parts.shown().catalogue);
    let before = app.parts.store.dump().await.unwrap();
    app.parts.store.rebuild().await.unwrap();
    assert_eq!(app.parts.store.dump().await.unwrap(), before);
}

async fn an_edition_is_taken_back_until_its_day(app: &TestApp) {
    let user = app.sign_in("supervisor").await;
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
    let name = |on: &'static str| {
        let user = user.clone();
        async move { user.read(&format!("/api/items/D0001?on={on}")).await["name"].clone() }
    };
    assert_eq!(name("2026-08-01").await, "对改过的事项的行政处罚");
    let path = format!("/api/catalogue/editions/{edition}");
    let withdraw = json!({"type": "withdraw", "reason": "附件有误"});
    let view = user.read(&path).await;
    assert_eq!(view["can_withdraw"], true);
    user.post(&format!("{path}/acts"), &act(&view["version"], withdraw.clone()))
        .await
        .is(200);
    assert_ne!(name("2026-08-01").await, "对改过的事项的行政处罚");
    let view = user.read(&path).await;
    let refused = user
        .post(&format!("{path}/acts"), &act(&view["version"], withdraw.clone()))
        .await;
    refused.is(422).refused("edition.wrong_state");

    // Once it holds, cases may rest on it.
    let second = Uuid::new_v4();
    lists::send(
        &user,
        second,
        "list.csv",
        &lists::renamed(app, "对再改的事项的行政处罚"),
    )
    .await
    .is(201);
    lists::publish(&user, second).await;
    app.go_to("2026-08-01").await;
    let path = format!("/api/catalogue/editions/{second}");
    let view = user.read(&path).await;
    assert_eq!(view["can_withdraw"], false);
    let refused = user
        .post(&format!("{path}/acts"), &act(&view["version"], withdraw))
        .await;
    refused.is(422).refused("edition.in_force");
    let late = lists::send(&user, Uuid::new_v4(), "list.csv", &lists::renamed(app, "丙")).await;
    late.is(422).refused("edition.too_late");
}

async fn two_lists_are_not_published_over_each_other(app: &TestApp) {
    let user = app.sign_in("supervisor").await;
    let (first, second) = (Uuid::new_v4(), Uuid::new_v4());
    lists::send(&user, first, "a.csv", &lists::renamed(app, "甲"))
        .await
        .is(201);
    lists::send(&user, second, "b.csv", &lists::renamed(app, "乙"))
        .await
        .is(201);
    lists::publish(&user, first).await;
    let path = format!("/api/catalogue/editions/{second}");
    let view = user.read(&path).await;
    assert_eq!(
        (&view["outdated"], &view["can_publish"]),
        (&json!(true), &json!(false))
    );
    let body = act(&view["version"], json!({"type": "publish", "basis": "批复"}));
    user.post(&format!("{path}/acts"), &body)
        .await
        .is(422)
        .refused("edition.base_changed");
    // A list that is the same as the catalogue is compared, and there is nothing to publish.
    let same = Uuid::new_v4();
    let list = user
        .get("/api/catalogue/export?format=csv&on=2026-08-01")
        .await
        .is(200)
        .body;
    lists::send_for(&user, same, "same.csv", &list, "2026-09-01", true)
        .await
        .is(201);
    let view = user.read(&format!("/api/catalogue/editions/{same}")).await;
    assert_eq!(
        (&view["added"], &view["changed"], &view["removed"]),
        (&json!(0), &json!(0), &json!(0))
    );
    let body = act(&view["version"], json!({"type": "publish", "basis": "批复"}));
    let refused = user
        .post(&format!("/api/catalogue/editions/{same}/acts"), &body)
        .await;
    refused.is(422).refused("edition.no_change");
    // Sent twice, done once.
    let command = Uuid::new_v4();
    let path = format!(
        "/api/catalogue/editions?id={}&command={command}&name=c.csv&from=2026-10-01",
        Uuid::new_v4()
    );
    for _ in 0..2 {
        let asked = user.asked(rocket::http::Method::Post, &path);
        asked
            .body(rocket::http::ContentType::Binary, list.clone())
            .send()
            .await
            .is(201);
    }
    assert_eq!(
        user.read("/api/catalogue/editions").await["items"]
            .as_array()
            .unwrap()
            .len(),
        4
    );
}

/// The whole list as rows, one cell of the first item changed.
fn with_cell(app: &TestApp, column: &str, value: &str) -> Vec<u8> {
    let text = String::from_utf8(workbook::csv(&lists::items(app)).unwrap()).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let place = sheet::COLUMNS
        .iter()
        .position(|known| known.id == column)
        .unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(reader.headers().unwrap()).unwrap();
    for (number, record) in reader.records().enumerate() {
        let mut cells: Vec<String> = record.unwrap().iter().map(ToOwned::to_owned).collect();
        if number == 0 {
            value.clone_into(&mut cells[place]);
        }
        writer.write_record(cells).unwrap();
    }
    writer.into_inner().unwrap()
}

async fn a_faulty_list_changes_nothing(app: &TestApp) {
    let user = app.sign_in("supervisor").await;
    let before = app.snapshot().await;
    let list = String::from_utf8(workbook::csv(&lists::items(app)).unwrap()).unwrap();
    let second = list.lines().nth(1).unwrap();
    let row_3044 = format!("{list}{second}\n").into_bytes();
    let two_periods = {
        let cells = |from: &str, to: &str| {
            let mut items = lists::items(app);
            items.truncate(1);
            items[0].effective_from = from.parse().ok();
            items[0].effective_to = to.parse().ok();
            String::from_utf8(workbook::csv(&items).unwrap()).unwrap()
        };
        let first = cells("2026-08-01", "2026-12-31");
        format!("{first}{}\n", cells("2026-12-31", "").lines().nth(1).unwrap()).into_bytes()
    };
    // What is sent; row, column and code of its fault.
    let faulty: Vec<(Vec<u8>, u64, &str, &str)> = vec![
        (
            list.replacen("处罚种类", "处罚方式", 1).into_bytes(),
            1,
            "penalty_kinds",
            "column.missing",
        ),
        (
            list.replacen("处罚种类", "处罚方式", 1).into_bytes(),
            1,
            "处罚方式",
            "column.unknown",
        ),
        (with_cell(app, "field", "99"), 2, "field", "cell.unknown"),
        (row_3044, 3045, "code", "code.twice"),
        (two_periods, 3, "effective_from", "item.overlap"),
        (
            with_cell(app, "basis_article", "第九百九十九条"),
            2,
            "basis_article",
            "article.unknown",
        ),
        (
            with_cell(app, "basis_statute", "没有这部法"),
            2,
            "basis_statute",
            "statute.unknown",
        ),
        (
            with_cell(app, "basis_version", "1999-01-01"),
            2,
            "basis_version",
            "statute.version_unknown",
        ),
        (
            with_cell(app, "basis_role", "义务"),
            2,
            "basis_role",
            "basis.no_penalty",
        ),
        (
            with_cell(app, "name", "=HYPERLINK(\"http://127.0.0.1\")"),
            2,
            "name",
            "cell.formula",
        ),
        (with_cell(app, "note", "@SUM(A1)"), 2, "note", "cell.formula"),
        (
            with_cell(app, "fine_min", "99999999"),
            2,
            "fine_max",
            "fine.upside_down",
        ),
        (
            with_cell(app, "fine_max", "一万元"),
            2,
            "fine_max",
            "cell.not_a_number",
        ),
        (
            with_cell(app, "fine_min", "1|2|3"),
            2,
            "fine_subject",
            "fine.branch_twice",
        ),
        (
            with_cell(app, "penalty_kinds", "鞭打"),
            2,
            "penalty_kinds",
            "cell.unknown",
        ),
        (with_cell(app, "code", ""), 2, "code", "cell.empty"),
        (
            with_cell(app, "effective_to", "2026-02-30"),
            2,
            "effective_to",
            "cell.unreadable",
        ),
        (
            list.lines().next().unwrap().as_bytes().to_vec(),
            1,
            "",
            "table.empty",
        ),
    ];
    for (bytes, row, column, code) in faulty {
        let answer = lists::send(&user, Uuid::new_v4(), "list.csv", &bytes).await;
        let problem = answer.is(422).refused("list.faults");
        let faults = problem["faults"].as_array().unwrap();
        let named = faults
            .iter()
            .any(|fault| fault["row"] == row && fault["column"] == column && fault["code"] == code);
        assert!(named, "{code}: {problem}");
    }
    // Files that are no lists.
    let xlsx = workbook::xlsx(&lists::items(app)).unwrap();
    let cut = xlsx[..xlsx.len() / 2].to_vec();
    for (bytes, status, code) in [
        (cut, 422, "list.bad_workbook"),
        (
            b"PK\x03\x04 and nothing of a workbook".to_vec(),
            422,
            "list.bad_workbook",
        ),
        (bomb(), 422, "list.too_large"),
        (far_apart(), 422, "list.too_large"),
        (fixture::PICTURE.to_vec(), 422, "list.not_a_table"),
        (vec![0xFF; 4096], 422, "list.encoding"),
        (Vec::new(), 422, "list.empty"),
        (vec![b'a'; 11 * 1024 * 1024], 413, "request.too_large"),
    ] {
        lists::send(&user, Uuid::new_v4(), "list.xlsx", &bytes)
            .await
            .is(status)
            .refused(code);
    }
    // A formula in a workbook is one, whatever it last came to.
    lists::send(&user, Uuid::new_v4(), "list.xlsx", &with_formula(app))
        .await
        .is(422)
        .refused("list.faults");
    assert_eq!(user.read("/api/catalogue/editions").await["items"], json!([]));
    assert_eq!((app.parts.shown().revision, app.snapshot().await), (0, before));
    // 200 MB are not even read to the end.
    let huge = vec![b'x'; 200 * 1024 * 1024];
    lists::send(&user, Uuid::new_v4(), "list.csv", &huge)
        .await
        .is(413)
        .refused("request.too_large");
}

/// A workbook of a few kilobytes that unpacks to 300 MiB.
fn bomb() -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let block = vec![b' '; 1024 * 1024];
    for _ in 0..300 {
        archive.write_all(&block).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Two cells, the second in the last row and column that a sheet has.
fn far_apart() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let rows = book.add_worksheet();
    rows.write_string(0, 0, "事项代码").unwrap();
    rows.write_string(1_048_575, 16_383, "远").unwrap();
    book.save_to_buffer().unwrap()
}

fn with_formula(app: &TestApp) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let rows = book.add_worksheet();
    for (column, heading) in (0_u16..).zip(sheet::header()) {
        rows.write_string(0, column, heading).unwrap();
    }
    for (column, text) in (0_u16..).zip(sheet::row(&lists::items(app)[0])) {
        if column == 3 {
            rows.write_formula(1, column, "=CONCAT(\"对\",\"甲\")").unwrap();
        } else {
            rows.write_string(1, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

async fn a_list_that_goes_out_comes_in_unchanged(app: &TestApp) {
    let user = app.sign_in("supervisor").await;
    let csv = user.get("/api/catalogue/export?format=csv").await.is(200).body;
    let xlsx = user.get("/api/catalogue/export").await.is(200).body;
    let text = String::from_utf8(csv.clone()).unwrap();
    let (gbk, _, lost) = encoding_rs::GBK.encode(text.trim_start_matches('\u{feff}'));
    assert!(!lost);
    for (name, bytes) in [
        ("list.csv", csv.clone()),
        ("list.xlsx", xlsx.clone()),
        ("gbk.csv", gbk.into_owned()),
    ] {
        let edition = Uuid::new_v4();
        lists::send(&user, edition, name, &bytes).await.is(201);
        let view = user.read(&format!("/api/catalogue/editions/{edition}")).await;
        assert_eq!(
            (&view["added"], &view["changed"], &view["removed"]),
            (&json!(0), &json!(0), &json!(0)),
            "{name}"
        );
    }
    for line in text.lines().skip(1) {
        assert!(
            !line
                .split(',')
                .any(|cell| cell.trim_matches('"').starts_with(['=', '+', '-', '@'])),
            "{line}"
        );
    }
    // A part of a list leaves the rest as it is.
    let part: String = text.lines().take(11).map(|line| format!("{line}\n")).collect();
    let edition = Uuid::new_v4();
    lists::send_for(&user, edition, "part.csv", part.as_bytes(), "2026-08-01", false)
        .await
        .is(201);
    assert_eq!(
        user.read(&format!("/api/catalogue/editions/{edition}")).await["removed"],
        0
    );
    lists::send_for(
        &user,
        Uuid::new_v4(),
        "part.csv",
        part.as_bytes(),
        "2026-08-01",
        true,
    )
    .await
    .is(201);
    let editions = user.read("/api/catalogue/editions").await;
    let first_day = "2026-08-01".parse().unwrap();
    let left_out = lists::items(app)
        .into_iter()
        .skip(10)
        .filter(|item| item.in_force_on(first_day))
        .count();
    assert!(
        editions["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|edition| edition["removed"] == left_out)
    );
    // The published file is the file that was sent.
    let changed = lists::renamed(app, "对改过的事项的行政处罚");
    let edition = Uuid::new_v4();
    lists::send(&user, edition, "list.csv", &changed).await.is(201);
    lists::publish(&user, edition).await;
    let back = user
        .get("/api/catalogue/export?format=csv&on=2026-08-01")
        .await
        .is(200)
        .body;
    let rows = |bytes: &[u8]| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        text.lines().map(ToOwned::to_owned).collect::<Vec<String>>()
    };
    let (sent, back) = (rows(&changed), rows(&back));
    let differ: Vec<_> = sent
        .iter()
        .zip(&back)
        .filter(|(sent, back)| sent != back)
        .collect();
    assert_eq!((sent.len(), differ.len()), (back.len(), 1), "{differ:?}");
    assert!(
        differ[0].1.contains("2026-08-01"),
        "only that it now says from when it holds: {}",
        differ[0].1
    );
    for format in ["xlsx", "csv"] {
        let template = user
            .get(&format!("/api/catalogue/template?format={format}"))
            .await
            .is(200);
        assert!(
            template
                .header("content-disposition")
                .unwrap()
                .contains("attachment")
        );
        assert!(!template.body.is_empty());
    }
}
