//! The program as it runs, in a process of its own, and a plain way to talk to it over a socket.

use super::World;
use super::client::Page;
use rustix::process::{Pid, Signal, kill_process};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// The program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_redress");
/// Most that a start may take.
const START: Duration = Duration::from_secs(60);
/// Most that an end may take.
const END: Duration = Duration::from_secs(30);

/// The running program with settings of its own; stopped without notice when dropped.
pub struct Service {
    /// `serve`, `work` or `demo`
    command: &'static str,
    /// The option that names its settings or its data
    place: [OsString; 2],
    /// Where what it says is kept, as `.log` (its log) and `.out` (the rest)
    told: PathBuf,
    /// Where it listens
    pub port: u16,
    child: Option<Child>,
}

impl Service {
    /// The settings of a world whose own process is done with the database.
    pub fn of(world: &World, data: &Path, database: &str) -> Self {
        let key = world.app.config.secrets.key.reveal();
        Self::serve(world.dir(), data, database, key)
    }

    /// An installation that was never started: settings in the folder, everything else under `data` in it.
    pub fn fresh(dir: &Path) -> Self {
        Self::serve(
            dir,
            &dir.join("data"),
            "",
            "0123456789abcdef0123456789abcdef",
        )
    }

    fn serve(dir: &Path, data: &Path, database: &str, key: &str) -> Self {
        let port = free_port();
        let settings = dir.join("redress.toml");
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:{port}\"\npublic_url = \"http://127.0.0.1:{port}\"\nthreads = 2\n\
             [database]\nurl = \"{database}\"\n[data]\ndir = \"{}\"\n[secrets]\nkey = \"{key}\"\n\
             [mail]\ntransport = \"folder\"\nfrom = \"registry@redress.example\"\nfolder = \"{}\"\n\
             [product]\ncontact_email = \"help@redress.example\"\n",
            data.display(),
            dir.join("letters").display(),
        );
        std::fs::write(&settings, text).unwrap();
        Self {
            command: "serve",
            told: settings.clone(),
            place: ["--config".into(), settings.into()],
            port,
            child: None,
        }
    }

    /// The demonstration of a folder; what it says is kept in another one.
    pub fn demo(data: &Path, told: &Path) -> Self {
        Self {
            command: "demo",
            told: told.join("demo"),
            place: ["--data".into(), data.into()],
            port: free_port(),
            child: None,
        }
    }

    /// The worker that runs beside it, with the same settings.
    pub fn worker(&self) -> Self {
        Self {
            command: "work",
            told: self.told.with_file_name("worker"),
            place: self.place.clone(),
            port: self.port,
            child: None,
        }
    }

    /// Adds lines to the settings file.
    pub fn with(self, more: &str) -> Self {
        let text = std::fs::read_to_string(&self.place[1]).unwrap();
        std::fs::write(&self.place[1], text + more).unwrap();
        self
    }

    fn program(&self, command: &str, file_kib: Option<u32>) -> Command {
        let mut program = match file_kib {
            // The signal of a file that is too large would end the process before it could say so.
            Some(kib) => {
                let mut shell = Command::new("bash");
                let script = format!("trap '' XFSZ; ulimit -f {kib}; exec \"$0\" \"$@\"");
                shell.args(["-c", &script, PROGRAM]);
                shell
            }
            None => Command::new(PROGRAM),
        };
        program
            .arg(command)
            .args(&self.place)
            .env_remove("REDRESS_CONFIG");
        program
    }

    fn spawn(&self, mut program: Command, more: &[&str]) -> Child {
        if self.command == "demo" {
            program.args(["--listen", &format!("127.0.0.1:{}", self.port)]);
        }
        let kept =
            |extension: &str| std::fs::File::create(self.told.with_extension(extension)).unwrap();
        program
            .args(more)
            .stdin(Stdio::null())
            .stdout(kept("out"))
            .stderr(kept("log"))
            .spawn()
            .unwrap()
    }

    /// Starts it and waits until it answers; `file_kib` bounds the size of every file it writes.
    pub fn start(&mut self, file_kib: Option<u32>) {
        let child = self.spawn(self.program(self.command, file_kib), &[]);
        self.child = Some(child);
        let port = self.port;
        self.until(|| {
            call(port, "GET", "/health/ready", &[], b"").is_ok_and(|page| page.status == 200)
        });
    }

    /// Starts it, with more words after its own, and does not wait for an answer.
    pub fn begin(&mut self, more: &[&str]) {
        let child = self.spawn(self.program(self.command, None), more);
        self.child = Some(child);
    }

    /// Waits until something that it does is done.
    pub fn until(&self, is_so: impl Fn() -> bool) {
        let began = Instant::now();
        while !is_so() {
            assert!(
                began.elapsed() < START,
                "{} does not come so far: {}{}",
                self.command,
                self.said(),
                self.log()
            );
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Starts it, with more words and settings from the environment, where it is to refuse; gives what it says.
    pub fn refused(&self, more: &[&str], environment: &[(&str, &str)]) -> String {
        let mut program = self.program(self.command, None);
        program.envs(environment.iter().copied());
        let status = self.ended(self.spawn(program, more));
        let log = self.log();
        assert!(!status.success(), "{more:?} {environment:?} {log}");
        log
    }

    /// What it logged since its start.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.told.with_extension("log")).unwrap_or_default()
    }

    /// What it printed since its start, beside its log.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.told.with_extension("out")).unwrap_or_default()
    }

    /// Asks it to end, as service managers do, and waits until it has.
    pub fn stop(&mut self) -> ExitStatus {
        let child = self.child.take().expect("it was started");
        kill_process(Pid::from_child(&child), Signal::TERM).unwrap();
        self.ended(child)
    }

    fn ended(&self, mut child: Child) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = child.try_wait().unwrap() {
                return status;
            }
            if began.elapsed() > END {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("{} does not end: {}", self.command, self.log());
            }
            std::thread::sleep(Duration::from_millis(30));
        }
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
        let done = self.program("check", None).output().unwrap();
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

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .unwrap()
        .port()
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
    /// One that nobody signed in with.
    pub fn new(port: u16) -> Self {
        Self {
            port,
            cookie: String::new(),
            csrf: String::new(),
        }
    }

    /// Signed in with the password of everybody.
    pub fn signed_in(port: u16, email: &str) -> Self {
        let mut wire = Self::new(port);
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
