use super::*;
use crate::config::{Config, Mail, Secret, Server, Transport};
use crate::domain::ids::{AccountId, CaseId, LetterId};
use crate::mail::letters::{Kind, LetterData};
use crate::mail::{Captured, Memory, SendError};
use crate::startup::{ManualClock, SeededEntropy};
use crate::storage::StorageError;
use crate::storage::accounts::{self, AccountRow, StaffRole};
use crate::storage::cases::{self, CaseKind, CaseRow};
use crate::storage::queue::{LetterRow, LetterState};
use jiff::{SignedDuration, Timestamp};

/// An installation with a manual clock, one case manager, one case, and letters kept in memory.
struct World {
    app: Arc<App>,
    clock: Arc<ManualClock>,
    case: CaseId,
    _dir: tempfile::TempDir,
}

impl World {
    async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut config = Config {
            server: Server {
                public_url: "http://localhost:8080".to_owned(),
                ..Server::default()
            },
            mail: Mail {
                transport: Transport::Memory,
                from: "Redress <registry@redress.example>".to_owned(),
                ..Mail::default()
            },
            ..Config::default()
        };
        config.data.dir = dir.path().to_owned();
        config.secrets.key = Secret::new("0123456789abcdef0123456789abcdef");
        config.product.contact_email = "help@redress.example".to_owned();
        let clock = Arc::new(ManualClock::at("2026-08-05T09:20:00Z".parse().unwrap()));
        let app = App::build_with(config, clock.clone(), Arc::new(SeededEntropy::new(1)))
            .await
            .unwrap();
        let case = CaseId(app.new_id());
        let world = Self {
            app,
            clock,
            case,
            _dir: dir,
        };
        world
            .write(world.manager(), case_row(case, world.app.now()))
            .await;
        world
    }

    async fn write(&self, manager: AccountRow, case: CaseRow) {
        self.app
            .store
            .write(move |tx| {
                accounts::insert(tx, &manager)?;
                cases::insert(tx, &case)
            })
            .await
            .unwrap();
    }

    fn manager(&self) -> AccountRow {
        AccountRow {
            id: AccountId(self.app.new_id()),
            email: "lucia@redress.example".to_owned(),
            name: "Lucía Ferrer".to_owned(),
            locale: "en".to_owned(),
            time_zone: "Europe/Madrid".to_owned(),
            password_hash: None,
            confirmed_at: Some(self.app.now()),
            staff_role: Some(StaffRole::CaseManager),
            organisation_id: None,
            created_at: self.app.now(),
            disabled_at: None,
            theme: None,
        }
    }

    fn post(&self) -> &Memory {
        self.app.mailer.memory().unwrap()
    }

    fn sent(&self) -> Vec<Captured> {
        self.post().sent()
    }

    fn letter(&self, data: &LetterData) -> LetterRow {
        let now = self.app.now();
        LetterRow {
            id: LetterId(self.app.new_id()),
            case_id: Some(self.case),
            entry_no: Some(1),
            kind: data.kind.to_string(),
            recipient_name: "Yunhe Home".to_owned(),
            recipient_email: "shop@yunhe.example".to_owned(),
            account_id: None,
            party_no: Some(2),
            locale: "zh-Hans".to_owned(),
            data: serde_json::to_value(data).unwrap(),
            subject: None,
            text_body: None,
            html_body: None,
            state: LetterState::Queued,
            attempts: 0,
            next_at: now,
            leased_until: None,
            lease_owner: None,
            reply: None,
            created_at: now,
            sent_at: None,
        }
    }

    /// Queues a letter with a secret link and answers with its id.
    async fn queue(&self) -> LetterId {
        let mut data = LetterData::new(Kind::NoticeServed).secret_path("/links/5ec2e7");
        data.case_number = Some("IP-2026-000001".to_owned());
        self.queue_row(self.letter(&data)).await
    }

    async fn queue_row(&self, row: LetterRow) -> LetterId {
        let id = row.id;
        self.app
            .store
            .write(move |tx| queue::insert(tx, std::slice::from_ref(&row)))
            .await
            .unwrap();
        id
    }

    async fn row(&self, id: LetterId) -> LetterRow {
        self.app
            .store
            .read(move |tx| queue::get(tx, id))
            .await
            .unwrap()
    }

    async fn run(&self) -> Sent {
        run_until_idle(&self.app).await.unwrap().letters
    }

    fn pass(&self, time: SignedDuration) {
        self.clock.advance(time);
    }
}

