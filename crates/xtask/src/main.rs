//! The project's own commands, called as `cargo xtask …` from any folder of the workspace.
//!
//! One verb, one file. Nothing here depends on another crate of ours: the program is built and run from outside,
//! so these commands still work, and still say what is wrong, when that program does not compile.

mod bench;
mod generate;
mod layers;
mod serve;
mod test;

mod binary;
mod counts;
mod fault;
mod front;
mod npm;
mod packages;
mod postgres;
mod progress;
mod run;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::fault::Outcome;
use crate::workspace::Workspace;

/// Build, run and check Yizhi.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build what has changed and start the server on a trial county.
    Serve {
        /// Build with optimisation: slow to build, quick to run.
        #[arg(long)]
        release: bool,
        /// Handed to `yizhi serve` as they are.
        #[arg(last = true)]
        arguments: Vec<OsString>,
    },
    /// Check everything, in the order CI does, and end with one line of totals.
    Test(test::Options),
    /// Refuse dependencies that the layers of the house do not allow.
    Layers,
    /// Write the API description and the front end's types from the program.
    Generate {
        /// Change nothing; fail when a committed file is stale.
        #[arg(long)]
        check: bool,
    },
    /// Measure speed in a release build, against a throw-away PostgreSQL.
    Bench {
        /// Handed to the bench program as they are.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match dispatch(arguments.verb) {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("xtask: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(verb: Verb) -> Outcome<ExitCode> {
    let workspace = Workspace::find()?;
    match verb {
        Verb::Serve { release, arguments } => serve::run(&workspace, release, &arguments)?,
        Verb::Test(options) => return Ok(test::run(&workspace, options)),
        Verb::Layers => layers::run(&workspace)?,
        Verb::Generate { check } => generate::run(&workspace, check)?,
        Verb::Bench { arguments } => bench::run(&workspace, &arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Arguments::command().debug_assert();
    }
}
