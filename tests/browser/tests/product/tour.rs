//! A tour of a chart by keys.

use heistogram::chart::Figure;
use heistogram::data::Dataset;
use heistogram::scene::DatumRef;
use heistogram::walk::{Step, Walk};

/// Keys that lead through all data of a figure, and where each leads.
pub fn tour(figure: &Figure, dataset: &Dataset) -> Vec<(&'static str, DatumRef)> {
    const KEYS: [&str; 8] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];
    let mut walk = Walk::default();
    let Some(first) = walk.step(Step::Home, figure, dataset) else { return Vec::new() };
    let mut tour = vec![("Home", first)];
    let mut seen = vec![first];
    // The shortest way to a datum that has not been visited.
    while seen.len() < figure.data().count() {
        let mut open = vec![(walk.clone(), Vec::new())];
        let mut passed = Vec::new();
        let (there, way) = 'search: loop {
            let mut further = Vec::new();
            for (walk, way) in open {
                for (step, key) in Step::ALL.into_iter().zip(KEYS) {
                    let (mut next, mut longer): (Walk, Vec<_>) = (walk.clone(), way.clone());
                    let Some(at) = next.step(step, figure, dataset) else { continue };
                    longer.push((key, at));
                    if !seen.contains(&at) {
                        break 'search (next, longer);
                    }
                    if !passed.contains(&at) {
                        passed.push(at);
                        further.push((next, longer));
                    }
                }
            }
            open = further;
        };
        walk = there;
        seen.extend(way.last().map(|(_, at)| *at));
        tour.extend(way);
    }
    tour
}
