//! `incidents`: every theft by date and amount.

use super::LayoutContext;
use crate::scene::Scene;

pub(super) fn layout(_scene: &mut Scene, _context: &LayoutContext) {}
