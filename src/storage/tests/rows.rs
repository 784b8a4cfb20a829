//! That every table is read and written through its rows, and what the lists promise.

use super::sample::{
    account, case, case_id, clock, draft, entry, letter, listing, minute, organisation, person,
    seed, uuid,
};
use super::{TestStore, on_both_databases};
use crate::domain::ids::{AccountId, DraftId, ExhibitLabel, LetterId, OrganisationId};
use crate::storage::accounts::{
    AccountFilter, MembershipRow, OrganisationKind, Profile, StaffRole,
};
use crate::storage::api::{ApiTokenRow, FormKeyRow, IdempotencyRow};
use crate::storage::cases::clocks::ClockState;
use crate::storage::cases::listings::QueueFilter;
use crate::storage::cases::lists::{CaseFilter, CaseOrder, Viewer};
use crate::storage::cases::projections::{
    self, AppointmentRow, BlobRow, ConductRow, ExhibitRow, ObligationRow, Projections, TaskRow,
};
use crate::storage::cases::{CaseKind, figures, listings, lists};
use crate::storage::drafts::{DraftKind, DraftOwner, Save};
use crate::storage::queue::{LetterState, SentText};
use crate::storage::roster::RosterRow;
use crate::storage::sessions::SessionRow;
use crate::storage::sessions::links::{LinkPurpose, LinkRow};
use crate::storage::sessions::{attempts, links};
use crate::storage::{
    ReadTx, StorageError, StorageResult, WriteTx, accounts, api, cases, considered, docket, drafts,
    queue, roster, search, sessions, settings,
};
use jiff::SignedDuration;
use serde_json::json;

