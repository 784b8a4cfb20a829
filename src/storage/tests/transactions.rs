//! What the store promises about transactions.

use super::sample::{account, case, entry, minute, seed};
use super::{connect, on_both_databases};
use crate::storage::accounts::AccountRow;
use crate::storage::{Kind, StorageError, StorageResult, Store, accounts, cases, docket, settings};
use diesel::connection::SimpleConnection;
use serde_json::json;
use std::sync::{Arc, Barrier};

async fn count(store: &Store) -> usize {
    store
        .read(|tx| Ok(accounts::list(tx, &Default::default(), 1000)?.len()))
        .await
        .unwrap()
}

/// Reads a number and writes the next: goes wrong unless transactions are serializable.
async fn increment(store: &Store) -> StorageResult<()> {
    store
        .write(|tx| {
            let n = settings::find(tx, "n")?
                .and_then(|value| value.as_i64())
                .unwrap_or(0);
            settings::put(tx, "n", &json!(n + 1))
        })
        .await
}

on_both_databases! {
    async fn increments_are_not_lost(test) {
        let tasks: Vec<_> = (0..60)
            .map(|_| {
                let store = test.store.clone();
                tokio::spawn(async move { increment(&store).await })
            })
            .collect();
        let mut done = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(()) => done += 1,
                Err(error) => assert!(matches!(error, StorageError::Contended), "{error:?}"),
            }
        }
        let n = test.read(|tx| settings::find(tx, "n")).await.unwrap();
        assert_eq!(n, Some(json!(done)));
        assert!(done >= 40, "{done}");
    }

    async fn numbers_are_gapless(test) {
        let tasks: Vec<_> = (0..30)
            .map(|n| {
                let store = test.store.clone();
                tokio::spawn(async move {
                    store.write_or_refuse(move |tx| {
                        let number = cases::next_number(tx, "IP-2026")?;
                        Ok(if n % 3 == 0 { Err("refused") } else { Ok(number) })
                    }).await.unwrap()
                })
            })
            .collect();
        let mut numbers = Vec::new();
        for task in tasks {
            numbers.extend(task.await.unwrap().ok());
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=20).collect::<Vec<_>>());
    }

    async fn failures_in_a_batch_leave_the_others_alone(test) {
        // The first write holds the writer until the others have queued up behind it.
        let gate = Arc::new(Barrier::new(2));
        let first = {
            let (store, gate) = (test.store.clone(), Arc::clone(&gate));
            tokio::spawn(async move {
                store.write(move |tx| {
                    gate.wait();
                    accounts::insert(tx, &account(999))
                }).await
            })
        };
        let tasks: Vec<_> = (0..30)
            .map(|n| {
                let store = test.store.clone();
                tokio::spawn(async move {
                    store.write_or_refuse(move |tx| {
                        accounts::insert(tx, &account(n))?;
                        match n % 5 {
                            0 => return Ok(Err("refused")),
                            1 => accounts::insert(tx, &account(n))?,
                            2 => panic!("in a closure"),
                            3 => tx.savepoint(|tx| {
                                accounts::insert(tx, &account(n + 100))?;
                                panic!("two levels deep")
                            })?,
                            _ => {
                                let undone = tx.savepoint(|tx| {
                                    accounts::insert(tx, &account(n + 200))?;
                                    accounts::insert(tx, &AccountRow { id: account(n + 300).id, ..account(n) })
                                });
                                assert!(undone.unwrap_err().is_duplicate_of("accounts.email"));
                            }
                        }
                        Ok(Ok(()))
                    }).await
                })
            })
            .collect();
        tokio::task::spawn_blocking(move || gate.wait()).await.unwrap();
        first.await.unwrap().unwrap();
        let (mut done, mut refused, mut failed) = (0, 0, 0);
        for task in tasks {
            match task.await.unwrap() {
                Ok(Ok(())) => done += 1,
                Ok(Err("refused")) => refused += 1,
                Ok(Err(other)) => panic!("{other}"),
                Err(_) => failed += 1,
            }
        }
        assert_eq!((done, refused, failed), (6, 6, 18));
        assert_eq!(count(&test).await, 7);
        // All threads are still there.
        for n in 500..510 {
            test.write(move |tx| accounts::insert(tx, &account(n))).await.unwrap();
        }
        assert_eq!(count(&test).await, 17);
    }

    async fn a_read_that_panics_is_an_error(test) {
        for _ in 0..10 {
            let result: StorageResult<()> = test.read(|_| panic!("in a read")).await;
            assert!(matches!(result, Err(StorageError::Other(_))));
        }
        assert_eq!(count(&test).await, 0);
    }

    async fn readers_cannot_write(test) {
        let result = test
            .read(|tx| {
                diesel::RunQueryDsl::execute(
                    diesel::delete(crate::storage::schema::accounts::table),
                    tx.connection(),
                )?;
                Ok(())
            })
            .await;
        assert!(matches!(result, Err(StorageError::ReadOnly)), "{result:?}");
    }

    async fn duplicates_are_named_alike(test) {
        test.write(|tx| seed(tx, 1)).await.unwrap();
        let mut same_email = account(50);
        same_email.email = account(1).email;
        let error = test.write(move |tx| accounts::insert(tx, &same_email)).await.unwrap_err();
        assert!(error.is_duplicate_of("accounts.email"), "{error:?}");
        let case = case(1).id;
        test.write(move |tx| docket::insert(tx, &entry(case, 1))).await.unwrap();
        let error = test.write(move |tx| docket::insert(tx, &entry(case, 1))).await.unwrap_err();
        assert!(error.is_duplicate_of("docket.case_id,no"), "{error:?}");
    }

    async fn capitals_in_addresses_are_refused(test) {
        let mut row = account(1);
        row.email = "Person@example.org".to_owned();
        assert!(test.write(move |tx| accounts::insert(tx, &row)).await.is_err());
    }

    async fn a_blocking_caller_gets_the_same(test) {
        let store = test.store.clone();
        tokio::task::spawn_blocking(move || {
            store.blocking_write(|tx| accounts::insert(tx, &account(1))).unwrap();
            let refused = store.blocking_write_or_refuse(|tx| {
                accounts::insert(tx, &account(2))?;
                Ok(Err::<(), _>("no"))
            });
            assert_eq!(refused.unwrap(), Err("no"));
            let held = store.blocking_read(|tx| accounts::find_by_email(tx, &account(1).email)).unwrap();
            assert_eq!(held, Some(account(1)));
            assert_eq!(store.blocking_read(|tx| accounts::find(tx, account(2).id)).unwrap(), None);
        })
        .await
        .unwrap();
    }

    async fn a_page_reads_one_snapshot(test) {
        let gate = Arc::new(Barrier::new(2));
        let reading = {
            let (store, gate) = (test.store.clone(), Arc::clone(&gate));
            tokio::spawn(async move {
                store.read(move |tx| {
                    let before = accounts::list(tx, &Default::default(), 10)?.len();
                    gate.wait();
                    gate.wait();
                    Ok((before, accounts::list(tx, &Default::default(), 10)?.len()))
                }).await
            })
        };
        let waiting = Arc::clone(&gate);
        tokio::task::spawn_blocking(move || waiting.wait()).await.unwrap();
        test.write(|tx| accounts::insert(tx, &account(1))).await.unwrap();
        tokio::task::spawn_blocking(move || gate.wait()).await.unwrap();
        assert_eq!(reading.await.unwrap().unwrap(), (0, 0));
        assert_eq!(count(&test).await, 1);
    }
}

