//! Conditions of steps: small, typed, total. A condition asks the case a question from a closed list, or
//! compares one answer of a document that was filed; `not`, `and`, `or` and brackets join them. There is no
//! loop but `count` and `sum` over an answer that holds several things, no input and no output, and every
//! condition has a value whatever the case holds: an answer nobody gave compares as false.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;

use super::words::Guard;

/// What a condition may ask a case.
pub trait Facts {
    /// The answer to one of the questions of the closed list.
    fn guard(&self, guard: Guard) -> bool;

    /// What was answered in a field of a document; none where nothing was.
    fn answer(&self, document: &str, field: &str) -> Option<Fact> {
        let _ = (document, field);
        None
    }
}

impl<F: Fn(&str) -> bool + ?Sized> Facts for F {
    fn guard(&self, guard: Guard) -> bool {
        self(guard.as_str())
    }
}

/// An answer as conditions see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// One of the options of a choice, `yes` or `no`.
    Word(String),
    /// Numbers, one or several.
    Numbers(Vec<i64>),
    /// How many things the answer holds, where they are no numbers.
    Several(usize),
}

/// A comparison of numbers or words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Compare {
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Compare {
    const ALL: [(&'static str, Self); 6] = [
        ("!=", Self::IsNot),
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("=", Self::Is),
        ("<", Self::Less),
        (">", Self::More),
    ];

    /// The sign.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Is => "=",
            Self::IsNot => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }

    fn holds<T: PartialOrd + ?Sized>(self, left: &T, right: &T) -> bool {
        match self {
            Self::Is => left == right,
            Self::IsNot => left != right,
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::More => left > right,
            Self::AtLeast => left >= right,
        }
    }
}

/// What of an answer is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Of {
    /// The answer itself.
    Itself,
    /// How many things it holds.
    Count,
    /// The sum of its numbers.
    Sum,
}

/// What it is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Literal {
    /// An option, `yes` or `no`.
    Word(String),
    /// A number.
    Number(i64),
}

/// One comparison of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Asked {
    /// What of the answer.
    pub of: Of,
    /// The document.
    pub document: String,
    /// Its field.
    pub field: String,
    /// How.
    pub compare: Compare,
    /// With what.
    pub with: Literal,
}

impl Asked {
    fn holds(&self, facts: &dyn Facts) -> bool {
        let Some(fact) = facts.answer(&self.document, &self.field) else {
            // Nothing of it was filed: there is nothing to count, and no answer to compare.
            return matches!((self.of, &self.with), (Of::Count | Of::Sum, Literal::Number(n)) if self.compare.holds(&0, n));
        };
        match (self.of, fact, &self.with) {
            (Of::Itself, Fact::Word(word), Literal::Word(with)) => {
                self.compare.holds(word.as_str(), with.as_str())
            }
            (Of::Itself, Fact::Numbers(all), Literal::Number(with)) => {
                all.len() == 1 && all.iter().all(|n| self.compare.holds(n, with))
            }
            (Of::Count, Fact::Several(n), Literal::Number(with)) => {
                i64::try_from(n).is_ok_and(|n| self.compare.holds(&n, with))
            }
            (Of::Count, Fact::Numbers(all), Literal::Number(with)) => {
                i64::try_from(all.len()).is_ok_and(|n| self.compare.holds(&n, with))
            }
            (Of::Sum, Fact::Numbers(all), Literal::Number(with)) => {
                let sum = all.iter().fold(0_i64, |sum, n| sum.saturating_add(*n));
                self.compare.holds(&sum, with)
            }
            _ => false,
        }
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            of,
            document,
            field,
            compare,
            with,
        } = self;
        match of {
            Of::Itself => write!(f, "{document}.{field}")?,
            Of::Count => write!(f, "count({document}.{field})")?,
            Of::Sum => write!(f, "sum({document}.{field})")?,
        }
        write!(f, " {} ", compare.as_str())?;
        match with {
            Literal::Word(word) => f.write_str(word),
            Literal::Number(n) => write!(f, "{n}"),
        }
    }
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub enum Condition {
    /// A question of the closed list.
    Guard(Guard),
    /// A comparison of an answer.
    Asked(Asked),
    /// The opposite.
    Not(Box<Condition>),
    /// All of them.
    And(Vec<Condition>),
    /// At least one of them.
    Or(Vec<Condition>),
}

