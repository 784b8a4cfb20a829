use super::*;
use crate::config::{Mail, Product, Server};

fn sender() -> Sender {
    Sender {
        from: "Redress <registry@cases.example.org>".parse().unwrap(),
        reply_to: None,
        host: "cases.example.org".to_owned(),
    }
}

fn id(last: u8) -> LetterId {
    LetterId(
        format!("0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a{last:02x}")
            .parse()
            .unwrap(),
    )
}

fn letter(last: u8) -> Message {
    Message {
        id: id(last),
        kind: "notice-served".to_owned(),
        to_name: "Yunhe Home".to_owned(),
        to_address: "shop@yunhe.example".to_owned(),
        subject: "[IP-2026-000123] A notice about your listing".to_owned(),
        text: "What happened\nhttps://cases.example.org/links/5ec2e7".to_owned(),
        html: "<p>What happened</p>".to_owned(),
        at: "2026-08-05T09:20:00Z".parse().unwrap(),
        attachments: Vec::new(),
    }
}

fn headers(message: &Message) -> String {
    let raw = String::from_utf8(sender().compose(message).unwrap().formatted()).unwrap();
    raw.split_once("\r\n\r\n").unwrap().0.to_owned()
}

#[test]
fn no_text_of_a_stranger_becomes_a_header() {
    let attacks = [
        "Hello\r\nBcc: everybody@evil.example",
        "Hello\nBcc: everybody@evil.example",
        "Hello\rBcc: everybody@evil.example",
        "Hello\u{85}Bcc: everybody@evil.example",
        "Hello\u{2028}Bcc: everybody@evil.example",
        "Hello\0\r\n\r\n<p>body</p>",
        "=?utf-8?q?Hello=0D=0ABcc:=20everybody@evil.example?=",
        "\"Hello\" <a@evil.example>, everybody@evil.example; x",
    ];
    let clean = headers(&letter(1));
    let names = |headers: &str| -> Vec<String> {
        headers
            .lines()
            .filter(|line| !line.starts_with(' '))
            .map(|line| line.split(':').next().unwrap().to_owned())
            .collect()
    };
    for attack in attacks {
        let attacked = headers(&Message {
            subject: attack.to_owned(),
            to_name: attack.to_owned(),
            ..letter(1)
        });
        assert_eq!(names(&attacked), names(&clean), "{attack:?}\n{attacked}");
        let composed = sender()
            .compose(&Message {
                to_name: attack.to_owned(),
                ..letter(1)
            })
            .unwrap();
        let to: Vec<String> = composed
            .envelope()
            .to()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(to, ["shop@yunhe.example"], "{attack:?}");
    }
}

#[test]
fn a_subject_is_one_short_line() {
    assert_eq!(
        compose::subject("  a\t\tb\r\n c \u{202E}d\u{0} "),
        "a b c d"
    );
    let long = compose::subject(&"词".repeat(400));
    assert_eq!(long.chars().count(), SUBJECT_MAX);
    assert!(long.ends_with('…'));
}

#[test]
fn the_message_id_holds_whatever_the_host() {
    for (host, expected) in [
        ("cases.example.org", "cases.example.org"),
        ("::1", "1"),
        ("", "localhost"),
        ("a>\r\nX: y", "a---X--y"),
        ("127.0.0.1", "127.0.0.1"),
    ] {
        let sender = Sender {
            host: host.to_owned(),
            ..sender()
        };
        assert_eq!(
            sender.message_id(&letter(1)),
            format!("<{}@{expected}>", id(1)),
            "{host:?}"
        );
    }
}

