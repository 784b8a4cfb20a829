use super::*;
use crate::domain::ids::LetterId;
use crate::mail::Message;
use jiff::Timestamp;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

/// What the sink took: the recipient line and the lines of the message.
struct Taken {
    to: String,
    message: String,
}

/// A relay in this process: enough of RFC 5321 for one letter at a time. The recipient decides the answer.
async fn sink() -> (u16, mpsc::UnboundedReceiver<Taken>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (taken, letters) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let taken = taken.clone();
            tokio::spawn(async move {
                let (read, mut write) = stream.into_split();
                let mut lines = BufReader::new(read).lines();
                write.write_all(b"220 sink ESMTP\r\n").await.unwrap();
                let mut to = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer = match line.to_ascii_uppercase() {
                        line if line.starts_with("EHLO") => "250-sink\r\n250 8BITMIME",
                        line if line.starts_with("RCPT") && line.contains("GONE@") => {
                            "550 5.1.1 no such user"
                        }
                        line if line.starts_with("RCPT") && line.contains("BUSY@") => {
                            "450 4.2.1 mailbox busy, try later"
                        }
                        line if line.starts_with("RCPT") && line.contains("LOCKED@") => {
                            "530 5.7.0 sign in first"
                        }
                        line if line.starts_with("RCPT") && line.contains("SLOW@") => {
                            tokio::time::sleep(Duration::from_millis(400)).await;
                            "250 2.1.5 at last"
                        }
                        line if line.starts_with("RCPT") => {
                            to = line;
                            "250 2.1.5 ok"
                        }
                        line if line.starts_with("DATA") => {
                            write.write_all(b"354 go on\r\n").await.unwrap();
                            let mut message = String::new();
                            while let Ok(Some(line)) = lines.next_line().await {
                                if line == "." {
                                    break;
                                }
                                message.push_str(line.strip_prefix('.').unwrap_or(&line));
                                message.push('\n');
                            }
                            taken
                                .send(Taken {
                                    to: to.clone(),
                                    message,
                                })
                                .unwrap();
                            "250 2.0.0 Ok: queued as 4F1"
                        }
                        line if line.starts_with("QUIT") => {
                            let _ = write.write_all(b"221 bye\r\n").await;
                            break;
                        }
                        _ => "250 ok",
                    };
                    write
                        .write_all(format!("{answer}\r\n").as_bytes())
                        .await
                        .unwrap();
                }
            });
        }
    });
    (port, letters)
}

fn options(port: u16) -> Options {
    Options {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::None,
        credentials: None,
        timeout: Duration::from_secs(20),
    }
}

fn sender() -> Sender {
    Sender {
        from: "Redress <registry@cases.example.org>".parse().unwrap(),
        reply_to: Some("help@example.org".parse().unwrap()),
        host: "cases.example.org".to_owned(),
    }
}

fn letter(to: &str) -> Message {
    Message {
        id: LetterId("0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b".parse().unwrap()),
        kind: "notice-served".to_owned(),
        to_name: "云禾家居".to_owned(),
        to_address: to.to_owned(),
        subject: "[IP-2026-000123] 关于您商品链接的通知".to_owned(),
        text: "Line\n.\nafter the dot".to_owned(),
        html: "<p>Line</p>".to_owned(),
        at: "2026-08-05T09:20:00Z".parse::<Timestamp>().unwrap(),
        attachments: Vec::new(),
    }
}

#[tokio::test]
async fn a_letter_reaches_the_relay_with_its_headers() {
    let (port, mut taken) = sink().await;
    let smtp = Smtp::new(options(port), sender()).unwrap();
    let reply = smtp.send(&letter("shop@yunhe.example")).await.unwrap();
    assert_eq!(reply.text, "250 2.0.0 Ok: queued as 4F1");

    let first = taken.recv().await.unwrap();
    assert!(first.to.contains("SHOP@YUNHE.EXAMPLE"));
    for header in [
        "From: Redress <registry@cases.example.org>",
        "Reply-To: help@example.org",
        "Auto-Submitted: auto-generated",
        "Message-ID: <0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b@cases.example.org>",
        "Date: Wed, 05 Aug 2026 09:20:00 +0000",
        "MIME-Version: 1.0",
    ] {
        assert!(
            first.message.contains(&format!("{header}\n")),
            "{header} is missing in\n{}",
            first.message
        );
    }
    assert!(
        first.message.contains("Line\n.\nafter the dot"),
        "{}",
        first.message
    );

    // A second try is the same message, byte for byte.
    smtp.send(&letter("shop@yunhe.example")).await.unwrap();
    assert_eq!(taken.recv().await.unwrap().message, first.message);
}

