//! The worker: takes requests, reads files in pieces, and answers.
//!
//! One request is worked on at a time. A list that is asked for anew is given up at the next piece;
//! whatever else the visitor no longer wants ends with the worker itself.

use crate::listing::NextStep;
use crate::population::{FileToRead, is_of_no_use};
use crate::sink::Sink;
use crate::{Counting, Listing, Pass, Population, Saving, tables};
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array, WebAssembly};
use seatwise_core::language::{self, Pack};
use seatwise_exports::{Encoding, Format, inspect};
use seatwise_fluent::Texts;
use seatwise_user_report::{
    FileSaved, FoundFile, Instructions, Labels, Memory, Progress, Reply, Request, UserQuery,
    from_bytes, to_bytes,
};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, File, MessageEvent, Response,
    TextDecodeOptions, TextDecoder,
};

/// Smaller and faster than the allocator that Rust brings to WebAssembly.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Bytes of a file that are read at once.
const PIECE: u64 = 2 << 20;
/// Bytes at the beginning of a file by which it is known.
const HEAD: u64 = 1 << 20;
/// Milliseconds between two words on how far it has come.
const PAUSE: f64 = 100.0;
/// Bytes of a file that is written which are kept before the browser takes them.
const WRITTEN: usize = 4 << 20;

/// A file of the visitor.
#[derive(Clone)]
struct Source {
    file: File,
    encoding: Encoding,
    format: Format,
}

impl Source {
    fn bytes(&self) -> u64 {
        length(&self.file)
    }
}

