//! The description of the API is the one that is committed, and it leaves nothing out.

use std::collections::{BTreeMap, BTreeSet};
use yizhi_tests::{TestApp, Value, expected, on_both_engines};

on_both_engines!(every_mounted_route_is_described);

fn described() -> Value {
    serde_json::from_str(&yizhi_app::openapi::document()).unwrap()
}

/// Method and path of every operation, such as `GET /api/cases/<id>`, with the operation.
fn operations() -> BTreeMap<String, Value> {
    let document = described();
    let mut all = BTreeMap::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let path = path.replace('{', "<").replace('}', ">");
        for (method, operation) in methods.as_object().unwrap() {
            all.insert(format!("{} /api{path}", method.to_uppercase()), operation.clone());
        }
    }
    all
}

#[test]
fn the_committed_description_is_the_one_of_this_program() {
    // As `yizhi openapi` prints it.
    let printed = format!("{}\n", yizhi_app::openapi::document());
    expected::compare("openapi.json", &printed, "`cargo xtask generate`");
}

#[test]
fn it_is_made_the_same_each_time() {
    assert_eq!(yizhi_app::openapi::document(), yizhi_app::openapi::document());
}

#[test]
fn it_is_openapi_3_1_and_holds_together() {
    let document = described();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    assert_eq!(document["servers"][0]["url"], "/api");
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 50);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(
            document.pointer(pointer).is_some(),
            "{reference} points to nothing"
        );
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "$ref" => references.push(text.clone()),
                    _ => collect(value, references),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}

/// A generator names a function after the id of an operation, so two of the same name are a fault (OpenAPI 4.8.10).
#[test]
fn each_operation_has_an_id_of_its_own() {
    let mut seen = BTreeMap::<String, Vec<String>>::new();
    for (route, operation) in operations() {
        seen.entry(operation["operationId"].as_str().unwrap().to_owned())
            .or_default()
            .push(route);
    }
    let twice: Vec<_> = seen.iter().filter(|(_, routes)| routes.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn every_parameter_of_a_path_is_described() {
    for (route, operation) in operations() {
        let in_path: BTreeSet<&str> = route
            .split('<')
            .skip(1)
            .filter_map(|part| part.split('>').next())
            .collect();
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let described: BTreeSet<&str> = parameters
            .iter()
            .filter(|parameter| parameter["in"] == "path")
            .map(|parameter| parameter["name"].as_str().unwrap())
            .collect();
        assert_eq!(in_path, described, "{route}");
    }
}

async fn every_mounted_route_is_described(app: &TestApp) {
    let described: BTreeMap<String, Value> = operations();
    let mounted: BTreeMap<String, BTreeSet<String>> = app
        .client()
        .rocket()
        .routes()
        .filter(|route| route.uri.path().starts_with("/api"))
        .map(|route| {
            let query = route.uri.query().unwrap_or("");
            let names = query.split('&').filter(|name| !name.is_empty());
            let names = names
                .map(|name| name.trim_matches(['<', '>']).to_owned())
                .collect();
            (format!("{} {}", route.method, route.uri.path()), names)
        })
        .filter(|(route, _)| route != "GET /api/openapi.json")
        .collect();
    let (of_mounted, of_described): (BTreeSet<_>, BTreeSet<_>) =
        (mounted.keys().collect(), described.keys().collect());
    assert_eq!(of_mounted, of_described);
    for (route, names) in &mounted {
        let parameters = described[route]["parameters"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let in_query: BTreeSet<String> = parameters
            .iter()
            .filter(|parameter| parameter["in"] == "query")
            .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(*names, in_query, "{route}");
    }
    let served = app.nobody().get("/api/openapi.json").await.is(200);
    assert_eq!(served.text(), yizhi_app::openapi::document());
}
