//! Scales: from data (domain) to CSS pixels (range) and back.

/// A linear scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearScale {
    /// First and last value of the data.
    pub domain: (f64, f64),
    /// Their positions in CSS pixels; the second may be smaller than the first.
    pub range: (f64, f64),
}

impl LinearScale {
    /// Position of a value in CSS pixels.
    ///
    /// ```
    /// # use heistogram::scale::LinearScale;
    /// let scale = LinearScale { domain: (0.0, 10.0), range: (100.0, 0.0) };
    /// assert_eq!(scale.map(12.0), -20.0, "values outside the domain map outside the range");
    /// let empty = LinearScale { domain: (3.0, 3.0), ..scale };
    /// assert_eq!((empty.map(3.0), empty.map(9.0)), (100.0, 100.0), "an empty domain maps to the start");
    /// ```
    pub fn map(&self, value: f64) -> f64 {
        let span = self.domain.1 - self.domain.0;
        if span == 0.0 {
            return self.range.0;
        }
        self.range.0 + (value - self.domain.0) / span * (self.range.1 - self.range.0)
    }

    /// Value at a position in CSS pixels. An empty range gives the start of the domain.
    pub fn invert(&self, px: f64) -> f64 {
        let span = self.range.1 - self.range.0;
        if span == 0.0 {
            return self.domain.0;
        }
        self.domain.0 + (px - self.range.0) / span * (self.domain.1 - self.domain.0)
    }
}

/// A logarithmic scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogScale {
    /// First and last value of the data, both above 0.
    pub domain: (f64, f64),
    /// Their positions in CSS pixels; the second may be smaller than the first.
    pub range: (f64, f64),
}

impl LogScale {
    /// Position of a value in CSS pixels. Values below the domain, such as 0, are clamped to its start.
    pub fn map(&self, value: f64) -> f64 {
        let (start, end) = (self.domain.0.log10(), self.domain.1.log10());
        LinearScale { domain: (start, end), range: self.range }.map(value.max(self.domain.0).log10())
    }

    /// The powers of ten within the domain, ascending, from 1 on.
    pub fn powers(&self) -> Vec<f64> {
        let mut powers = Vec::new();
        let mut power = power_below(self.domain.0);
        while power <= self.domain.1 {
            if power >= self.domain.0 {
                powers.push(power);
            }
            power *= 10.0;
        }
        powers
    }
}

/// A logarithmic scale for very many values, by linear interpolation in a table.
pub struct LogTable {
    px_per_doubling: f64,
    /// Position of the value 1, in CSS pixels.
    one: f64,
    least: f64,
    /// CSS pixels from a power of two to each of the equal parts up to the next.
    table: Vec<f64>,
}

impl LogTable {
    const BITS: u32 = 10;

    /// A table that maps as `scale` does, to within 0.0001 CSS pixels.
    pub fn new(scale: &LogScale) -> LogTable {
        let least = scale.domain.0;
        let px_per_power = scale.map(10.0 * least) - scale.map(least);
        let parts = 1 << Self::BITS;
        let place = |part: usize| px_per_power * (1.0 + part as f64 / parts as f64).log10();
        let table: Vec<f64> = (0..=parts).map(place).collect();
        let one = scale.range.0 - px_per_power * least.log10();
        LogTable { px_per_doubling: table[parts], one, least, table }
    }

    /// Position of a value in CSS pixels. Values below the domain are clamped to its start.
    pub fn map(&self, value: f64) -> f64 {
        const REST: u32 = 52 - LogTable::BITS;
        let bits = value.max(self.least).to_bits();
        let part = (bits >> REST) as usize & ((1 << Self::BITS) - 1);
        let rest = (bits & ((1 << REST) - 1)) as f64 / (1_u64 << REST) as f64;
        let (from, to) = (self.table[part], self.table[part + 1]);
        self.one + self.px_per_doubling * ((bits >> 52) as f64 - 1023.0) + from + rest * (to - from)
    }
}

/// The largest power of ten that is not above a value, but at least 1.
pub fn power_below(value: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    power
}

/// A scale of equal bands side by side, one for each category.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandScale {
    /// Number of bands.
    pub count: usize,
    /// Start of the first band and end of the last, in CSS pixels.
    pub range: (f64, f64),
    /// Share of each band left empty, half of it on either side.
    pub padding: f64,
}

impl BandScale {
    /// Distance from one band's start to the next one's, in CSS pixels.
    pub fn step(&self) -> f64 {
        (self.range.1 - self.range.0) / self.count.max(1) as f64
    }

    /// Width of a band without padding, in CSS pixels.
    pub fn width(&self) -> f64 {
        self.step() * (1.0 - self.padding)
    }

    /// Left edge of a band without padding, in CSS pixels.
    pub fn map(&self, band: usize) -> f64 {
        self.range.0 + self.step() * (band as f64 + self.padding / 2.0)
    }

    /// Middle of a band in CSS pixels.
    pub fn centre(&self, band: usize) -> f64 {
        self.range.0 + self.step() * (band as f64 + 0.5)
    }

