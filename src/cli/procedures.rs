//! Procedures on the command line: proof, dates and play, without a service or a database.

use super::say;
use crate::domain::Role;
use crate::domain::procedures::compare;
use crate::domain::procedures::simulate::Play;
use crate::domain::procedures::{
    ActName, Calendars, Changes, Condition, Counted, Guard, Length, Pack, Settings, Tolled,
    Transition, count_clock, lint, zone,
};
use crate::services::procedures::{self, Folder};
use anyhow::{Context, anyhow, bail, ensure};
use clap::{Args, Subcommand};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use std::process::ExitCode;

/// Most steps that a simulation takes before it gives up.
const MOST_STEPS: usize = 200;

/// `redress clock`
#[derive(Debug, Args)]
pub struct ClockArgs {
    /// The procedure: its name, or its folder
    pack: String,
    /// The clock in it
    clock: String,
    /// When the event happened that the clock counts from, such as 2026-11-18T15:00:00Z
    #[arg(long, value_name = "INSTANT")]
    from: Timestamp,
    /// profile=NAME, zone=IANA, or a parameter of the procedure
    #[arg(long = "set", value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Time added, in the clock's own unit
    #[arg(long = "extend", value_name = "N")]
    extend: Vec<u32>,
    /// Days that do not count, first and last
    #[arg(long = "toll", value_name = "DATE..DATE")]
    toll: Vec<String>,
    /// Whose working days: the name of a calendar
    #[arg(long, value_name = "NAME")]
    calendar: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// `redress procedures …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Name every procedure and its profiles, with version, status and digest
    List,
    /// Prove procedures sound and play their scenarios
    Lint {
        /// One procedure: its name, or its folder; all where it is left out
        pack: Option<String>,
    },
    /// Say what a new version changes for people
    Diff {
        /// The version in force: its name, or its folder
        old: String,
        /// The new version: its folder
        new: String,
    },
    /// Play a procedure to its end and print the path
    Simulate {
        /// The procedure: its name, or its folder
        pack: String,
        /// profile=NAME, zone=IANA, or a parameter of the procedure
        #[arg(long = "set", value_name = "NAME=VALUE")]
        set: Vec<String>,
        /// When it begins
        #[arg(long, value_name = "INSTANT", default_value = "2026-11-02T15:00:00Z")]
        from: Timestamp,
        /// The steps to take, by their ids, in order; `silence` waits for the next deadline. What is left open
        /// after them is chosen at random
        #[arg(long = "choose", value_name = "STEP")]
        choose: Vec<String>,
        /// Where chance begins; the same number gives the same path
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
}

/// Runs a command about procedures.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::List => list(),
        Command::Lint { pack } => prove(pack.as_deref()),
        Command::Diff { old, new } => diff(&old, &new),
        Command::Simulate {
            pack,
            set,
            from,
            choose,
            seed,
        } => simulate(&pack, &set, from, &choose, seed),
    }
}

