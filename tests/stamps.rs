//! Time-stamps of the log's heads (RFC 3161): an authority that `openssl` plays says when, and a stranger can check it.

use crate::export::fetched;
use crate::log::unguarded;
use crate::support::World;
use crate::support::authority::{Authority, Kind, is_possible};
use crate::support::hearing::Hearing;
use crate::tribunal;
use jiff::{SignedDuration, Timestamp};
use redress::config::Config;
use redress::domain::log::stamp::{Authorities, StampError, request, verify};
use redress::domain::log::{Checkpoint, Key};
use redress::services::integrity;
use redress::storage::log as stored;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

const TEXT: &str = "redress.example/log/2026\n7\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\n";
const NOW: &str = "2026-03-02 09:00:00";

fn roots(authority: &Authority) -> Authorities {
    Authorities::parse(&std::fs::read(authority.root()).unwrap()).unwrap()
}

#[test]
fn a_time_stamp_says_when_by_whom_and_of_what_whatever_keys_the_authority_has() {
    if !is_possible() {
        return;
    }
    for kind in [Kind::Curve, Kind::Rsa] {
        let authority = Authority::start(kind, NOW);
        let roots = roots(&authority);
        let query = request(TEXT, [0xff; 16]).unwrap();
        let reply = authority.replies(&query);
        let said = verify(TEXT, &query, &reply, &roots).unwrap();
        assert_eq!(said.at, "2026-03-02T09:00:00Z".parse().unwrap());
        assert_eq!(said.authority, "CN=Stamps,O=Time Authority");
        // Everything else is another text, another question, or somebody else's answer.
        let other = request(TEXT, [0; 16]).unwrap();
        let changed = TEXT.replace("\n7\n", "\n8\n");
        for (text, asked, why) in [
            (TEXT, &other, "used once"),
            (changed.as_str(), &query, "another text"),
        ] {
            let error = verify(text, asked, &reply, &roots).unwrap_err();
            assert!(error.to_string().contains(why), "{kind:?}: {error}");
        }
        let stranger = Authority::start(kind, NOW);
        let theirs = stranger.replies(&query);
        assert!(matches!(
            verify(TEXT, &query, &theirs, &roots),
            Err(StampError::Certificate(_))
        ));
        let longer = [&reply[..], &[0]].concat();
        assert!(verify(TEXT, &query, &longer, &roots).is_err());
    }
}

#[test]
fn a_certificate_that_is_not_for_time_stamps_alone_is_refused() {
    if !is_possible() {
        return;
    }
    let authority = Authority::start(Kind::Curve, NOW);
    let query = request(TEXT, [3; 16]).unwrap();
    let mut reply = authority.replies(&query);
    // The purpose in its certificate (1.3.6.1.5.5.7.3.8) becomes that of servers (1.3.6.1.5.5.7.3.1).
    let purpose = [0x2b, 6, 1, 5, 5, 7, 3, 8];
    let at = reply.windows(8).position(|part| part == purpose).unwrap();
    reply[at + 7] = 1;
    let error = verify(TEXT, &query, &reply, &roots(&authority)).unwrap_err();
    assert!(
        error.to_string().contains("not for time-stamps alone"),
        "{error}"
    );
}

/// Every byte of an answer changed in two ways: what still passes is outside of what is signed.
#[test]
fn a_changed_answer_is_refused_wherever_it_says_something() {
    if !is_possible() {
        return;
    }
    let authority = Authority::start(Kind::Curve, NOW);
    let (roots, query) = (roots(&authority), request(TEXT, [5; 16]).unwrap());
    let reply = authority.replies(&query);
    let said = verify(TEXT, &query, &reply, &roots).unwrap();
    let mut passed = 0;
    for at in 0..reply.len() {
        for flip in [1, 0x80] {
            let mut changed = reply.clone();
            changed[at] ^= flip;
            if let Ok(other) = verify(TEXT, &query, &changed, &roots) {
                passed += 1;
                assert_eq!(other, said, "byte {at} changes what it says");
            }
        }
    }
    // The status, and the copy of the root, which is not looked at.
    assert!(passed * 2 < reply.len(), "{passed} of {}", 2 * reply.len());
}

