//! Listings as people paste or upload them: one a line, read all at once, every problem named by its
//! line. Nothing is taken in before all lines are right.

use crate::domain::ids::OrganisationId;
use crate::i18n::{Arg, Words};
use crate::services::drafts::notices::ListingDraft;
use crate::services::project::item_key;
use crate::web::forms::mail_address;
use std::collections::HashMap;

/// Longest address of a listing, in characters.
const URL_MAX: usize = 2_000;
/// Longest item number, title and name, in characters.
const WORDS_MAX: usize = 300;
/// Most lines looked at, so that a huge file costs little.
const LINES_MAX: usize = 5_000;

/// A marketplace that takes part here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Market {
    /// Its id
    pub id: OrganisationId,
    /// Its name
    pub name: String,
    /// Its short name
    pub key: String,
}

/// A line as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its number, from 1
    pub no: usize,
    /// Address of the listing, or item number
    pub what: String,
    /// Item number, where it has a column of its own
    pub item: String,
    /// Title
    pub title: String,
    /// Seller
    pub seller: String,
    /// The seller's address
    pub seller_email: String,
    /// Marketplace by name, where it has a column
    pub marketplace: String,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq)]
pub struct LineError {
    /// Its number
    pub no: usize,
    /// Message in the catalogue; it gets `line` and what is in `args`
    pub key: &'static str,
    /// What the message needs besides
    pub args: Vec<(&'static str, Arg<'static>)>,
}

impl LineError {
    fn new(no: usize, key: &'static str) -> Self {
        Self {
            no,
            key,
            args: Vec::new(),
        }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::from(value.into())));
        self
    }

    /// The message in the reader's language.
    pub fn text(&self, words: &Words) -> String {
        let mut args = vec![("line", Arg::from(self.no))];
        args.extend(self.args.iter().cloned());
        words.with(self.key, &args)
    }
}

/// Lines that can be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// The new listings
    pub listings: Vec<ListingDraft>,
    /// How many were in the list already
    pub repeated: usize,
}

/// The lines of a pasted text: `address or item; title; seller; seller's e-mail`.
pub fn pasted(text: &str) -> Vec<Line> {
    let line = |(index, text): (usize, &str)| {
        let mut parts = text
            .split([';', '；', '\t'])
            .map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        Line {
            no: index + 1,
            what: next(),
            title: next(),
            seller: next(),
            seller_email: next(),
            ..Line::default()
        }
    };
    text.lines()
        .enumerate()
        .filter(|(_, text)| !text.trim().is_empty())
        .take(LINES_MAX)
        .map(line)
        .collect()
}

/// The rows of a CSV file; its first line names the columns. Line numbers are those of the file.
///
/// # Errors
/// A message in the catalogue that says what is wrong with the whole file.
pub fn table(bytes: &[u8]) -> Result<Vec<Line>, &'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| "notices-csv-not-text")?;
    // One kind of line end, and one after the last line, so that lines can be counted.
    let text = format!("{}\n", text.replace("\r\n", "\n").trim_end_matches('\n'));
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|mark| {
            (
                head.bytes().filter(|byte| byte == mark).count(),
                *mark == b',',
            )
        })
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let columns: Vec<String> = reader
        .headers()
        .map_err(|_| "notices-csv-not-table")?
        .iter()
        .map(str::to_lowercase)
        .collect();
    let column = |name: &str| columns.iter().position(|column| column == name);
    let (url, item) = (column("url"), column("item"));
    if url.is_none() && item.is_none() {
        return Err("notices-csv-columns");
    }
    let places = [
        column("title"),
        column("seller"),
        column("seller_email"),
        column("marketplace"),
    ];
    let mut lines = Vec::new();
    let mut row = csv::StringRecord::new();
    while lines.len() < LINES_MAX
        && reader
            .read_record(&mut row)
            .map_err(|_| "notices-csv-not-table")?
    {
        let cell = |place: Option<usize>| {
            place
                .and_then(|place| row.get(place))
                .unwrap_or_default()
                .to_owned()
        };
        if row.iter().all(str::is_empty) {
            continue;
        }
        // The reader stands behind the row; a quoted cell may hold line ends of its own.
        let inner = row
            .iter()
            .flat_map(str::bytes)
            .filter(|byte| *byte == b'\n')
            .count();
        let behind = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
        let no = behind.saturating_sub(1 + inner);
        let [title, seller, seller_email, marketplace] = places.map(cell);
        let (what, item) = match (cell(url), cell(item)) {
            (url, item) if url.is_empty() => (item, String::new()),
            (url, item) => (url, item),
        };
        lines.push(Line {
            no,
            what,
            item,
            title,
            seller,
            seller_email,
            marketplace,
        });
    }
    Ok(lines)
}

