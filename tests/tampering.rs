//! Somebody with the keys of the database and of the disk changes the record: `redress check` finds every single change and
//! names the case, line or file. Two hundred changes of each kind, or each that there is; fewer of them on PostgreSQL, where
//! only the statements differ.

use crate::log::unguarded;
use crate::support::World;
use redress::domain::casefile;
use redress::services::integrity;
use redress::storage::{Kind, docket, log as stored};
use std::path::{Path, PathBuf};

/// Choices that are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// An installation whose record somebody changes.
struct Victim {
    world: World,
    dice: Dice,
    /// Every entry: how its case is written in a statement, its number, its text, the number of the case
    entries: Vec<(String, u32, String, String)>,
    most: usize,
}

/// The tables that are changed, each before those that lean on it.
const TABLES: [&str; 6] = [
    "docket",
    "docket_leaves",
    "log_leaves",
    "cases",
    "case_people",
    "case_clocks",
];

impl Victim {
    async fn new(world: World) -> Self {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        for (name, bytes) in [
            ("receiving-note.txt", &b"Received 40 pieces"[..]),
            ("express.txt", b"SF 1234567890, signed for"),
        ] {
            world
                .exhibit(hearing.case, &hearing.manager, name, bytes)
                .await;
        }
        world.complains(&hearing.owner, None).await;
        world.work().await;
        let is_sqlite = world.app.store.kind() == Kind::Sqlite;
        let mut entries = Vec::new();
        for id in redress::services::acts::all_cases(&world.app)
            .await
            .unwrap()
        {
            let number = world.file(id).await.number.to_string();
            let case = match is_sqlite {
                true => format!("x'{}'", id.0.simple()),
                false => format!("'{id}'"),
            };
            for row in world
                .app
                .store
                .read(move |tx| docket::list(tx, id, 0, 1_000))
                .await
                .unwrap()
            {
                entries.push((case.clone(), row.no, row.entry.0, number.clone()));
            }
        }
        assert!(entries.len() > 8, "{}", entries.len());
        for table in TABLES {
            unguarded(&world, table);
            world
                .sql(&format!(
                    "CREATE TABLE {table}_copy AS SELECT * FROM {table}"
                ))
                .unwrap();
        }
        if !is_sqlite {
            let statement =
                "ALTER TABLE docket_leaves DROP CONSTRAINT docket_leaves_case_id_no_fkey";
            world.sql(statement).unwrap();
        }
        Self {
            most: if is_sqlite { 200 } else { 20 },
            world,
            dice: Dice(2026),
            entries,
        }
    }

    fn is_sqlite(&self) -> bool {
        self.world.app.store.kind() == Kind::Sqlite
    }

    /// What the check says; a record that cannot even be read is said too.
    async fn problems(&self) -> String {
        match integrity::check(&self.world.app).await {
            Ok(found) => found.problems.join("\n"),
            Err(error) => format!("{error:#}"),
        }
    }

    /// Puts a table back as it was.
    fn restore(&self, table: &str) {
        match table {
            "cases" => {
                let columns = [
                    "number",
                    "title",
                    "summary",
                    "stage",
                    "state",
                    "outcome",
                    "turn",
                    "version",
                    "updated_at",
                ];
                let set: Vec<String> = columns
                    .iter()
                    .map(|column| {
                        format!(
                            "{column} = (SELECT c.{column} FROM cases_copy c WHERE c.id = cases.id)"
                        )
                    })
                    .collect();
                self.world
                    .sql(&format!("UPDATE cases SET {}", set.join(", ")))
                    .unwrap();
            }
            table => {
                self.world.sql(&format!("DELETE FROM {table}")).unwrap();
                self.world
                    .sql(&format!("INSERT INTO {table} SELECT * FROM {table}_copy"))
                    .unwrap();
            }
        }
    }

    /// Does it, wants it found with these words, and takes it back. False where the database itself refuses it.
    async fn tries(&self, table: &str, statement: &str, named: &[&str]) -> bool {
        match self.world.sql(statement) {
            Err(_) => return false,
            Ok(0) => panic!("{statement} changes nothing"),
            Ok(_) => {}
        }
        let found = self.problems().await;
        assert!(
            named.iter().any(|name| found.contains(name)),
            "{statement}\nnot found, but: {found}"
        );
        self.restore(table);
        true
    }

    /// `column` with one character of it changed, as an expression.
    fn changed(&mut self, column: &str, text: &str, is_json: bool) -> Option<String> {
        let characters: Vec<char> = text.chars().collect();
        let at = self.dice.below(characters.len());
        let was = characters[at];
        if !was.is_ascii_alphanumeric() {
            return None;
        }
        let is = if was == '7' { '8' } else { '7' };
        let plain = format!(
            "substr(CAST({column} AS TEXT), 1, {at}) || '{is}' || substr(CAST({column} AS TEXT), {})",
            at + 2
        );
        Some(match is_json && !self.is_sqlite() {
            true => format!("CAST({plain} AS JSON)"),
            false => plain,
        })
    }

