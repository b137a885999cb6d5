//! Words as numbers: every word a pattern or the grammar knows has an id and a set of
//! grammatical classes. Words outside have id 0 and no class. Once all are known they go into
//! the `dictionary` that texts are read with.

use std::collections::HashMap;

use crate::dictionary::Dictionary;
use crate::inflect::{Form, forms};

/// The id of a word no pattern and no rule knows.
pub(crate) const UNKNOWN: usize = 0;

/// Grammatical classes of a word, a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($(#[$meta:meta])* $name:ident = $bit:literal,)+) => {
        impl Class { $($(#[$meta])* pub(crate) const $name: Self = Self(1 << $bit);)+ }
    };
}

classes! {
    /// i, me, my, mine, myself.
    FIRST = 0,
    /// we, us, our.
    PLURAL = 1,
    /// you, your.
    SECOND = 2,
    /// he, she, they and their cases.
    THIRD = 3,
    SUBJECT = 4,
    OBJECT = 5,
    POSSESSIVE = 6,
    REFLEXIVE = 7,
    /// it, this, there, everything: subjects that do nothing of interest.
    THING = 8,
    /// everyone, people, somebody: not a side of the rupture.
    CROWD = 9,
    /// mum, husband, boss: nouns for the people of a life.
    PERSON = 10,
    DETERMINER = 11,
    PREPOSITION = 12,
    AUXILIARY = 13,
    MODAL = 14,
    NEGATOR = 15,
    /// Words that stand between subject and verb without changing either.
    ADVERB = 16,
    COORDINATOR = 17,
    SUBORDINATOR = 18,
    RELATIVE = 19,
    BASE = 20,
    THIRD_FORM = 21,
    PAST = 22,
    ING = 23,
    /// say, tell, text: what follows are somebody's words.
    REPORT = 24,
    /// think, know, realise: what follows is somebody's view.
    THINK = 25,
    /// oh, well, right, yeah: openings of speech.
    OPENING = 26,
    /// go, be like: report only where speech clearly follows.
    LOOSE_REPORT = 27,
    /// want, ask, tell, make: the object acts next.
    CONTROL = 28,
    /// Months, days, common nouns often capitalised: no names.
    NO_NAME = 29,
    BE = 30,
    HAVE = 31,
    DO = 32,
    /// Shout, argue, joke: words follow only where they clearly do.
    LOUD_REPORT = 33,
    /// Tell, ask, want: the object is meant to act, and may not.
    REQUEST = 36,
    WH = 37,
    /// Small words that hardly any other language shares: what they stand in is English.
    ENGLISH = 35,
    /// Two words written as one ("dont"): taken apart in text.
    JOINED = 34,
}

impl Class {
    /// No class at all: a noun or a name, as far as the grammar can tell.
    pub(crate) const NONE: Self = Self(0);
    /// Any verb form.
    pub(crate) const VERB: Self =
        Self(Self::BASE.0 | Self::THIRD_FORM.0 | Self::PAST.0 | Self::ING.0);
    /// A verb form that can stand without an auxiliary.
    pub(crate) const FINITE: Self = Self(Self::BASE.0 | Self::THIRD_FORM.0 | Self::PAST.0);
    /// Auxiliary or modal.
    pub(crate) const HELPER: Self = Self(Self::AUXILIARY.0 | Self::MODAL.0);
    /// A pronoun for a person.
    pub(crate) const PRONOUN: Self =
        Self(Self::FIRST.0 | Self::PLURAL.0 | Self::SECOND.0 | Self::THIRD.0);

    /// Whether any class of `other` is among these.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// As a number of a table.
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }

    /// From a number of a table.
    pub(crate) const fn of_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The closed classes of English, as far as the grammar needs them.
const CLOSED: &[(Class, &str)] = &[
    (Class::FIRST.or(Class::SUBJECT), "i"),
    (Class::FIRST.or(Class::OBJECT), "me"),
    (Class::FIRST.or(Class::POSSESSIVE), "my mine"),
    (Class::FIRST.or(Class::REFLEXIVE), "myself meself mysel"),
    (Class::PLURAL.or(Class::SUBJECT), "we"),
    (Class::PLURAL.or(Class::OBJECT), "us"),
    (Class::PLURAL.or(Class::POSSESSIVE), "our ours"),
    (Class::PLURAL.or(Class::REFLEXIVE), "ourselves"),
    (
        Class::SECOND.or(Class::SUBJECT).or(Class::OBJECT),
        "you u ye ya",
    ),
    (Class::SECOND.or(Class::POSSESSIVE), "your ur yours"),
    (Class::SECOND.or(Class::REFLEXIVE), "yourself"),
    (Class::THIRD.or(Class::SUBJECT), "he she they"),
    (Class::THIRD.or(Class::OBJECT), "him her them"),
    (
        Class::THIRD.or(Class::POSSESSIVE),
        "his her their hers theirs",
    ),
    (
        Class::THIRD.or(Class::REFLEXIVE),
        "himself herself themselves",
    ),
    (
        Class::THING,
        "it this that these those there everything something nothing anything",
    ),
    (
        Class::CROWD,
        "everyone everybody someone somebody nobody anyone anybody people others",
    ),
    (
        Class::DETERMINER,
        "the a an this that these those some any each every no all both another such half",
    ),
    (
        Class::PREPOSITION,
        "of in on at by for with about from into onto over under up down out off to through \
         during between against towards toward without upon like near beside behind across round \
         around inside outside past than",
    ),
    (
        Class::AUXILIARY.or(Class::BE),
        "am is are was were be been being 'm 're 's",
    ),
    (
        Class::AUXILIARY.or(Class::HAVE),
        "have has had having 've 'd",
    ),
    (Class::AUXILIARY.or(Class::DO), "do does did"),
    (
        Class::MODAL,
        "will would shall should can could may might must 'll 'd ought cannae",
    ),
    (Class::NEGATOR, "not never nae"),
    (
        Class::ADVERB,
        "just even also still really actually simply only then always usually often sometimes \
         constantly totally completely basically literally kind sort so too again once almost \
         nearly quietly loudly slowly finally immediately honestly kinda sorta deliberately \
         now ever already probably maybe perhaps definitely certainly suddenly eventually soon \
         both all apparently obviously clearly instead quickly calmly purposely intentionally \
         tonight today yesterday tomorrow mostly generally rarely hardly barely typically well \
         repeatedly straight eventually merely truly proper properly accidentally pretty \
         stupidly foolishly continually continuously normally never not",
    ),
    (Class::COORDINATOR, "and but or so then yet plus nor & n"),
    (
        Class::SUBORDINATOR,
        "because cause cos cuz coz when whenever if unless although though while whilst until \
         till since after before as that whether once whereas lest",
    ),
    (
        Class::ENGLISH,
        "i the and that with you your yours she they them their my mine this these what but would \
         could should from because when were did do does not it its 'm 're him who why how there \
         then after before again never just about been his out",
    ),
    (Class::RELATIVE, "who which whose whom"),
    (Class::WH, "what why how where when who which"),
    (
        Class::OPENING,
        "oh well right yeah no nah yes ok okay yep nope aye sorry look fine mate ah",
    ),
    (
        Class::NO_NAME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april \
         may june july august september october november december christmas easter eid english \
         god i ok okay tv",
    ),
];

/// All words with an id.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    ids: HashMap<Box<str>, usize>,
    classes: Vec<Class>,
}

