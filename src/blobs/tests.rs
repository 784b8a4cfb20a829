use super::*;
use futures_util::TryStreamExt;
use jiff::ToSpan;
use sha2::Digest;

const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

async fn store() -> (tempfile::TempDir, Blobs) {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::open(folder.path()).await.unwrap();
    (folder, blobs)
}

fn incoming(folder: &tempfile::TempDir) -> usize {
    std::fs::read_dir(folder.path().join("blobs/incoming"))
        .unwrap()
        .count()
}

#[tokio::test]
async fn a_file_is_found_under_its_digest() {
    let (folder, blobs) = store().await;
    let mut writer = blobs.writer(3).await.unwrap();
    writer.write(b"ab").await.unwrap();
    assert!(!blobs.exists(ABC).await.unwrap());
    writer.write(b"c").await.unwrap();
    let stored = writer.finish().await.unwrap();
    assert_eq!(
        stored,
        Stored {
            digest: ABC.to_owned(),
            size_bytes: 3
        }
    );
    assert!(folder.path().join(format!("blobs/ba/78/{ABC}")).is_file());
    assert_eq!(blobs.put("abc").await.unwrap(), stored);
    assert!(blobs.exists(ABC).await.unwrap());
    assert_eq!(
        blobs.get(ABC).await.unwrap().read_all(3).await.unwrap(),
        b"abc"
    );
    assert!(matches!(
        blobs.get(ABC).await.unwrap().read_all(2).await,
        Err(BlobError::LimitExceeded { limit: 2 })
    ));
    assert_eq!(incoming(&folder), 0);
}

#[tokio::test]
async fn a_large_file_is_read_in_parts() {
    let (_folder, blobs) = store().await;
    let bytes: Vec<u8> = (0..1_000_003_u32).map(|n| (n % 251) as u8).collect();
    let mut writer = blobs.writer(u64::MAX).await.unwrap();
    for chunk in bytes.chunks(7001) {
        writer.write(chunk).await.unwrap();
    }
    let stored = writer.finish().await.unwrap();
    blobs.verify(&stored.digest).await.unwrap();
    let whole: Vec<Bytes> = blobs
        .get(&stored.digest)
        .await
        .unwrap()
        .into_stream()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(whole.concat(), bytes);
    let part = blobs
        .get(&stored.digest)
        .await
        .unwrap()
        .range(500_000, 300_001)
        .await
        .unwrap();
    assert_eq!((part.size_bytes(), part.left_bytes()), (1_000_003, 300_001));
    assert_eq!(
        part.read_all(u64::MAX).await.unwrap(),
        &bytes[500_000..800_001]
    );
    let end = blobs
        .get(&stored.digest)
        .await
        .unwrap()
        .range(1_000_000, 99)
        .await
        .unwrap();
    assert_eq!(end.read_all(u64::MAX).await.unwrap(), &bytes[1_000_000..]);
    let beyond = blobs
        .get(&stored.digest)
        .await
        .unwrap()
        .range(u64::MAX, 1)
        .await
        .unwrap();
    assert!(beyond.read_all(u64::MAX).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_file_too_large_or_given_up_leaves_nothing() {
    let (folder, blobs) = store().await;
    let mut writer = blobs.writer(4).await.unwrap();
    writer.write(b"1234").await.unwrap();
    assert_eq!(incoming(&folder), 1);
    assert!(matches!(
        writer.write(b"5").await,
        Err(BlobError::LimitExceeded { limit: 4 })
    ));
    assert_eq!(incoming(&folder), 0);
    assert!(writer.finish().await.is_err());
    drop(blobs.writer(4).await.unwrap());
    assert_eq!(incoming(&folder), 0);
}

#[tokio::test]
async fn of_a_file_too_large_the_hash_so_far_stays() {
    let (_folder, blobs) = store().await;
    let mut writer = blobs.writer(4).await.unwrap();
    writer.write(b"abc").await.unwrap();
    writer.write(b"de").await.unwrap_err();
    let hash = writer.abandon().unwrap();
    assert_eq!(hex::encode(hash.finalize()), ABC);
    assert!(blobs.writer(4).await.unwrap().abandon().is_none());
}

#[tokio::test]
async fn damage_is_noticed_and_mended() {
    let (folder, blobs) = store().await;
    blobs.put("abc").await.unwrap();
    let path = folder.path().join(format!("blobs/ba/78/{ABC}"));
    std::fs::write(&path, "abd").unwrap();
    assert!(matches!(blobs.verify(ABC).await, Err(BlobError::Damaged)));
    blobs.put("abc").await.unwrap();
    blobs.verify(ABC).await.unwrap();
}

#[tokio::test]
async fn what_is_not_a_digest_leads_nowhere() {
    let (_folder, blobs) = store().await;
    let upper = ABC.to_uppercase();
    for text in [
        "",
        "../../etc/passwd",
        upper.as_str(),
        "ba78",
        &format!("{}é", &ABC[..62]),
    ] {
        assert!(
            matches!(blobs.get(text).await, Err(BlobError::NotFound)),
            "{text}"
        );
        assert!(
            matches!(blobs.verify(text).await, Err(BlobError::NotFound)),
            "{text}"
        );
        assert!(!blobs.exists(text).await.unwrap());
    }
    assert!(matches!(blobs.get(ABC).await, Err(BlobError::NotFound)));
}

#[tokio::test]
async fn half_written_files_of_a_crash_are_removed() {
    let (folder, blobs) = store().await;
    std::fs::write(folder.path().join("blobs/incoming/1-1"), "half").unwrap();
    let written = std::fs::metadata(folder.path().join("blobs/incoming/1-1"))
        .unwrap()
        .modified()
        .unwrap();
    let written = Timestamp::try_from(written).unwrap();
    assert_eq!(blobs.delete_abandoned(written - 1.hour()).await.unwrap(), 0);
    assert_eq!(blobs.delete_abandoned(written + 1.hour()).await.unwrap(), 1);
    blobs.check_writable().await.unwrap();
    assert_eq!(incoming(&folder), 0);
}

#[tokio::test]
async fn a_full_disk_is_called_full() {
    // `/dev/full` refuses every byte; where it is missing there is nothing to try.
    let Ok(mut full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        return;
    };
    let error = std::io::Write::write_all(&mut full, b"x").unwrap_err();
    assert!(matches!(BlobError::from(error), BlobError::Full));
}
