//! Changes of state.

use wasm_bindgen::prelude::*;

use super::charts::Chart;
use crate::state::State;

#[wasm_bindgen]
impl Chart {
    /// Sets the state from the decoded query of a link, such as `measure=usd&period=2015..2019`. Invalid values are
    /// ignored.
    pub fn set_state(&mut self, query: &str) {
        self.app.set_state(State::read(query).0, &self.dataset.borrow());
    }
}
