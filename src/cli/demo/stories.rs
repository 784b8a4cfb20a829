//! What happens in the demonstration: thirty cases over ten weeks, in every stage and outcome.

use super::cast::{self, Cast};
use super::papers;
use crate::domain::Role;
use crate::domain::acts::{Act, ClockState};
use crate::domain::cases::CaseFile;
use crate::domain::complaints::{self, Complaint, Problem, Remedy};
use crate::domain::decisions::{Draft, Finding, Issue, Order};
use crate::domain::evidence::ExhibitKind;
use crate::domain::messages::{self, Audience};
use crate::domain::money::Money;
use crate::domain::notices::{
    self, ActionResult, Declaration, MeasureAction, NewListing, NewSeller, Notice, Position, Right,
    RightKind, StatementOfReasons,
};
use crate::domain::parties::{self, MandateScope, Party};
use crate::domain::settlements::{self, Terms};
use crate::domain::tribunal::{self, Candidate};
use crate::services::filing::Filing;
use crate::startup::App;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

/// A file to put into evidence.
pub struct Paper {
    /// Title
    pub title: &'static str,
    /// File name
    pub file: &'static str,
    /// Sort
    pub kind: ExhibitKind,
    /// Media type
    pub media_type: &'static str,
    /// The bytes
    pub bytes: fn() -> Vec<u8>,
}

/// Composes an act from the case as it stands.
pub type Compose = Box<dyn Fn(&CaseFile) -> Act>;

