//! The whole application in one process, with a clock that can be moved and people as clients.

pub mod authority;
pub mod client;
pub mod hearing;
pub mod stories;
pub mod wire;
pub mod witness;

use client::{Call, Client};
use diesel::RunQueryDsl;
use jiff::{SignedDuration, Timestamp};
use redress::config::{Config, Secret, Transport};
use redress::domain::Role;
use redress::domain::ids::{AccountId, OrganisationId};
use redress::startup::{App, Clock, ManualClock, SeededEntropy};
use redress::storage::accounts::{
    self, AccountRow, MembershipRow, OrganisationKind, OrganisationRow, StaffRole,
};
use redress::{jobs, web};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Runs each test on SQLite and, where `REDRESS_TEST_POSTGRES` names a server, on PostgreSQL.
#[macro_export]
macro_rules! on_both {
    ($(async fn $name:ident($world:ident) $body:block)*) => {
        mod sqlite {
            use super::*;
            $(#[actix_web::test] async fn $name() { let $world = $crate::support::World::sqlite().await; $body })*
        }
        mod postgres {
            use super::*;
            $(#[actix_web::test] async fn $name() {
                let Some($world) = $crate::support::World::postgres().await else {
                    eprintln!("skipped: REDRESS_TEST_POSTGRES is not set");
                    return;
                };
                $body
            })*
        }
    };
}

/// When every test begins: a Monday morning.
pub const START: &str = "2026-03-02T09:00:00Z";

/// Largest file that a world takes, in bytes.
pub const FILE_BYTES: u64 = 256 * 1024;

/// Most that one party of a case may upload, in bytes.
pub const PARTY_BYTES: u64 = 1024 * 1024;

static WORLDS: AtomicU64 = AtomicU64::new(0);

/// The application with a folder of its own.
pub struct World {
    /// Everything the process shares
    pub app: Arc<App>,
    /// The clock
    pub clock: Arc<ManualClock>,
    call: Call,
    dir: tempfile::TempDir,
    drop_database: Option<(String, String)>,
}

/// Somebody with an account.
#[derive(Debug, Clone)]
pub struct Person {
    /// Account
    pub id: AccountId,
    /// Name
    pub name: String,
    /// Address
    pub email: String,
}

/// The password of everybody in tests.
pub const PASSWORD: &str = "a long enough password";

impl World {
    /// On SQLite.
    pub async fn sqlite() -> Self {
        Self::sqlite_with(|_| {}).await
    }

    /// On SQLite, with settings of its own.
    pub async fn sqlite_with(change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", dir.path().join("redress.db").display());
        Self::build(dir, url, None, change).await
    }

    /// On PostgreSQL, in a database of its own.
    pub async fn postgres() -> Option<Self> {
        Self::postgres_with(|_| {}).await
    }

    /// On PostgreSQL, with settings of its own.
    pub async fn postgres_with(change: impl FnOnce(&mut Config)) -> Option<Self> {
        let server = std::env::var("REDRESS_TEST_POSTGRES").ok()?;
        let name = format!(
            "redress_w_{}_{}",
            std::process::id(),
            WORLDS.fetch_add(1, Ordering::Relaxed)
        );
        run_sql(&server, &format!("CREATE DATABASE {name}"));
        let (base, query) = server
            .split_once('?')
            .map_or((server.as_str(), String::new()), |(b, q)| {
                (b, format!("?{q}"))
            });
        let (base, _) = base.rsplit_once('/').unwrap();
        let url = format!("{base}/{name}{query}");
        let dir = tempfile::tempdir().unwrap();
        Some(Self::build(dir, url, Some((server, name)), change).await)
    }

