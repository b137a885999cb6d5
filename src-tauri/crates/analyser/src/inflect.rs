//! The forms a verb or noun takes, for `word~` in patterns and for telling verbs from
//! other words. Makes a few forms that nobody uses; nobody will write them either.

/// Which form of a verb a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Base,
    Third,
    Past,
    Ing,
}

/// Base, past and participle of verbs that do not take -ed. A second past stands after `/`.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("be", "was/were", "been"),
    ("have", "had", "had"),
    ("do", "did", "done"),
    ("go", "went", "gone"),
    ("say", "said", "said"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("know", "knew/knowed", "known"),
    ("get", "got", "gotten"),
    ("make", "made", "made"),
    ("take", "took", "taken"),
    ("see", "saw/seen", "seen"),
    ("come", "came", "come"),
    ("give", "gave/give", "given"),
    ("find", "found", "found"),
    ("feel", "felt", "felt"),
    ("leave", "left", "left"),
    ("put", "put", "put"),
    ("mean", "meant", "meant"),
    ("keep", "kept", "kept"),
    ("let", "let", "let"),
    ("begin", "began", "begun"),
    ("show", "showed", "shown"),
    ("hear", "heard", "heard"),
    ("run", "ran", "run"),
    ("hold", "held", "held"),
    ("bring", "brought", "brought"),
    ("write", "wrote", "written"),
    ("sit", "sat", "sat"),
    ("stand", "stood", "stood"),
    ("lose", "lost", "lost"),
    ("pay", "paid", "paid"),
    ("meet", "met", "met"),
    ("set", "set", "set"),
    ("learn", "learned/learnt", "learnt"),
    ("lead", "led", "led"),
    ("understand", "understood", "understood"),
    ("speak", "spoke", "spoken"),
    ("read", "read", "read"),
    ("spend", "spent", "spent"),
    ("grow", "grew", "grown"),
    ("win", "won", "won"),
    ("teach", "taught", "taught"),
    ("send", "sent", "sent"),
    ("build", "built", "built"),
    ("fall", "fell", "fallen"),
    ("cut", "cut", "cut"),
    ("sell", "sold", "sold"),
    ("drive", "drove", "driven"),
    ("buy", "bought", "bought"),
    ("wear", "wore", "worn"),
    ("choose", "chose", "chosen"),
    ("eat", "ate", "eaten"),
    ("drink", "drank", "drunk"),
    ("sleep", "slept", "slept"),
    ("shut", "shut", "shut"),
    ("hang", "hung", "hung"),
    ("bite", "bit", "bitten"),
    ("swallow", "swallowed", "swallowed"),
    ("hide", "hid", "hidden"),
    ("lie", "lied/lay", "lain"),
    ("lay", "laid", "laid"),
    ("throw", "threw", "thrown"),
    ("hit", "hit", "hit"),
    ("hurt", "hurt", "hurt"),
    ("break", "broke", "broken"),
    ("forget", "forgot", "forgotten"),
    ("forgive", "forgave", "forgiven"),
    ("swear", "swore", "sworn"),
    ("sing", "sang", "sung"),
    ("ring", "rang", "rung"),
    ("freeze", "froze", "frozen"),
    ("shake", "shook", "shaken"),
    ("tear", "tore", "torn"),
    ("steal", "stole", "stolen"),
    ("beat", "beat", "beaten"),
    ("fight", "fought", "fought"),
    ("bleed", "bled", "bled"),
    ("burst", "burst", "burst"),
    ("catch", "caught", "caught"),
    ("deal", "dealt", "dealt"),
    ("draw", "drew", "drawn"),
    ("dream", "dreamed/dreamt", "dreamt"),
    ("feed", "fed", "fed"),
    ("fly", "flew", "flown"),
    ("blow", "blew", "blown"),
    ("bear", "bore", "borne"),
    ("become", "became", "become"),
    ("burn", "burned/burnt", "burnt"),
    ("lend", "lent", "lent"),
    ("quit", "quit", "quit"),
    ("rise", "rose", "risen"),
    ("ride", "rode", "ridden"),
    ("seek", "sought", "sought"),
    ("shoot", "shot", "shot"),
    ("shrink", "shrank", "shrunk"),
    ("sink", "sank", "sunk"),
    ("slam", "slammed", "slammed"),
    ("slide", "slid", "slid"),
    ("spit", "spat", "spat"),
    ("split", "split", "split"),
    ("stick", "stuck", "stuck"),
    ("storm", "stormed", "stormed"),
    ("strike", "struck", "struck"),
    ("sweep", "swept", "swept"),
    ("swing", "swung", "swung"),
    ("wake", "woke", "woken"),
    ("weep", "wept", "wept"),
    ("withdraw", "withdrew", "withdrawn"),
    ("creep", "crept", "crept"),
    ("fling", "flung", "flung"),
    ("cling", "clung", "clung"),
    ("spin", "spun", "spun"),
    ("spill", "spilled/spilt", "spilt"),
    ("undo", "undid", "undone"),
    ("overreact", "overreacted", "overreacted"),
    ("bend", "bent", "bent"),
    ("upset", "upset", "upset"),
    ("cost", "cost", "cost"),
    ("mistake", "mistook", "mistaken"),
];

