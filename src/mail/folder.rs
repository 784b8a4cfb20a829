//! Letters as files: one `.eml` a letter for mail programs, one `.json` a letter and an index for
//! the page that shows captured letters in the demo.

use super::{Captured, Message, Reply, SendError, Sender};
use crate::domain::ids::LetterId;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::fs;
use tokio::io::AsyncWriteExt;
use tokio::sync::Mutex;

const INDEX: &str = "index.jsonl";

/// The folder transport.
#[derive(Clone)]
pub struct Folder {
    dir: PathBuf,
    sender: Sender,
    // One writer at a time keeps the lines of the index whole.
    index: Arc<Mutex<()>>,
}

impl Folder {
    /// Uses a folder, which is made when the first letter is written.
    pub fn new(dir: impl Into<PathBuf>, sender: Sender) -> Self {
        Self {
            dir: dir.into(),
            sender,
            index: Arc::default(),
        }
    }

    /// Where the letters are.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Writes the letter and one line of the index. A second try overwrites the same files.
    pub async fn send(&self, message: &Message) -> Result<Reply, SendError> {
        let composed = self.sender.compose(message)?;
        let captured = Captured::new(
            message,
            self.sender.message_id(message),
            composed.formatted(),
        );
        let name = self
            .write(&captured)
            .await
            .map_err(|e| SendError::temporary(None, format!("mail folder: {e}")))?;
        Ok(Reply {
            text: format!("written to {name}"),
        })
    }

    /// Headers of the letters written so far, newest first; a letter that was tried twice stands once.
    pub async fn list(&self, limit: usize) -> io::Result<Vec<Captured>> {
        let text = match fs::read_to_string(self.dir.join(INDEX)).await {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(e),
        };
        let mut seen = std::collections::HashSet::new();
        // A line cut short by a crash is no letter; the files beside it are whole.
        let newest = text
            .lines()
            .rev()
            .filter_map(|line| serde_json::from_str::<Captured>(line).ok());
        Ok(newest
            .filter(|captured| seen.insert(captured.id))
            .take(limit)
            .collect())
    }

    /// One letter with both bodies, live links included.
    pub async fn find(&self, id: LetterId) -> io::Result<Option<Captured>> {
        match fs::read(self.dir.join(format!("{id}.json"))).await {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        }
    }

    /// The name is the letter's id and nothing else, so no subject or address can lead out of the folder.
    async fn write(&self, captured: &Captured) -> io::Result<String> {
        fs::create_dir_all(&self.dir).await?;
        let name = format!("{}.eml", captured.id);
        self.replace(&name, &captured.raw).await?;
        self.replace(
            &format!("{}.json", captured.id),
            &serde_json::to_vec(captured)?,
        )
        .await?;

        let mut line = serde_json::to_vec(&captured.without_bodies())?;
        line.push(b'\n');
        let _alone = self.index.lock().await;
        let mut index = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.dir.join(INDEX))
            .await?;
        index.write_all(&line).await?;
        index.flush().await?;
        Ok(name)
    }

    /// Readers see the old file or the new one, never half of it.
    async fn replace(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let draft = self.dir.join(format!(".{name}.part"));
        fs::write(&draft, bytes).await?;
        fs::rename(&draft, self.dir.join(name)).await
    }
}
