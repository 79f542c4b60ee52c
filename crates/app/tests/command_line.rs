//! The program as a person at a terminal has it. (That there is a test of the program also makes cargo build the
//! program with the tests, which `tests/acceptance/crash.rs` needs.)
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

fn county() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/counties/330383")
}

fn yizhi(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yizhi"));
    command.args(arguments).stdin(Stdio::null());
    for name in ["YIZHI_DATABASE", "YIZHI_DATA", "YIZHI_COUNTY"] {
        command.env_remove(name);
    }
    command
}

/// On a data folder, with the county.
fn at(data: &Path, arguments: &[&str]) -> Command {
    let mut command = yizhi(arguments);
    command.arg("--data").arg(data).arg("--county").arg(county());
    command
}

fn accepted(mut command: Command) -> String {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

fn refused(mut command: Command, says: &str) {
    let Output { status, stderr, .. } = command.output().unwrap();
    let stderr = String::from_utf8_lossy(&stderr);
    assert!(!status.success() && stderr.contains(says), "{stderr}");
}

#[test]
fn it_prints_the_description_of_its_api() {
    let printed = accepted(yizhi(&["openapi"]));
    assert_eq!(printed, format!("{}\n", yizhi_app::openapi::document()));
}

#[test]
fn it_checks_a_county_and_says_every_fault() {
    let folder = county();
    let printed = accepted(yizhi(&["check-county", folder.to_str().unwrap()]));
    assert_eq!(printed, "龙港市: 3043 items, no fault\n");
    let faulty = tempfile::tempdir().unwrap();
    fs::write(faulty.path().join("brigades.csv"), "code,name\nB 1,市容\n").unwrap();
    let check = || yizhi(&["check-county", faulty.path().to_str().unwrap()]);
    refused(check(), "brigades.csv, row 2, column 'code'");
    refused(check(), "items.csv, row 0");
    refused(yizhi(&["check-county", "/nowhere"]), "cannot read /nowhere");
}

#[test]
fn a_trial_stays_a_trial_and_stays_at_home() {
    let data = tempfile::tempdir().unwrap();
    refused(
        at(data.path(), &["serve", "--trial", "--address", "0.0.0.0"]),
        "loopback address only",
    );
    refused(
        at(data.path(), &["serve", "--clock", "2026-07-20T09:00:00+08:00"]),
        "only a trial has a clock",
    );
    let database = format!("sqlite:{}?mode=rwc", data.path().join("one.sqlite").display());
    let job = |more: &[&str]| {
        at(
            data.path(),
            &[&["job", "outbox_relay", "--database", &database], more].concat(),
        )
    };
    assert_eq!(accepted(job(&["--trial"])), "outbox_relay: 0\n");
    refused(job(&[]), "this is a trial database");
    let other = format!("sqlite:{}?mode=rwc", data.path().join("two.sqlite").display());
    let rebuild = |more: &[&str]| at(data.path(), &[&["rebuild", "--database", &other], more].concat());
    assert_eq!(accepted(rebuild(&[])), "rebuilt the projections of 0 streams\n");
    refused(rebuild(&["--trial"]), "this is not a trial database");
    refused(
        at(data.path(), &["job", "no_such_job", "--database", &other]),
        "no job of this name",
    );
}

#[test]
fn an_account_is_for_a_person_with_a_password() {
    let data = tempfile::tempdir().unwrap();
    let make = |person: &str, password: &str| {
        let mut command = at(data.path(), &["account", "wang", person]);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A refusal may come before the password is read.
        let _unread = child.stdin.take().unwrap().write_all(password.as_bytes());
        child.wait_with_output().unwrap()
    };
    let says = |output: Output| String::from_utf8(output.stderr).unwrap();
    assert!(says(make("P9999", "long enough a password")).contains("no person with this id"));
    assert!(says(make("P0001", "too short")).contains("at least 12 characters"));
    let made = make("P0001", "long enough a password\n");
    assert_eq!(
        String::from_utf8(made.stdout).unwrap(),
        "the account wang is ready\n"
    );
}
