//! The first question of a new page: which product.

use super::common::{Button, ButtonLook, Dialog};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::product_list::ProductList;
use crate::engine;
use crate::session::Action;
use crate::view_model::ProductGroup;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NewDialogProps {
    /// The products to choose from.
    pub products: Rc<Vec<ProductGroup>>,
}

#[component]
pub fn NewDialog(props: &NewDialogProps) -> Html {
    let (dispatch, words) = (use_dispatch(), use_words());
    let onpick = dispatch.on(|id: String| Action::Begin(Box::new(engine::blank(&id))));
    let interview = dispatch.always::<MouseEvent>(Action::StartInterview);
    html! {
        <Dialog label={words.which_product()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))}>
            <p class="about">{ words.new_about() }</p>
            <ProductList products={props.products.clone()} {onpick} />
            <p class="about">{ words.not_sure() }{ " " }
                <Button look={ButtonLook::Link} onclick={interview}>{ words.door_interview() }</Button></p>
        </Dialog>
    }
}