/// What happens in a beat.
pub enum Move {
    /// Somebody acts
    Act(&'static str, Compose),
    /// Somebody files evidence
    Papers(&'static str, Vec<Paper>),
    /// An arbitrator signs
    Decide(&'static str, Draft, Finding),
}

/// One thing that happens.
pub struct Beat {
    /// Time after the filing
    pub after: SignedDuration,
    /// What
    pub does: Move,
}

/// One case.
pub struct Story {
    /// For error messages
    pub title: &'static str,
    /// When it is filed
    pub begins_at: Timestamp,
    /// Who files
    pub claimant: &'static str,
    /// What is filed
    pub filing: Filing,
    /// Evidence with the filing
    pub papers: Vec<Paper>,
    /// What happens then
    pub beats: Vec<Beat>,
}

/// Days as a length of time.
fn days(days: f64) -> SignedDuration {
    SignedDuration::from_mins((days * 24.0 * 60.0) as i64)
}

fn act(after: f64, who: &'static str, compose: impl Fn(&CaseFile) -> Act + 'static) -> Beat {
    Beat {
        after: days(after),
        does: Move::Act(who, Box::new(compose)),
    }
}

/// Writes stories: knows the cast, the packs and the present.
struct Author<'a> {
    cast: &'a Cast,
    app: &'a App,
    end: Timestamp,
}

/// Every story.
pub fn all(cast: &Cast, app: &App, end: Timestamp) -> Vec<Story> {
    let author = Author { cast, app, end };
    let mut stories = author.notices();
    stories.extend(author.complaints());
    stories
}

const RECEIPT: Paper = Paper {
    title: "Receiving note, signed by the warehouse",
    file: "receiving-note.pdf",
    kind: ExhibitKind::ReceivingNote,
    media_type: "application/pdf",
    bytes: || {
        papers::page(
            "Receiving note 2026-0417",
            &[
                "Warehouse: Shenzhen Longhua 3",
                "Goods: 400 lamps, brushed brass",
                "Received complete and undamaged.",
                "Signed: L. Wu",
            ],
        )
    },
};
const EXPRESS: Paper = Paper {
    title: "Express list of the carrier",
    file: "express-list.txt",
    kind: ExhibitKind::ExpressList,
    media_type: "text/plain",
    bytes: || {
        b"No.;Date;Tracking;Weight;State\n1;2026-08-02;SF102938475;1.9 kg;delivered\n2;2026-08-02;SF102938476;2.1 kg;returned\n".to_vec()
    },
};
const VOUCHER: Paper = Paper {
    title: "Payment voucher",
    file: "payment-voucher.pdf",
    kind: ExhibitKind::PaymentVoucher,
    media_type: "application/pdf",
    bytes: || {
        papers::page(
            "Payment voucher",
            &[
                "Payer: as in the order",
                "Amount: as in the order",
                "State: settled",
            ],
        )
    },
};
const CHAT: Paper = Paper {
    title: "Chat with the shop",
    file: "chat.txt",
    kind: ExhibitKind::ChatRecord,
    media_type: "text/plain",
    bytes: || {
        "[buyer] It gives small shocks when I touch it.\n[shop] Please do not use it. We will look into it.\n[buyer] 多久能退款？\n[shop] 请稍等。\n".into()
    },
};
const PHOTO: Paper = Paper {
    title: "Photo of the goods",
    file: "photo.png",
    kind: ExhibitKind::Photo,
    media_type: "image/png",
    bytes: || papers::picture("goods", 320, 240),
};
const LISTING_SHOT: Paper = Paper {
    title: "Screenshot of the listing",
    file: "listing.png",
    kind: ExhibitKind::Photo,
    media_type: "image/png",
    bytes: || papers::picture("listing", 360, 220),
};
const REGISTER: Paper = Paper {
    title: "Extract of the register",
    file: "register-extract.pdf",
    kind: ExhibitKind::Registration,
    media_type: "application/pdf",
    bytes: || {
        papers::page(
            "Register extract",
            &[
                "Mark: HALO (word)",
                "Classes: 11, 20",
                "Owner: Aurel & Finch Lighting GmbH",
                "State: registered",
            ],
        )
    },
};
const LICENCE: Paper = Paper {
    title: "Purchase contract with the brand's distributor",
    file: "采购合同-2026.pdf",
    kind: ExhibitKind::Contract,
    media_type: "application/pdf",
    bytes: || {
        papers::page(
            "Purchase contract",
            &[
                "Seller: Halo Distribution Far East Ltd",
                "Buyer: Shenzhen Yunhe Home Trading Co., Ltd.",
                "Goods: 400 lamps HALO 30",
                "Date: 12 January 2026",
            ],
        )
    },
};

impl Author<'_> {
    fn party(&self, key: &str, role: Role) -> Party {
        let person = cast::find(key);
        Party {
            no: 0,
            role,
            name: person.map_or_else(String::new, |p| p.name.to_owned()),
            email: cast::email(key),
            country: person.map_or_else(String::new, |p| p.country.to_owned()),
            language: person.map_or_else(|| "en".to_owned(), |p| p.locale.to_owned()),
            zone: person.map_or_else(|| "UTC".to_owned(), |p| p.zone.to_owned()),
            account: self.cast.account(key),
            organisation: None,
            address: String::new(),
        }
    }

    fn marketplace(&self, key: &str) -> Party {
        let (name, zone) = if key == "harbour" {
            ("Harbour Market", "Europe/Berlin")
        } else {
            ("Lotus Mall", "Asia/Singapore")
        };
        Party {
            no: 0,
            role: Role::Marketplace,
            name: name.to_owned(),
            email: String::new(),
            country: if key == "harbour" { "DE" } else { "SG" }.to_owned(),
            language: "en".to_owned(),
            zone: zone.to_owned(),
            account: None,
            organisation: self.cast.organisations.get(key).copied(),
            address: String::new(),
        }
    }

    /// A seller with an account by key, or `door:Name` for one who is only known by address.
    fn seller(&self, key: &str) -> NewSeller {
        match key.strip_prefix("door:") {
            Some(name) => NewSeller {
                name: name.to_owned(),
                email: format!(
                    "{}@sellers.redress.example",
                    name.to_lowercase().replace(' ', ".")
                ),
                country: "CN".to_owned(),
                language: "zh-Hans".to_owned(),
                zone: "Asia/Shanghai".to_owned(),
                account: None,
            },
            None => {
                let party = self.party(key, Role::Respondent);
                NewSeller {
                    name: party.name,
                    email: party.email,
                    country: party.country,
                    language: party.language,
                    zone: party.zone,
                    account: party.account,
                }
            }
        }
    }

    fn declared(&self, pack: &str, document: &str, language: &str) -> Vec<Declaration> {
        let Some(pack) = self.app.packs.latest(pack) else {
            return Vec::new();
        };
        let Some(document) = pack.document(document) else {
            return Vec::new();
        };
        pack.attestations_of(document)
            .map(|a| Declaration {
                id: a.id.clone(),
                version: a.version.to_string(),
                language: language.to_owned(),
                text: a.text(language).to_owned(),
                given_at: self.end,
            })
            .collect()
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one line a story; names would make thirty stories unreadable"
    )]
    fn notice(
        &self,
        ago: f64,
        title: &'static str,
        pack: &str,
        claimant: &'static str,
        market: &str,
        right: (RightKind, &str, &str),
        statement: &str,
        goods: &[(&str, &str, &str)],
        beats: Vec<Beat>,
    ) -> Story {
        let marketplace = self.marketplace(market);
        let host = if market == "harbour" {
            "harbour-market.example"
        } else {
            "lotus-mall.example"
        };
        let mut sellers: Vec<NewSeller> = Vec::new();
        let mut listings = Vec::new();
        for (item, name, seller) in goods {
            let seller = self.seller(seller);
            listings.push(NewListing {
                marketplace: marketplace.organisation,
                marketplace_name: marketplace.name.clone(),
                url: format!("https://www.{host}/item/{item}"),
                item: (*item).to_owned(),
                title: (*name).to_owned(),
                seller: seller.name.clone(),
                wrong: statement.to_owned(),
            });
            if !sellers.iter().any(|known| known.name == seller.name) {
                sellers.push(seller);
            }
        }
        let filing = notices::Filing {
            pack: pack.to_owned(),
            language: "en".to_owned(),
            claimant: self.party(claimant, Role::Claimant),
            notice: Notice {
                right: Right {
                    kind: right.0,
                    number: right.1.to_owned(),
                    territory: right.2.to_owned(),
                    owner: cast::find(claimant).map_or_else(String::new, |p| p.name.to_owned()),
                    proof: Vec::new(),
                },
                statement: statement.to_owned(),
                asked: MeasureAction::Remove,
                declarations: self.declared(pack, "notice", "en"),
                capacity: "owner".to_owned(),
                papers: Vec::new(),
            },
            sellers,
            marketplaces: vec![marketplace],
            listings,
            exhibits: Vec::new(),
        };
        Story {
            title,
            begins_at: self.end - days(ago),
            claimant,
            filing: Filing::Notice(Box::new(filing)),
            papers: vec![REGISTER, LISTING_SHOT],
            beats,
        }
    }

