//! Several sellers of one notice: each has its own dates, hears only of what it may open, and the rights
//! holder finds what is to be done in every part.

use crate::support::stories::{SELLER_MAIL, counter, measure};
use crate::support::{Person, World};
use redress::domain::acts::Act;
use redress::domain::ids::CaseId;
use redress::domain::notices::{self, MeasureAction, NewListing, NewSeller};
use redress::mail::Captured;

/// A notice under the law of China about a seller with an account (part 1) and one known by address (part 2).
struct Two {
    owner: Person,
    seller: Person,
    officer: Person,
    case: CaseId,
    number: String,
}

impl Two {
    async fn file(world: &World) -> Self {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Brightway Ltd").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let mut filing = world.notice("cn-ecl-ip", &owner, market, &["A1"], Some(&seller));
        filing.sellers.push(NewSeller {
            name: "Yunhe Home".into(),
            email: SELLER_MAIL.into(),
            country: "CN".into(),
            language: "en".into(),
            zone: "Asia/Shanghai".into(),
            account: None,
        });
        filing.listings.push(NewListing {
            seller: "Yunhe Home".into(),
            item: "B1".into(),
            url: "https://harbour.example/item/B1".into(),
            title: "Shade B1".into(),
            ..filing.listings[0].clone()
        });
        let filed = world.files(&owner, filing).await.unwrap();
        Self {
            owner,
            seller,
            officer,
            case: filed.case,
            number: filed.receipt.number.to_string(),
        }
    }
}

/// The officer's decision, not carried out yet.
fn decided(listings: &[u32], action: MeasureAction) -> Act {
    match measure(listings, action) {
        Act::Notice(notices::Act::Measure {
            listings,
            action,
            reasons,
            ..
        }) => Act::Notice(notices::Act::Measure {
            listings,
            action,
            reasons,
            carried_out: false,
        }),
        other => other,
    }
}

/// The letters of one kind that an address got.
async fn letters(world: &World, mail: &str, kind: &str) -> Vec<Captured> {
    let mut letters = world.letters_to(mail).await;
    letters.retain(|letter| letter.kind == kind);
    letters
}

