//! English samples.

use super::{DIGEST, frame, party, record, words};
use crate::documents::markdown::blocks;
use crate::documents::*;
use crate::i18n::{Locale, Words};

fn parties() -> (Vec<Party>, Vec<Party>) {
    (
        vec![party(
            "Claimant",
            "Lumen & Oak Leuchten GmbH",
            &[
                "Torstraße 140, 10119 Berlin, Germany",
                "Represented by Dr. Ayşe Kılıç, Kılıç Rechtsanwälte",
            ],
        )],
        vec![party(
            "Respondent",
            "深圳市千禾照明贸易有限公司 (Shenzhen Qianhe Lighting Trading Co., Ltd.)",
            &[
                "Futian District, Shenzhen, China",
                "Seller “QH-Light” on Harbour Market",
            ],
        )],
    )
}

fn english_frame(words: &Words, title: &str) -> Frame {
    frame(
        "en",
        "Redress Chamber for Cross-Border Commerce",
        title,
        FrameLabels::in_words(words),
    )
}

/// A reasoned decision of five pages.
pub fn award() -> AwardDocument {
    let words = words(Locale::En);
    let (claimants, respondents) = parties();
    let history = |date: &str, text: &str| HistoryLine {
        date: date.into(),
        text: text.into(),
    };
    let exhibit = |number: &str, title: &str, from: &str, date: &str| Exhibit {
        number: number.into(),
        title: title.into(),
        from: from.into(),
        date: date.into(),
        digest: String::new(),
    };
    let position = |party: &str, text: &str| Position {
        party: party.into(),
        blocks: blocks(text),
    };
    AwardDocument {
        frame: english_frame(&words, "Final award"),
        subtitle: "Expedited arbitration of marketplace disputes".into(),
        claimants,
        respondents,
        facts: vec![
            Fact::new("Seat", "Singapore"),
            Fact::new("Rules", "Rules for expedited arbitration of marketplace disputes, version 3 of 1 March 2026"),
            Fact::new("Arbitrator", "Prof. Nadia El-Sayed, sole arbitrator, appointed on 22 June 2026"),
            Fact::new("Language", "English"),
            Fact::new("Date of the award", "14 August 2026"),
        ],
        outcome: "The lamp “Qianhe Arc” copies the registered design of the claimant. The respondent must stop selling it, \
            pay USD 18,400.00 and bear two thirds of the costs. The claim for interest before 3 April 2026 is dismissed."
            .into(),
        history: vec![
            history("2 June 2026", "The claimant filed a notice under the marketplace’s procedure against 14 listings."),
            history("9 June 2026", "The respondent disputed the notice for all listings and consented to arbitration. The claimant consented on the next day."),
            history("22 June 2026", "The sole arbitrator accepted the appointment and signed a declaration of independence. Neither party challenged her within 15 days."),
            history("6 July 2026", "The claimant filed its statement of claim with Exhibits C-1 to C-4."),
            history("27 July 2026", "The respondent filed its defence with Exhibits R-1 and R-2. It asked for no hearing."),
            history("3 August 2026", "The arbitrator closed the proceedings on documents, as both parties had agreed."),
        ],
        exhibits: vec![
            exhibit("C-1", "Registered design DE 40 2023 101 884, extract of the register", "Claimant", "6 July 2026"),
            exhibit("C-2", "Test purchase of 18 May 2026 with photographs of the lamp", "Claimant", "6 July 2026"),
            exhibit("C-3", "Notarised capture of 14 listings on Harbour Market", "Claimant", "6 July 2026"),
            exhibit("C-4", "Sales figures of the “Arc” series 2023–2026", "Claimant", "6 July 2026"),
            exhibit("R-1", "Catalogue of Zhongshan Hengda Lighting, 2021 (中山市恒达灯饰 2021 年产品目录)", "Respondent", "27 July 2026"),
            exhibit("R-2", "Export declarations, January to June 2026", "Respondent", "27 July 2026"),
        ],
        sections: vec![Section {
            title: "Jurisdiction and applicable law".into(),
            blocks: blocks(
                "Both parties consented in writing to arbitration under these rules **after** the dispute had arisen (entries 9 and 11 of the record). The agreement names Singapore as the seat. The dispute is commercial; no consumer is involved.\n\nThe claim rests on a design registered in Germany and on sales to buyers in Germany. The parties agreed that German law governs the infringement and its consequences.",
            ),
        }],
        issues: vec![
            Issue {
                question: "Does the lamp “Qianhe Arc” use the claimant’s design?".into(),
                positions: vec![
                    position("The claimant says", "The curve of the arm, the ratio of arm to shade, and the recessed joint are the same. What differs is the diameter of the base, by 4 mm (Exhibits C-1, C-2)."),
                    position("The respondent says", "Arc lamps have looked like this for decades. The catalogue of 2021 shows a lamp of the same kind (Exhibit R-1). The base and the switch differ."),
                ],
                finding: "Yes. The lamp leaves the informed user with the same overall impression.".into(),
                reasons: blocks(
                    "A design is infringed by a product that does not produce *on the informed user* a different overall impression. The informed user of reading lamps knows that an arm must carry the shade, and looks at how it does so.\n\nThree features carry the impression of the registered design:\n\n1. the arm that tapers towards the joint,\n2. the joint set back into the shade, and\n3. the ratio of 3 : 1 between arm and shade.\n\nAll three are found in the lamp bought by the claimant (Exhibit C-2, photographs 3 to 9). The lamp in the catalogue of 2021 (Exhibit R-1, page 14) has an arm of even width and a joint below the shade. It does not take away the individual character of the design, nor does it narrow its scope.\n\nThe larger base and the other switch are seen only from below and from behind. They do not change the impression.\n\n> The degree of freedom of the designer in developing the design shall be taken into consideration.\n\nThat freedom was wide here: the exhibits of both sides show arms of many forms.",
                ),
            },
            Issue {
                question: "Which amount is owed?".into(),
                positions: vec![
                    position("The claimant says", "1,150 lamps were sold. A licence would have cost USD 16.00 a lamp, which makes USD 18,400.00. Interest runs from the first sale."),
                    position("The respondent says", "Only 890 lamps went to Germany. No amount is owed before the notice was received."),
                ],
                finding: "USD 18,400.00, with interest from the notice on.".into(),
                reasons: blocks(
                    "The export declarations (Exhibit R-2) name 1,150 lamps with a German port of destination. The respondent’s figure of 890 leaves out the shipment of 11 February 2026 and gives no reason for that.\n\nThe respondent did not contest the licence fee of USD 16.00 a lamp. It lies within the range of the contracts that the claimant has shown (Exhibit C-4).\n\nInterest is owed from the day on which the respondent knew of the claim. That is the day of the notice, not the day of the first sale.",
                ),
            },
        ],
        orders: vec![
            Duty {
                who: "Respondent".into(),
                what: "Stop offering and selling the lamp “Qianhe Arc” to buyers in Germany, and take down the 14 listings named in Exhibit C-3.".into(),
                amount: String::new(),
                due: "21 August 2026".into(),
            },
            Duty {
                who: "Respondent".into(),
                what: "Pay the claimant damages, with interest of 5 % a year from 3 April 2026 until payment.".into(),
                amount: "USD 18,400.00".into(),
                due: "13 September 2026".into(),
            },
            Duty {
                who: "Respondent".into(),
                what: "Pay the claimant two thirds of the costs of the arbitration.".into(),
                amount: "USD 1,600.00".into(),
                due: "13 September 2026".into(),
            },
        ],
        closing: blocks("All other claims are dismissed. The award is final and binds the parties from the day of its service."),
        costs: blocks("The costs of the arbitration are USD 2,400.00. The claimant paid them in advance. It prevails in the main and loses on interest; the respondent therefore bears two thirds. Each side bears its own costs of representation."),
        place: "Singapore".into(),
        date: "14 August 2026".into(),
        signatures: vec![Signature {
            name: "Prof. Nadia El-Sayed".into(),
            capacity: "Sole arbitrator".into(),
            mark: "Signed electronically on\n14 August 2026, 18:00 (UTC+8)".into(),
        }],
        record: record(&words, "This award rests on the record of case IP-2026-003382, which has 41 entries. The figures below are the hash (SHA-256) of its last entry. Compare them with the record of the case, or ask the case manager."),
        labels: AwardLabels::in_words(&words),
    }
}

