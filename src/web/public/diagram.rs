//! A procedure as a picture: its states in rows, one row or more a stage, and lines for the steps between them.
//! The same is said in words beside it.

use crate::domain::procedures::{ActName, Pack, State};
use crate::i18n::Words;
use crate::web::words;
use std::collections::BTreeMap;

/// Most states beside each other.
const COLUMNS: usize = 3;
/// Longest line in a box, in characters of full width.
const LINE_WIDTH: usize = 20;
/// Most lines drawn to one end, those of silence apart.
const MOST_TO_AN_END: usize = 2;
const BOX_WIDTH: i32 = 190;
const BOX_HEIGHT: i32 = 52;
const GAP_X: i32 = 34;
const GAP_Y: i32 = 58;
const MARGIN: i32 = 46;

/// A state in its place.
pub struct Node {
    /// Left edge
    pub x: i32,
    /// Upper edge
    pub y: i32,
    /// Its words, a line each, with the baseline of each
    pub lines: Vec<(i32, String)>,
    /// `start`, `end` or nothing
    pub tone: &'static str,
    /// Its place on the page
    pub href: String,
}

impl Node {
    /// Middle of the box.
    pub fn middle(&self) -> i32 {
        self.x + BOX_WIDTH / 2
    }
}

/// A line from one state to another.
pub struct Edge {
    /// Path data
    pub path: String,
    /// Whether only time takes it
    pub is_silence: bool,
}

/// The name of a stage beside its rows.
pub struct Band {
    /// Upper edge
    pub y: i32,
    /// Name
    pub name: String,
}

/// The whole picture.
pub struct Diagram {
    /// Width
    pub width: i32,
    /// Height
    pub height: i32,
    /// Stages
    pub bands: Vec<Band>,
    /// Lines, below the boxes
    pub edges: Vec<Edge>,
    /// States
    pub nodes: Vec<Node>,
}

impl Diagram {
    /// Width of a box.
    pub const fn box_width(&self) -> i32 {
        BOX_WIDTH
    }

    /// Height of a box.
    pub const fn box_height(&self) -> i32 {
        BOX_HEIGHT
    }
}

/// Lays a procedure out.
pub fn diagram(words: &Words, pack: &Pack) -> Diagram {
    let mut places: BTreeMap<&str, (i32, i32)> = BTreeMap::new();
    let (mut nodes, mut bands) = (Vec::new(), Vec::new());
    let mut y = MARGIN / 2;
    for phase in &pack.phases {
        let states: Vec<&State> = pack.states.iter().filter(|s| s.phase == phase.id).collect();
        if states.is_empty() {
            continue;
        }
        let top = y;
        for row in states.chunks(COLUMNS) {
            let count = i32::try_from(row.len()).unwrap_or(1);
            let columns = i32::try_from(COLUMNS).unwrap_or(1);
            let mut x = MARGIN + (columns - count) * (BOX_WIDTH + GAP_X) / 2;
            for state in row {
                places.insert(&state.id, (x, y));
                nodes.push(node(words, pack, state, x, y));
                x += BOX_WIDTH + GAP_X;
            }
            y += BOX_HEIGHT + GAP_Y;
        }
        bands.push(Band {
            y: top - GAP_Y / 2 + 6,
            name: words::phase(words, &phase.id),
        });
    }
    let columns = i32::try_from(COLUMNS).unwrap_or(1);
    Diagram {
        width: 2 * MARGIN + columns * BOX_WIDTH + (columns - 1) * GAP_X,
        height: y,
        bands,
        edges: edges(pack, &places),
        nodes,
    }
}

fn node(words: &Words, pack: &Pack, state: &State, x: i32, y: i32) -> Node {
    let lines = wrapped(&words::state(words, &state.id));
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let first = y + BOX_HEIGHT / 2 + 5 - (count - 1) * 9;
    Node {
        x,
        y,
        lines: (0..).map(|n| first + n * 18).zip(lines).collect(),
        tone: if pack.initial().is_some_and(|found| found.id == state.id) {
            "start"
        } else if state.is_terminal() {
            "end"
        } else {
            ""
        },
        href: format!("#state-{}", state.id),
    }
}

/// Breaks words into two lines at most; Chinese signs take the room of two letters.
fn wrapped(text: &str) -> Vec<String> {
    let width = |text: &str| {
        text.chars()
            .map(|c| if c.is_ascii() { 1 } else { 2 })
            .sum::<usize>()
    };
    if width(text) <= LINE_WIDTH {
        return vec![text.to_owned()];
    }
    let at = text
        .char_indices()
        .filter(|(_, sign)| *sign == ' ' || !sign.is_ascii())
        .map(|(at, _)| at)
        .filter(|at| width(&text[..*at]) <= LINE_WIDTH)
        .max_by_key(|at| std::cmp::Reverse(width(text).abs_diff(2 * width(&text[..*at]))));
    match at {
        Some(at) if at > 0 => vec![text[..at].trim().to_owned(), text[at..].trim().to_owned()],
        _ => vec![text.to_owned()],
    }
}

