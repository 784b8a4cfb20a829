//! A paper as a form to fill, and as it was filed.

use crate::domain::evidence::{ExhibitKind, FileRef, NewExhibit};
use crate::domain::matters::{Answer, Filled, LINES_MAX, Paper, TEXT_MAX};
use crate::domain::money::Money;
use crate::domain::procedures::{Document, Field, FieldType, Pack};
use crate::i18n::Locale;
use crate::urls;
use crate::web::complaints::parts::{self, Text};
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState};
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, html};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::uploads::{self, Uploaded};
use crate::web::words;
use actix_web::web::Path;
use askama::Template;

/// Longest line of an answer, in characters.
const LINE_MAX: usize = 500;

/// A question of a paper, ready to be shown.
pub struct Question {
    /// Name of the field
    pub name: String,
    /// How it is asked: `line`, `area`, `lines`, `choice`, `country`, `date`, `money`, `file`
    pub form: &'static str,
    /// What is asked
    pub label: String,
    /// More about it
    pub hint: String,
    /// Answers to choose from
    pub choices: Vec<Choice>,
    /// Most characters of a text
    pub max: usize,
}

/// A document of a pack as a form.
pub struct Form<'a> {
    /// The pack
    pub pack: &'a Pack,
    /// The document
    pub document: &'a Document,
    /// What its kept files belong to: a case number, or the name of the pack
    pub about: String,
}

/// What was read from a form.
#[derive(Default)]
pub struct Read {
    /// The paper
    pub filled: Filled,
    /// Its files
    pub exhibits: Vec<NewExhibit>,
}

impl<'a> Form<'a> {
    /// The word of the pack for something of this document.
    fn label(&self, words: &crate::i18n::Words, field: &str) -> String {
        let word = format!("{}-{field}", self.document.id);
        words::pack_word(words, self.pack, "field", &word)
    }

    /// The questions in the reader's language.
    pub fn questions(&self, page: &Page) -> Vec<Question> {
        self.document
            .fields
            .iter()
            .map(|field| self.question(page, field))
            .collect()
    }

    fn question(&self, page: &Page, field: &Field) -> Question {
        let word = format!("{}-{}-hint", self.document.id, field.id);
        let own = page.find(&self.pack.text_key("field", &word));
        let mut hint: Vec<String> = own.map(str::to_owned).into_iter().collect();
        if field.field_type == FieldType::Lines {
            hint.push(page.t("matters-lines").to_owned());
        }
        if let Some(most) = field.max_words {
            hint.push(page.with1("matters-words", "n", most));
        }
        let mut label = self.label(&page.words, &field.id);
        if !field.required {
            label = page.with1("matters-optional", "label", label);
        }
        let choices = match field.field_type {
            FieldType::Choice => {
                let option = |option: &String| {
                    Choice::new(
                        option,
                        words::option(&page.words, self.pack, &field.id, option),
                    )
                };
                field.options.iter().map(option).collect()
            }
            FieldType::YesNo => ["yes", "no"]
                .map(|word| {
                    Choice::new(word, words::option(&page.words, self.pack, &field.id, word))
                })
                .into(),
            FieldType::Country => words::countries(&page.words)
                .into_iter()
                .map(|(code, name)| Choice::new(code, name))
                .collect(),
            FieldType::Money => parts::currencies(),
            _ => Vec::new(),
        };
        Question {
            name: name(field),
            form: match field.field_type {
                FieldType::Choice | FieldType::YesNo => "choice",
                FieldType::Country => "country",
                FieldType::Date => "date",
                FieldType::Money => "money",
                FieldType::File => "file",
                FieldType::Lines | FieldType::Listings => "lines",
                FieldType::LongText => "area",
                FieldType::Text
                | FieldType::Number
                | FieldType::Url
                | FieldType::Party
                | FieldType::Signature => "line",
            },
            label,
            hint: hint.join(" "),
            choices,
            max: TEXT_MAX,
        }
    }

    /// How long the whole paper may be; empty where there is no limit.
    pub fn limit(&self, page: &Page) -> String {
        let most = self.document.max_words;
        most.map(|most| page.with1("matters-words-all", "n", most))
            .unwrap_or_default()
    }