impl TestStore {
    async fn wrote<T: Send + 'static>(
        &self,
        work: impl Fn(&mut WriteTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> T {
        self.store.write(work).await.unwrap()
    }

    async fn saw<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut ReadTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> T {
        self.store.read(work).await.unwrap()
    }
}

on_both_databases! {
    async fn accounts_are_kept_as_written(test) {
        test.wrote(|tx| seed(tx, 0)).await;
        assert_eq!(test.saw(|tx| accounts::get(tx, account(1).id)).await, account(1));
        assert_eq!(test.saw(|tx| accounts::get_organisation(tx, organisation(1).id)).await, organisation(1));
        assert_eq!(test.saw(|tx| accounts::find_organisation_by_key(tx, "market-2")).await, Some(organisation(2)));
        assert!(matches!(test.read(|tx| accounts::get(tx, AccountId(uuid(77)))).await, Err(StorageError::NotFound)));

        let member = MembershipRow {
            organisation_id: organisation(1).id,
            account_id: account(2).id,
            role: "officer".to_owned(),
            since_at: minute(3),
        };
        let row = member.clone();
        test.wrote(move |tx| accounts::insert_membership(tx, &row)).await;
        assert_eq!(
            test.saw(|tx| accounts::list_memberships_of(tx, account(2).id)).await,
            [(member.clone(), organisation(1))]
        );
        assert_eq!(test.saw(|tx| accounts::list_members(tx, organisation(1).id)).await, [(member, account(2))]);
        let of_market = AccountFilter { organisation_id: Some(organisation(1).id), ..Default::default() };
        assert_eq!(test.saw(move |tx| accounts::list(tx, &of_market, 10)).await, [account(2)]);
        let later = AccountFilter {
            staff_role: Some(StaffRole::CaseManager),
            after_email: Some(account(1).email),
            ..Default::default()
        };
        assert_eq!(test.saw(move |tx| accounts::list(tx, &later, 10)).await, [account(2), account(3)]);
        assert_eq!(test.saw(|tx| accounts::list_by_ids(tx, &[account(3).id])).await, [account(3)]);
        let markets = test.saw(|tx| accounts::list_organisations(tx, Some(OrganisationKind::Marketplace), 10)).await;
        assert_eq!(markets, [organisation(1), organisation(2)]);
        assert!(!test.saw(|tx| accounts::has_staff(tx, StaffRole::Administrator)).await);

        let changed = test
            .wrote(|tx| {
                let id = account(1).id;
                accounts::set_staff_role(tx, id, Some(StaffRole::Administrator))?;
                accounts::set_password(tx, id, "new")?;
                accounts::set_organisation(tx, id, Some(organisation(2).id))?;
                accounts::set_disabled(tx, id, Some(minute(9)))?;
                accounts::mark_confirmed(tx, id, minute(9))?;
                let profile = Profile {
                    name: "New".to_owned(),
                    locale: "en".to_owned(),
                    time_zone: "UTC".to_owned(),
                    theme: None,
                };
                accounts::set_profile(tx, id, &profile)?;
                accounts::delete_membership(tx, organisation(1).id, account(2).id)?;
                accounts::get(tx, id)
            })
            .await;
        assert_eq!(changed.organisation_id, Some(organisation(2).id));
        assert_eq!((changed.confirmed_at, changed.disabled_at), (Some(minute(1)), Some(minute(9))));
        assert_eq!((changed.name.as_str(), changed.theme), ("New", None));
        assert!(!test.saw(|tx| accounts::has_staff(tx, StaffRole::Administrator)).await, "disabled");
    }

    async fn sessions_end(test) {
        let row = SessionRow {
            token_hash: vec![1; 32],
            account_id: Some(account(1).id),
            case_id: Some(case_id(1)),
            party_no: Some(2),
            email: Some("anna@example.org".to_owned()),
            csrf: "csrf".to_owned(),
            locale: Some("en".to_owned()),
            zone: Some("UTC".to_owned()),
            created_at: minute(0),
            seen_at: minute(5),
            expires_at: minute(100),
            user_agent: "browser".to_owned(),
            confirmed_password_at: Some(minute(1)),
            flash: Some(json!({ "text": "hello" })),
        };
        let kept = row.clone();
        test.wrote(move |tx| {
            seed(tx, 1)?;
            sessions::insert(tx, &SessionRow { token_hash: vec![2; 32], ..kept.clone() })?;
            sessions::insert(tx, &kept)
        })
        .await;
        let found = |now: i64, idle: i64| {
            test.saw(move |tx| sessions::find(tx, &[1; 32], minute(now), minute(idle)))
        };
        assert_eq!(found(50, 4).await, Some(row));
        assert_eq!(found(50, 5).await, None, "idle");
        assert_eq!(found(100, 4).await, None, "expired");
        assert_eq!(test.saw(|tx| sessions::list_for_account(tx, account(1).id)).await.len(), 2);
        let flash = test
            .wrote(|tx| {
                sessions::touch(tx, &[1; 32], minute(6))?;
                sessions::touch(tx, &[1; 32], minute(4))?;
                sessions::mark_password_confirmed(tx, &[1; 32], minute(7))?;
                sessions::set_preferences(tx, &[1; 32], Some("zh-Hans"), None)?;
                let first = sessions::take_flash(tx, &[1; 32])?;
                let second = sessions::take_flash(tx, &[1; 32])?;
                sessions::set_flash(tx, &[1; 32], &json!(1))?;
                Ok((first, second, sessions::take_flash(tx, &[9; 32])?))
            })
            .await;
        assert_eq!(flash, (Some(json!({ "text": "hello" })), None, None));
        let touched = found(50, 5).await.unwrap();
        assert_eq!((touched.seen_at, touched.zone, touched.flash), (minute(6), None, Some(json!(1))));
        assert_eq!(test.wrote(|tx| sessions::delete_for_account(tx, account(1).id, Some(&[1; 32]))).await, 1);
        assert_eq!(test.wrote(|tx| sessions::delete_expired(tx, minute(99))).await, 0);
        assert_eq!(test.wrote(|tx| sessions::delete_expired(tx, minute(100))).await, 1);
        test.wrote(|tx| sessions::delete(tx, &[1; 32])).await;
    }

    async fn a_link_is_used_once(test) {
        let row = LinkRow {
            token_hash: vec![1; 32],
            purpose: LinkPurpose::Answer,
            account_id: Some(account(1).id),
            case_id: Some(case_id(1)),
            party_no: Some(2),
            email: "anna@example.org".to_owned(),
            payload: json!({ "a": [1] }),
            created_at: minute(0),
            expires_at: minute(10),
            used_at: None,
        };
        let kept = row.clone();
        test.wrote(move |tx| {
            seed(tx, 1)?;
            for purpose in LinkPurpose::ALL {
                let mut token_hash = vec![9; 32];
                token_hash[0] = *purpose as u8;
                links::insert(tx, &LinkRow { token_hash, purpose: *purpose, ..kept.clone() })?;
            }
            links::insert(tx, &kept)
        })
        .await;
        assert_eq!(test.saw(|tx| links::find(tx, &[1; 32])).await, Some(row));
        assert!(matches!(test.write(|tx| links::mark_used(tx, &[1; 32], minute(10))).await, Err(StorageError::Stale)));
        assert_eq!(test.wrote(|tx| links::mark_used(tx, &[1; 32], minute(9))).await.used_at, Some(minute(9)));
        assert!(matches!(test.write(|tx| links::mark_used(tx, &[1; 32], minute(9))).await, Err(StorageError::Stale)));
        assert!(matches!(test.write(|tx| links::mark_used(tx, &[3; 32], minute(9))).await, Err(StorageError::NotFound)));
        assert_eq!(test.wrote(|tx| links::delete_unused(tx, LinkPurpose::Answer, "anna@example.org")).await, 1);
        assert_eq!(test.wrote(|tx| links::delete_expired(tx, minute(11))).await, LinkPurpose::ALL.len());

        let counted = test
            .wrote(|tx| {
                for n in [1, 1, 5, 9] {
                    attempts::insert(tx, "sign-in:anna", minute(n))?;
                }
                attempts::delete_before(tx, minute(1))?;
                let counted = (attempts::count_since(tx, "sign-in:anna", minute(5))?, attempts::count_since(tx, "x", minute(0))?);
                attempts::delete_of(tx, "sign-in:anna")?;
                Ok((counted, attempts::count_since(tx, "sign-in:anna", minute(0))?))
            })
            .await;
        assert_eq!(counted, ((2, 0), 0));
    }

    async fn drafts_are_saved_by_version(test) {
        test.wrote(|tx| {
            seed(tx, 1)?;
            drafts::insert(tx, &draft(1), "Anna")
        })
        .await;
        let id = draft(1).id;
        assert_eq!(test.saw(move |tx| drafts::find(tx, id)).await, Some(draft(1)));
        let save = move |expected_version| {
            move |tx: &mut WriteTx<'_>| {
                let data = json!({ "step": 2 });
                let save = Save { expected_version, data: &data, at: minute(2), by: "Anna", expires_at: minute(200) };
                drafts::save(tx, id, &save)
            }
        };
        assert_eq!(test.wrote(save(1)).await, 2);
        assert!(matches!(test.write(save(1)).await, Err(StorageError::Stale)));
        let gone = test.write(move |tx| {
            let save = Save { expected_version: 1, data: &json!(1), at: minute(2), by: "", expires_at: minute(3) };
            drafts::save(tx, DraftId(uuid(77)), &save)
        });
        assert!(matches!(gone.await, Err(StorageError::NotFound)));
        let versions = test.saw(move |tx| drafts::list_versions(tx, id, None, 10)).await;
        assert_eq!(versions.iter().map(|row| row.version).collect::<Vec<_>>(), [2, 1]);
        let older = test.saw(move |tx| drafts::list_versions(tx, id, Some(2), 10)).await;
        assert_eq!(older.iter().map(|row| row.version).collect::<Vec<_>>(), [1]);
        assert_eq!(test.saw(move |tx| drafts::list_versions(tx, id, Some(u32::MAX), 1)).await, versions[..1]);
        let first = test.saw(move |tx| drafts::find_version(tx, id, 1)).await.unwrap();
        assert_eq!((first.data, first.saved_by.as_str()), (json!({ "step": 1 }), "Anna"));
        assert_eq!(test.wrote(|tx| drafts::move_session(tx, &[7; 32], &[8; 32])).await, 1);
        assert_eq!(test.saw(|tx| drafts::list(tx, DraftOwner::Session(&[8; 32]), 10)).await.len(), 1);
        assert_eq!(test.wrote(|tx| drafts::adopt(tx, &[8; 32], account(1).id)).await, 1);
        assert_eq!(test.saw(|tx| drafts::list(tx, DraftOwner::Account(account(1).id), 10)).await.len(), 1);
        assert!(test.saw(|tx| drafts::list_for_case(tx, case_id(1), DraftKind::Notice)).await.is_empty());
        assert_eq!(test.wrote(|tx| drafts::delete_expired(tx, minute(199))).await, 0);
        test.wrote(move |tx| drafts::delete(tx, id)).await;
        assert!(test.saw(move |tx| drafts::list_versions(tx, id, None, 10)).await.is_empty());
    }

