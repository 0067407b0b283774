//! The fixed lists of the format: sectors, groups, kinds of evidence, methods and other kinds.

/// A value the dataset writes as one of a fixed list of ids.
pub(super) trait Listed: Copy + Default + 'static {
    /// Every id, in order.
    const IDS: &'static [&'static str];

    /// The value at this place of the list.
    fn at(position: usize) -> Option<Self>;

    /// Its place in the list.
    fn position(self) -> usize;
}

/// The place of an id in a list.
pub(super) fn position(ids: &[&str], id: &str) -> Option<usize> {
    ids.iter().position(|other| *other == id)
}

macro_rules! listed {
    ($(#[$about:meta])* $name:ident { $($(#[$meaning:meta])* $value:ident = $id:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$meaning])* $value,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$value),+];

            /// The name it has in the dataset, in links and in exports.
            pub const fn id(self) -> &'static str {
                Self::IDS[self as usize]
            }

            /// The value of this name.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::at(position(Self::IDS, id)?)
            }
        }

        impl Listed for $name {
            const IDS: &'static [&'static str] = &[$($id),+];

            fn at(position: usize) -> Option<Self> {
                Self::ALL.get(position).copied()
            }

            fn position(self) -> usize {
                self as usize
            }
        }

        /// The first of the list: what stands in a blank until it is filled.
        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }
    };
}

listed! {
    /// What a row of the United Nations report of 2019 says happened.
    UnKind {
        /// The amount was attempted.
        Attempted = "attempted",
        /// The amount was taken, lost or gained.
        Taken = "taken",
        /// No amount is printed.
        None = "none",
    }
}

listed! {
    /// Line of business of a victim.
    Sector {
        /// A bank or another institution of the banking system.
        Bank = "bank",
        /// A company that exchanges or keeps cryptocurrency for customers.
        Exchange = "exchange",
        /// A protocol of decentralised finance.
        DefiProtocol = "defi-protocol",
        /// A bridge between blockchains.
        Bridge = "bridge",
        /// A maker or operator of wallets.
        Wallet = "wallet",
        /// A payment company.
        Payments = "payments",
        /// An investment fund or trading company.
        Fund = "fund",
        /// A game or its company.
        Gaming = "gaming",
        /// Private persons.
        Individuals = "individuals",
        /// Any other company.
        Other = "other",
    }
}

impl Sector {
    /// The group a chart shows it in.
    pub const fn group(self) -> Group {
        match self {
            Sector::Bank => Group::Banks,
            Sector::Exchange => Group::Exchanges,
            Sector::DefiProtocol | Sector::Bridge => Group::Defi,
            Sector::Wallet | Sector::Payments | Sector::Fund | Sector::Gaming | Sector::Other => Group::Companies,
            Sector::Individuals => Group::Individuals,
        }
    }
}

listed! {
    /// Groups of sectors, as charts show them.
    Group {
        /// Banks.
        Banks = "banks",
        /// Exchanges.
        Exchanges = "exchanges",
        /// Protocols and bridges of decentralised finance.
        Defi = "defi",
        /// Every other company.
        Companies = "companies",
        /// Private persons.
        Individuals = "individuals",
    }
}

listed! {
    /// How strong the evidence for an attribution is, strongest first.
    Evidence {
        /// A government body, a court filing or a group of states.
        Government = "government",
        /// A list of the United Nations Panel of Experts.
        UnPanel = "un-panel",
        /// An analytics company or the victim.
        Firm = "firm",
        /// One researcher or one report.
        SingleSource = "single-source",
    }
}

impl Evidence {
    /// Whether governments or the United Nations stand behind it.
    pub const fn is_official(self) -> bool {
        matches!(self, Evidence::Government | Evidence::UnPanel)
    }
}

listed! {
    /// How a theft was done.
    Method {
        /// Forged payment orders in the SWIFT network.
        SwiftFraud = "swift-fraud",
        /// Cash drawn at teller machines.
        AtmCashOut = "atm-cash-out",
        /// A breach of an exchange or of a wallet connected to the network.
        ExchangeOrHotWalletBreach = "exchange-or-hot-wallet-breach",
        /// Private keys became known.
        PrivateKeyCompromise = "private-key-compromise",
        /// People were deceived.
        SocialEngineering = "social-engineering",
        /// Malicious software.
        MaliciousSoftware = "malicious-software",
        /// A supplier of the victim was attacked.
        SupplyChain = "supply-chain",
        /// An insider is alleged.
        Insider = "insider",
        /// A flaw in a smart contract.
        SmartContractExploit = "smart-contract-exploit",
        /// Phishing.
        Phishing = "phishing",
        /// Ransomware.
        Ransomware = "ransomware",
        /// Mining on the victim's machines.
        Mining = "mining",
        /// Anything else.
        Other = "other",
    }
}

listed! {
    /// What kind of work a source is.
    SourceKind {
        /// A document of those who state the fact: a court, a government, the United Nations, the victim.
        Primary = "primary",
        /// An analysis by a company or a researcher.
        Analysis = "analysis",
        /// A newspaper, an agency or a broadcaster.
        Press = "press",
        /// A list of thefts.
        Catalogue = "catalogue",
    }
}

listed! {
    /// How a source was read.
    Read {
        /// The work itself.
        Original = "original",
        /// A copy of it: an archive, a transcription, a reprint.
        Copy = "copy",
        /// Only what others quote from it.
        Quoted = "quoted",
    }
}

listed! {
    /// What became of money that was found again.
    RecoveryKind {
        /// It is back with its owner.
        Returned = "returned",
        /// Someone who holds it lets nobody move it.
        Frozen = "frozen",
        /// An authority has taken it.
        Seized = "seized",
        /// A court was asked to award it to a state.
        ForfeitureSought = "forfeiture-sought",
    }
}

listed! {
    /// What an estimate covers.
    EstimateKind {
        /// One whole year.
        Year = "year",
        /// A part of one year.
        PartialYear = "partial-year",
        /// Several years.
        Cumulative = "cumulative",
    }
}
