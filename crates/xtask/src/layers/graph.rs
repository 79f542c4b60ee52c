//! The dependency graph, as far as the rules on layers ask about it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};
use std::fs;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

use crate::fault::{Fault, Outcome, While};
use crate::workspace::Workspace;

/// What a dependency is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Normal,
    Dev,
    Build,
}

impl Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Normal => "normal",
            Self::Dev => "dev",
            Self::Build => "build",
        })
    }
}

/// A crate of this workspace.
#[derive(Default)]
pub(super) struct Ours {
    /// As its manifest declares them, optional ones too: an edge is wrong even while it is turned off.
    pub(super) declared: Vec<(String, Kind)>,
    /// Whether it takes the lints all crates share.
    pub(super) shares_lints: bool,
}

/// Crates by name. Two versions of one crate are one here: the rules do not ask for versions.
#[derive(Default)]
pub(super) struct Graph {
    pub(super) ours: BTreeMap<String, Ours>,
    /// Normal dependencies as cargo resolved them, of all crates.
    pub(super) resolved: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    pub(super) fn read(workspace: &Workspace) -> Outcome<Self> {
        let manifest = workspace.root().join("Cargo.toml");
        let metadata = MetadataCommand::new()
            .manifest_path(manifest)
            .exec()
            .while_doing("cargo metadata")?;
        let mut graph = Self {
            resolved: resolved(&metadata)?,
            ..Self::default()
        };
        for package in metadata.workspace_packages() {
            graph.ours.insert(package.name.to_string(), ours(package)?);
        }
        Ok(graph)
    }

    pub(super) fn ours(&self) -> impl Iterator<Item = &str> {
        self.ours.keys().map(String::as_str)
    }

    pub(super) fn is_ours(&self, name: &str) -> bool {
        self.ours.contains_key(name)
    }

    pub(super) fn shares_lints(&self, name: &str) -> bool {
        self.ours.get(name).is_some_and(|ours| ours.shares_lints)
    }

    pub(super) fn declared(&self, name: &str) -> impl Iterator<Item = (&str, Kind)> {
        self.ours
            .get(name)
            .into_iter()
            .flat_map(|ours| ours.declared.iter().map(|(to, kind)| (to.as_str(), *kind)))
    }

    pub(super) fn resolved(&self, name: &str) -> impl Iterator<Item = &str> {
        self.resolved.get(name).into_iter().flatten().map(String::as_str)
    }
}

fn ours(package: &Package) -> Outcome<Ours> {
    let manifest = fs::read_to_string(&package.manifest_path).while_doing(&package.manifest_path)?;
    let declared = package.dependencies.iter().map(|dependency| {
        let kind = match dependency.kind {
            DependencyKind::Development => Kind::Dev,
            DependencyKind::Build => Kind::Build,
            _ => Kind::Normal,
        };
        (dependency.name.clone(), kind)
    });
    Ok(Ours {
        declared: declared.collect(),
        shares_lints: takes_workspace_lints(&manifest),
    })
}

fn resolved(metadata: &Metadata) -> Outcome<BTreeMap<String, BTreeSet<String>>> {
    let names: BTreeMap<&PackageId, &str> = metadata
        .packages
        .iter()
        .map(|package| (&package.id, package.name.as_str()))
        .collect();
    let resolve = metadata
        .resolve
        .as_ref()
        .ok_or_else(|| Fault::new("cargo metadata gave no dependency graph"))?;
    let mut resolved: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for node in &resolve.nodes {
        let Some(from) = names.get(&node.id) else { continue };
        let normal = node.deps.iter().filter(|dep| {
            dep.dep_kinds
                .iter()
                .any(|info| info.kind == DependencyKind::Normal)
        });
        let to = normal
            .filter_map(|dep| names.get(&dep.pkg))
            .map(ToString::to_string);
        resolved.entry((*from).to_owned()).or_default().extend(to);
    }
    Ok(resolved)
}

/// `cargo metadata` does not tell of lints, so the manifest's lines are asked, in both ways they can be written.
pub(super) fn takes_workspace_lints(manifest: &str) -> bool {
    let mut section = "";
    for line in manifest
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
    {
        let words: String = line.split_whitespace().collect();
        if line.starts_with('[') {
            section = line;
        } else if (section == "[lints]" && words == "workspace=true")
            || (section.is_empty() && words == "lints.workspace=true")
        {
            return true;
        }
    }
    false
}
