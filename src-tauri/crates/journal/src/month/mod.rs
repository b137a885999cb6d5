//! The month, in words. The counting itself is `goldseam_analyser::patterns`; here are what may be
//! counted (nothing that rests) and the sentences.

mod words;

use crate::dto::{
    Failure, MonthFootnote, MonthPage, MonthRequest, MonthResponse, MonthRupture, MonthSentence,
    MonthShare, MonthStates, RepairState, Verdict,
};
use crate::list::state_words;
use crate::wire::Wire;
use crate::{Unlocked, days};
use chrono::{Datelike, NaiveDate};
use goldseam_analyser::patterns::{self, Count, Seen, Word};
use goldseam_analyser::{Kind, Status};
use goldseam_content::{self as content, ResponseCard};
use goldseam_vault::table::finding::Finding;
use goldseam_vault::table::person::Person;
use goldseam_vault::table::rupture::Told;
use goldseam_vault::table::{entry, finding, person, rupture};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use words::{alias, by_person, question, sentences};

/// A rupture that may be counted, with all that was found in it.
pub(crate) struct Counted {
    pub told: Told,
    pub day: NaiveDate,
    pub people: Vec<Person>,
    pub entries: Vec<entry::Entry>,
    pub findings: Vec<Finding>,
}

/// A stored finding as the counting takes it; none if a newer version stored it.
fn seen(finding: &Finding) -> Option<Seen> {
    Some(Seen {
        kind: Kind::from_str(&finding.kind).ok()?,
        status: Status::from_str(&finding.status).ok()?,
        word: match finding.verdict.as_deref() {
            None => None,
            Some("yes") => Some(Word::Yes),
            Some("noWords") => Some(Word::NoWords),
            Some("safest") => Some(Word::Safest),
            Some(_) => Some(Word::NotMe),
        },
        added: finding.added,
    })
}

/// What a month counts.
pub(crate) struct Gathered {
    pub month: NaiveDate,
    pub counted: Vec<Counted>,
}

impl Gathered {
    /// The counts.
    pub fn counts(&self) -> patterns::Month<'_> {
        let told = self
            .counted
            .iter()
            .map(|rupture| patterns::Told {
                day: i64::from(rupture.day.num_days_from_ce()),
                people: rupture
                    .people
                    .iter()
                    .map(|person| person.id.as_str())
                    .collect(),
                seen: rupture.findings.iter().filter_map(seen).collect(),
            })
            .collect::<Vec<_>>();
        patterns::count_month(&told)
    }

    /// Entries in which a kind of act is counted (or counted apart), in the order told.
    pub fn entries_with(&self, kind: Kind) -> Vec<String> {
        let mut ids: Vec<String> = vec![];
        for one in &self.counted {
            for entry in &one.entries {
                let has = one.findings.iter().any(|finding| {
                    finding.entry_id == entry.id
                        && seen(finding).is_some_and(|seen| {
                            seen.kind == kind && (seen.counts() || seen.counts_apart())
                        })
                });
                if has {
                    ids.push(entry.id.clone());
                }
            }
        }
        ids
    }
}

impl Unlocked {
    /// The ruptures that were first told in a month and may be counted.
    pub(crate) fn gather(&self, month: NaiveDate) -> Result<Gathered, Failure> {
        let next = days::next_month(month);
        let mut counted = vec![];
        for told in rupture::between(&self.vault, &month.to_string(), &next.to_string())? {
            if told.resting {
                continue;
            }
            let entries = entry::of_rupture(&self.vault, &told.rupture.id)?;
            let ids = entries.iter().map(|entry| entry.id.as_str());
            let findings = finding::mine_in(&self.vault, &ids.collect::<Vec<_>>())?;
            counted.push(Counted {
                day: NaiveDate::from_str(&told.happened_on).unwrap_or(month),
                people: person::of_rupture(&self.vault, &told.rupture.id)?,
                told,
                entries,
                findings,
            });
        }
        Ok(Gathered { month, counted })
    }

    /// Which month a request means.
    pub(crate) fn month_meant(&self, asked: Option<&str>) -> Result<NaiveDate, Failure> {
        match asked {
            None => Ok(days::month_of(self.clock.today())),
            Some(month) => days::parse_month(month)
                .ok_or_else(|| Failure::input("A month is written like 2026-10.")),
        }
    }

