//! Prints the figures, the analyser's beside the keywords'.

use crate::baseline::Keywords;
use crate::gold::{Found, Passage, REPAIRS, RESPONSES};
use crate::score::{Score, Share, Tally, score};
use crate::{Arguments, Outcome, cli, corpus, gold};

/// Scores our corpus, or one other set.
pub fn run(arguments: &Arguments) -> Outcome {
    let keywords = Keywords::load(&arguments.corpus.join("keywords.txt"))?;
    let compare = |title: &str, passages: &[Passage], errors: bool| -> Outcome {
        let found = cli::analyse(&arguments.cli, passages)?;
        let words: Vec<Found> = passages.iter().map(|p| keywords.find(p)).collect();
        let ours = score(passages, &found);
        print(title, &ours, &score(passages, &words));
        if errors {
            for line in &ours.errors {
                println!("    {line}");
            }
        }
        Ok(())
    };
    if let Some(path) = &arguments.gold {
        return compare("the given set", &gold::load(path)?, arguments.errors);
    }
    for part in ["tuning", "sealed"] {
        let read = corpus::load(&arguments.corpus.join(part))?;
        // What the sealed part holds is nobody's to see who writes rules.
        let errors = arguments.errors && part == "tuning";
        compare(&format!("{part}: sentences"), &read.sentences, errors)?;
        compare(&format!("{part}: entries"), &read.entries, errors)?;
        let whole: Vec<Passage> = read.sentences.into_iter().chain(read.entries).collect();
        compare(&format!("{part}: all"), &whole, false)?;
    }
    Ok(())
}

fn print(title: &str, ours: &Score, words: &Score) {
    println!("\n## {title} ({} passages)\n", ours.passages);
    println!("| figure | Goldseam | keywords |");
    println!("| --- | --- | --- |");
    let row = |name: &str, ours: Share, words: Share| {
        println!("| {name} | {} | {} |", cell(ours), cell(words));
    };
    let both = |name: &str, ours: Tally, words: Tally| {
        row(
            &format!("{name} precision"),
            ours.precision(),
            words.precision(),
        );
        row(&format!("{name} recall"), ours.recall(), words.recall());
        println!("| {name} F1 | {:.2} | {:.2} |", ours.f1(), words.f1());
    };
    both("my responses:", ours.response, words.response);
    both("my repairs:", ours.repair, words.repair);
    row("who", ours.who, words.who);
    row("status", ours.status, words.status);
    row("no act of mine, flagged", ours.empty, words.empty);
    row("nothing at all, flagged", ours.silent, words.silent);
    row("safety seen", ours.safety, words.safety);
    row("safety false alarms", ours.safety_wrong, words.safety_wrong);
    if ours.signs.1 > 0 {
        row("signs in their place", ours.signs, words.signs);
        row("  of these: by whom", ours.signs_by, words.signs_by);
        row("  of these: level", ours.signs_level, words.signs_level);
    }
    println!("\n| kind | precision | recall | right | wrong | missed |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for (kind, tally) in RESPONSES.iter().chain(&REPAIRS).zip(&ours.kinds) {
        println!(
            "| {kind} | {:.2} | {:.2} | {} | {} | {} |",
            tally.precision().rate(),
            tally.recall().rate(),
            tally.right,
            tally.wrong,
            tally.missed
        );
    }
}

fn cell(share: Share) -> String {
    let (low, high) = share.interval();
    format!(
        "{:.3} [{low:.2}–{high:.2}] {}/{}",
        share.rate(),
        share.0,
        share.1
    )
}
