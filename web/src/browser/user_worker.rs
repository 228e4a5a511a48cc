//! The worker of the user analysis: started when files are chosen, ended when nobody wants it any
//! more. Files stay here; the session knows their names.

use super::download;
use crate::components::Dispatch;
use crate::session::{Action, Command, Trouble, UsersAction};
use gloo_events::EventListener;
use gloo_utils::document;
use js_sys::{Array, Uint8Array};
use seatwise_user_report::{FileSaved, Reply, Request, from_bytes, to_bytes};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DataTransfer, Event, File, FileList, HtmlInputElement, MessageEvent, Worker};

thread_local! {
    /// The files that were chosen last.
    static FILES: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
    static WORKER: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// A worker, and what it is asked once it can be.
struct Running {
    worker: Worker,
    ready: bool,
    waiting: Vec<Request>,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Takes the files of a field. False where none was chosen.
pub fn choose(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return false };
    let chosen = take(input.files());
    // The same file can be chosen again after it was mended.
    input.set_value("");
    chosen
}

/// Takes files that were dropped. False where there is none.
pub fn drop_files(transfer: Option<DataTransfer>) -> bool {
    take(transfer.and_then(|transfer| transfer.files()))
}

fn take(list: Option<FileList>) -> bool {
    let Some(list) = list.filter(|list| list.length() > 0) else { return false };
    let files = (0..list.length()).filter_map(|place| list.get(place)).collect();
    FILES.set(files);
    true
}

/// Does what the session asks for.
pub fn obey(command: &Command, dispatch: &Dispatch) {
    match command {
        Command::Look => {
            start(dispatch);
            ask(Request::Inspect { texts: texts() });
        }
        Command::Ask(request) => {
            // After it was stopped, a new one looks at the same files first.
            if WORKER.with_borrow(Option::is_none) && start(dispatch) {
                ask(Request::Inspect { texts: texts() });
            }
            ask(request.clone());
        }
        Command::Stop => WORKER.set(None),
        Command::End => {
            WORKER.set(None);
            FILES.set(Vec::new());
        }
    }
}

/// The address of the texts of another language than English.
fn texts() -> Option<String> {
    let file = gloo_utils::document_element().get_attribute("data-texts")?;
    let base = document().base_uri().ok().flatten()?;
    web_sys::Url::new_with_base(&file, &base).ok().map(|url| url.href())
}

/// Starts a worker. False where the browser allows none, or the page has none.
fn start(dispatch: &Dispatch) -> bool {
    let started = address().and_then(|address| Worker::new(&address).ok());
    let Some(worker) = started else {
        WORKER.set(None);
        dispatch.send(Action::Users(UsersAction::Failed(Trouble::NoWorker)));
        return false;
    };
    let (heard, failed) = (dispatch.clone(), dispatch.clone());
    let listeners = [
        EventListener::new(&worker, "message", move |event| hear(event, &heard)),
        EventListener::new(&worker, "error", move |_| {
            let was_ready =
                WORKER.with_borrow(|worker| worker.as_ref().is_some_and(|worker| worker.ready));
            let trouble = if was_ready { Trouble::Stopped } else { Trouble::NoWorker };
            failed.send(Action::Users(UsersAction::Failed(trouble)));
        }),
    ];
    let running = Running { worker, ready: false, waiting: Vec::new(), _listeners: listeners };
    WORKER.set(Some(running));
    true
}

/// The address of the worker's script, which the build writes beside the page's own.
fn address() -> Option<String> {
    let script = document().query_selector("script[data-users]").ok().flatten()?;
    script.get_attribute("data-users").filter(|name| name != "none")
}

fn ask(request: Request) {
    WORKER.with_borrow_mut(|running| {
        let Some(running) = running else { return };
        if running.ready {
            post(&running.worker, &request);
        } else {
            running.waiting.push(request);
        }
    });
}

fn post(worker: &Worker, request: &Request) {
    let message = Array::of1(&Uint8Array::from(&*to_bytes(request)));
    if matches!(request, Request::Inspect { .. }) {
        FILES.with_borrow(|files| {
            for file in files {
                message.push(file);
            }
        });
    }
    // Files and bytes can always be posted.
    let _ = worker.post_message(&message);
}

fn hear(event: &Event, dispatch: &Dispatch) {
    let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
    let parts = Array::from(&data.unwrap_or(JsValue::UNDEFINED));
    let bytes = parts.get(0).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    let Some(reply) = bytes.ok().and_then(|bytes| from_bytes::<Reply>(&bytes)) else { return };
    match (&reply, parts.get(1).dyn_into::<Blob>()) {
        (Reply::Ready, _) => WORKER.with_borrow_mut(|running| {
            if let Some(running) = running {
                running.ready = true;
                for request in std::mem::take(&mut running.waiting) {
                    post(&running.worker, &request);
                }
            }
        }),
        (Reply::Saved(what), Ok(blob)) => download::blob(file_name(*what), &blob),
        _ => {}
    }
    dispatch.send(Action::Users(UsersAction::Heard(Box::new(reply))));
}

const fn file_name(what: FileSaved) -> &'static str {
    match what {
        FileSaved::Users => "users.csv",
        FileSaved::Register => "user-register.csv",
        FileSaved::Unreadable => "not-read.csv",
    }
}