    async fn a_letter_is_claimed_by_one_worker(test) {
        test.wrote(|tx| {
            seed(tx, 1)?;
            let mut rows: Vec<_> = (1..=50).map(letter).collect();
            rows[0].case_id = Some(case_id(1));
            queue::insert(tx, &rows)
        })
        .await;
        assert_eq!(test.saw(queue::next_due).await, Some(minute(1)));
        let workers: Vec<_> = (0..8)
            .map(|worker| {
                let store = test.store.clone();
                tokio::spawn(async move {
                    let mut claimed = Vec::new();
                    loop {
                        let owner = format!("worker-{worker}");
                        let rows = store
                            .write_rc(move |tx| queue::claim(tx, &owner, minute(40), minute(45), 3))
                            .await
                            .unwrap();
                        if rows.is_empty() {
                            return claimed;
                        }
                        claimed.extend(rows.into_iter().map(|row| (row.id, row.lease_owner, row.attempts)));
                    }
                })
            })
            .collect();
        let mut claimed = Vec::new();
        for worker in workers {
            claimed.extend(worker.await.unwrap());
        }
        claimed.sort();
        let ids: Vec<_> = claimed.iter().map(|(id, _, _)| *id).collect();
        assert_eq!(ids, (1..=40).map(|n| LetterId(uuid(n))).collect::<Vec<_>>());
        assert!(claimed.iter().all(|(_, owner, attempts)| owner.is_some() && *attempts == 1));

        assert_eq!(test.wrote(|tx| queue::release_expired(tx, minute(44))).await, 0);
        assert_eq!(test.wrote(|tx| queue::release_expired(tx, minute(45))).await, 40);
        let first = test.write_rc(|tx| queue::claim(tx, "w", minute(40), minute(99), 6)).await.unwrap();
        assert!(first.iter().all(|row| row.attempts == 2));
        let id = |n: u32| LetterId(uuid(n));
        let text = || SentText { subject: "S".to_owned(), text: "T".to_owned(), html: "<p>".to_owned() };
        test.wrote(move |tx| {
            queue::mark_sent(tx, id(1), "w", &text(), "250 ok", minute(41))?;
            queue::mark_refused(tx, id(2), "w", "550 no such user")?;
            queue::mark_failed(tx, id(3), "w", "421 later", Some(minute(90)))?;
            queue::mark_failed(tx, id(4), "w", "421 later", None)?;
            queue::mark_sent(tx, id(5), "w", &text(), "250 ok", minute(41))?;
            queue::mark_bounced(tx, id(5), "returned")
        })
        .await;
        for owner in ["w", "other"] {
            let again = test.write(move |tx| queue::mark_sent(tx, id(1), owner, &text(), "", minute(42))).await;
            assert!(matches!(again, Err(StorageError::Stale)));
        }
        let by_other = test.write(move |tx| queue::mark_refused(tx, id(6), "other", "")).await;
        assert!(matches!(by_other, Err(StorageError::Stale)));
        assert_eq!(test.wrote(|tx| queue::release(tx, "w")).await, 1);
        let sent = test.saw(|tx| queue::list_for_case(tx, case_id(1), 10)).await;
        assert_eq!(sent.len(), 1);
        assert_eq!((sent[0].state, sent[0].sent_at, sent[0].subject.as_deref()), (LetterState::Sent, Some(minute(41)), Some("S")));
        assert_eq!(sent[0].lease_owner, None);
        let failing = test.saw(|tx| queue::list_failing(tx, None, 2)).await;
        assert_eq!(failing.iter().map(|row| row.id).collect::<Vec<_>>(), [id(5), id(4)]);
        let rest = test.saw(move |tx| queue::list_failing(tx, Some((minute(0), id(4))), 5)).await;
        assert_eq!(rest.iter().map(|row| row.id).collect::<Vec<_>>(), [id(2)]);
        assert_eq!(
            test.saw(queue::count_by_state).await,
            [(LetterState::Bounced, 1), (LetterState::Failed, 1), (LetterState::Queued, 46), (LetterState::Refused, 1), (LetterState::Sent, 1)]
        );
        test.wrote(move |tx| queue::requeue(tx, id(2), "right@example.org", minute(50))).await;
        let again = test.saw(move |tx| queue::get(tx, id(2))).await;
        assert_eq!((again.state, again.attempts, again.recipient_email.as_str()), (LetterState::Queued, 0, "right@example.org"));
        assert!(matches!(test.write(move |tx| queue::requeue(tx, id(1), "x", minute(50))).await, Err(StorageError::Stale)));
        assert_eq!(test.saw(|tx| queue::list_in_state(tx, LetterState::Sent, None, 9)).await.len(), 1);
    }