fn case_row(id: CaseId, at: Timestamp) -> CaseRow {
    CaseRow {
        id,
        number: "IP-2026-000001".to_owned(),
        kind: CaseKind::Notice,
        pack_id: "cn-ecl-ip".to_owned(),
        pack_version: "1.0.0".to_owned(),
        pack_digest: "00".to_owned(),
        stage: "accepted".to_owned(),
        title: "Aurel & Finch v Yunhe Home".to_owned(),
        summary: String::new(),
        claimant_name: "Aurel & Finch".to_owned(),
        respondent_name: "Yunhe Home".to_owned(),
        language: "en".to_owned(),
        marketplace_id: None,
        filed_at: at,
        updated_at: at,
        closed_at: None,
        outcome: None,
        next_due_at: None,
        turn: None,
        version: 1,
        state: crate::storage::ExactJson("{}".to_owned()),
    }
}

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

#[tokio::test]
async fn a_letter_is_sent_once_and_its_secret_forgotten() {
    let world = World::new().await;
    let id = world.queue().await;
    assert_eq!(
        world.run().await,
        Sent {
            sent: 1,
            ..Sent::default()
        }
    );
    assert_eq!(world.run().await, Sent::default());

    let sent = world.sent();
    assert_eq!(sent.len(), 1);
    assert!(
        sent[0]
            .subject
            .starts_with("[IP-2026-000001] 关于您商品链接的通知"),
        "{}",
        sent[0].subject
    );
    assert!(
        sent[0]
            .links()
            .contains(&"http://localhost:8080/links/5ec2e7")
    );

    let row = world.row(id).await;
    assert_eq!(
        (row.state, row.attempts, row.sent_at),
        (LetterState::Sent, 1, Some(world.app.now()))
    );
    assert_eq!(row.reply.as_deref(), Some("250 kept in memory"));
    assert_eq!(row.lease_owner, None);
    let kept = format!(
        "{} {:?} {:?} {:?}",
        row.data, row.subject, row.text_body, row.html_body
    );
    assert!(!kept.contains("5ec2e7"), "{kept}");
    assert!(row.text_body.unwrap().contains("（链接已在发送后移除）"));
}

#[tokio::test]
async fn a_busy_server_is_tried_again_with_the_same_message_id() {
    let world = World::new().await;
    let id = world.queue().await;
    world
        .post()
        .fail_next(SendError::temporary(Some(450), "450 4.2.1 busy"));
    assert_eq!(
        world.run().await,
        Sent {
            deferred: 1,
            ..Sent::default()
        }
    );
    let row = world.row(id).await;
    assert_eq!(
        (row.state, row.reply.as_deref()),
        (LetterState::Queued, Some("450 4.2.1 busy"))
    );
    assert!(
        row.data.to_string().contains("5ec2e7"),
        "the secret is needed for the next try"
    );

    world.pass(SignedDuration::from_secs(59));
    assert_eq!(world.run().await, Sent::default());
    world.pass(SignedDuration::from_secs(1));
    assert_eq!(world.run().await.sent, 1);
    assert!(world.sent()[0].message_id.contains(&id.to_string()));
    assert_eq!(world.row(id).await.attempts, 2);
}

