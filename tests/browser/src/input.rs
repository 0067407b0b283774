//! Mouse, touch, wheel and keyboard input through WebDriver.

use std::time::Duration;

use anyhow::Result;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions, WheelAction,
    WheelActions,
};

use crate::Session;

/// Positions are in CSS pixels of the viewport.
impl Session {
    /// Moves the mouse.
    pub async fn pointer_move(&self, x: f64, y: f64) -> Result<()> {
        Ok(self.client.perform_actions(mouse().then(move_to(x, y))).await?)
    }

    /// Moves the mouse through positions without a pause, a tenth of a second each.
    pub async fn glide(&self, places: &[(f64, f64)]) -> Result<()> {
        let mut actions = mouse();
        for (x, y) in places {
            let duration = Some(Duration::from_millis(100));
            actions = actions.then(PointerAction::MoveTo { duration, x: *x, y: *y });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Clicks with the mouse.
    pub async fn click(&self, x: f64, y: f64) -> Result<()> {
        let actions = mouse()
            .then(move_to(x, y))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Drags the mouse from one position to another.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let actions = mouse()
            .then(move_to(from.0, from.1))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(move_to(to.0, to.1))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Taps with a finger.
    pub async fn tap(&self, x: f64, y: f64) -> Result<()> {
        let actions = finger()
            .then(move_to(x, y))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .pause(Duration::from_millis(40))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Drags a finger from one position to another in ten moves, then pauses, so that there is no kinetic scrolling.
    pub async fn swipe(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let mut actions =
            finger().then(move_to(from.0, from.1)).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for step in 1..=10 {
            let part = f64::from(step) / 10.0;
            let place = move_to(from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            actions = actions.pause(Duration::from_millis(16)).then(place);
        }
        let actions = actions.pause(Duration::from_millis(200)).then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Turns the wheel by CSS pixels with the mouse at a position.
    pub async fn wheel(&self, x: f64, y: f64, delta_y: i64) -> Result<()> {
        let mut actions = WheelActions::new("wheel".into());
        #[expect(clippy::cast_possible_truncation, reason = "WebDriver takes whole pixels here")]
        actions.push(WheelAction::Scroll {
            duration: None,
            x: x.round() as i64,
            y: y.round() as i64,
            delta_x: 0,
            delta_y,
        });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Presses and releases a key: a character, or a [`Key`](crate::Key) as in `Key::Escape`.
    pub async fn key(&self, key: impl Into<char>) -> Result<()> {
        let value = key.into();
        let actions = KeyActions::new("keyboard".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        Ok(self.client.perform_actions(actions).await?)
    }
}

fn mouse() -> MouseActions {
    MouseActions::new("mouse".into())
}

fn finger() -> TouchActions {
    TouchActions::new("finger".into())
}

fn move_to(x: f64, y: f64) -> PointerAction {
    PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y }
}