    /// The month.
    ///
    /// # Errors
    /// Not a month; the disk's refusal.
    pub fn month(&self, request: &MonthRequest) -> Result<MonthPage, Failure> {
        let month = self.month_meant(request.month.as_deref())?;
        let gathered = self.gather(month)?;
        let counts = gathered.counts();
        let states = states(&gathered);
        let held_back = held_back(&gathered)?;
        let (repairs, responses): (Vec<_>, Vec<_>) = counts
            .counts
            .iter()
            .partition(|count| !count.kind.is_response());
        let first_day = entry::first_day(&self.vault)?;
        let this_month = days::month_of(self.clock.today());
        let begun = first_day
            .and_then(|day| NaiveDate::from_str(&day).ok())
            .is_some_and(|day| day < month);
        Ok(MonthPage {
            month: days::month_id(month),
            title: days::month_title(month),
            previous: begun.then(|| days::month_id(days::previous_month(month))),
            next: (month < this_month).then(|| days::month_id(days::next_month(month))),
            sentences: sentences(&gathered, &states, held_back.len()),
            n: small(counts.n),
            ruptures: gathered
                .counted
                .iter()
                .map(rupture_line)
                .collect::<Result<_, _>>()?,
            held_back,
            responses: responses
                .into_iter()
                .map(|count| response(count, &gathered))
                .collect::<Result<_, _>>()?,
            repairs: repairs
                .into_iter()
                .map(|count| response(count, &gathered))
                .collect::<Result<_, _>>()?,
            people: by_person(&gathered, &counts),
            states,
            question: question(&gathered),
            how_sure: content::content().words().month.how_sure.clone(),
            footnote: self.footnote(&gathered)?,
        })
    }

    fn footnote(&self, gathered: &Gathered) -> Result<MonthFootnote, Failure> {
        let words = &content::content().words().footnote;
        let next = days::next_month(gathered.month);
        let of_month = entry::between(&self.vault, &gathered.month.to_string(), &next.to_string())?;
        let (mut entries_read, mut not_placed) = (0, 0);
        for entry in of_month {
            if entry.read_by == 0 || self.entry_rests(&entry)? {
                continue;
            }
            entries_read += 1;
            let found = finding::mine_in(&self.vault, &[&entry.id])?;
            not_placed += u32::from(entry.rupture_id.is_some() && found.is_empty());
        }
        // One finding for each kind and sentence, as the entry shows them.
        let mut shown: BTreeMap<(&str, &str, &str), bool> = BTreeMap::new();
        for finding in gathered.counted.iter().flat_map(|one| &one.findings) {
            if let Some(seen) = seen(finding).filter(Seen::counts) {
                let key = (
                    finding.entry_id.as_str(),
                    finding.kind.as_str(),
                    finding.sentence_key.as_str(),
                );
                *shown.entry(key).or_default() |= seen.confirmed();
            }
        }
        let findings = small(shown.len());
        let confirmed = small(shown.values().filter(|confirmed| **confirmed).count());
        let mut said = vec![words.read.fill(entries_read)];
        if not_placed > 0 {
            said.push(words.not_placed.fill(not_placed));
        }
        said.push(if findings == 0 {
            words.no_findings.clone()
        } else {
            words
                .confirmed
                .fill(&[("confirmed", &confirmed), ("findings", &findings)])
        });
        Ok(MonthFootnote {
            entries_read,
            not_placed,
            findings,
            confirmed,
            words: said.join(" "),
        })
    }
}

/// Counts of a month are far below four thousand million.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn card(kind: &str) -> Result<&'static ResponseCard, Failure> {
    content::content().card(kind).ok_or_else(Failure::not_found)
}

fn states(gathered: &Gathered) -> MonthStates {
    let count = |states: &[&str]| {
        let of = |one: &&Counted| states.contains(&one.told.rupture.state.as_str());
        small(gathered.counted.iter().filter(of).count())
    };
    MonthStates {
        open: count(&["open", "waiting"]),
        tried: count(&["tried"]),
        repaired: count(&["repaired"]),
        closed: count(&["letGo", "apart", "ended"]),
    }
}

