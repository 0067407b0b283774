//! The page in Korean.

use super::{Plural, page::PageMessages};

/// Every string of the Korean page.
pub const PAGE: PageMessages = PageMessages {
    title: "북한이 탈취한 것으로 지목된 돈 – Heistogram",
    description: "{first_year} 이후 은행과 가상자산 거래소 등을 노려 북한 소행으로 지목된 공격 {attacks}건을 사건별로 정리했다. 추정 탈취액 \
                  {best}와 그 범위, 근거, 출처를 담았다.",
    skip: "차트로 건너뛰기",

    contents: "차트 아래의 내용",
    contents_method: "집계 방법",
    kicker: "사이버 탈취",
    headline: "북한이 탈취한 것으로 지목된 돈",
    standfirst: "각국 정부와 유엔 전문가, 분석업체, 연구자가 {first_year} 이후 북한 소행으로 지목한 은행, 가상자산 서비스와 그 이용자 대상 \
                 공격은 모두 {attacks}건, 추정 탈취액은 {best}다.",
    data_to: "{as_of}까지의 데이터",
    filters_title: "모든 차트에 적용할 조건",
    filter_period: "기간",
    filter_all: "전체",
    filter_last_five: "최근 5년",
    filter_from: "시작 월",
    filter_to: "종료 월",
    filter_evidence: "이 근거만",
    filter_groups: "이 피해자 유형만",
    filter_country: "국가·지역",
    filter_everywhere: "모든 곳",
    filter_clear: "선택 해제",
    key_figures: "주요 수치",

    caution_title: "판결이 아니라 지목이다.",
    caution: "공격 {disputed}건은 당사자나 관련 기관이 배후 지목을 반박하고 있으며, 모두 ‘이견 있음’으로 표시했다.",
    denial: "북한은 2019년 9월 이런 의혹을 부인하며 날조라고 주장했다.",
    denial_source: "출처",

    table: "수치를 표로 보기",
    failed: "대화형 차트를 시작하지 못했습니다.",
    failed_instead: "그림과 표에 같은 수치가 있습니다.",
    unreadable: "데이터를 불러오지 못해 차트를 그리지 않았습니다.",
    errors: "잘못된 점",

    claims_title: "그동안 나온 주장",
    claims_intro: "2019년의 보도와 그 바탕이 된 보고서가 무엇을 말했는지, 누가 말했는지, 이 데이터로 보면 어떤지를 나란히 싣는다.",
    claim_said: "{who}, {date}",
    claim_period: "대상 기간: {period}",
    claim_countries: "거론된 국가: {countries}",
    span: "{from}~{to}",
    claim_beside: "이 데이터로 보면",
    claim_shown: "‘{chart}’에서 보기",
    claim_not_shown: "이 데이터로는 보여 줄 수 없다.",
    cited: "출처",

    all_title: "전체 사건",
    all_intro: "집계된 공격 {attacks}건을 누가 북한 소행으로 지목했는지, 그 내용이 어디에 실렸는지와 함께 싣는다. 금액은 사건 당시의 미국 달러로 \
                환산한 추정치다.",
    all_search: "피해자, 장소, 유형, 지목한 곳으로 검색",
    all_sort: "정렬 기준",
    all_shown: "{all}건 중 {shown}건 표시",
    all_selected: "{all}건 중 차트에서 선택한 {shown}건 표시",
    all_none: "공격 {all}건 중 이 검색과 선택에 맞는 것이 없다.",
    all_more: "{all}건 모두 보기",
    column_victim: "피해자",
    column_amount: "금액",
    column_date: "날짜",
    column_country: "국가·지역",
    column_group: "유형",
    column_evidence: "근거: 배후를 지목한 곳",
    column_sources: "출처",

    left_out_title: "집계에서 제외한 것",
    left_out: "이 밖에 {left_out}건은 어떤 건수와 합계에도 넣지 않은 이유와 함께 데이터에 남겨 두었다.",
    rejected_title: "검토했으나 싣지 않은 것",
    left_out_cases: "이유를 밝힌 {rejected}건",

    method_title: "이 수치를 낸 방법",
    method_intro: "차트가 무엇을 세는지, 누가 말한 것인지, 차트를 어떻게 읽는지 설명한다.",
    method_counting: "무엇을 세는가",
    method_evidence: "누가 말했는가",
    method_charts: "차트 읽는 법",
    counting_title: "공격",
    counting: "돈이 탈취됐든, 아무것도 탈취되지 않았든, 금액이 알려지지 않았든 공격 한 번은 1건으로 센다. 여기서 센 {attacks}건 가운데 \
               {nothing_taken}건은 아무것도 탈취되지 않은 것으로 알려져 있다. 이 공격들은 건수에 들어가지만 합계에 더하는 금액은 없다.",
    dollars_title: "사건 당시의 달러",
    dollars: "금액은 탈취 당시의 미국 달러로 환산한 것이며, 탈취된 액수일 뿐 실제로 현금화된 액수가 아니다.",
    gross_title: "회수액을 빼지 않은 금액",
    gross: "나중에 동결되거나 회수되거나 반환된 돈은 빼지 않았다. 2024년과 2025년에 1건씩 있는, 전액을 되찾은 사건도 마찬가지다.",
    ranges_title: "범위와 미상",
    ranges: "출처마다 금액이 다르면 최적 추정치는 발표된 가장 낮은 수치와 가장 높은 수치 사이에 있다. 공격 {unknown}건은 금액이 알려지지 \
             않았다. 이들은 건수로만 밝히며 0으로 그리지 않는다.",
    double_title: "중복 가능성",
    double: "2024년 7월의 Irys 사건과 한 달 뒤 뉴욕의 익명 기업에서 일어난 사건은 같은 사건일 수 있다. BtcTurk는 2024년과 2025년 두 번 \
             나오는데, 각각을 지목한 출처는 다른 한쪽을 언급하지 않는다.",
    places_title: "장소와 이름",
    places: "국가·지역은 피해자의 본거지나 등록지를 뜻한다. 공격 {no_country}건은 국가가 알려지지 않아 따로 둔다. 개인 피해자나 용의자의 \
             이름은 싣지 않는다.",
    evidence_title: "근거의 네 단계",
    evidence: "강한 순서로 정부(이름이 밝혀진 국가기관, 법원 문서, 다국적제재모니터링팀(MSMT)), 유엔 패널(의심 사례로 기재), 민간 \
               업체(분석업체, 피해자, 사고 대응 업체), 단일 출처(연구자 1명, 목록 1개, 익명의 당국자)다. 차트는 공식 근거인 앞의 두 단계를 \
               나머지와 구분해 보여 준다.",
    basis_title: "근거의 변화",
    basis: "2023년까지의 지목은 주로 유엔 패널 보고서의 부속서에서, 2024년부터 2025년 9월까지는 MSMT에서 나왔다. 그 뒤로는 민간 업체와 \
            연구자, 익명의 당국자에게서 나온다. 따라서 최근 들어 약한 근거가 늘어난 데에는 공식 목록이 끊긴 영향도 있다.",
    disputed_title: "이견",
    disputed: "공격 {disputed}건은 당사자나 관련 기관이 배후 지목을 반박하고 있다. 이들도 집계에 넣되 나올 때마다 표시한다.",
    dates_title: "날짜와 연중 일부",
    dates: "월이나 연도까지만 알려진 사건은 그 기간의 한가운데에 해당하는 날로 센다. 데이터는 {as_of}까지이며, 끝까지 담지 못한 해에는 그렇다고 \
            표시한다.",
    concentration_title: "며칠에 쏠린 기록",
    concentration: "규모가 가장 큰 3건이 전체 금액의 {largest_three_share}를 차지한다. 높은 막대는 추세라기보다 대개 단 하루의 큰 사건이다. \
                    개인을 노린 소액 탈취는 실제보다 적게 잡혀 있다.",
    running_title: "누적 합계의 띠",
    running: "모든 하한을 더한 {low}부터 모든 상한을 더한 {high}까지다. 한곗값을 더한 것이며 신뢰구간이 아니다.",
    log_title: "로그 눈금",
    log: "모든 탈취 사건을 점으로 나타낸 차트에서는 금액 축의 눈금 하나가 앞 눈금의 10배다. 작은 사건과 큰 사건을 함께 보이기 위해서다. 길이가 \
          아니라 위치로 읽어야 한다.",
    published_title: "다른 기관의 합계",
    published: "다른 기관이 발표한 합계는 전 세계를 대상으로 한다. 근거, 유형, 국가, 사건 묶음을 선택하지 않았을 때만 표시하며 서로 더하지 않는다.",

    estimators_title: "기관마다 합계가 다른 이유",
    estimators: "어떤 사건을 넣는지, 어떤 시세를 쓰는지, 얼마나 확실해야 하는지에 대한 기준은 집계하는 곳마다 다르다. 각 기관이 가장 긴 기간에 대해 \
                 발표한 수치 옆에, 같은 기간의 사건을 하나씩 더한 이 데이터의 합계를 싣는다.",
    column_estimator: "기관",
    column_published: "발표한 수치",
    column_here: "같은 기간의 이 데이터",
    column_why: "다른 이유",
    revised: "수정: {revisions}.",
    revision: "{period} {before}에서 {after}로",
    chainalysis: "체이널리시스",
    chainalysis_why: "업체가 내는 연도별 합계로, 나중에 수정되기도 한다. 대부분의 연도는 사건 목록이 아니라 차트를 옮겨 적은 자료에서 읽었다.",
    elliptic: "엘립틱",
    elliptic_why: "업체가 내는 합계로, 대개 ‘○○ 이상’처럼 최소치로 제시된다.",
    trm: "TRM랩스",
    trm_why: "업체가 내는 합계로, 배후를 확실히 지목하지 않은 사건은 뺀다. 초기 연도의 수치는 차트에서 읽은 근삿값이다.",
    un_panel: "유엔 전문가 패널",
    un_panel_why: "의심 사례를 목록으로 싣는다. 이 데이터의 해석으로는 2019년 합계에 시도 금액이 들어 있다. 이 데이터에서 시도에 그친 공격은 \
                   금액을 더하지 않는다.",
    msmt: "MSMT",
    msmt_why: "다국적제재모니터링팀은 2024년 1월부터 2025년 9월까지의 사건만 목록에 싣는다.",
    nis: "한국 국가정보원",
    nis_why: "언론 보도로 알려진 한국 정보기관의 합계로, 어떤 사건을 셌는지는 알려지지 않았다.",
    monahan: "테일러 모너핸",
    monahan_why: "한 연구자의 목록이다. 이 데이터는 연구자 한 사람만을 근거로 한 사건 가운데 소액은 빼고, 다른 출처의 사건을 더 담고 있다.",

    sources_title: "출처",
    sources_intro: "자료 {sources}건을 인용했다. 공식 문서를 공개된 사본으로 읽은 경우에는 그 사본의 링크를 함께 싣는다.",
    sources_primary: "공식 문서",
    sources_analysis: "분석",
    sources_press: "언론",
    sources_catalogue: "목록과 연구자 자료",
    sources_via: "열람한 사본",

    licence_title: "재사용",
    licence: "데이터와 글은 CC BY 4.0에 따라 ‘Heistogram contributors’를 저작자로 표시하고 쓸 수 있다. 코드는 MIT와 Apache-2.0 중에서 고를 \
              수 있다.",
    download: "데이터 내려받기(JSON)",
    corrections_title: "잘못된 곳을 찾았다면",
    corrections: "사건과 확인할 수 있는 출처를 적어 프로젝트 저장소에 알려 주기 바란다. 사건을 고치거나 더하는 방법은 저장소의 CONTRIBUTING.md에 \
                  있다.",
    changes_title: "데이터의 상태",
    changes: "{as_of} 기준이다. 수치를 바꿀 때마다 무엇을 무엇으로, 왜, 어떤 출처에 따라 바꿨는지 저장소의 CHANGELOG.md에 적는다.",
    printed: "Heistogram. {as_of}까지의 데이터. 데이터와 글은 CC BY 4.0, 저작자 표시 ‘Heistogram contributors’.",

    countries: Plural { one: "{n}개국", other: "{n}개국" },
    people: Plural { one: "{n}명", other: "{n}명" },
};
