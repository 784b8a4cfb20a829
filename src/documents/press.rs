//! Sets a document: template, texts and fonts in, PDF out. Runs in the child process only.

mod coverage;
mod fonts;

use super::request::{Fault, Request};
use fonts::Fonts;
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

const BASE: &str = include_str!("../../templates/documents/base.typ");

fn template(name: &str) -> Option<&'static str> {
    Some(match name {
        "award" => include_str!("../../templates/documents/award.typ"),
        "agreement" => include_str!("../../templates/documents/agreement.typ"),
        "docket" => include_str!("../../templates/documents/docket.typ"),
        "receipt" => include_str!("../../templates/documents/receipt.typ"),
        _ => return None,
    })
}

/// Makes the PDF of a request.
pub(super) fn press(mut request: Request) -> Result<Vec<u8>, Fault> {
    let source = template(&request.template)
        .ok_or_else(|| Fault::failed(format!("no template {}", request.template)))?;
    let fonts = Fonts::covering(&mut request)?;
    let date = utc(request.made_at)?;
    let texts = serde_json::to_vec(&request.data).map_err(|e| Fault::failed(e.to_string()))?;
    let desk = Desk::lay(source, texts, fonts, date)?;

    let Warned { output, warnings } = typst::compile::<PagedDocument>(&desk);
    let document = output.map_err(|errors| failed("the template", &errors))?;
    // Templates are ours and fixed: in development a warning is a defect.
    if cfg!(debug_assertions) && !warnings.is_empty() {
        return Err(failed("the template (warnings)", &warnings));
    }
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|e| Fault::failed(format!("cannot ask for PDF/A: {}", e.message())))?;
    let options = PdfOptions {
        ident: Smart::Custom(request.identity),
        creator: Smart::Custom(Some(
            concat!("Redress ", env!("CARGO_PKG_VERSION")).to_owned(),
        )),
        timestamp: Some(Timestamp::new_utc(date)),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| failed("the PDF", &errors))
}

fn utc(second: i64) -> Result<Datetime, Fault> {
    let wrong = || Fault::failed("the document's date is out of range");
    let at = jiff::Timestamp::from_second(second)
        .map_err(|_| wrong())?
        .to_zoned(jiff::tz::TimeZone::UTC);
    let part = |value: i8| u8::try_from(value).unwrap_or(0);
    Datetime::from_ymd_hms(
        i32::from(at.year()),
        part(at.month()),
        part(at.day()),
        part(at.hour()),
        part(at.minute()),
        part(at.second()),
    )
    .ok_or_else(wrong)
}

fn failed(what: &str, diagnostics: &[SourceDiagnostic]) -> Fault {
    let said: Vec<String> = diagnostics
        .iter()
        .take(5)
        .map(|one| {
            let hints: Vec<&str> = one.hints.iter().map(|hint| hint.v.as_str()).collect();
            if hints.is_empty() {
                one.message.to_string()
            } else {
                format!("{} ({})", one.message, hints.join("; "))
            }
        })
        .collect();
    Fault::failed(format!("{what}: {}", said.join("; ")))
}

/// All that the typesetter can see: our templates, the texts, the fonts. No files, no clock, no network.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    base: Source,
    data: (FileId, Bytes),
    today: Datetime,
}

impl Desk {
    fn lay(template: &str, texts: Vec<u8>, fonts: Fonts, today: Datetime) -> Result<Self, Fault> {
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(fonts.book()),
            fonts: fonts.into_faces(),
            main: Source::new(name("/main.typ")?, template.to_owned()),
            base: Source::new(name("/base.typ")?, BASE.to_owned()),
            data: (name("/data.json")?, Bytes::new(texts)),
            today,
        })
    }
}

fn name(path: &str) -> Result<FileId, Fault> {
    let path = VirtualPath::new(path).map_err(|_| Fault::failed(format!("not a path: {path}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.base]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 {
            Ok(self.data.1.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        Some(self.today)
    }
}
