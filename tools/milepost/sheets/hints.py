"""Hints of what was meant, for the first so many texts of a sheet: each is a long look."""

from collections.abc import Iterable

from milepost.suggestions import suggestion

# Who misspells more has a mapping to mend, and waits for no further hint.
MOST = 500


class Hints:
    """The hints given so far, by text and by what is said otherwise."""

    def __init__(self) -> None:
        """Begin with none."""
        self._given: dict[tuple[str, str], str] = {}

    def of(self, text: str, known: Iterable[str], otherwise: str) -> str:
        """Return a hint that names the nearest known name, or else another hint."""
        asked = (text, otherwise)
        if asked not in self._given and len(self._given) < MOST:
            self._given[asked] = suggestion(text, known)
        return self._given.get(asked, "") or otherwise
