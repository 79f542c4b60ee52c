//! Whose account the server runs under: PostgreSQL refuses to run as root.

use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::fault::{Fault, Outcome};
use crate::packages::is_root;
use crate::run;

/// The account of the server and its keeper.
pub(super) enum Account {
    /// Ours, which is not root.
    Own,
    /// Another, which root may take on.
    Other { user: u32, group: u32 },
}

impl Account {
    /// Debian's `postgres` where it exists, else `nobody`, which every system has.
    pub(super) fn choose() -> Outcome<Self> {
        if !is_root() {
            return Ok(Self::Own);
        }
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| {
                Some(Self::Other {
                    user: number("-u", name)?,
                    group: number("-g", name)?,
                })
            })
            .ok_or_else(|| {
                Fault::new(
                    "PostgreSQL refuses root, and there is no account named postgres or nobody to run it",
                )
            })
    }

    pub(super) fn ids(&self) -> Option<(u32, u32)> {
        match *self {
            Self::Own => None,
            Self::Other { user, group } => Some((user, group)),
        }
    }

    /// A command under this account, in a folder it can surely enter. Giving up root also gives up root's further groups.
    pub(super) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/");
        if let Some((user, group)) = self.ids() {
            command.uid(user).gid(group);
        }
        command
    }
}

fn number(kind: &str, name: &str) -> Option<u32> {
    let mut command = Command::new("id");
    command.args([kind, name]);
    if !run::works(&mut command) {
        return None;
    }
    String::from_utf8(run::output(&mut command).ok()?)
        .ok()?
        .trim()
        .parse()
        .ok()
}
