//! `un-2019`: the two billion dollars of the United Nations report of 2019, row by row.

use super::LayoutContext;
use crate::scene::Scene;

pub(super) fn layout(_scene: &mut Scene, _context: &LayoutContext) {}
