//! Dates and proofs on the command line, as programs and lawyers ask for them.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

fn redress(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_redress"))
        .args(arguments)
        .output()
        .unwrap()
}

fn counted(arguments: &[&str]) -> Value {
    let mut all = vec!["clock"];
    all.extend(arguments);
    all.push("--json");
    let output = redress(&all);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Published decisions with the dates they state, where they are at hand; else two of the kind.
fn timelines() -> String {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/timelines.csv");
    std::fs::read_to_string(shared).unwrap_or_else(|_| {
        println!("the published timelines are not here: two lines stand for them");
        "case_no,source_url,provider,policy,commenced,response_due,extension_days,response_due_extended,panel_appointed,panel_size,rule\n\
         A,,WIPO,UDRP,2016-04-11,2016-05-01,4,2016-05-05,,,cal20\n\
         B,,Forum,UDRP,2005-02-07,2005-02-28,,,,1,cal20+roll_us\n"
            .to_owned()
    })
}

#[test]
fn every_published_response_date_is_counted_as_it_was() {
    let text = timelines();
    let mut rows = 0;
    for row in text.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let profile = match cells[2] {
            "WIPO" => "profile=wipo",
            "Forum" => "profile=forum",
            other => panic!("{other}"),
        };
        let from = format!("{}T12:00:00Z", cells[4]);
        let ask = ["domain-udrp", "response", "--from", &from, "--set", profile];
        assert_eq!(counted(&ask)["due_on"], cells[5], "{row}");
        if !cells[6].is_empty() {
            let longer = [&ask[..], &["--extend", cells[6]]].concat();
            assert_eq!(counted(&longer)["due_on"], cells[7], "{row}");
        }
        rows += 1;
    }
    assert!(rows >= 2);
}

#[test]
fn a_date_comes_with_every_day_and_its_law() {
    let answer = counted(&["us-dmca-512", "putback", "--from", "2026-11-18T15:00:00Z"]);
    assert_eq!(answer["due_on"], "2026-12-09");
    assert_eq!(answer["due_at"], "2026-12-09T23:59:59-05:00");
    assert_eq!(answer["earliest_at"], "2026-12-03T00:00:00-05:00");
    assert_eq!(answer["provisional"], false);
    assert_eq!(answer["cite"][0], "17 U.S.C. 512, (g)(2)(C)");
    let steps = answer["steps"].as_array().unwrap();
    let thanksgiving = steps
        .iter()
        .find(|step| step["date"] == "2026-11-26")
        .unwrap();
    assert_eq!(thanksgiving["counted"], false);
    assert_eq!(thanksgiving["why"], "public holiday: Thanksgiving Day");
    assert_eq!(
        steps.iter().filter(|step| step["counted"] == true).count(),
        14
    );

    // Fifteen days that end on a statutory holiday roll; a delay that does not count has a cap in another unit.
    let from = ["cn-ecl-ip", "holder", "--from", "2026-09-18T02:00:00Z"];
    assert_eq!(counted(&from)["due_on"], "2026-10-08");
    let tolled = [&from[..], &["--toll", "2026-09-21..2026-12-31"]].concat();
    assert_eq!(
        counted(&tolled)["due_on"],
        "2026-10-22",
        "twenty working days in all"
    );
    let abroad = [
        "domain-udrp",
        "standstill",
        "--from",
        "2026-12-21T12:00:00Z",
        "--calendar",
        "germany",
    ];
    assert_eq!(
        counted(&abroad)["due_on"],
        "2027-01-06",
        "25 December and New Year are off in Germany"
    );
}

#[test]
fn what_cannot_be_counted_is_refused_with_what_to_write() {
    let from = ["--from", "2026-11-18T15:00:00Z"];
    for (arguments, said) in [
        (vec!["nothing", "response"], "name one of"),
        (vec!["domain-udrp", "answer"], "name one of fee"),
        (
            vec!["domain-udrp", "response", "--set", "profile=nominet"],
            "name one of wipo",
        ),
        (
            vec!["domain-udrp", "response", "--calendar", "mars"],
            "name one of",
        ),
        (
            vec!["us-dmca-512", "quiet", "--set", "quiet=5"],
            "not between 30 and 365",
        ),
        (vec!["us-dmca-512", "quiet", "--set", "quiet"], "name=value"),
        (
            vec!["us-dmca-512", "quiet", "--set", "zone=Mars"],
            "no time zone",
        ),
        (
            vec!["cn-ecl-ip", "holder", "--toll", "soon"],
            "2026-01-05..2026-01-09",
        ),
    ] {
        let all = [&["clock"][..], &arguments, &from].concat();
        let output = redress(&all);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            !output.status.success() && words.contains(said),
            "{arguments:?}: {words}"
        );
    }
}

#[test]
fn a_pack_in_a_folder_is_proved_and_played() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pack.toml");
    let own = include_str!("../procedures/us-dmca-512/pack.toml");
    std::fs::write(&file, own).unwrap();
    let path = folder.path().to_str().unwrap();
    let sound = redress(&["procedures", "lint", path]);
    assert!(
        sound.status.success(),
        "{}",
        String::from_utf8_lossy(&sound.stdout)
    );

    std::fs::write(
        &file,
        own.replacen("to = \"window\"", "to = \"windows\"", 1),
    )
    .unwrap();
    let broken = redress(&["procedures", "lint", path]);
    let said = String::from_utf8_lossy(&broken.stdout).into_owned();
    assert!(!broken.status.success());
    assert!(
        said.contains("pack.toml:") && said.contains("there is no state `windows`"),
        "{said}"
    );

    std::fs::write(&file, own.replacen("max = { n = 14,", "max = { n = 20,", 1)).unwrap();
    let diff = redress(&["procedures", "diff", "us-dmca-512", path]);
    let said = String::from_utf8_lossy(&diff.stdout).into_owned();
    assert!(
        said.contains("`putback` lasts 10 business days to 20") && said.contains("1 difference\n"),
        "{said}"
    );

    let all = redress(&["procedures", "lint"]);
    assert!(
        all.status.success(),
        "{}",
        String::from_utf8_lossy(&all.stdout)
    );
    let list = redress(&["procedures", "list"]);
    assert!(String::from_utf8_lossy(&list.stdout).contains("domain-udrp-urs"));
}

#[test]
fn every_procedure_played_by_chance_comes_to_an_end() {
    let list = redress(&["procedures", "list"]);
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    let names = list
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    for name in names {
        let profile = name
            .strip_prefix("domain-udrp-")
            .map(|p| format!("profile={p}"));
        for seed in ["1", "2", "3"] {
            let mut ask = vec!["procedures", "simulate", name, "--seed", seed];
            if let Some(profile) = &profile {
                ask = vec![
                    "procedures",
                    "simulate",
                    "domain-udrp",
                    "--seed",
                    seed,
                    "--set",
                    profile,
                ];
            }
            let played = redress(&ask);
            let said = String::from_utf8_lossy(&played.stdout).into_owned();
            assert!(
                played.status.success() && said.contains("ended as"),
                "{ask:?}: {said}"
            );
            let again = redress(&ask);
            assert_eq!(
                played.stdout, again.stdout,
                "the same number gives the same path"
            );
        }
    }
    let chosen = [
        "procedures",
        "simulate",
        "us-dmca-512",
        "--choose",
        "file",
        "--choose",
        "measure",
        "--choose",
        "silence",
    ];
    let played = redress(&chosen);
    let said = String::from_utf8_lossy(&played.stdout).into_owned();
    assert!(
        said.contains("removed -> down_final") && said.contains("ended as upheld"),
        "{said}"
    );
}