thread_local! {
    static WAITING: RefCell<VecDeque<(Request, Vec<File>)>> = const { RefCell::new(VecDeque::new()) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// Listens to the page, and says that it can be asked.
#[wasm_bindgen(start)]
pub fn start() {
    let listen = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| take(&event.data()));
    scope().set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    listen.forget();
    post(&Reply::Ready, None);
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn post(reply: &Reply, blob: Option<&Blob>) {
    let message = Array::of1(&Uint8Array::from(&*to_bytes(reply)));
    if let Some(blob) = blob {
        message.push(blob);
    }
    // The page takes every message; a worker that is ended posts into the void.
    let _ = scope().post_message(&message);
}

fn take(message: &JsValue) {
    let parts = Array::from(message);
    let bytes = parts.get(0).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    let Some(request) = bytes.ok().and_then(|bytes| from_bytes::<Request>(&bytes)) else { return };
    let files = parts.iter().skip(1).filter_map(|part| part.dyn_into::<File>().ok()).collect();
    WAITING.with_borrow_mut(|waiting| waiting.push_back((request, files)));
    if !BUSY.replace(true) {
        spawn_local(work());
    }
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::new(Desk::default());
}

/// State from one request to the next.
#[derive(Default)]
struct Desk {
    sources: Vec<Source>,
    population: Option<Population>,
    listing: Option<Listing>,
}

/// Works through what is asked.
async fn work() {
    let mut desk = DESK.take();
    while let Some((request, files)) = WAITING.with_borrow_mut(VecDeque::pop_front) {
        let done = match request {
            Request::Inspect { texts } => {
                if let Some(address) = texts {
                    translate(&address).await;
                }
                desk.inspect(files).await
            }
            Request::Count(instructions) => desk.count(&instructions).await,
            Request::Show(query) => desk.show(query).await,
            Request::Save { what: file, query, labels } => desk.save(file, query, labels).await,
        };
        if let Err(Unreadable { file }) = done {
            post(&Reply::Failed { file }, None);
        }
    }
    DESK.replace(desk);
    BUSY.set(false);
}

/// Takes the texts of another language; without them, reasons are English.
async fn translate(address: &str) {
    let Ok(answer) = JsFuture::from(scope().fetch_with_str(address)).await else { return };
    let Ok(bytes) = answer.unchecked_into::<Response>().array_buffer() else { return };
    let Ok(bytes) = JsFuture::from(bytes).await else { return };
    let bytes = Uint8Array::new(&bytes).to_vec();
    if let Some((pack, _)) = language::unpacked::<(Pack, Texts)>(&bytes) {
        tables::translate(Box::leak(Box::new(pack)));
    }
}

/// The browser does not read a file any further: it was changed, moved or taken away.
struct Unreadable {
    file: String,
}

impl Desk {
    async fn inspect(&mut self, files: Vec<File>) -> Result<(), Unreadable> {
        let mut inspected = Vec::new();
        self.sources.clear();
        for file in files {
            let bytes = read(&file, 0, HEAD).await?;
            let bytes = bytes.to_vec();
            let encoding = Encoding::of(&bytes);
            let text = match encoding {
                Encoding::Utf8 => String::from_utf8_lossy(&bytes).into_owned(),
                _ => Decoder::new(encoding).decode(&Uint8Array::from(&*bytes), true),
            };
            let seen = inspect(&text);
            let problem = seen
                .problem
                .filter(|(_, why)| seen.records == 0 && is_of_no_use(seen.kind, Some(why)));
            inspected.push(FoundFile {
                name: file.name(),
                bytes: length(&file),
                shape: seen.shape,
                kind: seen.kind,
                mapping: seen.mapping,
                examples: seen.examples,
                problem,
            });
            self.sources.push(Source { file, encoding, format: seen.format });
        }
        post(&Reply::Inspected(inspected), None);
        Ok(())
    }

    async fn count(&mut self, instructions: &Instructions) -> Result<(), Unreadable> {
        let files = self.sources.iter().zip(&instructions.mappings);
        let files = files.map(|(source, mapping)| FileToRead {
            format: source.format,
            mapping: mapping.clone(),
        });
        let mut population = Population::new(tables(), files.collect(), &instructions.roles);
        let mut counting = Counting::new(&population);
        let mut clock = Clock::start(self.length(&population));
        for pass in population.first_passes() {
            population.begin(pass, 0, None);
            let pieces = self.pieces(pass, 0);
            feed(pieces, &mut population, &mut counting, &mut clock).await?;
        }
        for (place, pass) in population.user_passes().into_iter().enumerate() {
            population.begin(pass, place, None);
            let pieces = self.pieces(pass, 0);
            feed(pieces, &mut population, &mut counting, &mut clock).await?;
        }
        let mut report = counting.report(&population);
        report.milliseconds = clock.milliseconds();
        report.memory = Memory { bytes: memory() };
        self.population = Some(population);
        self.listing = None;
        post(&Reply::Counted(Box::new(report)), None);
        Ok(())
    }

    async fn show(&mut self, query: UserQuery) -> Result<(), Unreadable> {
        let Some(mut population) = self.population.take() else { return Ok(()) };
        let known = self.listing.take().filter(|listing| listing.is_same(&query));
        let start = query.start;
        let mut listing = known.unwrap_or_else(|| Listing::new(query));
        let mut step = listing.ask(start);
        let mut outcome = Ok(true);
        while step != NextStep::Done {
            outcome = self.list(step, &mut population, &mut listing).await;
            if !matches!(outcome, Ok(true)) {
                break;
            }
            step = listing.end();
        }
        self.population = Some(population);
        if outcome? {
            post(&Reply::Shown(listing.listed()), None);
            self.listing = Some(listing);
        } else if listing.give_up() {
            self.listing = Some(listing);
        }
        Ok(())
    }

    /// Goes through the files for a part of a list. False where something else is asked meanwhile.
    async fn list(
        &self,
        step: NextStep,
        population: &mut Population,
        listing: &mut Listing,
    ) -> Result<bool, Unreadable> {
        let (first, mut at) = match step {
            NextStep::From(pass, start) => (pass, Some(start)),
            NextStep::All | NextStep::Done => (0, None),
        };
        let mut clock = Clock::start(self.length(population));
        for (place, pass) in population.user_passes().into_iter().enumerate().skip(first) {
            let from = at.map_or(0, |start| start.offset);
            population.begin(pass, place, at.take());
            feed(self.pieces(pass, from), population, listing, &mut clock).await?;
            if is_asked() {
                return Ok(false);
            }
            if listing.is_full() {
                break;
            }
        }
        Ok(true)
    }

    async fn save(
        &mut self,
        file: FileSaved,
        query: UserQuery,
        labels: Labels,
    ) -> Result<(), Unreadable> {
        let Some(mut population) = self.population.take() else { return Ok(()) };
        let mut saving = Saving::new(file, query, labels);
        let written = self.write(&mut population, &mut saving).await;
        self.population = Some(population);
        let options = BlobPropertyBag::new();
        options.set_type("text/csv;charset=utf-8");
        // Parts that are blobs are no matter of the worker's memory.
        let parts = JsValue::from(written?);
        if let Ok(blob) = Blob::new_with_blob_sequence_and_options(&parts, &options) {
            post(&Reply::Saved(file), Some(&blob));
        }
        Ok(())
    }

    async fn write(
        &self,
        population: &mut Population,
        saving: &mut Saving,
    ) -> Result<Array, Unreadable> {
        let parts = Array::new();
        let mut clock = Clock::start(self.length(population));
        for (place, pass) in population.user_passes().into_iter().enumerate() {
            population.begin(pass, place, None);
            let mut bytes = self.pieces(pass, 0);
            while let Some(piece) = bytes.next().await? {
                population.push(&piece, saving);
                clock.advance(piece.len() as u64, 0);
                set_aside(saving, WRITTEN, &parts);
            }
            population.end(saving);
        }
        set_aside(saving, 1, &parts);
        Ok(parts)
    }

    /// The file of a pass from a place on, in pieces.
    fn pieces(&self, pass: Pass, from: u64) -> Pieces {
        Pieces::new(self.sources.get(pass.file).cloned(), from)
    }

    /// Bytes of all passes.
    fn length(&self, population: &Population) -> u64 {
        let passes = population.first_passes().into_iter().chain(population.user_passes());
        passes.filter_map(|pass| self.sources.get(pass.file)).map(Source::bytes).sum()
    }
}

/// Feeds a file to a population, until it ends or the sink takes no more.
async fn feed<S: Counts>(
    mut pieces: Pieces,
    population: &mut Population,
    sink: &mut S,
    clock: &mut Clock,
) -> Result<(), Unreadable> {
    while let Some(piece) = pieces.next().await? {
        population.push(&piece, sink);
        clock.advance(piece.len() as u64, sink.users());
        if sink.is_full() || S::GIVES_WAY && is_asked() {
            return Ok(());
        }
    }
    population.end(sink);
    Ok(())
}

/// A sink that knows how many users it took, and whether it gives way to the next request.
trait Counts: Sink {
    const GIVES_WAY: bool;
    fn users(&self) -> u64;
}

impl Counts for Counting {
    const GIVES_WAY: bool = false;
    fn users(&self) -> u64 {
        Counting::users(self)
    }
}

impl Counts for Listing {
    const GIVES_WAY: bool = true;
    fn users(&self) -> u64 {
        0
    }
}

/// True if a list that is being made is no longer wanted.
fn is_asked() -> bool {
    let ends = |(request, _): &(Request, Vec<File>)| !matches!(request, Request::Save { .. });
    WAITING.with_borrow(|waiting| waiting.iter().any(ends))
}

/// Hands what was written over to the browser, once it is as much.
fn set_aside(saving: &mut Saving, least: usize, parts: &Array) {
    if saving.text.len() >= least {
        let text = Array::of1(&Uint8Array::from(saving.text.as_bytes()));
        if let Ok(blob) = Blob::new_with_u8_array_sequence(&text) {
            parts.push(&blob);
        }
        saving.text.clear();
    }
}

/// A file in pieces, as UTF-8. The next piece is asked for before this one is worked on.
struct Pieces {
    source: Option<Source>,
    decoder: Option<Decoder>,
    /// Place of the next piece in the file, and the piece itself, on its way.
    place: u64,
    next: Option<Promise>,
    /// Decoded bytes to leave out: a place in a file that has to be decoded from its beginning.
    skip: usize,
    buffer: Vec<u8>,
}

impl Pieces {
    fn new(source: Option<Source>, from: u64) -> Self {
        let encoding = source.as_ref().map_or(Encoding::Utf8, |source| source.encoding);
        let decoder = (encoding != Encoding::Utf8).then(|| Decoder::new(encoding));
        let (place, skip) = match decoder {
            Some(_) => (0, usize::try_from(from).unwrap_or(usize::MAX)),
            None => (from, 0),
        };
        let mut pieces = Self { source, decoder, place, next: None, skip, buffer: Vec::new() };
        pieces.ask();
        pieces
    }

    fn ask(&mut self) {
        self.next = self.source.as_ref().and_then(|source| {
            let end = (self.place + PIECE).min(source.bytes());
            (end > self.place).then(|| slice(&source.file, self.place, end)).flatten()
        });
        self.place += PIECE;
    }

    /// The next piece; none at the end.
    async fn next(&mut self) -> Result<Option<&[u8]>, Unreadable> {
        loop {
            let Some(promise) = self.next.take() else { return Ok(None) };
            let name = || self.source.as_ref().map(|source| source.file.name()).unwrap_or_default();
            let read = JsFuture::from(promise).await;
            let bytes = read.map_err(|_| Unreadable { file: name() })?;
            let bytes = Uint8Array::new(&bytes.unchecked_into::<ArrayBuffer>());
            self.ask();
            match &self.decoder {
                None => {
                    self.buffer.resize(bytes.length() as usize, 0);
                    bytes.copy_to(&mut self.buffer);
                }
                Some(decoder) => {
                    let text = decoder.decode(&bytes, self.next.is_none());
                    let left_out = self.skip.min(text.len());
                    self.skip -= left_out;
                    self.buffer.clear();
                    self.buffer.extend(text.bytes().skip(left_out));
                }
            }
            if !self.buffer.is_empty() {
                return Ok(Some(&self.buffer));
            }
        }
    }
}

/// Bytes of a file as an array buffer, on their way.
fn slice(file: &File, from: u64, to: u64) -> Option<Promise> {
    #[expect(clippy::cast_precision_loss, reason = "no file is longer than 2^53 bytes")]
    let (from, to) = (from as f64, to as f64);
    file.slice_with_f64_and_f64(from, to).ok().map(|part| part.array_buffer())
}

async fn read(file: &File, from: u64, to: u64) -> Result<Uint8Array, Unreadable> {
    let unreadable = || Unreadable { file: file.name() };
    let promise = slice(file, from, to.min(length(file))).ok_or_else(unreadable)?;
    let bytes = JsFuture::from(promise).await.map_err(|_| unreadable())?;
    Ok(Uint8Array::new(&bytes.unchecked_into::<ArrayBuffer>()))
}

fn length(file: &File) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the size of a file is a whole number"
    )]
    let bytes = file.size() as u64;
    bytes
}

