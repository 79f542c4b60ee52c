//! Building our programs, and finding where cargo has put them.

use std::io::BufReader;
use std::path::PathBuf;
use std::process::Stdio;

use cargo_metadata::Message;

use crate::fault::{Fault, Outcome, While};
use crate::run;
use crate::workspace::Workspace;

/// How a program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Debug,
    Release,
}

/// Builds all programs of the workspace and gives the place of one of them.
///
/// All, because `-p` would unite other features and compile shared dependencies anew. The place is the one cargo itself
/// reports, so that a target folder set elsewhere is no surprise.
pub(crate) fn build(workspace: &Workspace, program: &str, profile: Profile) -> Outcome<PathBuf> {
    let mut command = workspace.cargo([
        "build",
        "--workspace",
        "--bins",
        "--message-format=json-render-diagnostics",
    ]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    let words = run::describe(&command);
    let mut cargo = command.stdout(Stdio::piped()).spawn().while_doing(&words)?;
    let mut place = None;
    if let Some(stdout) = cargo.stdout.take() {
        for message in Message::parse_stream(BufReader::new(stdout)) {
            if let Message::CompilerArtifact(artifact) = message.while_doing(&words)?
                && artifact.target.name == program
                && let Some(executable) = artifact.executable
            {
                place = Some(executable.into_std_path_buf());
            }
        }
    }
    let status = cargo.wait().while_doing(&words)?;
    if !status.success() {
        return Err(Fault::new(format!("{words}: {status}")));
    }
    place.ok_or_else(|| Fault::new(format!("{words}: the workspace has no program named {program}")))
}