#[tokio::test]
async fn a_letter_is_given_up_within_five_days_and_the_registry_is_told() {
    let world = World::new().await;
    let id = world.queue().await;
    let start = world.app.now();
    world
        .post()
        .refuse("shop@yunhe.example", SendError::temporary(None, "no route"));
    let mut tries = 0;
    while world.row(id).await.state == LetterState::Queued {
        tries += world.run().await.deferred;
        world
            .clock
            .set(world.row(id).await.next_at.max(world.app.now()));
        assert!(world.app.now().duration_since(start) < SignedDuration::from_hours(5 * 24));
    }
    assert_eq!(
        (tries, world.row(id).await.state),
        (10, LetterState::Failed)
    );
    let told = world.sent();
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].to_address.as_str(), told[0].kind.as_str()),
        ("lucia@redress.example", "letter-bounced")
    );
}

#[tokio::test]
async fn a_refused_letter_is_told_to_case_managers() {
    let world = World::new().await;
    let id = world.queue().await;
    world.post().refuse(
        "shop@yunhe.example",
        SendError::permanent(Some(550), "550 5.1.1 no such user"),
    );
    assert_eq!(
        world.run().await,
        Sent {
            sent: 1,
            refused: 1,
            ..Sent::default()
        }
    );

    let row = world.row(id).await;
    assert_eq!(row.state, LetterState::Refused);
    assert!(!row.text_body.unwrap().contains("5ec2e7"));
    let told = &world.sent()[0];
    assert_eq!(told.subject, "[IP-2026-000001] A letter was not delivered");
    assert!(
        told.text.contains("Yunhe Home <shop@yunhe.example>"),
        "{}",
        told.text
    );
    assert!(
        told.text
            .contains("It was about: A notice about your listing."),
        "{}",
        told.text
    );
    assert!(
        told.text
            .contains("In the words of the mail server\n> 550 5.1.1 no such user"),
        "{}",
        told.text
    );

    // With a corrected address the same letter goes out, link and all.
    world.post().take();
    let now = world.app.now();
    world
        .app
        .store
        .write(move |tx| queue::requeue(tx, id, "owner@yunhe.example", now))
        .await
        .unwrap();
    assert_eq!(world.run().await.sent, 1);
    assert!(world.sent()[0].text.contains("/links/5ec2e7"));
}

#[tokio::test]
async fn a_lost_notice_of_a_lost_letter_begets_no_other() {
    let world = World::new().await;
    world.queue().await;
    let refused = SendError::permanent(Some(550), "550 no such user");
    world.post().refuse("shop@yunhe.example", refused.clone());
    world.post().refuse("lucia@redress.example", refused);
    assert_eq!(
        world.run().await,
        Sent {
            refused: 2,
            ..Sent::default()
        }
    );
    assert_eq!(world.run().await, Sent::default());
}

#[tokio::test]
async fn a_letter_without_a_case_concerns_nobody_else() {
    let world = World::new().await;
    let letter = world.letter(&LetterData::new(Kind::ConfirmEmail).secret_path("/confirm/5ec2e7"));
    world
        .queue_row(LetterRow {
            case_id: None,
            ..letter
        })
        .await;
    world.post().refuse(
        "shop@yunhe.example",
        SendError::permanent(Some(550), "550 no such user"),
    );
    assert_eq!(
        world.run().await,
        Sent {
            refused: 1,
            ..Sent::default()
        }
    );
}

#[tokio::test]
async fn a_worker_that_dies_loses_no_letter() {
    let world = World::new().await;
    let id = world.queue().await;
    let now = world.app.now();
    let until = now + minutes(2);
    let taken = world
        .app
        .store
        .write_rc(move |tx| queue::claim(tx, "dead", now, until, 20))
        .await
        .unwrap();
    assert_eq!(taken.len(), 1);
    assert_eq!(world.run().await, Sent::default());
    world.pass(minutes(2));
    assert_eq!(world.run().await.sent, 1);
    assert_eq!(world.row(id).await.attempts, 2);

    // Should it come back to life, its report changes nothing.
    let now = world.app.now();
    let late = world
        .app
        .store
        .write(move |tx| queue::mark_failed(tx, id, "dead", "late", Some(now)))
        .await;
    assert!(matches!(late, Err(StorageError::Stale)));
    assert_eq!(world.sent().len(), 1);
}

