//! Stored bytes.

use crate::support::id;
use yizhi_domain::id::FileId;
use yizhi_persistence::{Files, StoreError};

#[tokio::test]
async fn bytes_are_written_once_and_read_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(folder.path().join("files")).await.unwrap();
    let file = FileId(id(0xab));
    let stored = files.put(file, b"abc").await.unwrap();
    assert_eq!(stored.size, 3);
    assert_eq!(
        stored.sm3,
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    );
    assert_eq!(
        files.put(file, b"abc").await.unwrap(),
        stored,
        "the same again is no harm"
    );
    assert!(matches!(
        files.put(file, b"abd").await,
        Err(StoreError::Inconsistent { .. })
    ));
    assert_eq!(
        files.get(file, &stored.sm3).await.unwrap().as_deref(),
        Some(&b"abc"[..])
    );
    assert_eq!(files.get(FileId(id(2)), &stored.sm3).await.unwrap(), None);
    let path = folder.path().join("files/ab").join(file.to_string());
    std::fs::write(&path, b"abd").unwrap();
    assert!(matches!(
        files.get(file, &stored.sm3).await,
        Err(StoreError::Inconsistent { .. })
    ));
    let left: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
    assert_eq!(left.len(), 1, "no temporary file is left");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_write_under_one_id_one_wins() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(folder.path()).await.unwrap();
    let mut running = tokio::task::JoinSet::new();
    for n in 0..16_u8 {
        let files = files.clone();
        running.spawn(async move { files.put(FileId(id(1)), &[n; 1000]).await.ok() });
    }
    let stored: Vec<_> = running.join_all().await.into_iter().flatten().collect();
    assert_eq!(stored.len(), 1);
    assert!(files.get(FileId(id(1)), &stored[0].sm3).await.unwrap().is_some());
}
