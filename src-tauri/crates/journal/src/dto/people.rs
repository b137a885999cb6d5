//! People and the quiet page.

use super::{AgeBand, Relationship};
use serde::{Deserialize, Serialize};

ipc! {
    /// The id of a person.
    pub struct PersonRequest {
        /// Person id.
        pub person_id: String,
    }

    /// A new person.
    pub struct PersonAddRequest {
        /// The name the writer uses, 1 to 60 characters.
        pub alias: String,
        /// Kind of relationship.
        pub relationship: Relationship,
        /// For a child.
        pub age_band: Option<AgeBand>,
    }

    /// A person.
    pub struct Person {
        /// Person id.
        pub id: String,
        /// The name the writer uses.
        pub alias: String,
        /// Kind of relationship.
        pub relationship: Relationship,
        /// "partner", "child, 3 to 5".
        pub relationship_words: String,
        /// For a child.
        pub age_band: Option<AgeBand>,
        /// Nothing about this person is suggested, counted or nudged.
        pub resting: bool,
    }

    /// A help line.
    pub struct HelpLine {
        /// Country.
        pub country: String,
        /// Name.
        pub name: String,
        /// Number.
        pub number: String,
        /// What for.
        pub about: String,
        /// "checked 2026-11-21, from …".
        pub checked: String,
    }

    /// One part of the quiet page.
    pub struct NotesSection {
        /// `crisis`, `harmed` or `didHarm`.
        pub id: String,
        /// Heading.
        pub heading: String,
        /// Paragraphs.
        pub paragraphs: Vec<String>,
    }

    /// The quiet page.
    pub struct NotesPage {
        /// Entry id.
        pub entry_id: String,
        /// Always "Notes".
        pub title: String,
        /// Parts, the most urgent first.
        pub sections: Vec<NotesSection>,
        /// Numbers.
        pub lines: Vec<HelpLine>,
        /// "This isn't that" is possible (the entry still rests).
        pub can_free_entry: bool,
        /// People who rest because of it; freed one by one, as a later choice.
        pub resting_people: Vec<Person>,
    }
}
