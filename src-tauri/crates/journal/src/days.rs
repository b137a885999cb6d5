//! Days and times as people say them.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime};

/// "Tuesday 3 October"; with the year when it is not this year's.
pub fn long(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        day.format("%A %-d %B").to_string()
    } else {
        day.format("%A %-d %B %Y").to_string()
    }
}

/// "Tuesday 3": a day within a month that is named already.
pub fn within_month(day: NaiveDate) -> String {
    day.format("%A %-d").to_string()
}

/// "October 2026".
pub fn month_title(month: NaiveDate) -> String {
    month.format("%B %Y").to_string()
}

/// "today", "yesterday", "last Tuesday" (within a week), "Tuesday 3 October".
pub fn near(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=7 => format!("last {}", day.format("%A")),
        -1 => "tomorrow".to_owned(),
        _ => long(day, today),
    }
}

/// [`near`] with the part of the day: "last Tuesday, evening".
pub fn near_with_part(day: NaiveDate, part: Option<&str>, today: NaiveDate) -> String {
    with_part(near(day, today), part)
}

/// [`long`] with the part of the day: "Tuesday 3 October, evening".
pub fn long_with_part(day: NaiveDate, part: Option<&str>, today: NaiveDate) -> String {
    with_part(long(day, today), part)
}

fn with_part(mut words: String, part: Option<&str>) -> String {
    if let Some(part) = part {
        words.push_str(", ");
        words.push_str(part);
    }
    words
}

/// "today, 21:04".
pub fn near_with_time(at: NaiveDateTime, today: NaiveDate) -> String {
    format!("{}, {}", near(at.date(), today), at.format("%H:%M"))
}

/// "Tuesday 6 October, 18:00".
pub fn long_with_time(at: NaiveDateTime, today: NaiveDate) -> String {
    format!("{}, {}", long(at.date(), today), at.format("%H:%M"))
}

/// When an entry was written, seen from the day it tells of: "written the same day, 21:04".
pub fn written(at: NaiveDateTime, happened_on: NaiveDate, today: NaiveDate) -> String {
    let time = at.format("%H:%M");
    match (at.date() - happened_on).num_days() {
        0 => format!("written the same day, {time}"),
        1 => format!("written the day after, {time}"),
        2..=6 => format!(
            "written {} days later, {time}",
            (at.date() - happened_on).num_days()
        ),
        _ => format!("written {}", long_with_time(at, today)),
    }
}

/// The first day of a `YYYY-MM`.
pub fn parse_month(month: &str) -> Option<NaiveDate> {
    let (year, number) = month.split_once('-')?;
    if year.len() != 4 || number.len() != 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, number.parse().ok()?, 1)
}

/// `YYYY-MM`.
pub fn month_id(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

/// First day of the month a day lies in.
pub fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// First day of the next month.
pub fn next_month(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).unwrap_or(month)
}

/// First day of the month before.
pub fn previous_month(month: NaiveDate) -> NaiveDate {
    month.checked_sub_months(Months::new(1)).unwrap_or(month)
}

/// A day some days before.
pub fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// Where an entry stands among the others: local seconds since 1970 of what it tells of, times
/// 1024. Where only the day is known, the time of writing serves on that same day, else noon.
pub fn place_in_time(day: NaiveDate, part: Option<&str>, written: NaiveDateTime) -> i64 {
    let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap_or_default();
    let time = match part {
        Some("morning") => hour(9),
        Some("afternoon") => hour(15),
        Some("evening") => hour(20),
        Some("night") => hour(23),
        _ if day == written.date() => written.time(),
        _ => hour(12),
    };
    day.and_time(time).and_utc().timestamp() * 1024
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        let today = day(2026, 10, 10);
        for (that, words) in [
            (today, "today"),
            (day(2026, 10, 9), "yesterday"),
            (day(2026, 10, 6), "last Tuesday"),
            (day(2026, 10, 3), "last Saturday"),
            (day(2026, 10, 2), "Friday 2 October"),
            (day(2025, 10, 2), "Thursday 2 October 2025"),
        ] {
            assert_eq!(near(that, today), words);
        }
    }

    #[test]
    fn months_are_parsed_strictly() {
        assert_eq!(parse_month("2026-10"), Some(day(2026, 10, 1)));
        for wrong in ["2026-13", "2026-1", "26-10", "2026/10", "", "2026-00"] {
            assert_eq!(parse_month(wrong), None, "{wrong}");
        }
        assert_eq!(next_month(day(2026, 12, 1)), day(2027, 1, 1));
        assert_eq!(previous_month(day(2026, 1, 1)), day(2025, 12, 1));
    }

    #[test]
    fn entries_stand_in_the_order_told() {
        let written = day(2026, 10, 10).and_hms_opt(22, 0, 0).expect("a time");
        let morning = place_in_time(day(2026, 10, 10), Some("morning"), written);
        let written_now = place_in_time(day(2026, 10, 10), None, written);
        let yesterday = place_in_time(day(2026, 10, 9), Some("night"), written);
        assert!(yesterday < morning && morning < written_now);
    }
}
