//! What a password must be: long enough, and not one that is tried first. No rules about capitals or signs:
//! they make passwords worse (NIST SP 800-63B, 3.1.1.2).

use crate::storage::accounts::{self, AccountRow};
use crate::storage::{StorageResult, WriteTx};
use jiff::Timestamp;

/// Fewest characters.
pub const LENGTH_MIN: usize = 12;
/// Most characters; longer ones only cost the machine time.
pub const LENGTH_MAX: usize = 128;

/// A hash that no password has: for an account whose password was chosen by somebody who never
/// showed that the address is theirs.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Confirms the address of an account whose owner showed it by another letter than the one that was
/// sent for this password. A password from before is not theirs for certain and stops working.
///
/// # Errors
/// Faults of the database.
pub fn confirm_owner_in(
    tx: &mut WriteTx<'_>,
    account: &AccountRow,
    now: Timestamp,
) -> StorageResult<()> {
    if account.confirmed_at.is_none() {
        accounts::mark_confirmed(tx, account.id, now)?;
        if account.password_hash.is_some() {
            accounts::set_password(tx, account.id, NOBODYS)?;
        }
    }
    Ok(())
}

/// Whether the owner of the account has a password.
pub fn has_password(account: &AccountRow) -> bool {
    account
        .password_hash
        .as_deref()
        .is_some_and(|hash| hash != NOBODYS)
}

/// Words that the most used passwords are made of, alone, repeated, or with figures and signs around them.
const COMMON: [&str; 108] = [
    "password",
    "passwort",
    "passw0rd",
    "p@ssword",
    "p@ssw0rd",
    "passwordpassword",
    "mypassword",
    "newpassword",
    "changeme",
    "letmein",
    "letmeinplease",
    "welcome",
    "welcomehome",
    "secret",
    "topsecret",
    "default",
    "guest",
    "admin",
    "administrator",
    "adminadmin",
    "root",
    "user",
    "login",
    "master",
    "superman",
    "batman",
    "spiderman",
    "pokemon",
    "starwars",
    "dragon",
    "monkey",
    "donkey",
    "tiger",
    "eagle",
    "horse",
    "kitty",
    "hellokitty",
    "butterfly",
    "chocolate",
    "cookie",
    "cheese",
    "banana",
    "orange",
    "pepper",
    "ginger",
    "flower",
    "sunshine",
    "summer",
    "winter",
    "autumn",
    "spring",
    "january",
    "december",
    "football",
    "baseball",
    "basketball",
    "hockey",
    "soccer",
    "liverpool",
    "chelsea",
    "arsenal",
    "barcelona",
    "realmadrid",
    "manchester",
    "mustang",
    "ferrari",
    "porsche",
    "mercedes",
    "computer",
    "internet",
    "samsung",
    "google",
    "facebook",
    "microsoft",
    "iloveyou",
    "iloveyouforever",
    "loveyou",
    "lovely",
    "princess",
    "angel",
    "jesus",
    "jesuschrist",
    "michael",
    "jordan",
    "michelle",
    "jessica",
    "jennifer",
    "charlie",
    "daniel",
    "thomas",
    "trustno",
    "whatever",
    "nothing",
    "freedom",
    "shadow",
    "killer",
    "hunter",
    "qwerty",
    "qwertyuiop",
    "qwertz",
    "azerty",
    "asdfghjkl",
    "zxcvbnm",
    "qazwsx",
    "qweasdzxc",
    "abcdefgh",
    "woaini",
    "mima",
];

/// Rows of keys and figures that people run a finger along, there and back.
const RUNS: [&str; 6] = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn",
];

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Weak {
    /// Fewer than [`LENGTH_MIN`] characters
    #[error("too short")]
    Short,
    /// More than [`LENGTH_MAX`] characters
    #[error("too long")]
    Long,
    /// The person's own name or address
    #[error("the person's name or address")]
    Own,
    /// One of those that are tried first
    #[error("among the most used")]
    Common,
}

/// Checks a new password of somebody with this name and address.
///
/// # Errors
/// Says what is wrong with it.
pub fn check(password: &str, name: &str, email: &str) -> Result<(), Weak> {
    let length = password.chars().count();
    if length < LENGTH_MIN {
        return Err(Weak::Short);
    }
    if length > LENGTH_MAX {
        return Err(Weak::Long);
    }
    let plain = |text: &str| {
        text.to_lowercase()
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
    };
    let typed = plain(password);
    let mailbox = email.split('@').next().unwrap_or_default();
    if [name, email, mailbox]
        .iter()
        .any(|own| !own.is_empty() && typed == plain(own))
    {
        return Err(Weak::Own);
    }
    if is_common(&typed) {
        Err(Weak::Common)
    } else {
        Ok(())
    }
}

fn is_common(typed: &str) -> bool {
    let core = typed.trim_matches(|c: char| !c.is_alphabetic());
    COMMON
        .iter()
        .any(|word| is_repeated(typed, word) || is_repeated(core, word))
        || is_short_pattern(typed)
        || is_run(typed)
}

/// `abcabcabc` is `abc` repeated; a beginning of it may end it.
fn is_repeated(text: &str, part: &str) -> bool {
    !text.is_empty()
        && !part.is_empty()
        && text.len() >= part.len()
        && text.chars().zip(part.chars().cycle()).all(|(a, b)| a == b)
}

/// One to four characters over and over.
fn is_short_pattern(text: &str) -> bool {
    (1..=4).any(|length| {
        let part: String = text.chars().take(length).collect();
        is_repeated(text, &part)
    })
}

/// Nothing but pieces of rows of keys, each of four or more.
fn is_run(text: &str) -> bool {
    let backwards = RUNS.map(|run| run.chars().rev().collect::<String>());
    let rows: Vec<&str> = RUNS
        .into_iter()
        .chain(backwards.iter().map(String::as_str))
        .collect();
    let mut rest = text;
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let fits = |end: &usize| rows.iter().any(|row| row.contains(&rest[..*end]));
        let Some(end) = ends
            .take_while(fits)
            .last()
            .filter(|end| *end >= 4 || *end == rest.len())
        else {
            return false;
        };
        rest = &rest[end..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_of_ones_own_are_taken() {
        for good in [
            "correct horse battery",
            "my cat hates mondays",
            "暴风雨中的一盏小小路灯很亮",
            "tr0ub4dor&3-again",
            "bananas in pyjamas",
        ] {
            assert_eq!(check(good, "Wei Chen", "wei@example.org"), Ok(()), "{good}");
        }
    }

    #[test]
    fn length_counts_characters() {
        assert_eq!(check("elevenchars", "", ""), Err(Weak::Short));
        assert_eq!(check(&"ä?".repeat(65), "", ""), Err(Weak::Long));
        assert_eq!(check("海内存知己天涯若比邻一二", "", ""), Ok(()));
    }

    #[test]
    fn ones_own_name_and_address_are_refused() {
        for own in [
            "Wei Chen Guang",
            "weichenguang",
            "wei.chen.guang@example.org",
            "Wei.Chen.Guang",
        ] {
            assert_eq!(
                check(own, "Wei Chen Guang", "wei.chen.guang@example.org"),
                Err(Weak::Own),
                "{own}"
            );
        }
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for common in [
            "password1234",
            "PasswordPassword",
            "!!!Password!!!",
            "dragondragon1",
            "iloveyouforever",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "123456789012",
            "098765432109",
            "qwertyuiop12345",
            "1qaz2wsx3edc",
            "administrator",
            "woaini1314520",
        ] {
            assert_eq!(check(common, "", ""), Err(Weak::Common), "{common}");
        }
    }
}
