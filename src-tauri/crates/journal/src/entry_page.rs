//! An entry as it is read: the text in pieces with the findings that cover them, and the writer's
//! word on each.

use crate::dto::{
    Code, EntryFields, EntryPage, EntryRequest, Failure, FindingAddRequest, FindingRequest,
    FindingView, ReadingState, RepairState, Revision, Segment, Verdict, VerdictRequest,
};
use crate::wire::Wire;
use crate::{Unlocked, clock, days, people, reader};
use chrono::NaiveDate;
use goldseam_analyser as analyser;
use goldseam_content as content;
use goldseam_vault::table::entry::{Entry, Sort};
use goldseam_vault::table::finding::Finding;
use goldseam_vault::table::{entry, finding, follow_up, person, rupture};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// What names a finding to the frontend: it survives a new reading of the same sentence.
fn id_of(finding: &Finding) -> String {
    format!("{}.{}.{}", finding.kind, finding.who, finding.sentence_key)
}

/// Whether the act happened.
fn enacted(finding: &Finding) -> bool {
    matches!(finding.status.as_str(), "did" | "habitual")
}

/// Whether it counts in the month.
fn counted(finding: &Finding) -> bool {
    enacted(finding) && matches!(finding.verdict.as_deref(), None | Some("yes"))
}

/// The writer's own findings, one for each kind and sentence: an act that happened stands for one
/// that was only thought of in the same sentence.
fn mine(findings: &[Finding]) -> Vec<&Finding> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut own: Vec<&Finding> = vec![];
    for finding in findings.iter().filter(|finding| finding.who == "me") {
        match first.get(&id_of(finding)) {
            None => {
                first.insert(id_of(finding), own.len());
                own.push(finding);
            }
            Some(&at) if enacted(finding) && !enacted(own[at]) => own[at] = finding,
            Some(_) => {}
        }
    }
    own
}

fn view(finding: &Finding) -> Result<FindingView, Failure> {
    let words = content::content().words();
    let card = content::content()
        .card(&finding.kind)
        .ok_or_else(Failure::not_found)?;
    let (title, why) = match finding.status.as_str() {
        "habitual" => (&card.titles.habitual, &words.why.habitual),
        "resisted" => (&card.titles.resisted, &words.why.held_back),
        "considered" => (&card.titles.considered, &words.why.considered),
        _ => (&card.titles.did, &words.why.did),
    };
    let why = if finding.added { &words.why.added } else { why };
    Ok(FindingView {
        id: id_of(finding),
        kind: finding.kind.clone(),
        group: card.group.id().to_owned(),
        title: title.clone(),
        why: why.clone(),
        sentence: finding.sentence.clone(),
        held_back: !enacted(finding),
        verdict: Verdict::maybe(finding.verdict.as_deref())?,
        added: finding.added,
        counted: counted(finding),
    })
}

/// The text cut where findings begin and end, in one sweep over them.
fn segments(text: &str, findings: &[&Finding]) -> Vec<Segment> {
    // A span of another version of the text would cut a character: it marks nothing.
    let fits = |finding: &&&Finding| {
        text.is_char_boundary(finding.start as usize) && text.is_char_boundary(finding.end as usize)
    };
    // (where, begins, finding): of the same place ends come first.
    let mut edges = vec![];
    for (number, finding) in findings.iter().filter(fits).enumerate() {
        edges.push((finding.start as usize, true, number, *finding));
        edges.push((finding.end as usize, false, number, *finding));
    }
    edges.sort_by_key(|(at, begins, number, _)| (*at, *begins, *number));
    let mut open: BTreeMap<usize, String> = BTreeMap::new();
    let mut pieces = vec![];
    let mut from = 0;
    let mut cut = |from: usize, to: usize, open: &BTreeMap<usize, String>| {
        if from < to {
            pieces.push(Segment {
                text: text[from..to].to_owned(),
                findings: open
                    .values()
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .cloned()
                    .collect(),
            });
        }
    };
    for (at, begins, number, finding) in edges {
        cut(from, at, &open);
        from = at;
        if begins {
            open.insert(number, id_of(finding));
        } else {
            open.remove(&number);
        }
    }
    cut(from, text.len(), &open);
    pieces
}

