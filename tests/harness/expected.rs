//! Files in `tests/expected` that hold what a test must see; a change of them is seen in review.

use std::{fs, path::PathBuf};

/// `UPDATE_EXPECTED=1` writes the files anew.
pub const UPDATE: &str = "UPDATE_EXPECTED";

/// Compares with the file of this name, or writes it. `how` says how else the file is made.
pub fn compare(name: &str, actual: &str, how: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("expected")
        .join(name);
    if std::env::var(UPDATE).is_ok_and(|value| value == "1") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, actual).unwrap();
        return;
    }
    let path_shown = path.display();
    let kept =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path_shown}: {error}; {how} writes it"));
    if kept == actual {
        return;
    }
    let differs = (1..)
        .zip(kept.lines().zip(actual.lines()))
        .find(|(_, (a, b))| a != b);
    match differs {
        Some((line, (kept, now))) => {
            panic!(
                "{path_shown}, line {line}, holds\n  {kept}\nand it is\n  {now}\nIf that is meant: {how} writes it"
            )
        }
        None => panic!(
            "{path_shown} has {} lines and it is {}; {how} writes it",
            kept.lines().count(),
            actual.lines().count()
        ),
    }
}
