//! `test`: everything that must hold before a change is taken, in one order, ending in one line.

mod step;

use std::process::ExitCode;

use clap::Args;

use self::step::{Stage, Step};
use crate::counts::Counts;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// What to leave out. Nothing is left out in silence.
#[derive(Args, Clone, Copy)]
pub(crate) struct Options {
    /// Only formatting, lints, layers and the Rust tests.
    #[arg(long)]
    rust: bool,
    /// Leave the browser tests out; the last lines say so.
    #[arg(long)]
    no_browser: bool,
}

/// Goes through all steps, also after one has failed: one run should tell all that is wrong.
pub(crate) fn run(workspace: &Workspace, options: Options) -> ExitCode {
    let (steps, left_out) = plan(options);
    let whole = Progress::start();
    let mut stage = Stage::new(workspace);
    let mut total = Counts::default();
    let mut failures = Vec::new();
    for (number, step) in (1..).zip(&steps) {
        let head = format!("[{number}/{}] {}", steps.len(), step.title());
        println!("\n{head}");
        let timer = Progress::start();
        let counts = step.perform(&mut stage, &steps).unwrap_or_else(|fault| {
            println!("{fault}");
            Counts::ONE_FAILED
        });
        println!("{head}: {} ({:.1} s)", verdict(counts), timer.seconds());
        if counts.failed > 0 {
            failures.push(step.title());
        }
        total += counts;
    }
    drop(stage);
    report(total, &failures, &left_out, whole.seconds());
    if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The steps in order, and those left out.
fn plan(options: Options) -> (Vec<Step>, Vec<Step>) {
    Step::ALL.into_iter().partition(|step| {
        !(options.rust && step.is_of_front_end() || options.no_browser && *step == Step::BrowserTests)
    })
}

fn verdict(counts: Counts) -> String {
    let word = if counts.failed == 0 { "passed" } else { "FAILED" };
    if counts.passed + counts.failed == 1 && counts.not_run == 0 {
        return word.to_owned();
    }
    format!(
        "{word}: {} passed, {} failed, {} not run",
        counts.passed, counts.failed, counts.not_run
    )
}

/// The last line is for programs to read; what a person should know stands above it.
fn report(total: Counts, failures: &[&str], left_out: &[Step], seconds: f64) {
    println!("\ntook {seconds:.0} s");
    for step in left_out {
        println!("NOT RUN: {} (left out on request)", step.title());
    }
    if total.not_run > 0 {
        println!("NOT RUN: tests marked as ignored or skipped: {}", total.not_run);
    }
    if !failures.is_empty() {
        println!("FAILED: {}", failures.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Options = Options {
        rust: false,
        no_browser: false,
    };

    #[test]
    fn nothing_is_left_out_unasked() {
        let (steps, left_out) = plan(ALL);
        assert_eq!((steps.len(), left_out.len()), (Step::ALL.len(), 0));
    }

    #[test]
    fn without_the_browser_only_its_tests_are_left_out() {
        assert_eq!(
            plan(Options {
                no_browser: true,
                ..ALL
            })
            .1,
            [Step::BrowserTests]
        );
    }

    #[test]
    fn rust_alone_needs_nothing_of_the_front_end() {
        let (steps, _) = plan(Options { rust: true, ..ALL });
        let wanted = [
            Step::Tools,
            Step::Format,
            Step::Lints,
            Step::Layers,
            Step::Postgres,
            Step::RustTests,
        ];
        assert_eq!(steps, wanted);
    }

    #[test]
    fn a_verdict_gives_figures_only_where_there_are_many() {
        assert_eq!(verdict(Counts::ONE_PASSED), "passed");
        assert_eq!(verdict(Counts::ONE_FAILED), "FAILED");
        let counts = Counts {
            passed: 7,
            failed: 1,
            not_run: 2,
        };
        assert_eq!(verdict(counts), "FAILED: 7 passed, 1 failed, 2 not run");
    }
}
