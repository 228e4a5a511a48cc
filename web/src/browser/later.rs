//! The later module: asked for once the page is drawn.

use crate::components::Dispatch;
use crate::later;
use crate::session::Action;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

/// Milliseconds before each further try where the module does not arrive.
const PAUSES: [u32; 4] = [500, 2_000, 5_000, 15_000];

/// Brings the module, and hands it to the session.
pub fn bring(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let mut pauses = PAUSES.into_iter();
        let action = loop {
            match later::load().await {
                Ok(later) => break Action::Later(later),
                Err(_) => match pauses.next() {
                    Some(pause) => TimeoutFuture::new(pause).await,
                    None => break Action::NoLater,
                },
            }
        };
        dispatch.send(action);
    });
}