    async fn two_acts_on_one_version_have_one_winner(test) {
        test.wrote(|tx| seed(tx, 1)).await;
        assert_eq!(test.saw(|tx| cases::get(tx, case_id(1))).await, case(1));
        let mut next = case(1);
        next.version = 2;
        next.stage = "closed".to_owned();
        next.marketplace_id = Some(organisation(1).id);
        next.closed_at = Some(minute(50));
        next.outcome = Some("removed".to_owned());
        next.next_due_at = Some(minute(60));
        next.turn = None;
        next.state.0.push(' ');
        let row = next.clone();
        test.wrote(move |tx| cases::update(tx, &row, 1)).await;
        assert_eq!(test.saw(|tx| cases::find_by_number(tx, "IP-2026-000001")).await, Some(next.clone()));
        assert!(matches!(test.write(move |tx| cases::update(tx, &next, 1)).await, Err(StorageError::Stale)));
        assert!(test.saw(|tx| cases::find_head_by_number(tx, "IP-2026-000002")).await.is_none());
        assert_eq!(test.saw(|tx| cases::list_ids(tx, None, 9)).await, [case_id(1)]);
        assert!(test.saw(|tx| cases::list_ids(tx, Some(case_id(1)), 9)).await.is_empty());
    }

    async fn the_docket_only_grows(test) {
        test.wrote(|tx| {
            seed(tx, 2)?;
            for no in 1..=5 {
                docket::insert(tx, &entry(case_id(1), no))?;
            }
            Ok(())
        })
        .await;
        assert_eq!(test.saw(|tx| docket::find(tx, case_id(1), 3)).await, Some(entry(case_id(1), 3)));
        let numbers = |rows: Vec<docket::DocketRow>| rows.iter().map(|row| row.no).collect::<Vec<_>>();
        assert_eq!(numbers(test.saw(|tx| docket::list(tx, case_id(1), 2, 2)).await), [3, 4]);
        assert_eq!(numbers(test.saw(|tx| docket::list_newest(tx, case_id(1), None, 2)).await), [5, 4]);
        assert_eq!(numbers(test.saw(|tx| docket::list_newest(tx, case_id(1), Some(3), 9)).await), [2, 1]);
        assert_eq!(test.saw(|tx| docket::last(tx, case_id(1))).await.map(|row| row.no), Some(5));
        assert_eq!(test.saw(|tx| docket::last(tx, case_id(2))).await, None);
        for statement in ["UPDATE docket SET act = 'other'", "DELETE FROM docket"] {
            let refused = test
                .write(move |tx| {
                    diesel::RunQueryDsl::execute(diesel::sql_query(statement), tx.connection())?;
                    Ok(())
                })
                .await;
            let Err(StorageError::Database(source)) = refused else { panic!("{statement}: {refused:?}") };
            assert!(source.to_string().contains("the docket is append-only"), "{source}");
        }
    }

    async fn lists_of_a_case_are_replaced_where_given(test) {
        test.wrote(|tx| {
            seed(tx, 1)?;
            let case = case_id(1);
            let people = [person(case, 1), person(case, 2)];
            let listings: Vec<_> = (1..=600).map(|no| listing(case, no)).collect();
            let clocks = [clock(case, 1, 10), clock(case, 2, 20)];
            let exhibits = [ExhibitRow {
                case_id: case,
                label: "C-1".to_owned(),
                digest: "ab".repeat(32),
                size_bytes: 1 << 40,
                party_no: None,
                state: "filed".to_owned(),
            }];
            let obligations =
                [ObligationRow { case_id: case, no: 1, debtor_party: 2, due_at: minute(5), state: "open".to_owned() }];
            let appointments =
                [AppointmentRow { case_id: case, no: 1, account_id: account(1).id, state: "accepted".to_owned() }];
            let tasks = [TaskRow {
                case_id: case,
                no: 1,
                task: "late".to_owned(),
                rule: "final".to_owned(),
                role: "arbitrator".to_owned(),
                account_id: Some(account(1).id),
                since_at: minute(7),
            }];
            let conduct = [ConductRow {
                case_id: case,
                party_no: 2,
                account_id: None,
                email: "shop@example.com".to_owned(),
                name: "Shop".to_owned(),
                pack_id: "us-dmca-512".to_owned(),
                points: 2,
                posted_at: minute(6),
                steps: "refuse".to_owned(),
            }];
            projections::replace(
                tx,
                case,
                Projections {
                    people: Some(&people),
                    listings: Some(&listings),
                    clocks: Some(&clocks),
                    exhibits: Some(&exhibits),
                    obligations: Some(&obligations),
                    appointments: Some(&appointments),
                    tasks: Some(&tasks),
                    conduct: Some(&conduct),
                },
            )?;
            projections::replace(tx, case, Projections { people: Some(&people[1..]), ..Default::default() })
        })
        .await;
        assert_eq!(test.saw(|tx| projections::list_people(tx, case_id(1))).await, [person(case_id(1), 2)]);
        let held = test.saw(|tx| listings::list_for_case(tx, case_id(1))).await;
        assert_eq!((held.len(), held[599].clone()), (600, listing(case_id(1), 600)));
        assert_eq!(test.saw(|tx| cases::clocks::list_for_case(tx, case_id(1))).await[0], clock(case_id(1), 1, 10));
        assert_eq!(test.saw(|tx| projections::list_exhibits(tx, case_id(1))).await[0].size_bytes, 1 << 40);
        assert_eq!(test.saw(|tx| projections::list_obligations(tx, case_id(1))).await.len(), 1);
        assert_eq!(test.saw(|tx| projections::list_obligations_due(tx, "open", minute(4), 9)).await.len(), 0);
        assert_eq!(test.saw(|tx| projections::list_obligations_due(tx, "open", minute(5), 9)).await.len(), 1);
        assert_eq!(test.saw(|tx| projections::list_appointments(tx, case_id(1))).await.len(), 1);
        assert_eq!(test.saw(|tx| projections::list_tasks(tx, case_id(1))).await[0].since_at, minute(7));
        let given = test.saw(|tx| projections::list_conduct(tx, case_id(1))).await;
        assert_eq!((given.len(), given[0].points, given[0].posted_at), (1, 2, minute(6)));
        // An address is asked for as it is kept, and stands for nobody's account.
        let of = |account, email: &'static str| test.saw(move |tx| projections::list_conduct_of(tx, account, email));
        assert_eq!(of(None, "Shop@Example.com").await.len(), 1);
        assert_eq!(of(None, "").await.len(), 0);
        assert_eq!(of(Some(account(1).id), "shop@example.com").await.len(), 0);
        let since = |from| test.saw(move |tx| projections::list_conduct_since(tx, from, 9));
        assert_eq!((since(minute(6)).await.len(), since(minute(7)).await.len()), (1, 0));
        let blob = BlobRow {
            digest: "cd".repeat(32),
            size_bytes: 3,
            media_type: "image/png".to_owned(),
            created_at: minute(1),
        };
        let row = blob.clone();
        test.wrote(move |tx| {
            projections::put_blob(tx, &row)?;
            projections::put_blob(tx, &BlobRow { media_type: "text/plain".to_owned(), ..row.clone() })
        })
        .await;
        assert_eq!(test.saw(|tx| projections::find_blob(tx, &"cd".repeat(32))).await, Some(blob.clone()));
        assert_eq!(test.saw(|tx| projections::list_blobs(tx, "", 9)).await, [blob]);
    }

