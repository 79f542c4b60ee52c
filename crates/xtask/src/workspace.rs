//! Where things stand in the workspace, and how cargo is called in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::{Fault, Outcome};

/// The workspace these commands work on, whatever folder they were called from.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Two folders above this crate. `cargo run` tells at run time where the crate stands, which stays right after
    /// the workspace was moved; the place known at compile time serves when the program is started directly.
    pub(crate) fn find() -> Outcome<Self> {
        let crate_folder = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        match crate_folder.ancestors().nth(2) {
            Some(root) if root.join("Cargo.toml").is_file() => Ok(Self {
                root: root.to_owned(),
            }),
            _ => Err(Fault::new(format!(
                "no workspace is found above {}",
                crate_folder.display()
            ))),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The Vue front end.
    pub(crate) fn web(&self) -> PathBuf {
        self.root.join("crates/app/web")
    }

    /// The browser tests, a Node.js package of their own.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// A cargo command in the workspace.
    ///
    /// Always ask for `--workspace`: another choice of packages unites other features, and then cargo compiles
    /// shared dependencies a second time, which takes minutes.
    pub(crate) fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = self.command(cargo);
        command.args(arguments);
        command
    }

    /// A command started in the workspace's root, without the variables `cargo run` has set for xtask itself: some
    /// build scripts watch them, and would make cargo rebuild their crates each time.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(describes_this_crate) {
                command.env_remove(name);
            }
        }
        command
    }
}

fn describes_this_crate(variable: &str) -> bool {
    variable.starts_with("CARGO_PKG_")
        || matches!(
            variable,
            "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH" | "CARGO_BIN_NAME" | "CARGO_CRATE_NAME" | "OUT_DIR"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_this_crate() {
        let workspace = Workspace::find().unwrap();
        assert!(workspace.root().join("crates/xtask/Cargo.toml").is_file());
    }

    #[test]
    fn only_what_describes_this_crate_is_taken_away() {
        assert!(describes_this_crate("CARGO_PKG_VERSION"));
        assert!(describes_this_crate("CARGO_MANIFEST_DIR"));
        assert!(!describes_this_crate("CARGO_TARGET_DIR"));
        assert!(!describes_this_crate("CARGO_HOME"));
    }
}