    /// One character of an entry.
    async fn entries_changed(&mut self) {
        let mut done = 0;
        while done < self.most {
            let (case, no, text, number) =
                self.entries[self.dice.below(self.entries.len())].clone();
            let Some(changed) = self.changed("entry", &text, true) else {
                continue;
            };
            let statement =
                format!("UPDATE docket SET entry = {changed} WHERE case_id = {case} AND no = {no}");
            done += usize::from(self.tries("docket", &statement, &[&number]).await);
        }
    }

    /// What is kept of an entry beside it: columns of its row, its leaf, its salt.
    async fn rows_changed(&mut self) {
        let later = if self.is_sqlite() {
            "at + 1000000"
        } else {
            "at + interval '1 second'"
        };
        let columns = [
            ("docket", "at", later),
            ("docket", "actor_role", "'registry'"),
            ("docket", "actor_name", "actor_name || 'x'"),
            ("docket", "via", "'import'"),
            ("docket", "act", "act || 'x'"),
            (
                "docket",
                "hash",
                "'0000000000000000000000000000000000000000000000000000000000000000'",
            ),
            ("docket", "previous", "previous || '0'"),
            (
                "docket_leaves",
                "salt",
                "'00000000000000000000000000000000000000000000000000000000000000ff'",
            ),
            (
                "docket_leaves",
                "leaf",
                "replace(leaf, '\"seq\":', '\"seq\":1')",
            ),
        ];
        for (table, column, value) in columns {
            for (case, no, _, number) in self.entries.clone() {
                let statement = format!(
                    "UPDATE {table} SET {column} = {value} WHERE case_id = {case} AND no = {no}"
                );
                assert!(
                    self.tries(table, &statement, &[&number]).await,
                    "{statement}"
                );
            }
        }
    }

    /// Entries gone, in another order, or one more; leaves gone.
    async fn entries_moved(&mut self) {
        for (at, (case, no, _, number)) in self.entries.clone().into_iter().enumerate() {
            for table in ["docket", "docket_leaves"] {
                let statement = format!("DELETE FROM {table} WHERE case_id = {case} AND no = {no}");
                assert!(
                    self.tries(table, &statement, &[&number]).await,
                    "{statement}"
                );
            }
            let next = self.entries.get(at + 1);
            if next.is_some_and(|next| next.0 == case) {
                let other = no + 1;
                let statement = format!(
                    "UPDATE docket SET entry = (SELECT c.entry FROM docket_copy c WHERE c.case_id = docket.case_id AND c.no = {no} + {other} - docket.no) WHERE case_id = {case} AND no IN ({no}, {other})"
                );
                assert!(
                    self.tries("docket", &statement, &[&number]).await,
                    "{statement}"
                );
            } else {
                let statement = format!(
                    "INSERT INTO docket SELECT case_id, no + 1, at, actor_role, actor_name, actor_account, via, act, entry, hash, previous FROM docket_copy WHERE case_id = {case} AND no = {no}"
                );
                assert!(
                    self.tries("docket", &statement, &[&number]).await,
                    "{statement}"
                );
            }
        }
    }

    /// Lines of the log itself.
    async fn log_changed(&mut self) {
        let size = self
            .world
            .app
            .store
            .read(|tx| stored::size(tx, "2026"))
            .await
            .unwrap();
        let leaves = self
            .world
            .app
            .store
            .read(move |tx| stored::list_leaves(tx, "2026", 0, size))
            .await
            .unwrap();
        let mut done = 0;
        while done < self.most {
            let row = &leaves[self.dice.below(leaves.len())];
            let (column, text) = [("leaf", &row.leaf), ("hash", &row.hash)][self.dice.below(2)];
            let Some(changed) = self.changed(column, text, false) else {
                continue;
            };
            let statement = format!(
                "UPDATE log_leaves SET {column} = {changed} WHERE log = '2026' AND no = {}",
                row.no
            );
            let named = format!("leaf {} ", row.no);
            done += usize::from(
                self.tries("log_leaves", &statement, &[&named, "is not in the log"])
                    .await,
            );
        }
        for row in leaves {
            let statement = format!(
                "DELETE FROM log_leaves WHERE log = '2026' AND no = {}",
                row.no
            );
            assert!(
                self.tries("log_leaves", &statement, &["log 2026", "is not in the log"])
                    .await
            );
        }
    }

