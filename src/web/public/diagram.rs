//! A procedure as a picture: its states in rows, one row or more a stage, and lines for the steps between them. Lines run
//! only between the boxes: across in the gap under a row, up and down in the gaps beside the columns. The same is said in
//! words beside it.

use crate::domain::procedures::{ActName, Pack, State};
use crate::i18n::Words;
use crate::web::words;
use std::collections::{BTreeMap, BTreeSet};

/// Most states beside each other.
const COLUMNS: usize = 3;
/// Longest line in a box, in characters of full width.
const LINE_WIDTH: usize = 20;
/// Most lines drawn to one end, those of silence apart.
const MOST_TO_AN_END: usize = 2;
const BOX_WIDTH: i32 = 176;
const BOX_HEIGHT: i32 = 52;
/// Least room beside a column, and under a row where no stage ends.
const GAP_X: i32 = 26;
const GAP_Y: i32 = 30;
/// From one line to the next beside it.
const APART: i32 = 9;
/// Room above a row for arrow heads, and for the name of a stage.
const HEAD: i32 = 16;
const BAND: i32 = 26;
/// How far lines leave and reach a box beside its middle, at most.
const REACH: i32 = 80;

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
    /// Whether people take it both ways
    pub is_both_ways: bool,
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
    let mut places: BTreeMap<&str, Place> = BTreeMap::new();
    let mut rows: Vec<(Option<&str>, Vec<&State>)> = Vec::new();
    let drawn = drawn(pack);
    for phase in &pack.phases {
        let states: Vec<&State> = pack.states.iter().filter(|s| s.phase == phase.id).collect();
        for (at, row) in in_rows(&states, &drawn).into_iter().enumerate() {
            for (column, state) in row.iter().enumerate() {
                let row = rows.len();
                places.insert(&state.id, Place { row, column });
            }
            rows.push(((at == 0).then_some(phase.id.as_str()), row));
        }
    }
    let lines = lines(&drawn, &places);
    let routes = Routes::of(&lines, rows.len());
    let (mut nodes, mut bands) = (Vec::new(), Vec::new());
    let (mut tops, mut gaps) = (Vec::new(), Vec::new());
    let mut y = 4;
    for (at, (phase, row)) in rows.iter().enumerate() {
        gaps.push(y + 4);
        y += routes.height(at);
        if let Some(phase) = phase {
            bands.push(Band {
                y,
                name: words::phase(words, phase),
            });
            y += BAND;
        }
        y += HEAD;
        tops.push(y);
        for state in row {
            if let Some(place) = places.get(state.id.as_str()) {
                nodes.push(node(words, pack, state, routes.left(place.column), y));
            }
        }
        y += BOX_HEIGHT;
    }
    gaps.push(y + 4);
    Diagram {
        width: routes.width(),
        height: y + routes.height(rows.len()) + 4,
        bands,
        edges: lines
            .iter()
            .enumerate()
            .map(|(at, line)| Edge {
                path: routes.path(at, line, &tops, &gaps),
                is_silence: line.is_silence,
                is_both_ways: line.is_both_ways,
            })
            .collect(),
        nodes,
    }
}

/// Where a box stands.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    row: usize,
    column: usize,
}

/// A line to be drawn.
struct Line {
    from: Place,
    to: Place,
    is_silence: bool,
    is_both_ways: bool,
}

impl Line {
    /// Whether nothing stands between the two boxes.
    const fn is_beside(&self) -> bool {
        self.from.row == self.to.row && self.from.column.abs_diff(self.to.column) == 1
    }
}

/// A part of a line that shares a gap with others: which gap it is in, how far it reaches, and what it may lie upon.
struct Part {
    gap: usize,
    reach: (i32, i32),
    /// Parts of one bundle are drawn upon each other
    bundle: Bundle,
    track: usize,
}

/// Lines that people take to the same state come together; a line of silence stays by itself.
type Bundle = (usize, usize, usize);

/// How the lines run between the boxes.
struct Routes {
    /// Room beside the columns: left of each, and right of the last
    beside: Vec<i32>,
    /// How many lines run across in the gap above each row, and under the last
    across: Vec<usize>,
    /// Of each line: where it leaves and where it arrives, from the middle of the box
    ends: Vec<(i32, i32)>,
    /// Of each line: the gap beside a column that it takes, and its place there
    lanes: Vec<Option<(usize, usize)>>,
    /// Of each line: its place in the gap under its box, and in the gap above the other
    tracks: Vec<(usize, usize)>,
}