/// Reads the lines against the marketplaces that take part and the listings that are there already.
/// `chosen` is the marketplace of lines that do not tell theirs.
///
/// # Errors
/// Everything that is wrong, by line.
pub fn take(
    lines: &[Line],
    markets: &[Market],
    chosen: Option<&Market>,
    known: &[ListingDraft],
) -> Result<Taken, Vec<LineError>> {
    let mut taken = Taken::default();
    let mut errors = Vec::new();
    let mut seen: Vec<(Option<OrganisationId>, String)> = known.iter().map(identity).collect();
    let mut addresses: HashMap<String, String> = known
        .iter()
        .filter(|l| !l.seller_email.is_empty())
        .map(|l| (l.seller.to_lowercase(), l.seller_email.clone()))
        .collect();
    for line in lines {
        match read(line, markets, chosen, &mut addresses) {
            Ok(listing) if seen.contains(&identity(&listing)) => taken.repeated += 1,
            Ok(listing) => {
                seen.push(identity(&listing));
                taken.listings.push(listing);
            }
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(taken)
    } else {
        Err(errors)
    }
}

fn identity(listing: &ListingDraft) -> (Option<OrganisationId>, String) {
    (
        listing.marketplace,
        item_key(&listing.item, &listing.url).to_lowercase(),
    )
}

fn read(
    line: &Line,
    markets: &[Market],
    chosen: Option<&Market>,
    addresses: &mut HashMap<String, String>,
) -> Result<ListingDraft, LineError> {
    let wrong = |key| LineError::new(line.no, key);
    if line.what.is_empty() {
        return Err(wrong("notices-line-empty"));
    }
    let (url, item) = place(&line.what, &line.item).ok_or_else(|| wrong("notices-line-link"))?;
    let texts = [&item, &line.title, &line.seller, &line.marketplace];
    if url.chars().count() > URL_MAX
        || texts
            .into_iter()
            .any(|text| text.chars().count() > WORDS_MAX)
    {
        return Err(wrong("notices-line-long"));
    }
    let named = markets
        .iter()
        .find(|market| is_called(market, &line.marketplace));
    if !line.marketplace.is_empty() && named.is_none() {
        return Err(
            wrong("notices-line-unknown-marketplace").with("marketplace", line.marketplace.clone())
        );
    }
    let market = named
        .or_else(|| of_address(&url, markets))
        .or(chosen)
        .ok_or_else(|| wrong("notices-line-marketplace"))?;
    let seller_email = match line.seller_email.as_str() {
        "" => String::new(),
        typed => mail_address(typed).ok_or_else(|| wrong("notices-line-mail"))?,
    };
    if !seller_email.is_empty() {
        if line.seller.is_empty() {
            return Err(wrong("notices-line-seller"));
        }
        let address = addresses
            .entry(line.seller.to_lowercase())
            .or_insert_with(|| seller_email.clone());
        if *address != seller_email {
            return Err(wrong("notices-line-two-addresses").with("seller", line.seller.clone()));
        }
    }
    Ok(ListingDraft {
        marketplace: Some(market.id),
        marketplace_name: market.name.clone(),
        url,
        item,
        title: line.title.clone(),
        seller: line.seller.clone(),
        seller_email,
        wrong: String::new(),
    })
}

/// Address and item number of what was given; `None` when it is neither.
fn place(what: &str, item: &str) -> Option<(String, String)> {
    let item = item.to_owned();
    let lower = what.to_lowercase();
    let looks_like_address =
        lower.contains("://") || lower.starts_with("www.") || lower.contains('/');
    if !looks_like_address {
        let is_number =
            !what.contains(char::is_whitespace) && what.chars().any(char::is_alphanumeric);
        return is_number.then(|| (String::new(), what.to_owned()));
    }
    let address = if lower.contains("://") {
        what.to_owned()
    } else {
        format!("https://{what}")
    };
    let scheme_fits = ["http://", "https://"]
        .into_iter()
        .any(|scheme| address.to_lowercase().starts_with(scheme));
    let host = host_of(&address);
    let fits = scheme_fits
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !address.contains(char::is_whitespace);
    fits.then_some((address, item))
}

/// The host in an address, without a port or a name before it.
fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

/// The marketplace whose name stands in the host of an address.
fn of_address<'a>(url: &str, markets: &'a [Market]) -> Option<&'a Market> {
    let labels: Vec<String> = host_of(url).split('.').map(squeezed).collect();
    markets.iter().find(|market| {
        [&market.key, &market.name]
            .into_iter()
            .any(|name| labels.contains(&squeezed(name)))
    })
}

fn is_called(market: &Market, name: &str) -> bool {
    !name.is_empty()
        && [&market.key, &market.name]
            .into_iter()
            .any(|known| squeezed(known) == squeezed(name))
}

/// Letters and figures alone, in lower case.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests;
