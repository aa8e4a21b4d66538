"""Escaping of what stands on many pages: names, addresses, values."""

from functools import lru_cache

from markupsafe import escape


@lru_cache(maxsize=16384)
def escaped(text: str) -> str:
    """Return a text escaped for HTML, remembered: few say anything that was never said before."""
    return str(escape(text))
