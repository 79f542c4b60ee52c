//! The front end: built once, and again only when one of its sources has changed.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use crate::fault::{Outcome, While};
use crate::progress::Progress;
use crate::workspace::Workspace;
use crate::{npm, run};

/// Which sources the present `dist` was made from. It stands here, not in `dist`, so that the program does not serve it.
const BUILT: &str = "node_modules/.yizhi-built";

/// Makes sure that `dist` belongs to the sources as they are now.
pub(crate) fn build_if_changed(workspace: &Workspace, progress: &Progress) -> Outcome {
    let web = workspace.web();
    if is_built(&web)? {
        return Ok(());
    }
    npm::require_node()?;
    if npm::must_install(&web)? {
        progress.say("front end: installing its packages (npm ci; only after package-lock.json has changed)");
        npm::install_if_changed(&web)?;
    }
    progress.say("front end: building (npm run build; only after a source has changed)");
    build(workspace)
}

/// Builds in any case.
pub(crate) fn build(workspace: &Workspace) -> Outcome {
    let web = workspace.web();
    let sources = sources_stamp(&web)?;
    run::plain(&mut npm::script(&web, "build"))?;
    let stamp = web.join(BUILT);
    fs::write(&stamp, sources).while_doing(stamp.display())
}

/// The program embeds `dist` and does not compile without that folder, even where the pages do not matter.
pub(crate) fn make_dist_folder(workspace: &Workspace) -> Outcome {
    let dist = workspace.web().join("dist");
    fs::create_dir_all(&dist).while_doing(dist.display())
}

fn is_built(web: &Path) -> Outcome<bool> {
    let built = fs::read_to_string(web.join(BUILT)).unwrap_or_default();
    Ok(web.join("dist/index.html").is_file() && built == sources_stamp(web)?)
}

/// A fingerprint of names and contents. Times are not asked: git sets them anew at each change of branch, and they say
/// nothing of a file that was removed.
fn sources_stamp(web: &Path) -> Outcome<String> {
    let mut files = Vec::new();
    collect(web, &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        let bytes = fs::read(file).while_doing(file.display())?;
        let name = file.strip_prefix(web).unwrap_or(file);
        for part in [name.as_os_str().as_encoded_bytes(), &bytes] {
            hasher.write_usize(part.len());
            hasher.write(part);
        }
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder).while_doing(folder.display())? {
        let entry = entry.while_doing(folder.display())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            if !matches!(name.as_str(), "node_modules" | "dist") && !name.starts_with('.') {
                collect(&entry.path(), files)?;
            }
        } else if !name.starts_with('.') && !name.ends_with(".test.ts") {
            files.push(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(web: &Path, name: &str, content: &str) {
        let path = web.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    #[test]
    fn only_changed_sources_ask_for_a_build() {
        let folder = tempfile::tempdir().unwrap();
        let web = folder.path();
        put(web, "src/main.ts", "one");
        put(web, "dist/index.html", "<html>");
        assert!(!is_built(web).unwrap());

        put(web, BUILT, &sources_stamp(web).unwrap());
        put(web, "dist/assets/a.js", "made");
        put(web, "node_modules/vue/index.js", "installed");
        put(web, "src/money.test.ts", "a test");
        assert!(is_built(web).unwrap());

        put(web, "src/main.ts", "two");
        assert!(!is_built(web).unwrap());
        put(web, "src/main.ts", "one");
        assert!(is_built(web).unwrap());

        fs::rename(web.join("src/main.ts"), web.join("src/start.ts")).unwrap();
        assert!(!is_built(web).unwrap());
    }

    #[test]
    fn a_stamp_without_pages_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        let web = folder.path();
        put(web, "src/main.ts", "one");
        put(web, BUILT, &sources_stamp(web).unwrap());
        assert!(!is_built(web).unwrap());
    }
}
