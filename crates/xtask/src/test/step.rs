//! The steps of `test`, each in a few lines.

use crate::binary::{self, Profile};
use crate::counts::{self, Counts};
use crate::fault::Outcome;
use crate::packages::{self, Need};
use crate::postgres::{Durability, Server};
use crate::workspace::Workspace;
use crate::{front, generate, layers, npm, run};

/// One step; the order here is the order of the run. Quick ones and those that later ones build on come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Tools,
    Format,
    FrontPackages,
    FrontTypes,
    FrontTests,
    FrontBuild,
    Lints,
    Layers,
    Postgres,
    RustTests,
    Generated,
    BrowserTests,
}

/// What the steps share.
pub(super) struct Stage<'a> {
    workspace: &'a Workspace,
    postgres: Option<Server>,
}

impl<'a> Stage<'a> {
    pub(super) fn new(workspace: &'a Workspace) -> Self {
        Self {
            workspace,
            postgres: None,
        }
    }

    /// Where tests find PostgreSQL. When it did not start, that step has failed already; the others still run.
    fn with_postgres(&self, command: &mut std::process::Command) {
        if let Some(server) = &self.postgres {
            command.env("YIZHI_TEST_POSTGRES", server.url());
        } else {
            command.env_remove("YIZHI_TEST_POSTGRES");
        }
    }
}

impl Step {
    pub(super) const ALL: [Self; 12] = [
        Self::Tools,
        Self::Format,
        Self::FrontPackages,
        Self::FrontTypes,
        Self::FrontTests,
        Self::FrontBuild,
        Self::Lints,
        Self::Layers,
        Self::Postgres,
        Self::RustTests,
        Self::Generated,
        Self::BrowserTests,
    ];

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Tools => "tools of this machine",
            Self::Format => "formatting",
            Self::FrontPackages => "front end: packages",
            Self::FrontTypes => "front end: types",
            Self::FrontTests => "front end: tests",
            Self::FrontBuild => "front end: build",
            Self::Lints => "lints",
            Self::Layers => "layers",
            Self::Postgres => "throw-away PostgreSQL",
            Self::RustTests => "Rust tests",
            Self::Generated => "generated files",
            Self::BrowserTests => "browser tests",
        }
    }

    /// Whether it needs Node.js.
    pub(super) fn is_of_front_end(self) -> bool {
        matches!(
            self,
            Self::FrontPackages
                | Self::FrontTypes
                | Self::FrontTests
                | Self::FrontBuild
                | Self::Generated
                | Self::BrowserTests
        )
    }

    pub(super) fn perform(self, stage: &mut Stage<'_>, steps: &[Self]) -> Outcome<Counts> {
        let workspace = stage.workspace;
        match self {
            Self::RustTests => return rust_tests(stage),
            Self::FrontTests => {
                return run::counted(&mut npm::script(&workspace.web(), "test"), counts::vitest);
            }
            Self::BrowserTests => return browser_tests(stage),
            Self::Tools => tools(steps)?,
            Self::Format => run::plain(&mut workspace.cargo(["fmt", "--all", "--check"]))?,
            Self::FrontPackages => npm::install_if_changed(&workspace.web())?,
            Self::FrontTypes => run::plain(&mut npm::script(&workspace.web(), "typecheck"))?,
            Self::FrontBuild => front::build(workspace)?,
            Self::Lints => lints(workspace)?,
            Self::Layers => layers::run(workspace)?,
            Self::Postgres => stage.postgres = Some(Server::start(Durability::Waived)?),
            Self::Generated => generate::run(workspace, true)?,
        }
        Ok(Counts::ONE_PASSED)
    }
}

/// Only what the planned steps need.
fn tools(steps: &[Step]) -> Outcome {
    let mut needs = Vec::new();
    if steps.contains(&Step::Postgres) {
        needs.push(Need::Postgres);
    }
    if steps.contains(&Step::BrowserTests) {
        needs.extend([Need::Chromium, Need::ChineseFont]);
    }
    packages::ensure_rust_components()?;
    if steps.iter().any(|step| step.is_of_front_end()) {
        npm::require_node()?;
    }
    packages::ensure(&needs)
}

fn lints(workspace: &Workspace) -> Outcome {
    front::make_dist_folder(workspace)?;
    run::plain(&mut workspace.cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn rust_tests(stage: &Stage<'_>) -> Outcome<Counts> {
    front::make_dist_folder(stage.workspace)?;
    let mut command = stage.workspace.cargo(["test", "--workspace", "--no-fail-fast"]);
    stage.with_postgres(&mut command);
    run::counted(&mut command, counts::libtest)
}

/// Each of these tests starts a server of its own from the program built here.
fn browser_tests(stage: &Stage<'_>) -> Outcome<Counts> {
    let package = stage.workspace.browser_tests();
    npm::install_if_changed(&package)?;
    let program = binary::build(stage.workspace, "yizhi", Profile::Debug)?;
    let mut command = npm::script(&package, "test");
    command
        .env("YIZHI_BIN", program)
        .env("CHROMIUM", packages::chromium()?);
    stage.with_postgres(&mut command);
    run::counted(&mut command, counts::node)
}
