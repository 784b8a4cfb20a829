//! What happens to notices in the demonstration.

use super::evidence::{
    COURT_ORDER, EXPRESS, LICENCE, LISTING_SHOT, NOTARY, PHOTO, RECEIPT, REGISTER,
};
use super::names::{answers, takes, text};
use super::{Author, Beat, Move, Story, act, days, decision, restore_order};
use crate::cli::demo::cast;
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::complaints::Remedy;
use crate::domain::decisions::Finding;
use crate::domain::messages::{self, Audience};
use crate::domain::notices::{
    self, ActionResult, Gap, MeasureAction, NewListing, NewSeller, Notice, Right, RightKind,
    StatementOfReasons,
};
use crate::domain::settlements;
use crate::services::filing::Filing;

impl Author<'_> {
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

    /// Every notice.
    pub fn notices(&self) -> Vec<Story> {
        const US: &str = "us-dmca-512";
        const CN: &str = "cn-ecl-ip";
        const EU: &str = "eu-dsa-notice";
        let own_picture = || {
            answers(vec![(
                "explanation",
                text(
                    "The picture is ours, and the word HALO is not on the lamp. Please look again.",
                ),
            )])
        };
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
            self.notice(19.0, "an authority has the matter", CN, "serra", "lotus", (RightKind::TradeMark, "EU 016 440 213", "EU"), "Our mark on a soap that we never made.", &[("LM-71120", "Soap bar, lily", "kano")], vec![
                self.measure(0.5, "kenji", &[1], MeasureAction::Hide),
                self.counter(3.0, "kano", CN, 1, "The word is the name of a flower and describes the scent."),
                {
                    let declarations = self.declared(CN, "action_proof", "en");
                    act(9.0, "serra", move |_| {
                        Act::Notice(notices::Act::ProveAction {
                            track: 1,
                            court: "Market regulation bureau, Yiwu".to_owned(),
                            number: "2026-1187".to_owned(),
                            filed_on: jiff::civil::date(2026, 11, 10),
                            copy: None,
                            declarations: declarations.clone(),
                        })
                    })
                },
            ]),
            self.notice(13.0, "the seller agrees", US, "pixel", "lotus", (RightKind::Copyright, "Tide Tables, illustrations", "US"), "Our illustrations on posters.", &[("LM-50811", "Tide poster", "lune")], vec![
                self.measure(0.4, "kenji", &[1], MeasureAction::Remove),
                act(2.0, "lune", |_| Act::Notice(notices::Act::Agree { track: 1, statement: "We did not know whose they are, and take them out.".to_owned() })),
            ]),
            self.notice(9.0, "a counter-notice lacks something", US, "pixel", "lotus", (RightKind::Copyright, "Lantern Festival, poster", "US"), "Our poster, mirrored.", &[("LM-50702", "Festival print A2", "kano")], vec![
                self.measure(0.4, "kenji", &[1], MeasureAction::Remove),
                act(4.0, "kano", |_| Act::Notice(notices::Act::Counter { track: 1, ground: "own-right".to_owned(), statement: "We painted this ourselves.".to_owned(), contact: String::new(), declarations: Vec::new() })),
            ]),
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
            self.notice(2.0, "papers that the law asks for are missing", CN, "serra", "lotus", (RightKind::TradeMark, "IR 1 455 024", "CN"), "Our mark on a shampoo that we never made.", &[("LM-61777", "Repair shampoo 400 ml", "door:Rongfa Cosmetics")], vec![]).without_papers(),
            self.notice(5.0, "sent back by the marketplace", US, "pixel", "lotus", (RightKind::Copyright, "Kite Illustrations", "US"), "Our drawings on phone cases.", &[("LM-50720", "Phone case “Kite”", "kano")], vec![
                act(0.7, "kenji", |_| Act::Notice(notices::Act::NeedInfo {
                    track: 0,
                    gaps: vec![Gap::Statement],
                    words: "Please say which of the twelve drawings in the listing are yours, and where the originals can be seen.".to_owned(),
                })),
            ]),
            self.notice(6.5, "the seller has no address yet", CN, "aurel", "harbour", (RightKind::TradeMark, "EU 018 234 572", "EU"), words, &[("HM-88155501", "Halo ceiling lamp", "unknown:Glow House")], vec![self.measure(0.5, "mara", &[1], MeasureAction::Hide)]),
            self.notice(19.0, "a notary needs time", CN, "serra", "lotus", (RightKind::TradeMark, "IR 1 455 025", "CN"), "Refilled bottles of our perfume are sold as new.", &[("LM-61880", "Perfume 50 ml", "kano")], vec![
                self.measure(0.6, "kenji", &[1], MeasureAction::Remove),
                self.counter(4.0, "kano", CN, 1, "Every bottle comes sealed from an importer; the invoices are filed as evidence."),
                Beat { after: days(4.1), does: Move::Papers("kano", vec![RECEIPT]) },
                Beat { after: days(8.0), does: Move::Papers("serra", vec![NOTARY]) },
                act(8.1, "serra", |file| Act::Notice(notices::Act::Delay {
                    track: 1,
                    proof: "Notarial certificate of the test purchase".to_owned(),
                    reason: "The office gives the certificate within fifteen working days; its receipt is attached.".to_owned(),
                    receipt: file.exhibits.last().map(|exhibit| exhibit.file.clone()),
                })),
            ]),
            self.notice(28.0, "a court's order goes first", CN, "oakline", "harbour", (RightKind::Design, "GB 6123459", "GB"), "The rug repeats our registered design of three interlocking rings.", &[("HM-77420001", "Ring runner 80 × 300", "anadolu")], vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Hide),
                self.counter(4.0, "anadolu", CN, 1, "The pattern is ours and older; the court has our catalogue."),
                Beat { after: days(10.0), does: Move::Papers("anadolu", vec![COURT_ORDER]) },
                act(10.5, "mara", |file| Act::Notice(notices::Act::CourtOrder {
                    track: 1,
                    court: "Pudong New Area People's Court, Shanghai".to_owned(),
                    number: "(2026) Hu 0115 Min Bao 77".to_owned(),
                    ordered_on: jiff::civil::date(2026, 10, 30),
                    measure: Some(MeasureAction::Restore),
                    detail: "The listing is put back until judgment; the seller gave security.".to_owned(),
                    copy: file.exhibits.last().map(|exhibit| exhibit.file.clone()),
                })),
                self.carry_out(11.0, "mara"),
            ]),
            self.notice(6.0, "the seller complains about a measure", EU, "aurel", "harbour", (RightKind::TradeMark, "EU 018 234 574", "EU"), words, &[("HM-88170002", "Clip lamp “Halo”", "yunhe")], vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Hide),
                takes(3.0, "yunhe", "complain", own_picture(), ""),
            ]),
            self.notice(3.0, "refused with reasons", EU, "serra", "lotus", (RightKind::Rule, "Regulation (EU) 2023/988, article 5", ""), "The heater has no thermal cut-out and melts.", &[("LM-80001", "Fan heater 2000 W", "kano")], vec![self.measure(0.7, "kenji", &[1], MeasureAction::Refuse)]),
            self.notice(15.0, "withdrawn", CN, "aurel", "harbour", (RightKind::TradeMark, "EU 018 234 571", "EU"), words, &[("HM-88140404", "Lamp, brass", "bright")], vec![
                self.measure(0.5, "mara", &[1], MeasureAction::Hide),
                act(3.0, "aurel", |_| Act::Notice(notices::Act::Withdraw { track: 0, reason: "The seller is our own distributor. We apologise.".to_owned() })),
                self.carry_out(3.5, "mara"),
            ]),
        ]
    }
}
