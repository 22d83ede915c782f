"""Older Swedish: spelling up to 1906, verbs in the plural and small words of offices up to the 1940s."""

from __future__ import annotations

import random
import re

_BEFORE = (
    r"(?:an|av|be|bi|bort|efter|er|fram|för|genom|i|in|med|miss|ned|o|om|på|sam|till|under|upp|ut|vid|åter"
    r"|över)*"
)
"""What may stand before a verb or noun."""
_STEMS = (
    r"(?:ar|behö|bli|dri|gi|ha(?!veri)|hal|hä|kal|kli|krä|kär|le(?!ver[ae])|li|lo|mö|pro(?!vin|vi?an)|ri|sil"
    r"|skri|skä|so|sta|strä|svä|tra|tol|tor|tvi|vä|vär|värv|ä|ö)"
)
"""Swedish words up to the v between vowels, or after l and r, that was written fv; words of Latin keep v."""
_ENDS = r"(?:bre|ble|dre|ga|gol|hal|ha|kal|li|lo|skre|skri|själ|tol|val)"
_OLD_FORMS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"\bav\b", "af"), (rf"\b({_BEFORE}{_STEMS})v(?=[aeiouyåäö])", r"\1fv"),
        (rf"\b({_ENDS})v(?=s?\b)", r"\1f"),
        (r"\bvar(?=(?:t|je|ken|andra|andras)\b)", "hvar"), (r"\bvad\b", "hvad"), (r"\bvilk", "hvilk"),
        (r"\bvem\b", "hvem"), (r"\bkv", "qv"), (r"\bKv", "Qv"),
        (r"\b(gla|go|brä|rö|bre|fö|klä)tt\b", r"\1dt"),
        (r"\binte\b", "icke"), (r"\bska\b", "skall"),
    )
)  # fmt: skip
"""Spelling before 1906, near enough to show that a word may be spelled so; what is in doubt stays."""

_STRONG = {
    "bad": "bådo", "band": "bundo", "bar": "buro", "blev": "blevo", "bjöd": "bjödo", "bröt": "bröto",
    "drev": "drevo", "drog": "drogo", "fann": "funno", "fick": "fingo", "flöt": "flöto", "föll": "föllo",
    "frös": "fröso", "gav": "gåvo", "gick": "gingo", "grep": "grepo", "hann": "hunno", "höll": "höllo",
    "kom": "kommo", "lät": "läto", "låg": "lågo", "njöt": "njöto", "rev": "revo",
    "satt": "sutto", "sjöng": "sjöngo", "sjönk": "sjönko", "skar": "skuro", "sköt": "sköto",
    "skrev": "skrevo", "slapp": "sluppo", "slog": "slogo", "slöt": "slöto", "stack": "stucko",
    "steg": "stego", "stod": "stodo", "svor": "svuro", "såg": "sågo", "tog": "togo", "vann": "vunno",
    "var": "voro", "vek": "veko", "åt": "åto",
}  # fmt: skip
"""Strong verbs in the past, singular and plural (Svenska Akademiens grammatik 2, Verb, section 4)."""
_PRESENT = {
    "är": "äro", "har": "hava", "kan": "kunna", "skall": "skola", "vill": "vilja", "får": "få",
    "går": "gå", "står": "stå", "blir": "bliva", "ger": "giva", "tar": "taga", "bör": "böra",
    "vet": "veta", "anser": "anse", "ser": "se", "finns": "finnas", "tillhör": "tillhöra",
}  # fmt: skip
_SMALL = {
    "hur": "huru", "också": "jämväl", "även": "jämväl", "i": "uti", "på": "å", "sedan": "sedermera",
    "eftersom": "enär", "fast": "ehuru", "inte": "icke", "ej": "icke", "bara": "endast", "av": "utav",
    "dessutom": "därjämte", "denna": "förenämnda", "nu": "numera", "fastän": "ehuru",
    "genast": "ofördröjligen",
}  # fmt: skip
"""Small words, and what the language of offices had in their place."""
_VERBS = re.compile(rf"\b(an|av|be|bi|er|fram|före|för|in|med|ned|om|på|till|under|upp|ut|å|över)?"
                    rf"({'|'.join(_STRONG)})(s?)\b")  # fmt: skip
_WORDS = re.compile(rf"\b({'|'.join({**_PRESENT, **_SMALL})})\b")
_PLURAL = 0.6
_SMALL_WORDS = 0.3


def old_spelling(text: str) -> str:
    """The text spelled as before the reform of 1906."""
    for pattern, put in _OLD_FORMS:
        text = pattern.sub(put, text)
    return text


def old_words(text: str, rng: random.Random) -> str:
    """The text with some of its verbs in the plural, and some of its small words as offices wrote them.

    Which verbs have a plural subject isn't asked: it is the words that are to be met.
    """

    def verb(found: re.Match[str]) -> str:
        return f"{found[1] or ''}{_STRONG[found[2]]}{found[3]}" if rng.random() < _PLURAL else found[0]

    def word(found: re.Match[str]) -> str:
        if found[1] in _PRESENT:
            return _PRESENT[found[1]] if rng.random() < _PLURAL else found[1]
        return _SMALL[found[1]] if rng.random() < _SMALL_WORDS else found[1]

    return _WORDS.sub(word, _VERBS.sub(verb, text))