fn edges(pack: &Pack, places: &BTreeMap<&str, (i32, i32)>) -> Vec<Edge> {
    let mut drawn: Vec<(&str, &str, bool)> = Vec::new();
    for step in &pack.transitions {
        let Some(to) = step.to.as_deref() else {
            continue;
        };
        let is_silence = step.act == ActName::Lapse;
        for from in step
            .from
            .iter()
            .map(String::as_str)
            .filter(|from| *from != to)
        {
            match drawn.iter_mut().find(|(f, t, _)| *f == from && *t == to) {
                // A line that a person can take is not one of silence alone.
                Some(known) => known.2 &= is_silence,
                None => drawn.push((from, to, is_silence)),
            }
        }
    }
    // Ends that many states lead to, such as a withdrawal, are said in words alone: their lines would hide the
    // way that cases go.
    let by_hand = |end: &str| {
        drawn
            .iter()
            .filter(|(_, to, silence)| *to == end && !silence)
            .count()
    };
    let crowded: Vec<&str> = pack
        .states
        .iter()
        .filter(|state| state.is_terminal() && by_hand(&state.id) > MOST_TO_AN_END)
        .map(|state| state.id.as_str())
        .collect();
    drawn.retain(|(_, to, is_silence)| *is_silence || !crowded.contains(to));
    let mut leaving: BTreeMap<&str, i32> = BTreeMap::new();
    let mut coming: BTreeMap<&str, i32> = BTreeMap::new();
    drawn
        .into_iter()
        .filter_map(|(from, to, is_silence)| {
            let (from_at, to_at) = (*places.get(from)?, *places.get(to)?);
            let leaves = leaving.entry(from).or_insert(0);
            let comes = coming.entry(to).or_insert(0);
            let path = path(from_at, to_at, spread(*leaves), spread(*comes));
            *leaves += 1;
            *comes += 1;
            Some(Edge { path, is_silence })
        })
        .collect()
}

/// How far from the middle the next line begins: 0, 16, -16, 32 …
const fn spread(nth: i32) -> i32 {
    let step = (nth + 1) / 2 * 16;
    let side = if nth % 2 == 0 { -step } else { step };
    if side > 80 {
        80
    } else if side < -80 {
        -80
    } else {
        side
    }
}

fn path(from: (i32, i32), to: (i32, i32), out: i32, inn: i32) -> String {
    let (x1, x2) = (from.0 + BOX_WIDTH / 2 + out, to.0 + BOX_WIDTH / 2 + inn);
    if to.1 > from.1 {
        let (y1, y2) = (from.1 + BOX_HEIGHT, to.1 - 3);
        let bend = ((y2 - y1) / 2).max(20);
        return format!("M{x1} {y1}C{x1} {} {x2} {} {x2} {y2}", y1 + bend, y2 - bend);
    }
    if to.1 == from.1 {
        // Beside each other: from one edge to the other.
        let y = from.1 + BOX_HEIGHT / 2 + out / 4;
        let (start, end) = if to.0 > from.0 {
            (from.0 + BOX_WIDTH, to.0 - 3)
        } else {
            (from.0, to.0 + BOX_WIDTH + 3)
        };
        if (to.0 - from.0).abs() <= BOX_WIDTH + GAP_X {
            return format!("M{start} {y}L{end} {y}");
        }
        let below = from.1 + BOX_HEIGHT;
        let deep = below + 30;
        return format!("M{x1} {below}C{x1} {deep} {x2} {deep} {x2} {}", below + 3);
    }
    // Back up, around the side.
    let (y1, y2) = (from.1 + BOX_HEIGHT / 2, to.1 + BOX_HEIGHT / 2);
    let (start, side, end) = if to.0 < from.0 {
        (from.0, to.0 - 40, to.0 - 3)
    } else {
        let right = to.0 + BOX_WIDTH;
        (from.0 + BOX_WIDTH, right + 40, right + 3)
    };
    format!("M{start} {y1}C{side} {y1} {side} {y2} {end} {y2}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedures::Packs;
    use crate::i18n::{Catalogue, Locale};

    #[test]
    fn every_state_has_a_place_of_its_own_inside_the_picture() {
        let catalogue = Catalogue::embedded().unwrap();
        for pack in Packs::embedded().unwrap().iter() {
            for locale in Locale::ALL {
                let made = diagram(&catalogue.words(locale), pack);
                assert_eq!(made.nodes.len(), pack.states.len(), "{}", pack.id());
                for (at, node) in made.nodes.iter().enumerate() {
                    let inside = node.x >= 0
                        && node.x + BOX_WIDTH <= made.width
                        && node.y + BOX_HEIGHT <= made.height;
                    assert!(inside, "{} {}", pack.id(), node.href);
                    let is_free = made.nodes.iter().skip(at + 1).all(|other| {
                        (other.x - node.x).abs() >= BOX_WIDTH
                            || (other.y - node.y).abs() >= BOX_HEIGHT
                    });
                    assert!(is_free, "{} {}", pack.id(), node.href);
                    assert!((1..=2).contains(&node.lines.len()), "{:?}", node.lines);
                }
                assert!(made.edges.len() >= pack.states.len() / 2, "{}", pack.id());
            }
        }
    }

    #[test]
    fn long_words_are_broken_once_where_they_may_be() {
        assert_eq!(wrapped("Draft"), ["Draft"]);
        assert_eq!(
            wrapped("Waiting for the rights holder"),
            ["Waiting for the", "rights holder"]
        );
        assert_eq!(wrapped("等待权利人采取行动或提起诉讼").len(), 2);
        assert_eq!(
            wrapped("Incomprehensibilities.."),
            ["Incomprehensibilities.."]
        );
    }
}
