//! A headless Chromium, driven through ChromeDriver.

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Flags that keep Chromium to itself: no window, no first run, no calls home.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
];

/// A width and a colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// CSS pixels
    pub width: u32,
    /// Dark colours
    pub dark: bool,
}

impl fmt::Display for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} px {}",
            self.width,
            if self.dark { "dark" } else { "light" }
        )
    }
}

impl Look {
    /// A desk
    pub const WIDE: Self = Self {
        width: 1280,
        dark: false,
    };
    /// A desk at night
    pub const WIDE_DARK: Self = Self {
        width: 1280,
        dark: true,
    };
    /// A phone
    pub const PHONE: Self = Self {
        width: 390,
        dark: false,
    };
    /// A phone at night
    pub const PHONE_DARK: Self = Self {
        width: 390,
        dark: true,
    };
    /// The smallest phone
    pub const SMALL: Self = Self {
        width: 320,
        dark: false,
    };
    /// The smallest phone at night
    pub const SMALL_DARK: Self = Self {
        width: 320,
        dark: true,
    };
}

/// The browser.
pub struct Browser {
    client: Client,
    driver: Child,
    port: u16,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts ChromeDriver on a free port, and with it a browser that knows nobody.
    pub async fn start() -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let out = driver.stdout.take().expect("its output");
        let port = tokio::task::spawn_blocking(move || port_of(BufReader::new(out)))
            .await
            .expect("chromedriver answers");
        let profile = tempfile::tempdir().expect("a folder");
        let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.to_owned()).collect();
        flags.push(format!("--user-data-dir={}", profile.path().display()));
        let Value::Object(wishes) = json!({
            "goog:chromeOptions": { "args": flags },
            "goog:loggingPrefs": { "browser": "ALL" },
        }) else {
            unreachable!("an object")
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wishes)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap_or_else(|error| panic!("chromium does not start: {error}"));
        let browser = Self {
            client,
            driver,
            port,
            _profile: profile,
        };
        browser.bring_axe().await;
        browser
    }

    /// Puts the accessibility checker into every page that is opened, outside of the page's own policy for scripts.
    async fn bring_axe(&self) {
        let file = std::env::var("REDRESS_AXE").expect("REDRESS_AXE names the file axe.min.js");
        let source =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": source }),
        )
        .await;
    }

    /// Opens a page and waits until it is loaded.
    pub async fn open(&self, url: &str) {
        self.client
            .goto(url)
            .await
            .unwrap_or_else(|error| panic!("cannot open {url}: {error}"));
    }

    /// The address of the page that is open.
    pub async fn address(&self) -> String {
        self.client
            .current_url()
            .await
            .expect("an address")
            .to_string()
    }

    /// Runs a script in the page; its `return` is the answer.
    pub async fn run(&self, script: &str, args: Vec<Value>) -> Value {
        self.client
            .execute(script, args)
            .await
            .unwrap_or_else(|error| panic!("script failed: {error}\n{script}"))
    }

    /// Runs a script that calls its last argument with the answer.
    pub async fn run_and_wait(&self, script: &str, args: Vec<Value>) -> Value {
        self.client
            .execute_async(script, args)
            .await
            .unwrap_or_else(|error| panic!("script failed: {error}"))
    }

    /// Sends a form by its first button and waits for the page that answers, which may have the same address.
    pub async fn send_form(&self, form: &str) {
        self.run("window.before = true", vec![]).await;
        let button = format!("{form} button:not([type=button])");
        let button = self
            .client
            .find(Locator::Css(&button))
            .await
            .unwrap_or_else(|error| panic!("no button in {form}: {error}"));
        button.click().await.expect("the button can be pressed");
        let until = Instant::now() + Duration::from_secs(30);
        while Instant::now() < until {
            // Between two pages there is none to ask.
            let script = "return !window.before && document.readyState === 'complete'";
            if let Ok(Value::Bool(true)) = self.client.execute(script, vec![]).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("no answer after {form} was sent");
    }

    /// Changes width and colours; the open page follows at once.
    pub async fn look(&self, look: Look) {
        self.measure(look.width, 900).await;
        let scheme = if look.dark { "dark" } else { "light" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await;
        // Colours that glide from one theme to the other would be measured half way.
        self.run_and_wait(
            "const done = arguments[arguments.length - 1];
             const settle = left => requestAnimationFrame(() => {
               const moving = document.getAnimations();
               moving.forEach(one => { try { one.finish(); } catch { one.cancel(); } });
               if (left > 0 && (moving.length || left > 2)) settle(left - 1); else done(null);
             });
             settle(4);",
            vec![],
        )
        .await;
    }

    /// Presses the tabulator key so many times.
    pub async fn tab(&self, times: u64) {
        let key = |kind: &str| json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
        for _ in 0..times {
            self.devtools("Input.dispatchKeyEvent", key("rawKeyDown"))
                .await;
            self.devtools("Input.dispatchKeyEvent", key("keyUp")).await;
        }
    }

    /// What the console and the page's policy said since the last call.
    pub async fn console(&self) -> Vec<Value> {
        let log = self.command("se/log", json!({ "type": "browser" })).await;
        log.as_array().cloned().unwrap_or_default()
    }

    /// A picture of the whole page as PNG.
    pub async fn picture(&self, look: Look) -> Vec<u8> {
        self.look(look).await;
        let height = self
            .run("return document.documentElement.scrollHeight", vec![])
            .await;
        self.measure(
            look.width,
            height.as_u64().unwrap_or(900).clamp(600, 12_000),
        )
        .await;
        let picture = self.client.screenshot().await.expect("a picture");
        self.look(look).await;
        picture
    }

    /// Forgets who was signed in.
    pub async fn forget(&self) {
        self.client
            .delete_all_cookies()
            .await
            .expect("cookies can be deleted");
    }

    /// Ends the browser.
    pub async fn quit(self) {
        let closed = self.client.clone().close().await;
        closed.expect("the browser can be closed");
    }

    async fn measure(&self, width: u32, height: u64) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
    }

    async fn devtools(&self, command: &str, params: Value) -> Value {
        self.command(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": params }),
        )
        .await
    }

    async fn command(&self, path: &'static str, body: Value) -> Value {
        let said = body.to_string();
        self.client
            .issue_cmd(Extension { path, body })
            .await
            .unwrap_or_else(|error| panic!("{path} {said}: {error}"))
    }
}

impl Drop for Browser {
    /// Also after a failed test: asked to shut down, the driver takes its browser with it; killed, it would not.
    fn drop(&mut self) {
        if let Ok(mut line) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = line.write_all(
                b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
            );
            let _ = line.read_to_end(&mut Vec::new());
        }
        for _ in 0..100 {
            if matches!(self.driver.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// A command of ChromeDriver beyond the WebDriver standard.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// Reads the port that ChromeDriver chose, and goes on reading so that it never waits.
fn port_of(out: impl BufRead + Send + 'static) -> u16 {
    let mut lines = out.lines().map_while(Result::ok);
    let port = lines.find_map(|line| {
        let (_, rest) = line.split_once("started successfully on port ")?;
        rest.trim().trim_end_matches('.').parse().ok()
    });
    std::thread::spawn(move || lines.for_each(drop));
    port.expect("chromedriver says its port")
}
