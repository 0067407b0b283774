//! The page in Italian.

use crate::locale::{Plural, page::PageMessages};

/// Every string of the Italian page.
pub const PAGE: PageMessages = PageMessages {
    title: "Che cosa avrebbe rubato la Corea del Nord – Heistogram",
    description: "{attacks} attacchi a banche, piattaforme di criptovalute e altri attribuiti alla Corea del Nord dal {first_year}, \
                  caso per caso: {best} sottratti secondo le stime, con intervalli, attribuzioni e fonti.",
    skip: "Vai ai grafici",
    language: "Italiano",
    languages: "Lingue",

    contents: "Sotto i grafici",
    contents_method: "Metodo",
    kicker: "Furti informatici",
    headline: "Che cosa avrebbe rubato la Corea del\u{a0}Nord",
    standfirst: "Governi, esperti delle Nazioni Unite, società di analisi e ricercatori attribuiscono nel complesso alla Corea del \
                 Nord {attacks} attacchi a banche, servizi di criptovalute e loro utenti dal {first_year}, con un bottino stimato \
                 in {best}.",
    data_to: "Dati fino al giorno {as_of}",
    filters_title: "Filtra tutti i grafici",
    filter_period: "Periodo",
    filter_all: "Tutto",
    filter_last_five: "Ultimi cinque anni",
    filter_from: "Primo mese",
    filter_to: "Ultimo mese",
    filter_evidence: "Solo attribuzioni di",
    filter_groups: "Solo furti ai danni di",
    filter_country: "Paese o territorio",
    filter_everywhere: "Ovunque",
    filter_clear: "Azzera",
    filter_said: "{selected}. Attacchi: {count}, importo sottratto secondo le stime: {amount}.",
    filter_none: "Si vede tutto",
    filter_failed: "Non si può selezionare nulla: i comandi non si sono avviati.",
    key_figures: "Cifre principali",

    caution_title: "Accuse, non sentenze.",
    caution: "Per {disputed} degli attacchi qualcuno che ha titolo per farlo contraddice l’attribuzione; ognuno è segnalato come \
              contestato.",
    denial: "Nel settembre 2019 la Corea del Nord ha negato le accuse, definendole un’invenzione.",
    denial_source: "Fonte",

    table: "Mostra i dati in una tabella",
    failed: "Il grafico interattivo non si è avviato.",
    failed_instead: "L’immagine e la tabella riportano gli stessi dati.",
    unreadable: "Non è stato possibile caricare i dati, perciò non viene disegnato nulla.",
    errors: "Che cosa non va",
    attribute_data: "L’attributo data non viene letto: i dati si assegnano alla proprietà data, da uno script. Non viene disegnato nulla.",
    no_address: "L’attributo src non contiene un indirizzo, perciò non viene disegnato nulla.",
    waiting: "In attesa dei dati …",
    whole: "La grafica completa, con tutte le fonti",

    snippet_relative: "I link sono relativi alla radice del sito; una build con l’opzione base-url li rende assoluti.",
    embed_title: "Incorpora questo grafico",
    embed_data: "Dati",
    embed_live: "Aggiornati, con le correzioni",
    embed_frozen: "Congelati ({as_of})",
    embed_colours: "Colori",
    embed_auto: "Come l’articolo",
    embed_light: "Chiari",
    embed_dark: "Scuri",
    embed_selected: "Mostra la selezione attuale:",
    embed_code: "Codice da incollare nell’articolo",
    embed_copy: "Copia il codice",
    embed_copied: "Copiato",
    embed_by_hand: "La copia è stata rifiutata. Il codice è selezionato: si può copiare da tastiera o dal menu.",
    embed_preview: "Anteprima del riquadro",
    embed_close: "Chiudi",
    embed_failed: "Non è stato possibile caricare il codice.",

    claims_title: "Che cosa è stato detto",
    claims_intro: "Che cosa hanno detto le notizie del 2019 e i rapporti da cui venivano, chi l’ha detto e che cosa mostrano, accanto, \
                   questi dati.",
    claim_said: "{who}, {date}",
    claim_period: "Periodo: {period}",
    claim_countries: "Paesi elencati: {countries}",
    span: "{from}\u{a0}– {to}",
    claim_beside: "Accanto, questi dati",
    claim_shown: "Si vede in “{chart}”",
    claim_not_shown: "Questi dati non possono mostrarlo.",
    cited: "Fonti",
    colon: ": ",

    steps: "La storia, passo per passo",
    step_banks_title: "Prima le banche",
    step_banks: "{n} attacchi a banche hanno fruttato {amount}. L’ultimo conteggiato risale al {year}.",
    step_crypto_title: "Poi le criptovalute",
    step_crypto: "{n} attacchi a exchange e servizi DeFi hanno fruttato {amount}: {share} del totale.",
    step_day_title: "Un solo giorno: {date}",
    step_day: "A {victim} sono stati sottratti {amount}: {share} di tutto il bottino.",
    step_no_word_title: "{year}: nessuna parola ufficiale",
    step_no_word: "Per nessuno dei {n} attacchi del {year}, che hanno fruttato {all}, la Corea del\u{a0}Nord è stata finora indicata ufficialmente.",
    step_hardly_a_word_title: "{year}: quasi nessuna parola ufficiale",
    step_hardly_a_word: "Finora la Corea del\u{a0}Nord è stata indicata ufficialmente per {amount} su {all} sottratti nel {year}.",
    all_as_table: "Tutti gli attacchi in una tabella",

    all_title: "Tutti i casi",
    all_intro: "Ciascuno dei {attacks} attacchi conteggiati, con chi lo attribuisce alla Corea del Nord e dove lo si legge. Gli importi \
                sono stime in dollari statunitensi del giorno.",
    all_search: "Cerca vittime, luoghi, metodi, nomi dei gruppi, chi attribuisce e testi",
    all_sort: "Ordina per",
    all_shown: "{shown} su {all}",
    all_selected: "{shown} su {all}, secondo la selezione nei grafici",
    all_none: "Nessuno dei {all} attacchi corrisponde alla ricerca e alla selezione.",
    all_more: "Mostra tutti ({all})",
    column_victim: "Vittima",
    column_amount: "Importo",
    column_date: "Data",
    column_country: "Paese o territorio",
    column_group: "Categoria",
    column_evidence: "Attribuzione: da parte di chi",
    column_sources: "Fonti",

    incident_link: "Pagina di questo caso",
    incident_kicker: "Attacco attribuito alla Corea del\u{a0}Nord",
    incident_estimate: "Stima in dollari statunitensi del giorno del furto",
    incident_unknown: "Non noto non vuol dire zero: nelle somme non c’è alcuna cifra per questo attacco.",
    incident_how: "Come",
    incident_how_unknown: "Metodo non noto",
    incident_asset: "Valuta o bene",
    incident_back: "Che cosa è tornato",
    incident_back_none: "In questi dati nessuna fonte riferisce di somme restituite, congelate o sequestrate.",
    incident_back_note: "Nulla è sottratto dall’importo. Le voci possono sovrapporsi.",
    incident_size: "I casi vicini per importo",
    incident_larger: "Il caso subito più grande",
    incident_smaller: "Il caso subito più piccolo",
    incident_equal: "Di pari importo",
    incident_no_size: "Senza un importo non ha un posto nell’ordine per importo.",
    incident_graphic: "Vedi questo caso nella grafica",

    left_out_title: "Che cosa è stato escluso",
    left_out: "Altri casi ({left_out}) restano nei dati con il motivo per cui non entrano in alcun conteggio né in alcuna somma.",
    rejected_title: "Esaminati e non inclusi",
    left_out_cases: "Le voci ({rejected}), con il motivo",

    method_title: "Come nascono queste cifre",
    method_intro: "Che cosa contano i grafici, chi lo dice e come si leggono.",
    method_counting: "Che cosa si conta",
    method_evidence: "Chi lo dice",
    method_charts: "Come si leggono i grafici",
    counting_title: "Attacchi",
    counting: "Un attacco conta una volta, che sia stato sottratto denaro, che non sia stato preso nulla o che l’importo non sia noto. Tra i \
               {attacks} attacchi contati qui, quelli in cui si sa che nulla è stato preso sono {nothing_taken}: contano come attacchi \
               e non aggiungono nulla alle somme.",
    dollars_title: "Dollari del giorno",
    dollars: "Gli importi sono in dollari statunitensi del giorno del furto e dicono quanto è stato preso, non quanto è stato poi \
              convertito in contanti.",
    gross_title: "Al lordo dei recuperi",
    gross: "Il denaro in seguito congelato, recuperato o restituito non viene sottratto, nemmeno quando, come in un caso del 2024 e in uno \
            del 2025, è tornato tutto.",
    ranges_title: "Intervalli e importi non noti",
    ranges: "Dove le fonti divergono, la stima migliore sta tra la cifra più bassa e la più alta pubblicate. Per {unknown} attacchi \
             l’importo non è noto: sono contati a parole e mai disegnati come zero.",
    double_title: "Possibili doppioni",
    double: "Il furto a Irys del luglio 2024 e quello a una società di New York, di cui non si conosce il nome, un mese dopo potrebbero \
             essere lo stesso. BtcTurk compare due volte, nel 2024 e nel 2025, ogni volta attribuito da una fonte che non cita l’altro \
             caso.",
    places_title: "Luoghi e nomi",
    places: "Paese o territorio è quello in cui la vittima ha sede o è registrata. Per {no_country} attacchi non è noto, e stanno a parte. \
             Non si fa il nome di vittime private né di sospettati.",
    evidence_title: "Quattro livelli di attribuzione",
    evidence: "Dal più solido: governo (un organo dello Stato indicato per nome, un atto giudiziario o il Multilateral Sanctions Monitoring \
               Team, MSMT), panel Onu (elencato come sospetto), società privata (una società di analisi, la vittima o chi è \
               intervenuto) e fonte unica (un solo ricercatore, un solo catalogo o funzionari anonimi). I grafici distinguono i primi \
               due, quelli ufficiali, dagli altri.",
    basis_title: "La base cambia",
    basis: "Fino al 2023 le attribuzioni vengono in gran parte dagli allegati dei rapporti del panel Onu; dal 2024 al settembre 2025 \
            dall’MSMT; da allora da società private e ricercatori. Per il 2026 i documenti ufficiali letti \
            attribuiscono una campagna contro migliaia di portafogli e nessun furto a una vittima con un nome. Se negli ultimi anni le \
            attribuzioni deboli sono di più, in parte è perché sono finiti gli elenchi ufficiali.",
    disputed_title: "Contestazioni",
    disputed: "Per {disputed} attacchi qualcuno che ha titolo per farlo contraddice l’attribuzione. Sono conteggiati, e segnalati ovunque \
               compaiano.",
    dates_title: "Date e anni parziali",
    dates: "Un caso di cui si conosce solo il mese o l’anno conta dove cade la metà di quel periodo. I dati arrivano al giorno {as_of}; un \
            anno non coperto fino alla fine è segnalato come parziale.",
    concentration_title: "Il peso di pochi giorni",
    concentration: "Quota dei tre furti maggiori sul totale dei dollari: {largest_three_share}. Una colonna alta è quasi sempre un solo \
                    brutto giorno, non una tendenza. I piccoli furti ai privati sono sottostimati.",
    running_title: "La fascia del totale progressivo",
    running: "Va dalla somma di tutti i minimi, {low}, alla somma di tutti i massimi, {high}: una somma di limiti, non un intervallo di \
              confidenza.",
    log_title: "La scala logaritmica",
    log: "Dove ogni furto è un punto, ciascun passo dell’asse dei dollari vale dieci volte il precedente, così che si vedano i furti piccoli \
          e quelli grandi. Si leggono le posizioni, non le lunghezze.",
    published_title: "Totali di altri",
    published: "I totali pubblicati da altri riguardano il mondo intero. Compaiono solo finché non si selezionano attribuzioni, categorie, \
                Paesi o insiemi di casi, e non vengono mai sommati.",

    estimators_title: "Perché le somme degli altri sono diverse",
    estimators: "Chi fa le somme traccia un confine tutto suo: quali casi, quali quotazioni, quanta certezza. Accanto alla cifra di ciascuno \
                 per il periodo più lungo sta la somma di questi dati, costruita caso per caso, per lo stesso periodo.",
    column_estimator: "Chi",
    column_published: "Cifra pubblicata",
    column_here: "Questi dati, stesso periodo",
    column_why: "Perché divergono",
    revised: "Riviste: {revisions}.",
    revision: "{period}, da {before} a {after}",
    chainalysis: "Chainalysis",
    chainalysis_why: "Le somme annuali di una società, che le rivede. La maggior parte degli anni è stata letta da trascrizioni dei suoi \
                      grafici, non da un elenco di casi.",
    elliptic: "Elliptic",
    elliptic_why: "I totali di una società, per lo più indicati come minimo: “oltre”.",
    trm: "TRM Labs",
    trm_why: "I totali di una società, che lascia fuori i casi non attribuiti con certezza. I primi anni sono stati letti da un grafico e sono \
              approssimati.",
    un_panel: "Panel di esperti Onu",
    un_panel_why: "Elenca i casi come sospetti. Secondo la lettura di questi dati il suo totale del 2019 comprende i tentativi; qui un \
                   tentativo non aggiunge nulla.",
    msmt: "MSMT",
    msmt_why: "Il Multilateral Sanctions Monitoring Team elenca solo i casi da gennaio 2024 a settembre 2025.",
    nis: "Nis, Corea del Sud",
    nis_why: "Le somme dei servizi segreti sudcoreani, note dalla stampa; quali casi contino non è noto.",
    monahan: "Taylor Monahan",
    monahan_why: "L’elenco di una ricercatrice. Dei casi che poggiano su un solo ricercatore questi dati lasciano fuori i più piccoli; ne \
                  contengono però altri, di fonti diverse.",

    sources_title: "Fonti",
    sources_intro: "Le opere citate sono {sources}. Lette nell’originale: {read_original}; in una copia, cioè in un archivio, una \
                    trascrizione o una ristampa: {read_copy}; note solo da citazioni altrui: {read_quoted}. Accanto a \
                    un’opera letta in una copia ad accesso libero c’è il link alla copia.",
    sources_primary: "Documenti ufficiali",
    sources_analysis: "Analisi",
    sources_press: "Stampa",
    sources_catalogue: "Cataloghi ed elenchi di ricercatori",
    sources_via: "letto in una copia",
    sources_quoted: "noto solo da citazioni altrui",

    versions_title: "Che cosa è cambiato",
    versions_intro: "Tutte le versioni dei dati, dalla più recente, con ogni cifra modificata: da che cosa a che cosa, perché e in base a \
                     quale fonte.",
    version_first: "Prima pubblicazione: le versioni successive si confrontano con questa.",
    version_same: "Nessuna cifra è cambiata.",
    version_added: "Aggiunto: {after}",
    version_removed: "Tolto: {before}",
    download_changes: "Scarica le modifiche (JSON)",

    licence_title: "Riuso",
    licence: "Dati e testi: CC BY 4.0, citando “Heistogram contributors”. Codice: MIT o Apache-2.0, a scelta.",
    download: "Scarica i dati (JSON)",
    download_csv: "Scarica i casi (CSV)",
    licences: "Licenze del codice",
    corrections_title: "C’è un errore?",
    corrections: "Da segnalare nel repository del progetto, indicando il caso e una fonte verificabile; il file CONTRIBUTING.md spiega come si \
                  corregge o si aggiunge un caso.",
    changes_title: "Stato dei dati",
    changes: "Aggiornamento: {as_of}. Ogni modifica di una cifra è elencata: da che cosa a che cosa, perché e in base a quale fonte.",
    printed: "Heistogram. Dati fino al giorno {as_of}. Dati e testi CC BY 4.0, citando “Heistogram contributors”.",
    credit: "Grafica: Heistogram contributors, CC BY 4.0",

    changed: Plural { one: "{n} modifica", other: "{n} modifiche" },
    countries: Plural { one: "{n} Paese", other: "{n} Paesi" },
    people: Plural { one: "{n} persona", other: "{n} persone" },
};