    async fn build(
        dir: tempfile::TempDir,
        url: String,
        drop_database: Option<(String, String)>,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        let clock = Arc::new(ManualClock::at(START.parse().unwrap()));
        let mut config = Config::default();
        config.server.public_url = "http://127.0.0.1:8080".into();
        config.database.url = Secret::new(url);
        config.database.connections = 2;
        config.data.dir = dir.path().to_owned();
        config.secrets.key = Secret::new("0123456789abcdef0123456789abcdef0123456789abcdef");
        config.mail.transport = Transport::Memory;
        config.mail.from = "Redress <registry@redress.example>".into();
        // Small enough that a test can go over them.
        config.uploads.file_bytes = FILE_BYTES;
        config.uploads.party_bytes = PARTY_BYTES;
        config.product.contact_email = "help@redress.example".into();
        config.program = Some(PathBuf::from(env!("CARGO_BIN_EXE_redress")));
        change(&mut config);
        let app = App::build_with(
            config,
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::new(SeededEntropy::new(7)),
        )
        .await
        .unwrap();
        stores_paper(&app).await;
        let service =
            Rc::new(actix_web::test::init_service(web::application(Arc::clone(&app))).await);
        let call: Call = Rc::new(move |request| {
            let service = Rc::clone(&service);
            Box::pin(async move {
                actix_web::test::try_call_service(&*service, request)
                    .await
                    .map(|r| r.map_into_boxed_body())
            })
        });
        Self {
            app,
            clock,
            call,
            dir,
            drop_database,
        }
    }

    /// The same installation as another process starts it.
    pub async fn second_process(&self) -> Arc<App> {
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        App::build_with(
            self.app.config.clone(),
            clock,
            Arc::new(SeededEntropy::new(8)),
        )
        .await
        .unwrap()
    }

    /// The folder of this world.
    pub fn dir(&self) -> &std::path::Path {
        self.dir.path()
    }

    /// Runs a statement past the application, as somebody with the keys of the database could.
    pub fn sql(&self, statement: &str) -> diesel::QueryResult<usize> {
        use diesel::Connection;
        let url = self.app.config.database_url();
        match url.reveal().strip_prefix("sqlite:") {
            Some(file) => {
                let mut connection = diesel::SqliteConnection::establish(file).unwrap();
                diesel::sql_query("PRAGMA foreign_keys = OFF").execute(&mut connection)?;
                diesel::sql_query(statement).execute(&mut connection)
            }
            None => {
                let mut connection = diesel::PgConnection::establish(url.reveal()).unwrap();
                diesel::sql_query(statement).execute(&mut connection)
            }
        }
    }

    /// Somebody with a confirmed account.
    pub async fn person(&self, key: &str, name: &str) -> Person {
        self.account(key, name, None, None).await
    }

    /// A case manager.
    pub async fn manager(&self, key: &str) -> Person {
        self.account(key, key, Some(StaffRole::CaseManager), None)
            .await
    }

    /// A marketplace with one officer.
    pub async fn marketplace(&self, key: &str, name: &str) -> (OrganisationId, Person) {
        let id = OrganisationId(self.app.new_id());
        let now = self.app.now();
        let row = OrganisationRow {
            id,
            kind: OrganisationKind::Marketplace,
            name: name.into(),
            country: "DE".into(),
            key: key.into(),
            created_at: now,
        };
        self.app
            .store
            .write(move |tx| accounts::insert_organisation(tx, &row))
            .await
            .unwrap();
        let officer = self
            .account(
                &format!("{key}-officer"),
                &format!("Officer of {name}"),
                None,
                Some(id),
            )
            .await;
        (id, officer)
    }

    async fn account(
        &self,
        key: &str,
        name: &str,
        staff_role: Option<StaffRole>,
        organisation_id: Option<OrganisationId>,
    ) -> Person {
        let now = self.app.now();
        let hash = self
            .app
            .hashing
            .hash(PASSWORD, self.app.salt())
            .await
            .unwrap();
        let row = AccountRow {
            id: AccountId(self.app.new_id()),
            email: format!("{key}@people.example"),
            name: name.into(),
            locale: "en".into(),
            time_zone: "UTC".into(),
            password_hash: Some(hash),
            confirmed_at: Some(now),
            staff_role,
            organisation_id,
            created_at: now,
            disabled_at: None,
            theme: None,
        };
        let person = Person {
            id: row.id,
            name: row.name.clone(),
            email: row.email.clone(),
        };
        self.app
            .store
            .write(move |tx| {
                accounts::insert(tx, &row)?;
                if let Some(organisation_id) = organisation_id {
                    accounts::insert_membership(
                        tx,
                        &MembershipRow {
                            organisation_id,
                            account_id: row.id,
                            role: "officer".into(),
                            since_at: now,
                        },
                    )?;
                }
                Ok(())
            })
            .await
            .unwrap();
        person
    }

