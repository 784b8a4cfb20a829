use super::note::{Checkpoint, Key, Kind, NoteError, cosigned_text, verify};
use super::policy::Policy;
use super::proof::{Receipt, ReceiptError};
use super::tiles::{Nodes, Tile, entries_bytes};
use super::tree::{
    Frontier, Hash, consistency, empty_root, inclusion, is_consistent, leaf_hash, root,
    root_of_inclusion,
};
use super::{Leaf, case_digest, event_digest, leaf, year};
use jiff::Timestamp;
use proptest::prelude::*;
use ring::signature::{Ed25519KeyPair, KeyPair};
use sha2::{Digest, Sha256};

fn leaves(n: u64) -> Vec<Hash> {
    (0..n)
        .map(|no| leaf_hash(no.to_string().as_bytes()))
        .collect()
}

fn root_of(all: &[Hash]) -> Hash {
    root(&mut &all[..], all.len() as u64).unwrap()
}

fn hash(text: &str) -> Hash {
    Hash::from_hex(text).unwrap()
}

/// RFC 6962 written down a second time, as slowly as it reads: only for comparison.
fn slow_root(all: &[Hash]) -> Hash {
    match all {
        [] => empty_root(),
        [one] => *one,
        more => {
            let mut k = 1;
            while k * 2 < more.len() {
                k *= 2;
            }
            let bytes = [&[1][..], &slow_root(&more[..k]).0, &slow_root(&more[k..]).0].concat();
            Hash(Sha256::digest(bytes).into())
        }
    }
}

#[test]
fn heads_are_those_of_certificate_transparency() {
    let inputs = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];
    let all: Vec<Hash> = inputs
        .iter()
        .map(|hexed| leaf_hash(&hex::decode(hexed).unwrap()))
        .collect();
    let heads = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    for (size, head) in heads.iter().enumerate() {
        assert_eq!(root_of(&all[..=size]), hash(head), "{} leaves", size + 1);
    }
    assert_eq!(
        root_of(&[]),
        hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    );
}

#[test]
fn every_leaf_and_every_earlier_tree_of_small_trees_is_proved_and_nothing_else_is() {
    let all = leaves(70);
    let other = leaf_hash(b"never added");
    for size in 1..=all.len() as u64 {
        let part = &all[..size as usize];
        let head = root_of(part);
        assert_eq!(head, slow_root(part));
        for index in 0..size {
            let proof = inclusion(&mut &part[..], index, size).unwrap();
            let leaf = part[index as usize];
            assert_eq!(root_of_inclusion(leaf, index, size, &proof), Some(head));
            assert_ne!(root_of_inclusion(other, index, size, &proof), Some(head));
            assert_ne!(root_of_inclusion(leaf, index + 1, size, &proof), Some(head));
            let longer = [&proof[..], &[other]].concat();
            assert_ne!(root_of_inclusion(leaf, index, size, &longer), Some(head));
        }
        assert!(
            is_consistent(0, size, empty_root(), head, &[]),
            "every tree begins with none"
        );
        assert!(!is_consistent(0, size, other, head, &[]));
        for old in 1..=size {
            let was = root_of(&all[..old as usize]);
            let proof = consistency(&mut &part[..], old, size).unwrap();
            assert!(
                is_consistent(old, size, was, head, &proof),
                "{old} of {size}"
            );
            assert!(
                !is_consistent(old, size, other, head, &proof),
                "{old} of {size}"
            );
            assert!(
                !is_consistent(old, size, was, other, &proof),
                "{old} of {size}"
            );
            let longer = [&proof[..], &[other]].concat();
            assert!(
                !is_consistent(old, size, was, head, &longer),
                "{old} of {size}"
            );
        }
    }
}

#[test]
fn what_a_signer_keeps_leads_to_the_same_heads() {
    let all = leaves(600);
    let mut kept = Frontier::default();
    assert_eq!(kept.root(), empty_root());
    for (no, leaf) in all.iter().enumerate() {
        kept.push(*leaf);
        if no < 40 || no > 250 && no < 260 || no == 599 {
            assert_eq!(kept.root(), slow_root(&all[..=no]), "{} leaves", no + 1);
        }
        kept = Frontier::new(kept.size(), kept.parts().to_vec()).unwrap();
    }
    assert_eq!(Frontier::new(3, vec![all[0]]), None);
}

/// Only what tiles hold may be asked for: never past the end, never over the edge of a tile.
struct InTiles<'a>(&'a [Hash], u64);

impl Nodes for InTiles<'_> {
    type Error = std::convert::Infallible;

    fn hashes(&mut self, level: u8, from: u64, count: u64) -> Result<Vec<Hash>, Self::Error> {
        assert!(
            count > 0 && from / 256 == (from + count - 1) / 256,
            "one tile at a time"
        );
        let full = self.1 / 256_u64.pow(u32::from(level));
        assert!(
            from + count <= full,
            "level {level}: {from} and {count} of {full}"
        );
        (&mut &self.0[..]).hashes(level, from, count)
    }
}

