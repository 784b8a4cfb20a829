//! Case files that somebody changed. The whole one holds; whatever is changed in it is found out.

use super::archive::verify;
use super::stream::write;
use crate::domain::casefile::check::Trust;
use crate::domain::casefile::{self, BAGIT, FILES, Listed, MANIFEST, TAG_MANIFEST, WITHHELD};
use crate::domain::log::{
    Checkpoint, Hash, Key, Leaf, Policy, Receipt, event_digest, leaf_hash, tree,
};
use ring::signature::{Ed25519KeyPair, KeyPair};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};

const ROOT: &str = "CO-2026-000001";
const ORIGIN: &str = "redress.example/log/2026";
/// The line of the entry with this number, in a log that holds others too.
const PLACES: [usize; 4] = [1, 2, 4, 6];

/// A case file as its parts.
#[derive(Clone)]
struct Bag {
    files: BTreeMap<String, Vec<u8>>,
    key: String,
}

fn sha(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// A log with these leaves at their places, signed: its key, and the receipt of each.
fn log(leaves: &[String], seed: u8) -> (Key, Vec<Receipt>) {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
    let key = Key::new(ORIGIN, pair.public_key().as_ref().try_into().unwrap()).unwrap();
    let mut hashes: Vec<Hash> = (0..7_u8).map(|n| leaf_hash(&[n])).collect();
    for (leaf, place) in leaves.iter().zip(PLACES) {
        hashes[place] = leaf_hash(leaf.as_bytes());
    }
    let size = hashes.len() as u64;
    let checkpoint = Checkpoint {
        origin: ORIGIN.to_owned(),
        size,
        root: tree::root(&mut &hashes[..], size).unwrap(),
    };
    let text = checkpoint.text();
    let signature = pair.sign(text.as_bytes());
    let line = key.signature_line(&signature.as_ref().try_into().unwrap());
    let receipts = PLACES.iter().map(|place| Receipt {
        index: *place as u64,
        hashes: tree::inclusion(&mut &hashes[..], *place as u64, size).unwrap(),
        note: format!("{text}\n{line}"),
    });
    (key, receipts.collect())
}

impl Bag {
    /// Four entries: one with an exhibit of this length, one, one withheld, and a decision.
    fn whole(length: usize, seed: u8) -> Self {
        let exhibit: Vec<u8> = (0..length).map(|at| (at * 31 % 251) as u8).collect();
        let decision = b"%PDF-1.7 decided".to_vec();
        let stored = |name: &str, bytes: &[u8]| serde_json::json!({"digest": sha(bytes), "size_bytes": bytes.len(), "media_type": "x", "name": name});
        let records = [
            serde_json::json!({"no": 1, "file": stored("合同.pdf", &exhibit)}),
            serde_json::json!({"no": 2, "pack": {"digest": sha(b"pack")}}),
            serde_json::json!({"no": 3, "secret": "offer"}),
            serde_json::json!({"no": 4, "decision": stored("award.pdf", &decision)}),
        ];
        let mut files = BTreeMap::new();
        let mut leaves: Vec<Leaf> = Vec::new();
        for (seq, record) in (0_u64..).zip(&records) {
            let (record, salt) = (record.to_string(), [seq as u8 + 7; 32]);
            leaves.push(Leaf {
                case: Hash([9; 32]),
                event: event_digest(&salt, &record),
                prev: leaves.last().map_or(Leaf::NONE, Leaf::hash),
                seq,
                t: format!("2026-11-0{}T08:00:00.000Z", seq + 1)
                    .parse()
                    .unwrap(),
            });
            if seq != 2 {
                files.insert(casefile::record(seq), record.into_bytes());
                files.insert(casefile::salt(seq), salt.to_vec());
            }
        }
        files.insert(
            WITHHELD.to_owned(),
            b"000002  Not for your side.\n".to_vec(),
        );
        let listed = |file: &str, bytes: &[u8], seq: u64| Listed {
            file: file.to_owned(),
            label: "C-1".to_owned(),
            name: "合同.pdf".to_owned(),
            title: String::new(),
            media_type: "application/pdf".to_owned(),
            size: bytes.len() as u64,
            sha256: sha(bytes),
            seq,
        };
        let all = [
            listed("data/evidence/C-1.pdf", &exhibit, 0),
            listed("data/decisions/1.pdf", &decision, 3),
        ];
        files.insert(FILES.to_owned(), serde_json::to_vec(&all).unwrap());
        files.insert("data/evidence/C-1.pdf".to_owned(), exhibit);
        files.insert("data/decisions/1.pdf".to_owned(), decision);
        files.insert("data/README.txt".to_owned(), b"Read me.\n".to_vec());
        files.insert("bagit.txt".to_owned(), BAGIT.as_bytes().to_vec());
        files.insert(
            "bag-info.txt".to_owned(),
            b"External-Identifier: CO\n".to_vec(),
        );
        files.insert("verify.sh".to_owned(), include_bytes!("verify.sh").to_vec());
        let mut bag = Self {
            files,
            key: String::new(),
        };
        bag.logged(&leaves.iter().map(Leaf::text).collect::<Vec<_>>(), seed);
        bag.key = String::from_utf8(bag.files["log/keys/log.vkey"].clone()).unwrap();
        bag.manifests();
        bag
    }

    /// Puts the leaves into a log that the key of this seed signs.
    fn logged(&mut self, leaves: &[String], seed: u8) {
        let (key, receipts) = log(leaves, seed);
        for ((seq, leaf), receipt) in (0..).zip(leaves).zip(&receipts) {
            self.put(&casefile::leaf(seq), leaf);
            self.put(&casefile::proof(seq), &receipt.to_string());
        }
        self.put("log/checkpoint", &receipts[3].note);
        self.put("log/keys/log.vkey", &key.to_string());
        self.put("log/keys/log.pem", &key.pem());
        self.put("log/policy.txt", &Policy::default().text(&key.to_string()));
    }

    fn put(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), text.as_bytes().to_vec());
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(self.files[path].clone()).unwrap()
    }

    fn edit(&mut self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.put(path, &text.replacen(from, to, 1));
    }

    fn swap(&mut self, one: &str, other: &str) {
        let (a, b) = (self.files[one].clone(), self.files[other].clone());
        self.files.insert(one.to_owned(), b);
        self.files.insert(other.to_owned(), a);
    }

    /// Makes the manifests fit again, as a forger would.
    fn manifests(&mut self) {
        for (name, is_payload) in [(MANIFEST, true), (TAG_MANIFEST, false)] {
            let hashed: Vec<(String, String)> = self
                .files
                .iter()
                .filter(|(path, _)| path.starts_with("data/") == is_payload)
                .filter(|(path, _)| *path != TAG_MANIFEST)
                .map(|(path, bytes)| (path.clone(), sha(bytes)))
                .collect();
            let text = casefile::manifest(
                hashed
                    .iter()
                    .map(|(path, digest)| (path.as_str(), digest.as_str())),
            );
            self.put(name, &text);
        }
    }

    fn packed(&self) -> Vec<u8> {
        let files: Vec<(String, u64)> = self
            .files
            .iter()
            .map(|(path, bytes)| (format!("{ROOT}/{path}"), bytes.len() as u64))
            .collect();
        let bytes: Vec<&Vec<u8>> = self.files.values().collect();
        write(Vec::new(), &files, |at, out| out.write_all(bytes[at])).unwrap()
    }

    fn trust(&self) -> Trust {
        Trust {
            logs: vec![Key::parse(&self.key).unwrap()],
            policy: Policy::default(),
            authorities: None,
        }
    }
}

