//! The schema's steps. A vault's `user_version` says how many of them it has been through.
//! `rusqlite_migration` knows no rusqlite as new as ours; this is the small part of it we need.

use rusqlite::{Connection, TransactionBehavior};

use crate::VaultError;
use crate::error::Damage;

/// Step n leads from `user_version` n to n + 1. Once released, a step never changes.
const STEPS: &[&str] = &[include_str!("../migrations/0001_journal.sql")];

/// The `user_version` of a vault that this program wrote.
pub(crate) fn latest() -> i64 {
    count(STEPS)
}

fn count(steps: &[&str]) -> i64 {
    i64::try_from(steps.len()).expect("a handful of steps")
}

/// How many steps a vault has been through.
pub(crate) fn version(connection: &Connection) -> Result<i64, VaultError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Takes a vault through the steps it has not been through, each in a transaction of its own.
///
/// # Errors
/// [`VaultError::NewerSchema`], with nothing changed, if it has been through more than we know.
pub(crate) fn run(connection: &mut Connection) -> Result<(), VaultError> {
    run_steps(connection, STEPS)
}

fn run_steps(connection: &mut Connection, steps: &[&str]) -> Result<(), VaultError> {
    let done = version(connection)?;
    if done < 0 {
        return Err(Damage::Database.into());
    }
    if done > count(steps) {
        return Err(VaultError::NewerSchema);
    }
    for (step, reached) in steps.iter().zip(1_i64..) {
        if reached <= done {
            continue;
        }
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", reached)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(steps: &[&str], from: i64) -> (Result<(), VaultError>, i64, Vec<String>) {
        let mut connection = Connection::open_in_memory().unwrap();
        connection
            .pragma_update(None, "user_version", from)
            .unwrap();
        let outcome = run_steps(&mut connection, steps);
        let tables = connection
            .prepare("SELECT name FROM sqlite_schema ORDER BY name")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        (outcome, version(&connection).unwrap(), tables)
    }

    #[test]
    fn only_the_steps_not_yet_taken_are_taken() {
        const STEPS: &[&str] = &["CREATE TABLE a (x INT)", "CREATE TABLE b (x INT)"];
        assert_eq!(check(STEPS, 0), (Ok(()), 2, vec!["a".into(), "b".into()]));
        assert_eq!(check(STEPS, 1), (Ok(()), 2, vec!["b".into()]));
        assert_eq!(check(STEPS, 2), (Ok(()), 2, vec![]));
    }

    #[test]
    fn more_steps_than_known_are_refused_untouched() {
        assert_eq!(
            check(&["CREATE TABLE a (x INT)"], 2),
            (Err(VaultError::NewerSchema), 2, vec![])
        );
        assert_eq!(check(&[], -1), (Err(Damage::Database.into()), -1, vec![]));
    }

    #[test]
    fn a_step_that_fails_leaves_nothing_of_itself_and_all_before_it() {
        const STEPS: &[&str] = &[
            "CREATE TABLE a (x INT)",
            "CREATE TABLE b (x INT); CREATE TABLE a (x INT)",
            "CREATE TABLE c (x INT)",
        ];
        let (outcome, version, tables) = check(STEPS, 0);
        assert!(outcome.is_err());
        assert_eq!((version, tables), (1, vec!["a".to_owned()]));
    }
}
