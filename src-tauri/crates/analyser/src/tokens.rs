//! Text as a row of known words: contractions taken apart, punctuation and quotation kept
//! as marks on the words beside it. Nothing of grammar here.

use std::ops::Range;

use crate::dictionary::Dictionary;
use crate::sentences::sentences;
use crate::spelling::shortened;
use crate::splitter::Splitter;
use crate::table::short;
use crate::vocabulary::{Class, UNKNOWN};

/// Marks on a token, a set of bits.
pub(crate) mod mark {
    /// Written with a capital.
    pub(crate) const CAPITAL: u8 = 1;
    /// A comma stands before it.
    pub(crate) const COMMA: u8 = 2;
    /// A dash, colon, semicolon, bracket or quotation mark stands before it.
    pub(crate) const BREAK: u8 = 4;
    /// A colon stands before it.
    pub(crate) const COLON: u8 = 8;
    /// First of its sentence.
    pub(crate) const FIRST: u8 = 16;
}

/// One word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) word: usize,
    pub(crate) class: Class,
    /// First byte and one past the last, in a text of less than four gigabytes: a diary is long
    /// enough for the room to count.
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) marks: u8,
    /// The quotation it stands in, counted from 1; 0 outside.
    pub(crate) quote: u32,
}

impl Token {
    pub(crate) fn is(&self, class: Class) -> bool {
        self.class.any(class)
    }

    /// Whether the grammar knows nothing of it: a noun or a name, most likely.
    pub(crate) fn is_bare(&self) -> bool {
        self.class == Class::NONE
    }

    pub(crate) fn marked(&self, marks: u8) -> bool {
        self.marks & marks != 0
    }
}

/// One sentence, by bytes and by tokens.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    pub(crate) tokens: Range<usize>,
    pub(crate) question: bool,
    /// In another language: left alone.
    pub(crate) unread: bool,
}

/// A tokenised text.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
}

/// No known word is longer; a longer one is unknown and costs nothing.
const LONGEST: usize = 28;

/// Tokenises a text in one pass.
pub(crate) fn tokenise(text: &str, dictionary: &Dictionary, splitter: &Splitter) -> Tokens {
    let quotes = quotations(text);
    let mut out = Tokens {
        // A word and its space take about five bytes; room that is not used costs nothing.
        tokens: Vec::with_capacity(text.len() / 4),
        ..Tokens::default()
    };
    let mut next_quote = 0;
    for range in sentences(text) {
        let first = out.tokens.len();
        let mut reader = Reader {
            text,
            dictionary,
            splitter,
            quotes: &quotes,
            next_quote,
            marks: mark::FIRST,
            out: &mut out.tokens,
        };
        reader.read(range.clone());
        next_quote = reader.next_quote;
        let tail = &text.as_bytes()[range.start..range.end];
        let question = tail
            .iter()
            .rev()
            .take_while(|byte| !byte.is_ascii_alphanumeric() && byte.is_ascii())
            .any(|byte| *byte == b'?');
        let mut from = first;
        while from < out.tokens.len() {
            let until = piece_end(&out.tokens, from);
            out.sentences.push(Sentence {
                tokens: from..until,
                question: question && until == out.tokens.len(),
                unread: false,
            });
            from = until;
        }
    }
    out
}

/// Longer sentences, which nobody punctuates, are read in pieces of at most this many words:
/// what hangs together hangs closer, and the work stays in proportion to the text.
const LONGEST_SENTENCE: usize = 160;

/// Where the piece that begins at `from` ends: at the end of the text so far, or at the last
/// mark or "and" before the piece grows too long.
fn piece_end(tokens: &[Token], from: usize) -> usize {
    if tokens.len() - from <= LONGEST_SENTENCE {
        return tokens.len();
    }
    (from + LONGEST_SENTENCE / 2..from + LONGEST_SENTENCE)
        .rev()
        .find(|at| {
            tokens[*at].marked(mark::COMMA | mark::BREAK) || tokens[*at].is(Class::COORDINATOR)
        })
        .unwrap_or(from + LONGEST_SENTENCE)
}

struct Reader<'a> {
    text: &'a str,
    dictionary: &'a Dictionary,
    splitter: &'a Splitter,
    quotes: &'a [Range<usize>],
    next_quote: usize,
    marks: u8,
    out: &'a mut Vec<Token>,
}

