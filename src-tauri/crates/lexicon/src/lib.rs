//! The lexicon of `content/lexicon`, compiled when the program is built and read in place: the
//! start of the app does no work for it. Not here: what a pattern means (`goldseam-analyser`) and
//! the expressions themselves.

use std::sync::LazyLock;

use goldseam_analyser::Lexicon;

/// Bytes where the analyser may read numbers in place.
#[repr(C, align(8))]
struct Aligned<T: ?Sized>(T);

static IMAGE: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.image")));

/// The lexicon that entries are read with.
///
/// # Panics
/// If the image was not made by the analyser this program was built with, which cargo rules out.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        Lexicon::from_image(&IMAGE.0).expect("the image is made by the same analyser")
    });
    &LEXICON
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicon_in_the_program_reads() {
        let text = "She asked where I had been. I shut down and went to bed without a word.";
        let found = goldseam_analyser::read(text, lexicon()).findings;
        assert!(
            found.iter().any(|found| {
                found.kind == goldseam_analyser::Kind::Stonewalling
                    && found.rule.starts_with("stonewalling/")
            }),
            "{found:?}"
        );
        assert_eq!(&text[found[0].start..found[0].end], "I shut down");
    }

    #[test]
    fn a_sign_keeps_its_name() {
        let text = "He said he would kill me if I left.";
        let signals = goldseam_analyser::read(text, lexicon()).signals;
        assert!(signals.iter().any(|signal| !signal.sign.is_empty()));
    }
}
