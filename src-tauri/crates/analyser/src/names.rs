//! The names of the field: kinds of act, who did it, whether it happened, signs of danger.
//! What a reading is made of; how it comes about lives in the other modules.

use std::fmt;
use std::str::FromStr;

/// A name that none of the enums of this module knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName(pub String);

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown name {:?}", self.0)
    }
}

impl std::error::Error for UnknownName {}

/// Gives an enum its stored names, both ways, from one list.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stored name, stable across versions.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownName;
            fn from_str(name: &str) -> Result<Self, UnknownName> {
                match name {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(UnknownName(name.to_owned())),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

named! {
    /// A kind of act in or after a rupture.
    Kind {
        /// Stops responding: shuts down, goes silent, leaves without saying when they return.
        Stonewalling = "stonewalling",
        /// Denies, justifies or counter-complains against a specific complaint.
        Defensiveness = "defensiveness",
        /// Keeps a topic or a person out: hides it, holds the tongue, puts it off.
        Avoidance = "avoidance",
        /// Makes one's own feeling or need small.
        Minimizing = "minimizing",
        /// Repeated, excessive or habitual sorry, or sorry for what is no fault.
        OverApologizing = "over_apologizing",
        /// Global fault or self-punishment, beyond owning one act.
        SelfBlame = "self_blame",
        /// Ends the discomfort by giving in or smoothing over before the issue is dealt with.
        QuickFix = "quick_fix",
        /// Attacks, yells, blames, accuses, retaliates.
        Criticism = "criticism",
        /// Name-calling, mockery, sarcasm or superiority towards the other.
        Contempt = "contempt",
        /// An older hurt that drives today's feeling, or a reaction out of proportion.
        UnresolvedEmotion = "unresolved_emotion",
        /// Names the effect of one's own act on the other.
        AcknowledgeImpact = "acknowledge_impact",
        /// Owns a specific act or part.
        TakeResponsibility = "take_responsibility",
        /// Apologises for a specific thing, without if or but.
        SincereApology = "sincere_apology",
        /// Sorry if, sorry but, sorry you feel that way.
        ConditionalApology = "conditional_apology",
        /// Asks the other's reasons or feelings, or states their view with understanding.
        Curiosity = "curiosity",
        /// A pause with a stated resumption.
        BreakWithReturn = "break_with_return",
        /// Tells the other of love, commitment or care in the rupture.
        Reassurance = "reassurance",
        /// Changed behaviour or a concrete repair.
        Amends = "amends",
        /// Forgives, or decides to let go.
        Forgiveness = "forgiveness",
    }
}

named! {
    /// Kinds that belong together; trends are computed on these.
    Group {
        /// Criticism, contempt, defensiveness.
        Attack = "attack",
        /// Stonewalling, avoidance.
        Withdraw = "withdraw",
        /// Minimizing, over-apologizing, self-blame, quick fix.
        SelfSilencing = "self_silencing",
        /// Unresolved emotion.
        Unresolved = "unresolved",
        /// Every kind that tries to mend.
        Repair = "repair",
    }
}

impl Kind {
    /// The group this kind is counted in.
    pub const fn group(self) -> Group {
        match self {
            Self::Criticism | Self::Contempt | Self::Defensiveness => Group::Attack,
            Self::Stonewalling | Self::Avoidance => Group::Withdraw,
            Self::Minimizing | Self::OverApologizing | Self::SelfBlame | Self::QuickFix => {
                Group::SelfSilencing
            }
            Self::UnresolvedEmotion => Group::Unresolved,
            _ => Group::Repair,
        }
    }

    /// Whether this is a response (and not a repair move).
    pub const fn is_response(self) -> bool {
        !matches!(self.group(), Group::Repair)
    }
}

named! {
    /// Whose act it is. An act of both gives two findings.
    Who {
        /// The writer.
        Me = "me",
        /// Anybody else in the rupture.
        Other = "other",
    }
}

named! {
    /// Whether the act happened.
    Status {
        /// It happened.
        Did = "did",
        /// It happens again and again.
        Habitual = "habitual",
        /// It was wanted, planned, imagined or written where nobody reads it.
        Considered = "considered",
        /// It was held back, or said not to have happened.
        Resisted = "resisted",
    }
}

impl Status {
    /// Only what was enacted is ever counted.
    pub const fn enacted(self) -> bool {
        matches!(self, Self::Did | Self::Habitual)
    }
}

named! {
    /// How sure a sign of danger is.
    SafetyLevel {
        /// Explicit violence, threat or self-harm.
        Certain = "certain",
        /// The quiet forms.
        Possible = "possible",
    }
}

named! {
    /// What a sign of danger is about.
    Concern {
        /// Violence, threat, dread of a person, coercive control, degradation.
        Abuse = "abuse",
        /// Suicide, self-harm, intent to harm others.
        Crisis = "crisis",
    }
}

named! {
    /// Why a finding is whose it is; the app makes one plain sentence of it.
    Why {
        /// The sentence names who acts.
        Named = "named",
        /// Who acts was named earlier in the sentence and is carried along.
        Carried = "carried",
        /// Nobody is named, as people write in a diary: the writer.
        Dropped = "dropped",
        /// It is said of both.
        Together = "together",
        /// These are words that somebody said or wrote to the other.
        Said = "said",
        /// These are the writer's words in the entry itself.
        Written = "written",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(*kind));
        }
        assert_eq!(Kind::ALL.len(), 19, "the corpus knows nineteen kinds");
        assert!("sulking".parse::<Kind>().is_err());
    }

    #[test]
    fn repairs_are_no_responses() {
        let responses = Kind::ALL.iter().filter(|kind| kind.is_response()).count();
        assert_eq!(responses, 10);
        assert!(!Kind::BreakWithReturn.is_response());
    }
}
