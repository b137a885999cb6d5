//! The quiet page: what it says, in which order, and who can help.
//! Not here: when it is shown and what it closes (the gate, in the journal).

use std::collections::HashSet;

use serde::Deserialize;

use crate::files::{check_from, check_ids, check_text, check_unique};
use crate::{ContentError, files};

const PAGE: &str = "safety/page.toml";
const LINES: &str = "safety/lines.toml";
const SECTIONS: [(&str, &str); 3] = [
    ("crisis", "safety/crisis.toml"),
    ("harmed", "safety/harmed.toml"),
    ("didHarm", "safety/did_harm.toml"),
];

/// What was read in an entry, or said by the writer, that the page answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Dying, or hurting oneself or others.
    Crisis,
    /// Somebody harms or frightens the writer.
    Harmed,
    /// The writer harmed or frightened somebody.
    DidHarm,
}

/// One part of the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotesSection {
    /// `crisis`, `harmed` or `didHarm`.
    pub id: String,
    /// Says nothing to somebody who glances at it.
    pub heading: String,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// The article the idea comes from.
    pub from: String,
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLine {
    /// Names it in data.
    pub id: String,
    /// Country, in English.
    pub country: String,
    /// The line's own name.
    pub name: String,
    /// As one dials it within the country.
    pub number: String,
    /// Who and what it is for.
    pub about: String,
    /// The day it was last looked up, `YYYY-MM-DD`.
    pub checked: String,
    /// Where it was looked up.
    pub source: String,
}

impl HelpLine {
    /// "checked 2026-11-21, from …".
    pub fn checked_words(&self) -> String {
        format!("checked {}, from {}", self.checked, self.source)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    title: String,
    line: String,
    under_18: String,
    baby: String,
    defending: String,
    emergency: String,
    own_numbers: String,
    from: String,
}

/// Everything the quiet page and the ways to it say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Safety {
    /// "Notes".
    pub title: String,
    /// The one line on an entry that leads to the page.
    pub line: String,
    /// Numbers, by country.
    pub lines: Vec<HelpLine>,
    /// For a reader who is not grown up.
    under_18: String,
    /// With a baby.
    baby: String,
    /// For a writer who defended themselves.
    defending: String,
    /// The emergency number of the reader's country.
    emergency: String,
    /// The reader's own people and numbers come first.
    own_numbers: String,
    crisis: NotesSection,
    harmed: NotesSection,
    did_harm: NotesSection,
}

impl Safety {
    /// The parts of the page for what was read, the most urgent first.
    ///
    /// Without a sign (the writer said "I don't feel safe") it is the part for somebody harmed.
    /// A writer who did harm is always shown that part too: whoever hit back or pushed past
    /// to get away has to find it, and no rule can tell the two apart.
    pub fn sections(&self, signs: &[Sign]) -> Vec<NotesSection> {
        let has = |sign| signs.contains(&sign);
        let mut harmed = self.harmed.clone();
        harmed.paragraphs.push(self.under_18.clone());
        let mut did_harm = self.did_harm.clone();
        did_harm.paragraphs.push(self.baby.clone());
        did_harm.paragraphs.push(self.defending.clone());

        let mut sections = Vec::with_capacity(3);
        if has(Sign::Crisis) {
            sections.push(self.crisis.clone());
        }
        match (has(Sign::Harmed), has(Sign::DidHarm)) {
            (true, true) => sections.extend([harmed, did_harm]),
            (false, true) => sections.extend([did_harm, harmed]),
            (false, false) if has(Sign::Crisis) => {}
            (_, false) => sections.push(harmed),
        }
        if let Some(first) = sections.first_mut() {
            // After the two paragraphs that say what matters most, in every part.
            let at = first.paragraphs.len().min(2);
            first.paragraphs.insert(at, self.emergency.clone());
        }
        if let Some(last) = sections.last_mut() {
            // The numbers stand below the last part; the reader's own come before them.
            last.paragraphs.push(self.own_numbers.clone());
        }
        sections
    }

    /// Every text a person reads, with its field, for checks that walk them all.
    /// The names of help lines are their own and not among them.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        let mut texts = vec![
            ("title", self.title.as_str()),
            ("line", &self.line),
            ("under_18", &self.under_18),
            ("baby", &self.baby),
            ("defending", &self.defending),
            ("emergency", &self.emergency),
            ("own_numbers", &self.own_numbers),
        ];
        for section in [&self.crisis, &self.harmed, &self.did_harm] {
            texts.push(("heading", &section.heading));
            texts.extend(
                section
                    .paragraphs
                    .iter()
                    .map(|p| ("paragraphs", p.as_str())),
            );
        }
        texts.extend(self.lines.iter().map(|line| ("about", line.about.as_str())));
        texts
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinesFile {
    lines: Vec<HelpLine>,
}

