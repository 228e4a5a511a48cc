//! The first requests of a visit: as few as can be, and the largest as early as can be.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::dist::fingerprint;
use crate::elements::{attribute, local, next_element};

/// The page with one stylesheet in the place of all: a browser that opens six connections at a time
/// would fetch them in two rounds, and paints nothing before the second.
pub fn with_one_stylesheet(page: &str, dist: &Path) -> Result<String> {
    let (page, names) = without_stylesheets(page)?;
    let mut styles = String::new();
    for name in &names {
        let file = dist.join(name);
        styles += &fs::read_to_string(&file).with_context(|| format!("no {name} in dist/"))?;
        fs::remove_file(file)?;
    }
    let name = format!("seatwise-{:016x}.css", fingerprint(styles.as_bytes()));
    fs::write(dist.join(&name), styles)?;
    Ok(page.replacen(PLACE, &format!("<link rel=\"stylesheet\" href=\"./{name}\">"), 1))
}

/// Stands in the place of the stylesheets.
const PLACE: &str = "<!--styles-->";

/// The page with a mark in the place of its first stylesheet and without the others, and the names
/// of all in their order.
fn without_stylesheets(page: &str) -> Result<(String, Vec<String>)> {
    let mut names = Vec::new();
    let mut written = String::new();
    let mut unread = page;
    while let Some((before, tag, after)) = next_element(unread) {
        written += before;
        unread = after;
        if attribute(tag, "rel") == Some("stylesheet") {
            if names.is_empty() {
                written += PLACE;
            }
            names.push(local(tag, "href")?.to_owned());
        } else {
            written += tag;
        }
    }
    ensure!(!names.is_empty(), "the page has no stylesheet");
    Ok((written + unread, names))
}

/// The page that asks for its module at once: nothing is as large, and nothing waits as long. Trunk
/// puts it behind a script that waits for the styles.
pub fn with_early_module(page: &str) -> Result<String> {
    let mut preload = None;
    let mut written = String::new();
    let mut unread = page;
    while let Some((before, tag, after)) = next_element(unread) {
        written += before;
        unread = after;
        if attribute(tag, "type") == Some("application/wasm") {
            preload = tag.strip_suffix('>');
        } else {
            written += tag;
        }
    }
    let preload = preload.context("Trunk preloads no module")?;
    let style = written.find("<link rel=\"stylesheet\"").context("the page has no stylesheet")?;
    written.insert_str(style, &format!("{preload} fetchpriority=high>"));
    Ok(written + unread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stylesheets_are_taken_out_in_their_order() {
        let page = "<link rel=icon href=i.svg><link href=./a-1.css rel=stylesheet>\n\
                    <link rel=\"stylesheet\" href=\"./b-2.css\"><p>";
        let (page, names) = without_stylesheets(page).expect("there are two");
        assert_eq!(names, ["a-1.css", "b-2.css"]);
        assert_eq!(page, "<link rel=icon href=i.svg><!--styles-->\n<p>");
        assert!(without_stylesheets("<p>").is_err());
    }

    #[test]
    fn the_module_is_asked_for_first() {
        let page = "<link rel=icon><link rel=\"stylesheet\" href=\"./a.css\"><script src=b></script>\
                    <link as=fetch href=./x_bg.wasm rel=preload type=application/wasm><p>";
        let early = with_early_module(page).expect("it is preloaded");
        let wanted = "<link rel=icon><link as=fetch href=./x_bg.wasm rel=preload \
                      type=application/wasm fetchpriority=high><link rel=\"stylesheet\" \
                      href=\"./a.css\"><script src=b></script><p>";
        assert_eq!(early, wanted);
        assert!(with_early_module("<link rel=preload type=text/css>").is_err());
    }
}
