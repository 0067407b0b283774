//! Heistogram as readers get it: the built page in real browsers, served by the real server.

mod bad_data;
mod card;
mod drawing;
mod filtering;
mod incidents_table;
mod page;
mod shown;
mod site;
mod taking;
mod touching;
