from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from justerat.cli.output import add_row, one_line, safe, table


@given(text=st.text())
def test_no_control_sign_reaches_the_terminal(text: str) -> None:
    assert all(character.isprintable() or character == "\n" for character in safe(text))
    assert one_line(text).isprintable()


@given(cell=st.text(st.sampled_from("[]/ab\\: \x1b\ud800")))
def test_nothing_in_a_cell_is_markup(cell: str) -> None:
    rows = table("a")
    add_row(rows, cell)
    console = Console(width=500, markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        console.print(rows)
    assert captured.get().splitlines()[1].strip() == one_line(cell).strip()