#[tokio::test]
async fn a_relay_that_knows_no_such_person_refuses_for_good() {
    let (port, _taken) = sink().await;
    let smtp = Smtp::new(options(port), sender()).unwrap();
    let error = smtp.send(&letter("gone@yunhe.example")).await.unwrap_err();
    assert!(error.permanent);
    assert_eq!(error.code, Some(550));
    assert!(error.text.contains("no such user"), "{}", error.text);
    // The connection is still good for the next one.
    smtp.send(&letter("shop@yunhe.example")).await.unwrap();
}

#[tokio::test]
async fn a_busy_mailbox_is_tried_again() {
    let (port, _taken) = sink().await;
    let error = Smtp::new(options(port), sender())
        .unwrap()
        .send(&letter("busy@yunhe.example"))
        .await
        .unwrap_err();
    assert!(!error.permanent);
    assert_eq!(error.code, Some(450));
}

#[tokio::test]
async fn a_relay_that_wants_us_to_sign_in_does_not_cost_letters() {
    let (port, _taken) = sink().await;
    let error = Smtp::new(options(port), sender())
        .unwrap()
        .send(&letter("locked@yunhe.example"))
        .await
        .unwrap_err();
    assert!(!error.permanent, "{error:?}");
}

#[tokio::test]
async fn a_relay_that_is_not_there_is_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let error = Smtp::new(options(port), sender())
        .unwrap()
        .send(&letter("shop@yunhe.example"))
        .await
        .unwrap_err();
    assert!(!error.permanent);
    assert_eq!(error.code, None);
}

#[tokio::test]
async fn a_late_answer_is_not_taken_for_the_next_letter() {
    let (port, mut taken) = sink().await;
    let timeout = Duration::from_millis(200);
    let smtp = Smtp::new(
        Options {
            timeout,
            ..options(port)
        },
        sender(),
    )
    .unwrap();
    let error = smtp.send(&letter("slow@yunhe.example")).await.unwrap_err();
    assert!(!error.permanent);
    assert!(taken.try_recv().is_err());
    for _ in 0..3 {
        let error = smtp.send(&letter("gone@yunhe.example")).await.unwrap_err();
        assert_eq!(error.code, Some(550));
        smtp.send(&letter("shop@yunhe.example")).await.unwrap();
        assert!(taken.recv().await.unwrap().to.contains("SHOP@"));
    }
}

#[tokio::test]
async fn the_last_owner_may_be_a_thread_without_a_runtime() {
    let (port, _taken) = sink().await;
    let smtp = Smtp::new(options(port), sender()).unwrap();
    smtp.send(&letter("shop@yunhe.example")).await.unwrap();
    std::thread::spawn(move || drop(smtp)).join().unwrap();
}

#[test]
fn without_a_runtime_there_is_no_mail() {
    assert!(matches!(
        Smtp::new(options(25), sender()),
        Err(SmtpError::Runtime(_))
    ));
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_without_asking_anybody() {
    let (port, mut taken) = sink().await;
    let smtp = Smtp::new(options(port), sender()).unwrap();
    for address in [
        "",
        "shop",
        "shop@",
        "shop@yunhe.example\r\nRCPT TO:<x@evil.example>",
        "a@b@c",
        "shop@yunhe.example, x@evil.example",
    ] {
        let error = smtp.send(&letter(address)).await.unwrap_err();
        assert!(error.permanent, "{address:?}");
    }
    assert!(taken.try_recv().is_err());
}

#[tokio::test]
async fn starttls_is_never_given_up_for_a_relay_without_it() {
    let (port, mut taken) = sink().await;
    let smtp = Smtp::new(
        Options {
            security: Security::StartTls,
            ..options(port)
        },
        sender(),
    )
    .unwrap();
    let error = smtp.send(&letter("shop@yunhe.example")).await.unwrap_err();
    assert!(!error.permanent);
    assert!(taken.try_recv().is_err());
}

#[tokio::test]
async fn letters_cross_no_network_in_the_clear() {
    for host in ["mail.example.org", "10.0.0.7", "2001:db8::1"] {
        let options = Options {
            host: host.to_owned(),
            ..options(25)
        };
        assert!(
            matches!(Smtp::new(options, sender()), Err(SmtpError::Unprotected(_))),
            "{host}"
        );
    }
    for host in ["localhost", "127.0.0.1", "::1", "[::1]"] {
        assert!(is_loopback(host), "{host}");
    }
}

#[test]
fn codes_about_us_are_not_about_the_letter() {
    for code in [550, 551, 552, 553, 554, 556] {
        assert!(
            is_final(code, "permanent error (550): 5.1.1 no such user"),
            "{code}"
        );
    }
    for code in [421, 450, 500, 503, 530, 534, 535, 538] {
        assert!(!is_final(code, "permanent error"), "{code}");
    }
    assert!(!is_final(
        554,
        "permanent error (554): 5.7.8 bad credentials"
    ));
}
