//! Pictures of pages for people to look at: `tests/browser/shots`.

use super::demo::Demo;
use super::driver::{Browser, Look};
use super::visit;
use std::path::{Path, PathBuf};

/// Taken when nothing else is asked for.
const USUAL: &str = "public:/ public:/sign-in public:/how-it-works seller:/dashboard seller:first \
    rights_holder:/dashboard rights_holder:/notices/new officer:/takedowns case_manager:/registry/intake \
    arbitrator:/dashboard arbitrator:first administrator:/admin consumer:/complaints/new";

/// Runs only when `REDRESS_SHOTS` is set: the pages as `role:/path`, or `role:first` for the first case of the list;
/// empty for the usual ones.
#[tokio::test]
async fn pictures() {
    let Ok(wanted) = std::env::var("REDRESS_SHOTS") else {
        return;
    };
    let wanted = if wanted.trim().is_empty() {
        USUAL.to_owned()
    } else {
        wanted
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/shots");
    std::fs::create_dir_all(&folder).expect("a folder");
    let (demo, browser) = (Demo::start().await, Browser::start().await);
    let mut signed_in = "public";
    for one in wanted.split_whitespace() {
        let (role, path) = one
            .split_once(':')
            .unwrap_or_else(|| panic!("{one} is not role:/path"));
        if role != signed_in {
            visit::sign_out(&browser, &demo).await;
            // A link works once; coming back to a role needs another order of the list.
            visit::sign_in(&browser, &demo, role).await;
            signed_in = role;
        }
        let path = if path == "first" {
            first_case(&browser, &demo).await
        } else {
            path.to_owned()
        };
        take(&browser, &demo, role, &path, &folder).await;
    }
    browser.quit().await;
    eprintln!("pictures are in {}", folder.display());
}

async fn first_case(browser: &Browser, demo: &Demo) -> String {
    browser.open(&demo.url("/cases")).await;
    let script = "const a = document.querySelector('main a[href^=\"/cases/\"]'); return a ? a.pathname : '/cases'";
    browser
        .run(script, vec![])
        .await
        .as_str()
        .unwrap_or("/cases")
        .to_owned()
}

async fn take(browser: &Browser, demo: &Demo, role: &str, path: &str, folder: &Path) {
    let name = path
        .trim_matches('/')
        .replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let name = if name.is_empty() { "home" } else { &name };
    let file = |kind: &str| -> PathBuf { folder.join(format!("{role}-{name}-{kind}.png")) };
    let sign = if path.contains('?') { '&' } else { '?' };
    let in_language = |language: &str| demo.url(&format!("{path}{sign}lang={language}"));
    let keep = |kind: &str, picture: Vec<u8>| {
        std::fs::write(file(kind), picture).expect("the picture is kept")
    };

    browser.open(&in_language("zh-Hans")).await;
    keep("zh", browser.picture(Look::WIDE).await);
    browser.open(&in_language("en")).await;
    keep("wide", browser.picture(Look::WIDE).await);
    keep("dark", browser.picture(Look::WIDE_DARK).await);
    keep("phone", browser.picture(Look::PHONE).await);
    browser
        .run("document.documentElement.dir = 'rtl'", vec![])
        .await;
    keep("rtl", browser.picture(Look::WIDE).await);
}
