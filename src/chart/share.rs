//! `share`: shares in all thefts by anyone, each as its publisher states it.
//!
//! Publishers and their editions count all thefts differently, so no line joins their shares, and none is computed.

use super::context::LayoutContext;
use super::kind::ChartKind;
use super::parts::bars::{Bar, Bars};
use super::parts::legend::{self, Entry, Swatch};
use super::recipe::Recipe;
use crate::aggregate::{Datum, Key, stated_shares};
use crate::geometry::Rect;
use crate::scene::{DatumRef, Fill, Scene};

pub(super) const RECIPE: Recipe = Recipe {
    kind: ChartKind::Share,
    series: |dataset, filter, _| vec![stated_shares(dataset, filter)],
    layout,
    summary: None,
};

/// A bar is as long as all thefts, in per cent.
const ALL: f64 = 100.0;

fn layout(scene: &mut Scene, context: &LayoutContext) {
    let (messages, theme) = (context.locale.messages(), context.theme);
    let stated = context.dataset.labels.subject(messages.share_stated);
    let entries = [
        Entry::plain(Swatch::Fill(Fill::Solid(theme.plain)), stated),
        Entry::plain(Swatch::Fill(Fill::Solid(theme.faded)), messages.share_of_others),
    ];
    let top = legend::place_in_lines(scene, context, &entries, 0.0) + 8.0;
    let mut bars = Vec::new();
    for (number, datum) in context.figure.data() {
        bars.extend(bar(context, number, datum));
    }
    let bars = Bars::new(context, [messages.share_heading, ""], bars, None, Rect::new(0.0, top, context.width, 0.0));
    bars.place(scene, context, bars.px_per_unit(context));
    scene.height = bars.area().bottom();
}

fn bar(context: &LayoutContext, number: DatumRef, datum: &Datum) -> Option<Bar> {
    let Key::Share(index) = datum.key else { return None };
    let estimate = context.dataset.estimates.get(index)?;
    let share = estimate.share.as_ref()?;
    let words = context.locale.share(share);
    Some(Bar {
        number: Some(number),
        label: context.locale.count_of_period(estimate),
        named: None,
        label_color: context.theme.ink,
        apart: false,
        parts: vec![(share.pct, Fill::Solid(context.theme.plain))],
        rest: ALL,
        interval: None,
        short_words: words.clone(),
        words,
    })
}
