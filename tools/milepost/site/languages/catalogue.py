"""A catalogue: the words of the interface in one language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The name of a language in itself, and each word by its English.

    `review` says on each page that no speaker has reviewed the words; it is empty once one has.
    English has no words, since each is its own.
    """

    language: str
    name: str
    review: str
    words: Mapping[str, str]

    def __call__(self, english: str) -> str:
        """Return a word of the interface."""
        return self.words[english] if self.words else english