    /// A browser that nobody signed in with.
    pub fn stranger(&self) -> Client {
        Client::new(Rc::clone(&self.call))
    }

    /// A browser in which the person signed in with the password.
    pub async fn signed_in(&self, person: &Person) -> Client {
        let mut client = self.stranger();
        client.get("/sign-in").await;
        let page = client
            .post(
                "/sign-in",
                &[("email", &person.email), ("password", PASSWORD)],
            )
            .await;
        assert_eq!(
            page.status,
            303,
            "{} cannot sign in: {}",
            person.email,
            page.text()
        );
        client
    }

    /// Moves time on.
    pub fn advance(&self, by: SignedDuration) {
        self.clock.advance(by);
    }

    /// Moves time to an instant.
    pub fn until(&self, at: Timestamp) {
        self.clock.set(at);
    }

    /// Lets the worker do everything that is due.
    pub async fn work(&self) {
        jobs::run_until_idle(&self.app).await.unwrap();
    }

    /// Letters sent so far to an address.
    pub async fn letters_to(&self, email: &str) -> Vec<redress::mail::Captured> {
        self.work().await;
        match &self.app.mailer {
            redress::mail::Mailer::Memory(memory) => memory
                .sent()
                .into_iter()
                .filter(|l| l.to_address.contains(email))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The seat of a person in a case.
    pub async fn seat(
        &self,
        case: redress::domain::ids::CaseId,
        person: &Person,
    ) -> redress::domain::parties::Actor {
        let id = person.id;
        let (file, row, memberships) = self
            .app
            .store
            .read(move |tx| {
                Ok((
                    redress::services::acts::load(tx, case)?,
                    accounts::get(tx, id)?,
                    accounts::list_memberships_of(tx, id)?,
                ))
            })
            .await
            .unwrap();
        let who = redress::domain::access::Person {
            account: Some(id),
            name: person.name.clone(),
            staff: match row.staff_role {
                Some(StaffRole::CaseManager) => Some(Role::CaseManager),
                Some(StaffRole::Administrator) => Some(Role::Administrator),
                None => None,
            },
            organisations: memberships
                .into_iter()
                .map(|(m, _)| m.organisation_id)
                .collect(),
            link: None,
            via: redress::domain::parties::Via::Page,
        };
        redress::domain::access::seats(&file, &who, self.app.now())
            .into_iter()
            .next()
            .expect("no seat")
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.app.store.close();
        if let Some((server, name)) = &self.drop_database {
            run_sql(
                server,
                &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            );
        }
    }
}

/// The paper that people in tests file.
async fn stores_paper(app: &Arc<App>) {
    use redress::storage::cases::projections::{BlobRow, put_blob};
    let stored = app.blobs.put(stories::PAPER).await.unwrap();
    let row = BlobRow {
        digest: stored.digest,
        size_bytes: stored.size_bytes.cast_signed(),
        media_type: "application/pdf".into(),
        created_at: app.now(),
    };
    app.store.write(move |tx| put_blob(tx, &row)).await.unwrap();
}

fn run_sql(server: &str, sql: &str) {
    use diesel::Connection;
    let mut connection = diesel::PgConnection::establish(server).expect("REDRESS_TEST_POSTGRES");
    diesel::sql_query(sql).execute(&mut connection).expect(sql);
}

/// Compares a text with a file under `tests/golden/`; `REDRESS_GOLDEN=write` writes it.
pub fn golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var("REDRESS_GOLDEN").is_ok_and(|v| v == "write") {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == text,
        "{name} changed; if that is meant, run the test with REDRESS_GOLDEN=write and review the difference:\n{text}"
    );
}