/// Every form of a verb (or of a noun: the plural is made like the third person).
pub(crate) fn forms(base: &str) -> Vec<(String, Form)> {
    let mut out = vec![(base.to_owned(), Form::Base), (third(base), Form::Third)];
    if base == "be" {
        for form in ["am", "is", "are", "'s", "'m", "'re"] {
            out.push((form.to_owned(), Form::Third));
        }
    }
    if base == "have" {
        for form in ["'ve", "'d", "'s"] {
            out.push((form.to_owned(), Form::Third));
        }
    }
    if let Some((_, past, participle)) = IRREGULAR.iter().find(|(verb, ..)| *verb == base) {
        for form in past.split('/') {
            out.push((form.to_owned(), Form::Past));
        }
        out.push(((*participle).to_owned(), Form::Past));
    } else {
        for stem in stems(base, true) {
            out.push((format!("{stem}ed"), Form::Past));
        }
    }
    for stem in stems(base, false) {
        out.push((format!("{stem}ing"), Form::Ing));
    }
    out
}

fn third(base: &str) -> String {
    if base == "have" {
        return "has".to_owned();
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"]
        .iter()
        .any(|end| base.ends_with(end));
    if let Some(stem) = base
        .strip_suffix('y')
        .filter(|stem| ends_in_consonant(stem))
    {
        format!("{stem}ies")
    } else if sibilant {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

/// What -ed (`past`) or -ing is put after; two where both spellings are written.
fn stems(base: &str, past: bool) -> Vec<String> {
    if let Some(stem) = base.strip_suffix("ie").filter(|_| !past) {
        return vec![format!("{stem}y")];
    }
    if base == "be" || (!past && base.ends_with("oe")) {
        return vec![base.to_owned()];
    }
    if let Some(stem) = base.strip_suffix('e').filter(|stem| !stem.ends_with('e')) {
        return vec![stem.to_owned()];
    }
    if base.ends_with("ee") {
        return vec![if past {
            base[..base.len() - 1].to_owned()
        } else {
            base.to_owned()
        }];
    }
    if let Some(stem) = base
        .strip_suffix('y')
        .filter(|stem| past && ends_in_consonant(stem))
    {
        return vec![format!("{stem}i")];
    }
    let mut out = vec![base.to_owned()];
    let mut backwards = base.chars().rev();
    if let (Some(last), Some(vowel), before) =
        (backwards.next(), backwards.next(), backwards.next())
        && !is_vowel(last)
        && !matches!(last, 'w' | 'x' | 'y')
        && is_vowel(vowel)
        && before.is_none_or(|letter| !is_vowel(letter) || letter == 'u')
    {
        out.push(format!("{base}{last}"));
    }
    out
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.chars()
        .next_back()
        .is_some_and(|letter| !is_vowel(letter))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, expected: &[&str]) {
        let made: Vec<String> = forms(base).into_iter().map(|(form, _)| form).collect();
        for form in expected {
            assert!(
                made.iter().any(|have| have == form),
                "{base} gives {made:?}, not {form}"
            );
        }
    }

    #[test]
    fn makes_the_forms_people_write() {
        check("shut", &["shut", "shuts", "shutting"]);
        check("ignore", &["ignores", "ignored", "ignoring"]);
        check("deny", &["denies", "denied", "denying"]);
        check("lie", &["lies", "lied", "lying"]);
        check("stop", &["stops", "stopped", "stopping"]);
        check("admit", &["admitted", "admitting"]);
        check("go", &["goes", "went", "gone", "going"]);
        check("agree", &["agreed", "agreeing"]);
        check("be", &["am", "is", "was", "were", "been", "being"]);
        check("walk", &["walked", "walking"]);
    }
}
