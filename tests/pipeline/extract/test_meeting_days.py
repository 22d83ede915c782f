"""The days of adjustment and posting, by the labels that forms print."""

from __future__ import annotations

import pytest

from pipeline.extract.dates.find import find_dates
from pipeline.extract.meeting.days import days_told
from pipeline.structure.outline import outline
from tests.support import text_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Justering                  1997-07-15", {"adjusted_on": "1997-07-15"}),
        ("Justeringens tid     den 9 juni 1987", {"adjusted_on": "1987-06-09"}),
        ("Tid för justering    Protokollet justerades den 8 oktober 1973", {"adjusted_on": "1973-10-08"}),
        (
            "Datum då anslaget sätts    1997-07-21       Anslaget tas ned     1997-08-14\nupp",
            {"posted_on": "1997-07-21", "removed_on": "1997-08-14"},
        ),
        ("Datum då anslaget   1997-07-21   Datum då anslaget   1997-08-14\nsätts upp",
         {"posted_on": "1997-07-21"}),
        ("Datum för anslags   1997-08-14\nnedtagande", {"removed_on": "1997-08-14"}),
        ("Anslagsdatum   2002-02-11\nAnslaget tas bort   2002-03-05",
         {"posted_on": "2002-02-11", "removed_on": "2002-03-05"}),
        ("Anslås   1973-10-16\nDatum för anslags nedtagande   1973-11-08",
         {"posted_on": "1973-10-16", "removed_on": "1973-11-08"}),
        ("Justeringens plats   Kommunhuset\nAnslås   2014-01-07", {"posted_on": "2014-01-07"}),
        ("Protokollet justeras av Anna Ek.", {}),
    ],
)  # fmt: skip
def test_days(text: str, days: dict[str, str]) -> None:
    (part,) = outline(text_of(f"{text}\n\n§ 1\nPlan\n\nBeslut\nProtokollet justeras den 3 maj 2014.\n"))
    assert days_told(part, find_dates(part.text)) == days
