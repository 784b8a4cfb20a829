//! Every test runs on SQLite, and on PostgreSQL (in a schema of its own) when `REDRESS_TEST_POSTGRES` is its URL.

mod rows;
mod sample;
mod transactions;

use super::connection::{DbConn, POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS, SqliteSettings};
use super::*;
use diesel::connection::SimpleConnection;
use std::sync::atomic::{AtomicU32, Ordering};

/// An empty database of its own for one test.
pub struct TestStore {
    pub store: Store,
    pub url: String,
    schema: Option<(String, String)>,
    _folder: Option<tempfile::TempDir>,
}

impl std::ops::Deref for TestStore {
    type Target = Store;
    fn deref(&self) -> &Store {
        &self.store
    }
}

impl Drop for TestStore {
    fn drop(&mut self) {
        self.store.close();
        if let Some((base, schema)) = &self.schema {
            connect(base)
                .batch_execute(&format!("DROP SCHEMA {schema} CASCADE"))
                .unwrap();
        }
    }
}

fn connect(url: &str) -> DbConn {
    let settings = SqliteSettings {
        synchronous: "OFF",
        cache_kib: 1000,
        mmap_bytes: 0,
        busy_ms: 5000,
    };
    DbConn::open(url, &settings).unwrap()
}

fn options() -> Options {
    Options {
        synchronous: Synchronous::Off,
        ..Options::default()
    }
}

fn open_sqlite() -> TestStore {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let store = Store::open(&url, options()).unwrap();
    assert!(store.migrate().unwrap() > 0);
    TestStore {
        store,
        url,
        schema: None,
        _folder: Some(folder),
    }
}

fn open_postgres() -> Option<TestStore> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let Ok(base) = std::env::var("REDRESS_TEST_POSTGRES") else {
        eprintln!("skipped: REDRESS_TEST_POSTGRES is not set");
        return None;
    };
    let schema = format!(
        "test_{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    connect(&base)
        .batch_execute(&format!(
            "DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}"
        ))
        .unwrap();
    let separator = if base.contains('?') { '&' } else { '?' };
    let url = format!("{base}{separator}options=-csearch_path%3D{schema}");
    let store = Store::open(&url, options()).unwrap();
    assert!(store.migrate().unwrap() > 0);
    Some(TestStore {
        store,
        url,
        schema: Some((base, schema)),
        _folder: None,
    })
}

/// Runs each test on both databases.
macro_rules! on_both_databases {
    ($(async fn $name:ident($store:ident) $body:block)*) => {
        $(async fn $name($store: $crate::storage::tests::TestStore) $body)*

        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                super::$name($crate::storage::tests::open_sqlite()).await;
            })*
        }

        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                if let Some(store) = $crate::storage::tests::open_postgres() {
                    super::$name(store).await;
                }
            })*
        }
    };
}
use on_both_databases;

#[test]
fn both_databases_have_the_same_migrations() {
    use diesel::migration::{Migration, MigrationSource};
    let sqlite = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE_MIGRATIONS).unwrap();
    let postgres = MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES_MIGRATIONS).unwrap();
    let sqlite: Vec<_> = sqlite
        .iter()
        .map(|migration| migration.name().to_string())
        .collect();
    let postgres: Vec<_> = postgres
        .iter()
        .map(|migration| migration.name().to_string())
        .collect();
    assert_eq!(sqlite, postgres);
}

#[test]
fn urls_name_their_database() {
    for (url, kind) in [
        ("postgres://host/name", Kind::Postgres),
        ("postgresql://host/name", Kind::Postgres),
        ("sqlite:data/redress.db", Kind::Sqlite),
        ("data/redress.db", Kind::Sqlite),
    ] {
        assert_eq!(Kind::of_url(url), kind, "{url}");
    }
}

on_both_databases! {
    async fn migrations_can_be_undone_and_repeated(test) {
        use diesel_migrations::MigrationHarness;
        assert_eq!(test.migrate().unwrap(), 0);
        assert_eq!(test.pending_migrations().unwrap(), 0);
        let mut connection = connect(&test.url);
        match &mut connection {
            DbConn::Postgres(c) => drop(c.revert_all_migrations(POSTGRES_MIGRATIONS).unwrap()),
            DbConn::Sqlite(c) => drop(c.revert_all_migrations(SQLITE_MIGRATIONS).unwrap()),
        }
        let missing = test.pending_migrations().unwrap();
        assert!(missing > 0);
        assert_eq!(test.migrate().unwrap(), missing);
    }

    async fn a_store_that_is_closed_says_so(test) {
        test.ping().await.unwrap();
        test.close();
        assert!(matches!(test.ping().await, Err(StorageError::Other(_))));
        assert!(matches!(test.write(|_| Ok(())).await, Err(StorageError::Other(_))));
    }
}
