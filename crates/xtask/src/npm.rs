//! Node.js packages: what is needed is installed once, and again only when the lock file has changed.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;
use std::process::Command;

use crate::fault::{Fault, Outcome, While};
use crate::run;

/// The oldest Node.js the front end's tools run on.
const OLDEST_NODE: u32 = 20;

/// Written into `node_modules` after an installation; `npm ci` empties that folder, so a stamp never outlives its packages.
const INSTALLED: &str = "node_modules/.yizhi-installed";

/// Fails with instructions when Node.js or npm is absent or too old.
pub(crate) fn require_node() -> Outcome {
    let wanted = format!(
        "Node.js {OLDEST_NODE} or newer and npm are needed to build the front end: \
         install them from https://nodejs.org or with your system's packages (nodejs, npm)"
    );
    let version = Command::new("node")
        .arg("--version")
        .output()
        .while_doing(&wanted)?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Fault::new(format!("{wanted}; this is Node.js {version}")));
    }
    if !run::works(Command::new("npm").arg("--version")) {
        return Err(Fault::new(format!("{wanted}; npm is absent")));
    }
    Ok(())
}

/// Whether the installed packages are not those of the lock file.
pub(crate) fn must_install(package: &Path) -> Outcome<bool> {
    let installed = fs::read_to_string(package.join(INSTALLED)).unwrap_or_default();
    Ok(installed != lock_stamp(package)?)
}

/// Installs exactly what the lock file says, unless that was done before.
pub(crate) fn install_if_changed(package: &Path) -> Outcome {
    if !must_install(package)? {
        return Ok(());
    }
    require_node()?;
    // Warnings on packages of packages help nobody who only wants to start.
    run::plain(npm(package).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    let stamp = package.join(INSTALLED);
    fs::create_dir_all(package.join("node_modules")).while_doing(stamp.display())?;
    fs::write(&stamp, lock_stamp(package)?).while_doing(stamp.display())
}

/// `npm run <script>` in a package.
pub(crate) fn script(package: &Path, name: &str) -> Command {
    let mut command = npm(package);
    command.args(["run", name]);
    command
}

fn npm(package: &Path) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(package);
    command
}

fn lock_stamp(package: &Path) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    for name in ["package.json", "package-lock.json"] {
        let path = package.join(name);
        hasher.write(&fs::read(&path).while_doing(path.display())?);
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major(""), None);
    }

    #[test]
    fn a_changed_lock_file_asks_for_an_installation() {
        let package = tempfile::tempdir().unwrap();
        let path = package.path();
        fs::create_dir(path.join("node_modules")).unwrap();
        fs::write(path.join("package.json"), "{}").unwrap();
        fs::write(path.join("package-lock.json"), "one").unwrap();
        assert!(must_install(path).unwrap());
        fs::write(path.join(INSTALLED), lock_stamp(path).unwrap()).unwrap();
        assert!(!must_install(path).unwrap());
        fs::write(path.join("package-lock.json"), "two").unwrap();
        assert!(must_install(path).unwrap());
    }

    #[test]
    fn a_package_that_is_not_there_is_named() {
        let nowhere = tempfile::tempdir().unwrap();
        let fault = must_install(nowhere.path()).unwrap_err().to_string();
        assert!(fault.contains("package.json"), "{fault}");
    }
}