/// A world whose heads an authority stamps.
fn stamped_by(authority: &Authority) -> impl Fn(&mut Config) {
    let (url, roots) = (authority.url.clone(), authority.root());
    move |config| {
        config.log.time_stamps.clone_from(&url);
        config.log.time_stamp_roots.clone_from(&roots);
    }
}

async fn stamps(world: &World) -> Vec<stored::StampRow> {
    world
        .app
        .store
        .read(|tx| stored::list_stamps(tx, "2026", 0, 1000))
        .await
        .unwrap()
}

fn shows(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

async fn on(authority: &Authority, world: &World, later: SignedDuration) {
    world.until(world.app.now() + later);
    authority.mind.lock().unwrap().now = shows(world.app.now());
}

/// What `openssl ts` says of the files that anybody can fetch.
fn openssl_agrees(text: &[u8], reply: &[u8], roots: &Path, at: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("text"), text).unwrap();
    std::fs::write(path("r.tsr"), reply).unwrap();
    let at = at.parse::<Timestamp>().unwrap().as_second().to_string();
    let done = Command::new("openssl")
        .args(["ts", "-verify", "-data"])
        .arg(path("text"))
        .arg("-in")
        .arg(path("r.tsr"))
        .arg("-CAfile")
        .arg(roots)
        .args(["-attime", &at])
        .output()
        .unwrap();
    done.status.success()
}

async fn heads_are_stamped(world: World, authority: &Authority) {
    let hearing = world.hearing().await;
    world.seated(&hearing).await;
    world.passes(hearing.case, "object").await;
    on(authority, &world, SignedDuration::ZERO).await;
    world.work().await;
    let first = stamps(&world).await;
    let last = first.last().expect("the first heads are stamped").clone();
    assert_eq!(last.authority, "CN=Stamps,O=Time Authority");

    // The page shows it, and its files satisfy openssl.
    let mut stranger = world.stranger();
    let page = stranger.get("/log").await;
    assert!(
        page.text().contains("CN=Stamps,O=Time Authority"),
        "{}",
        page.text()
    );
    let at = |what: &str| format!("/log/2026/stamps/{}/{what}", last.size);
    let reply = stranger.get(&at("reply")).await;
    assert_eq!(reply.headers["content-type"], "application/timestamp-reply");
    assert!(reply.headers["cache-control"].contains("immutable"));
    let head = stranger.get(&at("head")).await;
    let said = last.stamped_at.to_string();
    assert!(openssl_agrees(
        &head.body,
        &reply.body,
        &authority.root(),
        &said
    ));
    assert!(!openssl_agrees(
        b"another\n",
        &reply.body,
        &authority.root(),
        &said
    ));
    assert_eq!(stranger.get(&at("query")).await.status, 200);
    for wrong in [
        at("other"),
        "/log/2026/stamps/999999/reply".into(),
        "/log/2025/stamps/1/reply".into(),
    ] {
        assert_eq!(stranger.get(&wrong).await.status, 404, "{wrong}");
    }

    // Within the hour nobody is asked again, but for a decision.
    world.complains(&hearing.owner, None).await;
    on(authority, &world, SignedDuration::from_mins(1)).await;
    world.work().await;
    assert_eq!(stamps(&world).await.len(), first.len());
    tribunal::decides(&world, &hearing).await;
    on(authority, &world, SignedDuration::from_mins(1)).await;
    world.work().await;
    let now = stamps(&world).await;
    assert_eq!(now.len(), first.len() + 1);
    let key = stranger.get("/log/2026/key").await;
    let key = Key::parse(&key.text()).unwrap();
    assert!(
        now.iter()
            .all(|row| Checkpoint::open(&row.note, &key).is_ok())
    );
    case_file_has_it(&world, authority, &hearing).await;

    // An authority that is away, that answers what was asked before, or whose clock is wrong is asked again; nothing waits.
    let count = now.len();
    world.complains(&hearing.owner, None).await;
    on(authority, &world, SignedDuration::from_hours(1)).await;
    for trouble in 0..3 {
        let asked = {
            let mut mind = authority.mind.lock().unwrap();
            mind.refuses = (trouble == 0).then_some(503);
            mind.repeats = trouble == 1;
            if trouble == 2 {
                mind.now = shows(world.app.now() - SignedDuration::from_mins(6));
            }
            mind.asked
        };
        world.work().await;
        assert!(authority.mind.lock().unwrap().asked > asked);
        assert_eq!(stamps(&world).await.len(), count, "trouble {trouble}");
    }
    on(authority, &world, SignedDuration::ZERO).await;
    world.work().await;
    assert_eq!(stamps(&world).await.len(), count + 1);
    assert_eq!(world.app.log.alarm(), None);

    // They are part of the record: the check reads them, and they cannot be changed.
    let found = integrity::check(&world.app).await.unwrap();
    assert_eq!(found.problems, Vec::<String>::new());
    let change = "UPDATE log_stamps SET authority = 'CN=Other' WHERE size > 1";
    assert!(world.sql(change).is_err());
    unguarded(&world, "log_stamps");
    world.sql(change).unwrap();
    let found = integrity::check(&world.app).await.unwrap();
    assert_eq!(found.problems.len(), 1, "{:?}", found.problems);
    assert!(
        found.problems[0].contains("time-stamp"),
        "{:?}",
        found.problems
    );
}

