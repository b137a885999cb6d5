//! How often words are met in diaries, roughly: the anchor of a pattern is its rarest word.
//! A word in the wrong band costs time, never a finding.

/// Words by their weight, counted over the part of our corpus to tune on: from one word in a hundred down to one
/// in five thousand. All other words weigh 1.
const BANDS: &[(usize, &str)] = &[
    (
        200,
        "'s a and he her i in it me my not on said she that the to was",
    ),
    (
        80,
        "'d 'm 've about at do for got had have him his like of one out so sorry told up we \
         what with you",
    ),
    (
        30,
        "'ll after again all as asked back be because been before but by came could did down \
         every from go going how if is just know never no off only over put say says since \
         then there thing this till time two went when who would your",
    ),
    (
        14,
        "'re always am an are ask bed being bit both brother ca called can car come dad day \
         does dog done door end even face first four front gave get goes gone good half hand \
         has hear here home house into kids last left let looked love made man mother mum \
         myself night nobody nothing now old our own people phone rang right room round sat \
         see sent should sister six still talk tea tell ten them they three through too took \
         us want wanted way well were where whole why word work wrong years",
    ),
    (
        8,
        "any anything ate baby bad big boy bus call card cold coming days dinner doing each \
         eight eleven ever everyone everything feel felt fine five flat forty hands head \
         heard hour hurt husband im its keep kept kitchen late laughed leave little long look \
         lunch make mine minutes money more morning mouth moved much must name need new next \
         nine once open or other quiet read ring same saying school shut side sit sleep some \
         something stood stop straight sunday table take text than things think thought threw \
         thursday times tired today tomorrow tonight under upset voice week whatever which \
         while wife will without wrote year yes",
    ),
    (
        4,
        "'clock across against ai already angry another answer anybody anyone anyway anywhere \
         apologised asking asleep away bag bank bath bathroom behind better between bill bin \
         bins birthday blue book boots bought box bridge bring brought cake calls care cat \
         chair christmas coat coffee comes cried cross crying cut daddy dead diary died \
         doctor drive drove eat else evening everybody ex eyes fair family far father fault \
         feet fifty fight finish foot forgive forgot forgotten found friday fridge gate gets \
         girl give group hair hall hard hate having held hit hold hot hours hung instead job \
         joke keys kid knew knocked lad lady letter life light line list looking lost lot \
         lovely mad makes making mam mama matter mean meant middle might mind missed mom \
         monday nan nearly nice nights note o office oh ok okay paper past person photo pick \
         picked pie place plate point promised proper pulled rain really rest road roof row \
         run saturday saw scared second seen send set seven shed shift shop shouted shouting \
         sick small somebody spoke stairs standing start started stayed step stopped talked \
         talking teeth telling texted their thinking third thirty tongue top tuesday turn \
         turned twenty twice typed until used useless very waiting walked wall wants wedding \
         weeks whenever window wo woman worse write yeah",
    ),
];

/// Every word with a weight above 1.
pub(crate) fn weights() -> impl Iterator<Item = (&'static str, usize)> {
    BANDS
        .iter()
        .flat_map(|(weight, words)| words.split_whitespace().map(|word| (word, *weight)))
}
