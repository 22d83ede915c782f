"""Marks become facts, and bins of confidence tell what share was right."""

from __future__ import annotations

from benchmarks.extraction.grammar import marks
from benchmarks.extraction.layout.blocks import Document, text
from benchmarks.extraction.layout.house import Face, House
from benchmarks.extraction.truth import facts_of
from benchmarks.reliability import binned
from samples.make.facts import About, AttendanceFact, Facts, PersonFact

ABOUT = About(kind="protokoll", body="Nämnden", municipality="Granby", date="2014-05-20")
DATE = marks.date("2014-05-20", "den 20 maj 2014")


def told(*texts: str) -> Facts:
    house = House(Face.SERIF, 11.0, 14.0)
    return facts_of("a.pdf", [Document(ABOUT, house, tuple(text(one) for one in (DATE, *texts)))])


def test_people_sit_for_each_other() -> None:
    sits = marks.sits("tjänstgörande ersättare", "Anna Ek", "S", "Anna Ek (s)", replaces="Bo Alm")
    facts = told(
        f"{sits} ersätter {marks.person('Bo Alm', '', 'Bo Alm')}", marks.person("Bo Alm", "M", "Bo Alm, m")
    )
    assert facts.people == [PersonFact(name="Anna Ek", party="S"), PersonFact(name="Bo Alm", party="M")]
    assert facts.attendance == [
        AttendanceFact(name="Anna Ek", capacity="tjänstgörande ersättare", replaces="Bo Alm")
    ]


def test_a_decision_holds_other_values() -> None:
    clause = f"Nämnden antar taxan från {marks.date('2015-01-01', 'den 1 januari 2015')}."
    facts = told(marks.item(4, "§ 4"), marks.decided(4, "förslag,fattat", "anta,godkänna", clause))
    (decision,) = facts.decisions
    assert (decision.paragraph, decision.status, decision.outcome) == (4, "förslag", "anta")
    assert decision.accept is not None
    assert (decision.accept.status, decision.accept.outcome) == (["fattat"], ["godkänna"])
    assert decision.text == "Nämnden antar taxan från den 1 januari 2015."
    assert facts.dates == ["2014-05-20", "2015-01-01"]


def test_sums_and_names_count_within_decisions_and_may_be_found_outside_them() -> None:
    sums = [marks.amount("500", "500 kronor"), marks.amount("1200", "1 200 kronor")]
    clause = f"Nämnden uppdrar åt {{to|kommunchefen}} att anslå {sums[0]}."
    facts = told(
        f"Ansökan gäller {sums[1]}, säger {{to|ordföranden}}.", marks.decided(4, "fattat", "uppdra", clause)
    )
    assert (facts.amounts, facts.addressees) == (["500"], ["kommunchefen"])
    assert facts.unscored == {"amounts": ["1200"], "addressees": ["ordföranden"]}


def test_an_item_has_its_dnr_votes_and_ballots() -> None:
    ballot = marks.ballot(4, "Anna Ek", "nej", "Anna Ek")
    facts = told(
        marks.own(4, "KS 2014/8", "KS-2014/8"), marks.vote(4, 7, 2, "7 ja mot 2 nej"), ballot,
        marks.item(4, "§ 4"), marks.heading(4, "Taxa"), marks.recusal(4, "Bo Alm", "Bo Alm"),
    )  # fmt: skip
    (item,) = facts.items
    assert (item.heading, item.dnr, facts.dnr) == ("Taxa", ["KS 2014/8"], ["KS 2014/8"])
    assert item.vote is not None
    assert (item.vote.yes, item.vote.no) == (7, 2)
    assert [(one.name, one.vote) for one in item.ballots] == [("Anna Ek", "nej")]
    assert item.recusals == ["Bo Alm"]


def test_a_capital_stands_behind_the_marks() -> None:
    nested = marks.decided(1, "fattat", "anta", marks.person("anna Ek", "", "anna Ek"))
    assert marks.bare(marks.capital(nested)) == "Anna Ek"


def test_bins_hold_what_is_as_sure() -> None:
    low, high = binned([(0.4, False), (0.6, True), (0.99, True), (0.95, False)], (0.0, 0.9))
    assert (low.values, low.right, low.mean) == (2, 1, 0.5)
    assert (high.values, high.share) == (2, 0.5)
