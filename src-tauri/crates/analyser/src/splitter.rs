//! Contractions taken apart: "didn't" is "did not" to every rule, however it is spelled.

use std::collections::HashMap;

use crate::vocabulary::{Class, Vocabulary};

/// Contractions written without apostrophe that can be nothing else, and dialect.
const JOINED_UP: &[(&str, &str, &str)] = &[
    ("im", "i", "am"),
    ("ive", "i", "have"),
    ("id", "i", "'d"),
    ("youre", "you", "are"),
    ("youve", "you", "have"),
    ("youd", "you", "'d"),
    ("youll", "you", "will"),
    ("hes", "he", "'s"),
    ("shes", "she", "'s"),
    ("hed", "he", "'d"),
    ("theyre", "they", "are"),
    ("theyve", "they", "have"),
    ("theyd", "they", "'d"),
    ("theyll", "they", "will"),
    ("weve", "we", "have"),
    ("its", "it", "'s"),
    ("thats", "that", "'s"),
    ("theres", "there", "'s"),
    ("whats", "what", "'s"),
    ("itll", "it", "will"),
    ("gonna", "going", "to"),
    ("gunna", "going", "to"),
    ("wanna", "want", "to"),
    ("gotta", "got", "to"),
    ("tryna", "trying", "to"),
    ("imma", "i", "will"),
    ("shoulda", "should", "have"),
    ("coulda", "could", "have"),
    ("woulda", "would", "have"),
    ("shouldve", "should", "have"),
    ("couldve", "could", "have"),
    ("wouldve", "would", "have"),
    ("cannot", "can", "not"),
    ("cant", "can", "not"),
    ("wont", "will", "not"),
    ("aint", "is", "not"),
    ("dont", "do", "not"),
    ("doesnt", "does", "not"),
    ("didnt", "did", "not"),
    ("dint", "did", "not"),
    ("isnt", "is", "not"),
    ("wasnt", "was", "not"),
    ("arent", "are", "not"),
    ("werent", "were", "not"),
    ("hasnt", "has", "not"),
    ("havent", "have", "not"),
    ("hadnt", "had", "not"),
    ("wouldnt", "would", "not"),
    ("couldnt", "could", "not"),
    ("shouldnt", "should", "not"),
    ("mustnt", "must", "not"),
    ("didnae", "did", "not"),
    ("dinnae", "do", "not"),
    ("doesnae", "does", "not"),
    ("isnae", "is", "not"),
    ("wasnae", "was", "not"),
    ("hasnae", "has", "not"),
    ("havenae", "have", "not"),
    ("wouldnae", "would", "not"),
    ("couldnae", "could", "not"),
    ("cannae", "can", "not"),
    ("wouldn", "would", "not"),
];

/// Halves after an apostrophe.
const HALVES: [(&str, &str); 6] = [
    ("m", "am"),
    ("re", "are"),
    ("ve", "have"),
    ("ll", "will"),
    ("d", "'d"),
    ("s", "'s"),
];

/// The ids the tokeniser itself needs, looked up once.
#[derive(Debug)]
pub(crate) struct Splitter {
    pub(crate) joined: HashMap<usize, (usize, usize)>,
    pub(crate) halves: [(&'static str, usize); HALVES.len()],
    pub(crate) not: usize,
    pub(crate) have: usize,
    pub(crate) of: usize,
}

impl Splitter {
    /// Looks up what it needs.
    pub(crate) fn new(id: &mut dyn FnMut(&str) -> usize) -> Self {
        let joined = JOINED_UP
            .iter()
            .map(|(whole, first, second)| (id(whole), (id(first), id(second))))
            .collect();
        Self {
            joined,
            halves: HALVES.map(|(half, word)| (half, id(word))),
            not: id("not"),
            have: id("have"),
            of: id("of"),
        }
    }

    /// Marks the words it takes apart.
    pub(crate) fn mark(vocabulary: &mut Vocabulary) {
        for (whole, ..) in JOINED_UP {
            vocabulary.mark(whole, Class::JOINED);
        }
    }

    /// The word that a half after an apostrophe stands for.
    pub(crate) fn half(&self, half: &str) -> Option<usize> {
        self.halves
            .iter()
            .find(|(name, _)| *name == half)
            .map(|(_, word)| *word)
    }

    /// The words of a pattern element, taken apart as text is.
    pub(crate) fn split_word(&self, word: &str, vocabulary: &mut Vocabulary) -> Vec<usize> {
        if word.starts_with('\'') {
            return vec![vocabulary.intern(word)];
        }
        let bare: String = word.chars().filter(|letter| *letter != '\'').collect();
        let id = vocabulary.intern(&bare);
        if let Some((first, second)) = self.joined.get(&id) {
            return vec![*first, *second];
        }
        if let Some((first, half)) = word.split_once('\'')
            && let Some((_, second)) = self.halves.iter().find(|(name, _)| *name == half)
        {
            return vec![vocabulary.intern(first), *second];
        }
        vec![id]
    }
}
