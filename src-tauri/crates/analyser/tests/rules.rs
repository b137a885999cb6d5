//! The rules of labelling, each by sentences of its own: who, whether, and what counts for
//! nothing.

mod lexicon;

use std::sync::OnceLock;

use goldseam_analyser::{Concern, Kind, Lexicon, Reading, SafetyLevel, Status, Who};

fn reading(text: &str) -> Reading {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    goldseam_analyser::read(text, LEXICON.get_or_init(lexicon::lexicon))
}

/// "kind who status" of every finding, in order.
fn labels(text: &str) -> Vec<String> {
    reading(text)
        .findings
        .iter()
        .map(|finding| format!("{} {} {}", finding.kind, finding.who, finding.status))
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(labels(text), expected, "{text}");
}

fn mine(text: &str) -> Vec<String> {
    labels(text)
        .into_iter()
        .filter(|label| {
            label.contains(" me ") && !label.ends_with("considered") && !label.ends_with("resisted")
        })
        .collect()
}

/// Nothing that would be counted as the writer's.
fn check_none_mine(text: &str) {
    assert_eq!(mine(text), Vec::<String>::new(), "{text}");
}

#[test]
fn says_whose_act_it_is() {
    check(
        "She asked where I had been. I shut down and went to bed without a word.",
        &["stonewalling me did"],
    );
    check("He shut down and went to bed.", &["stonewalling other did"]);
    check(
        "My wife gave me the silent treatment.",
        &["stonewalling other did"],
    );
    check(
        "I was given the silent treatment.",
        &["stonewalling other did"],
    );
    check("You hung up on me again.", &["stonewalling other did"]);
    check(
        "We both went quiet after the row.",
        &["stonewalling me did", "stonewalling other did"],
    );
    check(
        "He yelled at me. Walked out. Slammed nothing.",
        &["criticism other did"],
    );
}

#[test]
fn carries_the_subject_along() {
    check_none_mine("My husband came in, looked at the bill, and stormed off.");
    check(
        "I read the text twice, put the phone down and ignored him.",
        &["stonewalling me did"],
    );
    check("Told him no. Hung up on him.", &["stonewalling me did"]);
    check_none_mine("When she saw the plates she sighed and gave me the silent treatment.");
    check(
        "My sister, who never rings, rang about Dad and I hung up on her.",
        &["stonewalling me did"],
    );
    check(
        "I sat down, so that we were the same height, and told her I was sorry I had shouted.",
        &["sincere_apology me did"],
    );
}

#[test]
fn says_whether_it_happened() {
    check(
        "We argued about money, but I didn't shut down this time.",
        &["stonewalling me resisted"],
    );
    check(
        "I wanted to hang up on her.",
        &["stonewalling me considered"],
    );
    check(
        "I was going to hang up on her but I didn't.",
        &["stonewalling me resisted"],
    );
    check("I nearly hung up on him.", &["stonewalling me considered"]);
    check("I never yell at him.", &["criticism me resisted"]);
    check(
        "I always shut down when she raises it.",
        &["stonewalling me habitual"],
    );
    check(
        "I keep apologising to her.",
        &["over_apologizing me habitual"],
    );
    check(
        "Should I give him the silent treatment?",
        &["stonewalling me considered"],
    );
    check(
        "I didn't shout or hang up on him.",
        &["criticism me resisted", "stonewalling me resisted"],
    );
    check(
        "Instead of yelling at him I made tea.",
        &["criticism me resisted"],
    );
}

#[test]
fn negation_that_does_not_reach_denies_nothing() {
    check(
        "I didn't even finish my tea, I hung up on her.",
        &["stonewalling me did"],
    );
    check("I couldn't stop yelling at him.", &["criticism me did"]);
    check(
        "I shouldn't have yelled at him.",
        &["take_responsibility me did", "criticism me did"],
    );
    check("I didn't mean to yell at the kids.", &["criticism me did"]);
}

#[test]
fn a_fight_without_an_act_is_nothing() {
    check(
        "We fight a lot. We argued in the shop and again in the car.",
        &[],
    );
    check("We had a huge row about his mother.", &[]);
}

#[test]
fn what_others_say_of_the_writer_is_a_claim() {
    check_none_mine("She said I always shut down.");
    check_none_mine("He says I yell at him.");
    check_none_mine(
        "She told me I was ruining her life, that I never listen, I just go silent and expect her to guess.",
    );
    check_none_mine("She thinks I ignore her.");
    check_none_mine("\"You shut down,\" she said.");
    check_none_mine("He accused me of ignoring her.");
}