impl Unlocked {
    /// An entry with its findings.
    ///
    /// # Errors
    /// No such entry; the disk's refusal.
    pub fn entry_open(&self, request: &EntryRequest) -> Result<EntryPage, Failure> {
        let vault = &self.vault;
        let stored = entry::get(vault, &request.entry_id)?;
        let text = entry::text(vault, &stored.id)?;
        let today = self.clock.today();
        let day = NaiveDate::from_str(&stored.happened_on).unwrap_or(today);
        let part = stored.happened_part.as_deref();
        let rupture = match &stored.rupture_id {
            Some(id) => Some(rupture::get(vault, id)?),
            None => None,
        };
        let resting = self.entry_rests(&stored)?;

        let all = if resting || stored.keep_only {
            finding::of_entry(vault, &stored.id)?
                .into_iter()
                .filter(|finding| !resting && finding.added)
                .collect()
        } else {
            finding::of_entry(vault, &stored.id)?
        };
        let shown = mine(&all);
        // All spans of a finding are marked, also those that share its note.
        let marks = all.iter().filter(|finding| finding.who == "me");
        let segments = segments(&text, &marks.collect::<Vec<_>>());
        let findings = shown.into_iter().map(view).collect::<Result<Vec<_>, _>>()?;

        let (reading, reading_words) = reading_of(&stored, resting, findings.is_empty());
        let written_words = clock::instant(&stored.written_at).map_or_else(String::new, |at| {
            let local = at.with_timezone(&self.clock.zone()).naive_local();
            days::written(local, day, today)
        });
        let mut follow_ups = vec![];
        if let Some(rupture) = rupture.as_ref().filter(|_| !resting) {
            for asked in follow_up::of_rupture(vault, &rupture.id)? {
                follow_ups.push(self.follow_up_view(&asked)?);
            }
        }
        let earlier = match rupture.as_ref().and_then(|known| known.repeats.as_deref()) {
            Some(id) => self.rupture_line_of(id)?,
            None => None,
        };
        Ok(EntryPage {
            happened_words: days::long_with_part(day, part, today),
            written_words,
            fields: self.fields_of(&stored, text, rupture.as_ref())?,
            people: person::of_entry(vault, &stored.id)?
                .iter()
                .map(people::view)
                .collect::<Result<_, _>>()?,
            segments,
            findings,
            reading,
            reading_words,
            notes_line: resting.then(|| content::content().safety().line.clone()),
            state: rupture
                .as_ref()
                .map(|known| RepairState::of(&known.state))
                .transpose()?,
            earlier,
            follow_ups,
            revisions: self.revisions_of(&stored.id)?,
            trashed: stored.trashed_at.is_some(),
            rupture_id: stored.rupture_id,
            id: stored.id,
        })
    }

    fn fields_of(
        &self,
        stored: &Entry,
        text: String,
        rupture: Option<&rupture::Rupture>,
    ) -> Result<EntryFields, Failure> {
        let people = person::of_entry(&self.vault, &stored.id)?;
        Ok(EntryFields {
            text,
            people: people.into_iter().map(|person| person.id).collect(),
            happened_on: Some(stored.happened_on.clone()),
            happened_part: Wire::maybe(stored.happened_part.as_deref())?,
            cause: Wire::maybe(rupture.and_then(|known| known.cause.as_deref()))?,
            size: Wire::maybe(rupture.and_then(|known| known.size.as_deref()))?,
            feelings: entry::labels(&self.vault, &stored.id, Sort::Feeling)?,
            distress: stored.distress,
            this_again: rupture.and_then(|known| known.repeats.clone()),
            continues: None,
            tells_rupture: rupture.is_some(),
            keep_only: stored.keep_only,
        })
    }

    fn revisions_of(&self, id: &str) -> Result<Vec<Revision>, Failure> {
        Ok(entry::revisions(&self.vault, id)?
            .into_iter()
            .map(|earlier| Revision {
                number: earlier.number,
                until_words: format!("until {}", self.near_words(&earlier.replaced_at)),
                text: earlier.text,
            })
            .collect())
    }

    /// Finds a shown finding by its id.
    fn finding_by_id(&self, entry_id: &str, id: &str) -> Result<Finding, Failure> {
        let stored = entry::get(&self.vault, entry_id)?;
        if self.entry_rests(&stored)? {
            return Err(Failure::not_found());
        }
        finding::of_entry(&self.vault, entry_id)?
            .into_iter()
            .find(|finding| id_of(finding) == id)
            .ok_or_else(Failure::not_found)
    }

    /// Sets the writer's word on a finding, or takes it back.
    ///
    /// # Errors
    /// No such finding; the disk's refusal.
    pub fn verdict_set(&mut self, request: &VerdictRequest) -> Result<EntryPage, Failure> {
        let finding = self.finding_by_id(&request.entry_id, &request.finding_id)?;
        let now = self.clock.stamp();
        let word = request.verdict.map(Wire::id);
        self.vault
            .commit(|write| finding::set_verdict(write, &finding, word, &now))?;
        self.open_again(&request.entry_id)
    }

