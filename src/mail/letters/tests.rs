use super::samples::{NAMES, all, derivation, now, of};
use super::{Frame, Kind, LetterData, Line, Rendered, Value, derivation::line};
use crate::domain::Role;
use crate::i18n::{Catalogue, Locale};
use crate::mail::SUBJECT_MAX;
use crate::urls::Urls;
use scraper::{Html, Selector};
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

fn render_to(data: &LetterData, locale: Locale, name: &str) -> Rendered {
    let words = CATALOGUE.words(locale);
    let urls = Urls::new("https://cases.example.org");
    let frame = Frame {
        words: &words,
        now: now(),
        urls: &urls,
        service: "Redress",
        contact: "help@example.org",
        phone: "+49 30 1234",
        to_name: name,
        to_address: "shop@yunhe.example",
        has_receipt: false,
    };
    frame.render(data).unwrap()
}

fn render(data: &LetterData, locale: Locale) -> Rendered {
    render_to(data, locale, "Yunhe Home")
}

/// Words without the marks that only one of the two writings needs.
fn words_of(text: &str) -> Vec<String> {
    let marks = [">", "-", "----------------------------------------"];
    text.split_whitespace()
        .filter(|word| !marks.contains(word))
        .map(|word| word.trim_end_matches([':', '：']).to_owned())
        .collect()
}

fn select(html: &Html, selector: &str) -> Vec<String> {
    html.select(&Selector::parse(selector).unwrap())
        .map(|found| found.text().collect::<String>())
        .collect()
}

#[test]
fn every_letter_reads_whole_in_every_language() {
    let catalogue = &*CATALOGUE;
    for locale in Locale::ALL {
        let words = catalogue.words(locale);
        let urls = Urls::new("https://cases.example.org");
        for data in all() {
            let frame = Frame {
                words: &words,
                now: now(),
                urls: &urls,
                service: "Redress",
                contact: "help@example.org",
                phone: "",
                to_name: "Yunhe Home",
                to_address: "shop@yunhe.example",
                has_receipt: false,
            };
            let letter = frame.render(&data).unwrap();
            let about = format!(
                "{} {:?} {:?} in {locale}:\n{}\n{}",
                data.kind, data.variant, data.reader, letter.subject, letter.text
            );
            for text in [&letter.subject, &letter.text] {
                assert!(
                    !text.contains("letter-"),
                    "a key stands for its words: {about}"
                );
                assert!(
                    !text.contains(['{', '}', '$']),
                    "a value is missing: {about}"
                );
                assert!(!text.contains('\u{2068}'), "isolation marks: {about}");
            }
            assert!(letter.subject.chars().count() <= SUBJECT_MAX, "{about}");
            assert!(
                !NAMES.iter().any(|name| letter.subject.contains(name)),
                "a name in the subject: {about}"
            );
            assert!(
                !letter.subject.contains("450"),
                "a sum in the subject: {about}"
            );
            if data.case_number.is_some() {
                assert!(letter.subject.starts_with("[IP-2026-004217] "), "{about}");
            }
            assert!(letter.text.contains("https://cases.example.org"), "{about}");
            if locale == Locale::ZhHans {
                let plain = letter.text.replace("https://cases.example.org", "");
                assert!(
                    !plain.contains(" the ") && !plain.contains("The case"),
                    "English is left: {about}"
                );
            }
        }
    }
}

#[test]
fn every_kind_has_words_of_its_own_in_every_language() {
    let catalogue = &*CATALOGUE;
    for locale in Locale::ALL {
        let words = catalogue.words(locale);
        for kind in Kind::ALL {
            for part in ["subject", "happened", "button"] {
                let key = format!("letter-{kind}-{part}");
                assert!(words.has(&key), "{key}");
            }
        }
    }
}

#[test]
fn the_two_writings_of_a_letter_say_the_same() {
    // The line about copying the address, and the address under it, need no words in a plain text.
    let copies: Vec<String> = Locale::ALL
        .iter()
        .flat_map(|locale| words_of(CATALOGUE.words(*locale).t("letter-link-copy")))
        .collect();
    let blocks = Selector::parse("h1, h2, p, li, blockquote").unwrap();
    for locale in Locale::ALL {
        for kind in Kind::ALL {
            let mut data = of(*kind);
            data.case_language = Some("en".to_owned());
            let letter = render(&data, locale);
            let html = Html::parse_document(&letter.html);
            let text: Vec<&str> = html
                .select(&blocks)
                .flat_map(|block| block.text())
                .collect();
            let shown = words_of(&text.join(" "));
            let plain = words_of(&letter.text);
            let missing: Vec<&String> = plain.iter().filter(|word| !shown.contains(word)).collect();
            assert!(
                missing.is_empty(),
                "only in the text of {kind}: {missing:?}"
            );
            let is_extra = |word: &&String| !plain.contains(word) && !copies.contains(word);
            let extra: Vec<&String> = shown.iter().filter(is_extra).collect();
            assert!(extra.is_empty(), "only in the HTML of {kind}: {extra:?}");
        }
    }
}

