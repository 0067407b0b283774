//! Heistogram: thefts attributed to North Korea, drawn with their ranges, their unknowns and their sources.
//!
//! One idea holds the crate together: **a chart is a value**. Data and a width go in, and a [`scene::Scene`] comes out:
//! a flat list of marks in CSS pixels. Canvas, SVG, tooltip, table and sentence are all made from it. `ARCHITECTURE.md`
//! describes the modules and their permitted dependencies.

pub mod aggregate;
pub mod app;
pub mod chart;
pub mod data;
pub mod describe;
pub mod export;
pub mod geometry;
pub mod hit;
pub mod locale;
pub mod paint;
pub mod scale;
pub mod scene;
pub mod state;
pub mod text;
pub mod theme;
pub mod tween;
pub mod walk;
#[cfg(target_arch = "wasm32")]
mod web;
