//! The module that writes spreadsheets: loaded from the page's own host when somebody asks for one.

use gloo_utils::window;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The function of `boot.js` that loads a module by its name.
const LOADER: &str = "seatwiseModule";
/// The module that writes spreadsheets.
const MODULE: &str = "xlsx";

/// Hands on the bytes of a spreadsheet; none where the module could not be loaded.
pub fn write(json: String, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    spawn_local(async move { done(bytes(&json).await.ok().flatten()) });
}

async fn bytes(json: &str) -> Result<Option<Vec<u8>>, JsValue> {
    let loader: Function = Reflect::get(&window(), &LOADER.into())?.dyn_into()?;
    let loading: Promise = loader.call1(&JsValue::NULL, &MODULE.into())?.dyn_into()?;
    let module = JsFuture::from(loading).await?;
    let workbook: Function = Reflect::get(&module, &"workbook".into())?.dyn_into()?;
    let written = workbook.call1(&JsValue::NULL, &json.into())?;
    Ok(written.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec))
}
