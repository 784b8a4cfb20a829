//! The papers that the stories file as evidence.

use super::Paper;
use crate::cli::demo::papers;
use crate::domain::evidence::ExhibitKind;

pub const RECEIPT: Paper = Paper {
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
pub const EXPRESS: Paper = Paper {
    title: "Express list of the carrier",
    file: "express-list.txt",
    kind: ExhibitKind::ExpressList,
    media_type: "text/plain",
    bytes: || {
        b"No.;Date;Tracking;Weight;State\n1;2026-08-02;SF102938475;1.9 kg;delivered\n2;2026-08-02;SF102938476;2.1 kg;returned\n".to_vec()
    },
};
pub const VOUCHER: Paper = Paper {
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
pub const CHAT: Paper = Paper {
    title: "Chat with the shop",
    file: "chat.txt",
    kind: ExhibitKind::ChatRecord,
    media_type: "text/plain",
    bytes: || {
        "[buyer] It gives small shocks when I touch it.\n[shop] Please do not use it. We will look into it.\n[buyer] 多久能退款？\n[shop] 请稍等。\n".into()
    },
};
pub const PHOTO: Paper = Paper {
    title: "Photo of the goods",
    file: "photo.png",
    kind: ExhibitKind::Photo,
    media_type: "image/png",
    bytes: || papers::picture("goods", 320, 240),
};
pub const LISTING_SHOT: Paper = Paper {
    title: "Screenshot of the listing",
    file: "listing.png",
    kind: ExhibitKind::Photo,
    media_type: "image/png",
    bytes: || papers::picture("listing", 360, 220),
};
pub const REGISTER: Paper = Paper {
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
pub const LICENCE: Paper = Paper {
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
/// What a notary gives who waits for a certificate.
pub const NOTARY: Paper = Paper {
    title: "Receipt of the notary's office",
    file: "公证受理通知书.pdf",
    kind: ExhibitKind::NotarialCertificate,
    media_type: "application/pdf",
    bytes: || {
        papers::page(
            "Acceptance of a notarial matter",
            &[
                "Office: Notary Public Office, Shanghai",
                "Matter: preservation of web pages",
                "Applicant: Serra Cosmetici S.p.A.",
                "Certificate expected within 15 working days",
            ],
        )
    },
};
/// A court's order, as a copy.
pub const COURT_ORDER: Paper = Paper {
    title: "Order of the court, copy",
    file: "民事裁定书.pdf",
    kind: ExhibitKind::Other,
    media_type: "application/pdf",
    bytes: || {
        papers::page(
            "Civil order (2026) Hu 0115 Min Bao 77",
            &[
                "Court: Pudong New Area People's Court, Shanghai",
                "Applicant: the seller",
                "The listing is put back until judgment;",
                "security of CNY 80,000 was given.",
            ],
        )
    },
};
