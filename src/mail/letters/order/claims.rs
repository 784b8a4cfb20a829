//! What the other side says and wants, for letters by which a person learns of a case.

use crate::domain::cases::CaseFile;
use crate::mail::letters::{Kind, Line, Value};

/// The words of the notice or complaint, and whose they are.
pub(super) fn claim(kind: Kind, file: &CaseFile) -> Option<(String, &str)> {
    let claimant = file.claimant()?.name.clone();
    let words = match kind {
        Kind::NoticeServed | Kind::ReasonsTold | Kind::TakedownOrder => {
            file.notice.as_ref()?.statement.as_str()
        }
        Kind::ComplaintServed => file.complaint.as_ref()?.statement.as_str(),
        _ => return None,
    };
    Some((claimant, words))
}

/// The right relied on, or the goods and what is wanted.
pub(super) fn claim_lines(kind: Kind, file: &CaseFile) -> Vec<Line> {
    match kind {
        Kind::NoticeServed | Kind::ReasonsTold | Kind::TakedownOrder => {
            right(file).into_iter().collect()
        }
        Kind::ComplaintServed => order(file),
        _ => Vec::new(),
    }
}

fn right(file: &CaseFile) -> Option<Line> {
    let right = &file.notice.as_ref()?.right;
    let kind = Value::word(&format!("letter-right-{}", right.kind.as_str()));
    let line = match right.territory.trim() {
        "" => Line::new("letter-right"),
        territory => Line::new("letter-right-in").with("territory", territory),
    };
    Some(
        line.with("kind", kind)
            .with("number", right.number.as_str()),
    )
}

fn order(file: &CaseFile) -> Vec<Line> {
    let Some(complaint) = &file.complaint else {
        return Vec::new();
    };
    let wanted = Value::word(&format!("letter-remedy-{}", complaint.remedy.as_str()));
    let mut lines = vec![
        Line::new("letter-complaint-order")
            .with("goods", complaint.goods.as_str())
            .with("order", complaint.order_reference.as_str()),
        Line::new("letter-complaint-wanted").with("wanted", wanted),
    ];
    if let Some(amount) = &complaint.amount {
        let sum = Value::money(amount.minor, &amount.currency);
        lines.push(Line::new("letter-owed-amount").with("sum", sum));
    }
    lines
}
