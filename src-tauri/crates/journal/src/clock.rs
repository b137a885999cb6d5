//! The one place where time enters: an instant and the zone the person lives in.

use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;
use std::sync::Arc;

/// What time it is, and where.
pub trait Clock: Send + Sync {
    /// This instant.
    fn now(&self) -> DateTime<Utc>;
    /// The person's zone.
    fn zone(&self) -> Tz;

    /// The local date and time.
    fn local(&self) -> NaiveDateTime {
        self.now().with_timezone(&self.zone()).naive_local()
    }
    /// The local day.
    fn today(&self) -> NaiveDate {
        self.local().date()
    }
    /// This instant as it is stored: UTC, RFC 3339, milliseconds.
    fn stamp(&self) -> String {
        stamp(self.now())
    }
}

/// An instant as it is stored: UTC, RFC 3339, milliseconds.
pub fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A stored instant.
pub fn instant(stored: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(stored)
        .ok()
        .map(|at| at.with_timezone(&Utc))
}

/// A local time as an instant. Where the clocks went forward over it, an hour later; where they
/// went back, the earlier of the two.
pub fn to_instant(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| {
            zone.from_local_datetime(&(local + chrono::Duration::hours(1)))
                .earliest()
        })
        .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// The computer's clock and zone.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
    fn zone(&self) -> Tz {
        // Asked each time: people travel, and laptops with them.
        iana_time_zone::get_timezone()
            .ok()
            .and_then(|name| name.parse().ok())
            .unwrap_or(Tz::UTC)
    }
}

/// The clock a program lives by: the computer's. Built with `test-hooks`, the one that the file named
/// by `GOLDSEAM_TEST_NOW` sets, if any.
pub fn of_program() -> Arc<dyn Clock> {
    #[cfg(feature = "test-hooks")]
    if let Some(file) = std::env::var_os("GOLDSEAM_TEST_NOW") {
        return Arc::new(FileClock(file.into()));
    }
    Arc::new(SystemClock)
}

/// A clock that tests set: reads an RFC 3339 instant from a file at every look. Without the file
/// it is the computer's.
#[cfg(feature = "test-hooks")]
#[derive(Debug, Clone)]
pub struct FileClock(pub std::path::PathBuf);

#[cfg(feature = "test-hooks")]
impl Clock for FileClock {
    fn now(&self) -> DateTime<Utc> {
        std::fs::read_to_string(&self.0)
            .ok()
            .and_then(|text| instant(text.trim()))
            .unwrap_or_else(Utc::now)
    }
    fn zone(&self) -> Tz {
        Tz::UTC
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_the_clocks_jump_over_is_an_hour_later() {
        let gap = NaiveDate::from_ymd_opt(2026, 3, 29)
            .and_then(|day| day.and_hms_opt(2, 30, 0))
            .expect("a time");
        let at = to_instant(gap, Tz::Europe__Berlin);
        assert_eq!(stamp(at), "2026-03-29T01:30:00.000Z");
        assert_eq!(instant(&stamp(at)), Some(at));
    }

    #[test]
    fn a_time_that_comes_twice_is_the_first() {
        let twice = NaiveDate::from_ymd_opt(2026, 10, 25)
            .and_then(|day| day.and_hms_opt(2, 30, 0))
            .expect("a time");
        let at = to_instant(twice, Tz::Europe__Berlin);
        assert_eq!(stamp(at), "2026-10-25T00:30:00.000Z");
    }
}
