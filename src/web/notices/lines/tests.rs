//! Lines as rights holders paste them.

use super::*;

fn markets() -> Vec<Market> {
    let market = |no: u128, name: &str, key: &str| Market {
        id: OrganisationId(uuid::Uuid::from_u128(no)),
        name: name.into(),
        key: key.into(),
    };
    vec![
        market(1, "Harbour Market", "harbour-market"),
        market(2, "云集商城", "yunji"),
    ]
}

fn errors(text: &str) -> Vec<(usize, &'static str)> {
    let read = take(&pasted(text), &markets(), None, &[]);
    read.err()
        .unwrap_or_default()
        .into_iter()
        .map(|error| (error.no, error.key))
        .collect()
}

#[test]
fn a_line_is_an_address_or_an_item_and_what_is_known_of_it() {
    let markets = markets();
    let text = "https://www.harbourmarket.example/item/88?x=1; Pendant lamp; Yunhe Home; shop@yunhe.example\n\nHM-2；灯；Yunhe Home";
    let taken = take(&pasted(text), &markets, Some(&markets[1]), &[]).unwrap();
    let [first, second] = taken.listings.as_slice() else {
        panic!("{taken:?}")
    };
    assert_eq!(
        (first.marketplace_name.as_str(), first.seller_email.as_str()),
        ("Harbour Market", "shop@yunhe.example")
    );
    assert_eq!(first.url, "https://www.harbourmarket.example/item/88?x=1");
    assert_eq!(
        (
            second.item.as_str(),
            second.title.as_str(),
            second.marketplace
        ),
        ("HM-2", "灯", Some(markets[1].id))
    );
}

#[test]
fn every_wrong_line_is_named_by_its_number() {
    let text = "; no address\nftp://harbourmarket.example/1\nwww.elsewhere.example/3\nwww.yunji.example/4;t;Wei;not an address\nwww.yunji.example/5;t;;a@b.example\n\nwww.yunji.example/7;t;Wei;a@b.example\nwww.yunji.example/8;t;wei;c@d.example";
    let expected = [
        (1, "notices-line-empty"),
        (2, "notices-line-link"),
        (3, "notices-line-marketplace"),
        (4, "notices-line-mail"),
        (5, "notices-line-seller"),
        (8, "notices-line-two-addresses"),
    ];
    assert_eq!(errors(text), expected);
}

#[test]
fn a_listing_that_is_there_already_is_not_taken_twice() {
    let first = take(&pasted("www.yunji.example/1"), &markets(), None, &[]).unwrap();
    let second = take(
        &pasted("https://www.yunji.example/1\nwww.yunji.example/2\nwww.yunji.example/2"),
        &markets(),
        None,
        &first.listings,
    )
    .unwrap();
    assert_eq!((second.listings.len(), second.repeated), (1, 2));
}

#[test]
fn a_table_names_its_columns_in_any_order() {
    let lines = table("\u{feff}Seller;URL;item;marketplace\r\nWei;https://x.example/1;HM-1;Harbour Market\r\n\r\n;;HM-9;yunji\r\n".as_bytes()).unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (
            lines[0].no,
            lines[0].what.as_str(),
            lines[0].item.as_str(),
            lines[0].seller.as_str()
        ),
        (2, "https://x.example/1", "HM-1", "Wei")
    );
    assert_eq!((lines[1].no, lines[1].what.as_str()), (4, "HM-9"));
    assert_eq!(
        take(&lines, &markets(), None, &[]).unwrap().listings[1].marketplace_name,
        "云集商城"
    );
    assert_eq!(table(b"a,b\n1,2\n"), Err("notices-csv-columns"));
    assert_eq!(table(b"url\n\xff\xfe\n"), Err("notices-csv-not-text"));
}

#[test]
fn hosts_are_found_behind_names_and_ports() {
    assert_eq!(
        host_of("https://user:pw@shop.example:8443/a?b#c"),
        "shop.example"
    );
    assert_eq!(host_of("shop.example?x"), "shop.example");
}
