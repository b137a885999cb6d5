//! What `goldseam-cli` prints: JSON for programs, with stable names in `snake_case`.

use crate::dto::Failure;
use crate::{Unlocked, days};
use goldseam_analyser as analyser;
use goldseam_vault::table::{entry, finding, person};
use serde::{Deserialize, Serialize};

/// One line in for `analyse`.
#[derive(Debug, Deserialize)]
pub struct Passage {
    /// Handed back as it is.
    pub id: serde_json::Value,
    /// What to read.
    pub text: String,
}

/// A finding as `analyse` and `list` print it.
#[derive(Debug, Serialize)]
pub struct FoundAct {
    /// Kind.
    pub kind: String,
    /// `me` or `other`.
    pub who: String,
    /// `did`, `habitual`, `considered` or `resisted`.
    pub status: String,
    /// First byte, on a character boundary of the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The rule that fired; `hand` for one added by the writer.
    pub rule: String,
}

/// A safety sign as `analyse` prints it.
#[derive(Debug, Serialize)]
pub struct FoundSign {
    /// Which sign.
    pub sign: String,
    /// `abuse` or `crisis`.
    pub concern: &'static str,
    /// `certain` or `possible`.
    pub level: &'static str,
    /// `me` or `other`.
    pub by: &'static str,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// One line out for `analyse`.
#[derive(Debug, Serialize)]
pub struct Analysed {
    /// From the line in.
    pub id: serde_json::Value,
    /// In the order of the text.
    pub findings: Vec<FoundAct>,
    /// The more urgent concern: `crisis`, `abuse` or null.
    pub safety: Option<&'static str>,
    /// All signs.
    pub signals: Vec<FoundSign>,
    /// `en`, `und` for too little text, or another ISO 639 code: then there are no findings.
    pub language: &'static str,
    /// Stretches in another language, which were not read, as byte offsets; left out if none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<(usize, usize)>,
}

/// Reads one passage. Needs no vault.
pub fn analyse(passage: Passage) -> Analysed {
    let reading = analyser::read(&passage.text, goldseam_lexicon::lexicon());
    Analysed {
        id: passage.id,
        safety: reading.safety().map(analyser::Concern::as_str),
        findings: reading
            .findings
            .iter()
            .map(|found| FoundAct {
                kind: found.kind.as_str().to_owned(),
                who: found.who.as_str().to_owned(),
                status: found.status.as_str().to_owned(),
                start: found.start,
                end: found.end,
                rule: found.rule.to_string(),
            })
            .collect(),
        signals: reading
            .signals
            .iter()
            .map(|signal| FoundSign {
                sign: signal.sign.clone(),
                concern: signal.concern.as_str(),
                level: signal.level.as_str(),
                by: signal.by.as_str(),
                start: signal.start,
                end: signal.end,
            })
            .collect(),
        language: reading.language.code(),
        unread: reading
            .unread
            .iter()
            .map(|range| (range.start, range.end))
            .collect(),
    }
}

/// One line of `list --json`.
#[derive(Debug, Serialize)]
pub struct ListedEntry {
    /// Entry id.
    pub id: String,
    /// UTC instant.
    pub written_at: String,
    /// Local day, `YYYY-MM-DD`.
    pub happened_on: String,
    /// Names.
    pub people: Vec<String>,
    /// The person's own words.
    pub text: String,
    /// The writer's and the others' acts; none for an entry that rests behind the gate.
    pub findings: Vec<FoundAct>,
}

/// One statement of `summary --json`: a count and all that stands behind it.
#[derive(Debug, Serialize)]
pub struct Statement {
    /// `response` or `repair`.
    pub statement: &'static str,
    /// Kind of act.
    pub kind: String,
    /// Ruptures with it.
    pub k: usize,
    /// Ruptures.
    pub n: usize,
    /// Too little to call a pattern.
    pub early: bool,
    /// Ruptures of the k that the writer confirmed.
    pub confirmed: usize,
    /// Ruptures counted apart: "yes, but I had no words".
    pub no_words: usize,
    /// Entries in which it was seen, in the order told.
    pub entry_ids: Vec<String>,
}

/// One rupture of `summary --json`.
#[derive(Debug, Serialize)]
pub struct SummaryRupture {
    /// Rupture id.
    pub id: String,
    /// Day it was first told of.
    pub happened_on: String,
    /// What became of it.
    pub state: String,
    /// Names.
    pub people: Vec<String>,
    /// The entries that tell it.
    pub entry_ids: Vec<String>,
}

/// What `summary --json` prints.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// `YYYY-MM`.
    pub month: String,
    /// Ruptures counted; those behind the gate are not.
    pub n: usize,
    /// In the order told.
    pub ruptures: Vec<SummaryRupture>,
    /// Most frequent first.
    pub statements: Vec<Statement>,
}

/// What `verify` prints.
#[derive(Debug, Serialize)]
pub struct Verified {
    /// Every check passed.
    pub sound: bool,
    /// Entries, those in the trash included.
    pub entries: u64,
    /// Drafts.
    pub drafts: u64,
}

impl Unlocked {
    /// All entries out of the trash, oldest first.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn list(&self) -> Result<Vec<ListedEntry>, Failure> {
        let mut listed = vec![];
        for stored in entry::all(&self.vault)? {
            let resting = self.entry_rests(&stored)?;
            let findings = finding::of_entry(&self.vault, &stored.id)?
                .into_iter()
                .filter(|_| !resting)
                .map(|found| FoundAct {
                    kind: found.kind,
                    who: found.who,
                    status: found.status,
                    start: found.start as usize,
                    end: found.end as usize,
                    rule: found.rule,
                })
                .collect();
            listed.push(ListedEntry {
                people: person::of_entry(&self.vault, &stored.id)?
                    .into_iter()
                    .map(|person| person.alias)
                    .collect(),
                text: entry::text(&self.vault, &stored.id)?,
                id: stored.id,
                written_at: stored.written_at,
                happened_on: stored.happened_on,
                findings,
            });
        }
        Ok(listed)
    }

    /// The month's counts with the entries behind each.
    ///
    /// # Errors
    /// Not a month; the disk's refusal.
    pub fn summary(&self, month: Option<&str>) -> Result<Summary, Failure> {
        let gathered = self.gather(self.month_meant(month)?)?;
        let counts = gathered.counts();
        let statements = counts
            .counts
            .iter()
            .map(|count| Statement {
                statement: if count.kind.is_response() {
                    "response"
                } else {
                    "repair"
                },
                kind: count.kind.as_str().to_owned(),
                k: count.k,
                n: counts.n,
                early: count.early,
                confirmed: count.confirmed,
                no_words: count.no_words,
                entry_ids: gathered.entries_with(count.kind),
            })
            .collect();
        Ok(Summary {
            month: days::month_id(gathered.month),
            n: counts.n,
            ruptures: gathered
                .counted
                .iter()
                .map(|one| SummaryRupture {
                    id: one.told.rupture.id.clone(),
                    happened_on: one.told.happened_on.clone(),
                    state: one.told.rupture.state.clone(),
                    people: one
                        .people
                        .iter()
                        .map(|person| person.alias.clone())
                        .collect(),
                    entry_ids: one.entries.iter().map(|entry| entry.id.clone()).collect(),
                })
                .collect(),
            statements,
        })
    }

    /// Checks the whole file.
    ///
    /// # Errors
    /// What is damaged; the disk's refusal.
    pub fn verify(&self) -> Result<Verified, Failure> {
        let health = self.vault.verify()?;
        Ok(Verified {
            sound: true,
            entries: health.entries,
            drafts: health.drafts,
        })
    }
}