impl Vocabulary {
    /// The closed classes and nothing else.
    pub(crate) fn new() -> Self {
        let mut vocabulary = Self {
            ids: HashMap::default(),
            classes: vec![Class::default()],
        };
        for (class, words) in CLOSED {
            for word in words.split_whitespace() {
                vocabulary.mark(word, *class);
            }
        }
        vocabulary
    }

    /// The id of a word, made if new.
    pub(crate) fn intern(&mut self, word: &str) -> usize {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.classes.len();
        self.ids.insert(word.into(), id);
        self.classes.push(Class::default());
        id
    }

    /// Adds a class to a word.
    pub(crate) fn mark(&mut self, word: &str, class: Class) -> usize {
        let id = self.intern(word);
        self.classes[id] = self.classes[id].or(class);
        id
    }

    /// Adds a verb in all its forms, each with `extra` besides.
    pub(crate) fn mark_verb(&mut self, base: &str, extra: Class) {
        for (form, kind) in forms(base) {
            let class = match kind {
                Form::Base => Class::BASE,
                Form::Third => Class::THIRD_FORM,
                Form::Past => Class::PAST,
                Form::Ing => Class::ING,
            };
            self.mark(&form, class.or(extra));
        }
    }

    /// Lets a slip of the pen mean a known word, unless it is a word itself.
    pub(crate) fn alias(&mut self, slip: &str, word: &str) {
        if let Some(id) = self.ids.get(word).copied() {
            self.ids.entry(slip.into()).or_insert(id);
        }
    }

    /// The vocabulary as texts are read with: from now on no word is added.
    pub(crate) fn finish(&self) -> Dictionary {
        let mut words: Vec<(&str, usize)> =
            self.ids.iter().map(|(word, id)| (&**word, *id)).collect();
        words.sort_unstable();
        Dictionary::new(&words, &self.classes)
    }

    /// Takes every known word in -ed that has no class for a past, as verbs nobody listed are.
    pub(crate) fn guess_pasts(&mut self) {
        for (word, id) in &self.ids {
            if word.len() > 4 && word.ends_with("ed") && self.classes[*id] == Class::default() {
                self.classes[*id] = Class::PAST;
            }
        }
    }

    /// Every word that has some of both classes.
    pub(crate) fn all_of(&self, one: Class, other: Class) -> Vec<usize> {
        let classes = self.classes.iter().enumerate();
        classes
            .filter(|(_, class)| class.any(one) && class.any(other))
            .map(|(id, _)| id)
            .collect()
    }

    /// How many ids there are.
    pub(crate) fn len(&self) -> usize {
        self.classes.len()
    }
}