impl Condition {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self, facts: &dyn Facts) -> bool {
        match self {
            Self::Guard(guard) => facts.guard(*guard),
            Self::Asked(asked) => asked.holds(facts),
            Self::Not(inner) => !inner.holds(facts),
            Self::And(all) => all.iter().all(|part| part.holds(facts)),
            Self::Or(any) => any.iter().any(|part| part.holds(facts)),
        }
    }

    /// Whether it holds or not whatever its open parts turn out to be; none where that hangs on them.
    #[must_use]
    pub fn settled(&self, facts: &dyn Facts, is_open: &dyn Fn(&Self) -> bool) -> Option<bool> {
        let settled = |part: &Self| part.settled(facts, is_open);
        match self {
            Self::Guard(_) | Self::Asked(_) => (!is_open(self)).then(|| self.holds(facts)),
            Self::Not(inner) => settled(inner).map(|holds| !holds),
            Self::And(all) if all.iter().any(|part| settled(part) == Some(false)) => Some(false),
            Self::And(all) => all
                .iter()
                .all(|part| settled(part).is_some())
                .then_some(true),
            Self::Or(any) if any.iter().any(|part| settled(part) == Some(true)) => Some(true),
            Self::Or(any) => any
                .iter()
                .all(|part| settled(part).is_some())
                .then_some(false),
        }
    }

    /// What of it is left to hang on its open parts, where the others are known; itself where nothing is.
    #[must_use]
    pub fn left_open(&self, facts: &dyn Facts, is_open: &dyn Fn(&Self) -> bool) -> Self {
        let (parts, rebuilt): (_, fn(Vec<Self>) -> Self) = match self {
            Self::And(parts) => (parts, Self::And),
            Self::Or(parts) => (parts, Self::Or),
            Self::Guard(_) | Self::Asked(_) | Self::Not(_) => return self.clone(),
        };
        let mut left: Vec<Self> = parts
            .iter()
            .filter(|part| part.settled(facts, is_open).is_none())
            .map(|part| part.left_open(facts, is_open))
            .collect();
        match left.len() {
            0 => self.clone(),
            1 => left.remove(0),
            _ => rebuilt(left),
        }
    }

    /// The parts that are true or false by themselves, each once.
    #[must_use]
    pub fn atoms(&self) -> BTreeSet<&Self> {
        match self {
            Self::Guard(_) | Self::Asked(_) => BTreeSet::from([self]),
            Self::Not(inner) => inner.atoms(),
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::atoms).collect(),
        }
    }

    /// The comparisons in it.
    pub fn comparisons(&self) -> impl Iterator<Item = &Asked> {
        self.atoms().into_iter().filter_map(|atom| match atom {
            Self::Asked(asked) => Some(asked),
            _ => None,
        })
    }

    /// Its value where these of its atoms are true and the others false.
    fn value(&self, held: &BTreeSet<&Self>) -> bool {
        match self {
            Self::Guard(_) | Self::Asked(_) => held.contains(self),
            Self::Not(inner) => !inner.value(held),
            Self::And(all) => all.iter().all(|part| part.value(held)),
            Self::Or(any) => any.iter().any(|part| part.value(held)),
        }
    }
}

/// Most different questions in the conditions of one step that are proved together.
const MOST_ATOMS: usize = 10;

/// Whether one of the conditions holds whatever the case is; a step without a condition always does.
/// Comparisons of one answer are taken as independent, so that a table which is only complete because of
/// what the numbers mean is not seen as complete: end it with a step without condition.
pub(super) fn is_total<'a>(conditions: impl Iterator<Item = Option<&'a Condition>>) -> bool {
    let mut all = Vec::new();
    for condition in conditions {
        match condition {
            None => return true,
            Some(condition) => all.push(condition),
        }
    }
    let atoms: Vec<&Condition> = all
        .iter()
        .flat_map(|condition| condition.atoms())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    if all.is_empty() || atoms.len() > MOST_ATOMS {
        return false;
    }
    (0_u32..1 << atoms.len()).all(|bits| {
        let held = atoms
            .iter()
            .enumerate()
            .filter(|(at, _)| bits >> at & 1 == 1)
            .map(|(_, atom)| *atom)
            .collect();
        all.iter().any(|condition| condition.value(&held))
    })
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |f: &mut fmt::Formatter<'_>, parts: &[Self], word: &str| {
            f.write_str("(")?;
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    write!(f, " {word} ")?;
                }
                write!(f, "{part}")?;
            }
            f.write_str(")")
        };
        match self {
            Self::Guard(guard) => write!(f, "{guard}"),
            Self::Asked(asked) => write!(f, "{asked}"),
            Self::Not(inner) => write!(f, "not {inner}"),
            Self::And(parts) => joined(f, parts, "and"),
            Self::Or(parts) => joined(f, parts, "or"),
        }
    }
}

