//! How many tests passed and failed, read from the totals that test programs print.

use std::ops::AddAssign;

/// Tests by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) not_run: u64,
}

impl Counts {
    /// A step that is not made of tests counts as one.
    pub(crate) const ONE_PASSED: Self = Self {
        passed: 1,
        failed: 0,
        not_run: 0,
    };
    /// The same, failed.
    pub(crate) const ONE_FAILED: Self = Self {
        passed: 0,
        failed: 1,
        not_run: 0,
    };
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.not_run += other.not_run;
    }
}

/// Reads the totals from one line of output, if the line has any.
pub(crate) type Reader = fn(&str) -> Option<Counts>;

/// `cargo test`: `test result: ok. 3 passed; 0 failed; 1 ignored; …`, once for each test binary.
///
/// Tests that were filtered out are not counted: nobody asked for them.
pub(crate) fn libtest(line: &str) -> Option<Counts> {
    let line = without_colour(line);
    let totals = line.trim().strip_prefix("test result: ")?;
    Some(Counts {
        passed: number_before("passed", totals),
        failed: number_before("failed", totals),
        not_run: number_before("ignored", totals),
    })
}

/// vitest: `Tests  1 failed | 11 passed | 2 skipped (14)`; the line on test files says the same in other units.
pub(crate) fn vitest(line: &str) -> Option<Counts> {
    let line = without_colour(line);
    let totals = line.trim().strip_prefix("Tests ")?;
    Some(Counts {
        passed: number_before("passed", totals),
        failed: number_before("failed", totals),
        not_run: number_before("skipped", totals) + number_before("todo", totals),
    })
}

/// `node --test`: `# pass 3` in a pipe, `ℹ pass 3` on a terminal, one line for each kind.
///
/// A cancelled test began and did not end, so it failed.
pub(crate) fn node(line: &str) -> Option<Counts> {
    let line = without_colour(line);
    let line = line.trim_end();
    let (kind, number) = line
        .strip_prefix("# ")
        .or_else(|| line.strip_prefix("ℹ "))?
        .split_once(' ')?;
    let number = number.parse().ok()?;
    match kind {
        "pass" => Some(Counts {
            passed: number,
            ..Counts::default()
        }),
        "fail" | "cancelled" => Some(Counts {
            failed: number,
            ..Counts::default()
        }),
        "skipped" | "todo" => Some(Counts {
            not_run: number,
            ..Counts::default()
        }),
        _ => None,
    }
}

/// The number standing before a word, or nought.
fn number_before(word: &str, totals: &str) -> u64 {
    let words: Vec<_> = totals
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    words
        .windows(2)
        .find_map(|pair| match pair {
            [number, after] if *after == word => number.parse().ok(),
            _ => None,
        })
        .unwrap_or(0)
}

/// Takes terminal colours away: some tools keep them in a pipe when CI asks for colour.
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            // ESC [ numbers letter
            characters.find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64, not_run: u64) -> Option<Counts> {
        Some(Counts {
            passed,
            failed,
            not_run,
        })
    }

    #[test]
    fn cargo_test() {
        let ok = "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 7 filtered out; finished in 0.42s\n";
        assert_eq!(libtest(ok), counts(12, 0, 3));
        let bad =
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s";
        assert_eq!(libtest(bad), counts(4, 2, 0));
        assert_eq!(libtest("test domain::money::tests::adds ... ok"), None);
    }

    #[test]
    fn vitest_with_and_without_colour() {
        assert_eq!(
            vitest("      Tests  1 failed | 11 passed | 2 skipped (14)\n"),
            counts(11, 1, 2)
        );
        assert_eq!(
            vitest("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[32m5 passed\u{1b}[39m (5)"),
            counts(5, 0, 0)
        );
        assert_eq!(vitest(" Test Files  1 passed (1)"), None);
    }

    #[test]
    fn node_test_in_both_forms() {
        assert_eq!(node("# pass 3"), counts(3, 0, 0));
        assert_eq!(node("ℹ fail 1\n"), counts(0, 1, 0));
        assert_eq!(node("# cancelled 2"), counts(0, 2, 0));
        assert_eq!(node("# skipped 4"), counts(0, 0, 4));
        assert_eq!(node("# tests 8"), None);
        assert_eq!(node("# pass the salt"), None);
        assert_eq!(node("ok 1 - pass 3"), None);
    }
}
