"""A document as printed and as read."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["damaged", "clean"]


class Facts(BaseModel):
    """Which document it is: `set` and `degree` are what tables group by; "" where nobody knows the degree."""

    model_config = ConfigDict(frozen=True)

    name: str
    set: str
    kind: Kind
    degree: str = ""


class Document(BaseModel):
    """A document whose true text is known; of a clean one, what was read is what was printed."""

    model_config = ConfigDict(frozen=True)

    facts: Facts
    printed: str
    read: str


def clean(name: str, set_: str, text: str) -> Document:
    """A sound text, of which nothing is to be changed."""
    return Document(facts=Facts(name=name, set=set_, kind="clean"), printed=text, read=text)