#[test]
fn large_trees_are_read_through_their_tiles() {
    let all = leaves(65_537);
    for size in [1, 2, 3, 8, 255, 256, 257, 300, 65_535, 65_536, 65_537] {
        let part = &all[..size as usize];
        let head = slow_root(part);
        let nodes = &mut InTiles(part, size);
        assert_eq!(root(nodes, size).unwrap(), head);
        for index in [0, size / 3, size - 1] {
            let proof = inclusion(nodes, index, size).unwrap();
            assert_eq!(
                root_of_inclusion(part[index as usize], index, size, &proof),
                Some(head)
            );
        }
        for old in [1, size / 2, size.saturating_sub(1), 255, 256] {
            if (1..size).contains(&old) {
                let proof = consistency(nodes, old, size).unwrap();
                let was = slow_root(&all[..old as usize]);
                assert!(
                    is_consistent(old, size, was, head, &proof),
                    "{old} of {size}"
                );
            }
        }
    }
}

#[test]
fn tiles_have_one_address_each() {
    let cases = [
        ("0/000", Some((Some(0), 0, 256))),
        ("0/000.p/255", Some((Some(0), 0, 255))),
        ("3/x001/x234/067", Some((Some(3), 1_234_067, 256))),
        ("entries/x001/000.p/1", Some((None, 1000, 1))),
        ("0/1", None),
        ("0/0000", None),
        ("0/x000/001", None),
        ("0/001/002", None),
        ("00/000", None),
        ("8/000", None),
        ("0/000.p/0", None),
        ("0/000.p/256", None),
        ("0/000.p/01", None),
        ("0/000.p/+1", None),
        ("-1/000", None),
        ("entries/", None),
        ("data/000", None),
        ("0/x999/x999/x999/x999/x999/x999/999", None),
    ];
    for (path, meaning) in cases {
        let tile = meaning.map(|(level, index, width)| Tile {
            level,
            index,
            width,
        });
        assert_eq!(Tile::parse(path), tile, "{path}");
        if let Some(tile) = tile {
            assert_eq!(tile.path(), path);
        }
    }
    assert_eq!(Tile::parse("1/000.p/2").unwrap().needs(), Some(512));
    assert_eq!(Tile::parse("entries/001.p/2").unwrap().needs(), Some(258));
    assert_eq!(entries_bytes(["ab", ""]), [0, 2, b'a', b'b', 0, 0]);
}

#[test]
fn a_leaf_is_one_canonical_line_of_hashes() {
    let t: Timestamp = "2026-11-22T13:20:34.1234Z".parse().unwrap();
    let leaf = Leaf {
        case: case_digest(&[7; 32]),
        event: event_digest(&[9; 32], "{}"),
        prev: Leaf::NONE,
        seq: 0,
        t,
    };
    let text = leaf.text();
    assert_eq!(text.len(), 269);
    assert!(
        text.ends_with(r#","seq":0,"t":"2026-11-22T13:20:34.123Z","v":1}"#),
        "{text}"
    );
    let parsed: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(parsed.to_string(), text, "sorted keys, no spaces");
    let read = Leaf::parse(&text).unwrap();
    assert_eq!(
        (read.case, read.event, read.prev),
        (leaf.case, leaf.event, leaf.prev)
    );
    let plain = |bytes: &[u8]| Hash(Sha256::digest(bytes).into());
    assert_eq!(
        leaf.case,
        plain(&[&b"odr-case-v1\n"[..], &[7; 32]].concat())
    );
    assert_eq!(
        leaf.event,
        plain(&[&b"odr-event-v1\n"[..], &[9; 32], b"{}"].concat())
    );
    for wrong in [
        text.replace("\"v\":1", "\"v\":2"),
        text.replace(',', ", "),
        text.replace(".123Z", "Z"),
        text.replace("\"seq\":0", "\"seq\":00"),
        text.replace("\"v\":1", "\"v\":1,\"w\":1"),
    ] {
        assert_eq!(Leaf::parse(&wrong), None, "{wrong}");
    }
    let closing = leaf::closing("odr.example/log/2026", "odr.example/log/2027+00+", t);
    assert_eq!(
        closing,
        r#"{"closes":"odr.example/log/2026","next":"odr.example/log/2027+00+","t":"2026-11-22T13:20:34.123Z","v":1}"#
    );
    assert_eq!(year(t), "2026");
}

#[test]
fn a_note_of_another_program_is_read() {
    let key =
        Key::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
    let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    let line = "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    let note = format!("{text}\n{line}");
    assert_eq!(verify(&note, &key), Ok(text));
    assert_eq!(
        verify(&note.replace("your problem is", "my problem is"), &key),
        Err(NoteError::Wrong("PeterNeumann".to_owned()))
    );
    // What others sign below is theirs.
    let more = format!("{text}\n\u{2014} Somebody AAAAAAAA\n{line}");
    assert_eq!(verify(&more, &key), Ok(text));
    for malformed in [
        text.to_owned(),
        format!("{text}{line}"),
        format!("{text}\n"),
        format!("{note}x"),
        format!("{text}\n- x y\n"),
    ] {
        assert_eq!(
            verify(&malformed, &key),
            Err(NoteError::Malformed),
            "{malformed}"
        );
    }
    let other = Key::new("Somebody", *key.public()).unwrap();
    assert_eq!(
        verify(&note, &other),
        Err(NoteError::Unsigned("Somebody".to_owned()))
    );
}

fn signer() -> (Ed25519KeyPair, Key) {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[5; 32]).unwrap();
    let public = pair.public_key().as_ref().try_into().unwrap();
    (pair, Key::new("odr.example/log/2026", public).unwrap())
}

