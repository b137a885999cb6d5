//! The five articles every idea here is drawn from, so that each text can name its source.
//! The articles themselves are not included.

use serde::Deserialize;

use crate::{ContentError, files};

const FILE: &str = "articles.toml";

/// The ids other files name in `from`.
const IDS: [&str; 5] = [
    "repairing-relationships",
    "how-healthy-relationships-repair",
    "how-to-repair-relationship-ruptures",
    "rupture-vs-repair",
    "parent-rupture-and-repair",
];

/// An article ideas were taken from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Named by `from` elsewhere.
    pub id: String,
    /// Its title, shortened where it is long.
    pub title: String,
    /// What it is about, in our words.
    pub about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    articles: Vec<Article>,
}

pub(crate) fn load() -> Result<Vec<Article>, ContentError> {
    let File { articles } = files::parse(FILE)?;
    files::check_ids(
        FILE,
        "articles",
        articles.iter().map(|a| a.id.as_str()),
        &IDS,
    )?;
    for article in &articles {
        files::check_text(FILE, "title", &article.title)?;
        files::check_text(FILE, "about", &article.about)?;
    }
    Ok(articles)
}
