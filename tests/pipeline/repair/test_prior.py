"""Which reading of a word is likelier before the tagger is asked."""

from __future__ import annotations

import pytest

from pipeline.repair.channel import channel_of
from pipeline.repair.pieces import Piece, pieces
from pipeline.repair.prior import Prior


def piece_of(content: str, text: str) -> Piece:
    return next(piece for piece in pieces(content, 0, len(content)) if piece.text == text)


@pytest.mark.parametrize(
    ("read", "likelier", "other"),
    [
        ("latrin", "latrin", "lätrin"),
        ("ridhuset", "ridhuset", "rådhusst"),
        ("kafé", "kafé", "kaft"),
        ("fasta", "fästa", "fåsta"),
        ("domanstyrelsen", "domänstyrelsen", "domän styrelsen"),
        ("iutlandet", "i utlandet", "iutlandet"),
        ("Milovac", "Milovac", "Milovat"),
        ("Oblund", "Öblund", "Eblund"),
        ("godkand", "godkänd", "godkönd"),
        ("Roos", "Roos", "Rös"),
    ],
)
def test_what_weighs_more(read: str, likelier: str, other: str) -> None:
    content = f"nämnden {read} och"
    piece, prior = piece_of(content, read), Prior(content)
    assert prior.weight(likelier, piece, read) > prior.weight(other, piece, read)


def test_the_confusions_of_the_document_count() -> None:
    content = "en fjirde del"
    seen = channel_of([("nir", "när"), ("hir", "här"), ("kirl", "kärl"), *[("talat", "talat")] * 20])
    piece, knowing = piece_of(content, "fjirde"), Prior(content, channel=seen)
    assert knowing.weight("fjärde", piece, "fjirde") > Prior(content).weight("fjärde", piece, "fjirde")


@pytest.mark.parametrize(
    ("content", "read", "names"),
    [
        ("den 7 scptember i", "scptember", {"september"}),
        ("om 7 kommuner i", "kommuner", set[str]()),
        ("om scptember i", "scptember", set[str]()),
        ("hos Sjoberg i", "Sjoberg", {"Sjöberg"}),
    ],
)
def test_names_and_months_that_a_word_may_be(content: str, read: str, names: set[str]) -> None:
    assert set(Prior(content).names_for(piece_of(content, read))) == names


def test_the_parts_of_a_cut_word_are_known() -> None:
    content = "nya skolskjuts-\nreglem gäller"
    assert Prior(content).knows("reglem", piece_of(content, "reglem"))
    assert not Prior("nya reglem gäller").knows("reglem", piece_of("nya reglem gäller", "reglem"))