impl Routes {
    fn of(lines: &[Line], rows: usize) -> Self {
        let ends = ends(lines);
        let mut lanes: Vec<Option<Part>> = Vec::new();
        let mut load = [0; COLUMNS + 1];
        for (at, line) in lines.iter().enumerate() {
            let lane = (line.to.row != line.from.row + 1 && !line.is_beside()).then(|| {
                let known = lanes
                    .iter()
                    .flatten()
                    .find(|part| part.bundle == bundle(at, line));
                let gap = known.map_or_else(|| lane_of(line, &load), |part| part.gap);
                load[gap] += 1;
                let (from, to) = (signed(line.from.row + 1), signed(line.to.row));
                Part {
                    gap,
                    reach: (from.min(to), from.max(to)),
                    bundle: bundle(at, line),
                    track: 0,
                }
            });
            lanes.push(lane);
        }
        let mut all: Vec<&mut Part> = lanes.iter_mut().flatten().collect();
        let counts = settle(&mut all, COLUMNS + 1);
        let beside = counts
            .iter()
            .map(|count| GAP_X + signed(*count) * APART)
            .collect();
        let mut routes = Self {
            beside,
            across: Vec::new(),
            ends,
            lanes: lanes
                .iter()
                .map(|lane| lane.as_ref().map(|part| (part.gap, part.track)))
                .collect(),
            tracks: Vec::new(),
        };
        let mut parts: Vec<Part> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let (out, inn) = routes.ports(at, line);
            let under = line.from.row + 1;
            let (to, row, column) = bundle(at, line);
            match routes.lane(at) {
                None if line.is_beside() => {
                    parts.push(part(usize::MAX, out, inn, (to, row, column)))
                }
                None => parts.push(part(under, out, inn, (to, row, column))),
                Some(x) => {
                    // What comes into a lane is another bundle than what leaves it for the same box.
                    parts.push(part(under, out, x, (to + 10_000, row, column)));
                    parts.push(part(line.to.row, x, inn, (to, row, column)));
                }
            }
        }
        let mut all: Vec<&mut Part> = parts.iter_mut().collect();
        routes.across = settle(&mut all, rows + 1);
        let mut found = parts.iter().map(|part| part.track);
        for lane in &routes.lanes {
            let first = found.next().unwrap_or_default();
            let second = lane.map_or(Some(first), |_| found.next());
            routes.tracks.push((first, second.unwrap_or_default()));
        }
        routes
    }

    fn width(&self) -> i32 {
        self.beside.iter().sum::<i32>() + signed(COLUMNS) * BOX_WIDTH
    }

    /// The left edge of a column.
    fn left(&self, column: usize) -> i32 {
        self.beside.iter().take(column + 1).sum::<i32>() + signed(column) * BOX_WIDTH
    }

    /// The room that the lines need above a row.
    fn height(&self, row: usize) -> i32 {
        let count = self.across.get(row).copied().unwrap_or_default();
        let needed = signed(count) * APART + 8;
        if row == 0 {
            needed.max(8)
        } else {
            needed.max(GAP_Y)
        }
    }

    fn middle(&self, place: Place) -> i32 {
        self.left(place.column) + BOX_WIDTH / 2
    }

    /// Where a line leaves and arrives.
    fn ports(&self, at: usize, line: &Line) -> (i32, i32) {
        let (out, inn) = self.ends.get(at).copied().unwrap_or_default();
        (self.middle(line.from) + out, self.middle(line.to) + inn)
    }

    /// Where a line runs up or down beside the boxes.
    fn lane(&self, at: usize) -> Option<i32> {
        let (gap, track) = self.lanes.get(at).copied().flatten()?;
        let before = self.beside.iter().take(gap).sum::<i32>() + signed(gap) * BOX_WIDTH;
        Some(before + GAP_X / 2 + signed(track) * APART + APART / 2)
    }

    /// A line as path data, with `tops` of the rows and of the `gaps` above them.
    fn path(&self, at: usize, line: &Line, tops: &[i32], gaps: &[i32]) -> String {
        let top = |row: usize| tops.get(row).copied().unwrap_or_default();
        let across = |row: usize, track: usize| {
            gaps.get(row).copied().unwrap_or_default() + signed(track) * APART + APART / 2
        };
        if line.is_beside() {
            let y = top(line.from.row) + BOX_HEIGHT / 2 + if line.is_silence { 12 } else { 0 };
            let (from, to) = (self.left(line.from.column), self.left(line.to.column));
            return match from < to {
                true => format!("M{} {y}L{} {y}", from + BOX_WIDTH + 3, to - 3),
                false => format!("M{} {y}L{} {y}", from - 3, to + BOX_WIDTH + 3),
            };
        }
        let (out, inn) = self.ports(at, line);
        let (first, second) = self.tracks.get(at).copied().unwrap_or_default();
        let head = if line.is_both_ways { 3 } else { 0 };
        let mut corners = vec![(out, top(line.from.row) + BOX_HEIGHT + head)];
        let under = across(line.from.row + 1, first);
        match self.lane(at) {
            None if out == inn => {}
            None => corners.extend([(out, under), (inn, under)]),
            Some(x) => {
                let above = across(line.to.row, second);
                corners.extend([(out, under), (x, under), (x, above), (inn, above)]);
            }
        }
        corners.push((inn, top(line.to.row) - 3));
        rounded(&corners)
    }
}

