//! Undo and redo: whole documents, each shared until it differs.

use super::document::Document;
use super::edit::Field;
use std::rc::Rc;

/// Number of steps that can be taken back.
const DEPTH: usize = 200;

/// Documents before and after the one that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Rc<Document>>,
    future: Vec<Rc<Document>>,
    /// The field that the last edit was typed into; typing on is the same step.
    typing: Option<Field>,
}

impl History {
    /// Records that `before` was left by an edit of `field`.
    pub fn record(&mut self, before: &Rc<Document>, field: Option<Field>) {
        self.future.clear();
        let goes_on = field.is_some() && field == self.typing;
        self.typing = field;
        if goes_on {
            return;
        }
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(Rc::clone(before));
    }

    /// Ends a step of typing: what is typed next is a step of its own.
    pub fn end_typing(&mut self) {
        self.typing = None;
    }

    /// The document before `now`, if there is one.
    pub fn undo(&mut self, now: &Rc<Document>) -> Option<Rc<Document>> {
        self.end_typing();
        let before = self.past.pop()?;
        self.future.push(Rc::clone(now));
        Some(before)
    }

    /// The document that was left by undoing, if there is one.
    pub fn redo(&mut self, now: &Rc<Document>) -> Option<Rc<Document>> {
        self.end_typing();
        let after = self.future.pop()?;
        self.past.push(Rc::clone(now));
        Some(after)
    }

    /// True if there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// True if there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
