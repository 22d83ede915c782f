"""Signs and codes: what the tagger is given, and what its labels say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.swedish.tagger.alphabet import OTHER, PAD, SIZE, code_of, encoded, sign_of


@given(st.text())
def test_each_code_point_has_one_code(text: str) -> None:
    codes = encoded(text)
    assert len(codes) == len(text)
    assert all(PAD < code < SIZE for code in codes.tolist())


def test_swedish_letters_and_the_section_sign_have_codes_of_their_own() -> None:
    signs = "aåäöAÅÄÖ§é0 \n–-"
    codes = [code_of(sign) for sign in signs]
    assert len({*codes}) == len(signs)
    assert "".join(map(sign_of, codes)) == signs


def test_what_is_not_listed_shares_a_code_that_stands_for_nothing() -> None:
    assert encoded("漢字").tolist() == [OTHER, OTHER]
    assert sign_of(OTHER) == sign_of(PAD) == ""
    assert encoded("\ud800").tolist() == [OTHER]
