//! Between the enumerations of the IPC types and the ids under which they are stored.

use crate::dto::{AgeBand, Relationship, Theme};
use crate::dto::{Cause, Code, DayPart, Failure, Outcome, RepairState, Size, Verdict};

/// An enumeration that is stored by its id.
pub(crate) trait Wire: Sized + Copy + 'static {
    /// Every value with its id.
    const ALL: &'static [(Self, &'static str)];

    /// The id.
    fn id(self) -> &'static str;

    /// The value of a stored id.
    fn of(id: &str) -> Result<Self, Failure> {
        Self::ALL
            .iter()
            .find(|(_, known)| *known == id)
            .map(|(value, _)| *value)
            .ok_or_else(|| {
                Failure::new(
                    Code::Other,
                    "The journal holds something this Goldseam doesn't know. Nothing was changed.",
                )
            })
    }

    /// The value of a stored id that may be missing.
    fn maybe(id: Option<&str>) -> Result<Option<Self>, Failure> {
        id.map(Self::of).transpose()
    }
}

macro_rules! wire {
    ($($name:ident { $($value:ident = $id:literal),* $(,)? })*) => {$(
        impl Wire for $name {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$value, $id)),*];
            fn id(self) -> &'static str {
                match self { $(Self::$value => $id),* }
            }
        }
    )*};
}

wire! {
    DayPart { Morning = "morning", Afternoon = "afternoon", Evening = "evening", Night = "night" }
    Cause {
        Miscommunication = "miscommunication", UnmetExpectation = "unmetExpectation",
        EmotionalNeglect = "emotionalNeglect", Betrayal = "betrayal",
    }
    Size { Minor = "minor", Moderate = "moderate", Major = "major", Everyday = "everyday" }
    Relationship {
        Partner = "partner", ExOrCoparent = "exOrCoparent", Friend = "friend", Parent = "parent",
        Sibling = "sibling", Family = "family", Child = "child", Colleague = "colleague",
        Boss = "boss", Neighbour = "neighbour", Myself = "myself",
    }
    AgeBand {
        Infant = "infant", Toddler = "toddler", Preschool = "preschool", SchoolAge = "schoolAge",
        Teen = "teen",
    }
    RepairState {
        Open = "open", Waiting = "waiting", Tried = "tried", Repaired = "repaired",
        LetGo = "letGo", Apart = "apart", Ended = "ended",
    }
    Verdict { Yes = "yes", NoWords = "noWords", NotMe = "notMe", Safest = "safest" }
    Outcome { Better = "better", Same = "same", Worse = "worse" }
    Theme { System = "system", Light = "light", Dark = "dark" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agrees<T: Wire + serde::Serialize + PartialEq + std::fmt::Debug>() {
        for (value, id) in T::ALL {
            let json = serde_json::to_value(value).expect("plain enumerations serialise");
            assert_eq!(json, *id, "stored and sent under the same id");
            assert_eq!(T::of(id).as_ref(), Ok(value));
        }
    }

    #[test]
    fn ids_are_the_same_on_disk_and_on_the_wire() {
        agrees::<DayPart>();
        agrees::<Cause>();
        agrees::<Size>();
        agrees::<Relationship>();
        agrees::<AgeBand>();
        agrees::<RepairState>();
        agrees::<Verdict>();
        agrees::<Outcome>();
        agrees::<Theme>();
    }

    #[test]
    fn an_unknown_id_is_an_error_and_no_default() {
        assert!(RepairState::of("mended").is_err());
    }
}
