"""What a contributor may have meant, and how a value is quoted in a message."""

import json
from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return the known name nearest to what was written, or an empty text."""
    matches = get_close_matches(written, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def suggestion(written: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the nearest known name, or else another hint."""
    meant = did_you_mean(written, known)
    return f"did you mean {quoted(meant)}?" if meant else otherwise


def quoted(value: object) -> str:
    """Return a value as JSON on one line, cut off where it is long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
