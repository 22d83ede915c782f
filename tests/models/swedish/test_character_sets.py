"""Text in a wrong character set is read in the right one, page by page, names with it."""

from __future__ import annotations

import pytest

from models.swedish.character_sets import utf8_by_bytes, wrong_set
from models.swedish.replacement import Replacement, replaced

TEXT = (
    "Kommunstyrelsen föreslår att nämnden beslutar om åtgärder för äldre och att Öppna förskolan får stöd på "
    "samma sätt som föregående år. Åke Sjöqvärn reserverar sig mot beslutet enligt 5 § – ”se bilaga”."
)
SETS = [("mac_roman", "cp1252"), ("mac_roman", "latin-1"), ("latin-1", "mac_roman"), ("cp850", "latin-1")]


def wronged(text: str, written: str, read: str) -> str:
    return text.encode(written, "replace").decode(read, "ignore")


@pytest.mark.parametrize(("written", "read"), SETS)
def test_names_are_read_with_the_words_that_prove_the_set(written: str, read: str) -> None:
    kept = {sign for sign in TEXT if wronged(sign, written, read) and sign not in "–”"}
    sure = "".join(sign for sign in TEXT if sign in kept)
    damaged = wronged(sure, written, read)
    assert "Sjöqvärn" not in damaged
    assert replaced(damaged, wrong_set(damaged)) == sure


def test_signs_beside_letters_are_read_too() -> None:
    damaged = wronged(TEXT, "mac_roman", "latin-1")
    assert replaced(damaged, wrong_set(damaged)) == TEXT


def test_each_page_has_its_own_set() -> None:
    page = TEXT.replace("–", "-").replace("”", '"')
    pages = [page, page, page]
    damaged = "\f".join([wronged(page, "mac_roman", "latin-1"), page, wronged(page, "cp850", "latin-1")])
    assert replaced(damaged, wrong_set(damaged)) == "\f".join(pages)


def test_short_page_is_read_as_the_others_are() -> None:
    damaged = wronged(f"{TEXT}\fÄrendet", "mac_roman", "latin-1")
    assert replaced(damaged, wrong_set(damaged)) == f"{TEXT}\fÄrendet"


@pytest.mark.parametrize("single", ["cp1252", "latin-1"])
def test_bytes_of_utf8(single: str) -> None:
    damaged = (
        TEXT.encode().decode(single, "ignore")
        if single == "latin-1"
        else "å ä ö Å Ö §".encode().decode(single)
    )
    truth = TEXT if single == "latin-1" else "å ä ö Å Ö §"
    assert replaced(damaged, utf8_by_bytes(damaged)) == truth


def test_replacements_lie_in_order_and_the_rest_stays() -> None:
    assert replaced("ett två tre", [Replacement(0, 3, "1"), Replacement(8, 11, "3")]) == "1 två 3"