fn signed(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

fn part(gap: usize, one: i32, other: i32, bundle: Bundle) -> Part {
    Part {
        gap,
        reach: (one.min(other), one.max(other)),
        bundle,
        track: 0,
    }
}

/// What a line may lie upon: those to the same state that people take, or nothing but itself.
fn bundle(at: usize, line: &Line) -> Bundle {
    match line.is_silence || line.is_both_ways {
        true => (at + 1, line.to.row, line.to.column),
        false => (0, line.to.row, line.to.column),
    }
}

/// The gap beside a column that makes the shortest way, and of equal ones the emptiest.
fn lane_of(line: &Line, load: &[usize; COLUMNS + 1]) -> usize {
    let way = |gap: usize, column: usize| (2 * signed(gap) - 2 * signed(column) - 1).abs();
    (0..=COLUMNS)
        .min_by_key(|gap| {
            let length = way(*gap, line.from.column) + way(*gap, line.to.column);
            (length, load.get(*gap).copied().unwrap_or_default())
        })
        .unwrap_or_default()
}

/// Gives parts that would touch different places in their gap; returns how many places each gap needs.
fn settle(parts: &mut [&mut Part], gaps: usize) -> Vec<usize> {
    let mut bundles: BTreeMap<(usize, Bundle), (i32, i32)> = BTreeMap::new();
    for part in parts.iter() {
        let reach = bundles.entry((part.gap, part.bundle)).or_insert(part.reach);
        *reach = (reach.0.min(part.reach.0), reach.1.max(part.reach.1));
    }
    // Short ones first: they stay near their boxes, and long ones pass around them.
    let mut order: Vec<_> = bundles.into_iter().collect();
    order.sort_by_key(|(key, (from, to))| (to - from, *key));
    let mut taken: Vec<Vec<Vec<(i32, i32)>>> = vec![Vec::new(); gaps];
    let mut found = BTreeMap::new();
    for ((gap, bundle), (from, to)) in order {
        let Some(tracks) = taken.get_mut(gap) else {
            continue;
        };
        let is_free = |track: &Vec<(i32, i32)>| {
            track
                .iter()
                .all(|other| to + 4 < other.0 || other.1 + 4 < from)
        };
        let track = tracks.iter().position(is_free).unwrap_or_else(|| {
            tracks.push(Vec::new());
            tracks.len() - 1
        });
        tracks[track].push((from, to));
        found.insert((gap, bundle), track);
    }
    for part in parts.iter_mut() {
        part.track = found
            .get(&(part.gap, part.bundle))
            .copied()
            .unwrap_or_default();
    }
    taken.iter().map(Vec::len).collect()
}

/// Where lines leave and arrive, from the middle of their boxes. What people do arrives in the middle, silence beside it;
/// lines leave at places where none arrives.
fn ends(lines: &[Line]) -> Vec<(i32, i32)> {
    let mut silent: BTreeMap<(usize, usize), i32> = BTreeMap::new();
    let mut found: Vec<(i32, i32)> = lines
        .iter()
        .map(
            |line| match (line.is_silence || line.is_both_ways) && !line.is_beside() {
                false => (0, 0),
                true => {
                    let nth = silent.entry((line.to.row, line.to.column)).or_insert(0);
                    *nth += 1;
                    (0, side(*nth) * 14)
                }
            },
        )
        .collect();
    let boxes: BTreeSet<(usize, usize)> = lines
        .iter()
        .map(|line| (line.from.row, line.from.column))
        .collect();
    for (row, column) in boxes {
        let here = Place { row, column };
        let mut leaving: Vec<usize> = (0..lines.len())
            .filter(|at| lines[*at].from == here && !lines[*at].is_beside())
            .collect();
        // Straight down is left to the line that goes straight down; the others leave on the side they go to.
        let is_straight =
            |at: &usize| lines[*at].to.row == row + 1 && lines[*at].to.column == column;
        leaving.retain(|at| match is_straight(at) {
            true => {
                found[*at].0 = found[*at].1;
                false
            }
            false => true,
        });
        let to_the_left = |at: &&usize| lines[**at].to.column < column;
        let left: Vec<usize> = leaving.iter().filter(to_the_left).copied().collect();
        leaving.retain(|at| !left.contains(at));
        for (side, group) in [(-1, left), (1, leaving)] {
            for (nth, at) in (0..).zip(group) {
                found[at].0 = side * (21 + nth * 14).min(REACH);
            }
        }
    }
    found
}

/// 1, -1, 2, -2 …
const fn side(nth: i32) -> i32 {
    let step = (nth + 1) / 2;
    if nth % 2 == 0 { -step } else { step }
}

/// Path data of a line with rounded corners, so that a turn is not taken for a crossing.
fn rounded(corners: &[(i32, i32)]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in corners.iter().enumerate() {
        let (before, after) = (
            at.checked_sub(1).and_then(|n| corners.get(n)),
            corners.get(at + 1),
        );
        match (before, after) {
            (None, _) => path.push_str(&format!("M{x} {y}")),
            (_, None) => path.push_str(&format!("L{x} {y}")),
            (Some(before), Some(after)) => {
                let (x1, y1) = toward((*x, *y), *before);
                let (x2, y2) = toward((*x, *y), *after);
                path.push_str(&format!("L{x1} {y1}Q{x} {y} {x2} {y2}"));
            }
        }
    }
    path
}

/// A little way from a corner to the next, half of it at most.
fn toward(from: (i32, i32), to: (i32, i32)) -> (i32, i32) {
    let step = |from: i32, to: i32| from + ((to - from) / 2).clamp(-5, 5);
    (step(from.0, to.0), step(from.1, to.1))
}

/// A step from one state to another, and whether only silence takes it.
type Drawn<'a> = (&'a str, &'a str, bool);

/// The states of a stage in rows. Two that lead to each other stay beside each other.
fn in_rows<'a>(states: &[&'a State], drawn: &[Drawn<'_>]) -> Vec<Vec<&'a State>> {
    let leads = |from: &State, to: &State| {
        let mut drawn = drawn.iter();
        drawn.any(|(f, t, silence)| *f == from.id && *t == to.id && !silence)
    };
    let mut groups: Vec<Vec<&State>> = Vec::new();
    for state in states {
        match groups.last_mut() {
            Some(group)
                if group.len() < COLUMNS
                    && group
                        .last()
                        .is_some_and(|last| leads(last, state) && leads(state, last)) =>
            {
                group.push(state);
            }
            _ => groups.push(vec![state]),
        }
    }
    let mut rows: Vec<Vec<&State>> = Vec::new();
    for group in groups {
        match rows.last_mut() {
            Some(row) if row.len() + group.len() <= COLUMNS => row.extend(group),
            _ => rows.push(group),
        }
    }
    rows
}

fn drawn(pack: &Pack) -> Vec<Drawn<'_>> {
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
    drawn
}

