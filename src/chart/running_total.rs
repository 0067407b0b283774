//! `running-total`: everything taken so far, beside totals others have published.

use super::LayoutContext;
use crate::scene::Scene;

pub(super) fn layout(_scene: &mut Scene, _context: &LayoutContext) {}