/// What `verify` says of a file: nothing where it holds.
fn found(bytes: &[u8], trust: &Trust) -> Option<String> {
    let done = verify(Cursor::new(bytes), bytes, trust);
    done.err().map(|wrong| wrong.to_string())
}

#[test]
fn a_whole_case_file_holds_and_says_what_it_does_not_prove() {
    let bag = Bag::whole(3000, 1);
    let report = verify(Cursor::new(bag.packed()), &bag.packed()[..], &bag.trust()).unwrap();
    assert_eq!(report.holds.len(), 6, "{report:?}");
    let open = report.open.join("\n");
    assert!(
        open.contains("1 entries say that are withheld") && open.contains("after the last entry"),
        "{open}"
    );
    assert!(
        !open.contains("came with the file"),
        "the key was given: {open}"
    );
    let own = verify(
        Cursor::new(bag.packed()),
        &bag.packed()[..],
        &Trust::default(),
    )
    .unwrap();
    assert!(own.open.join("\n").contains(bag.key.trim()), "{own:?}");
}

#[test]
fn every_changed_byte_of_a_case_file_of_64_kib_is_found() {
    // The length of the exhibit stands in the file too, with more digits the longer it is.
    let around = Bag::whole(60_000, 1).packed().len() - 60_000;
    let bag = Bag::whole(65_536 - around, 1);
    let (mut bytes, trust) = (bag.packed(), bag.trust());
    assert_eq!(bytes.len(), 65_536);
    assert_eq!(found(&bytes, &trust), None);
    for at in 0..bytes.len() {
        bytes[at] ^= 1 << (at % 8);
        assert!(
            found(&bytes, &trust).is_some(),
            "byte {at} was changed and nothing said so"
        );
        bytes[at] ^= 1 << (at % 8);
    }
    for end in [1, 22, 100, 65_535] {
        assert!(
            found(&bytes[..65_536 - end], &trust).is_some(),
            "without its last {end} bytes"
        );
    }
    bytes.push(0);
    assert!(found(&bytes, &trust).is_some(), "with a byte more");
}

