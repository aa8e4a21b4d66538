"""What a contributor may have meant, and how a value is quoted in a message."""

import json
from collections.abc import Iterable

_LONGEST = 60
# In a short name one wrong letter is much; in a long one half of the letters agree by chance.
_SHORT = 5
_CUTOFFS = {True: 0.6, False: 0.75}


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return the known name nearest to what was written, or an empty text.

    A name of the same words in another order is the nearest.
    """
    names = list(known)
    words = sorted(written.lower().split("-"))
    turned = next((name for name in names if sorted(name.split("-")) == words), None)
    if turned:
        return turned
    from difflib import get_close_matches  # noqa: PLC0415 -- most checks suggest nothing

    cutoff = _CUTOFFS[len(written) <= _SHORT]
    matches = get_close_matches(written, names, n=1, cutoff=cutoff)
    return matches[0] if matches else ""


def suggestion(written: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the nearest known name, or else another hint."""
    meant = did_you_mean(written, known)
    return f"did you mean {quoted(meant)}?" if meant else otherwise


def quoted(value: object) -> str:
    """Return a value as JSON on one line, cut off where it is long."""
    text = in_full(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def in_full(value: object) -> str:
    """Return a value as JSON on one line, to be pasted."""
    return json.dumps(value, ensure_ascii=False, default=str)
