//! A sentence with places to fill: `"You {past} in {k} of {n}."`.
//! Which places a sentence may have is said where the sentence is declared (`words.rs`).

use std::fmt::Display;

use serde::Deserialize;

/// A sentence with named places in braces.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Template(String);

impl Template {
    /// A sentence of one's own, for tests of what fills sentences.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The sentence as it stands in the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The sentence with its places filled, in one pass: a name that holds braces stays a name.
    ///
    /// A place nobody fills is left as it is; the tests of this crate hold every sentence to
    /// the places its callers know, so that it does not come to that.
    pub fn fill(&self, values: &[(&str, &dyn Display)]) -> String {
        let mut filled = String::with_capacity(self.0.len() + 16);
        for piece in pieces(&self.0) {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Place(place) => {
                    if let Some((_, value)) = values.iter().find(|(name, _)| *name == place) {
                        filled.push_str(&value.to_string());
                    } else {
                        debug_assert!(false, "nothing fills {{{place}}} in {:?}", self.0);
                        filled.push('{');
                        filled.push_str(place);
                        filled.push('}');
                    }
                }
            }
        }
        filled
    }

    /// The names of its places, in order, as often as they stand there.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        pieces(&self.0).filter_map(|piece| match piece {
            Piece::Place(place) => Some(place),
            Piece::Words(_) => None,
        })
    }
}

/// A sentence in two forms, for one and for any other number. `{n}` is the number in figures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// For exactly one: "You wrote one down."
    pub one: Template,
    /// For none and for two or more: "You wrote {n} down."
    pub many: Template,
}

impl Counted {
    /// The form for `n`, with `{n}` filled.
    pub fn fill(&self, n: u32) -> String {
        let form = if n == 1 { &self.one } else { &self.many };
        form.fill(&[("n", &n)])
    }
}

enum Piece<'a> {
    Words(&'a str),
    Place(&'a str),
}

/// Splits at `{name}`; a brace that opens no place (no end, or not a plain name) is words.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(place) = place_at_start(rest) {
            rest = &rest[place.len() + 2..];
            return Some(Piece::Place(place));
        }
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(at, _)| place_at_start(&rest[*at..]).is_some())
            .map_or(rest.len(), |(at, _)| at);
        let (words, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Words(words))
    })
}

fn place_at_start(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix('{')?.split_once('}')?;
    let plain = |c: char| c.is_ascii_lowercase() || c == '_';
    (!name.is_empty() && name.chars().all(plain)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> String {
        Template::new(text).fill(&[("k", &3), ("n", &5), ("past", &"went quiet")])
    }

    #[test]
    fn places_are_filled() {
        assert_eq!(
            filled("You {past} in {k} of {n}."),
            "You went quiet in 3 of 5."
        );
        assert_eq!(filled("{k}{k}"), "33");
        assert_eq!(filled("nothing to fill"), "nothing to fill");
        assert_eq!(filled(""), "");
    }

    #[test]
    fn braces_that_are_no_place_stay() {
        for text in ["a { b", "a } b", "{}", "{K}", "{ k }", "{{", "é{"] {
            assert_eq!(filled(text), text);
        }
    }

    #[test]
    fn what_fills_a_place_is_not_read_again() {
        let template = Template::new("{alias} and {k}");
        let filled = template.fill(&[("alias", &"{k}"), ("k", &2)]);
        assert_eq!(filled, "{k} and 2", "a person may be called anything");
    }

    #[test]
    fn places_are_listed_in_order() {
        let template = Template::new("{n} of {k}, {n}");
        assert_eq!(template.places().collect::<Vec<_>>(), ["n", "k", "n"]);
    }

    #[test]
    fn one_and_many() {
        let counted = Counted {
            one: Template::new("once"),
            many: Template::new("{n} times"),
        };
        assert_eq!(counted.fill(1), "once");
        assert_eq!(counted.fill(0), "0 times");
        assert_eq!(counted.fill(21), "21 times");
    }
}
