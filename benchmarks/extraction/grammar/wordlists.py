"""The fillings of the fields: what minutes are about, and who is told."""

TOPICS = (
    "en utomhusscen i stadsparken", "gratis parkering vid stationen", "fler laddplatser", "ett nytt ridhus",
    "cykelvägar till skolorna", "höjd bemanning i äldreomsorgen", "en hundrastgård", "ortsnamn på skyltar",
    "giftfria förskolor", "bredband på landsbygden", "lekplatsernas skötsel", "tryggare gångtunnlar",
    "språkstöd i förskolan", "ett kulturhus", "skolskjutsarnas tider", "badplatsens bryggor",
    "vinterväghållning",
)  # fmt: skip
FEES = (
    "plan- och bygglov", "livsmedelskontroll", "renhållning", "vatten och avlopp", "kulturskolan",
    "torgplatser", "uthyrning av lokaler", "färdtjänst", "sotning och brandskydd",
)  # fmt: skip
GUIDELINES = (
    "inköp och upphandling", "sociala medier", "biståndshandläggning", "representation", "klimatarbete",
    "jämställdhet", "distansarbete", "föreningsstöd", "krisberedskap", "digitalisering",
)  # fmt: skip
PURPOSES = (
    "ombyggnad av skolköket", "ny belysning vid elljusspåret", "byte av ventilation i simhallen",
    "renovering av gamla rådhuset", "en ny brandstation", "upprustning av torget", "inköp av en lastbil",
)  # fmt: skip
SERVICES = ("räddningstjänst", "överförmyndarverksamhet", "lönehantering", "alkoholhandläggning", "turism")
AUDITS = (
    "kommunens avtalstrohet",
    "intern kontroll",
    "styrningen av IT",
    "skolans elevhälsa",
    "underhåll av lokaler",
)
REMISSER = (
    "förslag till regional utvecklingsstrategi", "länets trafikförsörjningsprogram",
    "förslag till nya föreskrifter", "betänkandet om framtidens bibliotek", "vindkraftpark på Höga berget",
    "översiktsplan för grannkommunen",
)  # fmt: skip
BUILDINGS = (
    "nybyggnad av enbostadshus", "tillbyggnad av garage", "ändrad användning från butik till bostad",
    "nybyggnad av lagerhall", "uppsättande av skylt", "nybyggnad av flerbostadshus",
)  # fmt: skip
GATHERINGS = (
    "årsstämman i kommunens bostadsbolag", "samverkansförbundets årsmöte",
    "föreningsstämman i vattenförbundet", "kommunförbundets länsmöte",
)  # fmt: skip
AGENCIES = (
    "Länsstyrelsen",
    "Boverket",
    "Trafikverket",
    "Naturvårdsverket",
    "Skolinspektionen",
    "Socialstyrelsen",
)
TASKS = (
    "utreda frågan vidare", "återkomma med förslag till finansiering", "ta fram en handlingsplan",
    "redovisa kostnaderna", "inleda förhandlingar med fastighetsägaren", "se över gällande riktlinjer",
    "genomföra en medborgardialog", "upphandla arbetet",
)  # fmt: skip
REASONS = (
    "ytterligare utredning", "komplettering av det ekonomiska underlaget", "förnyad beräkning av hyran",
    "samråd med berörda föreningar",
)  # fmt: skip
POSTS = ("skolchef", "bygglovshandläggare", "rektor", "enhetschef", "kanslichef")
BLOCKS = ("Eken", "Sädesärlan", "Kopparslagaren", "Lärkan", "Tegelbruket")
COUNCILS = ("ett råd för äldrefrågor", "ett ungdomsråd", "ett brottsförebyggande råd", "en krisledningsnämnd")
PLACES = ("Ekvalla", "Sjöbo", "Lövängen", "Kvarnåsen", "Hällby", "Västra Åker", "Norrtorp", "Bruket", "Myran")
STREETS = ("Torggatan", "Skolgatan", "Åvägen", "Östra Järnvägsgatan", "Ängsstigen", "Kyrkbacken", "Storgatan")
HOUSES = ("Kommunhuset", "Stadshuset", "Kommunalhuset", "Rådhuset", "Förvaltningshuset")
ROOMS = ("Lärkan", "Eken", "Sessionssalen", "Näcken", "Björken", "A-salen", "Stora salen", "Skutan")
_ASSOC = (
    "IF",
    "Ridklubb",
    "hembygdsförening",
    "folkdansgille",
    "motorklubb",
    "bygdegårdsförening",
    "konstförening",
)
FIRMS = (
    "Byggmästarna i Norr AB",
    "Ekvalla Strand AB",
    "Trävarubolaget AB",
    "Revisionsbyrån Granskarna AB",
    "Söderbo Fastigheter AB",
)
OFFICES = (
    "kommunledningsförvaltningen", "samhällsbyggnadskontoret", "ekonomikontoret", "socialförvaltningen",
    "barn- och utbildningskontoret", "tekniska kontoret", "kultur- och fritidsförvaltningen",
)  # fmt: skip
OFFICIALS = (
    "kommundirektören", "ekonomichefen", "förvaltningschefen", "kommunchefen", "samhällsbyggnadschefen",
    "presidiet", "tekniska chefen",
)  # fmt: skip
TITLES = (
    "ekonomichef", "utvecklingschef", "samhällsbyggnadschef", "socialchef", "skolchef", "planarkitekt",
    "fastighetschef", "kommunjurist", "personalchef", "kommunikationschef", "miljöinspektör", "controller",
    "teknisk chef", "bibliotekschef", "näringslivschef", "utredare",
)  # fmt: skip


def associations(place: str) -> tuple[str, ...]:
    """Associations of a place."""
    return tuple(f"{place} {kind}" if kind[0].isupper() else f"{place}s {kind}" for kind in _ASSOC)
