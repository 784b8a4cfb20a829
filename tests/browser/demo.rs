//! The demonstration, started as a visitor would start it.

use redress::domain::acts::Effect;
use redress::domain::docket::Entry;
use redress::domain::procedures::Packs;
use redress::services::acts;
use redress::storage::cases::listings;
use redress::storage::cases::lists::{self, CaseFilter, CaseOrder};
use redress::storage::queue::{self, LetterState};
use redress::storage::{Options, Store, docket, roster};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running demonstration with a folder of its own; stopped when dropped.
pub struct Demo {
    process: Child,
    base: String,
    links: Vec<(String, String)>,
    folder: tempfile::TempDir,
}

impl Demo {
    /// Starts it and waits until it has printed its sign-in links.
    pub async fn start() -> Self {
        tokio::task::spawn_blocking(Self::start_and_wait)
            .await
            .expect("the demonstration starts")
    }

    fn start_and_wait() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut process = Command::new(env!("CARGO_BIN_EXE_redress"))
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let out = process.stdout.take().expect("its output");
        let (tell, told) = std::sync::mpsc::channel();
        // Reads on to the end, so that the program never waits for a reader.
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                let _ = tell.send(line);
            }
        });
        let mut demo = Self {
            process,
            base: String::new(),
            links: Vec::new(),
            folder,
        };
        let until = Instant::now() + Duration::from_secs(300);
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let line = told
                .recv_timeout(left)
                .expect("the demonstration prints its links and goes on running");
            demo.read(&line);
            if !demo.links.is_empty() && line.trim().is_empty() {
                return demo;
            }
        }
    }

    /// Takes what a line of the program's output says: `role   http://…/sign-in/link/…`.
    fn read(&mut self, line: &str) {
        let Some((role, link)) = role_and_link(line) else {
            return;
        };
        if let Some((base, _)) = link.split_once("/sign-in/link/") {
            self.base = base.to_owned();
        }
        self.links.push((role.to_owned(), link.to_owned()));
    }

    /// The full address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The link that signs the first person of a role in; it works once.
    pub fn link(&self, role: &str) -> &str {
        let found = self.links.iter().find(|(known, _)| known == role);
        let known = || {
            self.links
                .iter()
                .map(|(role, _)| role.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        };
        found
            .map(|(_, link)| link.as_str())
            .unwrap_or_else(|| panic!("no link for {role}, only for {}", known()))
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn role_and_link(line: &str) -> Option<(&str, &str)> {
    let (role, link) = line.trim().rsplit_once(char::is_whitespace)?;
    let is_link = link.starts_with("http://") && link.contains("/sign-in/link/");
    is_link.then_some((role.trim(), link))
}

#[test]
fn sign_in_links_are_read_from_what_the_demonstration_prints() {
    let link = "http://127.0.0.1:8080/sign-in/link/ab12";
    assert_eq!(
        role_and_link(&format!("  case manager    {link}")),
        Some(("case manager", link))
    );
    assert_eq!(
        role_and_link("Letters   http://127.0.0.1:8080/demo/letters"),
        None
    );
    assert_eq!(role_and_link(""), None);
}

#[actix_web::test]
async fn the_demonstration_passes_through_every_stage_and_outcome() {
    if std::env::var_os("REDRESS_BROWSER").is_none_or(|value| value != "1") {
        eprintln!(
            "skipped: the demonstration is made with REDRESS_BROWSER=1 only; tests/run sets it"
        );
        return;
    }
    let demo = Demo::start().await;
    let url = format!("sqlite:{}", demo.folder.path().join("redress.db").display());
    let store = Store::open(&url, Options::default()).unwrap();
    // Every step of every case, from its docket.
    let (passed, cases) = store
        .read(|tx| {
            let heads = lists::list(tx, &CaseFilter::default(), CaseOrder::Filed, None, 500)?;
            let mut passed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for head in &heads {
                let pack = acts::load(tx, head.id)?.pack.id;
                for row in docket::list(tx, head.id, 0, 10_000)? {
                    let entry: Entry = serde_json::from_str(&row.entry.0).unwrap();
                    let states = entry.effects.into_iter().filter_map(|effect| match effect {
                        Effect::TrackMoved { to, .. } => Some(to),
                        _ => None,
                    });
                    passed.entry(pack.clone()).or_default().extend(states);
                }
            }
            Ok((passed, heads.len()))
        })
        .await
        .unwrap();
    assert!(cases >= 40, "{cases}");
    let packs = Packs::embedded().unwrap();
    // A complaint and a notice pass through everything that their procedures know.
    for pack in ["consumer-odr", "cn-ecl-ip"] {
        let states = packs.latest(pack).unwrap().states.iter();
        let all: BTreeSet<String> = states
            .map(|state| state.id.clone())
            .filter(|id| id != "draft")
            .collect();
        let left: Vec<_> = all.difference(&passed[pack]).collect();
        assert!(left.is_empty(), "no case of {pack} is or was in {left:?}");
    }
    for state in [
        "incomplete",
        "counter_incomplete",
        "window",
        "action_filed",
        "restored",
        "upheld",
    ] {
        assert!(passed["us-dmca-512"].contains(state), "{state}");
    }
    let (arbitrators, queue, letters) = store
        .read(|tx| {
            Ok((
                roster::list(tx, true, &["accepted"], 50)?.len(),
                listings::list_queue(tx, &listings::QueueFilter::default(), 50)?.len(),
                queue::count_by_state(tx)?,
            ))
        })
        .await
        .unwrap();
    assert_eq!(arbitrators, 8);
    assert!(queue >= 3, "{queue}");
    assert!(
        letters
            .iter()
            .any(|(state, n)| *state == LetterState::Sent && *n > 200),
        "{letters:?}"
    );
    store.close();
}
