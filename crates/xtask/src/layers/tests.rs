//! The rules on planted graphs, and on the real workspace.

use super::graph::{Graph, Kind, Ours, takes_workspace_lints};
use super::*;

/// A workspace of two crates, as it should be.
fn sound() -> Graph {
    let mut graph = Graph::default();
    plant(&mut graph, DOMAIN, "serde", Kind::Normal);
    plant(&mut graph, CASEWORK, DOMAIN, Kind::Normal);
    graph
}

/// Adds an edge; a crate of ours that is new comes with the shared lints.
fn plant(graph: &mut Graph, from: &str, to: &str, kind: Kind) {
    if from.starts_with("yizhi-") || from == XTASK {
        let new = || Ours {
            declared: Vec::new(),
            shares_lints: true,
        };
        graph
            .ours
            .entry(from.to_owned())
            .or_insert_with(new)
            .declared
            .push((to.to_owned(), kind));
    }
    if kind == Kind::Normal {
        graph
            .resolved
            .entry(from.to_owned())
            .or_default()
            .insert(to.to_owned());
    }
}

fn one_wrong(graph: &Graph) -> String {
    let wrongs = wrongs(graph);
    assert_eq!(wrongs.len(), 1, "{wrongs:?}");
    wrongs.concat()
}

#[test]
fn a_sound_workspace_has_no_wrongs() {
    assert_eq!(wrongs(&sound()), Vec::<String>::new());
}

#[test]
fn an_edge_upward_is_named() {
    let mut graph = sound();
    plant(&mut graph, DOMAIN, CASEWORK, Kind::Normal);
    assert_eq!(
        one_wrong(&graph),
        "yizhi-domain → yizhi-casework (normal): not allowed"
    );
}

#[test]
fn siblings_never_name_each_other_even_in_tests() {
    let mut graph = sound();
    plant(&mut graph, DISPATCH, DOMAIN, Kind::Normal);
    plant(&mut graph, DISPATCH, CASEWORK, Kind::Dev);
    assert_eq!(
        one_wrong(&graph),
        "yizhi-dispatch → yizhi-casework (dev): not allowed"
    );
}

#[test]
fn a_crate_may_turn_on_its_own_feature_for_its_tests() {
    let mut graph = sound();
    plant(&mut graph, CASEWORK, CASEWORK, Kind::Dev);
    assert_eq!(wrongs(&graph), Vec::<String>::new());
}

#[test]
fn xtask_knows_none_of_ours() {
    let mut graph = sound();
    plant(&mut graph, XTASK, DOMAIN, Kind::Build);
    assert_eq!(one_wrong(&graph), "xtask → yizhi-domain (build): not allowed");
}

#[test]
fn a_new_crate_must_be_given_a_place() {
    let mut graph = sound();
    plant(&mut graph, "yizhi-extra", "serde", Kind::Normal);
    assert!(one_wrong(&graph).starts_with("yizhi-extra: it has no place"));
}

#[test]
fn the_whole_way_to_a_runtime_is_named() {
    let mut graph = sound();
    plant(&mut graph, "serde", "helpful", Kind::Normal);
    plant(&mut graph, "helpful", "tokio-util", Kind::Normal);
    let wrongs = wrongs(&graph);
    assert_eq!(
        wrongs,
        [
            "yizhi-casework → yizhi-domain → serde → helpful → tokio-util: yizhi-casework must stay pure",
            "yizhi-domain → serde → helpful → tokio-util: yizhi-domain must stay pure",
        ]
    );
}

#[test]
fn a_runtime_for_tests_only_is_no_breach() {
    let mut graph = sound();
    plant(&mut graph, CASEWORK, "tokio", Kind::Dev);
    assert_eq!(wrongs(&graph), Vec::<String>::new());
}

#[test]
fn a_family_is_not_any_word_with_the_same_beginning() {
    assert!(is_of_family("sqlx", "sqlx"));
    assert!(is_of_family("rocket_codegen", "rocket"));
    assert!(!is_of_family("hyperloglog", "hyper"));
}

#[test]
fn the_database_library_stays_in_persistence() {
    let mut graph = sound();
    plant(&mut graph, PERSISTENCE, "sea-orm", Kind::Normal);
    plant(&mut graph, MIGRATIONS, "sea-orm-migration", Kind::Normal);
    plant(&mut graph, TESTS, "sea-orm", Kind::Normal);
    assert_eq!(wrongs(&graph), Vec::<String>::new());
    plant(&mut graph, APP, "sea-orm", Kind::Normal);
    assert_eq!(
        one_wrong(&graph),
        "yizhi-app → sea-orm: only yizhi-persistence, yizhi-tests may use it"
    );
}

#[test]
fn a_crate_without_the_shared_lints_is_named() {
    let mut graph = sound();
    graph.ours.insert(LINKAGE.to_owned(), Ours::default());
    assert_eq!(
        one_wrong(&graph),
        "yizhi-linkage: its Cargo.toml lacks `[lints] workspace = true`"
    );
}

#[test]
fn lints_are_read_in_both_ways_of_writing() {
    assert!(takes_workspace_lints(
        "[package]\nname = \"a\"\n\n[lints]\nworkspace = true # all\n"
    ));
    assert!(takes_workspace_lints("lints.workspace = true\n[package]\n"));
    assert!(!takes_workspace_lints("[lints]\n# workspace = true\n"));
    assert!(!takes_workspace_lints("[dependencies.serde]\nworkspace = true\n"));
}

#[test]
fn this_workspace_keeps_its_layers() {
    let graph = Graph::read(&Workspace::find().unwrap()).unwrap();
    assert!(graph.ours().count() >= ALLOWED.len());
    // The graph was truly read: what must be found somewhere is found.
    assert!(way_to_family(&graph, APP, "rocket").is_some());
    assert_eq!(wrongs(&graph), Vec::<String>::new());
}
