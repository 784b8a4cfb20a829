//! Which pages are visited: some named here, and all that can be reached from them by links, one or two of each kind.

use std::collections::{HashMap, HashSet, VecDeque};

/// Nobody signed in
pub const PUBLIC: &str = "public";

/// Where a visitor without an account begins.
const PUBLIC_PATHS: &[&str] = &[
    "/",
    "/start",
    "/respond",
    "/sign-in",
    "/sign-up",
    "/sign-in/link",
    "/reset",
    "/how-it-works",
    "/rules",
    "/help",
    "/accessibility",
    "/privacy",
    "/terms",
    "/nothing-here",
    "/demo/letters",
];

/// Where people of a role begin, besides what their menu leads to.
const SIGNED_IN: &[(&str, &[&str])] = &[
    ("rights_holder", &["/notices/new", "/drafts"]),
    ("seller", &["/listings"]),
    ("consumer", &["/complaints/new"]),
    ("lawyer", &[]),
    ("officer", &["/takedowns"]),
    ("case_manager", &["/registry/intake", "/registry/panel"]),
    ("arbitrator", &["/appointments"]),
    (
        "administrator",
        &[
            "/admin",
            "/admin/people",
            "/admin/organisations",
            "/admin/keys",
        ],
    ),
];

/// For everybody with an account.
const ACCOUNT: &[&str] = &[
    "/dashboard",
    "/cases",
    "/account",
    "/account/sessions",
    "/cases/XX-2026-000000",
];

/// Pages with a form that may be sent empty: nothing comes of it but a page that says what to do.
pub const FORMS: &[&str] = &["/sign-in", "/sign-up", "/respond"];

/// Parts of addresses that are no pages: files, feeds, the interface for programs.
const NO_PAGES: &[&str] = &[
    "/static/",
    "/api/",
    "/original",
    "/download",
    "/health/",
    "/sign-out",
];

/// Pages that do not exist on purpose; the browser's console may say so.
pub fn is_missing_on_purpose(path: &str) -> bool {
    path.contains("nothing-here") || path.contains("XX-2026-000000")
}

/// A page to visit.
pub struct Stop {
    /// Its address from the root
    pub path: String,
    /// The page that links to it; empty where it is named above
    pub linked_from: String,
}

/// A walk through the pages of a role.
pub struct Tour {
    queue: VecDeque<Stop>,
    known: HashSet<String>,
    of_kind: HashMap<String, usize>,
    is_public: bool,
}

impl Tour {
    /// Begins at the pages named for the role.
    pub fn of(role: &str) -> Self {
        let is_public = role == PUBLIC;
        let mut tour = Self {
            queue: VecDeque::new(),
            known: HashSet::new(),
            of_kind: HashMap::new(),
            is_public,
        };
        let own = SIGNED_IN
            .iter()
            .filter(|(known, _)| *known == role)
            .flat_map(|(_, paths)| *paths);
        let seeds = if is_public { PUBLIC_PATHS } else { ACCOUNT };
        for path in seeds.iter().chain(own) {
            tour.known.insert((*path).to_owned());
            *tour.of_kind.entry(kind(path)).or_default() += 1;
            tour.queue.push_back(Stop {
                path: (*path).to_owned(),
                linked_from: String::new(),
            });
        }
        tour
    }

    /// The next page to visit.
    pub fn next(&mut self) -> Option<Stop> {
        self.queue.pop_front()
    }

    /// Takes note of a link; it is visited unless enough pages of its kind were.
    pub fn offer(&mut self, path: &str, linked_from: &str) {
        let path = path.split('#').next().unwrap_or_default();
        let bare = path.split('?').next().unwrap_or_default();
        let is_file = bare
            .rsplit('/')
            .next()
            .is_some_and(|name| name.contains('.'));
        let seen_by_visitors = !self.is_public
            && PUBLIC_PATHS
                .iter()
                .any(|public| *public != "/" && *public == bare);
        if is_file
            || bare == "/"
            || seen_by_visitors
            || NO_PAGES.iter().any(|part| path.contains(part))
        {
            return;
        }
        let kind = kind(path);
        // Two cases differ in state; two lists with other filters hardly differ.
        let enough = if kind.contains('*') && !kind.contains('?') {
            2
        } else {
            1
        };
        let count = self.of_kind.entry(kind).or_default();
        if *count < enough && self.known.insert(path.to_owned()) {
            *count += 1;
            self.queue.push_back(Stop {
                path: path.to_owned(),
                linked_from: linked_from.to_owned(),
            });
        }
    }

    /// Whether the page is a new one: a link that leads on to a page already seen shows nothing new.
    pub fn is_new(&mut self, asked: &str, shown: &str) -> bool {
        asked == shown || self.known.insert(shown.to_owned())
    }
}

/// The kind of page: the path with numbers and names of things left out, and the names of its filters.
fn kind(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut kind = String::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        kind.push('/');
        kind.push_str(if part.contains(|c: char| c.is_ascii_digit()) {
            "*"
        } else {
            part
        });
    }
    let mut names: Vec<&str> = query
        .split('&')
        .filter_map(|pair| pair.split('=').next())
        .filter(|n| !n.is_empty())
        .collect();
    names.sort_unstable();
    if !names.is_empty() {
        kind.push('?');
        kind.push_str(&names.join("&"));
    }
    kind
}

#[test]
fn pages_of_one_kind_are_visited_once_or_twice() {
    assert_eq!(
        kind("/cases/IP-2026-000001/evidence/C-1?page=2"),
        "/cases/*/evidence/*?page"
    );
    let mut tour = Tour::of("seller");
    while tour.next().is_some() {}
    for number in 1..9 {
        tour.offer(&format!("/cases/IP-2026-00000{number}/claims#top"), "");
        tour.offer(&format!("/cases?page={number}"), "");
        tour.offer(&format!("/cases/IP-2026-00000{number}/decision/1.pdf"), "");
    }
    tour.offer("/help", "");
    let visited: Vec<String> = std::iter::from_fn(|| tour.next())
        .map(|stop| stop.path)
        .collect();
    assert_eq!(
        visited,
        [
            "/cases/IP-2026-000001/claims",
            "/cases?page=1",
            "/cases/IP-2026-000002/claims"
        ]
    );
}
