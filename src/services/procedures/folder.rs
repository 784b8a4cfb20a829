//! Where procedures are read from: the program itself, or a folder that somebody works on.

use super::Unfit;
use crate::domain::procedures::scenario::Scenario;
use crate::domain::procedures::{Calendars, Pack, text_keys, translated};
use anyhow::{Context, bail};
use std::collections::BTreeSet;
use std::path::Path;

/// The scenarios and words that come with the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "procedures/"]
#[include = "*/pack.toml"]
#[include = "*/scenarios/*.toml"]
#[include = "*/locales/*.ftl"]
struct Embedded;

/// The languages that every procedure speaks.
const LANGUAGES: [&str; 2] = ["en", "zh-Hans"];

/// One procedure with all its files.
pub struct Folder {
    /// Its name
    pub name: String,
    /// `pack.toml`
    pub pack: String,
    /// Scenarios by file name
    pub scenarios: Vec<(String, String)>,
    /// Words by file name, which is the language
    pub words: Vec<(String, String)>,
}

impl Folder {
    /// Every procedure of the program.
    pub fn all() -> Vec<Self> {
        let names: BTreeSet<String> = Embedded::iter()
            .filter_map(|path| path.strip_suffix("/pack.toml").map(str::to_owned))
            .collect();
        names
            .iter()
            .filter_map(|name| Self::embedded(name))
            .collect()
    }

    /// A procedure of the program by its name or a profile's, or one in a folder.
    pub fn find(name: &str) -> anyhow::Result<Self> {
        let path = Path::new(name);
        if path.is_dir() || path.extension().is_some_and(|end| end == "toml") {
            return Self::on_disk(path);
        }
        let all = Self::all();
        let known: Vec<String> = all.iter().map(|folder| folder.name.clone()).collect();
        let is_it = |folder: &Self| {
            folder.name == name
                || folder
                    .packs()
                    .is_ok_and(|packs| packs.iter().any(|pack| pack.id() == name))
        };
        match all.into_iter().find(is_it) {
            Some(folder) => Ok(folder),
            None => bail!(
                "there is no procedure `{name}`; name one of {}, or a folder",
                known.join(", ")
            ),
        }
    }

    /// A procedure as its files were sent, without folders: `pack.toml`, words named after their language, every
    /// other `.toml` a scenario.
    ///
    /// # Errors
    /// A file that is nothing of these, or no `pack.toml`.
    pub fn of_files(files: Vec<(String, String)>) -> Result<Self, Unfit> {
        let mut made = Self {
            name: String::new(),
            pack: String::new(),
            scenarios: Vec::new(),
            words: Vec::new(),
        };
        for (name, text) in files {
            let is_language = |name: &str| {
                let language = name.strip_suffix(".ftl");
                language.is_some_and(|language| LANGUAGES.contains(&language))
            };
            match name.as_str() {
                "pack.toml" => made.pack = text,
                _ if is_language(&name) => made.words.push((name, text)),
                _ if name.ends_with(".toml") => made.scenarios.push((name, text)),
                _ => return Err(Unfit::Stranger(name)),
            }
        }
        if made.pack.is_empty() {
            return Err(Unfit::NoPack);
        }
        made.scenarios.sort();
        if let Ok(packs) = made.packs()
            && let Some(own) = packs.first()
        {
            made.name = own.id().to_owned();
        }
        Ok(made)
    }

    /// Words that belong to the program or to another procedure, and texts that are not Fluent.
    pub fn words_taken(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (file, text) in &self.words {
            let language = file.trim_end_matches(".ftl");
            let Some(locale) = crate::i18n::Locale::parse(language) else {
                continue;
            };
            let brought = crate::i18n::Brought {
                locale,
                file: format!("{}/locales/{file}", self.name),
                source: text.clone(),
            };
            if let Err(fault) = crate::i18n::Catalogue::with(&[brought]) {
                found.push(fault.to_string());
            }
            let reserved = crate::i18n::Catalogue::reserved(locale, &self.name);
            for (at, line) in text.lines().enumerate() {
                let mut keys = crate::i18n::message_keys(line);
                if let Some(key) = keys.next().filter(|key| reserved.contains(*key)) {
                    found.push(format!(
                        "{}/locales/{file}:{}: `{key}` belongs to the program; choose another name",
                        self.name,
                        at + 1
                    ));
                }
            }
        }
        found
    }

    /// The pack and its profiles.
    pub fn packs(&self) -> anyhow::Result<Vec<Pack>> {
        Pack::parse_all(&self.pack).with_context(|| format!("{}/pack.toml", self.name))
    }

    fn embedded(name: &str) -> Option<Self> {
        let text = |path: &str| {
            let file = Embedded::get(path)?;
            String::from_utf8(file.data.into_owned()).ok()
        };
        let below = |part: &str| {
            let folder = format!("{name}/{part}/");
            let mut found: Vec<(String, String)> = Embedded::iter()
                .filter_map(|path| {
                    let file = path.strip_prefix(&folder)?.to_owned();
                    Some((file, text(&path)?))
                })
                .collect();
            found.sort();
            found
        };
        Some(Self {
            name: name.to_owned(),
            pack: text(&format!("{name}/pack.toml"))?,
            scenarios: below("scenarios"),
            words: below("locales"),
        })
    }

