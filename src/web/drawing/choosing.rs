//! What a reader chooses.

use wasm_bindgen::prelude::*;

use super::charts::Chart;
use crate::state::State;

#[wasm_bindgen]
impl Chart {
    /// Takes the state as the query of a link writes it, already decoded: `measure=usd&period=2015..2019`. What cannot be
    /// read is passed over.
    pub fn set_state(&mut self, query: &str) {
        self.app.set_state(State::read(query).0, &self.dataset.borrow());
    }
}
