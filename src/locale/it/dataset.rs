//! The project's own dataset in Italian.

use crate::locale::{TranslatedClaim, Translations};

/// Every text of the dataset that is in charts or on the page, with its translation.
pub const TRANSLATIONS: Translations = Translations {
    victims: &[
        ["Unnamed financial institution in Guatemala", "Istituto finanziario non precisato in Guatemala"],
        ["Unnamed bank in Nigeria", "Banca non precisata in Nigeria"],
        [
            "Polish Financial Supervision Authority website and Polish banks",
            "Sito dell’autorità di vigilanza finanziaria polacca e banche polacche",
        ],
        ["Victims of the WannaCry ransomware", "Vittime del ransomware WannaCry"],
        [
            "Victims of the WaterPlum (Contagious Interview) campaign",
            "Vittime della campagna WaterPlum (Contagious Interview)",
        ],
        ["Cash machines in South Korea", "Bancomat in Corea del Sud"],
        ["Four exchanges in South Korea", "Quattro exchange in Corea del Sud"],
        ["Unnamed financial institution in Tunisia", "Istituto finanziario non precisato in Tunisia"],
        ["Unnamed company in South Korea", "Azienda non precisata in Corea del Sud"],
        ["Unnamed financial institution in Costa Rica", "Istituto finanziario non precisato in Costa Rica"],
        ["Unnamed financial institution in Liberia", "Istituto finanziario non precisato in Liberia"],
        ["Unnamed target in India", "Bersaglio non precisato in India"],
        ["Unnamed target in Bangladesh", "Bersaglio non precisato in Bangladesh"],
        ["Unnamed financial institution in Spain", "Istituto finanziario non precisato in Spagna"],
        ["Unnamed financial institution in The Gambia", "Istituto finanziario non precisato in Gambia"],
        ["Unnamed financial institution in Nigeria", "Istituto finanziario non precisato in Nigeria"],
        ["Unnamed institution in Kuwait", "Istituto non precisato in Kuwait"],
        ["Users of Upbit", "Utenti di Upbit"],
        ["Unnamed financial services company in New York", "Azienda di servizi finanziari non precisata a New York"],
        ["A user of Nexus Mutual (private wallet)", "Un utente di Nexus Mutual (portafoglio privato)"],
        ["Unnamed victim", "Vittima non precisata"],
        ["Unnamed victims", "Vittime non precisate"],
        ["Unnamed private victim", "Vittima privata non precisata"],
        ["Unnamed individual", "Privato non precisato"],
        ["Unnamed market maker", "Market maker non precisato"],
        ["Unnamed virtual token company in Serbia", "Azienda di token virtuali non precisata in Serbia"],
        ["Unnamed crypto investor", "Investitore in criptovalute non precisato"],
        ["Unnamed blockchain company in Atlanta", "Azienda blockchain non precisata ad Atlanta"],
        ["Unnamed investment platform", "Piattaforma di investimento non precisata"],
        ["Unnamed company", "Azienda non precisata"],
        ["Unnamed company in France", "Azienda non precisata in Francia"],
        ["Unnamed platform", "Piattaforma non precisata"],
        ["Unnamed company in New York", "Azienda non precisata a New York"],
        ["Unnamed holder of TON coins", "Detentore di TON non precisato"],
        ["Atomic Wallet users", "Utenti di Atomic Wallet"],
        ["Solareum users", "Utenti di Solareum"],
        ["User of Venus Protocol", "Utente di Venus Protocol"],
        ["Users of Tenexium", "Utenti di Tenexium"],
        ["Bangladesh Bank (central bank)", "Bangladesh Bank (banca centrale)"],
        ["Bank Negara Malaysia (central bank)", "Bank Negara Malaysia (banca centrale)"],
    ],
    marks: &[
        ["28 March 2024: Russia ends the UN panel by veto", "28 marzo 2024: il veto russo ferma gli esperti Onu"],
        ["Chainalysis: $6.75bn since 2016", "Chainalysis: 6,75 mld $ dal 2016"],
        ["Elliptic: over $6bn since 2017", "Elliptic: oltre 6 mld $ dal 2017"],
        ["TRM: over $5bn since 2017", "TRM: oltre 5 mld $ dal 2017"],
        ["UN panel 2019: up to $2bn, banks included", "Esperti Onu 2019: fino a 2 mld $, banche comprese"],
        ["UN panel 2024: about $3bn since 2017", "Esperti Onu 2024: circa 3 mld $ dal 2017"],
    ],
    also: &[
        ["Lazarus", "Gruppo Lazarus"],
        ["TraderTraitor", "TraderTraitor"],
        ["Andariel", "Andariel"],
        ["IT workers", "lavoratori informatici"],
        ["UN Panel of Experts", "gruppo di esperti Onu"],
        ["MSMT", "squadra multilaterale di monitoraggio"],
        ["FBI", "polizia federale statunitense"],
        ["Justice", "Dipartimento di Giustizia"],
        ["US Treasury", "Dipartimento del Tesoro"],
        ["National Intelligence Service", "servizi segreti sudcoreani"],
        ["South Korean police", "polizia sudcoreana"],
        ["National Police Agency", "polizia giapponese"],
    ],
    claims: &[
        TranslatedClaim {
            id: "two-billion",
            what: "Proventi stimati fino a due miliardi di dollari",
            said_by: "Panel di esperti Onu (trapelato ad Asahi Shimbun, Reuters e AP)",
            compare: "Gli importi riportati nella tabella del rapporto ammontano a 2,21 miliardi di dollari, contando \
                      una sola volta un furto \
                      riportato due volte: 1,96 miliardi stanno in righe che parlano di tentativi (“attempted”; in \
                      una, di 16,8 milioni, \
                      manca l’unità), 0,26 miliardi in righe che parlano di furto, perdita o proventi. Che la cifra \
                      del titolo comprenda i \
                      tentativi è la lettura di questo dataset; il panel non lo dice. L’articolo scrive che la Corea \
                      del Nord potrebbe aver \
                      accumulato circa due miliardi; “fino a” è del panel.",
        },
        TranslatedClaim {
            id: "thirty-five-attacks",
            what: "Almeno 35 attacchi a istituti finanziari e piattaforme di scambio di criptovalute",
            said_by: "Panel di esperti Onu",
            compare: "L’allegato 21 ha 36 righe; un furto (India, agosto 2018) compare in entrambe le metà, perciò ne \
                      restano 35. \
                      L’articolo scrive “35”; “almeno” è del panel e della Reuters.",
        },
        TranslatedClaim {
            id: "seventeen-countries",
            what: "In 17 Paesi",
            said_by: "Panel di esperti Onu, Paesi elencati dall’AP",
            compare: "L’elenco dell’AP cita 17 Paesi e 30 attacchi. L’allegato ne cita 20: in più ci sono Taiwan, \
                      Messico, Spagna e una riga \
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
            compare: "Non è stato trovato alcun conteggio di persone da parte del panel; altre stime pubblicate vanno \
                      da 1.700 a 7.000 e contano \
                      cose diverse.",
        },
        TranslatedClaim {
            id: "thirty-individuals",
            what: "Più di 30 attacchi a singoli possessori, sospettati nordcoreani, rilevati da aprile 2018",
            said_by: "CUVEPIA, società di sicurezza sudcoreana",
            compare: "È il conteggio di una sola società, senza importi: qui è quindi un’affermazione, non un insieme \
                      di casi. L’articolo data il \
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
            what: "Eseguiti sotto la guida del Reconnaissance General Bureau, i servizi di ricognizione nordcoreani, \
                   dice il rapporto",
            said_by: "Panel di esperti Onu",
            compare: "",
        },
        TranslatedClaim {
            id: "impartiality",
            what: "Giappone e Corea del Sud sono i due Stati più esposti a un possibile attacco nordcoreano con armi \
                   di distruzione di massa, \
                   perciò questa informazione potrebbe non essere imparziale",
            said_by: "The Cryptonomist",
            compare: "",
        },
        TranslatedClaim {
            id: "blockchain-team",
            what: "L’esistenza di una squadra nordcoreana che lavora sulla blockchain è confermata ufficialmente",
            said_by: "The Cryptonomist",
            compare: "L’organizzatore della conferenza nordcoreana sulla blockchain disse a Vice nel settembre 2019 \
                      che il Paese stava creando una valuta \
                      digitale; la missione nordcoreana all’Onu non confermò né smentì. Non è stata trovata alcuna \
                      conferma ufficiale di una squadra \
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
            compare: "Di questi, 534 milioni sono di Coincheck, la cui attribuzione è contestata e che il rapporto di \
                      settembre non elenca più. \
                      Questa cifra non va mai sommata ai 2 miliardi né considerata una loro parte.",
        },
    ],
};
