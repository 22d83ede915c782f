"""The template of a municipality's minutes from 1971 on: words, order and forms that it always uses."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.extraction.grammar.chance import Chance

_MODERN = {
    "decision": ("Beslut", "Beslut", "<Body>s beslut", "Beslut:"),
    "proposal": (
        "Förslag till beslut", "Förvaltningens förslag till beslut", "Förslag till beslut",
        "<Officeman>s förslag till beslut",
    ),
    "summary": (
        "Sammanfattning av ärendet", "Sammanfattning", "Ärendebeskrivning", "Beskrivning av ärendet",
        "Bakgrund", "Ärendet", "Sammanfattning:",
    ),
    "basis": (
        "Beslutsunderlag", "Underlag för beslut", "Handlingar i ärendet", "Beslutsunderlag:", "Underlag",
    ),
    "motions": ("Yrkanden", "Yrkande", "Yrkanden:", "Förslag till beslut på sammanträdet"),
    "procedure": ("Propositionsordning", "Beslutsgång", "Proposition", "Beslutsgång:"),
    "vote": ("Omröstning", "Votering", "Omröstningsresultat", "Omröstning och resultat"),
    "dissent": ("Reservation", "Reservationer", "Reservation:", "Reservation mot beslutet"),
    "sent": (
        "Beslutet skickas till", "Beslutet expedieras till", "Expedieras till", "Skickas till",
        "Kopia till", "Beslutet skickas till:",
    ),
    "recusal": ("Jäv", "Jäv", "Anmälan om jäv"),
    "statement": ("Särskilt yttrande", "Protokollsanteckning", "Protokollsanteckning", "Särskilt yttrande"),
    "earlier": ("Tidigare beslut", "Ärendets tidigare behandling", "Tidigare behandling"),
}  # fmt: skip
_COVER = {
    "place": ("Plats och tid", "Tid och plats", "Plats och tid:", "Plats"),
    "present": (
        "Beslutande", "Beslutande ledamöter", "Närvarande ledamöter", "Ledamöter", "Beslutande:",
        "Närvarande",
    ),
    "serving": ("Tjänstgörande ersättare", "Tjänstgörande ersättare", "Tjänstgörande ersättare:"),
    "substitutes": (
        "Ersättare", "Ej tjänstgörande ersättare", "Närvarande ersättare", "Ersättare:",
        "Icke tjänstgörande ersättare",
    ),
    "others": (
        "Övriga närvarande", "Övriga deltagare", "Övriga deltagande", "Tjänstemän", "Övriga",
        "Övriga närvarande:",
    ),
    "adjuster": ("Utses att justera", "Justerare", "Justerande", "Utses att justera:", "Val av justerare"),
    "adjusting": ("Justeringens plats och tid", "Justeringens tid", "Justering", "Tid för justering"),
    "signatures": ("Underskrifter", "Underskrifter", "Underskrifter:"),
    "notice": ("ANSLAG/BEVIS", "BEVIS OM ANSLAG", "Anslag/Bevis", "ANSLAGSBEVIS", "Bevis om anslag"),
    "up": (
        "Datum då anslaget sätts upp", "Anslaget sätts upp", "Datum för anslags uppsättande",
        "Anslagsdatum", "Anslås",
    ),
    "down": (
        "Datum då anslaget tas ned", "Anslaget tas ned", "Datum för anslags nedtagande",
        "Anslaget tas bort", "Tas ned",
    ),
    "kept": ("Förvaringsplats för protokollet", "Protokollet förvaras", "Förvaringsplats"),
    "paragraphs": ("Paragrafer", "Paragrafer", "Omfattning", "Paragraf", "Paragrafer:"),
}  # fmt: skip
PARTY_FORMS = ("({})", "({})", "({})", "({})", ", {}", ", {},", "{}", "column", "none")
ITEM_HEADS = (
    "one line",
    "number first",
    "dnr right",
    "dnr below",
    "body first",
    "dnr before",
    "brackets",
    "no space",
)
ATTENDANCE = (
    "list", "list", "list", "two columns", "two columns", "three columns", "prose", "roles below", "table",
    "inline", "stacked", "chair apart", "side by side", "roll", "replacements",
)  # fmt: skip
SUBSTITUTIONS = ("ersätter", "tjg ers", "för", "ersättare för", "tjänstgörande ersättare för")
DECISIONS = (
    "att list",
    "numbered",
    "sentence",
    "subject numbered",
    "passive list",
    "att numbered",
    "verb list",
)


@dataclass(frozen=True, slots=True)
class Style:
    """What a municipality's template fixes."""

    words: dict[str, str]
    party: str
    lower_party: bool
    item_head: str
    attendance: str
    substitution: str
    decision: str
    decision_first: bool
    contents: bool
    chain: bool
    fronted_sign: str
    """How the number of an item is printed: "§ {n}", "§{n}" or "§ {n}/{yy}"."""
    numbered: bool
    """Items have a dnr."""
    dash: str
    citation: str
    """How a § of other minutes is printed after its body: "§ {n}", "§ {n}/{yy}" or the number alone."""
    lead: str
    """How a decision is led in, with the body's name."""


def style_of(seed: str, year: int) -> Style:
    """The template of this municipality."""
    chance = Chance(f"{seed} style")
    tables = {**_MODERN, **_COVER}
    words = {name: chance.one(table) for name, table in sorted(tables.items())}
    if year < 1995:
        words.update(summary=chance.one(("", "", "Ärendebeskrivning", "Bakgrund")))
        words.update(proposal=chance.one(("Arbetsutskottets förslag", "Förslag till beslut")))
    if 1971 <= year < 1980:
        words.update(substitutes=chance.one(("Suppleanter", "Ej tjänstgörande suppleanter", "Ersättare")))
    past = year < 1995 or chance.happens(0.1)
    forms = DECISIONS[:3] if year < 1990 else DECISIONS
    leads = (
        ("<Body> beslutade", "<Body> beslöt")
        if past
        else ("<Body> beslutar", "<Body> beslutar", "<Body> beslutar följande")
    )
    return Style(
        words=words,
        party=chance.one(PARTY_FORMS),
        lower_party=year < 2006 or (year < 2011 and chance.happens(0.4)),
        item_head=chance.one(ITEM_HEADS),
        attendance=chance.one(
            ATTENDANCE
            if year >= 1985
            else ("list", "list", "two columns", "inline", "stacked", "chair apart")
        ),
        substitution=chance.one(SUBSTITUTIONS),
        decision=chance.one(forms),
        decision_first=year >= 2004 and chance.happens(0.5),
        contents=year >= 1998 and chance.happens(0.35),
        chain=chance.happens(0.35),
        fronted_sign=chance.one((*("§ {n}",) * 9, "§{n}", "§{n}", "§ {n}/{yy}")),
        citation=chance.one((*("§ {n}",) * 12, "§{n}", "§ {n}/{yy}", "§ {n}/{yyyy}", "{n}/{yy}", "{n}")),
        numbered=year >= 1985 or chance.happens(0.5),
        dash=chance.one(("-", "–", " - ")),
        lead=chance.one(leads),
    )