/// A forgery: its name, where it has to be found, and what was done. The manifests are made to fit afterwards.
type Forgery = (&'static str, &'static str, fn(&mut Bag));

const FORGERIES: [Forgery; 36] = [
    ("a changed record", "data/records/000001.json", |bag| {
        bag.edit("data/records/000001.json", "2", "3")
    }),
    ("a changed salt", "data/records/000001.json", |bag| {
        bag.files.get_mut("data/records/000001.salt").unwrap()[0] ^= 1
    }),
    ("a short salt", "data/records/000001.salt", |bag| {
        bag.files.get_mut("data/records/000001.salt").unwrap().pop();
    }),
    ("swapped records", "data/records/000000.json", |bag| {
        bag.swap("data/records/000000.json", "data/records/000001.json")
    }),
    ("a dropped record", "data/records/000001.json", |bag| {
        bag.files.remove("data/records/000001.json");
    }),
    (
        "a record without its salt",
        "data/records/000001.salt",
        |bag| {
            bag.files.remove("data/records/000001.salt");
        },
    ),
    (
        "a record that is said to be withheld too",
        "data/records/000001.json",
        |bag| bag.edit(WITHHELD, "000002", "000001  x\n000002"),
    ),
    (
        "a withheld entry that is not named",
        "data/records/000002.json",
        |bag| {
            bag.files.remove(WITHHELD);
        },
    ),
    ("a record of no entry", "data/records", |bag| {
        bag.put("data/records/000009.json", "{}")
    }),
    ("a withheld entry that is none", "data/records", |bag| {
        bag.edit(WITHHELD, "000002", "000009  x\n000002")
    }),
    ("a leaf with another time", "log/leaves/000002", |bag| {
        bag.edit("log/leaves/000001", "11-02", "11-01")
    }),
    (
        "the last leaf with another time",
        "log/proofs/000003",
        |bag| bag.edit("log/leaves/000003", "11-04", "11-05"),
    ),
    (
        "a leaf that goes back in time",
        "log/leaves/000003",
        |bag| bag.edit("log/leaves/000003", "11-04", "11-01"),
    ),
    ("a leaf of another case", "log/leaves/000003", |bag| {
        bag.edit("log/leaves/000003", "0909", "0808")
    }),
    ("swapped leaves", "log/leaves/000000", |bag| {
        bag.swap("log/leaves/000000", "log/leaves/000001")
    }),
    ("a dropped entry", "log/leaves/000001", |bag| {
        for path in [
            casefile::leaf(1),
            casefile::proof(1),
            casefile::record(1),
            casefile::salt(1),
        ] {
            bag.files.remove(&path);
        }
    }),
    (
        "a dropped entry, the later ones renumbered",
        "log/leaves/000001",
        |bag| {
            for (old, new) in [(2, 1), (3, 2)] {
                for name in [
                    casefile::leaf,
                    casefile::proof,
                    casefile::record,
                    casefile::salt,
                ] {
                    match bag.files.remove(&name(old)) {
                        Some(bytes) => bag.files.insert(name(new), bytes),
                        None => bag.files.remove(&name(new)),
                    };
                }
            }
            bag.edit(WITHHELD, "000002", "000001");
        },
    ),
    (
        "an entry after the last, in no log",
        "log/proofs/000004",
        |bag| {
            let last = Leaf::parse(&bag.text("log/leaves/000003")).unwrap();
            let (record, salt) = ("{\"no\":5}", [1; 32]);
            let more = Leaf {
                event: event_digest(&salt, record),
                prev: last.hash(),
                seq: 4,
                ..last
            };
            bag.put("log/leaves/000004", &more.text());
            bag.put("data/records/000004.json", record);
            bag.files
                .insert("data/records/000004.salt".to_owned(), salt.to_vec());
        },
    ),
    ("the receipt of another entry", "log/proofs/000001", |bag| {
        bag.swap(
            "log/proofs/000001.tlog-proof",
            "log/proofs/000003.tlog-proof",
        )
    }),
    ("a receipt with another place", "log/proofs/000001", |bag| {
        bag.edit("log/proofs/000001.tlog-proof", "index 2", "index 3")
    }),
    ("a receipt that is missing", "log/proofs/000001", |bag| {
        bag.files.remove("log/proofs/000001.tlog-proof");
    }),
    (
        "a middle entry that is said to be unsigned",
        "log/proofs/000001",
        |bag| {
            bag.files.remove("log/proofs/000001.tlog-proof");
            bag.put("log/unsigned.txt", "000001\n");
        },
    ),
    ("a head with another size", "log/proofs/000000", |bag| {
        for seq in 0..4 {
            bag.edit(&casefile::proof(seq), "\n7\n", "\n8\n");
        }
    }),
    ("a receipt of no entry", "log/proofs", |bag| {
        bag.put("log/proofs/000007.tlog-proof", "c2sp.org/tlog-proof@v1")
    }),
    (
        "another head beside the receipts",
        "log/checkpoint",
        |bag| bag.edit("log/checkpoint", "\n7\n", "\n6\n"),
    ),
    (
        "the whole log signed anew with another key",
        "log/proofs/000000",
        |bag| {
            let leaves: Vec<String> = (0..4).map(|seq| bag.text(&casefile::leaf(seq))).collect();
            bag.logged(&leaves, 2);
        },
    ),
    ("a replaced exhibit", FILES, |bag| {
        bag.put("data/evidence/C-1.pdf", "another")
    }),
    (
        "a replaced exhibit with its list made to fit",
        "data/evidence/C-1.pdf",
        |bag| {
            let (old, new) = (
                bag.files["data/evidence/C-1.pdf"].clone(),
                b"another".to_vec(),
            );
            bag.edit(FILES, &sha(&old), &sha(&new));
            bag.edit(
                FILES,
                &format!("\"size\":{}", old.len()),
                &format!("\"size\":{}", new.len()),
            );
            bag.files.insert("data/evidence/C-1.pdf".to_owned(), new);
        },
    ),
    (
        "a replaced exhibit that points at a withheld entry",
        "names a file that is missing",
        |bag| {
            let (old, new) = (
                bag.files["data/evidence/C-1.pdf"].clone(),
                b"another".to_vec(),
            );
            bag.edit(FILES, &sha(&old), &sha(&new));
            bag.edit(
                FILES,
                &format!("\"size\":{}", old.len()),
                &format!("\"size\":{}", new.len()),
            );
            bag.edit(FILES, "\"seq\":0", "\"seq\":2");
            bag.files.insert("data/evidence/C-1.pdf".to_owned(), new);
        },
    ),
    (
        "an exhibit that is gone from the list too",
        "names a file that is missing",
        |bag| {
            bag.files.remove("data/evidence/C-1.pdf");
            let mut listed: Vec<Listed> = serde_json::from_slice(&bag.files[FILES]).unwrap();
            listed.remove(0);
            bag.files
                .insert(FILES.to_owned(), serde_json::to_vec(&listed).unwrap());
        },
    ),
    (
        "an exhibit that is listed twice",
        "data/evidence/C-1.pdf",
        |bag| {
            let mut listed: Vec<Listed> = serde_json::from_slice(&bag.files[FILES]).unwrap();
            listed.push(listed[0].clone());
            bag.files
                .insert(FILES.to_owned(), serde_json::to_vec(&listed).unwrap());
        },
    ),
    (
        "an exhibit that nobody filed",
        "data/evidence/C-9.pdf",
        |bag| bag.put("data/evidence/C-9.pdf", "new"),
    ),
    ("no list of exhibits", FILES, |bag| {
        bag.files.remove(FILES);
    }),
    ("an older version of the form", "bagit.txt", |bag| {
        bag.edit("bagit.txt", "1.0", "0.97")
    }),
    ("a file beside the form", "run.sh", |bag| {
        bag.put("run.sh", "rm -rf /")
    }),
    ("no lines at all", "log/leaves", |bag| {
        bag.files.retain(|path, _| !path.starts_with("log/leaves/"))
    }),
];

