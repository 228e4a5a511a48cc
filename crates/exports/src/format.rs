//! Formats: the ways in which the records of a file are set apart.

/// A format that exports come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Rows with a separator between their cells.
    Delimited(u8),
    /// JSON: an array of objects, bare or as `value` of a page, or pages one after the other.
    Json,
    /// JSON: an object a line.
    JsonLines,
}

impl Format {
    /// The format of a file, from its beginning.
    #[must_use]
    pub fn of(head: &str) -> Self {
        let text = head.trim_start_matches('\u{feff}').trim_start();
        if text.starts_with('[') {
            return Self::Json;
        }
        if text.starts_with('{') {
            // An object that ends on its line is a record, unless it holds the records.
            let whole = |line: &str| {
                serde_json::from_str::<serde_json::Value>(line)
                    .is_ok_and(|value| value.get("value").is_none_or(|inner| !inner.is_array()))
            };
            let mut lines = text.lines();
            let first = lines.next().unwrap_or_default();
            let next = lines.find(|line| !line.trim().is_empty());
            let lines =
                whole(first) || next.is_some_and(|next| next.starts_with('{') && whole(next));
            return if lines { Self::JsonLines } else { Self::Json };
        }
        Self::Delimited(separator(text))
    }
}

/// The separator: as Excel's own first line says, or the sign that the first rows have most evenly.
fn separator(text: &str) -> u8 {
    let named = text.lines().next().and_then(|line| line.trim().strip_prefix("sep="));
    if let Some(&sign) = named.and_then(|sign| sign.as_bytes().first()) {
        return sign;
    }
    let rows = || text.lines().filter(|line| !is_preface(line) && !line.trim().is_empty()).take(8);
    let count = |line: &str, sign: u8| outside_quotes(line).filter(|&byte| byte == sign).count();
    let (mut best, mut best_score) = (b',', (0, 0));
    for sign in [b'\t', b',', b';', b'|'] {
        let heading = rows().next().map_or(0, |line| count(line, sign));
        let even = rows().filter(|line| count(line, sign) == heading).count();
        let score = (usize::from(heading > 0) * even.min(2), heading);
        if score > best_score {
            (best, best_score) = (sign, score);
        }
    }
    best
}

/// True if a line stands before the heading: the type that PowerShell names, the separator that
/// Excel names, the version of a template.
#[must_use]
pub fn is_preface(line: &str) -> bool {
    let line = line.trim_start_matches('\u{feff}').trim().trim_matches('"');
    ["#TYPE", "sep=", "version:"].iter().any(|start| line.starts_with(start))
}

fn outside_quotes(line: &str) -> impl Iterator<Item = u8> {
    let mut quoted = false;
    line.bytes().filter(move |&byte| {
        quoted ^= byte == b'"';
        !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_format_is_known_by_the_beginning() {
        for (head, wanted) in [
            ("user,roles\na,b", Format::Delimited(b',')),
            ("user;roles\na;b,c,d\n", Format::Delimited(b';')),
            ("user\troles, plans\n", Format::Delimited(b'\t')),
            ("#TYPE Microsoft.Graph, Version=1\n\"user\";\"roles\"\n", Format::Delimited(b';')),
            ("sep=;\nuser,x;roles\n", Format::Delimited(b';')),
            ("\"Name; first, last\",user,roles\n", Format::Delimited(b',')),
            ("user\na\n", Format::Delimited(b',')),
            ("\u{feff} [ {\"user\"", Format::Json),
            ("{\"value\": [{\"id\"", Format::Json),
            ("{\"value\": [{\"id\": 1}]}\n{\"value\": []}", Format::Json),
            ("{\n \"id\": 1\n}", Format::Json),
            ("{\"id\": 1}\n{\"id\": 2}", Format::JsonLines),
            ("{\"id\": 1\n{\"id\": 2}", Format::JsonLines),
        ] {
            assert_eq!(Format::of(head), wanted, "{head}");
        }
    }
}
