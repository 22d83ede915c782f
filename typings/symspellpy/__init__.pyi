"""What this project uses of symspellpy."""

from enum import Enum

class Verbosity(Enum):
    TOP = ...
    CLOSEST = ...
    ALL = ...

class SuggestItem:
    term: str
    distance: int
    count: int

class SymSpell:
    def __init__(self, max_dictionary_edit_distance: int = ..., prefix_length: int = ...) -> None: ...
    def create_dictionary_entry(self, key: str, count: int) -> bool: ...
    def lookup(
        self,
        phrase: str,
        verbosity: Verbosity,
        max_edit_distance: int | None = ...,
        include_unknown: bool = ...,
        ignore_token: str | None = ...,
        transfer_casing: bool = ...,
    ) -> list[SuggestItem]: ...
