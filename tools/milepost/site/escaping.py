"""Escaping of what stands on many pages: names, addresses, values."""

from functools import lru_cache

from markupsafe import escape


@lru_cache(maxsize=16384)
def escaped(text: str) -> str:
    """Return a text escaped for HTML, remembered: few say anything that was never said before."""
    made = str(escape(text))
    # Most have nothing to escape, and are then kept once.
    return text if made == text else made
