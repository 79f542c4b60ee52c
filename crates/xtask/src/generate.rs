//! `generate`: files that are written by the program and committed, so that a change of the API is seen in review.

use std::fs;
use std::path::{Path, PathBuf};

use crate::binary::{self, Profile};
use crate::fault::{Fault, Outcome, While};
use crate::progress::Progress;
use crate::workspace::Workspace;
use crate::{front, npm, run};

/// Writes the generated files, or with `check` says which of them are stale.
pub(crate) fn run(workspace: &Workspace, check: bool) -> Outcome {
    let progress = Progress::start();
    front::make_dist_folder(workspace)?;
    progress.say("building the program that describes its API");
    let program = binary::build(workspace, "yizhi", Profile::Debug)?;
    progress.say("asking it for the OpenAPI description, and making TypeScript of that");
    let made = make(workspace, &program)?;
    if check {
        refuse_stale(workspace, &made)
    } else {
        write(workspace, &made, &progress)
    }
}

/// A generated file: where it stands in the workspace, and what it should hold.
struct Made {
    place: PathBuf,
    content: Vec<u8>,
}

/// The order matters: the types are made from the description just asked for, not from the committed one.
fn make(workspace: &Workspace, program: &Path) -> Outcome<Vec<Made>> {
    let web = workspace.web();
    npm::install_if_changed(&web)?;
    let description = run::output(workspace.command(program).arg("openapi"))?;

    let folder = tempfile::tempdir().while_doing("a temporary folder")?;
    let json = folder.path().join("openapi.json");
    let types = folder.path().join("generated.ts");
    fs::write(&json, &description).while_doing(json.display())?;
    run::quiet(
        workspace
            .command(web.join("node_modules/.bin/openapi-typescript"))
            .arg(&json)
            .arg("--output")
            .arg(&types),
    )?;
    let types = fs::read(&types).while_doing(types.display())?;
    Ok(vec![
        Made {
            place: PathBuf::from("tests/expected/openapi.json"),
            content: description,
        },
        Made {
            place: PathBuf::from("crates/app/web/src/api/generated.ts"),
            content: types,
        },
    ])
}

fn write(workspace: &Workspace, made: &[Made], progress: &Progress) -> Outcome {
    for file in stale(workspace.root(), made) {
        let path = workspace.root().join(&file.place);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).while_doing(folder.display())?;
        }
        fs::write(&path, &file.content).while_doing(path.display())?;
        progress.say(format!("wrote {}", file.place.display()));
    }
    Ok(())
}

fn refuse_stale(workspace: &Workspace, made: &[Made]) -> Outcome {
    let names: Vec<_> = stale(workspace.root(), made)
        .map(|file| file.place.display().to_string())
        .collect();
    if names.is_empty() {
        return Ok(());
    }
    Err(Fault::new(format!(
        "stale: {}; run `cargo xtask generate` and commit the result",
        names.join(", ")
    )))
}

/// Those whose file is absent or holds something else.
fn stale<'a>(root: &Path, made: &'a [Made]) -> impl Iterator<Item = &'a Made> {
    made.iter().filter(move |file| {
        fs::read(root.join(&file.place)).map_or(true, |committed| committed != file.content)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_and_different_files_are_stale() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("same"), "1").unwrap();
        fs::write(root.path().join("other"), "1").unwrap();
        let made = [("same", "1"), ("other", "2"), ("absent", "3")].map(|(place, content)| Made {
            place: place.into(),
            content: content.into(),
        });
        let stale: Vec<_> = stale(root.path(), &made)
            .map(|file| file.place.to_str().unwrap())
            .collect();
        assert_eq!(stale, ["other", "absent"]);
    }
}
