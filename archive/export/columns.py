"""What the flat tables and their columns hold, in words: told with the tables in whatever form they leave."""

from __future__ import annotations

from dataclasses import dataclass

TABLES = {
    "documents": ("Documents", "One row a document: minutes, letters, motions, as they stand in the files"),
    "items": ("Items", "One row an ärende of minutes"),
    "decisions": ("Decisions", "One row a decision, a proposal or an earlier decision that is cited"),
    "amounts": ("Amounts", "One row a sum of money that a decision names"),
    "addressees": ("Addressees", "One row somebody to whom a decision turns"),
    "people": ("People", "One row a person of a document, however often the name stands there"),
    "dnr": ("Diarienummer", "One row a diarienummer of a document"),
    "dates": ("Dates", "One row a date of a document"),
    "paragraphs": ("Paragraphs", "One row a § of a document: minuted, cited, or of a law"),
    "findings": ("Findings", "What is missing in a document, or unsure"),
    "pages": ("Pages", "One row a page, with its repaired text"),
}
"""Title and description of each table."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a column holds; `unit` where its numbers have one that is the same in every row."""

    description: str
    unit: str | None = None


_OF_ALL = {
    "id": Told("Stable id: the same bytes of a file always give the same"),
    "document": Told("Id of the document that it stands in"),
    "position": Told("Which of its kind in the document, from 1"),
}
_DOCUMENTS = {
    "part": Told("Which of the file's documents, from 1"),
    "page_from": Told("First page of the file that it stands on, from 1"),
    "page_to": Told("Last page of the file that it stands on"),
    "kind": Told("What it is: protokoll, motion, tjänsteskrivelse and others"),
    "title": Told("Title, as printed"),
    "municipality": Told("Municipality"),
    "municipality_code": Told("Kommunkod of four digits"),
    "body": Told("Issuing body, in full"),
    "date": Told("Date as EDTF; of minutes the meeting's"),
    "date_start": Told("First day that the date can be, ISO 8601"),
    "date_end": Told("Last day that the date can be, ISO 8601"),
    "paragraph_from": Told("First § that it minutes"),
    "paragraph_to": Told("Last § that it minutes"),
    "status": Told("whole, or partial where something is missing"),
    "confidence": Told("How sure recognition was, 0 to 1"),
    "version": Told("Version of the program that made the record"),
    "settings": Told("Digest of the settings that it was made with"),
    "processed_at": Told("When the record was made, ISO 8601"),
    "path": Told("Path of the file, as it was given"),
    "sha256": Told("SHA-256 of the file"),
}
_ITEMS = {
    "paragraph": Told("Number of the §"),
    "heading": Told("Heading, as printed"),
    "dnr": Told("Diarienummer, parted by |"),
    "summary": Told("Summary, as printed"),
    "vote_method": Told("acklamation, votering or sluten"),
    "vote_yes": Told("Votes for", "votes"),
    "vote_no": Told("Votes against", "votes"),
    "immediate": Told("Whether the § was adjusted at once (omedelbar justering)"),
}
_DECISIONS = {
    "decision": Told("Id of the decision in its record"),
    "paragraph": Told("Number of the §"),
    "body": Told("Body that decides"),
    "date": Told("Date as EDTF"),
    "dnr": Told("Diarienummer"),
    "status": Told("fattat, förslag, hänvisning, framtida or annat organ"),
    "outcome": Told("What it does with its matter: bifall, avslag and others"),
    "text": Told("The decision, as printed, repaired"),
}
_AMOUNTS = {
    "decision": Told("Id of the decision that names it"),
    "point": Told("Number of the decision's point that names it"),
    "value": Told("Amount in whole units of the currency, or the least of a range"),
    "value_to": Told("The most of a range"),
    "currency": Told("ISO 4217, or riksdaler"),
    "bound": Told("högst, minst or cirka"),
    "per": Told("What it is paid for each of: år, elev"),
}
_ADDRESSEES = {
    "decision": Told("Id of the decision that turns to them"),
    "point": Told("Number of the decision's point"),
    "name": Told("Name, as printed"),
    "kind": Told("body, office, official, person, company and others"),
    "role": Told("For what the decision turns to them: uppdrag, remiss, mottagare and others"),
}
_PEOPLE = {
    "name": Told("Name, as printed, repaired"),
    "party": Told("Code of the party, where it is printed"),
    "party_printed": Told("Party, as printed"),
    "roles": Told("Roles, parted by |"),
    "bodies": Told("Bodies, parted by |"),
    "candidates": Told("Names of others in the document who may be the same, parted by |"),
}
_DNR = {
    "value": Told("Diarienummer in one form"),
    "registry": Told("Registry (KS, BN)"),
    "year": Told("Year of the number", "year"),
    "number": Told("Running number in the year"),
    "class_code": Told("Code in the classification"),
    "document_no": Told("Number of the document in the matter"),
    "relation": Told("own, cited or external"),
    "candidates": Told("Both readings where the order is unsettled, parted by |"),
}
_DATES = {
    "value": Told("Date as EDTF"),
    "start": Told("First day, ISO 8601"),
    "end": Told("Last day, ISO 8601"),
    "precision": Told("day, month, season or year"),
    "year_inferred": Told("Whether the year is not printed, but follows from the document"),
    "role": Told("What happened: meeting, decision, deadline and others"),
}
_PARAGRAPHS = {
    "number": Told("Number of the §"),
    "number_to": Told("Last number of a range"),
    "year": Told("Year of the minutes", "year"),
    "body": Told("Body whose minutes they are"),
    "date": Told("Date of the minutes, EDTF"),
    "kind": Told("minuted, cited or statute"),
    "statute": Told("The law, of a section of one"),
}
_FINDINGS = {
    "code": Told("What kind of finding"),
    "severity": Told("info, warning or error"),
    "page": Told("Page of the file, from 1"),
    "message": Told("What was found, in a sentence"),
}
_PAGES = {
    "key": Told("Number of the row"),
    "number": Told("Page of the file, from 1"),
    "width": Told("Width, in the page's unit"),
    "height": Told("Height, in the page's unit"),
    "unit": Told("px, or pt (1/72 inch)"),
    "dpi": Told("Dots an inch of its image", "1/inch"),
    "origin": Told("ocr, text layer or text"),
    "engine": Told("What recognised it"),
    "confidence": Told("How sure recognition was, 0 to 1"),
    "rotation": Told("By how much the print is turned, counterclockwise", "degree"),
    "text": Told("Text, repaired"),
}
_COLUMNS = {
    "documents": _DOCUMENTS,
    "items": _ITEMS,
    "decisions": _DECISIONS,
    "amounts": _AMOUNTS,
    "addressees": _ADDRESSEES,
    "people": _PEOPLE,
    "dnr": _DNR,
    "dates": _DATES,
    "paragraphs": _PARAGRAPHS,
    "findings": _FINDINGS,
    "pages": _PAGES,
}


def told(table: str, column: str) -> Told:
    """What the column holds; KeyError for one that nobody has put into words."""
    return _COLUMNS[table].get(column) or _OF_ALL[column]