    /// A party's lawyer takes the mandate up.
    fn joins(&self, after: f64, party: &'static str, lawyer: &str) -> Beat {
        let account = self.cast.account(lawyer);
        act(after, party, move |file| {
            let mandate = file.mandates.last().map_or(1, |m| m.no);
            match account {
                Some(account) => Act::Party(parties::Act::Join { mandate, account }),
                None => Act::Party(parties::Act::EndMandate { mandate }),
            }
        })
    }

    /// A party invites a lawyer.
    fn invites(&self, after: f64, party: &'static str, lawyer: &'static str) -> Beat {
        act(after, party, move |_| {
            let name = cast::find(lawyer).map_or_else(String::new, |p| p.name.to_owned());
            Act::Party(parties::Act::Invite {
                name,
                email: cast::email(lawyer),
                scope: MandateScope::Act,
                until: None,
                authority: None,
            })
        })
    }

    fn measure(
        &self,
        after: f64,
        who: &'static str,
        listings: &'static [u32],
        action: MeasureAction,
    ) -> Beat {
        act(after, who, move |_| {
            let reasons = StatementOfReasons {
                ground: "Terms of sale, section 4.2: goods that infringe rights of others".to_owned(),
                facts: "The listing uses the sign claimed in the notice; the register extract shows the right.".to_owned(),
                territory: String::new(),
                automated: false,
            };
            Act::Notice(notices::Act::Measure {
                listings: listings.to_vec(),
                action,
                reasons,
                carried_out: true,
            })
        })
    }

    fn counter(
        &self,
        after: f64,
        who: &'static str,
        pack: &str,
        track: u32,
        statement: &'static str,
    ) -> Beat {
        let declarations = self.declared(pack, "counter", "en");
        act(after, who, move |_| {
            Act::Notice(notices::Act::Counter {
                track,
                ground: "licence".to_owned(),
                statement: statement.to_owned(),
                contact: "1 Trade Road, Longhua, Shenzhen, +86 755 5550 100".to_owned(),
                declarations: declarations.clone(),
            })
        })
    }

    fn consent(&self, after: f64, who: &'static str, pack: &str) -> Beat {
        let declarations = self.declared(pack, "submission", "en");
        act(after, who, move |_| {
            Act::Notice(notices::Act::ConsentArbitration {
                track: 1,
                declarations: declarations.clone(),
            })
        })
    }

    fn carry_out(&self, after: f64, who: &'static str) -> Beat {
        act(after, who, |file| {
            let listings = file
                .listings
                .iter()
                .filter(|l| l.order.is_some())
                .map(|l| l.no)
                .collect();
            Act::Notice(notices::Act::CarryOut { listings })
        })
    }

    fn propose(&self, after: f64, who: &'static str) -> Beat {
        let candidate = self.cast.account(who).map(|account| Candidate {
            account,
            name: cast::find(who).map_or_else(String::new, |p| p.name.to_owned()),
            email: cast::email(who),
            organisations: Vec::new(),
            case_organisations: Vec::new(),
        });
        act(after, "lucia", move |_| match &candidate {
            Some(candidate) => Act::Tribunal(tribunal::Act::Propose {
                track: 1,
                candidate: candidate.clone(),
            }),
            None => Act::Message(messages::Act::Send {
                audience: Audience::Registry,
                to_party: None,
                text: "No candidate.".to_owned(),
            }),
        })
    }

    fn accept_seat(&self, after: f64, who: &'static str, pack: &str) -> Beat {
        let declaration = self.declared(pack, "acceptance", "en").into_iter().next();
        act(after, who, move |file| {
            let seat = file.seats.last().map_or(1, |s| s.no);
            match &declaration {
                Some(declaration) => Act::Tribunal(tribunal::Act::Accept {
                    seat,
                    declaration: declaration.clone(),
                    disclosure: String::new(),
                }),
                None => Act::Tribunal(tribunal::Act::Decline {
                    seat,
                    reason: String::new(),
                }),
            }
        })
    }

