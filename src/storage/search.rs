//! Words in the texts of cases. The program cuts texts into words itself, the same way for texts and questions, so
//! both databases find the same and neither one's query language can be reached.
//!
//! Scripts written without spaces are cut into pairs of characters; a question of several characters is a phrase.

use super::connection::{Kind, MultiBackend};
use super::schema::cases;
use super::types::Uid;
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::ids::CaseId;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Text};
use std::collections::BTreeMap;
use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

/// Longer words are cut, in texts and questions alike; PostgreSQL takes no word beyond 2 KB.
const LONGEST_WORD: usize = 64;
/// Bytes of words kept of one part of a case; PostgreSQL takes 1 MB.
const MOST_BYTES: usize = 300_000;
/// Words of a question that count.
const MOST_TERMS: usize = 12;

/// Keeps the words of a part of a case (its title, a claim, an exhibit's description) instead of what was kept for
/// that part before.
pub fn put(tx: &mut WriteTx<'_>, case: CaseId, part: &str, text: &str) -> StorageResult<()> {
    let words = index_words(text);
    match tx.kind() {
        Kind::Postgres => {
            sql_query(
                "INSERT INTO case_texts (case_id, part, words) VALUES ($1, $2, CAST($3 AS TSVECTOR)) \
                 ON CONFLICT (case_id, part) DO UPDATE SET words = excluded.words",
            )
            .bind::<Uid, _>(case)
            .bind::<Text, _>(part)
            .bind::<Text, _>(tsvector(&words))
            .execute(tx.connection())?;
        }
        Kind::Sqlite => {
            let no = match find_sqlite_row(tx, case, part)? {
                Some(no) => {
                    sql_query("DELETE FROM case_words WHERE rowid = ?")
                        .bind::<BigInt, _>(no)
                        .execute(tx.connection())?;
                    no
                }
                None => {
                    sql_query("INSERT INTO case_texts (case_id, part) VALUES (?, ?) RETURNING no")
                        .bind::<Uid, _>(case)
                        .bind::<Text, _>(part)
                        .get_result::<TextNo>(tx.connection())?
                        .no
                }
            };
            sql_query("INSERT INTO case_words (rowid, words) VALUES (?, ?)")
                .bind::<BigInt, _>(no)
                .bind::<Text, _>(words.join(" "))
                .execute(tx.connection())?;
        }
    }
    Ok(())
}

/// Forgets the words of a case.
pub fn delete(tx: &mut WriteTx<'_>, case: CaseId) -> StorageResult<()> {
    if tx.kind() == Kind::Sqlite {
        sql_query(
            "DELETE FROM case_words WHERE rowid IN (SELECT no FROM case_texts WHERE case_id = ?)",
        )
        .bind::<Uid, _>(case)
        .execute(tx.connection())?;
    }
    let statement = match tx.kind() {
        Kind::Postgres => "DELETE FROM case_texts WHERE case_id = $1",
        Kind::Sqlite => "DELETE FROM case_texts WHERE case_id = ?",
    };
    sql_query(statement)
        .bind::<Uid, _>(case)
        .execute(tx.connection())?;
    Ok(())
}

/// Cases that hold every word of the question somewhere, newest first; the last word may be a beginning. Lists that
/// filter by more use [`super::cases::lists::CaseFilter::words`].
pub fn find(tx: &mut ReadTx<'_>, question: &str, limit: i64) -> StorageResult<Vec<CaseId>> {
    let Some(terms) = terms(tx.kind(), question) else {
        return Ok(Vec::new());
    };
    let mut query = cases::table.select(cases::id).into_boxed::<MultiBackend>();
    for term in terms {
        query = query.filter(holds(tx.kind(), term));
    }
    Ok(query
        .order(cases::id.desc())
        .limit(limit)
        .load(tx.connection())?)
}

/// The terms of a question as the database understands them; none if there is no word in it.
pub(in crate::storage) fn terms(kind: Kind, question: &str) -> Option<Vec<String>> {
    let runs = runs(question);
    let last = runs.len().checked_sub(1)?;
    let terms = runs
        .iter()
        .enumerate()
        .take(MOST_TERMS)
        .map(|(position, run)| {
            let words = run.question_words();
            // A single character of a script in pairs is the beginning of every pair it begins.
            let is_beginning = position == last
                || matches!(run, Run::Unspaced(characters) if characters.len() == 1);
            match kind {
                Kind::Postgres => {
                    let phrase: Vec<_> = words.iter().map(|word| format!("'{word}'")).collect();
                    format!(
                        "{}{}",
                        phrase.join(" <-> "),
                        if is_beginning { ":*" } else { "" }
                    )
                }
                Kind::Sqlite => format!(
                    "\"{}\"{}",
                    words.join(" "),
                    if is_beginning { " *" } else { "" }
                ),
            }
        });
    Some(terms.collect())
}

/// That a row of `cases` holds a term.
pub(in crate::storage) fn holds(
    kind: Kind,
    term: String,
) -> Box<dyn BoxableExpression<cases::table, MultiBackend, SqlType = Bool>> {
    let (before, behind) = match kind {
        Kind::Postgres => (
            "cases.id IN (SELECT case_id FROM case_texts WHERE words @@ CAST(",
            " AS TSQUERY))",
        ),
        Kind::Sqlite => (
            "cases.id IN (SELECT case_texts.case_id FROM case_words JOIN case_texts ON case_texts.no = case_words.rowid \
             WHERE case_words MATCH ",
            ")",
        ),
    };
    Box::new(sql::<Bool>(before).bind::<Text, _>(term).sql(behind))
}