fn list() -> anyhow::Result<ExitCode> {
    for folder in Folder::all() {
        for pack in folder.packs()? {
            say!(
                "{:<26} {:<8} {:<9} {}",
                pack.id(),
                pack.version(),
                pack.about.status,
                pack.digest()
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn prove(name: Option<&str>) -> anyhow::Result<ExitCode> {
    let calendars = Calendars::embedded()?;
    let folders = match name {
        Some(name) => vec![Folder::find(name)?],
        None => Folder::all(),
    };
    let mut wrong = 0;
    for folder in folders {
        let packs = match Pack::parse_all(&folder.pack) {
            Ok(packs) => packs,
            Err(fault) => {
                say!(
                    "{}/pack.toml:{}: {}; {}",
                    folder.name,
                    fault.line,
                    fault.what,
                    fault.instead
                );
                wrong += 1;
                continue;
            }
        };
        let mut found: Vec<String> = packs
            .iter()
            .flat_map(|pack| lint(pack, &calendars))
            .map(|finding| finding.to_string())
            .collect();
        found.extend(folder.words_missing(&packs));
        found.extend(folder.words_taken());
        let mut played = 0;
        if found.is_empty() {
            for (file, text) in &folder.scenarios {
                found.extend(
                    procedures::play(text, &packs, &calendars)
                        .into_iter()
                        .map(|what| format!("{}/scenarios/{file}: {what}", folder.name)),
                );
                played += 1;
            }
        }
        found.dedup();
        for line in &found {
            say!("{line}");
        }
        if found.is_empty() {
            let profiles = packs.len() - 1;
            let states = packs.first().map_or(0, |pack| pack.states.len());
            say!(
                "{}: sound; {states} states, {profiles} further profiles, {played} scenarios as expected",
                folder.name
            );
        }
        wrong += found.len();
    }
    if wrong == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    say!("{wrong} things to correct");
    Ok(ExitCode::FAILURE)
}

fn diff(old: &str, new: &str) -> anyhow::Result<ExitCode> {
    let (old, new) = (Folder::find(old)?.packs()?, Folder::find(new)?.packs()?);
    let mut count = 0;
    for now in &new {
        let before = old.iter().find(|pack| pack.id() == now.id());
        let Some(before) = before else {
            say!("{}: there is a new profile", now.id());
            count += 1;
            continue;
        };
        for difference in compare::differences(before, now) {
            say!("{}: {difference}", now.id());
            count += 1;
        }
    }
    for gone in old
        .iter()
        .filter(|pack| !new.iter().any(|now| now.id() == pack.id()))
    {
        say!("{}: the profile is gone", gone.id());
        count += 1;
    }
    match count {
        1 => say!("1 difference"),
        _ => say!("{count} differences"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The pack and settings that `--set` and a name ask for.
fn chosen(name: &str, set: &[String]) -> anyhow::Result<(Pack, Settings)> {
    let mut packs = Folder::find(name)?.packs()?;
    let pairs: Vec<(&str, &str)> = set
        .iter()
        .map(|pair| {
            pair.split_once('=')
                .with_context(|| format!("`{pair}` is not of the form name=value"))
        })
        .collect::<Result<_, _>>()?;
    let profile = pairs.iter().rev().find(|(name, _)| *name == "profile");
    let at = match profile {
        None => packs.iter().position(|pack| pack.id() == name).unwrap_or(0),
        Some((_, wanted)) => {
            let known = packs.iter().position(|pack| pack.is_profile(wanted));
            let names: Vec<&str> = packs
                .iter()
                .filter_map(|pack| pack.about.profile.as_deref())
                .collect();
            known.with_context(|| {
                format!(
                    "there is no profile `{wanted}`; name one of {}",
                    names.join(", ")
                )
            })?
        }
    };
    let pack = packs.swap_remove(at);
    let mut settings = Settings::default();
    for (name, value) in pairs {
        match name {
            "profile" => {}
            "zone" => settings.set_zone(value)?,
            _ => {
                let value = value
                    .parse()
                    .with_context(|| format!("`{name}={value}` is no whole number"))?;
                settings.set(&pack, name, value)?;
            }
        }
    }
    Ok((pack, settings))
}

#[derive(Serialize)]
struct ClockAnswer {
    due_at: String,
    due_on: Date,
    earliest_at: Option<String>,
    provisional: bool,
    steps: Vec<StepAnswer>,
    cite: Vec<String>,
}

#[derive(Serialize)]
struct StepAnswer {
    date: Date,
    counted: bool,
    why: String,
}

/// `redress clock`
pub fn clock(args: &ClockArgs) -> anyhow::Result<ExitCode> {
    let calendars = Calendars::embedded()?;
    let (pack, mut settings) = chosen(&args.pack, &args.set)?;
    if let Some(name) = &args.calendar {
        let known: Vec<&str> = calendars.iter().map(|calendar| calendar.id()).collect();
        ensure!(
            calendars.get(name).is_some(),
            "there is no calendar `{name}`; name one of {}",
            known.join(", ")
        );
        settings.set_calendar(name);
    }
    let rule = pack.clock(&args.clock).with_context(|| {
        let known: Vec<&str> = pack.clocks.iter().map(|clock| clock.id.as_str()).collect();
        format!(
            "`{}` has no clock `{}`; name one of {}",
            pack.id(),
            args.clock,
            known.join(", ")
        )
    })?;
    let unit = crate::domain::procedures::Rule::settle(&pack, &rule.id, &settings)?
        .length()
        .unit;
    let mut changes = Changes::default();
    for n in &args.extend {
        changes = changes.longer(Length { n: *n, unit });
    }
    for span in &args.toll {
        changes.tolls.push(tolled(
            span,
            rule.toll.as_ref().map(|toll| toll.reason.as_str()),
        )?);
    }
    let counted = count_clock(&pack, &rule.id, args.from, &calendars, &settings, &changes)?;
    let answer = answer(&pack, &counted)?;
    if args.json {
        say!("{}", serde_json::to_string_pretty(&answer)?);
    } else {
        print(&answer, &counted);
    }
    Ok(ExitCode::SUCCESS)
}

fn tolled(span: &str, reason: Option<&str>) -> anyhow::Result<Tolled> {
    let (from, until) = span
        .split_once("..")
        .with_context(|| format!("`{span}` is not of the form 2026-01-05..2026-01-09"))?;
    Ok(Tolled {
        reason: reason.unwrap_or("delay").to_owned(),
        from: from
            .parse()
            .with_context(|| format!("`{from}` is no day"))?,
        until: Some(
            until
                .parse()
                .with_context(|| format!("`{until}` is no day"))?,
        ),
    })
}

fn answer(pack: &Pack, counted: &Counted) -> anyhow::Result<ClockAnswer> {
    let zone = zone(&counted.derivation.zone)?;
    let local = |at: Timestamp| at.display_with_offset(zone.to_offset(at)).to_string();
    let sources = counted
        .derivation
        .cites
        .iter()
        .filter_map(|key| pack.source(key));
    let steps = counted.derivation.steps.iter().map(|step| StepAnswer {
        date: step.date,
        counted: step.counted,
        why: step.why.to_string(),
    });
    Ok(ClockAnswer {
        due_at: local(counted.due_at),
        due_on: counted.due_on,
        earliest_at: counted.earliest_at.map(local),
        provisional: counted.provisional,
        steps: steps.collect(),
        cite: sources
            .map(|source| format!("{}, {}", source.title, source.article))
            .collect(),
    })
}

fn print(answer: &ClockAnswer, counted: &Counted) {
    if let Some(earliest) = &answer.earliest_at {
        say!("not before  {earliest}");
    }
    say!("not after   {}", answer.due_at);
    if answer.provisional {
        say!("provisional: a calendar does not reach so far yet");
    }
    for step in &answer.steps {
        let mark = if step.counted { '+' } else { ' ' };
        say!(
            "  {} {} {mark} {}",
            step.date,
            step.date.strftime("%a"),
            step.why
        );
    }
    if let (Some(name), Some(version)) = (
        &counted.derivation.calendar,
        &counted.derivation.calendar_version,
    ) {
        say!("calendar    {name} {version}");
    }
    say!("zone        {}", counted.derivation.zone);
    for cite in &answer.cite {
        say!("source      {cite}");
    }
}

/// Chance that repeats itself: a small generator, good enough to choose among a handful of steps.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap_or(0);
        high % below.max(1)
    }
}

/// A way on: a step with who takes it, or silence.
enum Way<'a> {
    Step(&'a Transition, Role),
    Silence,
}

fn simulate(
    name: &str,
    set: &[String],
    from: Timestamp,
    choose: &[String],
    seed: u64,
) -> anyhow::Result<ExitCode> {
    let calendars = Calendars::embedded()?;
    let (pack, settings) = chosen(name, set)?;
    let mut play = Play::begin(&pack, &calendars, settings, from)?;
    let mut chance = Chance(seed);
    let mut given = choose.iter();
    say!("{} {}, from {from}", pack.id(), pack.version());
    for _ in 0..MOST_STEPS {
        let before = play.taken().len();
        // What a condition asks is left to chance too; a step that was named gets what it needs.
        let yes: Vec<Guard> = Guard::ALL
            .iter()
            .copied()
            .filter(|_| chance.next(2) == 0)
            .collect();
        let facts = |guard: &str| yes.iter().any(|known| known.as_str() == guard);
        let way = match given.next() {
            Some(word) if word == "silence" => Way::Silence,
            Some(word) => {
                let step = play.open().find(|step| step.id == *word);
                let step = step.with_context(|| {
                    let open: Vec<&str> = play.open().map(|step| step.id.as_str()).collect();
                    format!(
                        "`{word}` is not open in `{}`; open are {}, and silence",
                        play.state(),
                        open.join(", ")
                    )
                })?;
                Way::Step(step, first_role(step)?)
            }
            None if play.is_over() => break,
            None => at_random(&play, &mut chance, &facts)?,
        };
        match way {
            Way::Step(step, role) => {
                let later = play.now()
                    + jiff::SignedDuration::from_hours(1 + i64::try_from(chance.next(60))?);
                play.until(later, &facts)?;
                if play.open().any(|open| open.id == step.id) {
                    play.take(step, role)?;
                }
            }
            Way::Silence => {
                ensure!(
                    play.silence(&facts)?,
                    "in `{}` no deadline runs",
                    play.state()
                );
            }
        }
        for taken in play.taken().iter().skip(before) {
            say!(
                "{}  {:<12} {:<24} {}",
                taken.at.strftime("%Y-%m-%d %H:%M"),
                taken.by.as_str(),
                taken.step,
                if taken.from == taken.to {
                    String::new()
                } else {
                    format!("{} -> {}", taken.from, taken.to)
                }
            );
            for (rule, counted) in &taken.dates {
                say!("                    {rule} ends on {}", counted.due_on);
            }
        }
    }
    ensure!(
        play.is_over(),
        "the procedure did not come to an end in {MOST_STEPS} steps"
    );
    let outcome = pack.state(play.state()).and_then(|state| state.outcome);
    say!(
        "ended as {}",
        outcome.map_or("nothing", |outcome| outcome.as_str())
    );
    Ok(ExitCode::SUCCESS)
}

fn first_role(step: &Transition) -> anyhow::Result<Role> {
    step.by
        .first()
        .copied()
        .ok_or_else(|| anyhow!("nobody takes `{}`", step.id))
}

fn at_random<'a>(
    play: &Play<'a>,
    chance: &mut Chance,
    facts: &dyn Fn(&str) -> bool,
) -> anyhow::Result<Way<'a>> {
    // A condition on a paper is taken as met: the paper is imagined to say so.
    let may = |step: &&Transition| match &step.when {
        Some(when) if when.comparisons().next().is_none() => when.holds(&facts),
        Some(Condition::Not(_)) | Some(_) | None => true,
    };
    let open: Vec<&Transition> = play
        .open()
        .filter(|step| !matches!(step.act, ActName::Note | ActName::Correct))
        .filter(may)
        .collect();
    let has_deadline = play.has_deadline();
    if open.is_empty() && !has_deadline {
        bail!("in `{}` nobody can go on", play.state());
    }
    // Silence is one way among the others.
    let at = chance.next(open.len() + usize::from(has_deadline));
    match open.get(at) {
        Some(step) => Ok(Way::Step(step, first_role(step)?)),
        None => Ok(Way::Silence),
    }
}
