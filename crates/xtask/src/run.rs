//! How other programs are called: their output is seen as it comes, and a failure names the call.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, ExitStatus, Stdio};

use crate::counts::{Counts, Reader};
use crate::fault::{Fault, Outcome, While};

/// Runs to the end, its output going straight to ours.
pub(crate) fn plain(command: &mut Command) -> Outcome {
    let status = command.status().while_doing(describe(command))?;
    succeeded(command, status)
}

/// Runs to the end and gives back what was printed; complaints still go straight to our stderr.
pub(crate) fn output(command: &mut Command) -> Outcome<Vec<u8>> {
    let done = command
        .stderr(Stdio::inherit())
        .output()
        .while_doing(describe(command))?;
    succeeded(command, done.status)?;
    Ok(done.stdout)
}

/// Runs to the end in silence; what was printed is shown only with a failure.
pub(crate) fn quiet(command: &mut Command) -> Outcome {
    let done = command.output().while_doing(describe(command))?;
    succeeded(command, done.status).map_err(|fault| {
        let said = [done.stdout, done.stderr].concat();
        Fault::new(format!("{fault}\n{}", String::from_utf8_lossy(&said).trim()))
    })
}

/// Whether a command can be run and ends well.
pub(crate) fn works(command: &mut Command) -> bool {
    command.output().is_ok_and(|done| done.status.success())
}

/// Runs a test program: passes its output on line by line, and adds up the totals it prints.
///
/// A test program that fails without saying which test failed (it did not compile, it crashed) counts as one failure,
/// and so does one that ran no test at all: silence is not success.
pub(crate) fn counted(command: &mut Command, reader: Reader) -> Outcome<Counts> {
    counted_into(command, reader, &mut std::io::stdout())
}

fn counted_into(command: &mut Command, reader: Reader, out: &mut dyn Write) -> Outcome<Counts> {
    let words = describe(command);
    let mut child = command.stdout(Stdio::piped()).spawn().while_doing(&words)?;
    let mut counts = Counts::default();
    if let Some(stdout) = child.stdout.take() {
        let mut lines = BufReader::new(stdout);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).while_doing(&words)? > 0 {
            out.write_all(&line)
                .and_then(|()| out.flush())
                .while_doing("writing to the terminal")?;
            counts += reader(&String::from_utf8_lossy(&line)).unwrap_or_default();
            line.clear();
        }
    }
    let status = child.wait().while_doing(&words)?;
    let silent = if counts.failed > 0 {
        None
    } else if !status.success() {
        Some(format!("{words}: {status}"))
    } else if counts.passed == 0 {
        Some(format!("{words}: no test was run"))
    } else {
        None
    };
    if let Some(why) = silent {
        writeln!(out, "{why}").while_doing("writing to the terminal")?;
        counts.failed = 1;
    }
    Ok(counts)
}

/// The call as it would be typed.
pub(crate) fn describe(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect();
    words.join(" ")
}

fn succeeded(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        Ok(())
    } else {
        Err(Fault::new(format!("{}: {status}", describe(command))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counts;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    /// What is printed stays here: a total on the real output would be counted by `cargo xtask test` itself.
    fn count(script: &str) -> (Counts, String) {
        let mut out = Vec::new();
        let counts = counted_into(&mut shell(script), counts::libtest, &mut out).unwrap();
        (counts, String::from_utf8(out).unwrap())
    }

    #[test]
    fn totals_of_all_test_binaries_are_added_and_passed_on() {
        let line =
            "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let (counts, out) = count(&format!("echo '{line}'; echo '{line}'"));
        assert_eq!(
            counts,
            Counts {
                passed: 4,
                failed: 0,
                not_run: 2
            }
        );
        assert_eq!(out, format!("{line}\n{line}\n"));
    }

    #[test]
    fn a_crash_without_totals_is_a_failure() {
        let (counts, out) = count("exit 101");
        assert_eq!(counts, Counts::ONE_FAILED);
        assert!(out.contains("101"), "{out}");
    }

    #[test]
    fn a_crash_after_good_totals_is_a_failure() {
        let (counts, _) = count("echo 'test result: ok. 2 passed; 0 failed;'; exit 101");
        assert_eq!(
            counts,
            Counts {
                passed: 2,
                failed: 1,
                not_run: 0
            }
        );
    }

    #[test]
    fn no_test_at_all_is_a_failure() {
        let (counts, out) = count("echo nothing here");
        assert_eq!(counts, Counts::ONE_FAILED);
        assert!(out.ends_with("no test was run\n"), "{out}");
    }

    #[test]
    fn a_failure_names_the_call_and_what_was_said() {
        let fault = quiet(&mut shell("echo why >&2; exit 3")).unwrap_err().to_string();
        assert!(fault.contains("sh -c") && fault.contains("why"), "{fault}");
    }
}