    /// The band at a position in CSS pixels, padding included, or `None` outside the range.
    pub fn invert(&self, px: f64) -> Option<usize> {
        let band = ((px - self.range.0) / self.step()).floor();
        (band >= 0.0 && band < self.count as f64).then_some(band as usize)
    }
}

/// Round values from 0 up to the first one that is at least `max`, in about `count` steps. A step is 1, 2, 2.5 or 5
/// times a power of ten, and at least `smallest_step`.
///
/// ```
/// # use heistogram::scale::nice_ticks;
/// assert_eq!(nice_ticks(9.0, 4, 1.0), [0.0, 5.0, 10.0], "2.5 is no multiple of the smallest step");
/// assert_eq!(nice_ticks(9.0, 4, 0.5), [0.0, 2.5, 5.0, 7.5, 10.0]);
/// assert_eq!(nice_ticks(0.0, 4, 1.0), [0.0, 1.0], "an axis of zeros has one step");
/// ```
pub fn nice_ticks(max: f64, count: usize, smallest_step: f64) -> Vec<f64> {
    let rough = (max / count.max(1) as f64).max(smallest_step);
    // A loop instead of a logarithm is exact.
    let power = power_below(rough);
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        // Counts need whole steps, so 2.5 is excluded if the smallest step is 1.
        .filter(|step| (step / smallest_step).fract() == 0.0 || smallest_step > *step)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power);
    let steps = ((max / step) * (1.0 - 1e-9)).ceil().max(1.0) as usize;
    (0..=steps).map(|i| i as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_reach_the_maximum() {
        assert_eq!(nice_ticks(37.0, 4, 1.0), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(nice_ticks(2.07e9, 4, 1.0), [0.0, 1e9, 2e9, 3e9]);
        assert_eq!(nice_ticks(2.0, 4, 1.0), [0.0, 1.0, 2.0]);
        assert_eq!(nice_ticks(0.0, 4, 1.0), [0.0, 1.0]);
    }

    #[test]
    fn a_domain_without_width_maps_to_the_start() {
        let scale = LinearScale { domain: (3.0, 3.0), range: (10.0, 90.0) };
        assert_eq!(scale.map(3.0), 10.0);
    }

    #[test]
    fn powers_of_ten_lie_equally_far_apart() {
        let scale = LogScale { domain: (1e4, 1e8), range: (400.0, 0.0) };
        let places: Vec<f64> = scale.powers().into_iter().map(|power| scale.map(power).round()).collect();
        assert_eq!(places, [400.0, 300.0, 200.0, 100.0, 0.0]);
        assert_eq!((scale.map(0.0), scale.map(1.0)), (400.0, 400.0));
        assert_eq!(LogScale { domain: (2e4, 5e5), ..scale }.powers(), [1e5]);
        assert_eq!((power_below(0.2), power_below(999.0), power_below(1e15)), (1.0, 100.0, 1e15));
    }

    proptest! {
        #[test]
        fn tables_lie_where_their_scale_does(exponent in -1.0..17.0) {
            let scale = LogScale { domain: (10.0, 2e15), range: (400.0, 20.0) };
            let value = 10_f64.powf(exponent).min(2e15);
            prop_assert!((LogTable::new(&scale).map(value) - scale.map(value)).abs() < 1e-4);
        }

        #[test]
        fn log_scales_rise_with_their_values(a in 0.0..17.0, b in 0.0..17.0, length in 1.0..2e3) {
            let scale = LogScale { domain: (1.0, 1e17), range: (length, 0.0) };
            let place = |exponent: f64| scale.map(10_f64.powf(exponent));
            prop_assert!((0.0..=length).contains(&place(a)));
            prop_assert!((a - b) * (place(a) - place(b)) <= 0.0);
        }

        #[test]
        fn linear_scales_invert(
            start in -1e9..1e9, span in 1.0..1e9, from in -2e3..2e3, length in 1.0..2e3, share in 0.0..1.0,
        ) {
            let scale = LinearScale { domain: (start, start + span), range: (from, from - length) };
            let value = start + share * span;
            prop_assert!((scale.invert(scale.map(value)) - value).abs() <= 1e-6 * (span + start.abs()));
        }

        #[test]
        fn band_scales_invert(count in 1_usize..300, from in 0.0..500.0, length in 10.0..2e3, band in 0_usize..300) {
            let band = band % count;
            let scale = BandScale { count, range: (from, from + length), padding: 0.3 };
            prop_assert_eq!(scale.invert(scale.centre(band)), Some(band));
            prop_assert_eq!(scale.invert(scale.map(band) + scale.width() / 2.0), Some(band));
        }

        #[test]
        fn ticks_hold_the_maximum_with_few_steps(max in 0.0..1e13, count in 1_usize..8) {
            let ticks = nice_ticks(max, count, 1.0);
            prop_assert!(*ticks.last().unwrap() >= max * (1.0 - 1e-6));
            prop_assert!(ticks.len() >= 2 && ticks.len() <= count + 2, "{ticks:?}");
            prop_assert!(ticks.iter().all(|tick| tick.fract() == 0.0), "{ticks:?}");
        }
    }
}
