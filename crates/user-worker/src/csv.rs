//! Lines of CSV that a spreadsheet takes for text: what it would take for a formula is disarmed.

/// Signs at the beginning of a formula; some programs take the full-width forms as well.
const FORMULA: [char; 10] =
    ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Appends a line.
pub fn line<'a>(text: &mut String, fields: impl IntoIterator<Item = &'a str>) {
    for (place, field) in fields.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        quote(text, field);
    }
    text.push_str("\r\n");
}

fn quote(text: &mut String, field: &str) {
    let number = field.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'-' | b'.'));
    let blanks = [' ', '\u{a0}', '\u{3000}'];
    let is_formula = field.trim_start_matches(blanks).starts_with(FORMULA) && !number;
    let quoted = field.contains(['"', ',', '\n', '\r', ';']);
    if quoted {
        text.push('"');
    }
    if is_formula {
        text.push('\'');
    }
    for sign in field.chars() {
        if sign == '"' {
            text.push('"');
        }
        text.push(sign);
    }
    if quoted {
        text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn fields_are_quoted_and_disarmed() {
        let mut text = String::new();
        line(&mut text, ["a", "b,c", "say \"so\"", "=1+1", "-5", "\u{ff1d}x", " @a"]);
        assert_eq!(text, "a,\"b,c\",\"say \"\"so\"\"\",'=1+1,-5,'\u{ff1d}x,' @a\r\n");
    }
}
