//! A day of the calendar, written as in ISO 8601: `2026-11-27`.

use std::fmt;

/// A day of the Gregorian calendar, from the year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `2026-11-27`; none for what is no day of the calendar.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month_and_day) = text.split_once('-')?;
        let (month, day) = month_and_day.split_once('-')?;
        let digits = |text: &str, length: usize| {
            text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
            return None;
        }
        let date =
            Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let exists = date.year > 0 && (1..=days_of(date.year, date.month)).contains(&date.day);
        exists.then_some(date)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day so many days later; the last day of 9999 where the calendar ends.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let mut date = self;
        let mut left = days;
        loop {
            let to_end = u32::from(days_of(date.year, date.month).saturating_sub(date.day));
            if left <= to_end {
                date.day = date.day.saturating_add(u8::try_from(left).unwrap_or(u8::MAX));
                return date;
            }
            left -= to_end + 1;
            (date.year, date.month) = match (date.year, date.month) {
                (9999, 12) => return Self { year: 9999, month: 12, day: 31 },
                (year, 12) => (year + 1, 1),
                (year, month) => (year, month + 1),
            };
            date.day = 1;
        }
    }

    /// The same day so many years later, the last of February for one that is none; the last day of
    /// 9999 where the calendar ends.
    #[must_use]
    pub fn plus_years(self, years: u32) -> Self {
        let year = u32::from(self.year).saturating_add(years);
        let Some(year) = u16::try_from(year).ok().filter(|&year| year <= 9999) else {
            return Self { year: 9999, month: 12, day: 31 };
        };
        Self { year, month: self.month, day: self.day.min(days_of(year, self.month)) }
    }
}

/// The first year that sixteen bits hold.
const FIRST_YEAR: u16 = 2000;

impl Date {
    /// The day in sixteen bits, for links: seven of the years from 2000 on, four of the month, five
    /// of the day. What lies before or after is the nearest year that they hold.
    #[must_use]
    pub fn packed(self) -> u16 {
        let year = self.year.saturating_sub(FIRST_YEAR).min(127);
        (year << 9) | (u16::from(self.month) << 5) | u16::from(self.day)
    }

    /// The day of those bits; none for what is no day of the calendar.
    #[must_use]
    pub fn unpacked(packed: u16) -> Option<Self> {
        let year = FIRST_YEAR + (packed >> 9);
        Self::parse(&format!("{year:04}-{:02}-{:02}", (packed >> 5) & 15, packed & 31))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The days of a month; none for what is no month.
const fn days_of(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for text in ["2026-11-27", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "2026-1-1",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "0000-01-01",
            "+026-01-01",
            "2026-11-27T00",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_fits_into_sixteen_bits() {
        for text in ["2000-01-01", "2026-11-27", "2096-02-29", "2127-12-31"] {
            let date = Date::parse(text).unwrap();
            assert_eq!(Date::unpacked(date.packed()), Some(date));
        }
        assert_eq!(Date::unpacked(0), None);
        assert_eq!(Date::parse("1999-05-04").unwrap().packed(), 4 | 5 << 5);
    }

    #[test]
    fn years_are_added() {
        let day = |text: &str, years| Date::parse(text).unwrap().plus_years(years).to_string();
        assert_eq!(day("2026-11-27", 3), "2029-11-27");
        assert_eq!(day("2024-02-29", 1), "2025-02-28");
        assert_eq!(day("2024-02-29", 4), "2028-02-29");
        assert_eq!(day("9999-01-01", 1), "9999-12-31");
    }

    #[test]
    fn days_are_added_over_months_and_years() {
        for (from, days, to) in [
            ("2026-11-27", 0, "2026-11-27"),
            ("2026-11-27", 90, "2027-02-25"),
            ("2023-12-01", 90, "2024-02-29"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2000-01-01", 366, "2001-01-01"),
            ("9999-12-30", 400, "9999-12-31"),
        ] {
            assert_eq!(
                Date::parse(from).unwrap().plus_days(days).to_string(),
                to,
                "{from} plus {days}"
            );
        }
    }
}
