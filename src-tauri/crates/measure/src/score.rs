//! Scoring: a finding meets a label when kind and who agree and the spans overlap or share a
//! sentence; each label is met once. The headline figures compare acts of the writer's that
//! happened. Intervals are Wilson's, 95 %.

use crate::gold::{Act, Found, Passage, REPAIRS, RESPONSES, Sign};
use std::ops::Range;

/// Right, wrong and missed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl Tally {
    /// How much of what was found is right.
    pub fn precision(self) -> Share {
        Share(self.right, self.right + self.wrong)
    }

    /// How much of what is there was found.
    pub fn recall(self) -> Share {
        Share(self.right, self.right + self.missed)
    }

    /// Harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision().rate(), self.recall().rate());
        if p + r == 0.0 {
            0.0
        } else {
            2.0 * p * r / (p + r)
        }
    }
}

/// k of n.
#[derive(Debug, Clone, Copy, Default)]
pub struct Share(pub usize, pub usize);

impl Share {
    /// 0 to 1; 0 of nothing is 0.
    #[allow(clippy::cast_precision_loss, reason = "counts of a corpus")]
    pub fn rate(self) -> f64 {
        if self.1 == 0 {
            0.0
        } else {
            self.0 as f64 / self.1 as f64
        }
    }

    /// Wilson's interval at 95 %.
    #[allow(clippy::cast_precision_loss, reason = "counts of a corpus")]
    pub fn interval(self) -> (f64, f64) {
        if self.1 == 0 {
            return (0.0, 1.0);
        }
        let (p, n, z) = (self.rate(), self.1 as f64, 1.96_f64);
        let d = 1.0 + z * z / n;
        let middle = p + z * z / (2.0 * n);
        let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        ((middle - half) / d, (middle + half) / d)
    }
}

/// All figures of one set.
#[derive(Debug, Clone, Default)]
pub struct Score {
    pub passages: usize,
    pub response: Tally,
    pub repair: Tally,
    /// One a kind, in the order of `RESPONSES`, then `REPAIRS`.
    pub kinds: Vec<Tally>,
    /// The same kind in the same place, and the right person.
    pub who: Share,
    /// Of the writer's: happened or not.
    pub status: Share,
    /// Passages without any act of the writer's in which a response was found all the same.
    pub empty: Share,
    /// Passages in which nothing at all may be found and something was.
    pub silent: Share,
    /// Passages with a sign that were seen as such.
    pub safety: Share,
    /// Passages without one that were taken for such.
    pub safety_wrong: Share,
    /// Labelled signs met by a found one in the same place.
    pub signs: Share,
    /// Of the signs met: the right person, the right level.
    pub signs_by: Share,
    pub signs_level: Share,
    /// What was missed and what was wrong, a line each.
    pub errors: Vec<String>,
}

/// Scores what was found against the labels, passage by passage.
pub fn score(gold: &[Passage], found: &[Found]) -> Score {
    let mut score = Score {
        passages: gold.len(),
        kinds: vec![Tally::default(); RESPONSES.len() + REPAIRS.len()],
        ..Score::default()
    };
    for (passage, found) in gold.iter().zip(found) {
        let sentences = sentences(&passage.text);
        acts(&mut score, passage, found, &sentences);
        safety(&mut score, passage, found, &sentences);
    }
    score
}