impl Reader<'_> {
    fn read(&mut self, range: Range<usize>) {
        let bytes = self.text.as_bytes();
        let mut at = range.start;
        while at < range.end {
            let byte = bytes[at];
            if byte.is_ascii_alphanumeric() {
                at = self.plain(at, range.end).unwrap_or_else(|| {
                    // A letter of another script, a curly apostrophe, a combining mark.
                    self.spelled(at, range.end)
                });
            } else if byte.is_ascii() {
                if byte != b' ' {
                    self.punctuation(char::from(byte));
                }
                at += 1;
            } else {
                let Some(letter) = self.text[at..range.end].chars().next() else {
                    return;
                };
                if letter.is_alphanumeric() {
                    at = self.spelled(at, range.end);
                } else {
                    self.punctuation(letter);
                    at += letter.len_utf8();
                }
            }
        }
    }

    /// Reads a word of plain letters; nothing if it holds any other.
    fn plain(&mut self, start: usize, end: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[..end];
        let mut buffer = [0_u8; LONGEST];
        let mut word = Spelling::new(&mut buffer);
        let mut at = start;
        while let Some(byte) = bytes.get(at) {
            if byte.is_ascii_alphanumeric() {
                word.push_byte(byte.to_ascii_lowercase());
            } else if matches!(byte, b'\'' | b'`') {
                match bytes.get(at + 1) {
                    Some(next) if next.is_ascii_alphanumeric() => word.apostrophe(),
                    Some(next) if !next.is_ascii() => return None,
                    _ => break,
                }
            } else if byte.is_ascii() {
                break;
            } else {
                return None;
            }
            at += 1;
        }
        self.word(&word, start, at, bytes[start].is_ascii_uppercase());
        Some(at)
    }

    /// Reads a word of any letters.
    fn spelled(&mut self, start: usize, until: usize) -> usize {
        let mut buffer = [0_u8; LONGEST];
        let mut word = Spelling::new(&mut buffer);
        let mut end = start;
        let mut capital = false;
        for (offset, letter) in self.text[start..until].char_indices() {
            let at = start + offset;
            let after = at + letter.len_utf8();
            if letter.is_alphanumeric() || (at > start && is_mark_or_joiner(letter)) {
                word.push(letter);
            } else if at > start && is_apostrophe(letter) {
                let joins = self.text[after..until]
                    .chars()
                    .next()
                    .is_some_and(char::is_alphanumeric);
                if !joins {
                    break;
                }
                word.apostrophe();
            } else {
                break;
            }
            capital |= at == start && letter.is_uppercase();
            end = after;
        }
        self.word(&word, start, end, capital);
        end
    }

    fn punctuation(&mut self, letter: char) {
        match letter {
            ',' => self.marks |= mark::COMMA,
            ':' => self.marks |= mark::BREAK | mark::COLON,
            ';' | '(' | ')' | '[' | ']' | '*' | '—' | '–' | '…' | '.' | '!' | '?' | '/' => {
                self.marks |= mark::BREAK;
            }
            // A hyphen only joins, and quotation marks are told by the quotation.
            _ => {}
        }
    }

    fn word(&mut self, word: &Spelling<'_>, start: usize, end: usize, capital: bool) {
        let id = word.id(self.dictionary);
        if self.dictionary.class(id).any(Class::JOINED)
            && let Some((first, second)) = self.splitter.joined.get(&id)
        {
            let (first, second) = (*first, *second);
            self.push(first, start, end, capital);
            self.push(second, start, end, false);
            return;
        }
        if let Some((first, half)) = word.halves() {
            if half == b"t" && first.last() == Some(&b'n') {
                // Negations that the joined-up list knows are gone; the rest is rare ("mayn't").
                let base = self.lookup(&first[..first.len() - 1]);
                self.push(base, start, end, capital);
                self.push(self.splitter.not, start, end, false);
                return;
            }
            if let Some((_, second)) = self
                .splitter
                .halves
                .iter()
                .find(|(name, _)| name.as_bytes() == half)
            {
                let second = *second;
                let base = self.lookup(first);
                // "we're", "I'll", "she'd": the apostrophe sits one byte or three from the end.
                self.push(base, start, end, capital);
                self.push(second, start, end, false);
                return;
            }
        }
        let id = match self.out.last() {
            // "should of" is heard, not thought.
            Some(last) if id == self.splitter.of && last.is(Class::MODAL) => self.splitter.have,
            _ => id,
        };
        self.push(id, start, end, capital);
    }

    fn lookup(&self, bytes: &[u8]) -> usize {
        self.dictionary.find(bytes)
    }

    fn push(&mut self, word: usize, start: usize, end: usize, capital: bool) {
        while self
            .quotes
            .get(self.next_quote)
            .is_some_and(|quote| quote.end <= start)
        {
            self.next_quote += 1;
        }
        let inside = self
            .quotes
            .get(self.next_quote)
            .is_some_and(|quote| quote.start <= start);
        let mut marks = std::mem::take(&mut self.marks);
        if capital {
            marks |= mark::CAPITAL;
        }
        self.out.push(Token {
            word,
            class: self.dictionary.class(word),
            start: short(start),
            end: short(end),
            marks,
            quote: if inside {
                short(self.next_quote + 1)
            } else {
                0
            },
        });
    }
}

/// The letters of one word, lower case, in a fixed buffer.
struct Spelling<'a> {
    buffer: &'a mut [u8; LONGEST],
    length: usize,
    apostrophe: usize,
}

impl<'a> Spelling<'a> {
    fn new(buffer: &'a mut [u8; LONGEST]) -> Self {
        Self {
            buffer,
            length: 0,
            apostrophe: 0,
        }
    }

