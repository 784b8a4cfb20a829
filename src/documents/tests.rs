//! Every sample is set, in this process, by the code that the child process runs.

use super::request::{Fault, Request};
use super::{Document, press, samples};

fn set(document: impl Into<Document>) -> Result<Vec<u8>, Fault> {
    press::press(Request::of(&document.into(), None).expect("texts serialise"))
}

fn set_and_keep(name: &str, document: impl Into<Document>) -> Vec<u8> {
    let pdf = set(document).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
    assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
    if let Some(folder) = std::env::var_os("REDRESS_SAMPLES") {
        std::fs::write(
            std::path::Path::new(&folder).join(format!("{name}.pdf")),
            &pdf,
        )
        .expect("a folder to write to");
    }
    pdf
}

fn holds(pdf: &[u8], text: &str) -> bool {
    pdf.windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn every_document_is_set_as_pdf_a_and_pdf_ua() {
    let documents: [(&str, Document); 8] = [
        ("award-en", samples::award().into()),
        ("award-zh", samples::chinese_award().into()),
        ("award-ar", samples::arabic_award().into()),
        ("agreement-en", samples::agreement().into()),
        ("docket-en", samples::docket(40).into()),
        ("docket-zh", samples::chinese_docket().into()),
        ("docket-empty", samples::docket(0).into()),
        ("receipt-en", samples::receipt().into()),
    ];
    for (name, document) in documents {
        let pdf = set_and_keep(name, document);
        assert!(
            holds(&pdf, "<pdfaid:part>2</pdfaid:part>"),
            "{name} says PDF/A-2"
        );
        assert!(
            holds(&pdf, "<pdfaid:conformance>A</pdfaid:conformance>"),
            "{name} says level A"
        );
        assert!(
            holds(&pdf, "<pdfuaid:part>1</pdfuaid:part>"),
            "{name} says PDF/UA-1"
        );
    }
}

#[test]
fn the_same_texts_give_the_same_bytes() {
    assert_eq!(set(samples::receipt()), set(samples::receipt()));
}

#[test]
fn an_award_with_a_character_that_cannot_be_printed_is_refused() {
    let mut award = samples::award();
    award.issues[0].finding.push_str(" 😀 \u{202E}");
    assert_eq!(
        set(award),
        Err(Fault::Unprintable {
            characters: "\u{202E}😀".into()
        })
    );
}

#[test]
fn texts_are_placed_and_never_evaluated() {
    let mut receipt = samples::receipt();
    receipt.what =
        "#panic(\"x\") #read(\"/etc/passwd\") *a* $x$ @ref <label> `raw` \\ // comment".into();
    receipt.facts[0].value = "\")] #import \"/base.typ\"".into();
    set_and_keep("receipt-hostile", receipt);
}

#[test]
fn very_long_words_and_texts_are_set() {
    let mut receipt = samples::receipt();
    receipt.frame.case_number = "IP-".repeat(30);
    receipt.frame.title = "Unbreakable".repeat(12);
    receipt.facts[0].value = "x".repeat(4000);
    receipt.answers[0].value = "Many words. ".repeat(3000);
    set_and_keep("receipt-long", receipt);
}

#[test]
fn an_award_with_nothing_but_its_orders_is_set() {
    let mut award = samples::award();
    award.history.clear();
    award.exhibits.clear();
    award.sections.clear();
    award.issues.clear();
    award.orders.clear();
    award.costs.clear();
    award.outcome.clear();
    award.facts.clear();
    set_and_keep("award-short", award);
}