#[test]
fn every_forgery_with_manifests_that_fit_is_found_where_it_was_made() {
    for (name, place, forge) in FORGERIES {
        let mut bag = Bag::whole(500, 1);
        let trust = bag.trust();
        forge(&mut bag);
        bag.manifests();
        let said = found(&bag.packed(), &trust).unwrap_or_else(|| panic!("{name} was not found"));
        assert!(said.contains(place), "{name}: {said}");
    }
}

#[test]
fn manifests_that_do_not_fit_are_found() {
    let cases: [Forgery; 5] = [
        ("a line is missing", "data/README.txt", |bag| {
            let text = bag.text(MANIFEST);
            let kept: Vec<&str> = text
                .lines()
                .filter(|line| !line.ends_with("README.txt"))
                .collect();
            bag.put(MANIFEST, &(kept.join("\n") + "\n"));
        }),
        ("a line too many", "data/more", |bag| {
            let more = format!("{}{}  data/more\n", bag.text(MANIFEST), sha(b""));
            let mut lines: Vec<&str> = more.lines().collect();
            lines.sort_by_key(|line| line[66..].to_owned());
            bag.put(MANIFEST, &(lines.join("\n") + "\n"));
        }),
        ("lines in another order", MANIFEST, |bag| {
            let text = bag.text(MANIFEST);
            let lines: Vec<&str> = text.lines().rev().collect();
            bag.put(MANIFEST, &(lines.join("\n") + "\n"));
        }),
        ("a changed paper", "data/README.txt", |bag| {
            bag.put("data/README.txt", "Read this.\n")
        }),
        ("a changed tag", "bag-info.txt", |bag| {
            bag.put("bag-info.txt", "x\n")
        }),
    ];
    for (name, place, forge) in cases {
        let mut bag = Bag::whole(500, 1);
        let trust = bag.trust();
        forge(&mut bag);
        let said = found(&bag.packed(), &trust).unwrap_or_else(|| panic!("{name} was not found"));
        assert!(
            said.contains(place) || said.contains(TAG_MANIFEST),
            "{name}: {said}"
        );
    }
}

#[test]
fn an_archive_that_is_packed_otherwise_is_none_of_ours() {
    let bag = Bag::whole(500, 1);
    let mut other = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in &bag.files {
        other
            .start_file(
                format!("{ROOT}/{path}"),
                zip::write::SimpleFileOptions::default(),
            )
            .unwrap();
        other.write_all(bytes).unwrap();
    }
    let bytes = other.finish().unwrap().into_inner();
    assert!(found(&bytes, &bag.trust()).unwrap().contains("changed"));
    assert!(found(b"PK", &bag.trust()).is_some() && found(b"", &bag.trust()).is_some());
}