/// The lines of the picture: one for two states that people lead to each other.
fn lines(drawn: &[Drawn<'_>], places: &BTreeMap<&str, Place>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for (from, to, is_silence) in drawn {
        let (Some(from), Some(to)) = (places.get(from), places.get(to)) else {
            continue;
        };
        let back = found
            .iter_mut()
            .find(|line| !line.is_silence && !is_silence && (line.from, line.to) == (*to, *from));
        match back {
            Some(known) => known.is_both_ways = true,
            None => found.push(Line {
                from: *from,
                to: *to,
                is_silence: *is_silence,
                is_both_ways: false,
            }),
        }
    }
    found
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
    fn no_line_runs_through_a_box() {
        let catalogue = Catalogue::embedded().unwrap();
        for pack in Packs::embedded().unwrap().iter() {
            let made = diagram(&catalogue.words(Locale::En), pack);
            for edge in &made.edges {
                let numbers: Vec<i32> = edge
                    .path
                    .split(|c: char| !c.is_ascii_digit())
                    .filter_map(|number| number.parse().ok())
                    .collect();
                let points: Vec<(i32, i32)> = numbers.chunks(2).map(|at| (at[0], at[1])).collect();
                for (one, other) in points.iter().zip(points.iter().skip(1)) {
                    for node in &made.nodes {
                        let beside = one.0.max(other.0) <= node.x
                            || one.0.min(other.0) >= node.x + BOX_WIDTH
                            || one.1.max(other.1) <= node.y
                            || one.1.min(other.1) >= node.y + BOX_HEIGHT;
                        assert!(beside, "{} {} through {}", pack.id(), edge.path, node.href);
                    }
                }
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