/// The browser's own decoder, piece by piece.
struct Decoder(Option<TextDecoder>);

impl Decoder {
    fn new(encoding: Encoding) -> Self {
        Self(TextDecoder::new_with_label(encoding.label()).ok())
    }

    fn decode(&self, bytes: &Uint8Array, is_last: bool) -> String {
        let options = TextDecodeOptions::new();
        options.set_stream(!is_last);
        let decode = |decoder: &TextDecoder| {
            decoder.decode_with_js_u8_array_and_options(bytes, &options).ok()
        };
        self.0.as_ref().and_then(decode).unwrap_or_default()
    }
}

/// Posts the progress from time to time.
struct Clock {
    began: f64,
    last_post: f64,
    progress: Progress,
}

impl Clock {
    fn start(all: u64) -> Self {
        let began = now();
        Self { began, last_post: began, progress: Progress { all, ..Progress::default() } }
    }

    fn milliseconds(&self) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a time of this clock is positive, and short"
        )]
        let milliseconds = (now() - self.began) as u32;
        milliseconds
    }

    fn advance(&mut self, bytes: u64, users: u64) {
        self.progress.read += bytes;
        self.progress.users = users;
        let now = now();
        if now - self.last_post > PAUSE {
            self.last_post = now;
            self.progress.milliseconds = self.milliseconds();
            post(&Reply::Progress(self.progress), None);
        }
    }
}

fn now() -> f64 {
    scope().performance().map_or(0.0, |clock| clock.now())
}

/// Bytes of this module's memory.
fn memory() -> u64 {
    let memory = wasm_bindgen::memory().unchecked_into::<WebAssembly::Memory>();
    let buffer = memory.buffer().unchecked_into::<ArrayBuffer>();
    buffer.byte_length().into()
}