/// A settlement with instalments.
pub fn agreement() -> AgreementDocument {
    let words = words(Locale::En);
    let duty = |who: &str, what: &str, amount: &str, due: &str| Duty {
        who: who.into(),
        what: what.into(),
        amount: amount.into(),
        due: due.into(),
    };
    let signature = |name: &str, capacity: &str, mark: &str| Signature {
        name: name.into(),
        capacity: capacity.into(),
        mark: mark.into(),
    };
    AgreementDocument {
        frame: Frame {
            banner: Some(
                "Demonstration. Every person and company in it is made up; without legal effect."
                    .into(),
            ),
            ..english_frame(&words, "Settlement agreement")
        },
        subtitle: "Complaint about an electric kettle, order HM-20994-1182".into(),
        claimants: vec![party("Claimant", "Inés Ortega Ruiz", &["Valencia, Spain"])],
        respondents: vec![party(
            "Respondent",
            "宁波海曙优家电器商行",
            &["Haishu District, Ningbo, China"],
        )],
        facts: vec![
            Fact::new("Offer", "3, made by the respondent on 4 August 2026"),
            Fact::new("Accepted", "6 August 2026"),
            Fact::new("Marketplace", "Harbour Market"),
        ],
        background: blocks(
            "The claimant bought a kettle for EUR 64.90. It leaked on the third day. The respondent did not dispute the photographs.",
        ),
        terms_lead: String::new(),
        terms: vec![
            duty(
                "Respondent",
                "Pay back the price, first instalment.",
                "EUR 32.45",
                "20 August 2026",
            ),
            duty(
                "Respondent",
                "Pay back the price, second instalment.",
                "EUR 32.45",
                "20 September 2026",
            ),
            duty(
                "Claimant",
                "Send the kettle back with the label that the respondent provides.",
                "",
                "3 September 2026",
            ),
        ],
        further: blocks(
            "With this, all claims of the parties from the order are settled. Neither side admits fault.",
        ),
        effect: blocks(
            "The agreement binds both parties from the moment the offer was accepted. If a payment is late by more than **10 days**, the whole remaining amount falls due and the case can go on.",
        ),
        place: String::new(),
        date: "6 August 2026".into(),
        signatures: vec![
            signature(
                "Inés Ortega Ruiz",
                "Claimant",
                "Agreed electronically on\n6 August 2026, 09:12 (UTC+2)",
            ),
            signature(
                "陈丽华",
                "For the respondent",
                "Agreed electronically on\n4 August 2026, 15:40 (UTC+8)",
            ),
        ],
        record: record(
            &words,
            "This agreement rests on the record of case CO-2026-001207, which has 17 entries. The figures below are the hash (SHA-256) of its last entry.",
        ),
        labels: AgreementLabels::in_words(&words),
    }
}