    fn push(&mut self, letter: char) {
        if is_mark_or_joiner(letter) && !letter.is_alphanumeric() {
            return;
        }
        let mut bytes = [0; 4];
        let bytes = letter
            .to_ascii_lowercase()
            .encode_utf8(&mut bytes)
            .as_bytes();
        let end = self.length + bytes.len();
        if let Some(room) = self.buffer.get_mut(self.length..end) {
            room.copy_from_slice(bytes);
        }
        // Past the buffer the length still counts, so that a longer word is never taken
        // for its beginning.
        self.length = end.min(LONGEST + 1);
    }

    fn push_byte(&mut self, byte: u8) {
        if let Some(room) = self.buffer.get_mut(self.length) {
            *room = byte;
        }
        self.length = (self.length + 1).min(LONGEST + 1);
    }

    /// Remembers the last apostrophe; the letters alone make the word.
    fn apostrophe(&mut self) {
        self.apostrophe = self.length;
    }

    fn bytes(&self) -> &[u8] {
        self.buffer.get(..self.length).unwrap_or(&[])
    }

    fn id(&self, dictionary: &Dictionary) -> usize {
        // "we're", "she'll", "he'd": without the apostrophe these are other words.
        if self.apostrophe > 0
            && matches!(
                self.bytes(),
                b"were" | b"well" | b"shell" | b"hell" | b"ill" | b"shed" | b"wed"
            )
        {
            return UNKNOWN;
        }
        match dictionary.find(self.bytes()) {
            UNKNOWN => shortened(self.bytes(), &|word| dictionary.find(word)),
            id => id,
        }
    }

    /// What stands before and after the last apostrophe.
    fn halves(&self) -> Option<(&[u8], &[u8])> {
        (self.apostrophe > 0 && self.apostrophe < self.bytes().len())
            .then(|| self.bytes().split_at(self.apostrophe))
    }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// Combining marks and zero-width characters: part of the word, not of its spelling.
fn is_mark_or_joiner(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{20d0}'..='\u{20ff}')
}

/// No quotation that people write in a diary is longer, in bytes; an unpaired mark beyond
/// that is taken for a slip.
const LONGEST_QUOTATION: usize = 1500;

/// Byte ranges between quotation marks, in order, never nested. Unpaired marks count for
/// nothing; a quotation does not go past its paragraph.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut from = 0;
    // Curly marks all begin with this byte.
    let telling = |byte: &u8| matches!(byte, b'\n' | b'"' | b'\'' | 0xe2);
    while let Some(skipped) = text.as_bytes()[from..].iter().position(telling) {
        let at = from + skipped;
        let mut rest = text[at..].chars();
        let Some(letter) = rest.next() else { break };
        let after = rest.next().unwrap_or(' ');
        from = at + letter.len_utf8();
        if !matches!(letter, '\n' | '"' | '\'' | '“' | '”' | '‘' | '’') {
            continue;
        }
        let before = text[..at].chars().next_back().unwrap_or(' ');
        open = open.filter(|(_, begun)| at - begun <= LONGEST_QUOTATION);
        if letter == '\n' {
            open = None;
        } else if let Some((kind, begun)) = open {
            let closes = match kind {
                '“' => letter == '”' || letter == '"',
                '"' => letter == '"' || letter == '”',
                _ => {
                    matches!(letter, '\'' | '’')
                        && !after.is_alphanumeric()
                        && !before.is_whitespace()
                }
            };
            if closes {
                if at > begun && !is_scare(text, begun, at, kind) {
                    out.push(begun..at);
                }
                open = None;
            }
        } else {
            let starts = match letter {
                '“' | '"' => true,
                '‘' | '\'' => {
                    !before.is_alphanumeric()
                        && after.is_alphanumeric()
                        && closes_soon(&text[from..])
                }
                _ => false,
            };
            if starts {
                open = Some((letter, from));
            }
        }
    }
    out
}

/// "I \"shut down\" again": a few words between marks that nobody spoke.
fn is_scare(text: &str, from: usize, to: usize, mark: char) -> bool {
    let inside = &text[from..to];
    let led = text[..from - mark.len_utf8()]
        .chars()
        .rev()
        .find(|letter| !letter.is_whitespace());
    inside.split_whitespace().take(4).count() <= 3
        && inside.chars().next().is_some_and(char::is_lowercase)
        && led.is_some_and(char::is_alphanumeric)
}

/// Whether a single quotation mark has its partner within reach; an apostrophe has none.
fn closes_soon(rest: &str) -> bool {
    let mut before = ' ';
    let mut letters = rest.char_indices().take(200).peekable();
    while let Some((_, letter)) = letters.next() {
        if letter == '\n' {
            return false;
        }
        let after = letters.peek().map_or(' ', |(_, letter)| *letter);
        if matches!(letter, '\'' | '’') && !after.is_alphanumeric() && !before.is_whitespace() {
            return true;
        }
        before = letter;
    }
    false
}

#[cfg(test)]
mod tests;
