//! Who may write to whom.

use super::{Audience, Message};
use crate::domain::Role;
use crate::domain::acts::{Addressee, Effect, Refusal};
use crate::domain::cases::Planner;

/// Longest message, in characters.
pub const MAX_MESSAGE: usize = 8_000;

/// Sends a message.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn send(
    planner: &mut Planner<'_>,
    audience: Audience,
    to_party: Option<u32>,
    text: &str,
) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Missing {
            what: "message".into(),
        });
    }
    if text.chars().count() > MAX_MESSAGE {
        return Err(Refusal::Limit {
            what: "characters".into(),
            limit: MAX_MESSAGE as u64,
        });
    }
    let role = planner.actor.role;
    // The tribunal never writes to one side alone; only the registry answers a single party.
    let single_ok = to_party.is_none() || role == Role::CaseManager;
    let audience_ok = match role {
        Role::Arbitrator => audience == Audience::Everyone,
        Role::System | Role::Administrator => false,
        _ => true,
    };
    if !single_ok || !audience_ok {
        return Err(Refusal::NotYours {
            act: "message.send".into(),
        });
    }
    if let Some(no) = to_party
        && planner.file.party(no).is_none()
    {
        return Err(Refusal::Unknown {
            what: format!("party {no}"),
        });
    }
    let message = Message {
        no: super::super::cases::next_no(planner.file.messages.len()),
        party: planner.actor.party,
        role,
        name: planner.actor.name.clone(),
        audience,
        to_party,
        text: text.trim().to_owned(),
        sent_at: planner.now,
    };
    let readers: Vec<Addressee> = planner
        .file
        .parties
        .iter()
        .filter(|p| {
            Some(p.no) != planner.actor.party && planner.file.may_read(&message, p.role, Some(p.no))
        })
        .map(|p| Addressee::Party(p.no))
        .collect();
    let registry = role != Role::CaseManager && audience == Audience::Registry;
    let tribunal: Vec<Addressee> = if audience == Audience::Everyone && role != Role::Arbitrator {
        planner
            .file
            .tracks
            .iter()
            .filter_map(|t| planner.file.sitting(t.no))
            .map(|s| Addressee::Account(s.account))
            .collect()
    } else {
        Vec::new()
    };
    planner.does(Effect::MessageSent { message });
    planner.tell(
        "message-received",
        readers
            .into_iter()
            .chain(registry.then_some(Addressee::Registry))
            .chain(tribunal),
        None,
        "messages",
    );
    Ok(())
}
