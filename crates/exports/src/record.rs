//! Records out of bytes that come in pieces.

use crate::delimited::Delimited;
use crate::json::{Layout, Objects};
use crate::{Format, Problem};

/// One record, or what stands in its place. The line is that of its first character.
#[derive(Debug)]
pub enum Record<'a> {
    /// A row of cells.
    Row {
        /// Its place.
        start: Start,
        /// The cells one after the other.
        text: &'a [u8],
        /// The end of each cell in the text.
        ends: &'a [usize],
    },
    /// The text of a JSON object.
    Object {
        /// Its place.
        start: Start,
        /// Its text.
        text: &'a [u8],
    },
    /// A record that could not be read.
    Broken {
        /// Its place.
        start: Start,
        /// Its problem.
        problem: Problem,
    },
}

/// The place of a record in its file, at which reading can start again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The line, from 1.
    pub line: u64,
    /// The bytes before it, as they were decoded.
    pub offset: u64,
}

/// No record of an export is longer, in bytes.
pub(crate) const LONGEST: usize = 4 << 20;

/// Splits what it is given into records.
#[derive(Debug)]
pub struct Records {
    inner: Inner,
}

#[derive(Debug)]
enum Inner {
    Delimited(Box<Delimited>),
    Objects(Objects),
}

impl Records {
    /// Starts at the beginning of a file.
    #[must_use]
    pub fn new(format: Format) -> Self {
        Self::at(format, Start { line: 1, offset: 0 }, None)
    }

    /// Starts at a record of a file whose heading has so many cells.
    #[must_use]
    pub fn at(format: Format, start: Start, cells: Option<usize>) -> Self {
        Self {
            inner: match format {
                Format::Delimited(separator) => {
                    Inner::Delimited(Box::new(Delimited::new(separator, start, cells)))
                }
                Format::Json => Inner::Objects(Objects::new(start, Layout::Array)),
                Format::JsonLines => Inner::Objects(Objects::new(start, Layout::Lines)),
            },
        }
    }

    /// Takes in more of the file, and hands on every record that ends in it. The first row of a
    /// delimited file is its heading.
    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
        match &mut self.inner {
            Inner::Delimited(rows) => rows.push(bytes, sink),
            Inner::Objects(objects) => objects.push(bytes, sink),
        }
    }

    /// The file has ended.
    pub fn finish(&mut self, sink: &mut dyn FnMut(Record<'_>)) {
        match &mut self.inner {
            Inner::Delimited(rows) => rows.finish(sink),
            Inner::Objects(objects) => objects.finish(sink),
        }
    }
}