    /// The declarations in the reader's language.
    pub fn declarations(&self, page: &Page) -> Vec<Text> {
        let asked: Vec<_> = self.pack.attestations_of(self.document).collect();
        parts::texts(page, self.pack, &asked)
    }

    /// The names of the fields that the form may send.
    pub fn names(&self) -> Vec<String> {
        let fields = self.document.fields.iter().map(name);
        let mut names: Vec<String> = fields
            .flat_map(|field| [format!("{field}-*"), field])
            .collect();
        names.push("declare-*".to_owned());
        names
    }

    /// Reads the answers; what is missing or wrong is said beside its field.
    ///
    /// # Errors
    /// If a file cannot be kept with the form.
    pub fn read(
        &self,
        visitor: &Visitor,
        form: &mut FormState,
        mut files: Vec<Uploaded>,
    ) -> Result<Read, WebError> {
        let mut read = Read::default();
        for field in &self.document.fields {
            if let Some(answer) =
                self.answer(visitor, form, &mut files, field, &mut read.exhibits)?
            {
                read.filled.answers.insert(field.id.clone(), answer);
            }
        }
        let asked: Vec<_> = self.pack.attestations_of(self.document).collect();
        parts::must_declare(form, &asked);
        read.filled.declarations = parts::given(visitor, &asked);
        if let Some(most) = self.document.max_words
            && read.filled.words() > most as usize
        {
            let first = self.document.fields.first().map(name).unwrap_or_default();
            form.error_with(
                &first,
                "matters-too-many-words",
                vec![("n", read.filled.words().into()), ("most", most.into())],
            );
        }
        Ok(read)
    }

    fn answer(
        &self,
        visitor: &Visitor,
        form: &mut FormState,
        files: &mut Vec<Uploaded>,
        field: &Field,
        exhibits: &mut Vec<NewExhibit>,
    ) -> Result<Option<Answer>, WebError> {
        let name = name(field);
        let missing = "matters-missing";
        let answer = match field.field_type {
            FieldType::Choice | FieldType::YesNo | FieldType::Country => {
                let countries = words::countries(&visitor.words());
                let known: Vec<&str> = match field.field_type {
                    FieldType::Choice => field.options.iter().map(String::as_str).collect(),
                    FieldType::YesNo => vec!["yes", "no"],
                    _ => countries.iter().map(|(code, _)| *code).collect(),
                };
                if !field.required && form.value(&name).is_empty() {
                    None
                } else {
                    form.choose_from(&name, &known, missing)
                        .map(|word| Answer::Word(word.to_owned()))
                }
            }
            FieldType::Date if field.required => form.date(&name, missing).map(Answer::Day),
            FieldType::Date => form.optional_date(&name).map(Answer::Day),
            FieldType::Number => {
                if !field.required && form.value(&name).trim().is_empty() {
                    None
                } else {
                    form.integer(&name, 0..=1_000_000_000).map(Answer::Number)
                }
            }
            FieldType::Money => {
                let currency = format!("{name}-currency");
                if !field.required && form.value(&name).trim().is_empty() {
                    None
                } else {
                    form.money(&name, &currency, missing)
                        .map(|(minor, currency)| Answer::Money(Money { minor, currency }))
                }
            }
            FieldType::File => {
                let file = self.file(visitor, form, files, field)?;
                if file.is_none() && field.required {
                    form.error(&name, "matters-missing-file");
                }
                file.map(|file| {
                    let answer = Answer::Files(vec![file.name.clone()]);
                    exhibits.push(self.exhibit(visitor, field, file));
                    answer
                })
            }
            FieldType::Lines | FieldType::Listings => {
                let text = form.optional(&name, TEXT_MAX).unwrap_or_default();
                let lines: Vec<String> = text
                    .lines()
                    .map(|line| line.trim().to_owned())
                    .filter(|line| !line.is_empty())
                    .collect();
                if lines.is_empty() && field.required {
                    form.error(&name, missing);
                }
                if lines.len() > LINES_MAX || lines.iter().any(|l| l.chars().count() > LINE_MAX) {
                    let most = ("most", LINES_MAX.into());
                    form.error_with(&name, "matters-too-many-lines", vec![most]);
                }
                (!lines.is_empty()).then_some(Answer::Lines(lines))
            }
            FieldType::LongText if field.required => {
                Some(Answer::Text(form.required(&name, TEXT_MAX, missing)))
            }
            FieldType::LongText => form.optional(&name, TEXT_MAX).map(Answer::Text),
            FieldType::Text | FieldType::Url | FieldType::Party | FieldType::Signature
                if field.required =>
            {
                Some(Answer::Text(form.required(&name, LINE_MAX, missing)))
            }
            FieldType::Text | FieldType::Url | FieldType::Party | FieldType::Signature => {
                form.optional(&name, LINE_MAX).map(Answer::Text)
            }
        };
        if let Some((answer, most)) = answer.as_ref().zip(field.max_words)
            && answer.words() > most as usize
        {
            form.error_with(
                &name,
                "matters-too-many-words",
                vec![("n", answer.words().into()), ("most", most.into())],
            );
        }
        Ok(answer.filter(|answer| !answer.is_empty()))
    }

