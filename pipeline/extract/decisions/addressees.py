"""Those to whom a decision turns, each once, with the point that does and its places."""

from __future__ import annotations

from models.matter import Addressee
from models.mention import Place
from models.text import Text
from models.vocabulary import AddresseeKind, AddresseeRole
from pipeline.extract.decisions.clauses import bare
from pipeline.extract.decisions.draft import Draft
from pipeline.extract.decisions.turning import turned_to

_Key = tuple[str, AddresseeKind | None, AddresseeRole, int | None]


def addressees(text: Text, draft: Draft) -> tuple[Addressee, ...]:
    """The addressees of a draft in the order of the text, named as they are first printed."""
    names: dict[_Key, str] = {}
    found: dict[_Key, list[Place]] = {}
    for point, clause in draft.numbered:
        said = bare(clause.text)
        ahead = len(clause.text) - len(said)
        for one in turned_to(said):
            key = (one.who.name.casefold(), one.who.kind, one.role, point)
            names.setdefault(key, one.who.name)
            piece = clause.part(ahead + one.who.start, ahead + one.who.end)
            found.setdefault(key, []).extend(piece.places(text, one.role.value))
    return tuple(
        Addressee(name=names[key], kind=key[1], role=key[2], point=key[3], places=tuple(places))
        for key, places in found.items()
    )
