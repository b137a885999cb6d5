//! Which language a text is in, sentence by sentence: by its small words where it is English, by
//! its letters where these are missing. What is surely in another language is not read.

use std::ops::Range;

use whatlang::Lang;

use crate::Language;
use crate::tokens::Tokens;
use crate::vocabulary::{Class, UNKNOWN};

/// Fewer letters than this say nothing about a language.
const FEWEST_LETTERS: usize = 40;

/// As much of a stretch is looked at as tells its language, in bytes.
const SAMPLE: usize = 4000;

/// Surer than this, as `whatlang` counts from 0 to 1, a stretch without English small words is in the
/// language it takes it for. English without small words stays below on the texts of the tests.
const SURE: f64 = 0.3;

/// Small words of English, other languages' too.
const SMALL: Class = Class::PRONOUN
    .or(Class::HELPER)
    .or(Class::PREPOSITION)
    .or(Class::DETERMINER)
    .or(Class::COORDINATOR)
    .or(Class::NEGATOR);

/// What a text is written in.
pub(crate) struct Heard {
    /// The language that is read, or the only other one.
    pub(crate) language: Language,
    /// Byte ranges in another language, which are not read.
    pub(crate) unread: Vec<Range<usize>>,
    /// The language of the longest of them.
    pub(crate) other: Option<Language>,
}

/// Listens to a text whose tokens are given, and marks the sentences that are not to be read.
pub(crate) fn hear(text: &str, tokens: &mut Tokens) -> Heard {
    let mut heard = Heard {
        language: Language::UNDETERMINED,
        unread: Vec::new(),
        other: None,
    };
    let known = |sentences: Range<usize>, tokens: &Tokens| {
        let words = tokens.sentences[sentences]
            .iter()
            .flat_map(|sentence| &tokens.tokens[sentence.tokens.clone()]);
        let (known, all) = words.fold((0, 0), |(known, all), token| {
            (known + usize::from(token.word != UNKNOWN), all + 1)
        });
        known * 2 > all
    };
    let mut longest = 0;
    let (mut english, mut shared) = (false, false);
    let mut at = 0;
    while at < tokens.sentences.len() {
        let first = at;
        let mut strange = false;
        while at < tokens.sentences.len() {
            match sound(text, tokens, at) {
                Sound::English => break,
                Sound::Shared => {
                    shared = true;
                    break;
                }
                Sound::Strange => strange = true,
                Sound::Short => {}
            }
            at += 1;
        }
        // Most words are words of the lexicon: English that only leaves the small ones out.
        if strange
            && !known(first..at, tokens)
            && let Some(range) = span(tokens, first..at)
            && let Some(language) = other_language(&text[range.clone()])
        {
            if range.len() > longest {
                longest = range.len();
                heard.other = Some(language);
            }
            heard.unread.push(range);
            for sentence in &mut tokens.sentences[first..at] {
                sentence.unread = true;
            }
        }
        if at < tokens.sentences.len() {
            english |= matches!(sound(text, tokens, at), Sound::English);
            at += 1;
        }
    }
    // "No me he ido" shares its words with English: alone it does not make an entry English.
    heard.language = match heard.other {
        Some(other) if !english => {
            heard.other = None;
            other
        }
        _ if english || shared => Language::ENGLISH,
        _ => whole(text),
    };
    heard
}

/// What the small words of one sentence say.
enum Sound {
    English,
    /// Small words that English has and others have too.
    Shared,
    /// Hardly any small words of English.
    Strange,
    /// Too short to say.
    Short,
}

fn sound(text: &str, tokens: &Tokens, number: usize) -> Sound {
    let range = tokens.sentences[number].tokens.clone();
    let words = range.len();
    let english = tokens.tokens[range.clone()]
        .iter()
        .filter(|token| token.is(Class::ENGLISH))
        .count();
    if english > 0 && english * 8 >= words {
        return Sound::English;
    }
    let shared = tokens.tokens[range]
        .iter()
        .filter(|token| token.is(SMALL))
        .count();
    if shared > 0 && shared * 2 >= words {
        return Sound::Shared;
    }
    if words >= 4 {
        return Sound::Strange;
    }
    // A script without spaces has few words and many letters.
    let long = span(tokens, number..number + 1)
        .is_some_and(|range| range.len() > 24 && !text[range].is_ascii());
    if long { Sound::Strange } else { Sound::Short }
}