    async fn clocks_come_up_when_due(test) {
        test.wrote(|tx| {
            seed(tx, 1)?;
            let case = case_id(1);
            let mut clocks = [clock(case, 1, 30), clock(case, 2, 20), clock(case, 3, 40), clock(case, 4, 10)];
            clocks[1].remind_at = None;
            clocks[3].state = ClockState::Met;
            projections::replace(tx, case, Projections { clocks: Some(&clocks), ..Default::default() })
        })
        .await;
        let numbers = |rows: Vec<cases::clocks::ClockRow>| rows.iter().map(|row| row.no).collect::<Vec<_>>();
        assert_eq!(numbers(test.saw(|tx| cases::clocks::list_due(tx, minute(30), 9)).await), [2, 1]);
        assert_eq!(numbers(test.saw(|tx| cases::clocks::list_due(tx, minute(30), 1)).await), [2]);
        assert_eq!(numbers(test.saw(|tx| cases::clocks::list_reminders(tx, minute(35), 9)).await), [1, 3]);
        assert_eq!(test.saw(cases::clocks::next_wake).await, Some(minute(20)));
        test.wrote(|tx| cases::clocks::set_reminder(tx, case_id(1), 3, Some(minute(3)))).await;
        assert_eq!(test.saw(cases::clocks::next_wake).await, Some(minute(3)));
        assert_eq!(test.saw(|tx| cases::clocks::find(tx, case_id(1), 3)).await.unwrap().remind_at, Some(minute(3)));
    }

    async fn pages_of_cases_follow_each_other(test) {
        test.wrote(|tx| {
            seed(tx, 0)?;
            for n in 1..=9 {
                let mut row = case(n);
                // Some share a time, some have no deadline.
                row.updated_at = minute(i64::from(n) / 2);
                row.next_due_at = (n % 3 != 0).then(|| minute(100 - i64::from(n) / 2));
                cases::insert(tx, &row)?;
            }
            Ok(())
        })
        .await;
        for (order, expected) in [
            (CaseOrder::Updated, [9, 8, 7, 6, 5, 4, 3, 2, 1]),
            (CaseOrder::Filed, [9, 8, 7, 6, 5, 4, 3, 2, 1]),
            (CaseOrder::Due, [8, 7, 4, 5, 2, 1, 3, 6, 9]),
        ] {
            for limit in [1, 2, 4, 9] {
                let mut seen = Vec::new();
                let mut after = None;
                loop {
                    let page = test.saw(move |tx| lists::list(tx, &CaseFilter::default(), order, after, limit)).await;
                    let Some(last) = page.last() else { break };
                    after = Some(order.key(last));
                    seen.extend(page.iter().map(|head| head.id));
                }
                assert_eq!(seen, expected.map(case_id), "{order:?} by {limit}");
            }
        }
    }

    async fn people_see_the_cases_they_have_a_seat_in(test) {
        test.wrote(|tx| {
            seed(tx, 8)?;
            let seat = |n: u32, change: &dyn Fn(&mut projections::PersonRow)| {
                let mut row = person(case_id(n), 1);
                change(&mut row);
                (n, row)
            };
            let me = account(1).id;
            let seats = [
                seat(1, &|row| row.account_id = Some(me)),
                seat(2, &|row| row.organisation_id = Some(organisation(1).id)),
                seat(3, &|row| row.email = Some(account(1).email)),
                seat(4, &|row| row.account_id = Some(account(2).id)),
                seat(5, &|row| (row.account_id, row.until_at) = (Some(me), Some(minute(50)))),
                seat(6, &|row| (row.account_id, row.from_at) = (Some(me), minute(51))),
                seat(7, &|row| (row.account_id, row.email) = (Some(account(2).id), Some(account(1).email))),
                seat(8, &|row| (row.account_id, row.role) = (Some(me), "arbitrator".to_owned())),
            ];
            for (n, row) in seats {
                projections::replace(tx, case_id(n), Projections { people: Some(&[row]), ..Default::default() })?;
            }
            Ok(())
        })
        .await;
        let viewer = Viewer {
            account_id: account(1).id,
            email: Some(account(1).email),
            organisations: vec![organisation(1).id],
            now: minute(50),
        };
        let list = |filter: CaseFilter| async {
            let heads = test.saw(move |tx| lists::list(tx, &filter, CaseOrder::Filed, None, 99)).await;
            heads.iter().map(|head| head.id).collect::<Vec<_>>()
        };
        let mine = CaseFilter { viewer: Some(viewer.clone()), ..Default::default() };
        assert_eq!(list(mine.clone()).await, [8, 3, 2, 1].map(case_id));
        let as_arbitrator = CaseFilter { viewer_role: Some("arbitrator".to_owned()), ..mine.clone() };
        assert_eq!(list(as_arbitrator).await, [case_id(8)]);
        let earlier = Viewer { now: minute(49), email: None, organisations: Vec::new(), ..viewer.clone() };
        assert_eq!(list(CaseFilter { viewer: Some(earlier), ..Default::default() }).await, [8, 5, 1].map(case_id));
        assert_eq!(test.saw(move |tx| lists::count(tx, &mine)).await, 4);
        for (n, sees) in [(1, true), (4, false), (5, false), (8, true), (99, false)] {
            let viewer = viewer.clone();
            assert_eq!(test.saw(move |tx| lists::is_seen_by(tx, case_id(n), &viewer)).await, sees, "{n}");
        }
    }