/// The case file of a case that is covered holds the time-stamp, and everybody's tools agree.
async fn case_file_has_it(world: &World, authority: &Authority, hearing: &Hearing) {
    let folder = tempfile::tempdir().unwrap();
    let mut client = world.signed_in(&hearing.owner).await;
    let page = fetched(&mut client, &hearing.number).await;
    assert_eq!(page.body, fetched(&mut client, &hearing.number).await.body);
    let file = folder.path().join("case.zip");
    std::fs::write(&file, &page.body).unwrap();
    let program = env!("CARGO_BIN_EXE_redress");
    let verified = |more: &[&str]| {
        let done = Command::new(program)
            .arg("verify")
            .arg(&file)
            .args(more)
            .output()
            .unwrap();
        let said = [done.stdout, done.stderr].concat();
        (
            done.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    };
    let (holds, said) = verified(&[]);
    assert!(holds, "{said}");
    assert!(
        said.contains("an authority says that the head of"),
        "{said}"
    );
    assert!(
        said.contains("that this authority for time-stamps can be believed"),
        "{said}"
    );
    let root = authority.root();
    let (holds, said) = verified(&["--authority", root.to_str().unwrap()]);
    assert!(holds && !said.contains("can be believed"), "{said}");
    let stranger = Authority::start(Kind::Curve, NOW);
    let (holds, said) = verified(&["--authority", stranger.root().to_str().unwrap()]);
    assert!(!holds && said.contains("log/checkpoint.tsr"), "{said}");

    let mut archive = zip::ZipArchive::new(Cursor::new(&page.body)).unwrap();
    archive.extract(folder.path()).unwrap();
    let bag = folder.path().join(&hearing.number);
    let script = |roots: &Path| {
        let key = bag.join("log/keys/log.pem");
        let done = Command::new("bash")
            .arg("verify.sh")
            .arg(key)
            .arg(roots)
            .current_dir(&bag)
            .output()
            .unwrap();
        let said = [done.stdout, done.stderr].concat();
        (
            done.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    };
    let existed = format!(
        "existed at {} GMT",
        world.app.now().strftime("%b %e %H:%M:%S %Y")
    );
    let (holds, said) = script(&root);
    assert!(holds && said.contains(&existed), "{said}");
    let (holds, said) = script(&stranger.root());
    assert!(
        !holds && said.contains("the time-stamp does not hold"),
        "{said}"
    );
}

#[actix_web::test]
async fn heads_are_time_stamped_every_hour_and_after_decisions_and_case_files_hold_it() {
    if !is_possible() {
        return;
    }
    let authority = Authority::start(Kind::Curve, NOW);
    heads_are_stamped(World::sqlite_with(stamped_by(&authority)).await, &authority).await;
    if let Some(world) = World::postgres_with(stamped_by(&authority)).await {
        heads_are_stamped(world, &authority).await;
    }
}
