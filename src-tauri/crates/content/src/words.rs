//! Sentences with places to fill, one field each, so that a caller cannot ask for one that
//! is not there. Not here: when a sentence is said; the numbers in it.

use std::collections::HashSet;

use serde::Deserialize;

use crate::files::{check_from, check_text};
use crate::template::{Counted, Template};
use crate::{ContentError, Group, files};

const FILE: &str = "words.toml";

/// What a page says about the reading of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// There are findings.
    pub found: String,
    /// Read, and nothing to show.
    pub nothing: String,
    /// The writer asked to have it kept and not read.
    pub kept_only: String,
    /// Not English.
    pub other_language: String,
    /// Added where only part of an entry is in English.
    pub mixed: String,
    /// A safety sign stands in it.
    pub resting: String,
    /// While earlier entries are read again; `{done}` of `{all}`.
    pub again: Template,
    from: String,
}

/// "When shall I ask how it went?"
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Labels of the times.
    pub options: FollowUpOptions,
    /// Why this time is suggested.
    pub reasons: FollowUpReasons,
    from: String,
}

/// Labels of the times to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpOptions {
    /// In a few minutes; for a child only.
    pub minutes: String,
    /// Within a day.
    pub day: String,
    /// In three days.
    pub three_days: String,
    /// In a week.
    pub week: String,
}

/// Why a time is suggested.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpReasons {
    /// Clearly the writer's, and with a child.
    pub minutes: String,
    /// Strong feelings.
    pub day: String,
    /// Otherwise.
    pub three_days: String,
    /// Asked about before.
    pub week: String,
}

/// The month's sentences.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Month {
    /// No rupture was written down.
    pub none: String,
    /// `{n}` ruptures.
    pub written: Counted,
    /// The same for a hard month. `{times}` is "once", "five times".
    pub hard: Template,
    /// `{k}` of `{n}` mended.
    pub mended: Template,
    /// All `{n}` mended.
    pub mended_all: Counted,
    /// None mended, out of `{n}`; any other ending is as good.
    pub mended_none: Counted,
    /// Held back `{n}` times.
    pub held_back: Counted,
    /// By person: `{k}` of `{n}` mended.
    pub person_mended: Template,
    /// By person: `{n}` still open.
    pub person_open: Counted,
    /// Under "How sure?".
    pub how_sure: String,
    from: String,
}

/// How often a response was seen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// "You `{past}` in `{k}` of `{n}`."
    pub k_of_n: Template,
    /// Too early to call a pattern; the number is `{n}`.
    pub early: Counted,
    /// Where the writer had no words, counted apart; the number is `{n}`.
    pub no_words: Counted,
    /// "once", "twice", "three times" … "twelve times".
    times: Vec<String>,
    /// For more than that: "`{n}` times".
    times_more: Template,
    from: String,
}

/// What stands under the month.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Footnote {
    /// `{n}` entries were read.
    pub read: Counted,
    /// In `{n}` of them nothing could be named.
    pub not_placed: Counted,
    /// `{confirmed}` of `{findings}` findings confirmed.
    pub confirmed: Template,
    /// There is no finding.
    pub no_findings: String,
    from: String,
}

/// Questions to carry into the next month.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// The most frequent group was attack.
    pub attack: String,
    /// It was withdraw.
    pub withdraw: String,
    /// It was self-silencing.
    pub self_silencing: String,
    /// It was unresolved.
    pub unresolved: String,
    /// It was repair.
    pub repair: String,
    /// Nothing to go by yet.
    pub none: String,
    from: String,
}

/// Why a finding is counted or not.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Why {
    /// The writer's, and it happened.
    pub did: String,
    /// The writer's, and it often happens.
    pub habitual: String,
    /// Held back.
    pub held_back: String,
    /// Only thought of.
    pub considered: String,
    /// Added by hand.
    pub added: String,
    from: String,
}

/// The desktop notification: always the same, and it says nothing of anybody.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notification {
    /// "Goldseam".
    pub title: String,
    /// "You asked for a reminder."
    pub body: String,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// About the reading of an entry.
    pub reading: Reading,
    /// About asking how it went.
    pub follow_up: FollowUp,
    /// The month.
    pub month: Month,
    /// How often.
    pub counts: Counts,
    /// Under the month.
    pub footnote: Footnote,
    /// To carry on.
    pub questions: Questions,
    /// Under a finding.
    pub why: Why,
    /// The reminder.
    pub notification: Notification,
}

impl Words {
    /// "once", "five times", "31 times".
    pub fn times(&self, n: u32) -> String {
        let named = usize::try_from(n)
            .ok()
            .and_then(|n| n.checked_sub(1))
            .and_then(|at| self.counts.times.get(at));
        match named {
            Some(word) => word.clone(),
            None => self.counts.times_more.fill(&[("n", &n)]),
        }
    }

    /// The question for the most frequent group; `None` when there is nothing to go by.
    pub fn question(&self, group: Option<Group>) -> &str {
        match group {
            Some(Group::Attack) => &self.questions.attack,
            Some(Group::Withdraw) => &self.questions.withdraw,
            Some(Group::SelfSilencing) => &self.questions.self_silencing,
            Some(Group::Unresolved) => &self.questions.unresolved,
            Some(Group::Repair) => &self.questions.repair,
            None => &self.questions.none,
        }
    }

