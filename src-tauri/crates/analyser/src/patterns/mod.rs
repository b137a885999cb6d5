//! Many findings -> honest statements. Pure: counts and the rules for when a count may be called
//! a pattern. Not here: the words a statement is said in, and what is stored.

mod month;

pub use month::{Count, Month, Seen, Told, Word, count_month};
