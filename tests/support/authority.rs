//! An authority for time-stamps on a port of this machine, whose answers `openssl ts` makes: it shares no code with the
//! client that it answers. Its clock is a test's, by `faketime`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

/// How a test makes an authority misbehave.
pub struct Mind {
    /// What its clock shows, as `faketime` reads it
    pub now: String,
    /// Answers with this status instead
    pub refuses: Option<u16>,
    /// Answers with the answer of before
    pub repeats: bool,
    /// How often it was asked
    pub asked: usize,
    last: Vec<u8>,
}

/// An authority that runs until the test ends.
pub struct Authority {
    /// Where it is asked
    pub url: String,
    /// How it behaves
    pub mind: Arc<Mutex<Mind>>,
    folder: tempfile::TempDir,
}

/// When its certificates begin.
const FROM: &str = "2026-01-01 00:00:00";

/// The kinds of keys and chains that authorities have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// P-256, below the root
    Curve,
    /// RSA 2048 with SHA-512, below an authority that is below the root
    Rsa,
}

const CONFIG: &str = "
[tsa]
default_tsa = own
[own]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = chain.pem
signer_key = tsa.key
signer_digest = DIGEST
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
tsa_name = yes
[ca]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
[stamps]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
";

/// Whether this machine has the programs; a run of all tests needs them.
pub fn is_possible() -> bool {
    let is_there = Command::new("faketime").arg("--version").output().is_ok()
        && Command::new("openssl").arg("version").output().is_ok();
    assert!(
        is_there || std::env::var("REDRESS_TEST_ALL").is_err(),
        "openssl and faketime are needed"
    );
    is_there
}

/// Runs openssl at a time in a folder.
fn openssl(folder: &Path, now: &str, args: &[&str]) {
    let done = Command::new("faketime")
        .args(["-f", now, "openssl"])
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "openssl {args:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
}

impl Authority {
    /// Starts one with a chain of its own.
    pub fn start(kind: Kind, now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path();
        let digest = if kind == Kind::Rsa {
            "sha512"
        } else {
            "sha256"
        };
        std::fs::write(dir.join("openssl.cnf"), CONFIG.replace("DIGEST", digest)).unwrap();
        std::fs::write(dir.join("serial"), "01\n").unwrap();
        let new = |name: &str| match kind {
            Kind::Curve => openssl(
                dir,
                FROM,
                &[
                    "ecparam",
                    "-name",
                    "prime256v1",
                    "-genkey",
                    "-noout",
                    "-out",
                    name,
                ],
            ),
            Kind::Rsa => openssl(dir, FROM, &["genrsa", "-out", name, "2048"]),
        };
        let sign = |name: &str, subject: &str, by: Option<&str>, section: &str| {
            new(&format!("{name}.key"));
            let (key, csr, out) = (
                format!("{name}.key"),
                format!("{name}.csr"),
                format!("{name}.pem"),
            );
            openssl(
                dir,
                FROM,
                &[
                    "req",
                    "-new",
                    "-key",
                    &key,
                    "-subj",
                    subject,
                    "-out",
                    &csr,
                    "-config",
                    "/dev/null",
                ],
            );
            let mut args = vec![
                "x509",
                "-req",
                "-in",
                &csr,
                "-days",
                "3650",
                "-extfile",
                "openssl.cnf",
                "-extensions",
                section,
                "-out",
                &out,
            ];
            let (ca, ca_key) = by.map_or((String::new(), key.clone()), |by| {
                (format!("{by}.pem"), format!("{by}.key"))
            });
            match by {
                Some(_) => args.extend(["-CA", &ca, "-CAkey", &ca_key, "-CAcreateserial"]),
                None => args.extend(["-signkey", &ca_key]),
            }
            openssl(dir, FROM, &args);
        };
        sign("root", "/O=Time Authority/CN=Root", None, "ca");
        let above = match kind {
            Kind::Curve => "root",
            Kind::Rsa => {
                sign("middle", "/O=Time Authority/CN=Middle", Some("root"), "ca");
                "middle"
            }
        };
        sign("tsa", "/O=Time Authority/CN=Stamps", Some(above), "stamps");
        std::fs::copy(dir.join(format!("{above}.pem")), dir.join("chain.pem")).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/tsr", listener.local_addr().unwrap());
        let mind = Arc::new(Mutex::new(Mind {
            now: now.to_owned(),
            refuses: None,
            repeats: false,
            asked: 0,
            last: Vec::new(),
        }));
        let (held, place) = (Arc::clone(&mind), dir.to_owned());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut mind = held.lock().unwrap();
                mind.asked += 1;
                answer(stream.unwrap(), &mut mind, &place);
            }
        });
        Self { url, mind, folder }
    }

    /// The certificate that its own leads to.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("root.pem")
    }

    /// Its answer to a request.
    pub fn replies(&self, query: &[u8]) -> Vec<u8> {
        reply(query, &self.mind.lock().unwrap().now, self.folder.path())
    }
}

fn reply(query: &[u8], now: &str, folder: &Path) -> Vec<u8> {
    std::fs::write(folder.join("q.tsq"), query).unwrap();
    openssl(
        folder,
        now,
        &[
            "ts",
            "-reply",
            "-config",
            "openssl.cnf",
            "-queryfile",
            "q.tsq",
            "-out",
            "r.tsr",
        ],
    );
    std::fs::read(folder.join("r.tsr")).unwrap()
}

fn answer(mut stream: TcpStream, mind: &mut Mind, folder: &Path) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    let (mut length, mut is_query) = (0, false);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        is_query |= line == "content-type: application/timestamp-query";
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let status = match mind.refuses {
        Some(status) => status,
        None if !is_query || !first.starts_with("POST /tsr ") => 400,
        None => 200,
    };
    if status == 200 && !mind.repeats {
        mind.last = reply(&body, &mind.now, folder);
    }
    let said: &[u8] = if status == 200 { &mind.last } else { &[] };
    let head = format!(
        "HTTP/1.1 {status} Said\r\nContent-Type: application/timestamp-reply\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        said.len()
    );
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(said));
}