fn signed(text: &str) -> String {
    let (pair, key) = signer();
    let signature = pair.sign(text.as_bytes()).as_ref().try_into().unwrap();
    format!("{text}\n{}", key.signature_line(&signature))
}

#[test]
fn a_checkpoint_says_which_log_how_large_and_its_head() {
    let (_, key) = signer();
    assert_eq!(Key::parse(&key.to_string()), Ok(key.clone()));
    assert!(Key::parse(&key.to_string().replacen("2026", "2027", 1)).is_err());
    assert_eq!(Key::new("with space", [0; 32]), None);
    assert_eq!(Key::new("a+b", [0; 32]), None);
    let checkpoint = Checkpoint {
        origin: key.name().to_owned(),
        size: 5000,
        root: leaf_hash(b"x"),
    };
    let note = signed(&checkpoint.text());
    assert_eq!(Checkpoint::open(&note, &key), Ok(checkpoint.clone()));
    let other = Checkpoint {
        origin: "odr.example/log/2025".to_owned(),
        ..checkpoint.clone()
    };
    assert_eq!(
        Checkpoint::open(&signed(&other.text()), &key),
        Err(NoteError::OtherLog(other.origin.clone()))
    );
    for wrong in ["\n5000\n", "\n05000\n", "\n-1\n", "\n\n"] {
        let text = checkpoint.text().replace("\n5000\n", wrong);
        if text != checkpoint.text() {
            assert!(Checkpoint::open(&signed(&text), &key).is_err(), "{text}");
        }
    }
    let further = format!("{}extension\n", checkpoint.text());
    assert_eq!(
        Checkpoint::open(&signed(&further), &key),
        Err(NoteError::NoCheckpoint)
    );
}

#[test]
fn a_receipt_proves_its_leaf_and_no_other() {
    let (_, key) = signer();
    let texts: Vec<String> = (0..300).map(|no| format!("leaf {no}")).collect();
    let all: Vec<Hash> = texts
        .iter()
        .map(|text| leaf_hash(text.as_bytes()))
        .collect();
    let checkpoint = Checkpoint {
        origin: key.name().to_owned(),
        size: 300,
        root: root_of(&all),
    };
    let receipt = Receipt {
        index: 255,
        hashes: inclusion(&mut &all[..], 255, 300).unwrap(),
        note: signed(&checkpoint.text()),
    };
    let file = receipt.to_string();
    assert!(
        file.starts_with("c2sp.org/tlog-proof@v1\nindex 255\n"),
        "{file}"
    );
    assert_eq!(Receipt::parse(&file), Ok(receipt.clone()));
    assert_eq!(receipt.verify(&texts[255], &key), Ok(checkpoint));
    assert_eq!(
        receipt.verify(&texts[254], &key),
        Err(ReceiptError::NotIncluded)
    );
    // Whatever byte is changed: it is no receipt any more, or one that proves nothing.
    for at in 0..file.len() {
        let mut bytes = file.clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(changed) = String::from_utf8(bytes) else {
            continue;
        };
        let proves =
            Receipt::parse(&changed).is_ok_and(|read| read.verify(&texts[255], &key).is_ok());
        assert!(!proves, "byte {at} of {file}");
    }
}

proptest! {
    #[test]
    fn what_is_added_only_grows(size in 1_u64..400, more in 0_u64..400, at in any::<prop::sample::Index>()) {
        let all = leaves(size + more);
        let (was, is) = (slow_root(&all[..size as usize]), slow_root(&all));
        let proof = consistency(&mut &all[..], size, size + more).unwrap();
        prop_assert!(is_consistent(size, size + more, was, is, &proof));
        let index = at.index(all.len()) as u64;
        let proof = inclusion(&mut &all[..], index, size + more).unwrap();
        prop_assert_eq!(root_of_inclusion(all[index as usize], index, size + more, &proof), Some(is));
    }
}