    /// The file of a field: chosen now, or kept from the try before.
    fn file(
        &self,
        visitor: &Visitor,
        form: &mut FormState,
        files: &mut Vec<Uploaded>,
        field: &Field,
    ) -> Result<Option<FileRef>, WebError> {
        let name = name(field);
        let about = format!("{}:{name}", self.about);
        let kept = format!("{name}-kept");
        let chosen = files
            .iter()
            .position(|uploaded| uploaded.field == name)
            .map(|at| files.remove(at).file);
        let file = chosen.or_else(|| uploads::unseal(visitor, &about, form.value(&kept)));
        if let Some(file) = &file {
            form.set(&kept, uploads::seal(visitor, &about, file)?)
                .set(&format!("{name}-name"), &file.name);
        }
        Ok(file)
    }

    fn exhibit(&self, visitor: &Visitor, field: &Field, file: FileRef) -> NewExhibit {
        let words = visitor.app.words(visitor.locale);
        NewExhibit {
            file,
            title: self.label(&words, &field.id),
            kind: ExhibitKind::Other,
            description: String::new(),
            claim: 0,
        }
    }
}

/// The name of a field in forms.
fn name(field: &Field) -> String {
    format!("answer-{}", field.id)
}

/// A paper as a page shows it.
pub struct View {
    /// What it is
    pub title: String,
    /// Who filed it, and when
    pub by: String,
    /// When
    pub at: jiff::Timestamp,
    /// Its page
    pub href: String,
    /// The answers
    pub rows: Vec<SumRow>,
    /// The declarations with the language they were shown in
    pub declarations: Vec<(String, String)>,
}

/// A paper in the reader's language.
pub fn view(page: &Page, scope: &CaseScope, paper: &Paper) -> View {
    let pack = &scope.pack;
    let rows = words::paper_rows(&page.words, pack, paper).into_iter();
    let rows = rows.map(|(label, said)| SumRow::new(label, said));
    View {
        title: words::paper_title(&page.words, pack, paper),
        by: paper.by.clone(),
        at: paper.filed_at,
        href: urls::paper(&scope.file.number, paper.no),
        rows: rows.collect(),
        declarations: paper
            .filled
            .declarations
            .iter()
            .map(|given| (given.language.clone(), given.text.clone()))
            .collect(),
    }
}

/// The papers that the reader may see: those of a seller's own part, for everybody else all.
pub fn visible(scope: &CaseScope) -> impl Iterator<Item = &Paper> {
    let own = (scope.actor.role == crate::domain::Role::Respondent).then(|| scope.track());
    let papers = scope.file.papers.iter();
    papers.filter(move |paper| own.is_none_or(|track| paper.track == track))
}

#[derive(Template)]
#[template(path = "matters/paper.html")]
struct PaperPage {
    page: Page,
    frame: CaseFrame,
    paper: View,
    back: String,
}

/// `GET /cases/{number}/papers/{no}`
pub async fn show(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let page = scope.page();
    let found = visible(&scope).find(|paper| paper.no == no);
    let paper = view(&page, &scope, found.ok_or(WebError::NotFound)?);
    html(&PaperPage {
        back: urls::case(&scope.file.number),
        frame: scope.frame(Part::Overview),
        page: page.here(paper.title.clone()),
        paper,
    })
}

/// The language of a case: the reader's, where the program speaks it.
pub fn language(visitor: &Visitor) -> String {
    let locale: Locale = visitor.locale;
    locale.tag().to_owned()
}
