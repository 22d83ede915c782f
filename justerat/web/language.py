"""The two languages of the pages: Swedish, and English for who asks for it."""

from __future__ import annotations

from enum import StrEnum

from starlette.requests import Request

from justerat.web.field_words import FIELDS
from justerat.web.term_words import TERMS
from justerat.web.words import WORDS

COOKIE = "lang"


class Language(StrEnum):
    """As HTML names it."""

    SWEDISH = "sv"
    ENGLISH = "en"

    @property
    def other(self) -> Language:
        """The one that is a click away."""
        return Language.ENGLISH if self is Language.SWEDISH else Language.SWEDISH


def language_of(request: Request) -> Language:
    """What was asked for now, else what was asked for before, else Swedish."""
    for asked in (request.query_params.get(COOKIE), request.cookies.get(COOKIE)):
        for language in Language:
            if asked == language.value:
                return language
    return Language.SWEDISH


class Messages:
    """The program's own words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._index = 0 if language is Language.SWEDISH else 1

    def __call__(self, key: str, **values: object) -> str:
        """A message with its values put in; only what is written in the table is read as a pattern."""
        return WORDS[key][self._index].format(**values)

    def term(self, value: object) -> str:
        """A word of a closed list; those that are Swedish in both languages stay as they are."""
        text = str(value)
        return TERMS[text][self._index] if text in TERMS else text

    def field(self, name: str) -> str:
        """What a field of a record is called."""
        return FIELDS[name][self._index]