fn witness(name: &str, seed: u8) -> (Ed25519KeyPair, Key) {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
    let public = pair.public_key().as_ref().try_into().unwrap();
    (pair, Key::of_kind(name, Kind::Cosignature, public).unwrap())
}

fn cosigned_note(note: &str, text: &str, (pair, key): &(Ed25519KeyPair, Key), at: u64) -> String {
    let signature = pair.sign(cosigned_text(text, at).as_bytes());
    let bytes = [&key.id()[..], &at.to_be_bytes(), signature.as_ref()].concat();
    let value = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, bytes);
    format!("{note}\u{2014} {} {value}\n", key.name())
}

#[test]
fn a_policy_says_how_many_of_whom() {
    let (_, log) = signer();
    let all: Vec<_> = (1..=3)
        .map(|no| witness(&format!("witness.example/w{no}"), no))
        .collect();
    let line = |no: usize| format!("witness w{no} {} https://w{no}.example/\n", all[no - 1].1);
    let given = format!(
        "# Two of three, or the third alone with one more\nlog {log}\n{}{}{}group pair 2 w1 w2\ngroup one any pair w3\nquorum one\n",
        line(1),
        line(2),
        line(3)
    );
    let policy = Policy::parse(&given).unwrap();
    assert_eq!(policy.logs(), std::slice::from_ref(&log));
    assert_eq!(
        policy.witnesses()[0].url.as_deref(),
        Some("https://w1.example")
    );
    assert_eq!(
        Policy::parse(&policy.text(&log.to_string())),
        Ok(policy.clone()),
        "it reads what it writes"
    );
    let checkpoint = Checkpoint {
        origin: log.name().to_owned(),
        size: 9,
        root: leaf_hash(b"x"),
    };
    let (text, note) = (checkpoint.text(), signed(&checkpoint.text()));
    for (who, is_met) in [
        (vec![], false),
        (vec![0], false),
        (vec![0, 1], true),
        (vec![2], true),
        (vec![1, 2], true),
    ] {
        let note = who.iter().fold(note.clone(), |note, no| {
            cosigned_note(&note, &text, &all[*no], 1_790_000_000)
        });
        let seen = policy.seen_by(&note).unwrap();
        assert_eq!(seen.len(), who.len());
        assert!(seen.values().all(|at| *at == 1_790_000_000));
        assert_eq!(policy.is_met(&seen), is_met, "{who:?}");
        assert_eq!(Checkpoint::open(&note, &log), Ok(checkpoint.clone()));
    }
    // A signature for another time, or another head, is wrong and not merely absent.
    let moved = cosigned_note(&note, &text.replace("\n9\n", "\n8\n"), &all[0], 5);
    let mut bytes = [&all[0].1.id()[..], &6_u64.to_be_bytes()].concat();
    bytes.extend(all[0].0.sign(cosigned_text(&text, 5).as_bytes()).as_ref());
    let value = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, bytes);
    let dated = format!("{note}\u{2014} {} {value}\n", all[0].1.name());
    for wrong in [dated, moved] {
        assert_ne!(wrong, cosigned_note(&note, &text, &all[0], 5));
        assert!(policy.seen_by(&wrong).is_err(), "{wrong}");
    }
    // No witness is asked for where the quorum is none; a policy without a quorum is a mistake.
    let none = Policy::parse("quorum none\n").unwrap();
    assert!(!none.asks() && none.is_met(&none.seen_by(&note).unwrap()));
    let wrong = [
        ("", "there is no quorum line"),
        (
            "quorum w1\n",
            "line 1: `w1` is not a witness or group above",
        ),
        (
            "witness w1 x+y+z\nquorum w1\n",
            "line 1: not the key of a witness",
        ),
        (
            &format!("witness w1 {log}\nquorum w1\n"),
            "line 1: not the key of a witness",
        ),
        (
            &format!("{0}{0}quorum w1\n", line(1)),
            "line 2: `w1` is taken",
        ),
        (
            &format!("{}group g 2 w1\nquorum g\n", line(1)),
            "line 2: 2 of 1 is no group",
        ),
        (
            &format!("{}group g 1 w1 w1\nquorum g\n", line(1)),
            "line 2: `w1` is not a witness or group above, or stands twice",
        ),
        (
            &format!("{}quorum w1\nquorum w1\n", line(1)),
            "line 3: there is a quorum already",
        ),
        ("who knows\n", "line 1: `who` is not"),
        (
            &format!("witness w1 {} ftp://x\nquorum w1\n", all[0].1),
            "line 1: the address of a witness",
        ),
    ];
    for (text, why) in wrong {
        let error = Policy::parse(text).unwrap_err().to_string();
        assert!(error.contains(why), "{text}: {error}");
    }
}
