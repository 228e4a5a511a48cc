//! Checks of the texts that the languages have to have in common.

use super::Fault;
use super::message::Messages;
use std::path::Path;

/// Every message of the reference says what it is for: it becomes the documentation of its function.
pub(super) fn documented(reference: &Messages) -> impl Iterator<Item = Fault> {
    reference.values().filter(|message| message.comment.is_empty()).map(|message| {
        let text = format!("nothing says what `{}` is for", message.id);
        Fault::new(message.at(), text, "write a comment above it: # Heading of the bill.")
    })
}

/// A language has the messages of the reference, and each has the same arguments.
pub(super) fn check(reference: &Messages, messages: &Messages, folder: &Path) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (id, wanted) in reference {
        let Some(message) = messages.get(id) else {
            let file = Path::new(&wanted.file).file_name().unwrap_or_default();
            let at = folder.join(file);
            let text = format!("the message `{id}` is missing");
            let remedy = format!("translate that of {}:{}", wanted.file, wanted.line);
            faults.push(Fault::new((&at.to_string_lossy(), 0), text, remedy));
            continue;
        };
        let names = |of: &[(String, bool)]| -> Vec<String> {
            let mut names: Vec<String> = of.iter().map(|(name, _)| name.clone()).collect();
            names.sort();
            names
        };
        let (wanted, has) = (names(&wanted.arguments), names(&message.arguments));
        for missing in wanted.iter().filter(|name| !has.contains(name)) {
            let text = format!("`{id}` does not use the argument `${missing}`");
            faults.push(Fault::new(message.at(), text, "put it where it belongs"));
        }
        for unknown in has.iter().filter(|name| !wanted.contains(name)) {
            let text = format!("`{id}` has no argument `${unknown}`");
            let remedy = format!("its arguments are: {}", wanted.join(", "));
            faults.push(Fault::new(message.at(), text, remedy));
        }
    }
    for message in messages.values().filter(|message| !reference.contains_key(&message.id)) {
        let text = format!("English has no message `{}`", message.id);
        faults.push(Fault::new(message.at(), text, "take it out, or write it in English too"));
    }
    faults
}
