//! `layers`: who may know whom.
//!
//! The pure crates are easy to read and quick to test because nothing of the network, the database or the web can be
//! reached from them. This check keeps it so; a reviewer need not.

mod graph;

use std::collections::{BTreeMap, VecDeque};

use self::graph::{Graph, Kind};
use crate::fault::{Fault, Outcome};
use crate::workspace::Workspace;

const DOMAIN: &str = "yizhi-domain";
const CASEWORK: &str = "yizhi-casework";
const DISPATCH: &str = "yizhi-dispatch";
const LINKAGE: &str = "yizhi-linkage";
const SEARCH: &str = "yizhi-search";
const DOCUMENTS: &str = "yizhi-documents";
const MIGRATIONS: &str = "yizhi-migrations";
const PERSISTENCE: &str = "yizhi-persistence";
const APP: &str = "yizhi-app";
const TESTS: &str = "yizhi-tests";
const XTASK: &str = "xtask";

/// Each crate of ours, and those of ours it may name. Siblings never name each other.
const ALLOWED: [(&str, &[&str]); 11] = [
    (DOMAIN, &[]),
    (CASEWORK, &[DOMAIN]),
    (DISPATCH, &[DOMAIN]),
    (LINKAGE, &[DOMAIN]),
    (SEARCH, &[]),
    (DOCUMENTS, &[DOMAIN, CASEWORK]),
    (MIGRATIONS, &[]),
    (PERSISTENCE, &[DOMAIN, CASEWORK, DISPATCH, LINKAGE, MIGRATIONS]),
    (
        APP,
        &[
            DOMAIN,
            CASEWORK,
            DISPATCH,
            LINKAGE,
            DOCUMENTS,
            SEARCH,
            PERSISTENCE,
            MIGRATIONS,
        ],
    ),
    (
        TESTS,
        &[
            DOMAIN,
            CASEWORK,
            DISPATCH,
            LINKAGE,
            DOCUMENTS,
            SEARCH,
            PERSISTENCE,
            MIGRATIONS,
            APP,
        ],
    ),
    (XTASK, &[]),
];

/// Crates that hold rules and nothing else.
const PURE: [&str; 6] = [DOMAIN, CASEWORK, DISPATCH, LINKAGE, DOCUMENTS, SEARCH];

/// Families of crates that do input and output; a name that goes on after `-` or `_` belongs to the family.
const IMPURE: [&str; 6] = ["tokio", "rocket", "sea-orm", "sqlx", "reqwest", "hyper"];

/// Who may use the database library directly.
const DATABASE: [(&str, &[&str]); 2] = [
    ("sea-orm", &[PERSISTENCE, TESTS]),
    ("sea-orm-migration", &[MIGRATIONS, PERSISTENCE, TESTS]),
];

/// Reads the dependency graph and fails with every edge that is not allowed.
pub(crate) fn run(workspace: &Workspace) -> Outcome {
    let graph = Graph::read(workspace)?;
    let wrongs = wrongs(&graph);
    if wrongs.is_empty() {
        println!("layers: {} crates, every edge is allowed", graph.ours().count());
        return Ok(());
    }
    Err(Fault::new(format!("layers:\n  {}", wrongs.join("\n  "))))
}

/// Every breach of the rules, one sentence each.
fn wrongs(graph: &Graph) -> Vec<String> {
    let mut wrongs = Vec::new();
    for name in graph.ours() {
        wrongs.extend(edges_between_ours(graph, name));
        wrongs.extend(database_edges(graph, name));
        if PURE.contains(&name) {
            wrongs.extend(
                IMPURE
                    .iter()
                    .filter_map(|family| way_to_family(graph, name, family)),
            );
        }
        if !graph.shares_lints(name) {
            wrongs.push(format!("{name}: its Cargo.toml lacks `[lints] workspace = true`"));
        }
    }
    wrongs
}

fn edges_between_ours(graph: &Graph, name: &str) -> Vec<String> {
    let Some((_, allowed)) = ALLOWED.iter().find(|(of, _)| *of == name) else {
        return vec![format!(
            "{name}: it has no place in the layers; give it one in the table of xtask's layers.rs"
        )];
    };
    // A crate may name itself among its dev-dependencies, to turn on a feature for its own tests.
    let declared = graph
        .declared(name)
        .filter(|(to, _)| *to != name && graph.is_ours(to));
    declared
        .filter(|(to, _)| !allowed.contains(to))
        .map(|(to, kind)| format!("{name} → {to} ({kind}): not allowed"))
        .collect()
}

fn database_edges(graph: &Graph, name: &str) -> Vec<String> {
    let direct = graph.declared(name).filter(|(_, kind)| *kind == Kind::Normal);
    direct
        .filter_map(|(to, _)| {
            let (library, users) = DATABASE.iter().find(|(library, _)| *library == to)?;
            (!users.contains(&name))
                .then(|| format!("{name} → {library}: only {} may use it", users.join(", ")))
        })
        .collect()
}

/// The shortest way from a crate to one of a family by normal dependencies, if there is any.
fn way_to_family(graph: &Graph, name: &str, family: &str) -> Option<String> {
    let mut reached_from: BTreeMap<&str, Option<&str>> = BTreeMap::from([(name, None)]);
    let mut waiting = VecDeque::from([name]);
    while let Some(from) = waiting.pop_front() {
        for to in graph.resolved(from) {
            if reached_from.contains_key(to) {
                continue;
            }
            reached_from.insert(to, Some(from));
            if is_of_family(to, family) {
                return Some(format!("{}: {name} must stay pure", way(&reached_from, to)));
            }
            waiting.push_back(to);
        }
    }
    None
}

fn is_of_family(name: &str, family: &str) -> bool {
    name.strip_prefix(family)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
}

fn way(reached_from: &BTreeMap<&str, Option<&str>>, end: &str) -> String {
    let back = std::iter::successors(Some(end), |name| reached_from.get(name).copied().flatten());
    let mut way: Vec<_> = back.collect();
    way.reverse();
    way.join(" → ")
}

#[cfg(test)]
mod tests;
