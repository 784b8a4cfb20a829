//! A witness as C2SP tlog-witness describes it, on a port of this machine: it remembers what it signed last and signs
//! only what follows on it. Written for the tests; it shares no code with the client that it answers.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use redress::domain::log::note::{Kind, cosigned_text};
use redress::domain::log::tree::{empty_root, is_consistent};
use redress::domain::log::{Checkpoint, Hash, Key};
use ring::signature::{Ed25519KeyPair, KeyPair};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What a witness keeps, and how a test makes it misbehave.
pub struct Mind {
    /// Whose logs it watches, with the size and head that it signed last
    pub logs: Vec<(Key, u64, Hash)>,
    /// What its clock shows, in seconds since 1970
    pub now: i64,
    /// Answers with this status instead
    pub refuses: Option<u16>,
    /// How often it was asked
    pub asked: usize,
}

/// A witness that runs until the test ends.
pub struct Witness {
    /// Where it is asked
    pub url: String,
    /// Its key
    pub key: Key,
    /// What it keeps
    pub mind: Arc<Mutex<Mind>>,
}

impl Witness {
    /// Starts one; `seed` makes its key.
    pub fn start(name: &str, seed: u8, now: i64) -> Self {
        let pair = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
        let public = pair.public_key().as_ref().try_into().unwrap();
        let key = Key::of_kind(name, Kind::Cosignature, public).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let mind = Arc::new(Mutex::new(Mind {
            logs: Vec::new(),
            now,
            refuses: None,
            asked: 0,
        }));
        let (held, own) = (Arc::clone(&mind), key.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut mind = held.lock().unwrap();
                mind.asked += 1;
                answer(stream.unwrap(), &mut mind, &pair, &own);
            }
        });
        Self { url, key, mind }
    }

    /// Watches a log from its beginning.
    pub fn watches(&self, log: &Key) {
        let mut mind = self.mind.lock().unwrap();
        mind.logs.push((log.clone(), 0, empty_root()));
    }

    /// Its line in a policy.
    pub fn line(&self, name: &str) -> String {
        format!("witness {name} {} {}", self.key, self.url)
    }
}

fn answer(mut stream: TcpStream, mind: &mut Mind, pair: &Ed25519KeyPair, own: &Key) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let (status, said) = match mind.refuses {
        Some(status) => (status, String::new()),
        None if !first.starts_with("POST /add-checkpoint ") => (404, String::new()),
        None => add(&String::from_utf8(body).unwrap(), mind, pair, own),
    };
    let _ = write!(
        stream,
        "HTTP/1.1 {status} Said\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{said}",
        said.len()
    );
}

fn add(body: &str, mind: &mut Mind, pair: &Ed25519KeyPair, own: &Key) -> (u16, String) {
    let (above, note) = body.split_once("\n\n").unwrap();
    let mut lines = above.lines();
    let old: u64 = lines
        .next()
        .unwrap()
        .strip_prefix("old ")
        .unwrap()
        .parse()
        .unwrap();
    let proof: Vec<Hash> = lines
        .map(|line| Hash(STANDARD.decode(line).unwrap().try_into().unwrap()))
        .collect();
    let origin = note.lines().next().unwrap();
    let Some((key, size, root)) = mind
        .logs
        .iter_mut()
        .find(|(key, _, _)| key.name() == origin)
    else {
        return (404, String::new());
    };
    let Ok(shown) = Checkpoint::open(note, key) else {
        return (403, String::new());
    };
    if old > shown.size {
        return (400, String::new());
    }
    if old != *size {
        return (409, format!("{size}\n"));
    }
    if !is_consistent(old, shown.size, *root, shown.root, &proof) {
        return (422, String::new());
    }
    (*size, *root) = (shown.size, shown.root);
    let signature = pair.sign(cosigned_text(&shown.text(), mind.now as u64).as_bytes());
    let bytes = [
        &own.id()[..],
        &(mind.now as u64).to_be_bytes(),
        signature.as_ref(),
    ]
    .concat();
    (
        200,
        format!("\u{2014} {} {}\n", own.name(), STANDARD.encode(bytes)),
    )
}
