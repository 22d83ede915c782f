from __future__ import annotations

from models.swedish.held_out import held_out


def test_one_paragraph_in_fifty_is_held_out_always_the_same() -> None:
    lines = [f"Kommunstyrelsen i Granby beslutar i ärende {number}." for number in range(10_000)]
    kept = [line for line in lines if held_out(line)]
    assert 150 < len(kept) < 250
    assert all(map(held_out, kept))


def test_spacing_does_not_matter() -> None:
    line = next(text for text in (f"Ärende {n} i Granby." for n in range(1_000)) if held_out(text))
    assert held_out(f"  {line}\n")
    assert held_out(line.replace(" ", "  "))
