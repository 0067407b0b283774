//! What the claims of the project's own dataset say, in other languages than the dataset's. They are on the page alone, which
//! is made when the project is built.

use super::Locale;

/// A claim of the dataset in another language.
#[derive(Debug, PartialEq, Eq)]
pub struct TranslatedClaim {
    /// Its id in the dataset.
    pub id: &'static str,
    /// What is claimed.
    pub what: &'static str,
    /// Who said it.
    pub said_by: &'static str,
    /// What the data shows beside it; empty where the dataset says nothing.
    pub compare: &'static str,
}

impl Locale {
    /// A claim of the dataset in this language; `None` where it stays as the dataset says it.
    pub fn claim(&self, id: &str) -> Option<&'static TranslatedClaim> {
        let claims = match self {
            Locale::En => &[][..],
            Locale::Ko => KO,
            Locale::Ja => JA,
            Locale::It => IT,
        };
        claims.iter().find(|claim| claim.id == id)
    }
}

const KO: &[TranslatedClaim] = &[
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
];

const JA: &[TranslatedClaim] = &[
    TranslatedClaim {
        id: "two-billion",
        what: "収益は最大20億ドルと推計される",
        said_by: "国連専門家パネル（朝日新聞、ロイター、AP通信に流出）",
        compare: "報告書の表に記載された金額は、2度記載された1件を1度だけ数えると合計22億1000万ドルになる。うち19億6000万ドルは「未遂」（attempted）と\
                  表記された項目にあり（1680万ドルの1項目には単位がない）、2億6000万ドルは窃取・損失・収益と表記された項目にある。掲げられた額に未遂の額が\
                  含まれるというのはこのデータの解釈であり、パネルはそう述べていない。記事は、北朝鮮が約20億ドルを蓄えた可能性があるとしており、\
                  「最大」はパネルの表現である。",
    },
    TranslatedClaim {
        id: "thirty-five-attacks",
        what: "金融機関と暗号資産取引所への攻撃が少なくとも35件",
        said_by: "国連専門家パネル",
        compare: "付属書21には36項目がある。1件（インド、2018年8月）が前後半の両方に載っているため、残るのは35件である。記事は「35件」とし、\
                  「少なくとも」はパネルとロイターの表現である。",
    },
    TranslatedClaim {
        id: "seventeen-countries",
        what: "17か国で",
        said_by: "国連専門家パネル、国の一覧はAP通信",
        compare: "AP通信の一覧は17か国、攻撃30件を挙げる。付属書が挙げるのは20か国・地域で、台湾、メキシコ、スペイン、DragonExの項目（シンガポール）が\
                  加わり、ポーランドの項目はない。1項目は全世界が対象である。",
    },
    TranslatedClaim {
        id: "south-korea-ten",
        what: "韓国は10回、インドは3回、バングラデシュとチリは各2回攻撃された",
        said_by: "国連専門家パネル、AP通信が報道",
        compare: "付属書の項目は4か国すべてで一致する。",
    },
    TranslatedClaim {
        id: "twenty-hackers",
        what: "北朝鮮にはハッカーが少なくとも20人いる国家の組織があると推定された",
        said_by: "The Cryptonomist（情報源を示さず）",
        compare: "パネルが人数を示した資料は見つからなかった。公表されたほかの推計は1700人から7000人までで、数えている対象が異なる。",
    },
    TranslatedClaim {
        id: "thirty-individuals",
        what: "北朝鮮によるとみられる個人の保有者への攻撃を2018年4月以降30件超検知",
        said_by: "韓国のセキュリティー会社CUVEPIA",
        compare: "1社が金額を示さずに数えた件数であるため、ここでは事件ではなく主張として扱う。記事は2018年4月「時点」の件数とするが、インタビューでは\
                  「以降」と述べている。",
    },
    TranslatedClaim {
        id: "wmd-funding",
        what: "報告書によれば、資金は大量破壊兵器に使われる",
        said_by: "国連専門家パネル",
        compare: "",
    },
    TranslatedClaim {
        id: "reconnaissance-bureau",
        what: "報告書によれば、偵察総局の下で行われた",
        said_by: "国連専門家パネル",
        compare: "",
    },
    TranslatedClaim {
        id: "impartiality",
        what: "日本と韓国は、北朝鮮の大量破壊兵器による攻撃を受ける危険が最も大きい2か国であり、この情報は公平でない可能性がある",
        said_by: "The Cryptonomist",
        compare: "",
    },
    TranslatedClaim {
        id: "blockchain-team",
        what: "ブロックチェーンに取り組む北朝鮮の組織の存在は公式に確認されている",
        said_by: "The Cryptonomist",
        compare: "北朝鮮のブロックチェーン会議の主催者は2019年9月、Viceに対し、北朝鮮がデジタル通貨を作っていると述べた。北朝鮮の国連代表部は肯定も否定も\
                  しなかった。そのような組織の公式な確認は見つからなかった。",
    },
    TranslatedClaim {
        id: "denial",
        what: "北朝鮮は指摘を否定し、捏造だと主張した",
        said_by: "北朝鮮の国家調整委員会、朝鮮中央通信を通じて",
        compare: "",
    },
    TranslatedClaim {
        id: "exchanges-571m",
        what: "2017年1月から2018年9月までに取引所からの窃取5件、5億7100万ドル",
        said_by: "国連専門家パネル、Group-IBの資料を転載",
        compare: "うち5億3400万ドルはコインチェックの事件で、犯行主体に異論があり、9月の報告書にはもう載っていない。この額を20億ドルに足すことも、その内数と\
                  することもできない。",
    },
];

