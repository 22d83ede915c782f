"""What people have answered leaves the work list: values that they confirmed, corrected or added."""

from __future__ import annotations

from archive.review.apply import Reviewed

KINDS = {
    "addressees": "addressee", "amounts": "amount", "attendance": "attendance", "dates": "date",
    "decisions": "decision", "dnr": "dnr", "items": "item", "organisations": "organisation",
    "paragraphs": "paragraph", "people": "person", "personal_numbers": "personal_number",
}  # fmt: skip
"""Lists of a record, and what the values of each are called there (models/placed.py)."""


def settled(reviewed: Reviewed) -> frozenset[str]:
    """The keys of the doubts that are answered (`archive.search.doubts.Doubt.key`).

    Where the program says something else by now, that is a finding of its own, and stays on the list.
    """
    return frozenset(
        f"{KINDS[mark.field]}-{mark.position + 1}"
        for mark in reviewed.marks
        if mark.field in KINDS and mark.position is not None
    )