#[test]
fn words_belong_to_the_speaker() {
    check(
        "When she said I forgot again I told her it wasn't my fault, the calendar was wrong.",
        &["defensiveness me did"],
    );
    check(
        "He said \"I'm sorry I was late.\"",
        &["sincere_apology other did"],
    );
    check(
        "\"I'm sorry I was late,\" I said.",
        &["sincere_apology me did"],
    );
    check(
        "He told me to calm down, I told him he was the problem.",
        &["criticism me did"],
    );
    check_none_mine(
        "He stopped himself and said, all right, I should have asked you first. We had a row.",
    );
    check(
        "I told him I was sorry for reading his post.",
        &["sincere_apology me did"],
    );
}

#[test]
fn sorry_has_three_kinds() {
    check(
        "I said sorry about nine times for burning the toast, then sorry for saying sorry.",
        &["over_apologizing me did"],
    );
    check(
        "I apologised to her for missing the dinner.",
        &["sincere_apology me did"],
    );
    check(
        "I said sorry if you were hurt.",
        &["conditional_apology me did"],
    );
}

#[test]
fn a_question_of_right_and_wrong_codes_nothing() {
    check("Am I wrong to be upset?", &[]);
    check("Was I wrong? Did I overreact?", &[]);
}

#[test]
fn words_to_the_reader_code_nothing() {
    check("Sorry this is so long.", &[]);
    check("I apologize for the long post.", &[]);
    check("Sorry for the handwriting, diary.", &[]);
}

#[test]
fn other_worlds_and_idioms_code_nothing() {
    check("I shut down the laptop and walked out to the car", &[]);
    check("I dreamt I was yelling at my sister.", &[]);
    check("In the film she yells at him and he walks out.", &[]);
    check("I ignored the recipe. Sorry excuse for a cake.", &[]);
    check("Went quiet by the bird hide like you're meant to.", &[]);
    check("If I gave him the silent treatment he would notice.", &[]);
}

#[test]
fn an_act_done_from_fear_is_no_response_but_a_sign() {
    for text in [
        "I left the house because I was scared of what he would do.",
        "I go quiet because I'm afraid he'll hit me.",
        "I said sorry again and again so he wouldn't hit me.",
    ] {
        check_none_mine(text);
        assert_eq!(reading(text).safety(), Some(Concern::Abuse), "{text}");
    }
}

#[test]
fn ending_it_or_keeping_away_to_heal_is_nothing() {
    check_none_mine("I broke up with him in May and I'm glad.");
    check_none_mine("I blocked my ex so that I can heal and be safe.");
    check_none_mine("We drifted apart after school.");
}

#[test]
fn one_label_for_one_act() {
    check(
        "I hung up on her, just hung up on her and turned my phone off.",
        &["stonewalling me did"],
    );
    check(
        "I'm telling you what I said: I'm sorry I yelled at you.",
        &["sincere_apology me did"],
    );
    check(
        "I yelled at him and then I hung up on him.",
        &["criticism me did", "stonewalling me did"],
    );
}

#[test]
fn a_pause_with_a_return_is_no_silence() {
    check(
        "I said I need half an hour and then we'll talk.",
        &["break_with_return me did"],
    );
}

#[test]
fn loud_words_that_mean_no_harm_stay_silent() {
    for text in [
        "This deadline is killing me.",
        "I could have murdered him over the dishes.",
        "She hit the roof about the bill.",
        "He controls the remote.",
        "I nearly died laughing.",
        "We hit the road at six and he beat me at chess.",
    ] {
        assert_eq!(reading(text).signals, [], "{text}");
    }
}

#[test]
fn signs_say_who_does_it_and_how_sure() {
    let signs = reading("He punched me in the arm.").signals;
    assert_eq!(
        (signs[0].by, signs[0].level),
        (Who::Other, SafetyLevel::Certain)
    );
    let signs = reading("I grabbed him by the collar up against the wall.").signals;
    assert_eq!(signs[0].by, Who::Me);
    let signs = reading("He stood in the doorway so I couldn't leave.").signals;
    assert_eq!(
        (signs[0].by, signs[0].level),
        (Who::Other, SafetyLevel::Possible)
    );
    let both = reading("He hit me again and I want to die.");
    assert_eq!(
        both.safety(),
        Some(Concern::Crisis),
        "the more urgent comes first"
    );
    assert_eq!(both.signals.len(), 2);
}

#[test]
fn apostrophes_and_capitals_may_be_missing() {
    check(
        "i didnt say sorry i just ignored her",
        &["sincere_apology me resisted", "stonewalling me did"],
    );
    check("ive been ignoring him all week", &["stonewalling me did"]);
}

