//! The catalogue is whole: the same keys with the same arguments in every language, and every
//! key that code and templates name exists.

use super::catalogue::{message_keys, sources};
use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The messages of a language with the names of their arguments.
fn messages(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, source) in sources(locale) {
        let mut current = None;
        for line in source.lines() {
            if let Some(key) = message_keys(line).next() {
                assert!(
                    messages.insert(key.to_owned(), BTreeSet::new()).is_none(),
                    "{locale}/{file}: {key} stands twice"
                );
                current = Some(key.to_owned());
            } else if !line.starts_with([' ', '}', '\t']) {
                current = None;
            }
            if let Some(arguments) = current.as_ref().and_then(|key| messages.get_mut(key)) {
                arguments.extend(names_after(line, '$'));
            }
        }
    }
    messages
}

fn names_after(line: &str, mark: char) -> impl Iterator<Item = String> {
    line.split(mark).skip(1).map(|rest| {
        rest.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
            .collect()
    })
}

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments() {
    let english = messages(Locale::En);
    assert!(english.len() > 100);
    for locale in Locale::ALL {
        let other = messages(locale);
        for (key, arguments) in &english {
            match other.get(key) {
                None => panic!("{key} is missing in {locale}"),
                // A language may leave a plural's number out of its words, never bring in a new one.
                Some(others) => assert!(
                    others.is_subset(arguments) && (others == arguments || arguments.len() == 1),
                    "{key} in {locale}: {others:?}, not {arguments:?}"
                ),
            }
        }
        // What a pack says itself in English is only said again in other languages.
        let of_packs = |key: &str| key.starts_with("law-") || key.starts_with("number-");
        for key in other.keys().filter(|key| !of_packs(key)) {
            assert!(
                english.contains_key(key),
                "{key} of {locale} is not in English"
            );
        }
    }
}

#[test]
fn keys_are_words_with_hyphens() {
    for key in messages(Locale::En).keys() {
        assert!(key.contains('-') && !key.contains('_'), "{key}");
    }
}

/// Calls whose first text is a key.
const KEY_FIRST: [&str; 9] = [
    "t(\"",
    "with(\"",
    "with1(\"",
    "with2(\"",
    "with3(\"",
    "Flash::done(\"",
    "Flash::info(\"",
    "WebError::refused(\"",
    "WebError::bad(\"",
];

#[test]
fn code_and_templates_name_only_messages_that_exist() {
    let known = messages(Locale::En);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    collect(&root.join("templates"), &mut files);
    let mut missing = Vec::new();
    for file in files.iter().filter(|file| !file.ends_with("i18n/tests.rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        for call in KEY_FIRST {
            for (at, _) in text.match_indices(call) {
                let begins = text[..at]
                    .chars()
                    .next_back()
                    .is_none_or(|c| !(c.is_alphanumeric() || c == '_'));
                let key: String = text[at + call.len()..]
                    .chars()
                    .take_while(|c| *c != '"')
                    .collect();
                let is_key = key.contains('-')
                    && key
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                if begins && is_key && !known.contains_key(&key) {
                    missing.push(format!(
                        "{}: {key}",
                        file.strip_prefix(root).unwrap().display()
                    ));
                }
            }
        }
    }
    assert!(
        missing.is_empty(),
        "no such messages:\n{}",
        missing.join("\n")
    );
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path
            .extension()
            .is_some_and(|e| e == "rs" || e == "html" || e == "txt")
        {
            files.push(path);
        }
    }
}

mod formats {
    use super::*;
    use crate::i18n::dates::{self, Tone};
    use jiff::tz::TimeZone;
    use jiff::{Timestamp, ToSpan};