fn acts(score: &mut Score, passage: &Passage, found: &Found, sentences: &[Range<usize>]) {
    let all: Vec<&Act> = passage.acts.iter().collect();
    let everything: Vec<&Act> = found.acts.iter().collect();
    for (label, act) in pair(&all, &everything, sentences, &|a, b| a.kind == b.kind).met {
        score.who.1 += 1;
        score.who.0 += usize::from(label.who == act.who);
        if label.who == "me" && act.who == "me" {
            score.status.1 += 1;
            score.status.0 += usize::from(label.enacted() == act.enacted());
        }
    }
    let order = RESPONSES.iter().chain(&REPAIRS);
    for (number, kind) in order.enumerate() {
        let of = |act: &&&Act| act.kind == *kind && act.mine();
        let labels: Vec<&Act> = all.iter().filter(of).copied().collect();
        let acts: Vec<&Act> = everything.iter().filter(of).copied().collect();
        let pairs = pair(&labels, &acts, sentences, &|_, _| true);
        let plain = |label: &&&Act| !label.ambiguous;
        let tally = Tally {
            right: pairs
                .met
                .iter()
                .filter(|(label, _)| !label.ambiguous)
                .count(),
            wrong: pairs.extra.len(),
            missed: pairs.missed.iter().filter(plain).count(),
        };
        let head = if number < RESPONSES.len() {
            &mut score.response
        } else {
            &mut score.repair
        };
        for sum in [head, &mut score.kinds[number]] {
            sum.right += tally.right;
            sum.wrong += tally.wrong;
            sum.missed += tally.missed;
        }
        let line = |what: &str, act: &Act| {
            let words = &passage.text[act.start..act.end];
            format!("{what} {} {kind}: {words}", passage.id)
        };
        let missed = pairs.missed.iter().filter(plain);
        score
            .errors
            .extend(missed.map(|label| line("missed", label)));
        let extra = pairs.extra.iter().map(|act| line("wrong ", act));
        score.errors.extend(extra);
    }
    if !passage.acts.iter().any(|label| label.who == "me") {
        score.empty.1 += 1;
        let flagged = |act: &Act| act.mine() && RESPONSES.contains(&act.kind.as_str());
        score.empty.0 += usize::from(found.acts.iter().any(flagged));
    }
    if passage.acts.is_empty() && passage.signs.is_empty() && passage.safety.is_none() {
        score.silent.1 += 1;
        let flagged = found.acts.iter().any(Act::mine) || found.safety.is_some();
        score.silent.0 += usize::from(flagged);
    }
}

fn safety(score: &mut Score, passage: &Passage, found: &Found, sentences: &[Range<usize>]) {
    if passage.safety_ambiguous {
        return;
    }
    let (share, says) = if passage.safety.is_some() {
        (&mut score.safety, "missed")
    } else {
        (&mut score.safety_wrong, "wrong ")
    };
    share.1 += 1;
    share.0 += usize::from(found.safety.is_some());
    if passage.safety.is_some() != found.safety.is_some() {
        let words = match (passage.signs.first(), found.signs.first()) {
            (Some(sign), _) | (None, Some(sign)) => &passage.text[sign.start..sign.end],
            _ => "",
        };
        score
            .errors
            .push(format!("{says} {} safety: {words}", passage.id));
    }
    for label in &passage.signs {
        let near = |sign: &&Sign| {
            sign.concern == label.concern
                && together(
                    sentences,
                    &(label.start..label.end),
                    &(sign.start..sign.end),
                )
        };
        let met: Vec<&Sign> = found.signs.iter().filter(near).collect();
        score.signs.1 += 1;
        if !met.is_empty() {
            score.signs.0 += 1;
            score.signs_by.1 += 1;
            score.signs_level.1 += 1;
            score.signs_by.0 += usize::from(met.iter().any(|sign| sign.by == label.by));
            score.signs_level.0 += usize::from(met.iter().any(|sign| sign.level == label.level));
        }
    }
}

/// Labels and findings that met, labels missed and findings left over.
struct Pairs<'a> {
    met: Vec<(&'a Act, &'a Act)>,
    missed: Vec<&'a Act>,
    extra: Vec<&'a Act>,
}