fn sentence(one: &Counted, finding: &Finding, title: String) -> Result<MonthSentence, Failure> {
    let day = one
        .entries
        .iter()
        .find(|entry| entry.id == finding.entry_id)
        .and_then(|entry| NaiveDate::from_str(&entry.happened_on).ok())
        .unwrap_or(one.day);
    Ok(MonthSentence {
        entry_id: finding.entry_id.clone(),
        day_words: if days::month_of(day) == days::month_of(one.day) {
            days::within_month(day)
        } else {
            days::long(day, one.day)
        },
        sentence: finding.sentence.clone(),
        kind: finding.kind.clone(),
        title,
        verdict: Verdict::maybe(finding.verdict.as_deref())?,
    })
}

/// Findings of a rupture, one for each kind and sentence.
fn distinct<'a>(
    one: &'a Counted,
    keep: impl Fn(&Seen) -> bool + 'a,
) -> impl Iterator<Item = &'a Finding> {
    let mut known = BTreeSet::new();
    one.findings.iter().filter(move |finding| {
        seen(finding).is_some_and(|seen| keep(&seen))
            && known.insert((&finding.entry_id, &finding.kind, &finding.sentence_key))
    })
}

fn held_back(gathered: &Gathered) -> Result<Vec<MonthSentence>, Failure> {
    let mut all = vec![];
    for one in &gathered.counted {
        let held = distinct(one, |seen| seen.held_back() && seen.kind.is_response());
        for finding in held {
            let title = card(&finding.kind)?.held_back_sentence();
            all.push(sentence(one, finding, title)?);
        }
    }
    Ok(all)
}

fn rupture_line(one: &Counted) -> Result<MonthRupture, Failure> {
    let each = |finding: &Finding, say: fn(&ResponseCard) -> String| card(&finding.kind).map(say);
    let mut held_back = distinct(one, |seen| seen.held_back() && seen.kind.is_response())
        .map(|finding| each(finding, ResponseCard::held_back_sentence))
        .collect::<Result<Vec<_>, _>>()?;
    // A conditional apology is a move towards repair that mostly misses: it is no try to show.
    let mut tried = distinct(one, |seen| {
        seen.counts() && !seen.kind.is_response() && seen.kind != Kind::ConditionalApology
    })
    .map(|finding| each(finding, ResponseCard::past_sentence))
    .collect::<Result<Vec<_>, _>>()?;
    held_back.dedup();
    tried.dedup();
    Ok(MonthRupture {
        rupture_id: one.told.rupture.id.clone(),
        entry_id: one.told.entry_id.clone(),
        day_words: days::within_month(one.day),
        opening: one.told.opening.clone(),
        people: one
            .people
            .iter()
            .map(|person| person.alias.clone())
            .collect(),
        state: RepairState::of(&one.told.rupture.state)?,
        state_words: state_words(&one.told.rupture.state),
        held_back,
        tried,
    })
}

fn response(count: &Count<'_>, gathered: &Gathered) -> Result<MonthResponse, Failure> {
    let words = &content::content().words().counts;
    let card = card(count.kind.as_str())?;
    let (k, n) = (small(count.k), small(gathered.counted.len()));
    let mut said = if count.early {
        words.early.fill(k)
    } else {
        words
            .k_of_n
            .fill(&[("past", &card.past), ("k", &k), ("n", &n)])
    };
    if count.no_words > 0 {
        said.push(' ');
        said.push_str(&words.no_words.fill(small(count.no_words)));
    }
    let mut sentences = vec![];
    for one in &gathered.counted {
        let shown = distinct(one, |seen| {
            seen.kind == count.kind && (seen.counts() || seen.counts_apart())
        });
        for finding in shown {
            sentences.push(sentence(one, finding, card.past_sentence())?);
        }
    }
    Ok(MonthResponse {
        kind: card.kind.clone(),
        group: card.group.id().to_owned(),
        name: card.past.clone(),
        k,
        n,
        words: said,
        early: count.early,
        confirmed: small(count.confirmed),
        no_words: small(count.no_words),
        with: count
            .with
            .iter()
            .map(|&(id, k, n)| MonthShare {
                alias: alias(gathered, id),
                k: small(k),
                n: small(n),
            })
            .collect(),
        sentences,
    })
}
