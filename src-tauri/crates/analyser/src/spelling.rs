//! Words as people in a hurry write them: common slips, texting, letters held down.

/// How a common word is also written. The slip means the word to every rule.
const SLIPS: &[(&str, &str)] = &[
    ("again", "agian agen"),
    ("angry", "angery angrey"),
    ("apologise", "appologise apoligise"),
    ("apologised", "appologised apoligised apologied appologied"),
    ("apologize", "appologize apoligize"),
    ("apologized", "appologized apoligized"),
    ("apologising", "appologising apoligising"),
    ("apologizing", "appologizing apoligizing"),
    ("apology", "appology apoligy"),
    ("argued", "arguged argueed"),
    ("arguing", "argueing"),
    ("argument", "arguement arguemnt"),
    (
        "because",
        "becuase becasue beacuse becaus bcos bcause coz cuz bc",
    ),
    ("before", "befor b4"),
    ("believe", "beleive belive"),
    ("boyfriend", "bf boyfreind"),
    ("cried", "cryed"),
    ("crying", "cring crieing"),
    ("definitely", "definately definatly"),
    ("different", "diffrent"),
    ("embarrassed", "embarassed embarrased embarased"),
    ("embarrassing", "embarassing"),
    ("everything", "everthing everythng"),
    ("feelings", "feeligns"),
    ("forgive", "forgve"),
    ("friend", "freind"),
    ("girlfriend", "gf girlfreind"),
    ("happened", "happend hapened"),
    ("husband", "husbend"),
    ("ignored", "ignord igored ingored"),
    ("ignoring", "ignorring ingoring"),
    ("just", "jsut jus"),
    ("know", "kno knw"),
    ("listened", "listend"),
    ("message", "msg"),
    ("messages", "msgs"),
    ("minutes", "mins"),
    ("nothing", "nothin nuthin nuffin"),
    ("people", "ppl poeple"),
    ("please", "pls plz"),
    ("pretended", "pretened"),
    ("probably", "prolly probly"),
    ("really", "realy rly relly"),
    ("remember", "rember"),
    ("right", "rite"),
    ("said", "siad sed"),
    ("screamed", "screemed"),
    ("shouted", "shoutd shouded"),
    ("slammed", "slamed"),
    ("something", "somthing sumthing smth somethin"),
    ("sorry", "sory sorri soz sozz srry sry"),
    ("stopped", "stoped stoppd"),
    ("stormed", "stormd"),
    ("talk", "tlk"),
    ("talking", "talkin"),
    ("texted", "texed txted txtd"),
    ("text", "txt"),
    ("that", "taht tht"),
    ("the", "teh hte"),
    ("they", "thay"),
    ("thing", "thng"),
    ("though", "tho"),
    ("thought", "thot tought thougt"),
    ("through", "thru"),
    ("together", "togther"),
    ("tomorrow", "tommorow tomorow tmrw tmr"),
    ("tonight", "tonite"),
    ("tried", "tryed"),
    ("until", "untill"),
    ("upset", "upst"),
    ("walked", "walkd"),
    ("want", "wnt"),
    ("what", "waht wat wot"),
    ("with", "wiht"),
    ("would", "woudl"),
    ("could", "coudl"),
    ("should", "shoudl"),
    ("yelled", "yeld yelld"),
    ("yelling", "yellin"),
    ("shouting", "shoutin"),
];

/// The slips, each with the word it stands for.
pub(crate) fn slips() -> impl Iterator<Item = (&'static str, &'static str)> {
    SLIPS
        .iter()
        .flat_map(|(word, slips)| slips.split_whitespace().map(|slip| (slip, *word)))
}

/// A word with letters held down ("sorrrry", "noooo"): the letters once or twice, whichever
/// is a word. `find` looks a word up; 0 is none.
pub(crate) fn shortened(word: &[u8], find: &dyn Fn(&[u8]) -> usize) -> usize {
    if !word
        .windows(3)
        .any(|three| three[0] == three[1] && three[1] == three[2])
    {
        return 0;
    }
    let keep = |most: usize| {
        let mut kept: Vec<u8> = Vec::with_capacity(word.len());
        for letter in word {
            let run = kept.iter().rev().take_while(|last| *last == letter).count();
            if run < most {
                kept.push(*letter);
            }
        }
        kept
    };
    match find(&keep(2)) {
        0 => find(&keep(1)),
        id => id,
    }
}
