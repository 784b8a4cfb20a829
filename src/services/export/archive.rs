//! A case file that somebody brings, as a ZIP: it is packed again and compared byte for byte, so that nothing can be
//! changed beside the files either, and what is in it is checked as a bag.

use super::stream::{Same, write};
use crate::domain::casefile::check::{Files, Report, Trust, Wrong, check};
use crate::domain::log::Key;
use sha2::{Digest, Sha256};
use std::io::{self, BufReader, Read, Seek};
use zip::ZipArchive;

/// Checks a case file, which is given twice: to look into it, and to compare it with what is packed again.
///
/// # Errors
/// The first thing that does not hold.
pub fn verify<R: Read + Seek>(file: R, again: impl Read, trust: &Trust) -> Result<Report, Wrong> {
    let of_archive = |what: String| Wrong {
        path: "archive".to_owned(),
        what,
    };
    let zip = ZipArchive::new(BufReader::new(file));
    let zip = zip.map_err(|error| of_archive(error.to_string()))?;
    let mut archive = Archive::read(zip).map_err(of_archive)?;
    archive.is_as_packed(again).map_err(of_archive)?;
    let mut report = check(&mut archive, trust)?;
    report.holds.insert(
        0,
        "the archive is byte for byte as the service packs these files".to_owned(),
    );
    Ok(report)
}

/// The keys of logs that came with a case file.
///
/// # Errors
/// Where it cannot be read.
pub fn keys_in<R: Read + Seek>(file: R) -> anyhow::Result<Vec<Key>> {
    let mut archive = Archive::read(ZipArchive::new(BufReader::new(file))?)
        .map_err(|what| anyhow::anyhow!(what))?;
    let mut keys = Vec::new();
    for path in archive.paths() {
        if path.starts_with("log/keys/log") && path.ends_with(".vkey") {
            let bytes = archive.bytes(&path, 1024);
            let bytes = bytes.map_err(|what| anyhow::anyhow!("{path}: {what}"))?;
            keys.push(Key::parse(String::from_utf8(bytes)?.trim_end())?);
        }
    }
    Ok(keys)
}

/// A case file in a ZIP.
struct Archive<R> {
    zip: ZipArchive<BufReader<R>>,
    /// The folder that everything stands in, with its slash
    root: String,
    /// Every file in the order of the archive: its path without the folder, and its size
    files: Vec<(String, u64)>,
}

impl<R: Read + Seek> Archive<R> {
    fn read(mut zip: ZipArchive<BufReader<R>>) -> Result<Self, String> {
        let mut files = Vec::with_capacity(zip.len());
        let mut root = String::new();
        for at in 0..zip.len() {
            let entry = zip.by_index_raw(at).map_err(|error| error.to_string())?;
            let name = entry.name().map_err(|error| error.to_string())?;
            let Some((folder, path)) = name.split_once('/') else {
                return Err(format!("{name} stands in no folder"));
            };
            let folder = format!("{folder}/");
            if at > 0 && folder != root {
                return Err(format!("{name} stands in another folder than the rest"));
            }
            files.push((path.to_owned(), entry.size()));
            root = folder;
        }
        Ok(Self { zip, root, files })
    }

    /// Packs the files again and compares.
    fn is_as_packed(&mut self, file: impl Read) -> Result<(), String> {
        let paths = self
            .files
            .iter()
            .map(|(path, size)| (format!("{}{path}", self.root), *size));
        let paths: Vec<(String, u64)> = paths.collect();
        let zip = &mut self.zip;
        let mut fault = None;
        let same = write(Same::new(BufReader::new(file)), &paths, |at, out| {
            let copied = zip
                .by_index(at)
                .map_err(io::Error::other)
                .and_then(|mut entry| io::copy(&mut entry, out));
            // Told at the end: a packer that is broken off complains by itself.
            if let (None, Err(error)) = (&fault, copied) {
                fault = Some(format!("{}: {error}", paths[at].0));
            }
            Ok(())
        });
        let changed = || "is not as the service packs a case file: it was changed".to_owned();
        let is_same = same.is_ok_and(Same::ends_the_same);
        match fault {
            Some(fault) => Err(fault),
            None if is_same => Ok(()),
            None => Err(changed()),
        }
    }

    fn at(&self, path: &str) -> Result<usize, String> {
        let found = self.files.iter().position(|(known, _)| known == path);
        found.ok_or_else(|| "is missing".to_owned())
    }
}

impl<R: Read + Seek> Files for Archive<R> {
    fn paths(&self) -> Vec<String> {
        self.files.iter().map(|(path, _)| path.clone()).collect()
    }

    fn digest(&mut self, path: &str) -> Result<(String, u64), String> {
        let at = self.at(path)?;
        let mut entry = self.zip.by_index(at).map_err(|error| error.to_string())?;
        let mut hasher = Sha256::new();
        let mut part = vec![0; 64 << 10];
        let mut size = 0;
        loop {
            let count = entry.read(&mut part).map_err(|error| error.to_string())?;
            if count == 0 {
                return Ok((hex::encode(hasher.finalize()), size));
            }
            hasher.update(&part[..count]);
            size += count as u64;
        }
    }

    fn bytes(&mut self, path: &str, most: u64) -> Result<Vec<u8>, String> {
        let at = self.at(path)?;
        let entry = self.zip.by_index(at).map_err(|error| error.to_string())?;
        let mut bytes = Vec::new();
        let mut limited = entry.take(most + 1);
        limited
            .read_to_end(&mut bytes)
            .map_err(|error| error.to_string())?;
        match bytes.len() as u64 > most {
            true => Err("is too long".to_owned()),
            false => Ok(bytes),
        }
    }
}
