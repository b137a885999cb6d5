//! Walks the lexicon: every expression and sign fires on its own sentence and stays silent
//! on the other.

mod lexicon;

use goldseam_analyser::{Context, Shape, read};

/// An expression that needs a rupture is read after one is told.
fn told(shape: &Shape, sentence: &str) -> String {
    match shape.context {
        Context::Any => sentence.to_owned(),
        Context::Rupture | Context::Near => format!("We had a row. {sentence}"),
        Context::Reply => format!("We had a row. She said I never listen. {sentence}"),
    }
}

#[test]
fn every_entry_fires_and_is_silent_where_it_says() {
    let entries = lexicon::entries();
    let compiled = lexicon::lexicon();
    let mut faults = Vec::new();
    for expression in &entries.expressions {
        let rule = format!("{}/{}", expression.kind, expression.id);
        let found = read(&told(&expression.shape, &expression.fires), &compiled).findings;
        if !found.iter().any(|finding| finding.kind == expression.kind) {
            faults.push(format!("{rule} misses {:?}", expression.fires));
        }
        let found = read(&told(&expression.shape, &expression.silent), &compiled).findings;
        for finding in found
            .iter()
            .filter(|finding| finding.kind == expression.kind && finding.status.enacted())
        {
            faults.push(format!(
                "{rule}: {} fires on {:?}",
                finding.rule, expression.silent
            ));
        }
    }
    for sign in &entries.signs {
        // Where several signs read the same words, the plainest one speaks for all.
        let seen = read(&sign.fires, &compiled).signals;
        if !seen.iter().any(|signal| signal.concern == sign.concern) {
            faults.push(format!("safety/{} misses {:?}", sign.id, sign.fires));
        }
        let wrong: Vec<String> = read(&sign.silent, &compiled)
            .signals
            .into_iter()
            .map(|signal| signal.sign)
            .collect();
        if !wrong.is_empty() {
            faults.push(format!(
                "safety/{}: {wrong:?} on {:?}",
                sign.id, sign.silent
            ));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}