    fn words(locale: Locale) -> Words {
        Catalogue::embedded().unwrap().words(locale)
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn china() -> TimeZone {
        TimeZone::get("Asia/Shanghai").unwrap()
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        let due = at("2026-08-14T10:00:00Z");
        let (en, zh) = (words(Locale::En), words(Locale::ZhHans));
        assert_eq!(dates::full(&en, due, &china()), "Fri 14 August 2026, 18:00");
        assert_eq!(
            dates::full(&zh, due, &china()),
            "2026年8月14日（周五）18:00"
        );
        assert_eq!(dates::short(&en, due, &china()), "14 August, 18:00");
        assert_eq!(
            dates::spelled(&en, due, &TimeZone::UTC),
            "Friday 14 August 2026, 10:00"
        );
        assert_eq!(dates::rfc3339(due, &china()), "2026-08-14T18:00:00+08:00");
        let parts = dates::day_parts(&zh, due, &china());
        assert_eq!(
            (parts.top.as_str(), parts.day, parts.bottom.as_str()),
            ("8月", 14, "周五")
        );
    }

    #[test]
    fn zones_have_names_and_the_offset_of_the_day() {
        let en = words(Locale::En);
        let summer = at("2026-08-14T10:00:00Z");
        let zone = |name: &str| TimeZone::get(name).unwrap();
        assert_eq!(
            dates::zone_line(&en, summer, &china()),
            "China time (UTC+8)"
        );
        assert_eq!(
            dates::zone_line(&words(Locale::ZhHans), summer, &china()),
            "中国时间（UTC+8）"
        );
        assert_eq!(
            dates::zone_line(&en, summer, &zone("Europe/Berlin")),
            "Berlin time (UTC+2)"
        );
        assert_eq!(
            dates::zone_line(&en, at("2026-01-14T10:00:00Z"), &zone("Europe/Berlin")),
            "Berlin time (UTC+1)"
        );
        assert_eq!(
            dates::zone_line(&en, summer, &zone("Asia/Kolkata")),
            "India time (UTC+5:30)"
        );
        assert_eq!(
            dates::zone_line(&en, summer, &zone("America/St_Johns")),
            "St Johns time (UTC-2:30)"
        );
        assert_eq!(dates::zone_line(&en, summer, &TimeZone::UTC), "UTC");
    }

    #[test]
    fn what_is_left_is_rounded_down() {
        let en = words(Locale::En);
        let now = at("2026-08-05T09:20:00Z");
        let left = |span: jiff::Span| {
            let left = dates::left(&en, now, now + span, &TimeZone::UTC);
            (left.text, left.tone)
        };
        assert_eq!(left(240.hours()), ("10 days left".to_owned(), Tone::Ok));
        assert_eq!(left(239.hours()), ("9 days left".to_owned(), Tone::Ok));
        assert_eq!(left(73.hours()), ("3 days left".to_owned(), Tone::Ok));
        assert_eq!(left(72.hours()), ("3 days left".to_owned(), Tone::Soon));
        assert_eq!(left(48.hours()), ("2 days left".to_owned(), Tone::Soon));
        assert_eq!(
            left(47.hours().minutes(59)),
            ("47 hours left".to_owned(), Tone::Soon)
        );
        assert_eq!(
            left(119.minutes()),
            ("119 minutes left".to_owned(), Tone::Soon)
        );
        assert_eq!(left(1.minutes()), ("1 minute left".to_owned(), Tone::Soon));
        assert_eq!(
            left(30.seconds()),
            ("Less than a minute left".to_owned(), Tone::Soon)
        );
        assert_eq!(
            left(0.seconds()),
            ("Closed Wed 5 August, 09:20".to_owned(), Tone::Late)
        );
        let zh = dates::left(
            &words(Locale::ZhHans),
            now,
            now + 9.hours().hours(216),
            &TimeZone::UTC,
        );
        assert_eq!(zh.text, "还剩 9 天");
    }

    #[test]
    fn figures_have_groups_and_units() {
        let en = words(Locale::En);
        assert_eq!(figures::number(&en, -1_204_550), "-1,204,550");
        assert_eq!(figures::money(&en, 120_000, "USD"), "USD 1,200.00");
        assert_eq!(figures::money(&en, -5, "EUR"), "EUR -0.05");
        assert_eq!(figures::money(&en, 1_204_550, "JPY"), "JPY 1,204,550");
        assert_eq!(figures::money(&en, 1_234_567, "KWD"), "KWD 1,234.567");
        for (bytes, text) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (84_000, "84 kB"),
            (2_450_000, "2.4 MB"),
            (50_000_000, "50 MB"),
            (2_147_483_648, "2.1 GB"),
        ] {
            assert_eq!(figures::size(&en, bytes), text);
        }
        assert_eq!(figures::percent(62, 99), "62%");
        assert_eq!(figures::percent(0, 0), "0%");
    }

    #[test]
    fn numbers_in_messages_choose_the_form_and_are_grouped() {
        let en = words(Locale::En);
        assert_eq!(en.with1("common-days", "n", 1), "1 day");
        assert_eq!(en.with1("common-days", "n", 1500), "1,500 days");
        assert_eq!(
            en.with1("errors-way-write", "address", "a@b.example"),
            "Write to us: a@b.example"
        );
        assert_eq!(en.t("no-such-message"), "no-such-message");
    }

    #[test]
    fn the_browser_s_languages_are_read_by_weight() {
        for (header, locale) in [
            ("zh-CN,zh;q=0.9,en;q=0.8", Some(Locale::ZhHans)),
            ("de,en-GB;q=0.7,zh;q=0.3", Some(Locale::En)),
            ("zh;q=0, en;q=0.1", Some(Locale::En)),
            ("de", None),
            ("", None),
            ("en;q=x", None),
        ] {
            assert_eq!(Locale::from_accept_language(header), locale, "{header}");
        }
    }
}