const IT: &[TranslatedClaim] = &[
    TranslatedClaim {
        id: "two-billion",
        what: "Proventi stimati fino a due miliardi di dollari",
        said_by: "Panel di esperti Onu (trapelato ad Asahi Shimbun, Reuters e AP)",
        compare: "Gli importi riportati nella tabella del rapporto ammontano a 2,21 miliardi di dollari, contando una sola volta un furto \
                  riportato due volte: 1,96 miliardi stanno in righe che parlano di tentativi (“attempted”; in una, di 16,8 milioni, \
                  manca l’unità), 0,26 miliardi in righe che parlano di furto, perdita o proventi. Che la cifra del titolo comprenda i \
                  tentativi è la lettura di questo dataset; il panel non lo dice. L’articolo scrive che la Corea del Nord potrebbe aver \
                  accumulato circa due miliardi; “fino a” è del panel.",
    },
    TranslatedClaim {
        id: "thirty-five-attacks",
        what: "Almeno 35 attacchi a istituti finanziari e piattaforme di scambio di criptovalute",
        said_by: "Panel di esperti Onu",
        compare: "L’allegato 21 ha 36 righe; un furto (India, agosto 2018) compare in entrambe le metà, perciò ne restano 35. \
                  L’articolo scrive “35”; “almeno” è del panel e della Reuters.",
    },
    TranslatedClaim {
        id: "seventeen-countries",
        what: "In 17 Paesi",
        said_by: "Panel di esperti Onu, Paesi elencati dall’AP",
        compare: "L’elenco dell’AP cita 17 Paesi e 30 attacchi. L’allegato ne cita 20: in più ci sono Taiwan, Messico, Spagna e una riga \
                  su DragonEx (Singapore), mentre manca la Polonia; una riga riguarda il mondo intero.",
    },
    TranslatedClaim {
        id: "south-korea-ten",
        what: "La Corea del Sud è stata colpita dieci volte, l’India tre, Bangladesh e Cile due ciascuno",
        said_by: "Panel di esperti Onu, riferito dall’AP",
        compare: "Le righe dell’allegato concordano su tutti e quattro.",
    },
    TranslatedClaim {
        id: "twenty-hackers",
        what: "Si presumeva che la Corea del Nord avesse una squadra di Stato di almeno 20 hacker",
        said_by: "The Cryptonomist, senza citare una fonte",
        compare: "Non è stato trovato alcun conteggio di persone da parte del panel; altre stime pubblicate vanno da 1.700 a 7.000 e contano \
                  cose diverse.",
    },
    TranslatedClaim {
        id: "thirty-individuals",
        what: "Più di 30 attacchi a singoli possessori, sospettati nordcoreani, rilevati da aprile 2018",
        said_by: "CUVEPIA, società di sicurezza sudcoreana",
        compare: "È il conteggio di una sola società, senza importi: qui è quindi un’affermazione, non un insieme di casi. L’articolo data il \
                  conteggio “ad” aprile 2018; l’intervista dice “da”.",
    },
    TranslatedClaim {
        id: "wmd-funding",
        what: "Il denaro finanzia armi di distruzione di massa, dice il rapporto",
        said_by: "Panel di esperti Onu",
        compare: "",
    },
    TranslatedClaim {
        id: "reconnaissance-bureau",
        what: "Eseguiti sotto la guida del Reconnaissance General Bureau, i servizi di ricognizione nordcoreani, dice il rapporto",
        said_by: "Panel di esperti Onu",
        compare: "",
    },
    TranslatedClaim {
        id: "impartiality",
        what: "Giappone e Corea del Sud sono i due Stati più esposti a un possibile attacco nordcoreano con armi di distruzione di massa, \
               perciò questa informazione potrebbe non essere imparziale",
        said_by: "The Cryptonomist",
        compare: "",
    },
    TranslatedClaim {
        id: "blockchain-team",
        what: "L’esistenza di una squadra nordcoreana che lavora sulla blockchain è confermata ufficialmente",
        said_by: "The Cryptonomist",
        compare: "L’organizzatore della conferenza nordcoreana sulla blockchain disse a Vice nel settembre 2019 che il Paese stava creando una valuta \
                  digitale; la missione nordcoreana all’Onu non confermò né smentì. Non è stata trovata alcuna conferma ufficiale di una squadra \
                  simile.",
    },
    TranslatedClaim {
        id: "denial",
        what: "La Corea del Nord ha negato le accuse e le ha definite un’invenzione",
        said_by: "Comitato di coordinamento nazionale nordcoreano, tramite la KCNA",
        compare: "",
    },
    TranslatedClaim {
        id: "exchanges-571m",
        what: "Cinque furti a piattaforme di scambio per 571 milioni di dollari, da gennaio 2017 a settembre 2018",
        said_by: "Panel di esperti Onu, che ripubblica Group-IB",
        compare: "Di questi, 534 milioni sono di Coincheck, la cui attribuzione è contestata e che il rapporto di settembre non elenca più. \
                  Questa cifra non va mai sommata ai 2 miliardi né considerata una loro parte.",
    },
];