#[derive(QueryableByName)]
struct TextNo {
    #[diesel(sql_type = BigInt)]
    no: i64,
}

fn find_sqlite_row(tx: &mut ReadTx<'_>, case: CaseId, part: &str) -> StorageResult<Option<i64>> {
    let row: Option<TextNo> = sql_query("SELECT no FROM case_texts WHERE case_id = ? AND part = ?")
        .bind::<Uid, _>(case)
        .bind::<Text, _>(part)
        .get_result(tx.connection())
        .optional()?;
    Ok(row.map(|row| row.no))
}

/// A piece of text without anything between.
#[derive(Debug, PartialEq)]
enum Run {
    /// A word of a script with spaces.
    Word(String),
    /// Characters of a script without.
    Unspaced(Vec<char>),
}

impl Run {
    /// What is kept of it: pairs, and the last character alone, so that each character begins something.
    fn index_words(&self) -> Vec<String> {
        match self {
            Self::Word(word) => vec![word.clone()],
            Self::Unspaced(characters) => (0..characters.len())
                .map(|at| characters[at..].iter().take(2).collect())
                .collect(),
        }
    }

    /// What is looked for: pairs, or the only character.
    fn question_words(&self) -> Vec<String> {
        match self {
            Self::Unspaced(characters) if characters.len() > 1 => characters
                .windows(2)
                .map(|pair| pair.iter().collect())
                .collect(),
            _ => self.index_words(),
        }
    }
}

fn index_words(text: &str) -> Vec<String> {
    let mut bytes = 0;
    let words = runs(text).into_iter().flat_map(|run| run.index_words());
    words
        .take_while(|word| {
            bytes += word.len();
            bytes <= MOST_BYTES
        })
        .collect()
}

/// Cuts a text: compatible forms made one (full-width letters, ligatures), lower case, split at whatever is neither
/// letter nor digit and where scripts with and without spaces meet.
fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    // Whether the last run can be added to.
    let mut is_open = false;
    for character in text.nfkc().flat_map(char::to_lowercase) {
        if !character.is_alphanumeric() {
            is_open = false;
            continue;
        }
        match (runs.last_mut(), is_unspaced(character)) {
            (Some(Run::Unspaced(characters)), true) if is_open => characters.push(character),
            (Some(Run::Word(word)), false) if is_open => {
                if word.chars().count() < LONGEST_WORD {
                    word.push(character);
                }
            }
            (_, true) => runs.push(Run::Unspaced(vec![character])),
            (_, false) => runs.push(Run::Word(character.to_string())),
        }
        is_open = true;
    }
    runs
}

/// Whether the character belongs to a script that puts no spaces between words (and Korean, which puts them between
/// phrases).
fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{0E00}'..='\u{0EFF}'     // Thai, Lao
        | '\u{1000}'..='\u{109F}'   // Burmese
        | '\u{1780}'..='\u{17FF}'   // Khmer
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30FF}'   // Japanese syllables
        | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}'   // Chinese characters
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}'   // Korean syllables
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}')
}

/// The words with their positions in PostgreSQL's own notation, past its parser, which depends on the locale.
fn tsvector(words: &[String]) -> String {
    // PostgreSQL's limits: the last position, and positions of one word.
    const LAST_POSITION: usize = 16_383;
    const MOST_POSITIONS: usize = 255;
    let mut positions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (position, word) in words.iter().enumerate() {
        let of_word = positions.entry(word).or_default();
        if of_word.len() < MOST_POSITIONS {
            of_word.push((position + 1).min(LAST_POSITION));
        }
    }
    let mut vector = String::new();
    for (word, of_word) in positions {
        // Words are letters and digits only: nothing to escape.
        let _ = write!(vector, "'{word}':");
        for (index, position) in of_word.iter().enumerate() {
            let _ = write!(vector, "{}{position}", if index == 0 { "" } else { "," });
        }
        vector.push(' ');
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_into_words_and_pairs() {
        assert_eq!(
            index_words("Müller's ＡＢＣ-12, iPhone手机壳!"),
            ["müller", "s", "abc", "12", "iphone", "手机", "机壳", "壳"]
        );
        assert_eq!(index_words("  …  "), Vec::<String>::new());
    }

    #[test]
    fn questions_cannot_reach_a_query_language() {
        assert_eq!(
            terms(Kind::Sqlite, "a\" OR b* NEAR(c").unwrap(),
            ["\"a\"", "\"or\"", "\"b\"", "\"near\"", "\"c\" *"]
        );
        assert_eq!(
            terms(Kind::Postgres, "a' | !b:* & \\c").unwrap(),
            ["'a'", "'b'", "'c':*"]
        );
        assert_eq!(
            terms(Kind::Sqlite, "商标侵权").unwrap(),
            ["\"商标 标侵 侵权\" *"]
        );
        assert_eq!(
            terms(Kind::Postgres, "商标 权 x").unwrap(),
            ["'商标'", "'权':*", "'x':*"]
        );
        assert_eq!(terms(Kind::Sqlite, "?!"), None);
    }

    #[test]
    fn positions_stay_within_what_postgres_takes() {
        let words: Vec<_> = (0..20_000)
            .map(|n| {
                if n % 2 == 0 {
                    "a".to_owned()
                } else {
                    format!("w{n}")
                }
            })
            .collect();
        let vector = tsvector(&words);
        assert!(vector.starts_with("'a':1,3,5,"));
        assert!(vector.contains("'w19999':16383 "));
    }
}
