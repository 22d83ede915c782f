"""Swedish of administration cut into tokens and sentences by spaCy: where its pipeline is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Protocol, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

_ABBREVIATIONS = tuple(
    """
    adj. ang. anm. art. avd. bil. bitr. bl.a. ca. d.v.s. dnr. doc. dvs. e.d. e.dyl. em. enl. etc. ev. exkl.
    f.d. f.n. f.ö. fm. forts. fr.o.m. ff. förv. gm. inkl. jfr. kap. kl. kongl. kr. kungl. m.a.o. m.fl. m.m.
    milj. mom. mån.
    nr. o.d. o.dyl. o.s.v. obs. osv. p.g.a. pkt. prop. reg. resp. s.k. sek. sid. st. stf. t.ex. t.o.m. t.v.
    t.f. tf. tel. tfn. tjg. tj. u.a. utb. v.g.v. årg. ö.h.
    """.split()  # noqa: SIM905
)
"""Abbreviations whose full stop ends no sentence."""
_PREFIX = re.compile(r"^(?:[\[({\"'”»«*•<]|§+|\.\.+)")
_SUFFIX = re.compile(
    r"(?:[\])}\"'”»«,;:!?*…>]|(?<=[\w)%§][\w)%§])\.|(?<=[\d)%§a-zåäö])\.|\.\.+|(?<=\w)[-–]|§+)$"
)
_INFIX = re.compile(r"(?<=[^\W\d_])[,;](?=[^\W\d_])|[()]|…|\.\.+")
"""What is cut off before, after and inside a word; hyphens, slashes and colons inside stay: dnr, "1:e"."""
_ENDLESS = re.compile(r"\S{200,}")
"""No word: left whole, for the search for its affixes would take time with the square of its length."""
_OPENS_LOWER = re.compile(r"[a-zåäö]")
_CLOSERS = frozenset('.!?"”»)')


class _Rules(Protocol):
    """What spaCy's tokenizer lets be set; the library gives no types for it."""

    token_match: Callable[[str], re.Match[str] | None]
    prefix_search: Callable[[str], re.Match[str] | None]
    suffix_search: Callable[[str], re.Match[str] | None]
    infix_finditer: Callable[[str], Iterator[re.Match[str]]]

    def add_special_case(self, string: str, substrings: Sequence[dict[str, str]]) -> None:
        """Keep `string` as these tokens."""
        ...


@cache
def swedish() -> Language:
    """The pipeline: tokens, with (S), KS-2014-163 and bl.a. kept as they are read; sentences by rule."""
    language = spacy.blank("sv")
    rules = cast("_Rules", language.tokenizer)
    rules.prefix_search = _PREFIX.search
    rules.suffix_search = _SUFFIX.search
    rules.infix_finditer = _INFIX.finditer
    rules.token_match = _ENDLESS.fullmatch
    for short in _ABBREVIATIONS:
        for form in (short, short.capitalize()):
            rules.add_special_case(form, [{"ORTH": form}])
    language.max_length = 50_000_000
    language.add_pipe("administrative_sentences")
    return language


def parse(text: str) -> Doc:
    """The tokens of `text`, every character of it in some token."""
    return swedish().make_doc(text)


def sentences(text: str) -> Iterator[Span]:
    """The sentences of `text` in order; `start_char` and `end_char` are positions in it."""
    return (sentence for sentence in swedish()(text).sents if sentence.text.strip())


@Language.component("administrative_sentences")
def administrative_sentences(doc: Doc) -> Doc:
    """The tokens with a sentence begun after each full stop that ends one, and after each empty line.

    A new Doc, since spaCy looks the whole old one through for each boundary that is set in it.
    """
    words = [token.text for token in doc]
    return Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        sent_starts=[at == 0 or _begins(words, at) for at in range(len(words))],
    )


def _begins(words: Sequence[str], at: int) -> bool:
    before, word = words[at - 1], words[at]
    if word.isspace():
        return False
    blank = before.isspace()
    if blank and (before.count("\n") > 1 or "\f" in before):
        return True
    last = at - 2 if blank and at > 1 else at - 1
    while last > 0 and words[last] in _CLOSERS and words[last] not in ".!?":
        last -= 1
    return words[last] in (".", "!", "?") and not _OPENS_LOWER.match(word) and last > 0
