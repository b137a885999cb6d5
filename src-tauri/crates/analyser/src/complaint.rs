//! What the other holds against the writer: "she said I never listen", "he asked why I was late". Words
//! that answer it are heard as an answer.

use crate::clauses::Person;
use crate::lexicon::{Lexicon, Operator};
use crate::scan::Scan;
use crate::speech::{How, Speech};
use crate::text::Text;
use crate::vocabulary::Class;

/// An answer comes within so many sentences.
const CLOSE: usize = 2;

/// The last complaint of a text so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Complaint {
    sentence: usize,
    end: usize,
}

impl Complaint {
    /// Whether words that begin here can be an answer to it.
    pub(crate) fn precedes(self, sentence: usize, start: usize) -> bool {
        self.end <= start && sentence - self.sentence <= CLOSE
    }
}

/// The first complaint of a sentence, by where it ends.
pub(crate) fn find(lexicon: &Lexicon, scan: &Scan<'_>) -> Option<Complaint> {
    let spoken = scan
        .speeches
        .iter()
        .filter(|speech| complains(scan.text, speech))
        .map(|speech| speech.end)
        .min();
    let told = scan.sentence.clone().find_map(|at| {
        lexicon
            .operator(Operator::Complaint)
            .at(scan, at, scan.sentence.end)
    });
    let end = match (spoken, told) {
        (Some(spoken), Some(told)) => spoken.min(told),
        (spoken, told) => spoken.or(told)?,
    };
    Some(Complaint {
        sentence: scan.number,
        end,
    })
}

/// The other's words about what the writer does: "I" in words that are reported, "you" between
/// quotation marks.
fn complains(text: &Text<'_>, speech: &Speech) -> bool {
    if speech.speaker != Person::Other || speech.how != How::Said {
        return false;
    }
    let class = if speech.quoted || speech.direct {
        Class::SECOND
    } else {
        Class::FIRST
    };
    text.tokens[speech.start..speech.end]
        .iter()
        .any(|token| token.is(class) && token.is(Class::SUBJECT))
}