#[test]
fn a_notice_says_what_happened_what_to_do_what_silence_does_and_how_to_check() {
    let mut data = of(Kind::NoticeServed).secret_path("/links/5ec2e7");
    data.reader = Some(Role::Respondent);
    data.extra_lines.clear();
    let letter = render(&data, Locale::En);
    insta::assert_snapshot!(format!("{}\n\n{}", letter.subject, letter.text), @r#"
    [IP-2026-004217] A notice about your listings - by 14 August

    Case IP-2026-004217: Aurel & Finch Lighting v Yunhe Home
    A notice about your listings

    Hello Yunhe Home,

    Aurel & Finch Lighting says that 2 of your listings on Harbour Market infringe its rights. Nobody has decided yet whether that is so.

    Receipt number: IP-2026-004217/11

    The 2 listings
    - Halo 30 (HM-88120345)
    - Halo Drop (HM-88120922)

    In the words of Aurel & Finch Lighting
    > The lamps carry our mark HALO.
    > We never allowed that.


    What to do, and by when

    Read the notice and answer it. You can agree, say that you do not agree, or ask for more time. You do not need an account or a lawyer.

    Fri 14 August 2026, 18:00
    China time (UTC+8)
    9 days left
    9 days counted from Mon 3 August 2026; 5 August is not a working day and does not count; moved on from Thu 13 August 2026, which is not a working day; rule: E-Commerce Law, article 43


    If you do nothing

    The case goes on without you, and Harbour Market may keep the listings as they are now.

    Read the notice and answer
    https://cases.example.org/links/5ec2e7


    How to check that this letter is real

    All our links start with https://cases.example.org. We never ask for a password or a payment by e-mail.

    To be sure, type https://cases.example.org into your browser yourself and look for case IP-2026-004217.


    How to reply

    Answer on the case page, so that your words are on the record. If you need help, write to help@example.org.

    Or call +49 30 1234.


    Sent by Redress to shop@yunhe.example.
    "#);
}

#[test]
fn the_same_notice_in_chinese() {
    let mut data = of(Kind::NoticeServed);
    data.reader = Some(Role::Respondent);
    data.extra_lines.clear();
    let letter = render(&data, Locale::ZhHans);
    insta::assert_snapshot!(format!("{}\n\n{}", letter.subject, letter.text), @r#"
    [IP-2026-004217] 关于您商品链接的通知 - 截止 8月14日

    案件 IP-2026-004217：Aurel & Finch Lighting 诉 Yunhe Home
    关于您商品链接的通知

    Yunhe Home，您好：

    Aurel & Finch Lighting称，您在Harbour Market上的 2 个商品链接侵犯其权利。是否属实，尚无任何人作出认定。

    回执编号：IP-2026-004217/11

    商品链接（2 个）
    - Halo 30 (HM-88120345)
    - Halo Drop (HM-88120922)

    Aurel & Finch Lighting的原文
    > The lamps carry our mark HALO.
    > We never allowed that.


    您要做什么，何时截止

    请阅读通知并答复。您可以同意、不同意，或申请更多时间。无需账户，也无需律师。

    2026年8月14日（周五）18:00
    中国时间（UTC+8）
    还剩 9 天
    自2026年8月3日（周一）起算 9 日；8月5日为非工作日，不计入；2026年8月13日（周四）为非工作日，因此顺延；依据：E-Commerce Law, article 43


    如果您不处理

    案件将在您缺席的情况下继续，Harbour Market可以维持商品链接的现状。

    阅读通知并答复
    https://cases.example.org/cases/IP-2026-004217


    如何核实这封信

    我们的链接都以 https://cases.example.org 开头。我们绝不会通过邮件索要密码或付款。

    如不放心，请自己在浏览器中输入 https://cases.example.org，查找案件 IP-2026-004217。


    如何回复

    请在案件页面上回复，这样您的话会记录在案。需要帮助，请写信至 help@example.org。

    也可致电 +49 30 1234。


    由 Redress 发送至 shop@yunhe.example。
    "#);
}

#[test]
fn a_letter_of_an_account_needs_no_case() {
    let letter = render_to(&of(Kind::ConfirmEmail), Locale::En, "");
    insta::assert_snapshot!(format!("{}\n\n{}", letter.subject, letter.text), @r#"
    Confirm your e-mail address - by 7 August

    Confirm your e-mail address

    Hello,

    Somebody made an account at Redress with this e-mail address.


    What to do, and by when

    If it was you, open the link and confirm the address.

    Fri 7 August 2026, 17:20
    China time (UTC+8)
    2 days left


    If you do nothing

    The account stays closed. If it was not you, there is nothing else to do.

    Confirm my address
    https://cases.example.org/links/5ec2e7


    How to check that this letter is real

    All our links start with https://cases.example.org. We never ask for a password or a payment by e-mail.


    How to reply

    If you need help, write to help@example.org.

    Or call +49 30 1234.


    Sent by Redress to shop@yunhe.example.
    "#);
}

#[test]
fn the_secret_link_is_gone_from_what_is_stored() {
    let data = of(Kind::NoticeServed).secret_path("/links/5ec2e7");
    let sent = render(&data, Locale::En);
    assert!(
        sent.text.contains("https://cases.example.org/links/5ec2e7")
            && sent.html.contains("/links/5ec2e7")
    );
    let kept = data.without_secret();
    let stored = render(&kept, Locale::En);
    assert!(!stored.text.contains("5ec2e7") && !stored.html.contains("5ec2e7"));
    assert!(
        stored
            .text
            .contains("Read the notice and answer\n(link removed after sending)"),
        "{}",
        stored.text
    );
    assert!(!serde_json::to_string(&kept).unwrap().contains("5ec2e7"));
}

#[test]
fn hostile_names_and_words_stay_words() {
    let hostile = "<script>alert(1)</script> see https://evil.example/a or www.evil.example or evil.example/pay { $who } { letter-foot }";
    let data = of(Kind::OfferMade)
        .with("who", hostile)
        .quote(
            hostile,
            &format!("{hostile}\u{7}\r\n\r\nIf you do nothing\r\nYou win."),
        )
        .listings([hostile]);
    let letter = render_to(&data, Locale::En, hostile);
    let html = Html::parse_document(&letter.html);
    assert!(select(&html, "script").is_empty());
    for text in [&letter.text, &letter.html] {
        assert!(!text.contains("evil.example"), "{text}");
        assert!(!text.contains('\u{7}'));
    }
    assert!(letter.text.contains("(address left out)") && letter.text.contains("{ $who }"));
    // What pretends to be a part of the letter carries the mark of a quotation.
    assert!(
        letter.text.contains("> If you do nothing\n> You win."),
        "{}",
        letter.text
    );
    let links: Vec<_> = html
        .select(&Selector::parse("a").unwrap())
        .filter_map(|a| a.value().attr("href"))
        .collect();
    assert!(
        links
            .iter()
            .all(|link| link.starts_with("https://cases.example.org/")),
        "{links:?}"
    );
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    for data in all() {
        let letter = render(&data, Locale::En);
        let html = Html::parse_document(&letter.html);
        for selector in [
            "img",
            "link",
            "script",
            "style",
            "iframe",
            "table",
            "form",
            "[src]",
            "[background]",
        ] {
            assert!(
                select(&html, selector).is_empty(),
                "{selector} in {}",
                data.kind
            );
        }
        assert!(!letter.html.contains("url("));
        assert_eq!(select(&html, "h1").len(), 1);
    }
}

#[test]
fn a_reader_of_another_language_gets_both() {
    let mut data = of(Kind::NoticeServed);
    data.case_language = Some("en".to_owned());
    let letter = render(&data, Locale::ZhHans);
    let (first, second) = letter
        .text
        .split_once("以下是同一封信的案件语言版本")
        .unwrap_or_default();
    assert!(
        first.contains("您好") && second.contains("Hello Yunhe Home,"),
        "{}",
        letter.text
    );
    let html = Html::parse_document(&letter.html);
    let languages: Vec<_> = html
        .select(&Selector::parse("body > div").unwrap())
        .filter_map(|div| div.value().attr("lang"))
        .collect();
    assert_eq!(languages, ["zh-Hans", "en"]);
    data.case_language = Some("zh-Hans".to_owned());
    assert!(!render(&data, Locale::ZhHans).text.contains("Hello"));
}

#[test]
fn only_ten_listings_are_named() {
    let data = of(Kind::TakedownOrder).listings((1..=300).map(|no| format!("Lamp {no}")));
    let letter = render(&data, Locale::En);
    assert!(
        letter.text.contains("The 300 listings\n- Lamp 1\n"),
        "{}",
        letter.text
    );
    assert!(
        letter
            .text
            .contains("- Lamp 10\nand 290 more, on the case page"),
        "{}",
        letter.text
    );
    assert!(
        letter.subject.contains("300 listings to decide on"),
        "{}",
        letter.subject
    );
}

#[test]
fn a_long_quotation_is_cut_and_says_so() {
    let data = of(Kind::MessageReceived).quote("Yunhe Home", &"灯".repeat(5_000));
    let letter = render(&data, Locale::En);
    assert_eq!(letter.text.matches('灯').count(), super::QUOTE_MAX);
    assert!(letter.text.contains("Read all of it on the case page"));
}

#[test]
fn the_date_of_another_is_no_task() {
    let mut data = of(Kind::CounterReceived);
    if let Some(deadline) = &mut data.deadline {
        deadline.mine = false;
    }
    let letter = render(&data, Locale::En);
    assert!(
        letter.text.contains("You need do nothing now.") && letter.text.contains("The next date\n"),
        "{}",
        letter.text
    );
    assert!(
        !letter.subject.contains("by 14 August"),
        "{}",
        letter.subject
    );
}

#[test]
fn what_the_procedure_says_about_silence_comes_first() {
    let mut data = of(Kind::NeedInfo);
    data.consequence = Some(Line::new("letter-lapse-deemed-withdrawn"));
    assert!(
        render(&data, Locale::En)
            .text
            .contains("If you do nothing\n\nThe filing counts as withdrawn.")
    );
    data.consequence = Some(Line::new("no-such-words"));
    assert!(
        render(&data, Locale::En)
            .text
            .contains("The filing cannot go on.")
    );
}

#[test]
fn an_exhibit_that_is_no_number_stays_out_of_the_subject() {
    let data = of(Kind::EvidenceFiled).with("exhibit", "Invoice of Yunhe Home");
    assert!(
        render(&data, Locale::En)
            .subject
            .contains("New evidence: an exhibit")
    );
    let data = of(Kind::EvidenceFiled).with("exhibit", "R-1 – R-9");
    assert!(
        render(&data, Locale::En)
            .subject
            .contains("New evidence: R-1 – R-9")
    );
}

#[test]
fn a_path_that_leads_away_is_not_followed() {
    for path in ["//evil.example", "https://evil.example", "/a b"] {
        let letter = render(&of(Kind::Closed).path(path), Locale::En);
        assert!(!letter.html.contains("evil"), "{path}");
        assert!(
            letter
                .text
                .contains("Open the case\nhttps://cases.example.org/\n"),
            "{}",
            letter.text
        );
    }
}

#[test]
fn a_date_is_explained_in_one_line() {
    let words = CATALOGUE.words(Locale::En);
    let mut counted = derivation();
    counted.provisional = true;
    insta::assert_snapshot!(line(&words, &counted, Some("E-Commerce Law, article 43")), @"9 days counted from Mon 3 August 2026; 5 August is not a working day and does not count; moved on from Thu 13 August 2026, which is not a working day; the holidays of that year are not published yet, so the date may move; rule: E-Commerce Law, article 43");
    let words = words.in_language(Locale::ZhHans);
    insta::assert_snapshot!(line(&words, &counted, None), @"自2026年8月3日（周一）起算 9 日；8月5日为非工作日，不计入；2026年8月13日（周四）为非工作日，因此顺延；当年放假安排尚未公布，日期可能变动");
}

#[test]
fn data_survive_the_database() {
    for kind in Kind::ALL {
        let data = of(*kind)
            .with("at", Value::at(now()))
            .with("n", 3)
            .with("on", now().to_zoned(jiff::tz::TimeZone::UTC).date());
        let stored = serde_json::to_value(&data).unwrap();
        assert_eq!(serde_json::from_value::<LetterData>(stored).unwrap(), data);
    }
}

#[test]
fn a_plain_map_of_texts_is_enough() {
    let stored = serde_json::json!({ "kind": "offer-made", "case_number": "IP-2026-000001", "args": { "who": "Halo" } });
    let data: LetterData = serde_json::from_value(stored).unwrap();
    assert!(
        render(&data, Locale::En)
            .text
            .contains("Halo made you an offer to settle.")
    );
    assert!(
        serde_json::from_value::<LetterData>(serde_json::json!({ "kind": "nonsense" })).is_err()
    );
}

#[test]
fn packs_use_only_letters_that_exist() {
    use crate::domain::procedures::LetterKind;
    for kind in LetterKind::ALL {
        assert!(Kind::of_order(kind.as_str()).is_ok(), "{kind}");
    }
    assert!(Kind::of_order("nonsense").is_err());
}
