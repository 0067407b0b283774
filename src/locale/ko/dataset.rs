//! The project's own dataset in Korean.

use crate::locale::{TranslatedClaim, Translations};

/// Every text of the dataset that is in charts or on the page, with its translation.
pub const TRANSLATIONS: Translations = Translations {
    victims: &[
        ["Unnamed financial institution in Guatemala", "과테말라의 익명 금융기관"],
        ["Unnamed bank in Nigeria", "나이지리아의 익명 은행"],
        [
            "Polish Financial Supervision Authority website and Polish banks",
            "폴란드 금융감독청 웹사이트와 폴란드 은행들",
        ],
        ["Victims of the WannaCry ransomware", "워너크라이 랜섬웨어 피해자들"],
        ["Victims of the WaterPlum (Contagious Interview) campaign", "WaterPlum(Contagious Interview) 공격 피해자들"],
        ["Cash machines in South Korea", "한국의 현금자동입출금기"],
        ["Four exchanges in South Korea", "한국의 거래소 4곳"],
        ["Unnamed financial institution in Tunisia", "튀니지의 익명 금융기관"],
        ["Unnamed company in South Korea", "한국의 익명 기업"],
        ["Unnamed financial institution in Costa Rica", "코스타리카의 익명 금융기관"],
        ["Unnamed financial institution in Liberia", "라이베리아의 익명 금융기관"],
        ["Unnamed target in India", "인도의 익명 표적"],
        ["Unnamed target in Bangladesh", "방글라데시의 익명 표적"],
        ["Unnamed financial institution in Spain", "스페인의 익명 금융기관"],
        ["Unnamed financial institution in The Gambia", "감비아의 익명 금융기관"],
        ["Unnamed financial institution in Nigeria", "나이지리아의 익명 금융기관"],
        ["Unnamed institution in Kuwait", "쿠웨이트의 익명 기관"],
        ["Users of Upbit", "업비트 이용자들"],
        ["Unnamed financial services company in New York", "뉴욕의 익명 금융 서비스 기업"],
        ["A user of Nexus Mutual (private wallet)", "Nexus Mutual 이용자(개인 지갑)"],
        ["Unnamed victim", "익명 피해자"],
        ["Unnamed victims", "익명 피해자들"],
        ["Unnamed private victim", "익명의 개인 피해자"],
        ["Unnamed individual", "익명의 개인"],
        ["Unnamed market maker", "익명의 시장조성자"],
        ["Unnamed virtual token company in Serbia", "세르비아의 익명 토큰 기업"],
        ["Unnamed crypto investor", "익명의 가상자산 투자자"],
        ["Unnamed blockchain company in Atlanta", "애틀랜타의 익명 블록체인 기업"],
        ["Unnamed investment platform", "익명의 투자 플랫폼"],
        ["Unnamed company", "익명 기업"],
        ["Unnamed company in France", "프랑스의 익명 기업"],
        ["Unnamed platform", "익명의 플랫폼"],
        ["Unnamed company in New York", "뉴욕의 익명 기업"],
        ["Unnamed holder of TON coins", "익명의 TON 보유자"],
        ["Atomic Wallet users", "Atomic Wallet 이용자들"],
        ["Solareum users", "Solareum 이용자들"],
        ["User of Venus Protocol", "Venus Protocol 이용자"],
        ["Users of Tenexium", "Tenexium 이용자들"],
        ["Bangladesh Bank (central bank)", "방글라데시 중앙은행"],
        ["Bank Negara Malaysia (central bank)", "말레이시아 중앙은행"],
    ],
    marks: &[
        [
            "28 March 2024: Russia ends the UN panel by veto",
            "2024년 3월 28일: 러시아의 거부권으로 유엔 전문가 패널 종료",
        ],
        ["Chainalysis: $6.75bn since 2016", "체이널리시스: 2016년 이후 67.5억 달러"],
        ["Elliptic: over $6bn since 2017", "엘립틱: 2017년 이후 60억 달러 초과"],
        ["TRM: over $5bn since 2017", "TRM: 2017년 이후 50억 달러 초과"],
        ["UN panel 2019: up to $2bn, banks included", "유엔 패널 2019: 최대 20억 달러, 은행 포함"],
        ["UN panel 2024: about $3bn since 2017", "유엔 패널 2024: 2017년 이후 약 30억 달러"],
    ],
    also: &[
        ["Lazarus", "라자루스"],
        ["TraderTraitor", "트레이더트레이터"],
        ["Andariel", "안다리엘"],
        ["IT workers", "IT 인력"],
        ["UN Panel of Experts", "유엔 전문가 패널"],
        ["MSMT", "다국적제재모니터링팀"],
        ["FBI", "미국 연방수사국"],
        ["Justice", "미국 법무부"],
        ["US Treasury", "미국 재무부"],
        ["National Intelligence Service", "국가정보원 국정원"],
        ["South Korean police", "한국 경찰청"],
        ["National Police Agency", "일본 경찰청"],
    ],
    claims: &[
        TranslatedClaim {
            id: "two-billion",
            what: "최대 20억 달러로 추정되는 수익",
            said_by: "유엔 전문가 패널(아사히신문, 로이터, AP에 유출)",
            compare: "보고서 표에 적힌 금액은 두 번 적힌 사건을 한 번만 세면 모두 22억 1000만 달러다. 이 중 19억 6000만 달러는 \
                      ‘시도’(attempted)라고 적힌 항목에 있고(1680만 달러인 한 항목에는 단위가 없다), 2억 6000만 달러는 절도·손실·수익이라고 적힌 항목에 \
                      있다. 앞세운 수치에 시도 금액이 들어 있다는 것은 이 데이터의 해석이며, 패널이 밝힌 내용은 아니다. 기사는 북한이 약 20억 달러를 모았을 \
                      수 있다고 썼으며, ‘최대’는 패널의 표현이다.",
        },
        TranslatedClaim {
            id: "thirty-five-attacks",
            what: "금융기관과 가상자산 거래소를 노린 공격 최소 35건",
            said_by: "유엔 전문가 패널",
            compare: "부속서 21에는 36개 항목이 있다. 한 사건(인도, 2018년 8월)이 양쪽 절반에 모두 나오므로 35건이 남는다. 기사는 ‘35건’이라고만 \
                      썼으며, ‘최소’는 패널과 로이터의 표현이다.",
        },
        TranslatedClaim {
            id: "seventeen-countries",
            what: "17개국에서",
            said_by: "유엔 전문가 패널, 국가 목록은 AP",
            compare: "AP의 목록에는 17개국과 공격 30건이 있다. 부속서에는 20개 국가·지역이 있다. 대만, 멕시코, 스페인과 DragonEx 항목(싱가포르)이 더 \
                      있고 폴란드 항목은 없으며, 한 항목은 전 세계가 대상이다.",
        },
        TranslatedClaim {
            id: "south-korea-ten",
            what: "한국은 10차례, 인도는 3차례, 방글라데시와 칠레는 각각 2차례 공격을 당했다",
            said_by: "유엔 전문가 패널, AP 보도",
            compare: "부속서의 항목은 네 나라 모두 이와 일치한다.",
        },
        TranslatedClaim {
            id: "twenty-hackers",
            what: "북한에 해커가 최소 20명인 국가 조직이 있는 것으로 추정됐다",
            said_by: "The Cryptonomist, 출처를 밝히지 않음",
            compare: "패널이 인원을 밝힌 자료는 찾지 못했다. 다른 추정치는 1700명부터 7000명까지이며, 세는 대상이 다르다.",
        },
        TranslatedClaim {
            id: "thirty-individuals",
            what: "북한 소행으로 의심되는 개인 보유자 대상 공격을 2018년 4월 이후 30건 넘게 탐지했다",
            said_by: "한국 보안업체 큐브피아(CUVEPIA)",
            compare: "한 업체가 금액 없이 센 건수여서 여기서는 사건이 아니라 주장으로 다룬다. 기사는 2018년 4월 ‘현재’의 건수라고 적었으나, 인터뷰에서는 \
                      ‘이후’라고 말했다.",
        },
        TranslatedClaim {
            id: "wmd-funding",
            what: "보고서에 따르면 이 돈은 대량살상무기의 자금이 된다",
            said_by: "유엔 전문가 패널",
            compare: "",
        },
        TranslatedClaim {
            id: "reconnaissance-bureau",
            what: "보고서에 따르면 정찰총국의 지휘 아래 이뤄졌다",
            said_by: "유엔 전문가 패널",
            compare: "",
        },
        TranslatedClaim {
            id: "impartiality",
            what: "일본과 한국은 북한의 대량살상무기 공격을 받을 위험이 가장 큰 두 나라이므로 이 정보는 공정하지 않을 수 있다",
            said_by: "The Cryptonomist",
            compare: "",
        },
        TranslatedClaim {
            id: "blockchain-team",
            what: "북한에 블록체인을 다루는 조직이 있다는 사실이 공식 확인됐다",
            said_by: "The Cryptonomist",
            compare: "북한 블록체인 회의의 주최자는 2019년 9월 Vice에 북한이 디지털 화폐를 만들고 있다고 말했고, 북한 유엔 대표부는 이를 확인도 부인도 하지 \
                      않았다. 그런 조직이 있다는 공식 확인은 찾지 못했다.",
        },
        TranslatedClaim {
            id: "denial",
            what: "북한은 의혹을 부인하며 날조라고 주장했다",
            said_by: "북한 국가조정위원회, 조선중앙통신을 통해",
            compare: "",
        },
        TranslatedClaim {
            id: "exchanges-571m",
            what: "2017년 1월부터 2018년 9월까지 거래소 탈취 5건, 5억 7100만 달러",
            said_by: "유엔 전문가 패널, Group-IB의 자료를 전재",
            compare: "이 중 5억 3400만 달러는 배후 지목에 이견이 있고 9월 보고서에는 더 나오지 않는 코인체크 사건의 금액이다. 이 수치를 20억 달러에 \
                      더하거나 그 일부로 보아서는 안 된다.",
        },
    ],
};