#[tokio::test]
async fn a_folder_keeps_letters_as_files_with_an_index() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::new(dir.path().join("letters"), sender());
    assert!(folder.list(10).await.unwrap().is_empty());

    folder.send(&letter(1)).await.unwrap();
    let other = Message {
        subject: "../../etc/passwd".to_owned(),
        to_address: "a.b+c=d@yunhe.example".to_owned(),
        ..letter(2)
    };
    folder.send(&other).await.unwrap();
    // Tried again: the same files, the same line on the page.
    let reply = folder.send(&letter(1)).await.unwrap();
    assert_eq!(reply.text, format!("written to {}.eml", id(1)));

    let listed = folder.list(10).await.unwrap();
    let ids: Vec<LetterId> = listed.iter().map(|captured| captured.id).collect();
    assert_eq!(ids, [id(1), id(2)]);
    assert!(listed.iter().all(|captured| captured.text.is_empty()));
    assert_eq!(folder.list(1).await.unwrap().len(), 1);

    let found = folder.find(id(1)).await.unwrap().unwrap();
    assert_eq!(found.links(), ["https://cases.example.org/links/5ec2e7"]);
    assert_eq!(folder.find(id(9)).await.unwrap(), None);

    let mut names: Vec<String> = std::fs::read_dir(folder.dir())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected = [
        format!("{}.eml", id(1)),
        format!("{}.json", id(1)),
        format!("{}.eml", id(2)),
        format!("{}.json", id(2)),
        "index.jsonl".to_owned(),
    ];
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(names, expected);
    let eml = std::fs::read_to_string(folder.dir().join(format!("{}.eml", id(1)))).unwrap();
    assert!(eml.contains("Message-ID: <0198a1b2-"));
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_keeps_the_letter_in_the_queue() {
    let dir = tempfile::tempdir().unwrap();
    let blocked = dir.path().join("letters");
    std::fs::write(&blocked, "a file").unwrap();
    let error = Folder::new(blocked, sender())
        .send(&letter(1))
        .await
        .unwrap_err();
    assert!(!error.permanent);
}

#[test]
fn memory_answers_as_it_was_told() {
    let memory = Memory::new(sender());
    memory.fail_next(SendError::temporary(Some(450), "450 busy"));
    memory.refuse(
        "gone@yunhe.example",
        SendError::permanent(Some(550), "550 no such user"),
    );
    assert!(!memory.send(&letter(1)).unwrap_err().permanent);
    memory.send(&letter(1)).unwrap();
    let gone = Message {
        to_address: "gone@yunhe.example".to_owned(),
        ..letter(2)
    };
    assert!(memory.send(&gone).unwrap_err().permanent);
    memory.accept("gone@yunhe.example");
    memory.send(&gone).unwrap();
    let ids: Vec<LetterId> = memory.take().iter().map(|captured| captured.id).collect();
    assert_eq!(ids, [id(1), id(2)]);
    assert!(memory.sent().is_empty());
}

#[tokio::test]
async fn the_settings_name_the_transport_and_the_sender() {
    let mut config = Config {
        server: Server {
            public_url: "https://cases.example.org:8443".to_owned(),
            ..Server::default()
        },
        mail: Mail {
            transport: Transport::Memory,
            from: "Redress <registry@example.org>".to_owned(),
            ..Mail::default()
        },
        product: Product {
            contact_email: "help@example.org".to_owned(),
            ..Product::default()
        },
        ..Config::default()
    };
    assert!(Mailer::from_config(&config).unwrap().memory().is_some());
    let sender = Sender::from_config(&config).unwrap();
    assert_eq!(
        (
            sender.host.as_str(),
            sender.reply_to.unwrap().to_string().as_str()
        ),
        ("cases.example.org", "help@example.org")
    );

    config.mail.from = "nonsense".to_owned();
    assert!(matches!(
        Mailer::from_config(&config),
        Err(MailerError::Address {
            setting: "mail.from"
        })
    ));
    config.mail.from = "registry@example.org".to_owned();
    config.mail.transport = Transport::Smtp;
    config.mail.smtp.host = "mail.example.org".to_owned();
    config.mail.smtp.tls = SmtpTls::None;
    assert!(matches!(
        Mailer::from_config(&config),
        Err(MailerError::Smtp(_))
    ));
    config.mail.smtp.tls = SmtpTls::Tls;
    assert!(matches!(Mailer::from_config(&config), Ok(Mailer::Smtp(_))));
}
