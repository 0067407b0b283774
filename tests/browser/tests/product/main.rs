//! Heistogram as readers get it: the built page in real browsers, served by the real server.
#![allow(clippy::unwrap_used)]

mod bad_data;
mod card;
mod drawing;
mod filtering;
mod incidents_table;
mod lifecycle;
mod page;
mod shown;
mod site;
mod touching;
