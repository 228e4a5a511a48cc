//! The links and scripts of the built page, as Trunk and the minifier write them.

use anyhow::{Context, Result};

/// The next link or script of a page: what stands before it, its tag, and what follows.
pub fn next_element(page: &str) -> Option<(&str, &str, &str)> {
    let start = [page.find("<link"), page.find("<script")].into_iter().flatten().min()?;
    let (before, element) = page.split_at(start);
    // An address of data may hold the sign that ends a tag, percent-encoded.
    let (tag, after) = element.split_at(element.find('>')?.saturating_add(1));
    Some((before, tag, after))
}

/// The value of an attribute, quoted or not.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

/// The name of a file beside the page.
pub fn local<'a>(tag: &'a str, name: &str) -> Result<&'a str> {
    let address = attribute(tag, name).with_context(|| format!("{tag} has no {name}"))?;
    address.strip_prefix("./").with_context(|| format!("{address} is not beside the page"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_and_their_attributes_are_found_in_minified_html() {
        let page = "<p>x<link href=./a.css rel=stylesheet><script defer src=\"./b.js\"></script>";
        let (before, tag, after) = next_element(page).expect("a link");
        assert_eq!((before, attribute(tag, "rel")), ("<p>x", Some("stylesheet")));
        assert_eq!(local(tag, "href").expect("a file"), "a.css");
        let (_, tag, after) = next_element(after).expect("a script");
        assert_eq!((local(tag, "src").expect("a file"), after), ("b.js", "</script>"));
        assert!(next_element(after).is_none() && local("<a href=https://x>", "href").is_err());
    }
}
