//! What the public log costs: a leaf in each act, its place and the signature, and checking the whole. Each figure stands
//! beside a ceiling taken in the same run.
//!
//!     cargo bench --bench log

mod shared;

use diesel::Connection;
use jiff::Timestamp;
use redress::config::{Config, Secret, Transport};
use redress::domain::log::{Frontier, Hash, leaf_hash, tree};
use redress::services::{acts, filing, log};
use redress::startup::{App, ManualClock, SeededEntropy};
use sha2::{Digest, Sha256};
use shared::{complaint, line, message};
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

const ENTRIES: u32 = 400;
const LEAVES: u64 = 100_000;

fn took<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let from = Instant::now();
    let made = work();
    (from.elapsed(), made)
}

fn trees() {
    let texts: Vec<String> = (0..LEAVES)
        .map(|no| format!("{{\"case\":\"{no:064}\",\"event\":\"{no:064}\",\"prev\":\"{no:064}\",\"seq\":0,\"t\":\"2026-11-22T13:20:34.123Z\",\"v\":1}}"))
        .collect();
    let (plain, _) = took(|| {
        for text in &texts {
            black_box(Sha256::digest(text.as_bytes()));
        }
    });
    let (whole, (frontier, hashes)) = took(|| {
        let mut tree = Frontier::default();
        let hashes: Vec<Hash> = texts
            .iter()
            .map(|text| leaf_hash(text.as_bytes()))
            .collect();
        for hash in &hashes {
            tree.push(*hash);
        }
        (tree, hashes)
    });
    line(
        "head of 100,000 leaves from their text",
        whole,
        "SHA-256 of the same texts",
        plain,
    );
    let (proving, proof) = took(|| tree::inclusion(&mut &hashes[..], LEAVES / 3, LEAVES));
    let proof = proof.unwrap_or_default();
    let (checking, root) =
        took(|| tree::root_of_inclusion(hashes[LEAVES as usize / 3], LEAVES / 3, LEAVES, &proof));
    assert_eq!(root, Some(frontier.root()));
    let one = plain / u32::try_from(LEAVES).unwrap_or(1);
    line("check one receipt", checking, "SHA-256 of one leaf", one);
    let _ = proving;
}

async fn built(dir: &std::path::Path) -> Arc<App> {
    let now: Timestamp = "2026-11-02T15:00:00Z".parse().expect("an instant");
    let mut config = Config::default();
    config.server.public_url = "http://127.0.0.1:8080".into();
    config.database.url = Secret::new(format!("sqlite:{}", dir.join("redress.db").display()));
    config.data.dir = dir.to_owned();
    config.secrets.key = Secret::new("0123456789abcdef0123456789abcdef0123456789abcdef");
    config.mail.transport = Transport::Memory;
    config.mail.from = "Redress <registry@redress.example>".into();
    config.product.contact_email = "help@redress.example".into();
    let clock = Arc::new(ManualClock::at(now));
    App::build_with(config, clock, Arc::new(SeededEntropy::new(7)))
        .await
        .expect("it starts")
}

/// Acts on SQLite as it runs, each waiting for the disk.
async fn acting() {
    let dir = tempfile::tempdir().expect("a folder");
    let app = built(dir.path()).await;
    let url = app.config.database_url();
    let file = url.reveal().trim_start_matches("sqlite:").to_owned();
    let mut past = diesel::SqliteConnection::establish(&file).expect("the database opens");
    let mut run = |statement: &str| {
        diesel::RunQueryDsl::execute(diesel::sql_query(statement), &mut past).expect("it runs");
    };
    run(
        "INSERT INTO accounts (id, email, name, locale, time_zone, created_at) VALUES \
         (x'00000000000000000000000000000001', 'claimant@people.example', 'claimant', 'en', 'UTC', 0)",
    );
    let pack = app.pack("consumer-odr").expect("it is there");
    let (complaint, actor) = complaint(&pack, app.now());
    let filed = filing::file(
        &app,
        filing::Filing::Complaint(Box::new(complaint)),
        &actor,
        None,
    )
    .await
    .expect("it is complete");
    let mut times = Vec::new();
    for no in 1..=u64::from(ENTRIES) {
        let from = Instant::now();
        acts::perform(&app, filed.case, None, &actor, message(no))
            .await
            .expect("anybody may write");
        times.push(from.elapsed());
    }
    times.sort();
    let act = times[times.len() / 2];

    let from = Instant::now();
    let signed = log::publish(&app).await.expect("it signs");
    let signing = from.elapsed() / u32::try_from(signed).unwrap_or(1);
    line(
        "place and sign one of 401 leaves",
        signing,
        "one act (a message)",
        act,
    );
    let last = app
        .log
        .signer
        .state("127.0.0.1:8080/log/2026")
        .await
        .expect("it signed");
    let from = Instant::now();
    let _ = app
        .log
        .signer
        .sign("127.0.0.1:8080/log/2026", last.size, &[])
        .await;
    line(
        "one signature, on the disk",
        from.elapsed(),
        "one act (a message)",
        act,
    );

    // What the leaf costs within an act: the leaves are taken away and written again, all in one transaction.
    for statement in [
        "DROP TRIGGER docket_leaves_no_delete",
        "DROP TRIGGER log_leaves_no_delete",
        "DELETE FROM log_leaves",
        "DELETE FROM docket_leaves",
        "DELETE FROM case_logs",
    ] {
        run(statement);
    }
    let from = Instant::now();
    log::catch_up(&app).await.expect("leaves are written");
    let leaf = from.elapsed() / (ENTRIES + 1);
    line("the leaf of one act", leaf, "one act (a message)", act);
    println!(
        "\nthe leaf is {:.1} % of an act",
        100.0 * leaf.as_secs_f64() / act.as_secs_f64()
    );
    app.store.close();
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    trees();
    acting().await;
}