/// One to one, each label with the finding that overlaps it most.
fn pair<'a>(
    labels: &[&'a Act],
    found: &[&'a Act],
    sentences: &[Range<usize>],
    agree: &dyn Fn(&Act, &Act) -> bool,
) -> Pairs<'a> {
    let mut extra = found.to_vec();
    let (mut met, mut missed) = (Vec::new(), Vec::new());
    for label in labels {
        let span = label.start..label.end;
        let best = extra
            .iter()
            .enumerate()
            .filter(|(_, act)| {
                agree(label, act) && together(sentences, &span, &(act.start..act.end))
            })
            .map(|(at, act)| {
                let overlap = label
                    .end
                    .min(act.end)
                    .saturating_sub(label.start.max(act.start));
                (overlap, std::cmp::Reverse(at))
            })
            .max();
        match best {
            Some((_, std::cmp::Reverse(at))) => met.push((*label, extra.remove(at))),
            None => missed.push(*label),
        }
    }
    Pairs { met, missed, extra }
}

fn together(sentences: &[Range<usize>], a: &Range<usize>, b: &Range<usize>) -> bool {
    let meet = |x: &Range<usize>, y: &Range<usize>| x.start < y.end && y.start < x.end;
    meet(a, b) || sentences.iter().any(|s| meet(s, a) && meet(s, b))
}

/// Sentences, split plainly: after `.`, `!` or `?` with a space behind, and at line breaks.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let after = match letter {
            '\n' => rest.trim_start_matches('\n'),
            '.' | '!' | '?' => {
                let tail = rest
                    .trim_start_matches(['.', '!', '?'])
                    .trim_start_matches(['"', '\'', '”', '’', ')']);
                let after = tail.trim_start();
                if after.len() == tail.len() {
                    rest
                } else {
                    after
                }
            }
            _ => rest,
        };
        if after.len() < rest.len() {
            at = text.len() - after.len();
            out.push(start..at);
            start = at;
        } else {
            at += letter.len_utf8();
        }
    }
    out.push(start..text.len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(kind: &str, who: &str, status: &str, start: usize, end: usize) -> Act {
        Act {
            kind: kind.to_owned(),
            who: who.to_owned(),
            status: status.to_owned(),
            start,
            end,
            ambiguous: false,
        }
    }

    fn passage(text: &str, acts: Vec<Act>) -> Passage {
        Passage {
            id: "p".to_owned(),
            text: text.to_owned(),
            acts,
            signs: Vec::new(),
            safety: None,
            safety_ambiguous: false,
        }
    }

    #[test]
    fn a_label_is_met_once_and_only_by_its_kind_and_person() {
        let text = "I went quiet. He shouted.";
        let gold = passage(
            text,
            vec![
                act("stonewalling", "me", "did", 2, 12),
                act("criticism", "other", "did", 14, 24),
            ],
        );
        let found = Found {
            acts: vec![
                act("stonewalling", "me", "did", 0, 6),
                act("stonewalling", "me", "did", 7, 12),
                act("criticism", "me", "did", 14, 24),
            ],
            ..Found::default()
        };
        let score = score(&[gold], &[found]);
        assert_eq!((score.response.right, score.response.wrong), (1, 2));
        assert_eq!((score.who.0, score.who.1), (1, 2), "the shouting was his");
        assert_eq!(score.errors.len(), 2);
    }

    #[test]
    fn what_was_only_thought_of_is_not_counted_as_done() {
        let gold = passage(
            "I nearly left.",
            vec![act("stonewalling", "me", "resisted", 2, 13)],
        );
        let found = Found {
            acts: vec![act("stonewalling", "me", "did", 2, 13)],
            ..Found::default()
        };
        let score = score(&[gold], &[found]);
        assert_eq!(score.response.wrong, 1);
        assert_eq!((score.status.0, score.status.1), (0, 1));
    }

    #[test]
    fn an_interval_holds_its_share() {
        let (low, high) = Share(8, 10).interval();
        assert!(low < 0.8 && high > 0.8 && low > 0.4 && high < 0.97);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let text = "He left. \"Fine.\" I said\nnothing 2.5 times.";
        let cut: Vec<&str> = sentences(text).into_iter().map(|s| &text[s]).collect();
        assert_eq!(
            cut,
            ["He left. ", "\"Fine.\" ", "I said\n", "nothing 2.5 times."]
        );
    }
}
