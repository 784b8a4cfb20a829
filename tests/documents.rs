//! Documents as the service makes them: in a child process of the program, within limits.
#![cfg(feature = "typeset")]

use redress::documents::{
    Document, DocumentError, Fact, Frame, FrameLabels, ReceiptDocument, ReceiptLabels, Record,
    Typesetter,
};
use redress::i18n::{Catalogue, Locale};
use std::time::Duration;

fn typesetter() -> Typesetter {
    Typesetter::with_program(env!("CARGO_BIN_EXE_redress"))
}

fn receipt(what: &str, answers: usize) -> Document {
    let words = Catalogue::embedded()
        .expect("the words are complete")
        .words(Locale::En);
    ReceiptDocument {
        frame: Frame {
            language: "en".into(),
            institution: "Redress".into(),
            case_number: "IP-2026-003382".into(),
            title: words.t("documents-title-receipt").into(),
            banner: None,
            made_at: "2026-06-09T06:05:00Z".parse().expect("a time"),
            labels: FrameLabels::in_words(&words),
        },
        subtitle: String::new(),
        what: what.into(),
        when: "Tue 9 June 2026, 14:05, China time (UTC+8)".into(),
        facts: vec![Fact::new("Receipt number", "R-2026-018842")],
        answers: (0..answers)
            .map(|n| {
                Fact::new(
                    format!("Question {n}"),
                    "An answer of some words. ".repeat(8),
                )
            })
            .collect(),
        files: Vec::new(),
        next: vec!["The claimant receives your answer today.".into()],
        record: Record {
            title: words.t("documents-record-title").into(),
            statement: "The figures below are the hash (SHA-256) of entry 9.".into(),
            digest: "ab".repeat(32),
            address: "https://redress.example/verify".into(),
        },
        labels: ReceiptLabels::in_words(&words),
    }
    .into()
}

#[tokio::test]
async fn a_receipt_becomes_a_pdf_and_the_same_receipt_the_same_bytes() {
    let document = receipt(
        "You disputed the notice for 3 listings. 您对 3 个链接提出异议。",
        3,
    );
    let first = typesetter().render(&document).await.expect("a PDF");
    assert!(first.starts_with(b"%PDF-1.7"));
    let second = typesetter().render(&document).await.expect("a PDF");
    assert_eq!(first, second);
}

#[tokio::test]
async fn many_documents_at_once_wait_for_each_other() {
    let typesetter = typesetter().processes(1);
    let documents = [receipt("One", 0), receipt("Two", 0), receipt("Three", 0)];
    let (one, two, three) = tokio::join!(
        typesetter.render(&documents[0]),
        typesetter.render(&documents[1]),
        typesetter.render(&documents[2])
    );
    for pdf in [one, two, three] {
        assert!(pdf.expect("a PDF").starts_with(b"%PDF"));
    }
}

#[tokio::test]
async fn a_document_that_takes_too_long_is_stopped() {
    let typesetter = typesetter().time_limit(Duration::from_millis(1));
    let error = typesetter
        .render(&receipt("Long", 3000))
        .await
        .expect_err("too slow");
    assert!(matches!(error, DocumentError::TooSlow(_)), "{error:?}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_document_that_needs_too_much_memory_ends_its_own_process_only() {
    let typesetter = typesetter().memory_limit(150 << 20);
    let error = typesetter
        .render(&receipt("Large", 3000))
        .await
        .expect_err("too large");
    assert!(
        matches!(
            error,
            DocumentError::Ended { .. } | DocumentError::Failed(_)
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_folder_of_fonts_that_cannot_be_read_is_named() {
    let typesetter = typesetter().fonts(Some("/nowhere/fonts".into()));
    // Only a character that the built-in fonts lack makes the folder be read.
    assert!(typesetter.render(&receipt("Plain", 0)).await.is_ok());
    let error = typesetter
        .render(&receipt("สวัสดี", 0))
        .await
        .expect_err("no such folder");
    assert!(error.to_string().contains("folder of fonts"), "{error}");
}

#[tokio::test]
async fn characters_without_a_font_do_not_stop_a_receipt() {
    let pdf = typesetter()
        .render(&receipt("Thank you 😀", 0))
        .await
        .expect("a PDF");
    assert!(pdf.starts_with(b"%PDF"));
}

#[tokio::test]
async fn a_program_that_is_not_there_is_an_error_and_not_a_panic() {
    let error = Typesetter::with_program("/nowhere/redress")
        .render(&receipt("Hello", 0))
        .await
        .expect_err("no program");
    assert!(matches!(error, DocumentError::Process(_)), "{error:?}");
}
