"""Party and roles as they are printed after a name."""

from __future__ import annotations

import pytest

from pipeline.extract.people.titles import party_after


@pytest.mark.parametrize(
    ("text", "listed", "party"),
    [
        ("Maj Ek (s)", False, "s"),
        ("Maj Ek, S", False, "S"),
        ("Maj Ek s", True, "s"),
        ("Maj Ek vpk, ordförande", True, "vpk"),
        ("Maj Ek s ersätter Bo Alm", True, "s"),
        ("Maj Ek fp §§ 3–7", True, "fp"),
        ("Maj Ek c fr o m kl 14.00", True, "c"),
        ("Maj Ek c (distans)", True, "c"),
        ("Maj Ek v ordf", True, None),
        ("Maj Ek, s fr o m kl 14.00", False, "s"),
        ("Maj Ek s", False, None),
        ("Maj Ek i", True, None),
        ("Maj Ek m medlemmar", True, None),
    ],
)
def test_small_letters_are_a_party_only_in_a_list(text: str, listed: bool, party: str | None) -> None:
    found = party_after(text, len("Maj Ek"), sure=True, listed=listed)
    assert (found[0] if found else None) == party