#[test]
fn text_in_another_language_gets_no_findings() {
    let german = "Wir haben gestern wieder gestritten und ich bin einfach ins Bett gegangen, \
                  ohne ein Wort zu sagen. Heute tut es mir leid.";
    let reading = reading(german);
    assert_eq!(reading.language.code(), "de");
    assert!(reading.findings.is_empty());
    assert_eq!(super_language("ok"), "und");
    assert_eq!(super_language("I went to bed."), "en");
}

#[test]
fn ordinary_days_hold_nothing_of_the_writers() {
    for text in [
        "I told Sam I would be late because of the train. He said fine and put the oven on.",
        "Work was long. Dan presented my slides as his own. I said nothing and went for lunch.",
        "We had friends over. Ben told the canoe story again and I laughed.",
        "Grandad called me by my aunt's name and I did not correct him.",
        "I am scared of the scan on Monday. I have not told the girls yet.",
        "I snapped a twig on the path and a deer looked at us. Rosa held her breath.",
        "We did not speak much in the car. It was a nice sort of quiet.",
        "He checks the doors every night before bed and it makes me feel at home.",
        "I hate Mondays. The bus was late and a man trod on my foot.",
        "He proposed at the lake. I said yes before he had finished. We laughed and cried.",
        "I have a cold and feel sorry for myself. Tom made soup for me.",
        "I locked myself out and waited on the step till Ana came with the key.",
        "We had a big argument last night about money. I do not know what to do any more.",
        "We disagreed about the school. I explained why I like the small one.",
        "We argued about which way to drive round the lake and then had ice cream.",
    ] {
        let reading = reading(text);
        let mine: Vec<_> = reading
            .findings
            .iter()
            .filter(|finding| finding.who == Who::Me && finding.status.enacted())
            .map(|finding| &*finding.rule)
            .collect();
        assert!(mine.is_empty(), "{text:?} gave {mine:?}");
        assert!(reading.signals.is_empty(), "{text:?} is no danger");
    }
}

#[test]
fn slips_and_held_letters_are_read_as_the_word() {
    for text in [
        "We had a row. I appologised to her for shouting.",
        "We had a row. i said im sorrrry for shouting at u",
        "we had a row n i apoligised for what i said",
    ] {
        assert!(
            reading(text)
                .findings
                .iter()
                .any(|found| found.kind.as_str() == "sincere_apology"),
            "{text}"
        );
    }
}

#[test]
fn mixed_text_is_read_where_it_is_english() {
    let text = "We had a row. Je ne voulais pas en parler et je suis monté me coucher sans un mot. \
                I hung up on her when she rang. Ich habe gestern wieder nichts gesagt und bin \
                einfach ins Bett gegangen. Slept badly.";
    let reading = reading(text);
    assert_eq!(reading.language.code(), "en");
    assert!(
        reading
            .findings
            .iter()
            .any(|found| found.kind.as_str() == "stonewalling"),
        "the English part is read"
    );
    let unread: Vec<&str> = reading
        .unread
        .iter()
        .map(|range| &text[range.clone()])
        .collect();
    assert_eq!(unread.len(), 2, "{unread:?}");
    assert!(unread[0].starts_with("Je ne") && unread[0].ends_with("mot"));
    assert!(unread[1].starts_with("Ich habe") && unread[1].contains("gegangen"));
    assert_eq!(
        reading
            .other_language
            .map(goldseam_analyser::Language::code),
        Some("de")
    );
}

#[test]
fn english_without_small_words_is_english() {
    for text in [
        "Slammed doors, shouting, crying, silence, cold dinner, separate beds, Radio 4.",
        "Rang Margaret. Rang Susan. Nobody answered. Fish, chips, peas, telly, bed.",
        "lol ok whatever man fine bye",
    ] {
        let reading = reading(text);
        assert!(
            reading.unread.is_empty(),
            "{text:?} was taken for {:?}",
            reading.other_language
        );
    }
    for (text, code) in [
        ("我昨天又和他吵架了,然后我什么都没说就去睡觉了。", "zh"),
        (
            "Вчера мы опять поссорились, и я просто ушла спать, ничего не сказав.",
            "ru",
        ),
        (
            "Ayer discutimos otra vez y me fui a la cama sin decir nada, no me hablaba con nadie.",
            "es",
        ),
    ] {
        assert_eq!(super_language(text), code);
    }
}

fn super_language(text: &str) -> &'static str {
    reading(text).language.code()
}

#[test]
fn findings_name_rule_and_place() {
    let text = "Fine. I hung up on her.";
    let found = reading(text).findings;
    assert_eq!(found.len(), 1);
    assert_eq!(&text[found[0].start..found[0].end], "I hung up on her");
    assert_eq!(
        (found[0].kind, found[0].who, found[0].status),
        (Kind::Stonewalling, Who::Me, Status::Did)
    );
    assert_eq!(&*found[0].rule, "stonewalling/hang-up");
}
