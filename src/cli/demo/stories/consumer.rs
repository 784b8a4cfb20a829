//! What happens to complaints in the demonstration.

use super::evidence::{CHAT, LICENCE, PHOTO, RECEIPT, VOUCHER};
use super::{Author, Beat, Move, Story, act, days, decision, refund_order};
use crate::cli::demo::cast;
use crate::domain::Role;
use crate::domain::acts::{Act, ClockState};
use crate::domain::complaints::{self, Complaint, Problem, Remedy};
use crate::domain::decisions::Finding;
use crate::domain::money::Money;
use crate::domain::notices::{self, Position};
use crate::domain::procedures::LinkKind;
use crate::domain::{parallel, settlements, tribunal};
use crate::services::filing::Filing;
use jiff::tz::TimeZone;

impl Author<'_> {
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
        let language = cast::find(consumer).map_or("en", |person| person.locale);
        let filing = complaints::Filing {
            pack: "consumer-odr".to_owned(),
            language: language.to_owned(),
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
                declarations: self.declared("consumer-odr", "complaint", language),
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

    /// The same complaint under a profile that is for both sides.
    fn under(&self, pack: &str, mut story: Story) -> Story {
        if let Filing::Complaint(filing) = &mut story.filing {
            pack.clone_into(&mut filing.pack);
            filing.complaint.declarations = self.declared(pack, "complaint", &filing.language);
        }
        story
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

    /// Every complaint.
    pub fn complaints(&self) -> Vec<Story> {
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
                act(29.0, "liwei", |file| Act::Tribunal(tribunal::Act::Challenge { seat: file.seats.last().map_or(1, |s| s.no), ground: "该仲裁员五月曾为卖家所属的行业协会撰文。".to_owned() })),
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
            self.complaint(36.0, "a recommendation is being written", "duarte", "lune", "harbour", "HM-2026-07719", "Linen curtains", Problem::NotAsDescribed, "The curtains are 20 cm shorter than the page says.", Remedy::PartialRefund, (6_000, "EUR"), vec![
                self.screen(1.0),
                self.respond(5.0, "lune", Position::Dispute, "Linen shrinks when it is washed; the page says so."),
                act(14.0, "duarte", |_| Act::Complaint(complaints::Act::Escalate { reason: "We measured before the first wash.".to_owned() })),
                fail(28.0),
                self.propose(29.0, "silva"),
                self.accept_seat(30.0, "silva", odr),
            ]),
            self.complaint(62.0, "a recommendation was given", "ngozi", "kano", "lotus", "LM-2026-51180", "Leather sandals", Problem::Defective, "The strap tore on the second day.", Remedy::Refund, (4_200, "USD"), vec![
                self.screen(1.0),
                self.respond(4.0, "kano", Position::Dispute, "The strap was pulled with force."),
                act(13.0, "ngozi", |_| Act::Complaint(complaints::Act::Escalate { reason: "I only walked in them.".to_owned() })),
                fail(25.0),
                self.propose(26.0, "moreau"),
                self.accept_seat(27.0, "moreau", odr),
                Beat { after: days(35.0), does: Move::Decide("moreau", decision("Was the strap weak when the sandals were sold?", Finding::Claimant, "The photo C-3 shows the seam open along the stitches. Force tears the leather, not the thread.\n\n- The shop filed no photo of the goods before sending.\n- Two days of walking are *ordinary use*.", vec![refund_order(4_200, "USD")], "The shop should pay the price back."), Finding::Claimant) },
            ]),
            self.complaint(58.0, "decided for the shop", "liwei", "yunhe", "lotus", "LM-2026-52031", "陶瓷茶壶", Problem::Defective, "壶盖有缺口。", Remedy::Refund, (16_800, "CNY"), vec![
                self.screen(1.0),
                self.respond(3.0, "yunhe", Position::Dispute, "开箱视频显示壶盖完好。"),
                act(13.0, "liwei", |_| Act::Complaint(complaints::Act::Escalate { reason: "视频不是我的包裹。".to_owned() })),
                self.final_consent(16.0, "liwei"),
                fail(24.0),
                self.propose(25.0, "zhao"),
                self.accept_seat(26.0, "zhao", odr),
                Beat { after: days(34.0), does: Move::Decide("zhao", decision("壶盖在交付时是否有缺口？", Finding::Respondent, "C-3 的照片拍摄于签收四天之后，不能证明交付时的状况；快递签收记录没有破损备注。", Vec::new(), "驳回请求：交付时有缺陷未获证明。"), Finding::Respondent) },
            ]),
            self.complaint(31.0, "a seat is offered", "hannah", "anadolu", "harbour", "HM-2026-08102", "Cotton bathrobe", Problem::NotAsDescribed, "It is half polyester.", Remedy::ReturnThenRefund, (5_400, "EUR"), vec![
                self.screen(1.0),
                self.respond(4.0, "anadolu", Position::Dispute, "The label and the page both say cotton blend."),
                act(13.0, "hannah", |_| Act::Complaint(complaints::Act::Escalate { reason: "The page said cotton when I bought it.".to_owned() })),
                self.final_consent(17.0, "hannah"),
                fail(26.0),
                self.propose(30.5, "okonkwo"),
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
            self.complaint(9.0, "the bank has the same money", "hannah", "bright", "harbour", "HM-2026-10355", "Desk fan", Problem::NotDelivered, "It never came, and the shop sent a number that the carrier does not know.", Remedy::Refund, (3_490, "EUR"), vec![
                self.screen(0.5),
                self.respond(2.0, "bright", Position::Dispute, "The carrier lost the parcel; we are looking for it."),
                act(4.0, "lucia", |_| Act::Parallel(parallel::Act::Record {
                    kind: LinkKind::SameMoney,
                    place: "Card issuer of the buyer".to_owned(),
                    reference: "CB-77120-26".to_owned(),
                    words: "The buyer asked the card issuer to take the payment back. It answers within 30 days.".to_owned(),
                })),
            ]),
            self.under("consumer-odr-eu-adr", self.complaint(5.0, "before a European body", "hannah", "lune", "harbour", "HM-2026-10402", "Silk scarf", Problem::NotAsDescribed, "It is polyester.", Remedy::Refund, (8_900, "EUR"), vec![self.screen(1.0)])),
            self.under("consumer-odr-cn-platform", self.complaint(2.0, "before a Chinese platform", "liwei", "yunhe", "lotus", "LM-2026-81207", "台灯", Problem::Defective, "使用三天后不亮。", Remedy::Replacement, (15_900, "CNY"), vec![self.screen(0.5)])),
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
