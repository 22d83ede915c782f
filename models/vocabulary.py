"""The closed lists of a record: English where the field's terms are, Swedish where the domain is."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a document is."""

    PROTOKOLL = "protokoll"
    PROTOKOLLSUTDRAG = "protokollsutdrag"
    KALLELSE = "kallelse"
    TJANSTESKRIVELSE = "tjänsteskrivelse"
    MOTION = "motion"
    INTERPELLATION = "interpellation"
    FRAGA = "fråga"
    MEDBORGARFORSLAG = "medborgarförslag"
    REMISS = "remiss"
    YTTRANDE = "yttrande"
    SKRIVELSE = "skrivelse"
    DELEGATIONSBESLUT = "delegationsbeslut"
    RAPPORT = "rapport"
    REVISIONSRAPPORT = "revisionsrapport"
    UTREDNING = "utredning"
    PROJEKTPLAN = "projektplan"
    STYRDOKUMENT = "styrdokument"
    REGLEMENTE = "reglemente"
    TAXA = "taxa"
    BUDGET = "budget"
    ARSREDOVISNING = "årsredovisning"
    AVTAL = "avtal"
    DETALJPLAN = "detaljplan"
    ANSLAGSBEVIS = "anslagsbevis"
    ANSOKAN = "ansökan"
    OVRIGT = "övrigt"


class DecisionStatus(StrEnum):
    """Whether a decision was taken here and now; an earlier one that is cited is a hänvisning."""

    FATTAT = "fattat"
    FORSLAG = "förslag"
    HANVISNING = "hänvisning"
    FRAMTIDA = "framtida"
    ANNAT_ORGAN = "annat organ"


class DecisionOutcome(StrEnum):
    """What a decision does with its matter."""

    BIFALL = "bifall"
    DELVIS_BIFALL = "delvis bifall"
    AVSLAG = "avslag"
    ANSE_BESVARAD = "anse besvarad"
    ATERREMISS = "återremiss"
    MINORITETSATERREMISS = "minoritetsåterremiss"
    BORDLAGGNING = "bordläggning"
    AVSKRIVNING = "avskrivning"
    AVVISNING = "avvisning"
    ANTA = "anta"
    GODKANNA = "godkänna"
    FASTSTALLA = "fastställa"
    ANDRA = "ändra"
    UPPHAVA = "upphäva"
    BEVILJA = "bevilja"
    ANSLA = "anslå"
    UPPDRA = "uppdra"
    DELEGERA = "delegera"
    TILLSATTA = "tillsätta"
    UTSE = "utse"
    ENTLEDIGA = "entlediga"
    REMITTERA = "remittera"
    YTTRA_SIG = "yttra sig"
    TILLSTYRKA = "tillstyrka"
    AVSTYRKA = "avstyrka"
    FORESLA_FULLMAKTIGE = "föreslå fullmäktige"
    NOTERA = "notera"
    GENOMFORA = "genomföra"
    SAMMANSATT = "sammansatt"
    OKAND = "okänd"


class Currency(StrEnum):
    """Of what money an amount is: by ISO 4217, but for the riksdaler of before 1873, which has no code."""

    SEK = "SEK"
    RIKSDALER = "riksdaler"
    EUR = "EUR"
    USD = "USD"
    NOK = "NOK"
    DKK = "DKK"


class AmountBound(StrEnum):
    """How an amount is limited where it is not said to be exact."""

    HOGST = "högst"
    MINST = "minst"
    CIRKA = "cirka"


class AddresseeRole(StrEnum):
    """For what a decision turns to somebody: a task, request, right, referral, papers, proposal or grant."""

    UPPDRAG = "uppdrag"
    ANMODAN = "anmodan"
    BEMYNDIGANDE = "bemyndigande"
    REMISS = "remiss"
    ATERREMISS = "återremiss"
    OVERLAMNANDE = "överlämnande"
    FORSLAG = "förslag"
    MOTTAGARE = "mottagare"


class AddresseeKind(StrEnum):
    """What somebody is to whom a decision turns: a body, an office, an official by title, or another."""

    BODY = "body"
    OFFICE = "office"
    OFFICIAL = "official"
    PERSON = "person"
    MUNICIPALITY = "municipality"
    AUTHORITY = "authority"
    COURT = "court"
    COMPANY = "company"
    ASSOCIATION = "association"


class DnrRelation(StrEnum):
    """Whose number it is: this document's, another of the same municipality's, another authority's."""

    OWN = "own"
    CITED = "cited"
    EXTERNAL = "external"


class PersonalNumberKind(StrEnum):
    """Whose number it is: of somebody in the population register, or of one who isn't."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"


class DatePrecision(StrEnum):
    """How closely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


class DateRole(StrEnum):
    """What happened on a date."""

    DOCUMENT = "document"
    MEETING = "meeting"
    DECISION = "decision"
    ADJUSTMENT = "adjustment"
    RECEIVED = "received"
    DEADLINE = "deadline"
    OTHER = "other"


class ParagraphKind(StrEnum):
    """Whether a § is an item of this document, of other minutes, or of a law."""

    MINUTED = "minuted"
    CITED = "cited"
    STATUTE = "statute"


class Capacity(StrEnum):
    """As what a person sat in a meeting."""

    LEDAMOT = "ledamot"
    TJANSTGORANDE_ERSATTARE = "tjänstgörande ersättare"
    ERSATTARE = "ersättare"
    TJANSTEPERSON = "tjänsteperson"
    OVRIG = "övrig"


class VoteMethod(StrEnum):
    """How a body decided."""

    ACKLAMATION = "acklamation"
    VOTERING = "votering"
    SLUTEN = "sluten"


class Ballot(StrEnum):
    """How one person voted."""

    JA = "ja"
    NEJ = "nej"
    AVSTAR = "avstår"
    FRANVARANDE = "frånvarande"


class OrganisationKind(StrEnum):
    """What an organisation that a document names is."""

    BODY = "body"
    MUNICIPALITY = "municipality"
    AUTHORITY = "authority"
    COURT = "court"
    COMPANY = "company"
    ASSOCIATION = "association"
    OTHER = "other"


class Status(StrEnum):
    """Whether anything of a document is missing."""

    WHOLE = "whole"
    PARTIAL = "partial"
