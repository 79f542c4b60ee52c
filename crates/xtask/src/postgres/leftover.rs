//! Clearing up after a run whose keeper was killed too, or whose machine went down.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run;

use super::PREFIX;
use super::account::Account;

/// Stops and removes the servers of processes that are no more. What cannot be cleared is left: it belongs to somebody
/// else, or it is tried again next time.
pub(super) fn clear(programs: &Path, account: &Account) {
    for entry in fs::read_dir(env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(owner);
        if owner.is_some_and(|owner| !is_alive(owner)) {
            stop(programs, account, &entry.path());
            _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The process a server's folder belongs to.
fn owner(folder: &str) -> Option<u32> {
    folder.strip_prefix(PREFIX)?.split('-').next()?.parse().ok()
}

/// Asked of the shell, which can on every system. A process of another user counts as gone; but then we may neither stop
/// its server nor remove its folder.
fn is_alive(process: u32) -> bool {
    run::works(Command::new("sh").args(["-c", &format!("kill -0 {process}")]))
}

/// `pg_ctl` trusts the number in the server's file, which after a restart of the machine may be another process's: so
/// that process must first be seen to run on this very folder.
fn stop(programs: &Path, account: &Account, folder: &Path) {
    let data = folder.join("data");
    let pid_file = fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
    let Some(Ok(server)) = pid_file.lines().next().map(str::parse::<u32>) else {
        return;
    };
    let words = fs::read(format!("/proc/{server}/cmdline")).unwrap_or_default();
    if String::from_utf8_lossy(&words).contains(&*data.to_string_lossy()) {
        let mut command = account.command(programs.join("pg_ctl"));
        _ = run::quiet(command.args(["stop", "--mode=immediate", "--pgdata"]).arg(data));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::id;

    #[test]
    fn the_owner_stands_in_the_name() {
        assert_eq!(owner("yizhi-postgres-4711-0"), Some(4711));
        assert_eq!(owner("yizhi-postgres-"), None);
        assert_eq!(owner("systemd-private-4711"), None);
    }

    #[test]
    fn a_living_process_is_told_from_a_dead_one() {
        assert!(is_alive(id()));
        let mut child = Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        assert!(!is_alive(child.id()));
    }
}
