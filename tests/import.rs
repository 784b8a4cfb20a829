//! Archives of notices are read in whole, again without doubles, and can be found and answered.

use crate::support::World;
use jiff::SignedDuration;
use redress::services::{import, integrity};
use redress::storage::api;
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

on_both! {
    async fn an_archive_is_imported_whole_and_only_once(world) {
        let (file, is_shared) = archive();
        let report = import::notices(&world.app, &file, None).await.unwrap();
        assert!(report.bad.is_empty(), "{:?}", report.bad);
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert_eq!(report.filed, lines);
        let again = import::notices(&world.app, &file, None).await.unwrap();
        assert_eq!((again.filed, again.known), (0, lines));
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
        let (url, words, chinese) = if is_shared {
            ("https://github.com/team-Resurgent/Pandora", "Matchday Manager", "系统")
        } else {
            ("https://code.example/pixel/icons-2", "icon set", "字体")
        };
        let by_url = CaseFilter { listing_url: Some(url.into()), ..CaseFilter::default() };
        assert!(found(&world, by_url).await >= 1);
        for words in [words, chinese] {
            let by_words = CaseFilter { words: Some(words.into()), ..CaseFilter::default() };
            assert!(found(&world, by_words).await >= 1, "{words}");
        }
        // One counter-notice walks to put-back by itself.
        let waiting = CaseFilter { stages: vec!["window".into()], ..CaseFilter::default() };
        let heads = world.app.store.read(move |tx| lists::list(tx, &waiting, CaseOrder::Updated, None, 1)).await.unwrap();
        let case = heads[0].id;
        world.passes(case, "restore").await;
        assert_eq!(world.file(case).await.outcome.as_deref(), Some("restored"));

        // However late it is read in again, nothing is filed twice.
        world.advance(SignedDuration::from_hours(24 * 40));
        world.work().await;
        let again = import::notices(&world.app, &file, None).await.unwrap();
        assert_eq!((again.filed, again.known), (0, lines));
    }

    async fn an_answer_that_was_filed_before_the_import_was_stopped_is_not_filed_again(world) {
        let notice = r#"{"path":"a.md","date":"2026-01-01","kind":"notice","sender":"s","urls":["https://x.example/1"],"text":"Our work."}"#;
        let counter = r#"{"path":"b.md","date":"2026-01-02","kind":"counter","sender":"t","urls":["https://x.example/1"],"text":"It is ours."}"#;
        let file = world.dir().join("two.jsonl");
        std::fs::write(&file, format!("{notice}\n{counter}\n")).unwrap();
        import::notices(&world.app, &file, None).await.unwrap();
        // As it stands when the process ends between the answer and its mark.
        world.app.store.write(|tx| api::delete_receipt(tx, "import:b.md#0:done")).await.unwrap();
        let again = import::notices(&world.app, &file, None).await.unwrap();
        assert_eq!((again.filed, again.known), (1, 1));
        let all = world.app.store.read(|tx| lists::list(tx, &CaseFilter::default(), CaseOrder::Updated, None, 9)).await.unwrap();
        assert_eq!(all.len(), 1, "one case, one counter-notice");
    }

    async fn bad_lines_are_named_and_the_good_ones_go_in(world) {
        let file = world.dir().join("mixed.jsonl");
        let good = r#"{"path":"a.md","date":"2026-01-01","kind":"notice","sender":"s","urls":["https://x.example/1"],"text":"Our work."}"#;
        let blank = good.replace("a.md", "c.md").replace("Our work.", " ");
        std::fs::write(&file, format!("{good}\nnot json\n{{\"path\":\"b.md\"}}\n\n{blank}\n")).unwrap();
        let report = import::notices(&world.app, &file, None).await.unwrap();
        assert_eq!(report.filed, 1);
        assert_eq!(report.bad.iter().map(|b| b.line).collect::<Vec<_>>(), [2, 3, 5]);
        assert!(report.bad.iter().all(|b| !b.reason.is_empty()));
    }
}
