//! From a command line to the parts: open, migrate, load the county once.

use crate::{
    catalogue::{Shelf, lexicon},
    clock::{BureauClock, machine_now},
    parts::Parts,
    trial::{self, setting},
};
use std::{path::Path, sync::Arc};
use yizhi_dispatch::coverage::Coverage;
use yizhi_domain::{
    Moment,
    county::{County, Files as CountyFiles},
};
use yizhi_persistence::{Files, Store};
use yizhi_search::Lexicon;

/// Where everything is.
#[derive(Debug, Clone)]
pub struct Places {
    /// URL of the database.
    pub database: String,
    /// Folder of stored files.
    pub files: std::path::PathBuf,
    /// Folder of the county.
    pub county: std::path::PathBuf,
}

/// What goes wrong before the server is up; said in words a person at a terminal understands.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error("{0}")]
    Store(#[from] yizhi_persistence::StoreError),
    /// Reading a folder.
    #[error("cannot read {path}: {source}")]
    Read {
        /// Which.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The county has faults; nothing was loaded.
    #[error("the county is not loaded, its files have {} fault(s):\n{}", .0.len(), .0.join("\n"))]
    County(Vec<String>),
    /// The database is of the other kind.
    #[error("{0}")]
    Trial(&'static str),
    /// Something of ours.
    #[error("{0}")]
    Fault(String),
}

/// Reads all files of a county folder, those of `trial/` too.
pub fn read_folder(folder: &Path) -> Result<CountyFiles, StartError> {
    let bad = |path: &Path| {
        let path = path.display().to_string();
        move |source| StartError::Read { path, source }
    };
    let mut files = CountyFiles::new();
    for (folder, prefix) in [(folder.to_owned(), ""), (folder.join("trial"), "trial/")] {
        if !prefix.is_empty() && !folder.exists() {
            continue;
        }
        for entry in std::fs::read_dir(&folder).map_err(bad(&folder))? {
            let path = entry.map_err(bad(&folder))?.path();
            if let (true, Some(name)) = (path.is_file(), path.file_name().and_then(|name| name.to_str())) {
                files.insert(
                    format!("{prefix}{name}"),
                    std::fs::read(&path).map_err(bad(&path))?,
                );
            }
        }
    }
    Ok(files)
}

/// Reads and checks a county; all faults are named.
pub fn parse_county(files: &CountyFiles) -> Result<County, StartError> {
    County::parse(files)
        .map_err(|faults| StartError::County(faults.iter().map(ToString::to_string).collect()))
}

/// The lexicon that is built into the program.
pub fn parse_lexicon() -> Result<Lexicon, StartError> {
    lexicon::built_in().map_err(|faults| StartError::County(faults.iter().map(ToString::to_string).collect()))
}

/// Opens the database, loads the county the first time, and in a trial makes the accounts.
///
/// A database is a trial one from its first start or never.
pub async fn parts(
    places: &Places,
    trial: bool,
    clock: Option<Moment>,
    scheduler: bool,
) -> Result<Parts, StartError> {
    let store = Store::open(&places.database).await?;
    let known = store.read_county().await?;
    let is_trial = store.setting(setting::TRIAL).await?.as_deref() == Some("yes");
    if known.is_some() && is_trial && !trial {
        return Err(StartError::Trial(
            "this is a trial database; it is served with --trial only, on loopback only",
        ));
    }
    if known.is_some() && !is_trial && trial {
        return Err(StartError::Trial(
            "this is not a trial database; a trial needs its own database",
        ));
    }
    let fresh = known.is_none();
    let mut shown = Vec::new();
    let county = match known {
        Some(county) => county,
        None => {
            let files = read_folder(&places.county)?;
            let county = parse_county(&files)?;
            if let Some(csv) = files.get("trial/accounts.csv").filter(|_| trial) {
                shown =
                    trial::read_accounts(csv).map_err(|error| StartError::County(vec![error.to_string()]))?;
                let strangers = shown
                    .iter()
                    .filter(|account| county.roster.person(&account.person).is_none());
                let faults: Vec<String> = strangers
                    .map(|account| {
                        format!(
                            "trial/accounts.csv, login '{}': no person {}",
                            account.login, account.person
                        )
                    })
                    .collect();
                if !faults.is_empty() {
                    return Err(StartError::County(faults));
                }
            }
            county
        }
    };
    let today = clock.unwrap_or_else(machine_now).date_naive();
    let shelf = Shelf::new(county.catalogue.clone(), parse_lexicon()?, today);
    let coverage = Coverage::try_new(&county.areas).map_err(|error| StartError::Fault(error.to_string()))?;
    let offset = store
        .setting(setting::CLOCK)
        .await?
        .and_then(|text| text.parse().ok())
        .unwrap_or(0);
    let clock = match clock {
        Some(moment) if trial => BureauClock::starting_at(moment),
        _ if trial => BureauClock::with_offset(offset),
        _ => BureauClock::default(),
    };
    let parts = Parts {
        files: Files::open(&places.files).await?,
        coverage: Arc::new(coverage),
        shelf,
        clock: Arc::new(clock),
        county: Arc::new(county),
        node: uuid::Uuid::new_v4().to_string(),
        store,
        trial,
        scheduler,
    };
    if fresh {
        if trial {
            let made = trial::make_accounts(&parts, &shown).await;
            made.map_err(|error| StartError::Fault(format!("{error:?}")))?;
        }
        // Last, because a county that is there means that the start was whole.
        parts.store.save_county(&parts.county).await?;
    }
    parts
        .shelf
        .refresh(&parts.store, parts.today())
        .await
        .map_err(|error| StartError::Fault(format!("{error:?}")))?;
    if trial {
        parts
            .store
            .save_setting(setting::CLOCK, &parts.clock.offset_seconds().to_string())
            .await?;
    }
    Ok(parts)
}
