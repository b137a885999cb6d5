//! One card for each response and repair move: what it is called, what some people use it for,
//! what it may cost, and what to say instead. A card speaks of a response, never of a trait.
//! Not here: how the act is recognised (the lexicon) and when a card is shown (the journal).

use std::collections::HashSet;

use serde::Deserialize;

use crate::files::{check_from, check_ids, check_text};
use crate::{ContentError, files};

/// Every kind there is a card for, in the order lists show them.
pub const KINDS: [&str; 19] = [
    "stonewalling",
    "avoidance",
    "defensiveness",
    "criticism",
    "contempt",
    "minimizing",
    "over_apologizing",
    "self_blame",
    "quick_fix",
    "unresolved_emotion",
    "sincere_apology",
    "take_responsibility",
    "acknowledge_impact",
    "curiosity",
    "break_with_return",
    "reassurance",
    "amends",
    "forgiveness",
    "conditional_apology",
];

/// What kinds have in common; trends are computed on groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Criticism, contempt, defensiveness.
    Attack,
    /// Stonewalling, avoidance.
    Withdraw,
    /// Minimising, over-apologising, self-blame, quick-fixing.
    SelfSilencing,
    /// An older hurt that drives today's feeling.
    Unresolved,
    /// Moves towards mending.
    Repair,
}

impl Group {
    /// The id the frontend knows: `attack`, `withdraw`, `selfSilencing`, `unresolved`, `repair`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Attack => "attack",
            Self::Withdraw => "withdraw",
            Self::SelfSilencing => "selfSilencing",
            Self::Unresolved => "unresolved",
            Self::Repair => "repair",
        }
    }

    /// The group of a kind; none for a word that is no kind.
    pub fn of(kind: &str) -> Option<Self> {
        Some(match kind {
            "stonewalling" | "avoidance" => Self::Withdraw,
            "defensiveness" | "criticism" | "contempt" => Self::Attack,
            "minimizing" | "over_apologizing" | "self_blame" | "quick_fix" => Self::SelfSilencing,
            "unresolved_emotion" => Self::Unresolved,
            kind if KINDS.contains(&kind) => Self::Repair,
            _ => return None,
        })
    }
}

/// What stands in the margin, by what became of the act.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titles {
    /// It happened: "You went quiet here."
    pub did: String,
    /// It often happens: "You often go quiet, you write."
    pub habitual: String,
    /// Held back: "You held back from going quiet here."
    pub resisted: String,
    /// Thought of: "You thought about going quiet."
    pub considered: String,
}

/// The card of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseCard {
    /// `stonewalling`, … one of [`KINDS`]; also the name of its file.
    pub kind: String,
    /// Its group.
    pub group: Group,
    /// "Going quiet".
    pub name: String,
    /// The clinical word, "stonewalling"; for the Library, not for the margin.
    pub clinical: String,
    /// What completes "You … in 3 of 5.": "went quiet".
    pub past: String,
    /// What completes "You held back from …": "going quiet".
    pub doing: String,
    /// The margin's titles.
    pub titles: Titles,
    /// For the list "add one it missed": "I went quiet".
    pub label: String,
    /// What it looks like.
    pub looks_like: String,
    /// What some people use it for: three or more, each "Some people …", none asserted.
    pub reasons: Vec<String>,
    /// What it may cost, the other and you.
    pub cost: String,
    /// What can help; for a repair move, what makes it land.
    pub instead: String,
    /// Three things to say.
    pub sayings: Vec<String>,
    /// The article the idea comes from.
    pub from: String,
}

impl ResponseCard {
    /// "You went quiet." for lists that stand away from the text.
    pub fn past_sentence(&self) -> String {
        format!("You {}.", self.past)
    }

    /// "You held back from going quiet." for lists that stand away from the text.
    pub fn held_back_sentence(&self) -> String {
        format!("You held back from {}.", self.doing)
    }

    /// Every text of the card with its field, for checks that walk them all.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        let mut texts = vec![
            ("name", self.name.as_str()),
            ("clinical", &self.clinical),
            ("past", &self.past),
            ("doing", &self.doing),
            ("titles.did", &self.titles.did),
            ("titles.habitual", &self.titles.habitual),
            ("titles.resisted", &self.titles.resisted),
            ("titles.considered", &self.titles.considered),
            ("label", &self.label),
            ("looks_like", &self.looks_like),
            ("cost", &self.cost),
            ("instead", &self.instead),
        ];
        texts.extend(self.reasons.iter().map(|text| ("reasons", text.as_str())));
        texts.extend(self.sayings.iter().map(|text| ("sayings", text.as_str())));
        texts
    }

    fn check(&self, file: &str, articles: &HashSet<&str>) -> Result<(), ContentError> {
        let fault = |words: &str| Err(ContentError::new(file, words));
        check_from(file, articles, &self.from)?;
        for (field, text) in self.texts() {
            check_text(file, field, text)?;
        }
        if Group::of(&self.kind) != Some(self.group) {
            return fault("`group` is not the group of this kind");
        }
        if self.reasons.len() < 3 {
            return fault("fewer than three `reasons`: one reason alone reads like a verdict");
        }
        if !self.reasons.iter().all(|r| r.starts_with("Some people ")) {
            return fault("every reason begins with \"Some people \": none is asserted");
        }
        if self.sayings.len() != 3 {
            return fault("`sayings` are three");
        }
        if self.past.ends_with('.') || self.doing.ends_with('.') || self.label.ends_with('.') {
            return fault("`past`, `doing` and `label` are parts of sentences, without a stop");
        }
        Ok(())
    }
}

pub(crate) fn load(articles: &HashSet<&str>) -> Result<Vec<ResponseCard>, ContentError> {
    let mut cards = Vec::with_capacity(KINDS.len());
    for file in files::names("responses")? {
        let card: ResponseCard = files::parse(&file)?;
        if file != format!("responses/{}.toml", card.kind) {
            return Err(ContentError::new(
                &file,
                "the file is not named after its kind",
            ));
        }
        card.check(&file, articles)?;
        cards.push(card);
    }
    cards.sort_by_key(|card| KINDS.iter().position(|kind| *kind == card.kind));
    let kinds = cards.iter().map(|card| card.kind.as_str());
    check_ids("responses", "kinds", kinds, &KINDS)?;
    Ok(cards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_group_and_other_words_have_none() {
        assert!(KINDS.iter().all(|kind| Group::of(kind).is_some()));
        for word in ["", "Stonewalling", "silence", "quickFix"] {
            assert_eq!(Group::of(word), None, "{word}");
        }
    }

    #[test]
    fn the_frontend_gets_camel_case() {
        assert_eq!(Group::of("quick_fix").map(Group::id), Some("selfSilencing"));
        assert_eq!(Group::of("amends").map(Group::id), Some("repair"));
    }
}
