//! What can be chosen, and the cards.

use serde::{Deserialize, Serialize};

ipc! {
    /// Part of a day.
    #[derive(Copy)]
    pub enum DayPart {
        /// Morning.
        Morning,
        /// Afternoon.
        Afternoon,
        /// Evening.
        Evening,
        /// Night.
        Night,
    }

    /// What a rupture was over.
    #[derive(Copy)]
    pub enum Cause {
        /// Words taken another way than meant.
        Miscommunication,
        /// Something hoped for that did not come.
        UnmetExpectation,
        /// Not seen, heard or cared for.
        EmotionalNeglect,
        /// Trust broken.
        Betrayal,
    }

    /// How big a rupture was.
    #[derive(Copy)]
    pub enum Size {
        /// Minor.
        Minor,
        /// Moderate.
        Moderate,
        /// Major.
        Major,
        /// Everyday things that add up.
        Everyday,
    }

    /// Kind of relationship.
    #[derive(Copy)]
    pub enum Relationship {
        /// Partner.
        Partner,
        /// Former partner or co-parent.
        ExOrCoparent,
        /// Friend.
        Friend,
        /// Parent or carer.
        Parent,
        /// Sibling.
        Sibling,
        /// Other family.
        Family,
        /// Child.
        Child,
        /// Colleague.
        Colleague,
        /// Boss.
        Boss,
        /// Neighbour.
        Neighbour,
        /// Myself.
        Myself,
    }

    /// Age of a child.
    #[derive(Copy)]
    pub enum AgeBand {
        /// Under 1.
        Infant,
        /// 1 to 2.
        Toddler,
        /// 3 to 5.
        Preschool,
        /// 6 to 12.
        SchoolAge,
        /// 13 to 17.
        Teen,
    }

    /// What became of a rupture.
    #[derive(Copy)]
    pub enum RepairState {
        /// Nothing yet.
        Open,
        /// Waiting for a better moment.
        Waiting,
        /// Something was tried.
        Tried,
        /// Mended.
        Repaired,
        /// Let go.
        LetGo,
        /// Further apart, and so it stays.
        Apart,
        /// The relationship ended.
        Ended,
    }

    /// The writer's word on a finding.
    #[derive(Copy)]
    pub enum Verdict {
        /// "Yes."
        Yes,
        /// "Yes, but I had no words" (or needed time). Counted apart.
        NoWords,
        /// "Not me." Counted no more.
        NotMe,
        /// "It was the safest thing." Counted no more.
        Safest,
    }

    /// A choice in a list.
    pub struct Choice {
        /// Sent back.
        pub id: String,
        /// Shown.
        pub label: String,
    }

    /// A kind of response or repair move for "add one it missed".
    pub struct KindChoice {
        /// Kind.
        pub kind: String,
        /// Group.
        pub group: String,
        /// "I went quiet".
        pub label: String,
    }

    /// A group of feelings.
    pub struct FeelingGroup {
        /// "Hurt".
        pub label: String,
        /// Names.
        pub names: Vec<String>,
    }

    /// All lists to choose from.
    pub struct Choices {
        /// Kinds of relationship.
        pub relationships: Vec<Choice>,
        /// Ages of a child.
        pub age_bands: Vec<Choice>,
        /// Causes.
        pub causes: Vec<Choice>,
        /// Sizes.
        pub sizes: Vec<Choice>,
        /// Parts of a day.
        pub day_parts: Vec<Choice>,
        /// What can become of a rupture.
        pub states: Vec<Choice>,
        /// Feelings.
        pub feelings: Vec<FeelingGroup>,
        /// Kinds.
        pub kinds: Vec<KindChoice>,
    }

    /// The card of a response or repair move.
    pub struct CardRequest {
        /// Kind.
        pub kind: String,
    }

    /// The short card of a response or repair move, from `content/`.
    pub struct Card {
        /// Kind.
        pub kind: String,
        /// "Going quiet".
        pub name: String,
        /// "stonewalling".
        pub clinical: String,
        /// Group.
        pub group: String,
        /// What it looks like.
        pub looks_like: String,
        /// What some people use it for: several reasons, none asserted.
        pub reasons: Vec<String>,
        /// What it may cost.
        pub cost: String,
        /// What can help.
        pub instead: String,
        /// Things to say instead.
        pub sayings: Vec<String>,
        /// The article the idea comes from.
        pub from: String,
    }
}