/// A docket with `entries` entries, some with characters that no font here has.
pub fn docket(entries: usize) -> DocketDocument {
    let words = words(Locale::En);
    let entry = |index: usize| {
        DocketEntry {
        number: (index + 1).to_string(),
        when: format!("{} June 2026\n09:{:02} (UTC)", index % 30 + 1, index % 60),
        who: ["Dr. Ayşe Kılıç, for the claimant", "李建国, respondent", "Redress, automatically"][index % 3].into(),
        what: ["Exhibit filed", "Message sent", "Deadline passed without an answer"][index % 3].into(),
        detail: ["", "“Please send the invoice 😀 again, https://harbour.example/messages/attachments/0123456789abcdef0123456789abcdef?download=1”\nThank you.", ""][index % 3].into(),
        attached: if index.is_multiple_of(3) { vec![format!("C-{} Photograph of the package", index / 3 + 1)] } else { Vec::new() },
        rule: if index % 3 == 2 { "US 17 USC § 512(g)(2)(C)".into() } else { String::new() },
        digest: DIGEST.into(),
    }
    };
    DocketDocument {
        frame: english_frame(&words, "Record of the case"),
        subtitle: "Lumen & Oak Leuchten GmbH v 深圳市千禾照明贸易有限公司".into(),
        facts: vec![
            Fact::new("State", "Decided"),
            Fact::new("Copy made for", "Dr. Ayşe Kılıç, for the claimant"),
            Fact::new("Times are in", "UTC"),
        ],
        entries: (0..entries).map(entry).collect(),
        exhibits: vec![Exhibit {
            number: "C-1".into(),
            title: "Photograph of the package".into(),
            from: "Claimant".into(),
            date: "1 June 2026".into(),
            digest: DIGEST.into(),
        }],
        record: record(
            &words,
            "The figures below are the hash (SHA-256) of the last entry. It covers all entries before it.",
        ),
        labels: DocketLabels::in_words(&words),
    }
}

/// A receipt for a counter-notice.
pub fn receipt() -> ReceiptDocument {
    let words = words(Locale::En);
    ReceiptDocument {
        frame: english_frame(&words, "Receipt"),
        subtitle: "Counter-notice".into(),
        what: "You disputed the notice for 3 listings.".into(),
        when: "Tue 9 June 2026, 14:05, China time (UTC+8)".into(),
        facts: vec![Fact::new("Receipt number", "R-2026-018842"), Fact::new("Sent by", "李建国, for 深圳市千禾照明贸易有限公司"), Fact::new("Entry in the record", "9")],
        answers: vec![
            Fact::new("Why the listings should come back", "The lamp is our own design.\nIt was shown in 2021 *before* the claimant's. #not-code[]"),
            Fact::new("Declaration", "I declare under penalty of perjury that I believe in good faith that the listings were removed by mistake."),
        ],
        files: vec![ReceiptFile { number: "R-1".into(), title: "中山市恒达灯饰 2021 年产品目录.pdf".into(), size: "4.2 MB".into(), digest: DIGEST.into() }],
        next: vec![
            "The claimant receives your counter-notice today.".into(),
            "Tue 23 June 2026: the marketplace puts the listings back, unless the claimant shows that it went to court.".into(),
        ],
        record: record(&words, "The figures below are the hash (SHA-256) of entry 9, which holds what you sent."),
        labels: ReceiptLabels::in_words(&words),
    }
}