    fn on_disk(path: &Path) -> anyhow::Result<Self> {
        let folder = if path.is_dir() {
            path
        } else {
            path.parent().unwrap_or(Path::new("."))
        };
        let file = if path.is_dir() {
            path.join("pack.toml")
        } else {
            path.to_owned()
        };
        let read = |file: &Path| {
            std::fs::read_to_string(file)
                .with_context(|| format!("{} cannot be read", file.display()))
        };
        let below = |part: &str| -> anyhow::Result<Vec<(String, String)>> {
            let Ok(entries) = std::fs::read_dir(folder.join(part)) else {
                return Ok(Vec::new());
            };
            let mut found = Vec::new();
            for entry in entries {
                let path = entry?.path();
                let name = path
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned());
                found.push((name.unwrap_or_default(), read(&path)?));
            }
            found.sort();
            Ok(found)
        };
        let name = folder.canonicalize().ok().and_then(|whole| {
            whole
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
        });
        Ok(Self {
            name: name.unwrap_or_default(),
            pack: read(&file)?,
            scenarios: below("scenarios")?,
            words: below("locales")?,
        })
    }

    /// What a procedure names and no language file says, in each language.
    pub fn words_missing(&self, packs: &[Pack]) -> Vec<String> {
        let Ok(catalogue) = crate::i18n::Catalogue::embedded() else {
            return vec!["the words of the program cannot be read".to_owned()];
        };
        let mut missing = BTreeSet::new();
        for language in LANGUAGES {
            let locale = crate::i18n::Locale::parse(language).unwrap_or_default();
            let file = format!("{language}.ftl");
            let own = self.words.iter().find(|(name, _)| *name == file);
            let own = own.map(|(_, text)| text.as_str()).unwrap_or_default();
            let says = |key: &str| {
                catalogue.speaks(locale, key)
                    || own.lines().any(|line| {
                        line.strip_prefix(key)
                            .is_some_and(|rest| rest.trim_start().starts_with('='))
                    })
            };
            let mut need = |key: String| {
                missing.insert(format!(
                    "{}/locales/{file}:1: there is no text `{key}`; write `{key} = …`",
                    self.name
                ));
            };
            for key in packs.iter().flat_map(text_keys).filter(|key| !says(key)) {
                need(key);
            }
            // The pack itself is written in English.
            for pack in packs.iter().filter(|_| locale != crate::i18n::Locale::En) {
                for (sort, word) in translated(pack) {
                    let shared = format!("{sort}-{}-{word}", pack.family());
                    if !says(&shared) && !says(&format!("{sort}-{}-{word}", pack.id())) {
                        need(shared);
                    }
                }
                let note = format!("law-{}-note", pack.id());
                if pack.about.note.is_some() && !says(&note) {
                    need(note);
                }
            }
        }
        missing.into_iter().collect()
    }
}

/// Plays a scenario and says what is not as expected.
pub fn play(text: &str, packs: &[Pack], calendars: &Calendars) -> Vec<String> {
    match Scenario::parse(text) {
        Ok(scenario) => scenario.play(packs, calendars),
        Err(fault) => vec![fault.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedures::lint;

    #[test]
    fn every_procedure_is_sound_has_its_words_and_plays_its_scenarios_as_written() {
        let calendars = Calendars::embedded().unwrap();
        let mut wrong = Vec::new();
        let all = Folder::all();
        assert!(all.len() >= 6, "only {} procedures were found", all.len());
        assert!(all.iter().all(|folder| folder.scenarios.len() >= 4));
        for folder in all {
            let packs = folder.packs().unwrap();
            wrong.extend(
                packs
                    .iter()
                    .flat_map(|p| lint(p, &calendars))
                    .map(|f| f.to_string()),
            );
            wrong.extend(folder.words_missing(&packs));
            for (file, text) in &folder.scenarios {
                let found = play(text, &packs, &calendars);
                wrong.extend(
                    found
                        .iter()
                        .map(|what| format!("{}/{file}: {what}", folder.name)),
                );
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn a_procedure_is_found_by_its_name_a_profile_s_and_its_folder() {
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/procedures/domain-udrp");
        for name in ["domain-udrp", "domain-udrp-forum", here] {
            assert_eq!(Folder::find(name).unwrap().name, "domain-udrp", "{name}");
        }
        let fault = Folder::find("nothing").err().unwrap().to_string();
        assert!(fault.contains("domain-udrp"), "{fault}");
    }

    #[test]
    fn a_word_that_is_missing_is_named_with_its_file() {
        let mut folder = Folder::find("domain-udrp").unwrap();
        let packs = folder.packs().unwrap();
        folder.pack = folder.pack.replace("id = \"respond\"", "id = \"reply\"");
        let changed = folder.packs().unwrap();
        assert!(folder.words_missing(&packs).is_empty());
        let missing = folder.words_missing(&changed);
        assert!(
            missing
                .iter()
                .any(|line| line.starts_with("domain-udrp/locales/zh-Hans.ftl")
                    && line.contains("do-domain-udrp-reply")),
            "{missing:?}"
        );
    }
}
