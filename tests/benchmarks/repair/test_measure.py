"""The measures, on texts whose errors can be counted by hand."""

from __future__ import annotations

import pytest

from benchmarks.reliability import Bin
from benchmarks.repair.classes import classes
from benchmarks.repair.counts import EDGES, Counts, Words, total
from benchmarks.repair.document import Document, Facts, clean
from benchmarks.repair.measure import Judged, measure
from benchmarks.repair.misses import misses, shown
from benchmarks.repair.programs.program import Corrected, Span
from benchmarks.repair.words import bare, matched, tokens

PRINTED = "Nämnden är här i Åby för\nfrågan om 12 kr.\n"
READ = "Namnden ar har i Aby for\nfragan om l2 kr.\n"


def judged(printed: str, read: str, repaired: str, edits: tuple[Span, ...] = ()) -> Judged:
    document = Document(facts=Facts(name="p1", set="eng", kind="damaged"), printed=printed, read=read)
    return Judged(document, Corrected(text=repaired, edits=edits))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ett  ord\när\n", ["Ett", "ord", "är"]),
        ("kommun-\nstyrelsen i\nGranby", ["kommunstyrelsen", "i", "Granby"]),
        ("Granby-\nÅby", ["Granby-", "Åby"]),
        ("barn- \n\noch", ["barn-", "och"]),
        ("a -\nb", ["a", "-", "b"]),
        ("", []),
    ],
)
def test_words_broken_at_a_line_end_are_made_whole(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


def test_a_word_made_whole_keeps_its_place() -> None:
    token = tokens("i kommun-\nstyrelsen")[1]
    assert (token.start, token.end, token.line) == (2, 19, 0)


@pytest.mark.parametrize(
    ("word", "without"), [("(§12),", "12"), ("”år”", "år"), ("–", ""), ("d:r", "d:r"), ("_x_", "x")]
)
def test_signs_around_a_word(word: str, without: str) -> None:
    assert bare(word) == without


def test_words_stand_for_each_other_in_the_shortest_way() -> None:
    places = matched(["ett", "två", "tre"], ["ett", "tvä", "och", "tre"])
    assert (places[0], places[2]) == (0, 3)
    assert places[1] in {1, 2}


def test_right_before_and_after() -> None:
    counts = measure(judged(PRINTED, READ, "Nämnden är har i Åby for\nfrågan om I2 kr.\n"))
    assert counts.words == Words(words=10, wrong=7, fixed=4, broken=0)
    assert counts.words.before == pytest.approx(0.3)
    assert counts.words.after == pytest.approx(0.7)
    assert counts.words.mended == pytest.approx(4 / 7)
    assert (counts.errors_before, counts.errors_after) == (7, 3)
    assert counts.worse == 0


def test_what_is_broken_is_counted_by_itself() -> None:
    counts = measure(judged("man bor här i Granby", "man bor har i Granby", "män bor här i Granby"))
    assert counts.words == Words(words=5, wrong=1, fixed=1, broken=1)
    assert counts.words.harm == pytest.approx(25_000)
    assert counts.worse == 0
    assert measure(judged("man", "man", "män")).worse == 1


def test_without_the_signs_around_them() -> None:
    counts = measure(judged("”Så” är – det", '"Sa" ar - det', '"Så" är - det'))
    assert (counts.words.wrong, counts.words.fixed) == (3, 1)
    assert counts.bare == Words(words=3, wrong=2, fixed=2)


def test_a_lost_word_stays_wrong() -> None:
    counts = measure(judged("ett två tre", "ett tre", "ett tre"))
    assert counts.words == Words(words=3, wrong=1)


@pytest.mark.parametrize(
    ("printed", "read", "found"),
    [
        ("är", "ar", "å ä ö, real-word"),
        ("är", "är", "å ä ö"),
        ("nämnden antar", "antar", ""),
        ("av Åsa", "Asa", "å ä ö, name"),
        ("av KOMMUNEN", "KOMMUNEN", ""),
        ("slut. Nämnden", "Nämnden", "å ä ö"),
        ("kl. 19.30", "I9.30", "number"),
        ("på skolbarnskommitté", "skolbarnskommitté", "compound"),
    ],
)
def test_classes_of_the_last_word(printed: str, read: str, found: str) -> None:
    words = tokens(printed)
    assert ", ".join(classes(words, len(words) - 1, read)) == found


def test_edits_are_right_where_the_word_is() -> None:
    repaired = "Nämnden är får i Åby for\nfrågan om l2 kr.\n"
    edits = (Span(1, 2, 0.99), Span(8, 9, 0.97), Span(11, 14, 0.82), Span(26, 27, 0.3))
    counts = measure(judged(PRINTED, READ, repaired, edits))
    found = {EDGES[at]: (one.values, one.right) for at, one in enumerate(counts.bins) if one.values}
    assert found == {0.99: (1, 1), 0.95: (1, 1), 0.8: (1, 0), 0.0: (1, 1)}


def test_an_edit_of_letters_is_not_blamed_for_a_quotation_mark() -> None:
    counts = measure(judged("”är", '"ar', '"är', (Span(1, 2, 0.99),)))
    assert counts.bins[-1] == Bin(values=1, right=1, confidence=0.99)


def test_an_edit_that_took_a_blank_away_is_judged_by_the_word_that_it_made() -> None:
    counts = measure(judged("nämnden antar", "nämn den antar", "nämnden antar", (Span(4, 4, 0.9),)))
    assert counts.bins[EDGES.index(0.9)].right == 1


def test_counts_add_up() -> None:
    one = measure(judged(PRINTED, READ, PRINTED), seconds=2.0)
    both = total([one, one])
    assert both.words == Words(words=20, wrong=14, fixed=14)
    assert both.of("number").words == 2
    assert both.speed == pytest.approx(5)
    assert total([]) == Counts()


def test_the_worst_misses_are_the_broken_ones() -> None:
    texts = [judged("man är här för", "man ar har for", "män ar här for"), judged("är", "ar", "ar")]
    found = [(tuple(miss), times) for miss, times, _ in misses(texts)]
    assert found == [(("man", "man", "män"), 1), (("är", "ar", "ar"), 2), (("för", "for", "for"), 1)]
    assert next(shown(texts, 1)) == "BROKEN  1x  man -> man -> män    p1: man är här för"


def test_a_clean_text_is_its_own_truth() -> None:
    document = clean("minutes", "minutes", PRINTED)
    assert measure(Judged(document, Corrected(text=PRINTED))).words == Words(words=10)