pub(crate) fn load(articles: &HashSet<&str>) -> Result<Safety, ContentError> {
    let page: Page = files::parse(PAGE)?;
    check_from(PAGE, articles, &page.from)?;
    let [crisis, harmed, did_harm] = SECTIONS.map(|(id, file)| load_section(id, file, articles));
    let LinesFile { lines } = files::parse(LINES)?;
    check_unique(LINES, lines.iter().map(|line| line.id.as_str()))?;
    for line in &lines {
        check_line(line)?;
    }
    let safety = Safety {
        title: page.title,
        line: page.line,
        under_18: page.under_18,
        baby: page.baby,
        defending: page.defending,
        emergency: page.emergency,
        own_numbers: page.own_numbers,
        lines,
        crisis: crisis?,
        harmed: harmed?,
        did_harm: did_harm?,
    };
    for (field, text) in safety.texts() {
        check_text(PAGE, field, text)?;
    }
    Ok(safety)
}

fn load_section(
    id: &str,
    file: &str,
    articles: &HashSet<&str>,
) -> Result<NotesSection, ContentError> {
    let section: NotesSection = files::parse(file)?;
    check_ids(file, "id", [section.id.as_str()], &[id])?;
    check_from(file, articles, &section.from)?;
    Ok(section)
}

fn check_line(line: &HelpLine) -> Result<(), ContentError> {
    for text in [&line.country, &line.name, &line.number, &line.source] {
        check_text(LINES, &line.id, text)?;
    }
    let dialled = |c: char| c.is_ascii_digit() || c == ' ' || c == '-';
    if !line.number.chars().all(dialled) {
        let fault = format!("the number of `{}` cannot be dialled as it stands", line.id);
        return Err(ContentError::new(LINES, fault));
    }
    let shape: String = line
        .checked
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    if shape != "0000-00-00" {
        let fault = format!("`checked` of `{}` is not a date YYYY-MM-DD", line.id);
        return Err(ContentError::new(LINES, fault));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(signs: &[Sign]) -> Vec<String> {
        let sections = crate::content().safety().sections(signs);
        sections.into_iter().map(|section| section.id).collect()
    }

    #[test]
    fn crisis_comes_first_and_both_may_show() {
        assert_eq!(ids(&[Sign::Crisis]), ["crisis"]);
        assert_eq!(ids(&[Sign::Harmed, Sign::Crisis]), ["crisis", "harmed"]);
        let all = [Sign::DidHarm, Sign::Harmed, Sign::Crisis];
        assert_eq!(ids(&all), ["crisis", "harmed", "didHarm"]);
    }

    #[test]
    fn who_did_harm_is_told_so_first_and_still_finds_the_other_part() {
        assert_eq!(ids(&[Sign::DidHarm]), ["didHarm", "harmed"]);
        assert_eq!(
            ids(&[Sign::DidHarm, Sign::Crisis]),
            ["crisis", "didHarm", "harmed"]
        );
    }

    #[test]
    fn who_was_harmed_is_not_told_that_they_did_it() {
        assert_eq!(ids(&[Sign::Harmed]), ["harmed"]);
        assert_eq!(
            ids(&[]),
            ["harmed"],
            "the writer said they do not feel safe"
        );
    }

    #[test]
    fn whatever_is_shown_the_emergency_number_is_said_once_and_early() {
        let safety = crate::content().safety();
        let all = [
            vec![Sign::Crisis],
            vec![Sign::Harmed],
            vec![Sign::DidHarm],
            vec![Sign::Crisis, Sign::DidHarm],
        ];
        for signs in all {
            let sections = safety.sections(&signs);
            assert_eq!(sections[0].paragraphs[2], safety.emergency, "{signs:?}");
            let said = sections.iter().flat_map(|section| &section.paragraphs);
            let said = said.filter(|said| **said == safety.emergency).count();
            assert_eq!(said, 1, "{signs:?}");
            let last = sections
                .last()
                .and_then(|section| section.paragraphs.last());
            assert_eq!(last, Some(&safety.own_numbers), "{signs:?}");
        }
    }

    #[test]
    fn a_number_that_cannot_be_dialled_is_refused() {
        let mut line = crate::content().safety().lines[0].clone();
        assert!(check_line(&line).is_ok());
        line.number = "see the website".to_owned();
        assert!(check_line(&line).is_err());
    }

    #[test]
    fn a_line_without_the_day_it_was_checked_is_refused() {
        let mut line = crate::content().safety().lines[0].clone();
        line.checked = "last year".to_owned();
        assert!(check_line(&line).is_err());
    }
}
