//! Everything Goldseam says that is longer than a button, and every list to choose from:
//! the data under `content/`, embedded, parsed and checked once.
//!
//! Not here: what the rules find in a text (`goldseam-analyser`, which `goldseam-lexicon` hands
//! the raw [`Lexicon`]), what is counted and what the gate hides (`goldseam-journal`).
//!
//! ```
//! let card = goldseam_content::content().card("stonewalling").expect("a card for every kind");
//! assert_eq!(card.name, "Going quiet");
//! ```

mod articles;
mod cards;
mod choices;
mod demo;
mod error;
mod files;
mod lexicon;
mod safety;
mod template;
mod words;

use std::collections::HashSet;
use std::sync::LazyLock;

pub use articles::Article;
pub use cards::{Group, KINDS, ResponseCard, Titles};
pub use choices::{Choice, Choices, FeelingGroup};
pub use demo::{Demo, DemoEntry, DemoFollowUp, DemoPerson};
pub use error::ContentError;
pub use lexicon::{
    Actor, Concern, Context, KindLexicon, Level, Lexicon, Mode, RawExpression, RawSign, Status,
};
pub use safety::{HelpLine, NotesSection, Safety, Sign};
pub use template::{Counted, Template};
pub use words::{
    Counts, FollowUp, FollowUpOptions, FollowUpReasons, Footnote, Month, Notification, Questions,
    Reading, Why, Words,
};

/// The whole of `content/`, checked: whoever holds one can rely on every list being complete.
#[derive(Debug)]
pub struct Content {
    articles: Vec<Article>,
    cards: Vec<ResponseCard>,
    feelings: Vec<FeelingGroup>,
    choices: Choices,
    safety: Safety,
    words: Words,
    demo: Demo,
}

impl Content {
    /// Parses and checks every file.
    ///
    /// # Errors
    /// The first file that cannot be read as what it should be, with what is wrong in it.
    pub fn load() -> Result<Self, ContentError> {
        let articles = articles::load()?;
        let known: HashSet<&str> = articles.iter().map(|a| a.id.as_str()).collect();
        let cards = cards::load(&known)?;
        let feelings = choices::load_feelings(&known)?;
        let choices = choices::load(&known)?;
        let safety = safety::load(&known)?;
        let words = words::load(&known)?;
        let demo = demo::load(&choices, &feelings)?;
        Ok(Self {
            articles,
            cards,
            feelings,
            choices,
            safety,
            words,
            demo,
        })
    }

    /// The five articles the ideas come from.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The card of a response or repair move; `kind` as the analyser writes it (`self_blame`).
    pub fn card(&self, kind: &str) -> Option<&ResponseCard> {
        self.cards.iter().find(|card| card.kind == kind)
    }

    /// All cards, in the order of [`KINDS`].
    pub fn cards(&self) -> &[ResponseCard] {
        &self.cards
    }

    /// Feelings in groups.
    pub fn feelings(&self) -> &[FeelingGroup] {
        &self.feelings
    }

    /// The lists to choose from.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The quiet page and who can help.
    pub fn safety(&self) -> &Safety {
        &self.safety
    }

    /// Sentences with places to fill.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The journal of a made-up writer, to look around in.
    pub fn demo(&self) -> &Demo {
        &self.demo
    }
}

/// The raw lexicon, for the analyser to be handed when the program is built. Large: nothing else
/// asks for it.
///
/// # Errors
/// The first file that cannot be read as what it should be, with what is wrong in it.
pub fn lexicon() -> Result<Lexicon, ContentError> {
    lexicon::load()
}

/// The embedded content, parsed at the first call.
///
/// # Panics
/// If the embedded data is broken, which the tests of this crate rule out for every build
/// that passed them.
pub fn content() -> &'static Content {
    static CONTENT: LazyLock<Content> =
        LazyLock::new(|| Content::load().expect("the embedded content is checked by tests"));
    &CONTENT
}