    async fn cases_are_filtered(test) {
        test.wrote(|tx| {
            seed(tx, 0)?;
            for n in 1..=6 {
                let mut row = case(n);
                row.marketplace_id = (n == 3).then_some(organisation(2).id);
                row.stage = format!("stage-{}", n % 3);
                row.closed_at = (n == 4).then_some(minute(200));
                row.outcome = (n == 4).then(|| "removed".to_owned());
                row.turn = (n != 5).then(|| "claimant".to_owned());
                row.next_due_at = (n == 6).then_some(minute(77));
                cases::insert(tx, &row)?;
                let listings = [listing(row.id, n)];
                projections::replace(tx, row.id, Projections { listings: Some(&listings), ..Default::default() })?;
                search::put(tx, row.id, "title", &format!("Lamp number{n}"))?;
            }
            Ok(())
        })
        .await;
        let all = CaseFilter::default;
        for (filter, expected) in [
            (CaseFilter { kind: Some(CaseKind::Complaint), ..all() }, vec![6, 4, 2]),
            (CaseFilter { stages: vec!["stage-1".to_owned(), "stage-9".to_owned()], ..all() }, vec![4, 1]),
            (CaseFilter { turn: Some("claimant".to_owned()), is_closed: Some(false), ..all() }, vec![6, 3, 2, 1]),
            (CaseFilter { is_closed: Some(true), ..all() }, vec![4]),
            (CaseFilter { outcome: Some("removed".to_owned()), ..all() }, vec![4]),
            (CaseFilter { marketplace_id: Some(organisation(2).id), ..all() }, vec![3]),
            (CaseFilter { listing_url: Some(listing(case_id(1), 5).url), ..all() }, vec![5]),
            (CaseFilter { listing_item: Some("2".to_owned()), ..all() }, vec![2]),
            (CaseFilter { ids: Some(vec![case_id(1), case_id(9)]), ..all() }, vec![1]),
            (CaseFilter { ids: Some(Vec::new()), ..all() }, vec![]),
            (CaseFilter { due_before: Some(minute(78)), ..all() }, vec![6]),
            (CaseFilter { words: Some("lamp NUMBER2".to_owned()), ..all() }, vec![2]),
            (CaseFilter { words: Some("lamp num".to_owned()), kind: Some(CaseKind::Notice), ..all() }, vec![5, 3, 1]),
            (CaseFilter { words: Some("...".to_owned()), ..all() }, vec![]),
        ] {
            let shown = format!("{filter:?}");
            let heads = test.saw(move |tx| lists::list(tx, &filter, CaseOrder::Filed, None, 99)).await;
            let ids: Vec<_> = heads.iter().map(|head| head.id).collect();
            assert_eq!(ids, expected.into_iter().map(case_id).collect::<Vec<_>>(), "{shown}");
        }
    }

    async fn the_queue_shows_the_most_urgent_first(test) {
        test.wrote(|tx| {
            seed(tx, 2)?;
            for n in 1..=2 {
                let case = case_id(n);
                let mut rows: Vec<_> = (1..=4).map(|no| listing(case, no)).collect();
                for row in &mut rows {
                    row.marketplace_id = Some(organisation(1).id);
                }
                rows[0].order_due_at = Some(minute(10));
                rows[1].order_due_at = Some(minute(5 * i64::from(n)));
                rows[3].ordered = None;
                projections::replace(tx, case, Projections { listings: Some(&rows), ..Default::default() })?;
            }
            Ok(())
        })
        .await;
        let expected = [(1, 2), (1, 1), (2, 1), (2, 2), (1, 3), (2, 3)].map(|(n, no)| (case_id(n), no));
        for limit in [1, 2, 6] {
            let mut seen = Vec::new();
            let mut after = None;
            loop {
                let filter = QueueFilter { marketplace_id: Some(organisation(1).id), after, ..Default::default() };
                let page = test.saw(move |tx| listings::list_queue(tx, &filter, limit)).await;
                let Some((last, _)) = page.last() else { break };
                after = Some((last.order_due_at, last.case_id, last.no));
                seen.extend(page.iter().map(|(row, _)| (row.case_id, row.no)));
            }
            assert_eq!(seen, expected, "by {limit}");
        }
        let count = |filter: QueueFilter| async { test.saw(move |tx| listings::list_queue(tx, &filter, 99)).await.len() };
        assert_eq!(count(QueueFilter { ordered: Some("hide".to_owned()), ..Default::default() }).await, 0);
        assert_eq!(count(QueueFilter { seller: Some("seller".to_owned()), ..Default::default() }).await, 6);
        assert_eq!(count(QueueFilter { due_before: Some(minute(10)), ..Default::default() }).await, 1);
        assert_eq!(count(QueueFilter { marketplace_id: Some(OrganisationId(uuid(2))), ..Default::default() }).await, 0);
        let counted = test.saw(|tx| listings::count_queue(tx, Some(organisation(1).id))).await;
        assert_eq!(counted, [("remove".to_owned(), 6)]);
        let held = test.saw(|tx| listings::list_for_marketplace(tx, organisation(1).id, Some((case_id(1), 3)), 2)).await;
        assert_eq!(held.iter().map(|(row, _)| (row.case_id, row.no)).collect::<Vec<_>>(), [(case_id(1), 4), (case_id(2), 1)]);
        let twice = test.saw(|tx| listings::list_duplicates(tx, "trade_mark:us:1234567", "2", 9)).await;
        assert_eq!(twice.iter().map(|(_, head)| head.id).collect::<Vec<_>>(), [case_id(1), case_id(2)]);
        assert_eq!(test.saw(|tx| listings::list_by_url(tx, "https://market.example/item/2", 9)).await.len(), 2);
    }