    /// Every sentence without a place, with its field.
    pub fn plain(&self) -> Vec<(&'static str, &str)> {
        let (reading, follow, month) = (&self.reading, &self.follow_up, &self.month);
        let mut plain = vec![
            ("reading.found", reading.found.as_str()),
            ("reading.nothing", &reading.nothing),
            ("reading.kept_only", &reading.kept_only),
            ("reading.other_language", &reading.other_language),
            ("reading.mixed", &reading.mixed),
            ("reading.resting", &reading.resting),
            ("follow_up.options.minutes", &follow.options.minutes),
            ("follow_up.options.day", &follow.options.day),
            ("follow_up.options.three_days", &follow.options.three_days),
            ("follow_up.options.week", &follow.options.week),
            ("follow_up.reasons.minutes", &follow.reasons.minutes),
            ("follow_up.reasons.day", &follow.reasons.day),
            ("follow_up.reasons.three_days", &follow.reasons.three_days),
            ("follow_up.reasons.week", &follow.reasons.week),
            ("month.none", &month.none),
            ("month.how_sure", &month.how_sure),
            ("footnote.no_findings", &self.footnote.no_findings),
            ("questions.attack", &self.questions.attack),
            ("questions.withdraw", &self.questions.withdraw),
            ("questions.self_silencing", &self.questions.self_silencing),
            ("questions.unresolved", &self.questions.unresolved),
            ("questions.repair", &self.questions.repair),
            ("questions.none", &self.questions.none),
            ("why.did", &self.why.did),
            ("why.habitual", &self.why.habitual),
            ("why.held_back", &self.why.held_back),
            ("why.considered", &self.why.considered),
            ("why.added", &self.why.added),
            ("notification.title", &self.notification.title),
            ("notification.body", &self.notification.body),
        ];
        plain.extend(
            self.counts
                .times
                .iter()
                .map(|t| ("counts.times", t.as_str())),
        );
        plain
    }

    /// Every sentence with places, its field, and exactly the places its callers fill.
    pub fn templates(&self) -> Vec<(&'static str, &Template, &'static [&'static str])> {
        let (month, counts, foot) = (&self.month, &self.counts, &self.footnote);
        let mut all: Vec<(&'static str, &Template, &'static [&'static str])> = vec![
            ("month.hard", &month.hard, &["times"]),
            ("month.mended", &month.mended, &["k", "n"]),
            ("month.person_mended", &month.person_mended, &["k", "n"]),
            ("counts.k_of_n", &counts.k_of_n, &["past", "k", "n"]),
            ("counts.times_more", &counts.times_more, &["n"]),
            (
                "footnote.confirmed",
                &foot.confirmed,
                &["confirmed", "findings"],
            ),
        ];
        for (field, counted) in [
            ("month.written", &month.written),
            ("month.mended_all", &month.mended_all),
            ("month.mended_none", &month.mended_none),
            ("month.held_back", &month.held_back),
            ("month.person_open", &month.person_open),
            ("counts.early", &counts.early),
            ("counts.no_words", &counts.no_words),
            ("footnote.read", &foot.read),
            ("footnote.not_placed", &foot.not_placed),
        ] {
            // "once" needs no figure, so `one` may go without its place.
            let one: &[&str] = if counted.one.places().next().is_some() {
                &["n"]
            } else {
                &[]
            };
            all.push((field, &counted.one, one));
            all.push((field, &counted.many, &["n"]));
        }
        all
    }

    fn check(&self, articles: &HashSet<&str>) -> Result<(), ContentError> {
        for from in [
            &self.reading.from,
            &self.follow_up.from,
            &self.month.from,
            &self.counts.from,
            &self.footnote.from,
            &self.questions.from,
            &self.why.from,
        ] {
            check_from(FILE, articles, from)?;
        }
        for (field, text) in self.plain() {
            check_text(FILE, field, text)?;
            check_places(field, &Template::new(text), &[])?;
        }
        for (field, template, places) in self.templates() {
            check_text(FILE, field, template.as_str())?;
            check_places(field, template, places)?;
        }
        Ok(())
    }
}

/// Holds a sentence to the places its callers fill, each at least once, and no others.
fn check_places(field: &str, template: &Template, places: &[&str]) -> Result<(), ContentError> {
    let found: HashSet<&str> = template.places().collect();
    let due: HashSet<&str> = places.iter().copied().collect();
    // A brace that opens no place is a typing error: `{K}`, `{ n }`.
    let braces = template.as_str().matches(['{', '}']).count();
    if found == due && braces == template.places().count() * 2 {
        Ok(())
    } else {
        let fault = format!("`{field}` has the places {found:?}, its callers fill {due:?}");
        Err(ContentError::new(FILE, fault))
    }
}

pub(crate) fn load(articles: &HashSet<&str>) -> Result<Words, ContentError> {
    let words: Words = files::parse(FILE)?;
    words.check(articles)?;
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_held_to_its_places() {
        let check = |text, places: &[&str]| check_places("f", &Template::new(text), places).is_ok();
        assert!(check("{k} of {n}", &["k", "n"]));
        assert!(!check("{k} of {n}", &["k"]), "nobody fills n");
        assert!(!check("{k}", &["k", "n"]), "n is never said");
        assert!(!check("{k} of {N}", &["k"]), "a typing error");
    }

    #[test]
    fn times_are_words_up_to_twelve() {
        let words = crate::content().words();
        assert_eq!(words.times(1), "once");
        assert_eq!(words.times(5), "five times");
        assert_eq!(words.times(12), "twelve times");
        assert_eq!(words.times(13), "13 times");
        assert_eq!(words.times(0), "0 times");
    }

    #[test]
    fn the_notification_says_nothing_of_anybody() {
        let notification = &crate::content().words().notification;
        assert_eq!(notification.title, "Goldseam");
        assert_eq!(notification.body, "You asked for a reminder.");
    }
}
