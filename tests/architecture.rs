//! The layers use each other only as the plan of the house says.

use std::path::{Path, PathBuf};

/// For each folder: what it may name under `crate::`.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &["domain"]),
    ("storage", &["storage", "domain"]),
    ("blobs", &["blobs", "domain"]),
    ("i18n", &["i18n", "domain"]),
    ("mail", &["mail", "domain", "i18n", "urls", "config"]),
    ("documents", &["documents", "domain", "i18n", "urls"]),
    (
        "services",
        &[
            "services",
            "domain",
            "storage",
            "blobs",
            "documents",
            "i18n",
            "urls",
            "mail",
            "startup",
            "config",
        ],
    ),
    (
        "jobs",
        &[
            "jobs", "services", "storage", "mail", "blobs", "domain", "i18n", "startup", "urls",
            "config",
        ],
    ),
    (
        "web",
        &[
            "telemetry",
            "web",
            "services",
            "domain",
            "i18n",
            "urls",
            "storage",
            "blobs",
            "documents",
            "mail",
            "startup",
            "config",
            "jobs",
        ],
    ),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn layers_use_only_what_they_may() {
    let src = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (layer, allowed) in ALLOWED {
        let mut found = vec![src.join(format!("{layer}.rs"))];
        files(&src.join(layer), &mut found);
        for file in found {
            let Ok(text) = std::fs::read_to_string(&file) else {
                continue;
            };
            for (index, line) in text.lines().enumerate() {
                for part in line
                    .split("crate::")
                    .skip(1)
                    .filter(|_| !line.trim_start().starts_with("//"))
                {
                    let name: String = part
                        .chars()
                        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                        .collect();
                    let is_layer = ALLOWED.iter().any(|(l, _)| *l == name)
                        || ["startup", "cli", "config", "urls", "telemetry"]
                            .contains(&name.as_str());
                    if is_layer && !allowed.contains(&name.as_str()) {
                        wrong.push(format!(
                            "{}:{} uses crate::{name}",
                            file.strip_prefix(&src).unwrap().display(),
                            index + 1
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_storage_speaks_sql() {
    let src = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    let wrong: Vec<_> = found
        .iter()
        .filter(|f| !f.starts_with(src.join("storage")))
        .filter(|f| {
            let speaks = |line: &str| {
                let line = line.trim_start();
                !line.starts_with("//")
                    && (line.contains("diesel::") || line.starts_with("use diesel"))
            };
            std::fs::read_to_string(f).is_ok_and(|text| text.lines().any(speaks))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn migrations_have_the_same_names_on_both_databases() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let names = |folder: &str| {
        let mut names: Vec<_> = std::fs::read_dir(root.join(folder))
            .unwrap()
            .flatten()
            .map(|e| e.file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