    /// Adds a finding that the reader missed. It counts like any other.
    ///
    /// # Errors
    /// Words that do not stand in the entry; no such kind; the disk's refusal.
    pub fn finding_add(&mut self, request: &FindingAddRequest) -> Result<EntryPage, Failure> {
        let stored = entry::get(&self.vault, &request.entry_id)?;
        if self.entry_rests(&stored)? {
            return Err(Failure::not_found());
        }
        let kind = analyser::Kind::from_str(&request.kind).map_err(|_| Failure::not_found())?;
        let text = entry::text(&self.vault, &stored.id)?;
        let quote = request.quote.trim();
        if quote.is_empty() {
            return Err(Failure::input(
                "Mark the words first, then say what you see in them.",
            ));
        }
        let start = text
            .match_indices(quote)
            .nth(request.occurrence as usize)
            .map(|(at, _)| at)
            .ok_or_else(|| {
                Failure::new(
                    Code::Input,
                    "Those words don't stand in this entry. Mark them once more.",
                )
            })?;
        let sentence = analyser::sentence_at(&text, start, start + quote.len());
        let sentence_key = reader::key(&text[sentence.clone()]);
        let known = finding::of_entry(&self.vault, &stored.id)?;
        let same = known.iter().find(|finding| {
            finding.who == "me"
                && finding.kind == kind.as_str()
                && finding.sentence_key == sentence_key
                && enacted(finding)
        });
        let now = self.clock.stamp();
        if let Some(known) = same {
            // It is there already: the writer's hand confirms it.
            self.vault
                .commit(|write| finding::set_verdict(write, known, Some("yes"), &now))?;
        } else {
            let added = Finding {
                entry_id: stored.id.clone(),
                start: u32::try_from(start).unwrap_or(u32::MAX),
                end: u32::try_from(start + quote.len()).unwrap_or(u32::MAX),
                kind: kind.as_str().to_owned(),
                who: "me".to_owned(),
                status: "did".to_owned(),
                rule: "hand".to_owned(),
                why: "hand".to_owned(),
                added: true,
                sentence: reader::shorten(&text[sentence]),
                sentence_key,
                verdict: None,
            };
            self.vault.commit(|write| {
                finding::set_verdict(write, &added, None, &now)?;
                finding::add(write, &added, stored.revision, stored.read_by)
            })?;
        }
        self.open_again(&request.entry_id)
    }

    /// Takes back a finding that was added by hand.
    ///
    /// # Errors
    /// No such finding, or the reader found it; the disk's refusal.
    pub fn finding_remove(&mut self, request: &FindingRequest) -> Result<EntryPage, Failure> {
        let finding = self.finding_by_id(&request.entry_id, &request.finding_id)?;
        let now = self.clock.stamp();
        self.vault.commit(|write| {
            finding::set_verdict(write, &finding, None, &now)?;
            finding::remove_added(
                write,
                &finding.entry_id,
                &finding.kind,
                &finding.sentence_key,
            )
        })?;
        self.open_again(&request.entry_id)
    }

    fn open_again(&self, entry_id: &str) -> Result<EntryPage, Failure> {
        self.entry_open(&EntryRequest {
            entry_id: entry_id.to_owned(),
        })
    }
}

/// What became of reading an entry, and the sentence that says so.
fn reading_of(stored: &Entry, resting: bool, nothing: bool) -> (ReadingState, String) {
    let words = &content::content().words().reading;
    let (language, mixed) = match stored.language.split_once('+') {
        Some((language, _)) => (language, true),
        None => (stored.language.as_str(), false),
    };
    let english = matches!(language, "en" | "und");
    let (state, sentence) = if resting {
        (ReadingState::Resting, &words.resting)
    } else if stored.keep_only {
        (ReadingState::KeptOnly, &words.kept_only)
    } else if !nothing {
        (ReadingState::Found, &words.found)
    } else if english {
        (ReadingState::Nothing, &words.nothing)
    } else {
        (ReadingState::OtherLanguage, &words.other_language)
    };
    let read = matches!(state, ReadingState::Found | ReadingState::Nothing);
    if mixed && read {
        return (state, format!("{sentence} {}", words.mixed));
    }
    (state, sentence.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(kind: &str, status: &str, start: u32, end: u32) -> Finding {
        Finding {
            entry_id: "e".to_owned(),
            start,
            end,
            kind: kind.to_owned(),
            who: "me".to_owned(),
            status: status.to_owned(),
            rule: "r".to_owned(),
            why: "named".to_owned(),
            added: false,
            sentence: "s".to_owned(),
            sentence_key: "k".to_owned(),
            verdict: None,
        }
    }

    #[test]
    fn pieces_join_to_the_text_and_overlaps_carry_both() {
        let text = "I said sorry, and 🥣 shut down.";
        let one = finding("sincere_apology", "did", 0, 12);
        let two = finding("stonewalling", "did", 7, 24);
        let pieces = segments(text, &[&one, &two]);
        let joined = pieces.iter().map(|piece| piece.text.as_str());
        assert_eq!(joined.collect::<String>(), text);
        let both = pieces.iter().find(|piece| piece.findings.len() == 2);
        assert_eq!(both.map(|piece| piece.text.as_str()), Some("sorry"));
    }

    #[test]
    fn a_span_that_would_cut_a_character_marks_nothing_and_breaks_nothing() {
        let inside_bowl = finding("stonewalling", "did", 1, 3);
        let pieces = segments("🥣!", &[&inside_bowl]);
        assert!(pieces.iter().all(|piece| piece.findings.is_empty()));
    }

    #[test]
    fn one_note_for_a_kind_and_sentence_and_the_act_stands_for_the_thought() {
        let all = [
            finding("stonewalling", "considered", 0, 3),
            finding("stonewalling", "did", 5, 9),
        ];
        let shown = mine(&all);
        assert_eq!(shown.len(), 1);
        assert_eq!(shown[0].status, "did");
    }
}
