//! Who may do what, as a table that reviewers see change.

use redress::domain::Role;
use redress::domain::acts::Act;
use redress::domain::permissions::may;
use std::fmt::Write;

#[test]
fn the_table_of_permissions_is_as_reviewed() {
    let mut table = String::from("act                          ");
    for role in Role::ALL {
        let _ = write!(table, " {:<13}", role.as_str());
    }
    table = table.trim_end().to_owned() + "\n";
    for act in Act::NAMES {
        let mut line = format!("{act:<29}");
        for role in Role::ALL {
            let _ = write!(line, " {:<13}", if may(role, act) { "yes" } else { "-" });
        }
        let _ = writeln!(table, "{}", line.trim_end());
    }
    crate::support::golden("permissions.txt", &table);
}

#[test]
fn every_act_is_open_to_somebody() {
    for act in Act::NAMES {
        assert!(Role::ALL.into_iter().any(|role| may(role, act)), "{act}");
    }
}