impl TryFrom<String> for Condition {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let tokens = tokens(&text)?;
        let mut reader = Reader {
            tokens: &tokens,
            at: 0,
        };
        let found = reader.or(0)?;
        match reader.peek() {
            None => Ok(found),
            Some(word) => Err(format!(
                "`{word}` follows the condition, expected and or or"
            )),
        }
    }
}

/// How deep brackets and `not` may go.
const MOST_DEPTH: usize = 16;

struct Reader<'a> {
    tokens: &'a [String],
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    fn next(&mut self) -> Option<&'a str> {
        let found = self.peek();
        self.at += 1;
        found
    }

    fn takes(&mut self, word: &str) -> bool {
        let is = self.peek() == Some(word);
        self.at += usize::from(is);
        is
    }

    fn expects(&mut self, word: &str) -> Result<(), String> {
        if self.takes(word) {
            return Ok(());
        }
        let found = self.peek().unwrap_or("nothing");
        Err(format!("`{found}` in a condition, expected `{word}`"))
    }

    fn or(&mut self, depth: usize) -> Result<Condition, String> {
        let mut parts = vec![self.and(depth)?];
        while self.takes("or") {
            parts.push(self.and(depth)?);
        }
        Ok(one_or(parts, Condition::Or))
    }

    fn and(&mut self, depth: usize) -> Result<Condition, String> {
        let mut parts = vec![self.not(depth)?];
        while self.takes("and") {
            parts.push(self.not(depth)?);
        }
        Ok(one_or(parts, Condition::And))
    }

    fn not(&mut self, depth: usize) -> Result<Condition, String> {
        if depth > MOST_DEPTH {
            return Err("a condition is too deep, expected fewer brackets".to_owned());
        }
        if self.takes("not") {
            return Ok(Condition::Not(Box::new(self.not(depth + 1)?)));
        }
        if self.takes("(") {
            let inner = self.or(depth + 1)?;
            self.expects(")")?;
            return Ok(inner);
        }
        self.atom()
    }

    fn atom(&mut self) -> Result<Condition, String> {
        let word = self.next().unwrap_or_default();
        let of = match word {
            "count" => Of::Count,
            "sum" => Of::Sum,
            _ => Of::Itself,
        };
        let path = if of == Of::Itself {
            word
        } else {
            self.expects("(")?;
            let path = self.next().unwrap_or_default();
            self.expects(")")?;
            path
        };
        let Some((document, field)) = path.split_once('.') else {
            let guard = Guard::from_word(word).ok_or_else(|| {
                let known: Vec<&str> = Guard::ALL.iter().map(|known| known.as_str()).collect();
                format!("unknown guard `{word}`, expected one of {}, or a comparison such as response.panel = three", known.join(", "))
            })?;
            return Ok(Condition::Guard(guard));
        };
        let sign = self.next().unwrap_or_default();
        let compare = Compare::ALL
            .into_iter()
            .find(|(known, _)| *known == sign)
            .map(|(_, compare)| compare)
            .ok_or_else(|| {
                format!("`{sign}` after `{path}`, expected one of =, !=, <, <=, >, >=")
            })?;
        let with = self.next().unwrap_or_default();
        let with = match with.parse() {
            Ok(number) => Literal::Number(number),
            Err(_) if !with.is_empty() => Literal::Word(with.to_owned()),
            Err(_) => {
                return Err(format!(
                    "`{path} {sign}` ends there, expected a word or a number"
                ));
            }
        };
        Ok(Condition::Asked(Asked {
            of,
            document: document.to_owned(),
            field: field.to_owned(),
            compare,
            with,
        }))
    }
}

fn one_or(mut parts: Vec<Condition>, join: fn(Vec<Condition>) -> Condition) -> Condition {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            join(parts)
        }
        None => join(parts),
    }
}

fn tokens(text: &str) -> Result<Vec<String>, String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            ' ' => {}
            '(' | ')' | '=' => tokens.push(sign.to_string()),
            '!' | '<' | '>' => {
                let mut token = sign.to_string();
                if signs.next_if_eq(&'=').is_some() {
                    token.push('=');
                }
                tokens.push(token);
            }
            'a'..='z' | '0'..='9' | '_' | '-' => {
                let mut token = sign.to_string();
                while let Some(more) =
                    signs.next_if(|next| matches!(next, 'a'..='z' | '0'..='9' | '_' | '-' | '.'))
                {
                    token.push(more);
                }
                tokens.push(token);
            }
            other => {
                return Err(format!(
                    "`{other}` in a condition, expected words, numbers, brackets and comparisons"
                ));
            }
        }
    }
    Ok(tokens)
}

#[cfg(test)]
mod tests;