on_both! {
    async fn one_letter_tells_the_rights_holder_of_all_sellers(world) {
        let two = Two::file(&world).await;
        world.acts(two.case, &two.officer, measure(&[1, 2], MeasureAction::Hide)).await.unwrap();
        let letters = world.letters_to(&two.owner.email).await;
        let told: Vec<_> = letters.iter().filter(|l| l.kind == "listing-measure").collect();
        assert_eq!(told.len(), 1, "{told:?}");
        for listing in ["A1", "B1"] {
            assert!(told[0].text.contains(listing), "{}", told[0].text);
        }
        for seller in [two.seller.email.as_str(), SELLER_MAIL] {
            let letters = world.letters_to(seller).await;
            assert_eq!(letters.iter().filter(|l| l.kind == "notice-served").count(), 1, "each seller has its own");
        }
    }

    async fn what_is_decided_and_not_done_is_not_said_to_be_done(world) {
        let two = Two::file(&world).await;
        world.acts(two.case, &two.officer, decided(&[1], MeasureAction::Remove)).await.unwrap();
        for (mail, kind) in [(&two.owner.email, "listing-measure"), (&two.seller.email, "notice-served")] {
            let letter = letters(&world, mail, kind).await.remove(0);
            assert!(letter.text.contains("decided to remove a listing") && letter.text.contains("This is not done yet."), "{}", letter.text);
        }
        world.acts(two.case, &two.officer, Act::Notice(notices::Act::CarryOut { listings: vec![1] })).await.unwrap();
        let texts: Vec<String> = letters(&world, &two.owner.email, "listing-measure").await.into_iter().map(|l| l.text).collect();
        assert_eq!(texts.iter().filter(|text| text.contains("Harbour Market removed a listing")).count(), 1, "{texts:?}");
    }

    async fn a_seller_hears_only_of_exhibits_it_may_open(world) {
        let two = Two::file(&world).await;
        world.acts(two.case, &two.officer, measure(&[1], MeasureAction::Hide)).await.unwrap();
        // The second seller has not been told of the case; the officer has not decided on its listing.
        let before = world.letters_to(SELLER_MAIL).await.len();
        world.exhibit(two.case, &two.owner, "photo.txt", b"A photo").await;
        assert_eq!(world.letters_to(SELLER_MAIL).await.len(), before);
        assert!(world.kinds_to(&two.seller.email).await.contains(&"evidence-filed".to_owned()));
        // What one seller files is not announced to the other.
        world.acts(two.case, &two.officer, measure(&[2], MeasureAction::Hide)).await.unwrap();
        let before = world.letters_to(SELLER_MAIL).await.len();
        world.exhibit(two.case, &two.seller, "contract.txt", b"Our contract").await;
        assert_eq!(world.letters_to(SELLER_MAIL).await.len(), before);
        // Whose part has ended hears of no more papers.
        world.acts(two.case, &two.seller, Act::Notice(notices::Act::Agree { track: 1, statement: String::new() })).await.unwrap();
        let count = |kinds: Vec<String>| kinds.iter().filter(|kind| *kind == "evidence-filed").count();
        let before = (count(world.kinds_to(&two.seller.email).await), count(world.kinds_to(SELLER_MAIL).await));
        world.exhibit(two.case, &two.owner, "second.txt", b"Second photo").await;
        let after = (count(world.kinds_to(&two.seller.email).await), count(world.kinds_to(SELLER_MAIL).await));
        assert_eq!(after, (before.0, before.1 + 1));
    }

    async fn each_reads_its_own_dates_and_finds_its_own_steps(world) {
        let two = Two::file(&world).await;
        world.acts(two.case, &two.officer, measure(&[1, 2], MeasureAction::Hide)).await.unwrap();
        world.acts(two.case, &two.seller, counter(&world, "cn-ecl-ip", 1)).await.unwrap();
        let case = format!("/cases/{}", two.number);
        // The seller has answered: the other seller's time to answer is not its own.
        let mut seller = world.signed_in(&two.seller).await;
        let page = seller.get(&case).await;
        assert_eq!(page.select(".clock h2"), ["Rights holder's step due"]);
        let entry = world.file(two.case).await.version;
        let receipt = seller.get(&format!("/receipts/{}/{entry}", two.number)).await;
        assert!(receipt.status == 200 && !receipt.text().contains("Your answer is due"), "{}", receipt.text());
        // The other one has not.
        let mut other = world.seller_by_letter().await;
        assert_eq!(other.get(&case).await.select(".clock h2"), ["Your answer is due"]);
        // The rights holder's own date leads to the step that keeps it.
        let mut owner = world.signed_in(&two.owner).await;
        let page = owner.get(&case).await;
        assert_eq!(page.select(".clock h2"), ["Your complaint or court action is to be shown"]);
        assert_eq!(page.attributes(".clock a.btn--go, .clock .clock__act a", "href").first(), Some(&format!("{case}/action/new")));
        assert!(page.attributes("main a", "href").contains(&format!("{case}/arbitration")));
    }

    async fn a_refusal_of_one_part_does_not_close_the_rest(world) {
        let two = Two::file(&world).await;
        world.acts(two.case, &two.officer, measure(&[1], MeasureAction::Hide)).await.unwrap();
        world.acts(two.case, &two.officer, measure(&[2], MeasureAction::Refuse)).await.unwrap();
        let letter = letters(&world, &two.owner.email, "filing-rejected").await.remove(0);
        assert!(letter.subject.contains("Part of your notice was refused"), "{}", letter.subject);
        assert!(letter.text.contains("The rest of your notice goes on.") && !letter.text.contains("stays closed"), "{}", letter.text);
    }
}
