//! The page around the frame: what it says, if it is the window around this one and of the origin
//! that spoke first, and what is said to it.
//!
//! The first message of the frame goes to whoever is around it and says nothing of the visitor. All
//! others go to the origin that answered it, and to no other.

use super::{address, listen};
use crate::components::Dispatch;
use crate::embed::{FromHost, ToHost};
use crate::session::Action;
use gloo_events::EventListener;
use gloo_utils::window;
use js_sys::{JSON, Object};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, MessageEvent, Window};

/// Origin of a page that has none of its own, such as one in a sandbox.
const NOBODY: &str = "null";

/// The way to the page around the frame.
pub struct Host {
    window: Window,
    /// Tells several frames of one page apart.
    instance: String,
    /// The origin that spoke first.
    origin: RefCell<Option<String>>,
    /// The height that was told last.
    height: RefCell<Option<u32>>,
}

impl Host {
    /// The page around this frame; none where there is none.
    pub fn around(instance: &str) -> Option<Rc<Self>> {
        let parent = window().parent().ok().flatten()?;
        let is_framed = !Object::is(&parent, &window());
        is_framed.then(|| {
            Rc::new(Self {
                window: parent,
                instance: instance.to_owned(),
                origin: RefCell::default(),
                height: RefCell::default(),
            })
        })
    }

    /// Listens to it, and says that it does.
    pub fn listen(self: &Rc<Self>, dispatch: &Dispatch) -> EventListener {
        let (host, dispatch) = (Rc::clone(self), dispatch.clone());
        let listener = listen::to_window("message", move |event| {
            if let Some((origin, message)) = host.hear(event) {
                dispatch.send(Action::Host(origin, Box::new(message)));
            }
        });
        self.post(&ToHost::ready(), "*");
        listener
    }

    /// The message of an event, if it is one of the page around the frame.
    fn hear(&self, event: &Event) -> Option<(String, FromHost)> {
        let event = event.dyn_ref::<MessageEvent>()?;
        let origin = event.origin();
        let is_around = event.source().is_some_and(|source| Object::is(&source, &self.window));
        if !is_around || self.origin.borrow().as_ref().is_some_and(|known| *known != origin) {
            return None;
        }
        // What is no data, a cycle for example, is no message.
        let text = JSON::stringify(&event.data()).ok()?.as_string()?;
        let message = match FromHost::read(&text, &self.instance)? {
            Ok(message) => message,
            Err(refused) => {
                self.say(&ToHost::Error { diagnostics: vec![refused] });
                return None;
            }
        };
        if self.origin.borrow().is_none() {
            matches!(message, FromHost::Init(_)).then_some(())?;
            self.origin.replace(Some(origin.clone()));
        }
        Some((origin, message))
    }

    /// Says something to the origin that spoke first; nothing before it did.
    pub fn say(&self, message: &ToHost) {
        let origin = self.origin.borrow().clone();
        match origin.as_deref() {
            // Nobody else can be kept from hearing it: only what anybody may hear is said.
            Some(NOBODY) if message.is_public() => self.post(message, "*"),
            Some(NOBODY) | None => {}
            Some(origin) => self.post(message, origin),
        }
    }

    /// Says how high the content is, where that has changed.
    pub fn say_height(&self, height: u32) {
        if self.origin.borrow().is_some() && self.height.replace(Some(height)) != Some(height) {
            self.say(&ToHost::Resize { height });
        }
    }

    fn post(&self, content: &ToHost, to: &str) {
        if let Ok(message) = JSON::parse(&content.write(&self.instance)) {
            // Refused where the window around went elsewhere: then nobody is left to tell.
            let _ = self.window.post_message(&message, to);
        }
    }
}

/// The instance that the address names.
pub fn instance() -> String {
    let settings = crate::session::Settings::read(&address::query());
    settings.frame.map(|frame| frame.instance).unwrap_or_default()
}
