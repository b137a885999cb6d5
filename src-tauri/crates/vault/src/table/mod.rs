//! One file a table (or a few that are only ever used together): the row, its reads, its writes.
//!
//! Reads take anything that [`Reads`]; writes take a [`Write`], which exists only inside
//! [`Vault::commit`], so that several tables change together or not at all.
//! Not here: what a value means; that is the journal's.

pub mod draft;
pub mod entry;
pub mod finding;
pub mod follow_up;
pub mod person;
pub mod rupture;
pub mod setting;

use crate::{Vault, VaultError};
use rusqlite::{Connection, Row, ToSql, Transaction};

mod sealed {
    /// Kept private so that only this crate hands out connections.
    pub trait Conn {
        /// The open connection.
        fn conn(&self) -> &rusqlite::Connection;
    }
}
pub(crate) use sealed::Conn;

/// Something tables can be read through: an open [`Vault`], or a [`Write`] in progress.
pub trait Reads: sealed::Conn {}
impl<T: sealed::Conn> Reads for T {}

impl sealed::Conn for Vault {
    fn conn(&self) -> &Connection {
        self.connection()
    }
}

/// A change in progress; it takes effect as a whole when [`Vault::commit`] returns.
pub struct Write<'a>(&'a Transaction<'a>);

impl sealed::Conn for Write<'_> {
    fn conn(&self) -> &Connection {
        self.0
    }
}

impl Vault {
    /// Runs `change` and commits it durably (synchronous=FULL).
    ///
    /// # Errors
    /// What `change` answers, or the disk's refusal; nothing is changed then.
    pub fn commit<T>(
        &mut self,
        change: impl FnOnce(&Write<'_>) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        self.write(|transaction| change(&Write(transaction)))
    }
}

/// All rows of a query.
fn rows<T>(
    at: &impl Reads,
    sql: &str,
    params: &[&dyn ToSql],
    row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, VaultError> {
    let mut statement = at.conn().prepare_cached(sql)?;
    let found = statement
        .query_map(params, row)?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The one row of a query, or [`VaultError::NotFound`].
fn one<T>(
    at: &impl Reads,
    sql: &str,
    params: &[&dyn ToSql],
    row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<T, VaultError> {
    Ok(at.conn().prepare_cached(sql)?.query_row(params, row)?)
}

/// The one row of a query, if there is one.
fn maybe<T>(
    at: &impl Reads,
    sql: &str,
    params: &[&dyn ToSql],
    row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, VaultError> {
    match one(at, sql, params, row) {
        Ok(found) => Ok(Some(found)),
        Err(VaultError::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Runs a change; answers how many rows it touched.
fn run(at: &Write<'_>, sql: &str, params: &[&dyn ToSql]) -> Result<usize, VaultError> {
    Ok(at.conn().prepare_cached(sql)?.execute(params)?)
}

/// Runs a change that must touch a row, else [`VaultError::NotFound`].
fn run_one(at: &Write<'_>, sql: &str, params: &[&dyn ToSql]) -> Result<(), VaultError> {
    if run(at, sql, params)? == 0 {
        return Err(VaultError::NotFound);
    }
    Ok(())
}