    /// What follows from the docket: the snapshot of a case and the rows of its lists.
    async fn readings_changed(&mut self) {
        let mut cases: Vec<(String, String)> = self
            .entries
            .iter()
            .map(|one| (one.0.clone(), one.3.clone()))
            .collect();
        cases.dedup();
        let later = |column: &str| match self.is_sqlite() {
            true => format!("{column} + 1000000"),
            false => format!("{column} + interval '1 second'"),
        };
        let (updated, due) = (later("updated_at"), later("due_at"));
        for (case, number) in &cases {
            for (column, value) in [
                ("title", "title || 'x'"),
                ("stage", "'closed'"),
                ("version", "version + 1"),
                ("updated_at", &updated),
                ("turn", "'nobody'"),
            ] {
                let statement = format!("UPDATE cases SET {column} = {value} WHERE id = {case}");
                assert!(
                    self.tries("cases", &statement, &[number]).await,
                    "{statement}"
                );
            }
            for (table, column, value) in [
                ("case_people", "name", "name || 'x'"),
                ("case_clocks", "due_at", &due),
            ] {
                let statement = format!(
                    "UPDATE {table} SET {column} = {value} WHERE case_id = {case} AND no = (SELECT max(no) FROM {table}_copy WHERE case_id = {case})"
                );
                assert!(
                    self.tries(table, &statement, &[number]).await,
                    "{statement}"
                );
            }
        }
        let mut done = 0;
        while done < self.most {
            let (case, number) = cases[self.dice.below(cases.len())].clone();
            let Some(id) = self.world.case_of(&number).await else {
                panic!("{number}")
            };
            let state = self
                .world
                .app
                .store
                .read(move |tx| redress::storage::cases::get(tx, id))
                .await
                .unwrap()
                .state
                .0;
            let Some(changed) = self.changed("state", &state, true) else {
                continue;
            };
            let statement = format!("UPDATE cases SET state = {changed} WHERE id = {case}");
            done += usize::from(self.tries("cases", &statement, &[&number]).await);
        }
    }

    /// Files: a bit, an end, a whole file, what is known of it.
    async fn files_changed(&mut self) {
        let mut digests: Vec<String> = self
            .entries
            .iter()
            .flat_map(|one| casefile::digests(&one.2))
            .collect();
        digests.sort();
        digests.dedup();
        assert!(digests.len() >= 3);
        let path = |digest: &str| -> PathBuf {
            self.world
                .dir()
                .join("blobs")
                .join(&digest[..2])
                .join(&digest[2..4])
                .join(digest)
        };
        let files: Vec<(String, PathBuf, Vec<u8>)> = digests
            .iter()
            .map(|digest| {
                (
                    digest.clone(),
                    path(digest),
                    std::fs::read(path(digest)).unwrap(),
                )
            })
            .collect();
        let mut dice = Dice(7);
        for _ in 0..self.most {
            let (digest, path, bytes) = &files[dice.below(files.len())];
            let mut changed = bytes.clone();
            changed[dice.below(bytes.len())] ^= 1 << dice.below(8);
            self.swaps(digest, path, bytes, Some(&changed)).await;
        }
        for (digest, path, bytes) in &files {
            self.swaps(digest, path, bytes, Some(&bytes[..bytes.len() - 1]))
                .await;
            self.swaps(digest, path, bytes, Some(&[bytes, &b"x"[..]].concat()))
                .await;
            self.swaps(digest, path, bytes, None).await;
            // What is known of it, and with that the file: as if it had never been filed.
            let statement = format!("DELETE FROM blobs WHERE digest = '{digest}'");
            self.world
                .sql("CREATE TABLE blobs_copy AS SELECT * FROM blobs")
                .unwrap();
            assert_eq!(self.world.sql(&statement).unwrap(), 1);
            let found = self.problems().await;
            assert!(found.contains(digest), "{found}");
            self.world.sql("DELETE FROM blobs").unwrap();
            self.world
                .sql("INSERT INTO blobs SELECT * FROM blobs_copy")
                .unwrap();
            self.world.sql("DROP TABLE blobs_copy").unwrap();
        }
    }

    async fn swaps(&self, digest: &str, path: &Path, was: &[u8], is: Option<&[u8]>) {
        match is {
            Some(bytes) => std::fs::write(path, bytes).unwrap(),
            None => std::fs::remove_file(path).unwrap(),
        }
        let found = self.problems().await;
        assert!(found.contains(digest), "{}: {found}", path.display());
        std::fs::write(path, was).unwrap();
    }
}

on_both! {
    async fn every_direct_change_of_the_record_is_found_and_named(world) {
        let mut victim = Victim::new(world).await;
        assert_eq!(victim.problems().await, "");
        victim.entries_changed().await;
        victim.rows_changed().await;
        victim.entries_moved().await;
        victim.log_changed().await;
        victim.readings_changed().await;
        victim.files_changed().await;
        assert_eq!(victim.problems().await, "", "everything is as it was");
    }
}