#[tokio::test]
async fn a_letter_that_nobody_can_write_stops_nothing() {
    let world = World::new().await;
    let mut broken = world.letter(&LetterData::new(Kind::Closed));
    broken.data = serde_json::json!({ "kind": "nonsense" });
    let broken = world.queue_row(broken).await;
    let good = world.queue().await;
    let sent = world.run().await;
    assert_eq!(
        (sent.failed, sent.sent),
        (1, 2),
        "the letter itself and the notice to the case manager"
    );
    assert_eq!(world.row(broken).await.state, LetterState::Failed);
    assert_eq!(world.row(good).await.state, LetterState::Sent);
}

#[tokio::test]
async fn a_letter_that_came_back_is_noted_once() {
    let world = World::new().await;
    let id = world.queue().await;
    assert!(matches!(
        mark_bounced(&world.app, id, "too early").await,
        Err(StorageError::Stale)
    ));
    world.run().await;
    world.post().take();

    mark_bounced(&world.app, id, "mailbox\r\nfull")
        .await
        .unwrap();
    assert!(matches!(
        mark_bounced(&world.app, id, "again").await,
        Err(StorageError::Stale)
    ));
    let row = world.row(id).await;
    assert_eq!(
        (row.state, row.reply.as_deref()),
        (LetterState::Bounced, Some("mailbox  full"))
    );
    assert_eq!(world.run().await.sent, 1);
    assert_eq!(world.sent()[0].kind, "letter-bounced");
}

#[tokio::test]
async fn letters_leave_in_the_order_in_which_they_were_written() {
    let world = World::new().await;
    let mut ids = Vec::new();
    for _ in 0..45 {
        ids.push(world.queue().await);
        world.pass(SignedDuration::from_millis(1));
    }
    assert_eq!(world.run().await.sent, 45);
    let sent: Vec<LetterId> = world.sent().iter().map(|captured| captured.id).collect();
    assert_eq!(sent, ids);
}

#[tokio::test]
async fn the_figures_show_what_waits_and_what_failed() {
    let world = World::new().await;
    let calm = health(&world.app).await.unwrap();
    assert_eq!(
        (calm.queued, calm.oldest_age, calm.is_well()),
        (0, None, true)
    );

    world.queue().await;
    world
        .post()
        .refuse("shop@yunhe.example", SendError::temporary(None, "no route"));
    world.run().await;
    world.pass(minutes(61));
    let ill = health(&world.app).await.unwrap();
    assert_eq!((ill.queued, ill.retrying, ill.failing), (1, 1, 0));
    assert_eq!((ill.oldest_age, ill.is_well()), (Some(minutes(61)), false));
}

#[tokio::test]
async fn a_running_worker_is_woken_and_stops_when_told() {
    let world = World::new().await;
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(run(Arc::clone(&world.app), stopped));
    let id = world.queue().await;
    world.app.wake.notify_one();
    tokio::time::timeout(Duration::from_secs(30), async {
        while world.row(id).await.state != LetterState::Sent {
            tokio::task::yield_now().await;
        }
    })
    .await
    .unwrap();
    stop.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(30), worker)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(world.sent().len(), 1);
}

#[tokio::test]
async fn a_worker_that_must_stop_begins_no_letter() {
    let world = World::new().await;
    let id = world.queue().await;
    let left = letters::send_due(&world.app, "stopping", 4, &|| true)
        .await
        .unwrap();
    assert_eq!(
        left,
        Sent {
            left: 1,
            ..Sent::default()
        }
    );
    assert_eq!(
        world
            .app
            .store
            .write(|tx| queue::release(tx, "stopping"))
            .await
            .unwrap(),
        1
    );
    assert_eq!(world.run().await.sent, 1);
    assert_eq!(world.row(id).await.state, LetterState::Sent);
}
