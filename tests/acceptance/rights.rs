//! Who may do what: every route there is, asked by nobody and by every role, and lists cut by how far a right reaches.

use rocket::http::{ContentType, Method};
use std::{collections::BTreeSet, fmt::Write};
use yizhi_tests::{
    Answer, Database, TestApp, User, Uuid, Value, acts, expected, fixture, json, lists, on_both_engines,
    steps, user::encoded,
};

on_both_engines!(
    every_route_knows_whom_it_serves,
    what_is_not_there_is_not_there_for_anybody,
    lists_are_cut_by_reach,
    nothing_is_seen_through_a_side_door,
    every_look_at_who_reported_is_recorded,
    a_citizen_is_masked,
    answers_stay_where_they_belong,
    a_session_ends,
    in_service_nothing_of_a_trial_is_there,
);

/// Who asks: two officers, captains and departments each, of which the first of a pair has the thing.
const WHO: [&str; 12] = [
    "nobody",
    "officer1",
    "officer3",
    "captain",
    "captain7",
    "reviewer",
    "head",
    "finance",
    "supervisor",
    "admin",
    "department",
    "department2",
];

/// Each route and, for a route that takes acts, each act; and what each of `WHO` gets:
/// `yes` goes on to the rules, `in` must sign in first (401), `role` and `reach` are forbidden (403): none of the
/// roles may, or not this one.
#[rustfmt::skip]
const TABLE: &[(&str, &str)] = &[
    //                                         nobody off1 off3 capt capt7 revw head fina supr admi dept dept2
    ("GET /api/session",                       "in  yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("POST /api/session",                      "yes yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("DELETE /api/session",                    "in  yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("GET /api/county",                        "in  yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("GET /api/county/areas",                  "in  yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("GET /api/items",                         "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/items/<code>",                  "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/items/counts",                  "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/items/suggest",                 "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("POST /api/items/choices",                "in  yes  yes   yes  yes   role role role role role role role"),
    ("GET /api/items/choices",                 "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("DELETE /api/items/choices",              "in  role role  role role  role yes  role yes  role role role"),
    ("POST /api/items/<code>/range",           "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/items/<code>/cases",            "in  yes  yes   yes  yes   yes  yes  yes  yes  role role role"),
    ("GET /api/statutes",                      "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/statutes/<name>",               "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/boundary",                      "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/boundary/rules",                "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/boundary/findings",             "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/catalogue/bundle",              "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("POST /api/catalogue/bundle/delta",       "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/catalogue/template",            "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/catalogue/export",              "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/catalogue/editions",            "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("POST /api/catalogue/editions",           "in  role role  role role  role yes  role yes  role role role"),
    ("GET /api/catalogue/editions/<id>",       "in  yes  yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/catalogue/editions/<id>/changes", "in yes yes   yes  yes   yes  yes  yes  yes  role yes  yes"),
    ("GET /api/catalogue/editions/<id>/cases", "in  yes  yes   yes  yes   yes  yes  yes  yes  role role role"),
    ("POST /api/catalogue/editions/<id>/acts publish", "in role role role role role yes  role yes  role role role"),
    ("POST /api/catalogue/editions/<id>/acts withdraw", "in role role role role role yes role yes  role role role"),
    ("GET /api/people",                        "in  yes  yes   yes  yes   yes  yes  role yes  role role role"),
    ("POST /api/leads",                        "in  yes  yes   yes  yes   role role role role role role role"),
    ("GET /api/leads",                         "in  yes  yes   yes  yes   role yes  role yes  role role role"),
    ("GET /api/leads/<id>",                    "in  yes  reach yes  reach role yes  role yes  role role role"),
    ("GET /api/leads/<id>/reporter",           "in  role role  yes  reach role role role role role role role"),
    ("POST /api/leads/<id>/acts dispatch",     "in  role role  yes  reach role role role role role role role"),
    ("POST /api/leads/<id>/acts dismiss",      "in  role role  yes  reach role role role role role role role"),
    ("POST /api/cases",                        "in  yes  yes   role role  role role role role role role role"),
    ("GET /api/cases",                         "in  yes  yes   yes  yes   yes  yes  yes  yes  role role role"),
    ("GET /api/cases/<id>",                    "in  yes  reach yes  reach yes  yes  yes  yes  role role role"),
    ("POST /api/cases/<id>/acts record_visit", "in  yes  reach role role  role role role role role role role"),
    ("POST /api/cases/<id>/acts add_evidence", "in  yes  reach role role  role role role role role role role"),
    ("POST /api/cases/<id>/acts propose_filing", "in yes reach role role  role role role role role role role"),
    ("POST /api/cases/<id>/acts approve_filing", "in role role role role  role yes  role role role role role"),
    ("POST /api/cases/<id>/acts return_filing", "in role role  role role  role yes  role role role role role"),
    ("POST /api/cases/<id>/acts decline_filing", "in role role role role  role yes  role role role role role"),
    ("POST /api/cases/<id>/acts order_correction", "in yes reach role role role role role role role role role"),
    ("POST /api/cases/<id>/acts record_reinspection", "in yes reach role role role role role role role role role"),
    ("POST /api/cases/<id>/acts report_investigation", "in yes reach role role role role role role role role role"),
    ("POST /api/cases/<id>/acts review",       "in  role role  role role  yes  role role role role role role"),
    ("POST /api/cases/<id>/acts issue_notice", "in  yes  reach role role  role role role role role role role"),
    ("POST /api/cases/<id>/acts serve",        "in  yes  reach role role  role role role role role role role"),
    ("POST /api/cases/<id>/acts record_statement", "in yes reach role role role role role role role role role"),
    ("POST /api/cases/<id>/acts record_waiver", "in yes  reach role role  role role role role role role role"),
    ("POST /api/cases/<id>/acts record_discussion", "in role role role role role yes role role role role role"),
    ("POST /api/cases/<id>/acts decide",       "in  role role  role role  role yes  role role role role role"),
    ("POST /api/cases/<id>/acts record_payment", "in role role role role  role role yes  role role role role"),
    ("POST /api/cases/<id>/acts propose_closure", "in yes reach role role role role role role role role role"),
    ("POST /api/cases/<id>/acts approve_closure", "in role role role role role yes  role role role role role"),
    ("POST /api/cases/<id>/acts archive",      "in  yes  reach role role  role role role role role role role"),
    ("GET /api/cases/<id>/documents/<kind>",   "in  yes  reach yes  reach yes  yes  yes  yes  role role role"),
    ("GET /api/cases/<id>/files/<file>",       "in  yes  reach yes  reach yes  yes  yes  yes  role role role"),
    ("PUT /api/files/<id>",                    "in  yes  yes   role role  role role role role role role role"),
    ("POST /api/links",                        "in  role role  role role  role role role role role yes  yes"),
    ("GET /api/links",                         "in  role role  yes  yes   role yes  role yes  role yes  yes"),
    ("GET /api/links/<id>",                    "in  role role  yes  reach role yes  role yes  role yes  reach"),
    ("POST /api/links/<id>/acts accept",       "in  role role  yes  reach role role role role role role role"),
    ("POST /api/links/<id>/acts return_referral", "in role role yes reach role role role role role role role"),
    ("GET /api/work",                          "in  yes  yes   yes  yes   yes  yes  yes  yes  role role role"),
    ("GET /api/overview",                      "in  role role  yes  yes   role yes  role yes  role role role"),
    ("GET /api/inbox",                         "in  yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("POST /api/inbox/<id>/read",              "in  yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("GET /api/events",                        "in  role role  role role  role role role yes  role role role"),
    ("GET /api/trial/accounts",                "yes yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("POST /api/trial/clock",                  "in  yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("GET /api/health",                        "yes yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
    ("GET /api/openapi.json",                  "yes yes  yes   yes  yes   yes  yes  yes  yes  yes  yes  yes"),
];

/// The things that are asked for.
struct Things {
    case: Uuid,
    file: Uuid,
    lead: Uuid,
    link: Uuid,
    edition: Uuid,
    item: &'static str,
    statute: &'static str,
}

impl Things {
    /// A case of officer1, a lead that officer1 registered, a link of `department`; all for brigade B3.
    async fn make(app: &TestApp) -> Self {
        let case = steps::case_at(app, "investigation").await;
        let view = app.sign_in("officer1").await.case(case).await;
        let file = view["evidence"][0]["file"]["id"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        let (lead, link) = (Uuid::new_v4(), Uuid::new_v4());
        let mut body = acts::lead(lead);
        body["reporter"] = json!({"name": "举报人甲（虚构）"});
        app.sign_in("officer1")
            .await
            .post("/api/leads", &body)
            .await
            .is(201);
        let department = app.sign_in("department").await;
        department
            .post("/api/links", &acts::referral(link, acts::GAS))
            .await
            .is(201);
        let edition = Uuid::new_v4();
        let supervisor = app.sign_in("supervisor").await;
        lists::send(
            &supervisor,
            edition,
            "list.csv",
            &lists::renamed(app, "改过的名称"),
        )
        .await
        .is(201);
        Self {
            case,
            file,
            lead,
            link,
            edition,
            item: acts::GAS,
            statute: "城镇燃气管理条例",
        }
    }

    fn none() -> Self {
        let id = Uuid::new_v4;
        Self {
            case: id(),
            file: id(),
            lead: id(),
            link: id(),
            edition: id(),
            item: "D9999",
            statute: "没有这部法",
        }
    }

    fn path(&self, template: &str) -> String {
        let id = match template.split('/').nth(2).unwrap() {
            "cases" => self.case,
            "leads" => self.lead,
            "links" => self.link,
            "catalogue" => self.edition,
            _ => Uuid::new_v4(),
        };
        let path = template
            .replace("<id>", &id.to_string())
            .replace("<file>", &self.file.to_string())
            .replace("<kind>", "filing_approval")
            .replace("<name>", &encoded(self.statute))
            .replace("<code>", self.item);
        match path.as_str() {
            "/api/items/suggest" => format!("{path}?q={}", encoded("油烟")),
            "/api/boundary" => format!("{path}?item={}", self.item),
            _ if path.starts_with("/api/files/") => format!("{path}?name=photo.jpg"),
            _ => path,
        }
    }
}

/// Asks for a row of the table. What is sent is well made and, in an act, of a version that does not exist: a right
/// is tested before it, so nothing changes.
async fn ask(app: &TestApp, user: &User<'_>, row: &str, things: &Things) -> Answer {
    let words: Vec<&str> = row.split(' ').collect();
    let method: Method = words[0].parse().unwrap();
    let path = things.path(words[1]);
    let sent = |act: Value| json!({"command_id": Uuid::new_v4(), "expected_version": 9999, "act": act});
    let body = match (words[0], words[1], words.get(2)) {
        ("POST", "/api/session", _) => {
            let login = if user.login.is_empty() {
                "officer1"
            } else {
                &user.login
            };
            json!({"login": login, "password": "yizhi-trial"})
        }
        ("DELETE", "/api/session", _) if !user.login.is_empty() => {
            let user = app.sign_in_anew(&user.login).await;
            return user.asked(method, &path).send().await;
        }
        ("POST", "/api/leads", _) => acts::lead(Uuid::new_v4()),
        ("POST", "/api/cases", _) => acts::open(
            Uuid::new_v4(),
            if user.login == "officer3" {
                "P0007"
            } else {
                "P0002"
            },
        ),
        ("POST", "/api/links", _) => acts::referral(Uuid::new_v4(), acts::GAS),
        ("POST", "/api/items/choices", _) => json!({"q": "瓶装燃气", "code": things.item}),
        ("POST", "/api/items/<code>/range", _) => json!({}),
        ("POST", "/api/catalogue/bundle/delta", _) => json!({"words_print": "", "items": {}}),
        ("POST", "/api/catalogue/editions", _) => {
            return lists::send(
                user,
                Uuid::new_v4(),
                "list.csv",
                &lists::renamed(app, "又改的名称"),
            )
            .await;
        }
        (_, _, Some(&"publish")) => sent(json!({"type": "publish", "basis": "批复"})),
        (_, _, Some(&"withdraw")) => sent(json!({"type": "withdraw", "reason": "有误"})),
        ("POST", "/api/trial/clock", _) => json!({"days": 0}),
        ("PUT", "/api/files/<id>", _) => {
            return user
                .asked(method, &path)
                .body(ContentType::Binary, fixture::PHOTO)
                .send()
                .await;
        }
        (_, _, Some(&"dispatch")) => sent(acts::dispatch("B3", &["P0001", "P0002"])),
        (_, _, Some(&"dismiss")) => sent(acts::dismiss()),
        (_, _, Some(&"accept")) => sent(acts::accept()),
        (_, _, Some(&"return_referral")) => sent(acts::return_referral()),
        (_, _, Some(kind)) => {
            let all = acts::of_every_kind(app);
            sent(all.into_iter().find(|act| acts::kind(act) == *kind).unwrap())
        }
        _ => return user.asked(method, &path).send().await,
    };
    user.asked(method, &path)
        .body(ContentType::JSON, body.to_string())
        .send()
        .await
}

/// One word for an answer; an answer that no right explains stops the test.
fn word(answer: &Answer) -> &'static str {
    match (answer.status, answer.code().as_str()) {
        (200..=204, _) | (409, "version.stale") | (422, "trial.clock") => "yes",
        (401, "session.missing") => "in",
        (403, "permit.role") => "role",
        (403, "permit.reach") => "reach",
        (404, "not_found") => "gone",
        _ => panic!("{}: {} {}", answer.asked, answer.status, answer.text()),
    }
}

fn row_of(words: &str) -> Vec<&str> {
    words.split_whitespace().collect()
}

async fn everybody(app: &TestApp) -> Vec<User<'_>> {
    let mut users = vec![app.nobody()];
    for login in &WHO[1..] {
        users.push(app.sign_in(login).await);
    }
    users
}

async fn every_route_knows_whom_it_serves(app: &TestApp) {
    the_table_has_every_route(app);
    let things = Things::make(app).await;
    let users = everybody(app).await;
    let mut found = String::new();
    let mut wrong = Vec::new();
    let _written = writeln!(
        found,
        "{:<49}{}",
        "",
        WHO.map(|who| format!("{who:<12}")).concat().trim_end()
    );
    for (row, words) in TABLE {
        let wanted = row_of(words);
        assert_eq!(wanted.len(), WHO.len(), "{row}");
        let mut line = format!("{row:<49}");
        for (user, wanted) in users.iter().zip(&wanted) {
            let answer = ask(app, user, row, &things).await;
            let word = word(&answer);
            if word != *wanted {
                wrong.push(format!("{row}: {} gets {word} and not {wanted}", user.login));
            }
            let shown = match word {
                "yes" => "allowed".to_owned(),
                other => format!("{} {other}", answer.status),
            };
            let _written = write!(line, "{shown:<12}");
        }
        let _written = writeln!(found, "{}", line.trim_end());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    expected::compare("rights.txt", &found, "UPDATE_EXPECTED=1");
}

fn the_table_has_every_route(app: &TestApp) {
    let mounted: BTreeSet<String> = app
        .client()
        .rocket()
        .routes()
        .filter(|route| route.uri.path().starts_with("/api"))
        .map(|route| format!("{} {}", route.method, route.uri.path()))
        .collect();
    let of_row = |row: &str| row.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let in_table: BTreeSet<String> = TABLE.iter().map(|(row, _)| of_row(row)).collect();
    assert_eq!(
        mounted, in_table,
        "every mounted route stands in the table, and nothing else"
    );
    for (things, many) in [("cases", 20), ("leads", 2), ("links", 2)] {
        let acts = format!("POST /api/{things}/<id>/acts ");
        let rows: Vec<_> = TABLE.iter().filter(|(row, _)| row.starts_with(&acts)).collect();
        assert_eq!(rows.len(), many, "{things}: every act stands in the table");
    }
    let kinds: BTreeSet<String> = acts::of_every_kind(app)
        .iter()
        .map(|act| format!("POST /api/cases/<id>/acts {}", acts::kind(act)))
        .collect();
    assert_eq!(kinds.len(), yizhi_casework::case::ActKind::ALL.len());
    assert!(
        kinds.iter().all(|kind| TABLE.iter().any(|(row, _)| row == kind)),
        "{kinds:?}"
    );
}

async fn what_is_not_there_is_not_there_for_anybody(app: &TestApp) {
    let users = everybody(app).await;
    let nothing = Things::none();
    let before = app.snapshot().await;
    for (row, words) in TABLE {
        let named = [
            "/cases/<id>",
            "/leads/<id>",
            "/links/<id>",
            "/items/<code>",
            "/statutes/<name>",
            "/editions/<id>",
        ];
        if !named.iter().any(|part| row.contains(part)) {
            continue;
        }
        for (user, wanted) in users.iter().zip(row_of(words)) {
            let wanted = if matches!(wanted, "yes" | "reach") {
                "gone"
            } else {
                wanted
            };
            let answer = ask(app, user, row, &nothing).await;
            assert_eq!(word(&answer), wanted, "{}", answer.asked);
        }
    }
    assert_eq!(app.snapshot().await, before);
}

/// Ids of a list, in order.
async fn ids(user: &User<'_>, path: &str) -> Vec<Uuid> {
    let page = user.read(path).await;
    let mut ids: Vec<Uuid> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].as_str().unwrap().parse().unwrap())
        .collect();
    ids.sort();
    ids
}

async fn lists_are_cut_by_reach(app: &TestApp) {
    // A case, a lead and a link for B3, and the same for B7.
    let ours = Things::make(app).await;
    let officer3 = app.sign_in("officer3").await;
    let (their_case, their_lead, their_link) = (Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4());
    officer3
        .post("/api/cases", &acts::open(their_case, "P0007"))
        .await
        .is(201);
    let mut lead = acts::lead(their_lead);
    lead["field"] = json!("15");
    officer3.post("/api/leads", &lead).await.is(201);
    let department2 = app.sign_in("department2").await;
    department2
        .post("/api/links", &acts::referral(their_link, acts::PRINTING))
        .await
        .is(201);

    let sorted = |mut ids: Vec<Uuid>| {
        ids.sort();
        ids
    };
    let (a, b) = (
        (ours.case, ours.lead, ours.link),
        (their_case, their_lead, their_link),
    );
    for (login, cases, leads, links) in [
        ("officer1", Some(vec![a.0]), Some(vec![a.1]), None),
        ("officer2", Some(vec![a.0]), Some(vec![]), None),
        ("officer3", Some(vec![b.0]), Some(vec![b.1]), None),
        ("officer_expired", Some(vec![]), Some(vec![]), None),
        ("captain", Some(vec![a.0]), Some(vec![a.1]), Some(vec![a.2])),
        ("captain7", Some(vec![b.0]), Some(vec![b.1]), Some(vec![b.2])),
        ("reviewer", Some(vec![a.0, b.0]), None, None),
        ("reviewer2", Some(vec![a.0, b.0]), Some(vec![]), None),
        (
            "head",
            Some(vec![a.0, b.0]),
            Some(vec![a.1, b.1]),
            Some(vec![a.2, b.2]),
        ),
        ("finance", Some(vec![a.0, b.0]), None, None),
        (
            "supervisor",
            Some(vec![a.0, b.0]),
            Some(vec![a.1, b.1]),
            Some(vec![a.2, b.2]),
        ),
        ("admin", None, None, None),
        ("department", None, None, Some(vec![a.2])),
        ("department2", None, None, Some(vec![b.2])),
    ] {
        let user = app.sign_in(login).await;
        for (path, wanted) in [
            ("/api/cases", cases),
            ("/api/leads", leads),
            ("/api/links", links),
        ] {
            let Some(wanted) = wanted else {
                user.get(path).await.is(403).refused("permit.role");
                continue;
            };
            assert_eq!(ids(&user, path).await, sorted(wanted.clone()), "{login}: {path}");
            // A filter narrows what is seen, it never widens it.
            for more in [
                "?brigade=B3",
                "?brigade=B7",
                "?q=%E7%A4%BA%E4%BE%8B",
                "?q=%25",
                "?limit=100",
                "?department=D4",
            ] {
                let within = ids(&user, &format!("{path}{more}")).await;
                assert!(
                    within.iter().all(|id| wanted.contains(id)),
                    "{login}: {path}{more}"
                );
            }
        }
    }
    let captain7 = app.sign_in("captain7").await;
    assert!(ids(&captain7, "/api/cases?brigade=B3").await.is_empty());
    let board = captain7.read("/api/overview").await;
    assert_eq!(
        board["stages"],
        json!({"verification": 1}),
        "the board counts what is seen"
    );
    let board = app.sign_in("head").await.read("/api/overview").await;
    assert_eq!(board["stages"], json!({"verification": 1, "investigation": 1}));
    // A lead nobody owns yet is every captain's.
    let mut unowned = acts::lead(Uuid::new_v4());
    unowned["field"] = Value::Null;
    app.sign_in("officer1")
        .await
        .post("/api/leads", &unowned)
        .await
        .is(201);
    for login in ["captain", "captain7"] {
        assert_eq!(ids(&app.sign_in(login).await, "/api/leads").await.len(), 2);
    }
}

async fn nothing_is_seen_through_a_side_door(app: &TestApp) {
    let things = Things::make(app).await;
    let (case, file) = (things.case, things.file);
    let theirs = Uuid::new_v4();
    let officer3 = app.sign_in("officer3").await;
    officer3
        .post("/api/cases", &acts::open(theirs, "P0007"))
        .await
        .is(201);
    for login in ["officer3", "captain7", "officer_expired"] {
        let user = app.sign_in(login).await;
        for path in [
            "",
            "/documents/filing_approval",
            "/documents/decision",
            &format!("/files/{file}"),
        ] {
            user.get(&format!("/api/cases/{case}{path}"))
                .await
                .is(403)
                .refused("permit.reach");
        }
    }
    // The file of another case is not reached through one's own, and not by taking it in there under its id.
    officer3
        .get(&format!("/api/cases/{theirs}/files/{file}"))
        .await
        .is(404)
        .refused("not_found");
    officer3
        .refused(theirs, acts::evidence(app, Some(file)), "file.unknown")
        .await;
    for login in ["admin", "department", "department2"] {
        let user = app.sign_in(login).await;
        for path in [
            "/api/cases".to_owned(),
            format!("/api/cases/{case}"),
            format!("/api/cases/{case}/files/{file}"),
        ] {
            user.get(&path).await.is(403).refused("permit.role");
        }
    }
    // What a person may do is read anew with each request: who loses a role loses it at once.
    let view = app.sign_in("officer2").await.case(case).await;
    let offered: Vec<&Value> = view["available_acts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|act| act["available"] == true)
        .collect();
    assert!(!offered.is_empty());
    let view = app.sign_in("supervisor").await.case(case).await;
    let acts = view["available_acts"].as_array().unwrap();
    assert!(
        acts.iter().all(|act| act["available"] == false),
        "a supervisor looks on: {acts:?}"
    );
    // The journal for oversight shows who did what when, and no text.
    let events = app
        .sign_in("supervisor")
        .await
        .read(&format!("/api/events?stream={case}"))
        .await;
    assert_eq!(
        events["items"].as_array().unwrap().len(),
        usize::try_from(app.version("case", case).await).unwrap()
    );
    assert!(!events.to_string().contains("示例"));
    let places: Vec<u64> = events["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|event| event["position"].as_u64())
        .collect();
    assert!(
        places.len() > 1 && places.is_sorted_by(|a, b| a > b),
        "newest first: {places:?}"
    );
}

async fn a_session_ends(app: &TestApp) {
    let user = app.sign_in_anew("officer1").await;
    let other = app.sign_in_anew("officer1").await;
    user.get("/api/session").await.is(200);
    user.asked(Method::Delete, "/api/session").send().await.is(204);
    user.get("/api/session").await.is(401).refused("session.missing");
    user.get("/api/cases").await.is(401).refused("session.missing");
    other.get("/api/session").await.is(200);
    let mut account = app.parts.store.account("officer1").await.unwrap().unwrap();
    account.disabled = true;
    app.parts.store.save_account(&account).await.unwrap();
    let body = json!({"login": "officer1", "password": "yizhi-trial"});
    app.nobody()
        .post("/api/session", &body)
        .await
        .is(401)
        .refused("session.wrong");
}

async fn every_look_at_who_reported_is_recorded(app: &TestApp) {
    let things = Things::make(app).await;
    let path = format!("/api/leads/{}/reporter", things.lead);
    for (login, status) in [
        ("officer1", 403),
        ("captain7", 403),
        ("admin", 403),
        ("captain", 200),
        ("captain", 200),
    ] {
        app.sign_in(login).await.get(&path).await.is(status);
    }
    app.nobody().get(&path).await.is(401);
    let subject = format!("lead/{}", things.lead);
    let looks = app.parts.store.accesses(Some(&subject), None, 100).await.unwrap();
    let looks: Vec<(&str, &str, &str)> = looks
        .iter()
        .rev()
        .map(|look| {
            (
                look.access.actor.as_str(),
                look.access.act.as_str(),
                look.access.outcome.as_str(),
            )
        })
        .collect();
    let read = "read_reporter";
    assert_eq!(
        looks,
        [
            ("P0001", read, "denied"),
            ("P0130", read, "denied"),
            ("P0173", read, "denied"),
            ("P0126", read, "allowed"),
            ("P0126", read, "allowed")
        ]
    );
    // A lead that nobody put a name to has nobody to show.
    let unknown = Uuid::new_v4();
    let captain = app.sign_in("captain").await;
    captain.post("/api/leads", &acts::lead(unknown)).await.is(201);
    captain
        .get(&format!("/api/leads/{unknown}/reporter"))
        .await
        .is(404);
}

async fn a_citizen_is_masked(app: &TestApp) {
    // The specimen number of the standard GB 11643; it is nobody's.
    let (number, phone) = ("11010519491231002X", "13800001234");
    let case = steps::case_at(app, "verification").await;
    let officer = app.sign_in("officer1").await;
    officer.does(case, acts::evidence(app, None)).await;
    let mut proposal = acts::propose_filing(acts::GAS, "2026-07-20");
    proposal["party"] = json!({"kind": "person", "name": "某人（虚构）", "code": number, "address": "示例路1号", "phone": phone});
    officer.does(case, proposal).await;
    app.sign_in("head").await.does(case, acts::approve_filing()).await;
    let view = officer.case(case).await;
    assert_eq!(view["party_detail"]["code_masked"], "110105***********X");
    assert_eq!(view["party_detail"]["phone_masked"], "138******34");
    let supervisor = app.sign_in("supervisor").await;
    for path in [
        format!("/api/cases/{case}"),
        "/api/cases".to_owned(),
        format!("/api/cases?q={number}"),
        "/api/work".to_owned(),
        format!("/api/events?stream={case}"),
    ] {
        let text = supervisor.get(&path).await.is(200).text();
        assert!(!text.contains(number) && !text.contains(phone), "{path}");
    }
    for event in app.events("case", case).await {
        assert!(
            !event.text.contains(number) && !event.text.contains("某人"),
            "{}",
            event.event_type
        );
    }
    // A paper names the person in full, and who opens it is on record.
    let paper = supervisor
        .get(&format!("/api/cases/{case}/documents/filing_approval"))
        .await
        .is(200);
    assert!(paper.text().contains("某人（虚构）"));
    let subject = format!("case/{case}/filing_approval");
    let looks = app.parts.store.accesses(Some(&subject), None, 100).await.unwrap();
    let looks: Vec<&str> = looks.iter().map(|look| look.access.actor.as_str()).collect();
    assert_eq!(looks, ["P0164"]);
}

async fn answers_stay_where_they_belong(app: &TestApp) {
    let things = Things::make(app).await;
    let officer = app.sign_in("officer1").await;
    for (row, words) in TABLE {
        let readable = row.starts_with("GET") && row_of(words)[1] == "yes";
        if !readable {
            continue;
        }
        let answer = ask(app, &officer, row, &things).await.is(200);
        let keep = answer.header("cache-control").unwrap();
        assert!(
            keep.contains("no-store") || keep.contains("private"),
            "{row}: {keep}"
        );
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{row}");
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.contains("default-src") && !policy.contains("unsafe-eval"),
            "{row}: {policy}"
        );
    }
    let body = json!({"login": "officer1", "password": "yizhi-trial"});
    let cookie = app
        .nobody()
        .post("/api/session", &body)
        .await
        .is(200)
        .cookie
        .unwrap();
    assert_eq!((cookie.http_only(), cookie.path()), (Some(true), Some("/")));
    assert_eq!(cookie.same_site(), Some(rocket::http::SameSite::Strict));
    assert!(cookie.value().len() >= 32, "a session is not guessed");
}

async fn in_service_nothing_of_a_trial_is_there(app: &TestApp) {
    let database = Database::create(app.database().engine()).await.unwrap();
    let app = TestApp::start_in_service(database).await;
    app.nobody()
        .get("/api/trial/accounts")
        .await
        .is(404)
        .refused("not_found");
    let officer = app.sign_in("officer1").await;
    officer
        .post("/api/trial/clock", &json!({"days": 1}))
        .await
        .is(404)
        .refused("not_found");
    assert_eq!(officer.read("/api/session").await["trial"], false);
    assert_eq!(
        officer.cookie().unwrap().secure(),
        Some(true),
        "the cookie never travels in the clear"
    );
    // A session lasts for a working day and its evening, not till the next morning.
    app.parts.clock.advance_days(1);
    officer
        .get("/api/session")
        .await
        .is(401)
        .refused("session.missing");
    officer.get("/api/cases").await.is(401).refused("session.missing");
    app.sign_in_anew("officer1").await.get("/api/cases").await.is(200);
    app.close().await;
}
