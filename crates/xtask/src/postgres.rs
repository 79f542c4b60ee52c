//! A throw-away PostgreSQL: made for one run, on a free loopback port, and gone afterwards.
//!
//! It must also go when this process is killed and runs no code of its own any more. So a small shell, the keeper, holds
//! the reading end of a pipe whose writing end is ours. However we end, the system closes our end; the keeper then
//! stops the server and removes its folder. `Drop` uses the same way.

mod account;
mod leftover;

use std::env;
use std::fs::{self, DirBuilder};
use std::net::TcpListener;
use std::os::unix::fs::{DirBuilderExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio, id};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::fault::{Fault, Outcome, While};
use crate::packages::on_path;
use crate::run;

use self::account::Account;

/// Folders of our servers begin so, followed by the number of the process they belong to.
const PREFIX: &str = "yizhi-postgres-";

/// Waits until our end of the pipe is closed, then clears up. `$1` is `pg_ctl`, `$2` the server's folder.
const KEEPER: &str =
    r#"read -r _; "$1" stop --mode=immediate --pgdata="$2/data" >/dev/null 2>&1; rm -rf "$2""#;

/// What the server does at a commit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// Waits for the disk, as in service: for measuring.
    Kept,
    /// Does not: tests are quicker, and nothing is worth keeping.
    Waived,
}

/// A running server. It stops and leaves nothing behind when this value goes away.
pub(crate) struct Server {
    keeper: Child,
    port: u16,
}

impl Server {
    /// Starts a server of its own; clears first what a killed run may have left.
    pub(crate) fn start(durability: Durability) -> Outcome<Self> {
        let programs = programs()?;
        let account = Account::choose()?;
        leftover::clear(&programs, &account);

        let folder = new_folder(&account)?;
        let keeper = account
            .command("sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(programs.join("pg_ctl"))
            .arg(&folder)
            .stdin(Stdio::piped())
            // Not in the terminal's foreground group: Ctrl-C must reach us, and must not stop the keeper.
            .process_group(0)
            .spawn()
            .while_doing("starting the keeper of the throw-away PostgreSQL")?;
        // From here on, leaving early drops the value, and the keeper clears up.
        let mut server = Self { keeper, port: 0 };
        make_cluster(&programs, &account, &folder)?;
        server.port = launch(&programs, &account, &folder, durability)?;
        Ok(server)
    }

    /// How to reach it, as an owner who may create databases.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        _ = self.keeper.wait();
    }
}

/// The folder of the server's programs: the one the path leads to, else Debian's newest.
pub(crate) fn programs() -> Outcome<PathBuf> {
    let on_path = on_path("postgres").and_then(|file| fs::canonicalize(file).ok());
    let on_path = on_path.and_then(|file| file.parent().map(Path::to_owned));
    on_path.into_iter().chain(debian_folders()).find(|folder| is_complete(folder)).ok_or_else(|| {
        Fault::new("PostgreSQL's server programs (initdb, pg_ctl, postgres) are not found; on Debian: apt-get install postgresql")
    })
}

fn is_complete(folder: &Path) -> bool {
    ["initdb", "pg_ctl", "postgres"]
        .into_iter()
        .all(|program| folder.join(program).is_file())
}

/// Debian keeps each major version apart, and off the path.
fn debian_folders() -> Vec<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut versions: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .collect();
    versions.sort();
    versions.into_iter().rev().map(|(_, folder)| folder).collect()
}

fn new_folder(account: &Account) -> Outcome<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("{PREFIX}{}-{}", id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let folder = env::temp_dir().join(name);
    DirBuilder::new()
        .mode(0o700)
        .create(&folder)
        .while_doing(folder.display())?;
    if let Some((user, group)) = account.ids() {
        chown(&folder, Some(user), Some(group)).while_doing(folder.display())?;
    }
    Ok(folder)
}

fn make_cluster(programs: &Path, account: &Account, folder: &Path) -> Outcome {
    let mut initdb = account.command(programs.join("initdb"));
    initdb.args([
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]);
    run::quiet(initdb.arg("--pgdata").arg(folder.join("data")))
}

/// Starts the server on a free port. Between our finding the port and its taking it, someone else may; so it tries again.
fn launch(programs: &Path, account: &Account, folder: &Path, durability: Durability) -> Outcome<u16> {
    let mut attempts = 3;
    loop {
        attempts -= 1;
        let port = free_port()?;
        let started = run::quiet(&mut pg_ctl_start(programs, account, folder, port, durability));
        match started {
            Ok(()) => return Ok(port),
            Err(_) if attempts > 0 => {}
            Err(fault) => {
                let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
                return Err(Fault::new(format!("{fault}\n{log}")));
            }
        }
    }
}

fn pg_ctl_start(
    programs: &Path,
    account: &Account,
    folder: &Path,
    port: u16,
    durability: Durability,
) -> Command {
    // Many tests at once, each with a pool of its own; TCP only, since a socket's path may be too long for the system.
    let mut options =
        format!("-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300");
    if durability == Durability::Waived {
        options.push_str(" -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
    }
    let mut command = account.command(programs.join("pg_ctl"));
    command.args([
        "start",
        "--wait",
        "--timeout=60",
        "--silent",
        "--options",
        &options,
    ]);
    command
        .arg("--pgdata")
        .arg(folder.join("data"))
        .arg("--log")
        .arg(folder.join("log"));
    command
}

fn free_port() -> Outcome<u16> {
    let what = "a free loopback port";
    let listener = TcpListener::bind(("127.0.0.1", 0)).while_doing(what)?;
    Ok(listener.local_addr().while_doing(what)?.port())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpStream;

    fn folders_of_this_process() -> usize {
        let own = format!("{PREFIX}{}-", id());
        let entries = fs::read_dir(env::temp_dir()).unwrap().flatten();
        entries
            .filter(|entry| entry.file_name().to_string_lossy().starts_with(&own))
            .count()
    }

    #[test]
    fn a_server_answers_and_leaves_nothing_behind() {
        let server = Server::start(Durability::Waived).unwrap();
        let port = server.port;
        assert_eq!(
            server.url(),
            format!("postgres://postgres@127.0.0.1:{port}/postgres")
        );
        assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
        assert_eq!(folders_of_this_process(), 1);

        drop(server);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        assert_eq!(folders_of_this_process(), 0);
    }
}
