//! Programs of the operating system that the tests need, beyond Rust and Node.js.
//!
//! On a Debian machine where we are root (a fresh container, CI) they are installed; anywhere else the person is told
//! what to install. A test whose tool is absent is never skipped in silence.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::{Fault, Outcome};
use crate::{postgres, run};

/// One thing the tests need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// The server's own programs, not only the client: a private server is started from them.
    Postgres,
    /// Any Chromium the browser tests can drive.
    Chromium,
    /// Without it, Chinese pages are drawn as empty boxes, and sizes on them are wrong.
    ChineseFont,
}

impl Need {
    /// The name of Debian's package.
    fn package(self) -> &'static str {
        match self {
            Self::Postgres => "postgresql",
            Self::Chromium => "chromium",
            Self::ChineseFont => "fonts-noto-cjk",
        }
    }

    fn is_met(self) -> bool {
        match self {
            Self::Postgres => postgres::programs().is_ok(),
            Self::Chromium => chromium().is_ok(),
            Self::ChineseFont => has_chinese_font(),
        }
    }
}

/// Makes sure that all needs are met, or says what to install.
pub(crate) fn ensure(needs: &[Need]) -> Outcome {
    let absent = unmet(needs);
    if !absent.is_empty() && is_root() && on_path("apt-get").is_some() {
        println!("installing {}", packages(&absent));
        install(&absent)?;
    }
    let absent = unmet(needs);
    if absent.is_empty() {
        Ok(())
    } else {
        Err(Fault::new(advice(&absent)))
    }
}

/// Makes sure that rustfmt and clippy are there; rustup's smallest profile leaves them out.
pub(crate) fn ensure_rust_components() -> Outcome {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if run::works(Command::new("cargo").args([command, "--version"])) {
            continue;
        }
        if on_path("rustup").is_none() {
            return Err(Fault::new(format!(
                "{component} is absent; install it beside cargo"
            )));
        }
        run::plain(Command::new("rustup").args(["component", "add", component]))?;
    }
    Ok(())
}

/// The browser: the one named by `CHROMIUM`, else the first on the path.
pub(crate) fn chromium() -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").map(PathBuf::from)
        && named.is_file()
    {
        return Ok(named);
    }
    [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
    ]
    .into_iter()
    .find_map(on_path)
    .ok_or_else(|| Fault::new(advice(&[Need::Chromium])))
}

/// Where a program stands on the path.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Whether we may do everything.
pub(crate) fn is_root() -> bool {
    run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim_ascii() == b"0")
}

fn has_chinese_font() -> bool {
    let noto = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
    Path::new(noto).is_file()
        || run::output(Command::new("fc-list").arg(":lang=zh"))
            .is_ok_and(|fonts| !fonts.trim_ascii().is_empty())
}

fn unmet(needs: &[Need]) -> Vec<Need> {
    needs.iter().copied().filter(|need| !need.is_met()).collect()
}

fn install(absent: &[Need]) -> Outcome {
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run::plain(apt().arg("update"))?;
    let names = absent.iter().map(|need| need.package());
    run::plain(
        apt()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(names),
    )
}

fn packages(absent: &[Need]) -> String {
    let names: Vec<_> = absent.iter().map(|need| need.package()).collect();
    names.join(" ")
}

fn advice(absent: &[Need]) -> String {
    let names = packages(absent);
    format!(
        "not found on this machine: {names}; on Debian: \
         sudo apt-get update && sudo apt-get install --no-install-recommends {names}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_exactly_what_is_absent() {
        let advice = advice(&[Need::Postgres, Need::ChineseFont]);
        assert!(
            advice.contains("--no-install-recommends postgresql fonts-noto-cjk"),
            "{advice}"
        );
        assert!(!advice.contains("chromium"), "{advice}");
    }

    #[test]
    fn programs_are_found_on_the_path() {
        assert!(on_path("sh").is_some());
        assert!(on_path("no-such-program-anywhere").is_none());
    }
}