#[tokio::test]
async fn a_full_queue_is_refused_at_once() {
    let test = super::open_sqlite();
    let store = Store::open(
        &test.url,
        crate::storage::Options {
            queue: 1,
            ..super::options()
        },
    )
    .unwrap();
    let gate = Arc::new(Barrier::new(2));
    let held = {
        let (store, gate) = (store.clone(), Arc::clone(&gate));
        tokio::spawn(async move {
            store
                .write(move |_| {
                    gate.wait();
                    gate.wait();
                    Ok(())
                })
                .await
        })
    };
    let waiting = Arc::clone(&gate);
    tokio::task::spawn_blocking(move || waiting.wait())
        .await
        .unwrap();
    let queued = store.clone();
    let queued = tokio::spawn(async move { queued.write(|_| Ok(())).await });
    // Until the one place in the queue is taken.
    loop {
        match tokio::time::timeout(
            std::time::Duration::from_millis(20),
            store.write(|_| Ok(())),
        )
        .await
        {
            Ok(result) => break assert!(matches!(result, Err(StorageError::Busy))),
            Err(_) => tokio::task::yield_now().await,
        }
    }
    tokio::task::spawn_blocking(move || gate.wait())
        .await
        .unwrap();
    held.await.unwrap().unwrap();
    drop(queued.await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_the_server_closed_are_replaced() {
    let Some(test) = super::open_postgres() else {
        return;
    };
    assert_eq!(test.kind(), Kind::Postgres);
    let close_all = || {
        let name = test.url.rsplit("%3D").next().unwrap();
        connect(&test.url)
            .batch_execute(&format!(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE pid <> pg_backend_pid() AND query LIKE '%{name}%' OR application_name = '{name}'"
            ))
            .unwrap();
    };
    let named = test.url.clone() + "&application_name=" + test.url.rsplit("%3D").next().unwrap();
    let store = Store::open(&named, super::options()).unwrap();
    for round in 0..4 {
        close_all();
        for n in 0..8 {
            match round {
                0 => drop(
                    store
                        .read(|tx| accounts::find_by_email(tx, "x"))
                        .await
                        .unwrap(),
                ),
                1 => drop(
                    store
                        .get(|tx| accounts::find_by_email(tx, "x"))
                        .await
                        .unwrap(),
                ),
                2 => store
                    .write(move |tx| accounts::insert(tx, &account(n)))
                    .await
                    .unwrap(),
                _ => store
                    .write_rc(move |tx| accounts::mark_confirmed(tx, account(n).id, minute(2)))
                    .await
                    .unwrap(),
            }
        }
    }
    assert_eq!(count(&store).await, 8);
}