    async fn addresses_may_be_long(test) {
        test.wrote(|tx| {
            seed(tx, 1)?;
            let mut row = listing(case_id(1), 1);
            row.url = format!("https://market.example/{}", (0..9000).map(|n| n.to_string()).collect::<String>());
            row.item = row.url.clone();
            projections::replace(tx, case_id(1), Projections { listings: Some(&[row]), ..Default::default() })
        })
        .await;
    }

    async fn figures_are_counted(test) {
        test.wrote(|tx| {
            seed(tx, 0)?;
            for n in 1..=5 {
                let mut row = case(n);
                if n != 2 {
                    row.closed_at = Some(row.filed_at + SignedDuration::from_hours(i64::from(n)));
                    row.outcome = Some("settled".to_owned());
                    row.stage = "closed".to_owned();
                }
                cases::insert(tx, &row)?;
                let mut first = entry(row.id, 1);
                first.at = row.filed_at + SignedDuration::from_mins(7);
                docket::insert(tx, &first)?;
                docket::insert(tx, &entry(row.id, 2))?;
            }
            Ok(())
        })
        .await;
        let stages = test.saw(figures::count_by_stage).await;
        let stages: Vec<_> = stages.iter().map(|row| (row.kind, row.stage.as_str(), row.count)).collect();
        assert_eq!(
            stages,
            [(CaseKind::Complaint, "response", 1)],
            "only open cases are counted"
        );
        let outcomes = test.saw(figures::count_by_outcome).await;
        assert_eq!(outcomes.iter().map(|row| row.count).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(test.saw(figures::count_by_kind).await, [(CaseKind::Complaint, 1, 1), (CaseKind::Notice, 0, 3)]);
        let closing = test.saw(|tx| figures::time_to_close(tx, minute(0))).await;
        let notices = closing.iter().find(|took| took.kind == CaseKind::Notice).unwrap();
        assert_eq!((notices.cases, notices.median), (3, SignedDuration::from_hours(3)));
        assert_eq!(notices.ninetieth, SignedDuration::from_hours(5));
        let acting = test.saw(|tx| figures::time_to_act(tx, &["file", "answer"], minute(2))).await;
        assert_eq!(acting.iter().map(|took| (took.cases, took.median)).collect::<Vec<_>>(), [(2, SignedDuration::from_mins(7)); 2]);
    }

    async fn words_are_found(test) {
        test.wrote(|tx| {
            seed(tx, 4)?;
            search::put(tx, case_id(1), "title", "Müller v. Smith")?;
            search::put(tx, case_id(1), "text", "Ｌａｍｐ shades, 商标侵权投诉")?;
            search::put(tx, case_id(2), "text", "被投诉的商品侵犯商标权; don't OR panic")?;
            search::put(tx, case_id(3), "text", "an old text")?;
            search::put(tx, case_id(3), "text", "ลำโพง हिन्दी عربي 1e5 a_b@example.org")?;
            search::put(tx, case_id(4), "text", "")
        })
        .await;
        let find = |question: &'static str| test.saw(move |tx| search::find(tx, question, 10));
        for (question, expected) in [
            ("müll", vec![1]),
            ("MÜLLER", vec![1]),
            ("shades smith", vec![1]),
            ("smith shades lamp", vec![1]),
            ("lam", vec![1]),
            ("lam smith", vec![]),
            ("商标", vec![2, 1]),
            ("商标侵权", vec![1]),
            ("侵权商标", vec![]),
            ("商标 侵权", vec![1]),
            ("投诉", vec![2, 1]),
            ("诉", vec![2, 1]),
            ("权", vec![2, 1]),
            ("商标投诉", vec![]),
            ("商标 smith", vec![1]),
            ("old", vec![]),
            ("ลำโพง", vec![3]),
            ("हिन्दी", vec![3]),
            ("عربي", vec![3]),
            ("1e5", vec![3]),
            ("a_b@example.org", vec![3]),
            ("dont", vec![]),
            ("don't", vec![2]),
            ("\" OR 1=1 --", vec![]),
            ("panic OR", vec![2]),
            ("*", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(find(question).await, expected.into_iter().map(case_id).collect::<Vec<_>>(), "{question}");
        }
        test.wrote(|tx| search::delete(tx, case_id(1))).await;
        assert_eq!(find("商标").await, [case_id(2)]);
        let long: String = (0..100_000).map(|n| format!("word{n} 字{n} ")).collect();
        test.wrote(move |tx| search::put(tx, case_id(1), "text", &long)).await;
        assert_eq!(find("word77").await, [case_id(1)]);
    }

    async fn arbitrators_have_a_load(test) {
        let row = RosterRow {
            account_id: account(1).id,
            languages: json!(["en", "zh"]),
            fields: json!(["trade_marks"]),
            countries: json!(["US"]),
            nationality: "FR".to_owned(),
            capacity: 3,
            available_from: Some(jiff::civil::date(1969, 2, 28)),
            biography: "…".to_owned(),
            fee_minor: 120_000,
            fee_currency: "EUR".to_owned(),
            active: false,
        };
        let first = row.clone();
        let second = RosterRow { active: true, available_from: Some(jiff::civil::date(2026, 12, 1)), ..row.clone() };
        let kept = second.clone();
        test.wrote(move |tx| {
            seed(tx, 2)?;
            roster::put(tx, &first)?;
            roster::put(tx, &second)?;
            roster::put(tx, &RosterRow { account_id: account(2).id, ..first.clone() })?;
            for n in 1..=2 {
                let state = if n == 1 { "accepted" } else { "declined" };
                let rows = [AppointmentRow {
                    case_id: case_id(n),
                    no: 1,
                    account_id: account(1).id,
                    state: state.to_owned(),
                }];
                projections::replace(tx, case_id(n), Projections { appointments: Some(&rows), ..Default::default() })?;
            }
            Ok(())
        })
        .await;
        assert_eq!(test.saw(|tx| roster::find(tx, account(1).id)).await, Some(kept));
        let early = test.saw(|tx| roster::find(tx, account(2).id)).await.unwrap();
        assert_eq!(early.available_from, row.available_from);
        let active = test.saw(|tx| roster::list(tx, true, &["accepted", "proposed"], 9)).await;
        assert_eq!(active.iter().map(|a| (a.name.as_str(), a.load)).collect::<Vec<_>>(), [("Person 1 王", 1)]);
        assert_eq!(test.saw(|tx| roster::list(tx, false, &["accepted"], 9)).await.len(), 2);
    }

    async fn tokens_and_answers_are_kept(test) {
        let token = ApiTokenRow {
            token_hash: vec![1; 32],
            account_id: account(1).id,
            organisation_id: Some(organisation(1).id),
            name: "shop".to_owned(),
            scopes: json!(["measures"]),
            created_at: minute(0),
            last_used_at: None,
            revoked_at: None,
        };
        let answer = IdempotencyRow {
            token_hash: vec![1; 32],
            key: "k".to_owned(),
            request_hash: "h".to_owned(),
            status: 201,
            response: "{}".to_owned(),
            created_at: minute(1),
        };
        let receipt = FormKeyRow {
            key: "f".to_owned(),
            case_id: Some(case_id(1)),
            receipt: json!({ "no": 1 }),
            created_at: minute(1),
        };
        let rows = (token.clone(), answer.clone(), receipt.clone());
        test.wrote(move |tx| {
            seed(tx, 1)?;
            api::insert_token(tx, &rows.0)?;
            let held = IdempotencyRow { status: api::IN_WORK, response: String::new(), ..rows.1.clone() };
            assert_eq!(api::hold_key(tx, &held)?, None);
            assert_eq!(api::hold_key(tx, &held)?, Some(held.clone()));
            api::free_key(tx, &[1; 32], "k")?;
            assert_eq!(api::hold_key(tx, &held)?, None, "a freed key can be held again");
            api::put_answer(tx, &rows.1)?;
            api::free_key(tx, &[1; 32], "k")?;
            api::insert_receipt(tx, &rows.2)
        })
        .await;
        assert_eq!(test.saw(|tx| api::find_token(tx, &[1; 32])).await, Some(token));
        let known = answer.clone();
        assert_eq!(test.wrote(move |tx| api::hold_key(tx, &known)).await, Some(answer), "an answer given stays");
        assert_eq!(test.saw(|tx| api::find_receipt(tx, "f")).await, Some(receipt.clone()));
        let twice = test.write(move |tx| api::insert_receipt(tx, &receipt)).await.unwrap_err();
        assert!(twice.is_duplicate_of("form_keys.key"), "{twice:?}");
        test.wrote(|tx| api::touch_token(tx, &[1; 32], minute(5))).await;
        let by_other = test.write(|tx| api::revoke_token(tx, account(2).id, &[1; 32], minute(6))).await;
        assert!(matches!(by_other, Err(StorageError::NotFound)));
        test.wrote(|tx| api::revoke_token(tx, account(1).id, &[1; 32], minute(6))).await;
        assert_eq!(test.saw(|tx| api::find_token(tx, &[1; 32])).await, None);
        let listed = test.saw(|tx| api::list_tokens(tx, account(1).id)).await;
        assert_eq!((listed[0].last_used_at, listed[0].revoked_at), (Some(minute(5)), Some(minute(6))));
        assert_eq!(test.wrote(|tx| api::delete_before(tx, minute(1))).await, 0);
        assert_eq!(test.wrote(|tx| api::delete_before(tx, minute(2))).await, 2);
    }

    async fn what_was_considered_is_kept_for_each_arbitrator(test) {
        let label = |text: &str| ExhibitLabel::from(text.to_owned());
        let seen = test
            .wrote(move |tx| {
                seed(tx, 1)?;
                let (case, own, other) = (case_id(1), account(1).id, account(2).id);
                for (who, exhibit) in [(own, "R-1"), (own, "C-1"), (own, "C-1"), (other, "C-2")] {
                    considered::tick(tx, case, who, &label(exhibit), minute(1))?;
                }
                let before = considered::list(tx, case, own)?;
                considered::untick(tx, case, own, &label("C-1"))?;
                considered::untick(tx, case, own, &label("C-9"))?;
                Ok((before, considered::list(tx, case, own)?, considered::list(tx, case, other)?))
            })
            .await;
        assert_eq!(seen, (vec![label("C-1"), label("R-1")], vec![label("R-1")], vec![label("C-2")]));
    }

    async fn settings_are_kept(test) {
        let seen = test
            .wrote(|tx| {
                settings::put(tx, "a", &json!({ "n": 1 }))?;
                settings::put(tx, "a", &json!([2]))?;
                settings::put(tx, "b", &json!("x"))?;
                settings::delete(tx, "b")?;
                Ok((settings::find(tx, "a")?, settings::find(tx, "b")?))
            })
            .await;
        assert_eq!(seen, (Some(json!([2])), None));
    }
}
