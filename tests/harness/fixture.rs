//! The county 330383, read once for all tests of a program.

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};
use yizhi_app::{
    catalogue::Shelf,
    start,
    trial::{self, Shown},
};
use yizhi_dispatch::coverage::Coverage;
use yizhi_domain::{
    Moment,
    county::{County, Files},
};

/// A photo: a real JPEG of 32 by 24 pixels.
pub const PHOTO: &[u8] = include_bytes!("photo.jpg");
/// A picture: a real PNG.
pub const PICTURE: &[u8] = include_bytes!("picture.png");

/// The folder of the county.
#[must_use]
pub fn folder() -> PathBuf {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    workspace.join("fixtures/counties/330383")
}

/// Its files.
#[must_use]
pub fn files() -> Files {
    static READ: OnceLock<Files> = OnceLock::new();
    READ.get_or_init(|| start::read_folder(&folder()).unwrap())
        .clone()
}

/// The county with its areas.
#[must_use]
pub fn county() -> (Arc<County>, Arc<Coverage>, Shelf) {
    static READ: OnceLock<(Arc<County>, Arc<Coverage>, Shelf)> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let county = start::parse_county(&files()).unwrap();
        let coverage = Coverage::try_new(&county.areas).unwrap();
        let today = crate::app::BEGIN.parse::<Moment>().unwrap().date_naive();
        let shelf = Shelf::new(county.catalogue.clone(), start::parse_lexicon().unwrap(), today);
        (Arc::new(county), Arc::new(coverage), shelf)
    });
    let (county, coverage, shelf) = read;
    // What one test publishes, no other one sees.
    (Arc::clone(county), Arc::clone(coverage), shelf.copy())
}

/// The trial accounts.
#[must_use]
pub fn accounts() -> Vec<Shown> {
    trial::read_accounts(&files()["trial/accounts.csv"]).unwrap()
}

/// A photo unlike every other: what stands after the end of a JPEG is no part of the picture.
#[must_use]
pub fn photo(number: u8) -> Vec<u8> {
    let mut bytes = PHOTO.to_vec();
    bytes.extend([b'#', number]);
    bytes
}

/// SM3 of bytes, hex; made here and not by the application, which must come to the same.
#[must_use]
pub fn sm3(bytes: &[u8]) -> String {
    use sm3::{Digest, Sm3};
    Sm3::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
