//! Measures of charts.

/// The quantity that the length of a bar or column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// Number of incidents.
    #[default]
    Attacks,
    /// US dollars taken, at the value of the day of the theft.
    Usd,
}

impl Measure {
    /// Every measure, in the order menus show them.
    pub const ALL: [Measure; 2] = [Measure::Attacks, Measure::Usd];

    /// Its id in links and attributes.
    pub fn id(self) -> &'static str {
        match self {
            Measure::Attacks => "attacks",
            Measure::Usd => "usd",
        }
    }
}
