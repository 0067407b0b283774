//! The project's own dataset in Japanese.

use crate::locale::{TranslatedClaim, Translations};

/// Every text of the dataset that is in charts or on the page, with its translation.
pub const TRANSLATIONS: Translations = Translations {
    victims: &[
        ["Unnamed financial institution in Guatemala", "グアテマラの金融機関（名称非公表）"],
        ["Unnamed bank in Nigeria", "ナイジェリアの銀行（名称非公表）"],
        [
            "Polish Financial Supervision Authority website and Polish banks",
            "ポーランド金融監督庁のウェブサイトと同国の銀行",
        ],
        ["Victims of the WannaCry ransomware", "ランサムウェア「WannaCry」の被害者"],
        [
            "Victims of the WaterPlum (Contagious Interview) campaign",
            "WaterPlum（Contagious Interview）による攻撃の被害者",
        ],
        ["Cash machines in South Korea", "韓国の現金自動預払機"],
        ["Four exchanges in South Korea", "韓国の取引所4社"],
        ["Unnamed financial institution in Tunisia", "チュニジアの金融機関（名称非公表）"],
        ["Unnamed company in South Korea", "韓国の企業（社名非公表）"],
        ["Unnamed financial institution in Costa Rica", "コスタリカの金融機関（名称非公表）"],
        ["Unnamed financial institution in Liberia", "リベリアの金融機関（名称非公表）"],
        ["Unnamed target in India", "インドの標的（名称非公表）"],
        ["Unnamed target in Bangladesh", "バングラデシュの標的（名称非公表）"],
        ["Unnamed financial institution in Spain", "スペインの金融機関（名称非公表）"],
        ["Unnamed financial institution in The Gambia", "ガンビアの金融機関（名称非公表）"],
        ["Unnamed financial institution in Nigeria", "ナイジェリアの金融機関（名称非公表）"],
        ["Unnamed institution in Kuwait", "クウェートの機関（名称非公表）"],
        ["Users of Upbit", "Upbitの利用者"],
        ["Unnamed financial services company in New York", "ニューヨークの金融サービス企業（社名非公表）"],
        ["A user of Nexus Mutual (private wallet)", "Nexus Mutualの利用者（個人のウォレット）"],
        ["Unnamed victim", "氏名・名称非公表の被害者"],
        ["Unnamed victims", "氏名・名称非公表の被害者（複数）"],
        ["Unnamed private victim", "氏名非公表の個人の被害者"],
        ["Unnamed individual", "氏名非公表の個人"],
        ["Unnamed market maker", "名称非公表のマーケットメーカー"],
        ["Unnamed virtual token company in Serbia", "セルビアのトークン企業（社名非公表）"],
        ["Unnamed crypto investor", "氏名・名称非公表の暗号資産投資家"],
        ["Unnamed blockchain company in Atlanta", "アトランタのブロックチェーン企業（社名非公表）"],
        ["Unnamed investment platform", "名称非公表の投資プラットフォーム"],
        ["Unnamed company", "社名非公表の企業"],
        ["Unnamed company in France", "フランスの企業（社名非公表）"],
        ["Unnamed platform", "名称非公表のプラットフォーム"],
        ["Unnamed company in New York", "ニューヨークの企業（社名非公表）"],
        ["Unnamed holder of TON coins", "氏名非公表のTON保有者"],
        ["Atomic Wallet users", "Atomic Walletの利用者"],
        ["Solareum users", "Solareumの利用者"],
        ["User of Venus Protocol", "Venus Protocolの利用者"],
        ["Users of Tenexium", "Tenexiumの利用者"],
        ["Bangladesh Bank (central bank)", "バングラデシュ銀行（中央銀行）"],
        ["Bank Negara Malaysia (central bank)", "マレーシア国立銀行（中央銀行）"],
    ],
    marks: &[
        ["28 March 2024: Russia ends the UN panel by veto", "2024年3月28日：ロシアの拒否権で国連専門家パネル終了"],
        ["Chainalysis: $6.75bn since 2016", "チェイナリシス：2016年以降67.5億ドル"],
        ["Elliptic: over $6bn since 2017", "エリプティック：2017年以降60億ドル超"],
        ["TRM: over $5bn since 2017", "TRM：2017年以降50億ドル超"],
        ["UN panel 2019: up to $2bn, banks included", "国連パネル2019：最大20億ドル、銀行を含む"],
        ["UN panel 2024: about $3bn since 2017", "国連パネル2024：2017年以降約30億ドル"],
    ],
    also: &[
        ["Lazarus", "ラザルス"],
        ["TraderTraitor", "トレイダートレイター"],
        ["Andariel", "アンダリエル"],
        ["IT workers", "IT労働者"],
        ["UN Panel of Experts", "国連専門家パネル"],
        ["MSMT", "多国間制裁監視チーム"],
        ["FBI", "米連邦捜査局"],
        ["Justice", "米司法省"],
        ["US Treasury", "米財務省"],
        ["National Intelligence Service", "国家情報院"],
        ["South Korean police", "韓国警察庁"],
        ["National Police Agency", "警察庁"],
    ],
    claims: &[
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
    ],
};