/// The bytes of some sentences.
fn span(tokens: &Tokens, sentences: Range<usize>) -> Option<Range<usize>> {
    let mut all = tokens.sentences[sentences]
        .iter()
        .flat_map(|sentence| &tokens.tokens[sentence.tokens.clone()]);
    let first = all.next()?;
    Some(first.start as usize..all.last().unwrap_or(first).end as usize)
}

/// The language of a stretch, if it surely is not English.
fn other_language(stretch: &str) -> Option<Language> {
    let found = detect(stretch)?;
    (found.confidence() >= SURE && found.lang() != Lang::Eng).then(|| Language::of(found.lang()))
}

/// English, or nothing to go by.
fn whole(text: &str) -> Language {
    match detect(text) {
        Some(found) if found.lang() == Lang::Eng => Language::ENGLISH,
        _ => Language::UNDETERMINED,
    }
}

fn detect(stretch: &str) -> Option<whatlang::Info> {
    let mut end = stretch.len().min(SAMPLE);
    while !stretch.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &stretch[..end];
    let letters = sample.chars().filter(|letter| letter.is_alphabetic());
    // One sign of a script without spaces says more than one letter.
    let weight: usize = letters
        .map(|letter| if letter.len_utf8() > 2 { 3 } else { 1 })
        .take(FEWEST_LETTERS)
        .sum();
    if weight < FEWEST_LETTERS {
        return None;
    }
    whatlang::detect(sample)
}

impl Language {
    /// The ISO 639-1 code of a language, or its ISO 639-3 code where it has no shorter one.
    fn of(language: Lang) -> Self {
        Self(
            SHORT
                .iter()
                .find(|(long, _)| *long == language)
                .map_or(language.code(), |(_, short)| short),
        )
    }
}

/// ISO 639-1 codes.
const SHORT: &[(Lang, &str)] = &[
    (Lang::Epo, "eo"),
    (Lang::Eng, "en"),
    (Lang::Rus, "ru"),
    (Lang::Cmn, "zh"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Ben, "bn"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Ukr, "uk"),
    (Lang::Kat, "ka"),
    (Lang::Ara, "ar"),
    (Lang::Hin, "hi"),
    (Lang::Jpn, "ja"),
    (Lang::Heb, "he"),
    (Lang::Yid, "yi"),
    (Lang::Pol, "pl"),
    (Lang::Amh, "am"),
    (Lang::Jav, "jv"),
    (Lang::Kor, "ko"),
    (Lang::Nob, "nb"),
    (Lang::Dan, "da"),
    (Lang::Swe, "sv"),
    (Lang::Fin, "fi"),
    (Lang::Tur, "tr"),
    (Lang::Nld, "nl"),
    (Lang::Hun, "hu"),
    (Lang::Ces, "cs"),
    (Lang::Ell, "el"),
    (Lang::Bul, "bg"),
    (Lang::Bel, "be"),
    (Lang::Mar, "mr"),
    (Lang::Kan, "kn"),
    (Lang::Ron, "ro"),
    (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Tam, "ta"),
    (Lang::Vie, "vi"),
    (Lang::Urd, "ur"),
    (Lang::Tha, "th"),
    (Lang::Guj, "gu"),
    (Lang::Uzb, "uz"),
    (Lang::Pan, "pa"),
    (Lang::Aze, "az"),
    (Lang::Ind, "id"),
    (Lang::Tel, "te"),
    (Lang::Pes, "fa"),
    (Lang::Mal, "ml"),
    (Lang::Ori, "or"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Sin, "si"),
    (Lang::Khm, "km"),
    (Lang::Tuk, "tk"),
    (Lang::Aka, "ak"),
    (Lang::Zul, "zu"),
    (Lang::Sna, "sn"),
    (Lang::Afr, "af"),
    (Lang::Lat, "la"),
    (Lang::Slk, "sk"),
    (Lang::Cat, "ca"),
    (Lang::Tgl, "tl"),
    (Lang::Hye, "hy"),
    (Lang::Cym, "cy"),
];
