//! `serve`: from a fresh copy to a running trial county in one command.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;

use crate::binary::{self, Profile};
use crate::fault::{Fault, Outcome};
use crate::progress::Progress;
use crate::workspace::Workspace;
use crate::{front, run};

/// Builds what has changed, then becomes the server: being replaced by it, xtask stands between no one and Ctrl-C.
pub(crate) fn run(workspace: &Workspace, release: bool, arguments: &[OsString]) -> Outcome {
    let progress = Progress::start();
    front::build_if_changed(workspace, &progress)?;
    let profile = if release { Profile::Release } else { Profile::Debug };
    progress.say("program: building what has changed (cargo build; minutes the first time)");
    let program = binary::build(workspace, "yizhi", profile)?;

    let mut server = workspace.command(program);
    server.args(["serve", "--trial"]).args(arguments);
    progress.say(format!("starting {}", run::describe(&server)));
    let cause = server.exec();
    Err(Fault::new(format!("{}: {cause}", run::describe(&server))))
}
