//! What our own dataset says inside of pictures, in other languages than the dataset's: victims that it describes and does not
//! name, and marks of what others published. The build puts it into the data of a language, so no module for browsers holds it.

use super::Locale;
use crate::data::Dataset;

impl Locale {
    /// Says in this language who was hit, where the dataset has a description in place of a name, and what marks say.
    pub fn tell(&self, dataset: &mut Dataset) {
        for incident in &mut dataset.incidents {
            let Some(names) = &mut incident.names else { continue };
            names.told = self.told(VICTIMS, &names.victim).unwrap_or_default().to_owned();
        }
        for mark in dataset.estimates.iter_mut().filter_map(|estimate| estimate.mark.as_mut()) {
            if let Some(told) = self.told(MARKS, mark) {
                *mark = told.to_owned();
            }
        }
    }

    /// Groups and those who attribute: as the dataset names them, and as this language calls them where that differs.
    pub fn also_called(&self) -> Vec<[&'static str; 2]> {
        let called = ALSO.iter().filter_map(|[english, ..]| Some([*english, self.told(ALSO, english)?]));
        called.filter(|[english, other]| english != other).collect()
    }

    /// The same words in this language; `None` where they stay as the dataset says them.
    fn told(&self, all: &[[&'static str; 4]], words: &str) -> Option<&'static str> {
        let [_, ko, ja, it] = all.iter().find(|[english, ..]| *english == words)?;
        match self {
            Locale::En => None,
            Locale::Ko => Some(ko),
            Locale::Ja => Some(ja),
            Locale::It => Some(it),
        }
    }
}

/// Groups and those who attribute, as the dataset names them, in Korean, Japanese, Italian.
const ALSO: &[[&str; 4]] = &[
    ["Lazarus", "라자루스", "ラザルス", "Gruppo Lazarus"],
    ["TraderTraitor", "트레이더트레이터", "トレイダートレイター", "TraderTraitor"],
    ["Andariel", "안다리엘", "アンダリエル", "Andariel"],
    ["IT workers", "IT 인력", "IT労働者", "lavoratori informatici"],
    ["UN Panel of Experts", "유엔 전문가 패널", "国連専門家パネル", "panel di esperti ONU"],
    ["MSMT", "다국적 제재 모니터링팀", "多国間制裁監視チーム", "squadra multilaterale di monitoraggio"],
    ["FBI", "미국 연방수사국", "米連邦捜査局", "polizia federale statunitense"],
    ["Justice", "미국 법무부", "米司法省", "Dipartimento di Giustizia"],
    ["US Treasury", "미국 재무부", "米財務省", "Dipartimento del Tesoro"],
    ["National Intelligence Service", "국가정보원 국정원", "国家情報院", "servizi segreti sudcoreani"],
    ["South Korean police", "한국 경찰청", "韓国警察庁", "polizia sudcoreana"],
    ["National Police Agency", "일본 경찰청", "警察庁", "polizia giapponese"],
];

/// English as in the dataset, Korean, Japanese, Italian.
const VICTIMS: &[[&str; 4]] = &[
    [
        "Unnamed financial institution in Guatemala",
        "과테말라의 익명 금융기관",
        "グアテマラの金融機関（名称非公表）",
        "Istituto finanziario non nominato in Guatemala",
    ],
    [
        "Unnamed bank in Nigeria",
        "나이지리아의 익명 은행",
        "ナイジェリアの銀行（名称非公表）",
        "Banca non nominata in Nigeria",
    ],
    [
        "Polish Financial Supervision Authority website and Polish banks",
        "폴란드 금융감독청 웹사이트와 폴란드 은행들",
        "ポーランド金融監督庁のウェブサイトと同国の銀行",
        "Sito dell’autorità di vigilanza finanziaria polacca e banche polacche",
    ],
    [
        "Victims of the WannaCry ransomware",
        "워너크라이 랜섬웨어 피해자들",
        "ランサムウェア「WannaCry」の被害者",
        "Vittime del ransomware WannaCry",
    ],
    [
        "Victims of the WaterPlum (Contagious Interview) campaign",
        "WaterPlum(Contagious Interview) 공격 피해자들",
        "WaterPlum（Contagious Interview）による攻撃の被害者",
        "Vittime della campagna WaterPlum (Contagious Interview)",
    ],
    [
        "Cash machines in South Korea",
        "한국의 현금자동입출금기",
        "韓国の現金自動預払機",
        "Sportelli automatici in Corea del Sud",
    ],
    ["Four exchanges in South Korea", "한국의 거래소 4곳", "韓国の取引所4社", "Quattro exchange in Corea del Sud"],
    [
        "Unnamed financial institution in Tunisia",
        "튀니지의 익명 금융기관",
        "チュニジアの金融機関（名称非公表）",
        "Istituto finanziario non nominato in Tunisia",
    ],
    [
        "Unnamed company in South Korea",
        "한국의 익명 기업",
        "韓国の企業（社名非公表）",
        "Azienda non nominata in Corea del Sud",
    ],
    [
        "Unnamed financial institution in Costa Rica",
        "코스타리카의 익명 금융기관",
        "コスタリカの金融機関（名称非公表）",
        "Istituto finanziario non nominato in Costa Rica",
    ],
    [
        "Unnamed financial institution in Liberia",
        "라이베리아의 익명 금융기관",
        "リベリアの金融機関（名称非公表）",
        "Istituto finanziario non nominato in Liberia",
    ],
    ["Unnamed target in India", "인도의 익명 표적", "インドの標的（名称非公表）", "Bersaglio non nominato in India"],
    [
        "Unnamed target in Bangladesh",
        "방글라데시의 익명 표적",
        "バングラデシュの標的（名称非公表）",
        "Bersaglio non nominato in Bangladesh",
    ],
    [
        "Unnamed financial institution in Spain",
        "스페인의 익명 금융기관",
        "スペインの金融機関（名称非公表）",
        "Istituto finanziario non nominato in Spagna",
    ],
    [
        "Unnamed financial institution in The Gambia",
        "감비아의 익명 금융기관",
        "ガンビアの金融機関（名称非公表）",
        "Istituto finanziario non nominato in Gambia",
    ],
    [
        "Unnamed financial institution in Nigeria",
        "나이지리아의 익명 금융기관",
        "ナイジェリアの金融機関（名称非公表）",
        "Istituto finanziario non nominato in Nigeria",
    ],
    [
        "Unnamed institution in Kuwait",
        "쿠웨이트의 익명 기관",
        "クウェートの機関（名称非公表）",
        "Istituto non nominato in Kuwait",
    ],
    ["Users of Upbit", "업비트 이용자들", "Upbitの利用者", "Utenti di Upbit"],
    [
        "Unnamed financial services company in New York",
        "뉴욕의 익명 금융 서비스 기업",
        "ニューヨークの金融サービス企業（社名非公表）",
        "Società di servizi finanziari non nominata a New York",
    ],
    [
        "A user of Nexus Mutual (private wallet)",
        "Nexus Mutual 이용자(개인 지갑)",
        "Nexus Mutualの利用者（個人のウォレット）",
        "Un utente di Nexus Mutual (portafoglio privato)",
    ],
    ["Unnamed victim", "익명 피해자", "氏名・名称非公表の被害者", "Vittima non nominata"],
    ["Unnamed victims", "익명 피해자들", "氏名・名称非公表の被害者（複数）", "Vittime non nominate"],
    ["Unnamed private victim", "익명의 개인 피해자", "氏名非公表の個人の被害者", "Privato non nominato"],
    ["Unnamed individual", "익명의 개인", "氏名非公表の個人", "Persona non nominata"],
    ["Unnamed market maker", "익명의 시장조성자", "名称非公表のマーケットメーカー", "Market maker non nominato"],
    [
        "Unnamed virtual token company in Serbia",
        "세르비아의 익명 토큰 기업",
        "セルビアのトークン企業（社名非公表）",
        "Società di token virtuali non nominata in Serbia",
    ],
    [
        "Unnamed crypto investor",
        "익명의 가상자산 투자자",
        "氏名・名称非公表の暗号資産投資家",
        "Investitore in criptovalute non nominato",
    ],
    [
        "Unnamed blockchain company in Atlanta",
        "애틀랜타의 익명 블록체인 기업",
        "アトランタのブロックチェーン企業（社名非公表）",
        "Società blockchain non nominata ad Atlanta",
    ],
    [
        "Unnamed investment platform",
        "익명의 투자 플랫폼",
        "名称非公表の投資プラットフォーム",
        "Piattaforma di investimento non nominata",
    ],
    ["Unnamed company", "익명 기업", "社名非公表の企業", "Azienda non nominata"],
    [
        "Unnamed company in France",
        "프랑스의 익명 기업",
        "フランスの企業（社名非公表）",
        "Azienda non nominata in Francia",
    ],
    ["Unnamed platform", "익명의 플랫폼", "名称非公表のプラットフォーム", "Piattaforma non nominata"],
    [
        "Unnamed company in New York",
        "뉴욕의 익명 기업",
        "ニューヨークの企業（社名非公表）",
        "Azienda non nominata a New York",
    ],
    ["Unnamed holder of TON coins", "익명의 TON 보유자", "氏名非公表のTON保有者", "Detentore di TON non nominato"],
    ["Atomic Wallet users", "Atomic Wallet 이용자들", "Atomic Walletの利用者", "Utenti di Atomic Wallet"],
    ["Solareum users", "Solareum 이용자들", "Solareumの利用者", "Utenti di Solareum"],
    ["User of Venus Protocol", "Venus Protocol 이용자", "Venus Protocolの利用者", "Utente di Venus Protocol"],
    ["Users of Tenexium", "Tenexium 이용자들", "Tenexiumの利用者", "Utenti di Tenexium"],
    [
        "Bangladesh Bank (central bank)",
        "방글라데시 중앙은행",
        "バングラデシュ銀行（中央銀行）",
        "Bangladesh Bank (banca centrale)",
    ],
    [
        "Bank Negara Malaysia (central bank)",
        "말레이시아 중앙은행",
        "マレーシア国立銀行（中央銀行）",
        "Bank Negara Malaysia (banca centrale)",
    ],
];

/// In the same order.
const MARKS: &[[&str; 4]] = &[
    [
        "Chainalysis: $6.75bn since 2016",
        "체이널리시스: 2016년 이후 67.5억 달러",
        "チェイナリシス：2016年以降67.5億ドル",
        "Chainalysis: 6,75 mld di dollari dal 2016",
    ],
    [
        "Elliptic: over $6bn since 2017",
        "엘립틱: 2017년 이후 60억 달러 초과",
        "エリプティック：2017年以降60億ドル超",
        "Elliptic: oltre 6 mld di dollari dal 2017",
    ],
    [
        "TRM: over $5bn since 2017",
        "TRM: 2017년 이후 50억 달러 초과",
        "TRM：2017年以降50億ドル超",
        "TRM: oltre 5 mld di dollari dal 2017",
    ],
    [
        "UN panel 2019: up to $2bn, banks included",
        "유엔 패널 2019: 최대 20억 달러, 은행 포함",
        "国連パネル2019：最大20億ドル、銀行を含む",
        "Panel ONU 2019: fino a 2 mld di dollari, banche incluse",
    ],
    [
        "UN panel 2024: about $3bn since 2017",
        "유엔 패널 2024: 2017년 이후 약 30억 달러",
        "国連パネル2024：2017年以降約30億ドル",
        "Panel ONU 2024: circa 3 mld di dollari dal 2017",
    ],
];

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::{ALSO, MARKS, VICTIMS};
    use crate::locale::Locale;

    #[test]
    fn what_is_also_called_otherwise_is_in_our_dataset() {
        let dataset = include_str!("../../www/data/dataset.json");
        for [english, ..] in ALSO {
            assert!(dataset.contains(english), "{english}");
        }
        assert_eq!(Locale::Ko.also_called()[0], ["Lazarus", "라자루스"]);
        assert!(Locale::It.also_called().iter().all(|[english, other]| english != other));
        assert!(Locale::En.also_called().is_empty());
        assert!(ALSO.concat().iter().all(|words| !words.contains(['=', ';'])), "the page puts these between them");
    }

    #[test]
    fn nothing_our_dataset_says_in_pictures_stays_in_english() {
        let dataset = include_str!("../../www/data/dataset.json");
        let texts = |field: &str| -> Vec<&str> {
            let lines = dataset.lines().filter_map(|line| line.trim().strip_prefix(&format!("\"{field}\": \"")));
            lines.filter_map(|line| line.strip_suffix("\",")).collect()
        };
        let marks = texts("mark");
        assert!(marks.len() == MARKS.len() && MARKS.iter().all(|[words, ..]| marks.contains(words)), "{marks:?}");
        let described: Vec<&str> = texts("victim")
            .into_iter()
            .filter(|victim| {
                ["Unnamed ", "User"].iter().any(|start| victim.starts_with(start)) || victim.ends_with(" users")
            })
            .collect();
        assert!(described.len() > 30, "{described:?}");
        for victim in described {
            assert!(VICTIMS.iter().any(|[words, ..]| *words == victim), "{victim}");
        }
        for [victim, ..] in VICTIMS {
            assert!(dataset.contains(&format!("\"{victim}\"")), "{victim}");
        }
    }
}
