//! `bench`: the figures of the design, measured in a release build.

use std::ffi::OsString;

use crate::binary::{self, Profile};
use crate::fault::Outcome;
use crate::postgres::{Durability, Server};
use crate::progress::Progress;
use crate::workspace::Workspace;
use crate::{front, run};

/// Runs the bench program of the test crate. PostgreSQL keeps its promises to the disk here: what would be lost with the
/// power is not a speed we may claim.
pub(crate) fn run(workspace: &Workspace, arguments: &[OsString]) -> Outcome {
    let progress = Progress::start();
    front::make_dist_folder(workspace)?;
    progress.say("building with optimisation (many minutes the first time)");
    let bench = binary::build(workspace, "bench", Profile::Release)?;
    progress.say("starting a throw-away PostgreSQL");
    let server = Server::start(Durability::Kept)?;
    let mut command = workspace.command(bench);
    command.args(arguments).env("YIZHI_TEST_POSTGRES", server.url());
    progress.say(format!("running {}", run::describe(&command)));
    run::plain(&mut command)
}