    fn notices(&self) -> Vec<Story> {
        const US: &str = "us-dmca-512";
        const CN: &str = "cn-ecl-ip";
        let halo = (RightKind::TradeMark, "EU 018 234 567", "EU");
        let rings = (RightKind::Design, "GB 6123456", "GB");
        let icons = (RightKind::Copyright, "Lumen Icon Set", "US");
        let serra = (RightKind::TradeMark, "IR 1 455 021", "CN");
        let words = "The listing uses our registered mark HALO for lamps that are not ours.";
        let lamps: &[(&str, &str, &str)] = &[
            (
                "HM-88120345",
                "Table lamp “Halo 30”, brushed brass",
                "yunhe",
            ),
            ("HM-88120922", "Pendant lamp “Halo Drop”, white", "yunhe"),
            ("HM-88121177", "Desk lamp “Halo Task”, black", "yunhe"),
        ];
        let rug: &[(&str, &str, &str)] =
            &[("HM-77410068", "Wool rug 160 × 230, three rings", "anadolu")];
        vec![
            self.notice(0.4, "just filed", CN, "aurel", "harbour", halo, words, &[("HM-90011001", "Floor lamp “Halo XL”", "bright"), ("HM-90011002", "Wall lamp “Halo Mini”", "door:Lumora Trading")], vec![]),
            self.notice(1.2, "waiting for the officer", US, "pixel", "lotus", icons, "Our icon set is sold as a download without our licence.", &[("LM-50021", "3000 icons bundle", "bright"), ("LM-50022", "Icon mega pack", "bright"), ("LM-50023", "Icon font deluxe", "lune")], vec![]),
            self.notice(4.0, "waiting for the seller", CN, "aurel", "harbour", halo, words, lamps, vec![self.invites(0.1, "aurel", "jonas"), self.joins(0.2, "aurel", "jonas"), self.measure(0.6, "mara", &[1], MeasureAction::Hide), self.measure(0.7, "mara", &[2, 3], MeasureAction::Restrict)]),
            self.notice(3.0, "served by letter only", CN, "serra", "lotus", serra, "Copies of our cream with our mark on the jar.", &[("LM-61007", "Face cream 50 ml", "door:Meiyan Beauty")], vec![self.measure(0.5, "kenji", &[1], MeasureAction::Remove)]),
            self.notice(9.0, "declaration forwarded, holder's days run", CN, "aurel", "harbour", (RightKind::TradeMark, "EU 018 234 568", "EU"), words, &[("HM-88130001", "Halo reading lamp", "yunhe")], vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Hide),
                Beat { after: days(2.8), does: Move::Papers("yunhe", vec![LICENCE, RECEIPT]) },
                self.counter(3.0, "yunhe", CN, 1, "We bought these lamps from the brand's distributor in the Far East, contract R-1, and sold them in their packaging."),
                self.invites(3.5, "yunhe", "chen"),
                self.joins(3.6, "yunhe", "chen"),
            ]),
            self.notice(16.0, "put-back window runs", US, "pixel", "lotus", (RightKind::Copyright, "Orbit Wallpaper Series", "US"), "Our wallpapers, cut and recoloured.", &[("LM-50310", "Space wallpapers 4K", "lune")], vec![self.measure(0.4, "kenji", &[1], MeasureAction::Remove), self.counter(6.0, "lune", US, 1, "These are our own renderings; the project files are filed as evidence.")]),
            self.notice(34.0, "restored by the clock", US, "pixel", "lotus", (RightKind::Copyright, "Pocket Synth Samples", "US"), "Samples taken from our product.", &[("LM-50411", "Synth loops vol. 2", "kano")], vec![self.measure(0.4, "kenji", &[1], MeasureAction::Remove), self.counter(3.0, "kano", US, 1, "We recorded every loop ourselves."), self.carry_out(25.0, "kenji")]),
            self.notice(40.0, "restored, order waits in the queue", CN, "aurel", "harbour", (RightKind::TradeMark, "EU 018 234 569", "EU"), words, &[("HM-88130077", "Brass lamp “Hallo”", "anadolu")], vec![self.measure(0.5, "mara", &[1], MeasureAction::Hide), self.counter(4.0, "anadolu", CN, 1, "The word is a greeting in our language and stands on a sign in the picture.")]),
            self.notice(30.0, "silence keeps it down", CN, "serra", "lotus", (RightKind::TradeMark, "IR 1 455 022", "CN"), "Our mark on a lipstick that we never made.", &[("LM-61100", "Matte lipstick set", "door:Rongfa Cosmetics")], vec![self.measure(0.6, "kenji", &[1], MeasureAction::Remove)]),
            self.notice(26.0, "the seller agreed", CN, "oakline", "harbour", rings, "The rug repeats our registered design of three interlocking rings.", &[("HM-77410101", "Ring rug 120 × 170", "anadolu")], vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Remove),
                act(2.0, "anadolu", |_| Act::Notice(notices::Act::Agree { track: 1, statement: "We took it from our shop. We did not know the design.".to_owned() })),
            ]),
            self.notice(22.0, "went to court", US, "pixel", "lotus", (RightKind::Copyright, "Harbour Lights, photograph", "US"), "Our photograph printed on mugs.", &[("LM-50500", "Mug “Harbour”", "kano")], vec![
                self.measure(0.4, "kenji", &[1], MeasureAction::Remove),
                self.counter(3.0, "kano", US, 1, "The picture is from a free collection."),
                {
                    let declarations = self.declared(US, "action_proof", "en");
                    act(8.0, "pixel", move |_| {
                        Act::Notice(notices::Act::ProveAction {
                            track: 1,
                            court: "Copyright Claims Board".to_owned(),
                            number: "26-CCB-0417".to_owned(),
                            filed_on: jiff::civil::date(2026, 10, 30),
                            copy: None,
                            declarations: declarations.clone(),
                        })
                    })
                },
            ]),
            self.notice(55.0, "the court let it come back", US, "pixel", "lotus", (RightKind::Copyright, "Paper Town font", "US"), "Our font renamed.", &[("LM-50600", "Handmade font", "lune")], vec![
                self.measure(0.4, "kenji", &[1], MeasureAction::Remove),
                self.counter(3.0, "lune", US, 1, "Drawn by our own studio in 2019."),
                {
                    let declarations = self.declared(US, "action_proof", "en");
                    act(9.0, "pixel", move |_| {
                        Act::Notice(notices::Act::ProveAction {
                            track: 1,
                            court: "U.S. District Court, N.D. California".to_owned(),
                            number: "3:26-cv-02211".to_owned(),
                            filed_on: jiff::civil::date(2026, 9, 28),
                            copy: None,
                            declarations: declarations.clone(),
                        })
                    })
                },
                act(40.0, "lucia", |_| Act::Notice(notices::Act::ActionOutcome { track: 1, result: ActionResult::Restore, detail: "Action withdrawn on 5 November; copy of the notice of dismissal seen.".to_owned() })),
                self.carry_out(41.0, "kenji"),
            ]),
            self.notice(18.0, "an arbitrator decides", CN, "oakline", "harbour", (RightKind::Design, "GB 6123457", "GB"), "The rug repeats our registered design of three interlocking rings.", rug, vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Hide),
                Beat { after: days(2.9), does: Move::Papers("anadolu", vec![PHOTO, EXPRESS]) },
                self.counter(3.0, "anadolu", CN, 1, "Rings are a common motif. Our border, pile and palette differ, and we sold this pattern before the filing date."),
                self.consent(4.0, "oakline", CN),
                self.consent(5.0, "anadolu", CN),
                self.propose(6.0, "okonkwo"),
                self.accept_seat(7.0, "okonkwo", CN),
                Beat { after: days(8.0), does: Move::Papers("oakline", vec![PHOTO]) },
                act(9.0, "okonkwo", |_| Act::Message(messages::Act::Send { audience: Audience::Everyone, to_party: None, text: "Please file by Friday any proof of sales before 1 March 2026.".to_owned() })),
            ]),
            self.notice(45.0, "decided for the seller", CN, "oakline", "harbour", (RightKind::Design, "GB 6123458", "GB"), "Same overall impression as our design.", &[("HM-77419000", "Wave rug", "anadolu")], vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Hide),
                self.counter(3.0, "anadolu", CN, 1, "Waves are as old as weaving; see our catalogue of 2021."),
                self.consent(4.0, "oakline", CN),
                self.consent(4.5, "anadolu", CN),
                self.propose(5.0, "zhao"),
                self.accept_seat(6.0, "zhao", CN),
                Beat { after: days(30.0), does: Move::Decide("zhao", decision("Does the rug make the same overall impression?", Finding::Respondent, "The comparison is made through the eyes of the informed user. The wave is a common motif; colours, border and rhythm differ.", vec![restore_order()], "The rug does not infringe the design. Harbour Market puts the listing back."), Finding::Respondent) },
                self.carry_out(31.0, "mara"),
            ]),
            self.notice(20.0, "settled with a changed title", CN, "aurel", "harbour", (RightKind::TradeMark, "EU 018 234 570", "EU"), words, &[("HM-88139999", "Lamp “Halo style”", "lune")], vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Hide),
                self.offer(2.0, "lune", Remedy::RestoreListing, None, 5, "We change the title and pictures; the listing comes back."),
                act(4.0, "aurel", |file| Act::Settlement(settlements::Act::Accept { offer: file.offers.last().map_or(1, |o| o.no) })),
                self.carry_out(5.0, "mara"),
            ]),
            self.notice(12.0, "refused by the marketplace", CN, "serra", "lotus", (RightKind::TradeMark, "IR 1 455 023", "CN"), "They sell our perfume.", &[("LM-61990", "Perfume 30 ml, used", "kano")], vec![self.measure(0.8, "kenji", &[1], MeasureAction::Refuse)]),
            self.notice(15.0, "withdrawn", CN, "aurel", "harbour", (RightKind::TradeMark, "EU 018 234 571", "EU"), words, &[("HM-88140404", "Lamp, brass", "bright")], vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Hide),
                act(3.0, "aurel", |_| Act::Notice(notices::Act::Withdraw { track: 0, reason: "The seller is our own distributor. We apologise.".to_owned() })),
                self.carry_out(3.5, "mara"),
            ]),
        ]
    }

    fn offer(
        &self,
        after: f64,
        who: &'static str,
        remedy: Remedy,
        amount: Option<(i64, &'static str)>,
        open_days: i64,
        text: &'static str,
    ) -> Beat {
        let now = self.end;
        act(after, who, move |file| {
            let from = file.updated_at.max(file.filed_at + days(after));
            let day = from.min(now).to_zoned(TimeZone::UTC).date();
            let terms = Terms {
                remedy,
                amount: amount.map(|(minor, currency)| Money {
                    minor,
                    currency: currency.to_owned(),
                }),
                instalments: 1,
                due_on: day.checked_add(Span::new().days(12)).unwrap_or(day),
                debtor: Role::Respondent,
                text: text.to_owned(),
            };
            let counter_to = file
                .open_offer(1)
                .filter(|o| o.by != Role::CaseManager)
                .map(|o| o.no);
            let open_until = from + SignedDuration::from_hours(24 * open_days);
            Act::Settlement(settlements::Act::Offer {
                track: 1,
                terms,
                open_until,
                counter_to,
            })
        })
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one line a story; names would make thirty stories unreadable"
    )]
    fn complaint(
        &self,
        ago: f64,
        title: &'static str,
        consumer: &'static str,
        seller: &str,
        market: &str,
        order: &str,
        goods: &str,
        problem: Problem,
        statement: &str,
        remedy: Remedy,
        amount: (i64, &str),
        beats: Vec<Beat>,
    ) -> Story {
        let filing = complaints::Filing {
            pack: "consumer-odr".to_owned(),
            language: "en".to_owned(),
            claimant: self.party(consumer, Role::Claimant),
            seller: self.seller(seller),
            marketplaces: vec![self.marketplace(market)],
            complaint: Complaint {
                order_reference: order.to_owned(),
                marketplace_name: if market == "harbour" {
                    "Harbour Market"
                } else {
                    "Lotus Mall"
                }
                .to_owned(),
                goods: goods.to_owned(),
                ordered_on: Some((self.end - days(ago + 20.0)).to_zoned(TimeZone::UTC).date()),
                problem,
                statement: statement.to_owned(),
                tried: "I wrote to the shop twice and got no help.".to_owned(),
                remedy,
                amount: Some(Money {
                    minor: amount.0,
                    currency: amount.1.to_owned(),
                }),
                declarations: self.declared("consumer-odr", "complaint", "en"),
                missing: None,
                completions: Vec::new(),
            },
            exhibits: Vec::new(),
        };
        Story {
            title,
            begins_at: self.end - days(ago),
            claimant: consumer,
            filing: Filing::Complaint(Box::new(filing)),
            papers: vec![VOUCHER, CHAT, PHOTO],
            beats,
        }
    }

    fn screen(&self, after: f64) -> Beat {
        act(after, "lucia", |_| {
            Act::Complaint(complaints::Act::ScreenAccept)
        })
    }

    fn respond(
        &self,
        after: f64,
        who: &'static str,
        position: Position,
        statement: &'static str,
    ) -> Beat {
        let declarations = self.declared("consumer-odr", "response", "en");
        act(after, who, move |_| {
            Act::Complaint(complaints::Act::Respond {
                position,
                statement: statement.to_owned(),
                declarations: declarations.clone(),
            })
        })
    }

    fn final_consent(&self, after: f64, who: &'static str) -> Beat {
        let declarations = self.declared("consumer-odr", "consent", "en");
        act(after, who, move |_| {
            Act::Complaint(complaints::Act::ConsentFinal {
                declarations: declarations.clone(),
            })
        })
    }

    fn complaints(&self) -> Vec<Story> {
        let odr = "consumer-odr";
        let fail = |after: f64| {
            act(after, "lucia", |_| {
                Act::Complaint(complaints::Act::DeclareFailure {
                    reason: "The sides are too far apart.".to_owned(),
                })
            })
        };
        let accept_last = |after: f64, who: &'static str| {
            act(after, who, |file| {
                Act::Settlement(settlements::Act::Accept {
                    offer: file.offers.last().map_or(1, |o| o.no),
                })
            })
        };
        vec![
            self.complaint(0.8, "to be screened", "ngozi", "bright", "lotus", "LM-2026-77120", "Phone charger", Problem::Unsafe, "The charger became so hot that it burned the table.", Remedy::Refund, (1_899, "USD"), vec![]),
            self.complaint(3.0, "something is missing", "hannah", "lune", "harbour", "unknown", "Blue dress", Problem::NotAsDescribed, "The colour is not the one in the picture.", Remedy::Refund, (6_490, "EUR"), vec![
                act(0.9, "lucia", |_| Act::Complaint(complaints::Act::NeedInfo { missing: "Please give the order number and a photo of the dress beside the listing.".to_owned() })),
            ]),
            self.complaint(4.0, "waiting for the shop", "duarte", "yunhe", "harbour", "HM-2026-10293", "Kettle, 1.7 l", Problem::Defective, "It stopped working after two days.", Remedy::Replacement, (4_500, "USD"), vec![self.screen(0.9)]),
            self.complaint(8.0, "offers go back and forth", "duarte", "yunhe", "harbour", "HM-2026-10311", "Table lamp", Problem::NotAsDescribed, "It is plastic, not brass.", Remedy::Refund, (12_900, "USD"), vec![
                self.screen(0.5),
                self.respond(2.0, "yunhe", Position::Part, "The base is brass, the shade is not. We can pay a part back."),
                self.offer(2.5, "yunhe", Remedy::PartialRefund, Some((4_000, "USD")), 6, "You keep the lamp."),
                self.offer(4.0, "duarte", Remedy::PartialRefund, Some((8_000, "USD")), 8, "I keep the lamp."),
                self.offer(6.0, "yunhe", Remedy::PartialRefund, Some((6_000, "USD")), 7, "Our last offer. You keep the lamp."),
            ]),
            self.complaint(14.0, "silence moved it on", "liwei", "kano", "lotus", "LM-2026-80021", "手工皮包", Problem::NotDelivered, "下单两个月仍未收到货，卖家不回复。", Remedy::Refund, (38_000, "CNY"), vec![self.screen(1.0)]),
            self.complaint(24.0, "a neutral proposed", "hannah", "bright", "harbour", "HM-2026-09931", "Wireless earphones", Problem::Defective, "The left side is silent.", Remedy::Refund, (5_900, "EUR"), vec![
                self.screen(1.0),
                self.respond(3.0, "bright", Position::Dispute, "They worked when we sent them; the test protocol is filed."),
                Beat { after: days(3.2), does: Move::Papers("bright", vec![RECEIPT]) },
                act(13.0, "hannah", |_| Act::Complaint(complaints::Act::Escalate { reason: "We go in circles.".to_owned() })),
                self.offer(20.0, "lucia", Remedy::ReturnThenRefund, Some((5_900, "EUR")), 5, "The buyer returns the earphones at the shop's cost; the shop pays the price back within five days of their arrival."),
                act(21.0, "hannah", |file| Act::Settlement(settlements::Act::Accept { offer: file.offers.last().map_or(1, |o| o.no) })),
            ]),
            self.complaint(33.0, "final stage, deciding", "ngozi", "bright", "lotus", "LM-2026-70114", "Space heater", Problem::Unsafe, "It sparked when I plugged it in. My neighbour, an electrician, says the earth wire is missing.", Remedy::Refund, (7_900, "USD"), vec![
                self.screen(1.0),
                self.respond(4.0, "bright", Position::Dispute, "The heater is certified. The socket was wrong."),
                act(12.0, "ngozi", |_| Act::Complaint(complaints::Act::Escalate { reason: "They blame my socket.".to_owned() })),
                self.final_consent(16.0, "ngozi"),
                fail(20.0),
                self.propose(21.0, "okonkwo"),
                self.accept_seat(22.0, "okonkwo", odr),
                Beat { after: days(23.0), does: Move::Papers("ngozi", vec![PHOTO]) },
                Beat { after: days(24.0), does: Move::Papers("bright", vec![LICENCE]) },
            ]),
            self.complaint(30.0, "arbitrator challenged", "liwei", "lune", "lotus", "LM-2026-70990", "丝绸围巾", Problem::NotAsDescribed, "标注真丝，实为化纤。", Remedy::Refund, (52_000, "CNY"), vec![
                self.screen(1.0),
                self.respond(5.0, "lune", Position::Dispute, "The label says silk blend."),
                act(14.0, "liwei", |_| Act::Complaint(complaints::Act::Escalate { reason: "无法达成一致。".to_owned() })),
                self.final_consent(18.0, "liwei"),
                fail(27.5),
                self.propose(28.0, "moreau"),
                self.accept_seat(28.5, "moreau", odr),
                act(29.0, "liwei", |file| Act::Tribunal(tribunal::Act::Challenge { seat: file.seats.last().map_or(1, |s| s.no), ground: "The arbitrator wrote an article for the seller's trade association in May.".to_owned() })),
            ]),
            self.complaint(60.0, "decided and performed", "hannah", "kano", "harbour", "HM-2026-05512", "Wooden bowl", Problem::Defective, "It arrived with a crack.", Remedy::Refund, (3_400, "EUR"), vec![
                self.screen(1.0),
                self.respond(4.0, "kano", Position::Dispute, "Wood moves; a hair crack is normal."),
                act(14.0, "hannah", |_| Act::Complaint(complaints::Act::Escalate { reason: "We do not agree.".to_owned() })),
                self.final_consent(17.0, "hannah"),
                fail(24.0),
                self.propose(25.0, "silva"),
                self.accept_seat(26.0, "silva", odr),
                Beat { after: days(34.0), does: Move::Decide("silva", decision("Was the bowl defective when it arrived?", Finding::Claimant, "The photo in C-3 was taken on the day of delivery and shows a crack through the wall. R-side has no photo of the packing.", vec![refund_order(3_400, "EUR")], "The shop pays EUR 34.00 back within ten days. The buyer may keep the bowl."), Finding::Claimant) },
                act(37.0, "kano", |file| Act::Settlement(settlements::Act::Mark { obligation: file.obligations.last().map_or(1, |o| o.no), proof: "SEPA transfer 2026-10-21, reference 05512".to_owned() })),
                act(39.0, "hannah", |file| Act::Settlement(settlements::Act::Confirm { obligation: file.obligations.last().map_or(1, |o| o.no) })),
            ]),
            self.complaint(20.0, "settled, to be paid", "duarte", "yunhe", "harbour", "HM-2026-08840", "Set of six glasses", Problem::Defective, "Two of six are broken.", Remedy::PartialRefund, (2_400, "USD"), vec![
                self.screen(0.7),
                self.respond(3.0, "yunhe", Position::Agree, "We are sorry about the packing."),
                self.offer(4.0, "yunhe", Remedy::PartialRefund, Some((1_200, "USD")), 8, "For the two broken glasses."),
                accept_last(9.0, "duarte"),
                act(14.5, "yunhe", |file| Act::Settlement(settlements::Act::Mark { obligation: file.obligations.last().map_or(1, |o| o.no), proof: "Marketplace wallet, transaction 88213".to_owned() })),
            ]),
            self.complaint(38.0, "agreed and not paid", "liwei", "bright", "lotus", "LM-2026-60117", "充电宝", Problem::Payment, "重复扣款。", Remedy::Refund, (12_900, "CNY"), vec![
                self.screen(1.0),
                self.respond(3.0, "bright", Position::Agree, "Charged twice by mistake."),
                self.offer(4.0, "bright", Remedy::Refund, Some((12_900, "CNY")), 9, "Full refund of the second charge."),
                accept_last(6.0, "liwei"),
            ]),
            self.complaint(10.0, "not for this service", "hannah", "door:Nordlicht Reisen", "harbour", "R-1", "Flight to Porto", Problem::NotDelivered, "My flight was cancelled.", Remedy::Refund, (21_900, "EUR"), vec![
                act(1.0, "tomasz", |_| Act::Complaint(complaints::Act::ScreenReject { reason: "Flights are not goods bought on a marketplace. The national enforcement body for air passengers can help you.".to_owned() })),
            ]),
            self.complaint(17.0, "withdrawn by the consumer", "duarte", "anadolu", "harbour", "HM-2026-09102", "Cotton towels", Problem::NotDelivered, "Nothing came.", Remedy::Refund, (3_900, "USD"), vec![
                self.screen(1.0),
                act(4.0, "duarte", |_| Act::Complaint(complaints::Act::Withdraw { reason: "The parcel came today.".to_owned() })),
            ]),
            self.complaint(6.0, "asked for more time", "ngozi", "door:Sunhope Toys", "lotus", "LM-2026-81100", "Toy train", Problem::Unsafe, "A small magnet fell out; my child nearly swallowed it.", Remedy::Refund, (2_990, "USD"), vec![
                self.screen(0.5),
                act(3.0, "door:Sunhope Toys", |file| {
                    let clock = file.clocks.iter().find(|c| c.rule == "respond" && c.state == ClockState::Running).map_or(0, |c| c.no);
                    Act::Notice(notices::Act::AskTime { clock, reason: "The factory tests the batch.".to_owned() })
                }),
            ]),
        ]
    }
}

fn decision(
    question: &str,
    finding: Finding,
    reasons: &str,
    orders: Vec<Order>,
    summary: &str,
) -> Draft {
    let costs = Issue {
        no: 2,
        question: "Costs".to_owned(),
        finding: Some(Finding::Mixed),
        reasons: "Each side bears its own costs; the service is free for both.".to_owned(),
    };
    Draft {
        issues: vec![
            Issue {
                no: 1,
                question: question.to_owned(),
                finding: Some(finding),
                reasons: reasons.to_owned(),
            },
            costs,
        ],
        orders,
        summary: summary.to_owned(),
        notes: String::new(),
    }
}

fn refund_order(minor: i64, currency: &str) -> Order {
    Order {
        debtor: Role::Respondent,
        remedy: Remedy::Refund,
        amount: Some(Money {
            minor,
            currency: currency.to_owned(),
        }),
        within_days: 10,
        text: "The respondent pays the price back to the claimant.".to_owned(),
    }
}

fn restore_order() -> Order {
    Order {
        debtor: Role::Respondent,
        remedy: Remedy::RestoreListing,
        amount: None,
        within_days: 2,
        text: "The marketplace puts the listing back.".to_owned(),
    }
}
