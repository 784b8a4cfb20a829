//! The program as it runs, in a process of its own, and a plain way to talk to it over a socket.

use super::World;
use super::client::Page;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_redress");
/// Most that a start may take.
const START: Duration = Duration::from_secs(60);

/// A running service with the settings of a world; stopped without notice when dropped.
pub struct Service {
    settings: PathBuf,
    /// Where it listens
    pub port: u16,
    child: Option<Child>,
}

impl Service {
    /// The settings of a world whose own process is done with the database.
    pub fn of(world: &World, data: &Path, database: &str) -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .unwrap()
            .port();
        let config = &world.app.config;
        let settings = world.dir().join("redress.toml");
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:{port}\"\npublic_url = \"http://127.0.0.1:{port}\"\nthreads = 2\n\
             [database]\nurl = \"{database}\"\n[data]\ndir = \"{}\"\n[secrets]\nkey = \"{}\"\n\
             [mail]\ntransport = \"folder\"\nfrom = \"registry@redress.example\"\nfolder = \"{}\"\n\
             [product]\ncontact_email = \"help@redress.example\"\n",
            data.display(),
            config.secrets.key.reveal(),
            world.dir().join("letters").display(),
        );
        std::fs::write(&settings, text).unwrap();
        Self {
            settings,
            port,
            child: None,
        }
    }

    fn command(&self, words: &[&str], file_kib: Option<u32>) -> Command {
        let mut command = match file_kib {
            // The signal of a file that is too large would end the process before it could say so.
            Some(kib) => {
                let mut shell = Command::new("bash");
                let script = format!("trap '' XFSZ; ulimit -f {kib}; exec \"$0\" \"$@\"");
                shell.args(["-c", &script, PROGRAM]);
                shell
            }
            None => Command::new(PROGRAM),
        };
        command
            .args(words)
            .arg("--config")
            .arg(&self.settings)
            .env_remove("REDRESS_CONFIG");
        command
    }

    /// Starts it and waits until it answers; `file_kib` bounds the size of every file it writes.
    pub fn start(&mut self, file_kib: Option<u32>) {
        let log = std::fs::File::create(self.settings.with_extension("log")).unwrap();
        let child = self
            .command(&["serve"], file_kib)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        self.child = Some(child);
        let began = Instant::now();
        while !call(self.port, "GET", "/health/ready", &[], b"").is_ok_and(|p| p.status == 200) {
            assert!(
                began.elapsed() < START,
                "the service does not start: {}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// What it logged since its start.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.settings.with_extension("log")).unwrap_or_default()
    }

    /// Ends it at once, as a power cut would.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// What `redress check` says, and that it found nothing wrong.
    pub fn check(&self) -> String {
        let done = self.command(&["check"], None).output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(
            done.status.success() && said.contains("the record is whole"),
            "{said}{}",
            String::from_utf8_lossy(&done.stderr)
        );
        said
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// One request on a connection of its own.
pub fn call(
    port: u16,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> io::Result<Page> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Length: {}\r\n",
        body.len()
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let cut = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let end = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .ok_or_else(cut)?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .ok_or_else(cut)?;
    let headers: BTreeMap<String, String> = head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let body = answer[end + 4..].to_vec();
    let whole: Option<usize> = headers.get("content-length").and_then(|n| n.parse().ok());
    if whole.is_some_and(|whole| body.len() < whole) {
        return Err(cut());
    }
    Ok(Page {
        status,
        location: headers.get("location").cloned().unwrap_or_default(),
        headers,
        body,
    })
}

/// A browser that talks to the running program.
pub struct Wire {
    port: u16,
    cookie: String,
    csrf: String,
}

impl Wire {
    /// Signed in with the password of everybody.
    pub fn signed_in(port: u16, email: &str) -> Self {
        let mut wire = Self {
            port,
            cookie: String::new(),
            csrf: String::new(),
        };
        wire.get("/sign-in");
        let done = wire.post(
            "/sign-in",
            &[("email", email), ("password", super::PASSWORD)],
        );
        assert_eq!(done.status, 303, "{}", done.text());
        wire
    }

    fn send(&mut self, method: &str, path: &str, kind: &str, body: &[u8]) -> Page {
        let mut headers = vec![("Cookie", self.cookie.as_str())];
        if !kind.is_empty() {
            headers.push(("Content-Type", kind));
        }
        let page = call(self.port, method, path, &headers, body).unwrap();
        if let Some(cookie) = page.headers.get("set-cookie") {
            cookie
                .split(';')
                .next()
                .unwrap_or_default()
                .clone_into(&mut self.cookie);
        }
        page
    }

    /// Opens a page and remembers its token.
    pub fn get(&mut self, path: &str) -> Page {
        let page = self.send("GET", path, "", b"");
        if let Some(csrf) = page
            .attributes("input[name=csrf]", "value")
            .into_iter()
            .next()
        {
            self.csrf = csrf;
        }
        page
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &self.csrf);
        form.extend_pairs(fields);
        self.send(
            "POST",
            path,
            "application/x-www-form-urlencoded",
            form.finish().as_bytes(),
        )
    }

    /// Sends a form with a file between the first and the other fields, as browsers do.
    pub fn upload(&mut self, path: &str, file: &[u8], after: &[(&str, &str)]) -> Page {
        const EDGE: &str = "----an-edge";
        let field = |name: &str, value: &str| {
            format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
        };
        let mut body = field("csrf", &self.csrf).into_bytes();
        body.extend(format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"large.bin\"\r\n\r\n").into_bytes());
        body.extend(file);
        body.extend(b"\r\n");
        for (name, value) in after {
            body.extend(field(name, value).into_bytes());
        }
        body.extend(format!("--{EDGE}--\r\n").into_bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.send("POST", path, &kind, &body)
    }
}
