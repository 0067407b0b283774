//! What stands behind the numbers of a figure: data, and incidents.

use super::Figure;
use crate::aggregate::{Datum, Key};
use crate::data::Dataset;
use crate::scene::DatumRef;

impl Figure {
    /// How many numbers it has.
    pub fn count(&self) -> u32 {
        self.series.iter().map(|series| series.data.len() + series.crowd.len()).sum::<usize>() as u32
    }

    /// The datum of a number; of a crowd it is made now.
    pub fn datum(&self, DatumRef(number): DatumRef, dataset: &Dataset) -> Option<Datum> {
        let mut at = number as usize;
        for series in &self.series {
            if let Some(index) = series.crowd.get(at) {
                let index = *index as usize;
                return Some(Datum::of(Key::Incident(index), dataset.incidents.get(index)?));
            }
            if let Some(datum) = series.data.get(at) {
                return Some(*datum);
            }
            at = at.checked_sub(series.data.len() + series.crowd.len())?;
        }
        None
    }

    /// The number of the datum with this key.
    pub fn find(&self, key: Key) -> Option<DatumRef> {
        if let Key::Incident(index) = key
            && let Ok(at) = self.series[0].crowd.binary_search(&(index as u32))
        {
            return Some(DatumRef(at as u32));
        }
        self.data().find(|(_, datum)| datum.key == key).map(|(number, _)| number)
    }

    /// Whether an incident is behind what has this key.
    pub fn is_behind(&self, index: usize, key: Key, dataset: &Dataset) -> bool {
        match key {
            Key::Incident(other) | Key::UnRow(other) => index == other,
            _ => {
                let incident = &dataset.incidents[index];
                incident.counted && self.filter.accepts(incident) && key.holds(incident, &self.series[0].tail)
            }
        }
    }

    /// The incidents behind what has this key, as indices in the dataset's order.
    pub fn incidents(&self, key: Key, dataset: &Dataset) -> Vec<usize> {
        (0..dataset.incidents.len()).filter(|index| self.is_behind(*index, key, dataset)).collect()
    }
}
