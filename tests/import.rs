//! Archives of notices are read in whole, again without doubles, and can be found and answered.

use crate::support::World;
use redress::services::import;
use redress::storage::cases::lists::{self, CaseFilter, CaseOrder};
use std::path::PathBuf;

/// The shared archive where it is there, else the small one of this project.
fn archive() -> (PathBuf, bool) {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/notices.jsonl");
    if shared.exists() {
        return (shared, true);
    }
    println!("the shared archive is not here: the small archive of the project is used");
    (
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/archive.jsonl"),
        false,
    )
}

async fn found(world: &World, filter: CaseFilter) -> usize {
    world
        .app
        .store
        .read(move |tx| lists::list(tx, &filter, CaseOrder::Updated, None, 50))
        .await
        .unwrap()
        .len()
}

#[actix_web::test]
async fn an_archive_is_imported_whole_and_only_once() {
    let world = World::sqlite().await;
    let (file, is_shared) = archive();
    let report = import::notices(&world.app, &file, None).await.unwrap();
    assert!(report.bad.is_empty(), "{:?}", report.bad);
    let lines = std::fs::read_to_string(&file).unwrap().lines().count();
    assert_eq!(report.filed, lines);
    let again = import::notices(&world.app, &file, None).await.unwrap();
    assert_eq!((again.filed, again.known), (0, lines));
    assert!(
        redress::services::integrity::check(&world.app)
            .await
            .unwrap()
            .problems
            .is_empty()
    );
    if is_shared {
        let url = "https://github.com/team-Resurgent/Pandora";
        assert!(
            found(
                &world,
                CaseFilter {
                    listing_url: Some(url.into()),
                    ..CaseFilter::default()
                }
            )
            .await
                >= 1
        );
        assert!(
            found(
                &world,
                CaseFilter {
                    words: Some("Matchday Manager".into()),
                    ..CaseFilter::default()
                }
            )
            .await
                >= 1
        );
        assert!(
            found(
                &world,
                CaseFilter {
                    words: Some("系统".into()),
                    ..CaseFilter::default()
                }
            )
            .await
                >= 1
        );
    }
    // One counter-notice walks to put-back by itself.
    let waiting = CaseFilter {
        stages: vec!["window".into()],
        ..CaseFilter::default()
    };
    let heads = world
        .app
        .store
        .read(move |tx| lists::list(tx, &waiting, CaseOrder::Updated, None, 1))
        .await
        .unwrap();
    let case = heads[0].id;
    world.passes(case, "restore").await;
    assert_eq!(world.file(case).await.outcome.as_deref(), Some("restored"));
}

#[actix_web::test]
async fn bad_lines_are_named_and_the_good_ones_go_in() {
    let world = World::sqlite().await;
    let file = world.dir().join("mixed.jsonl");
    let good = r#"{"path":"a.md","date":"2026-01-01","kind":"notice","sender":"s","urls":["https://x.example/1"],"text":"Our work."}"#;
    std::fs::write(
        &file,
        format!(
            "{good}\nnot json\n{{\"path\":\"b.md\"}}\n\n{}\n",
            good.replace("a.md", "c.md").replace("Our work.", " ")
        ),
    )
    .unwrap();
    let report = import::notices(&world.app, &file, None).await.unwrap();
    assert_eq!(report.filed, 1);
    assert_eq!(
        report.bad.iter().map(|b| b.line).collect::<Vec<_>>(),
        [2, 3, 5]
    );
    assert!(report.bad.iter().all(|b| !b.reason.is_empty()));
}
