"""Escaping for those who put HTML together without a template, where a plain string will do."""

import re
from functools import lru_cache
from typing import Final

from markupsafe import escape

_SIGNS: Final = re.compile("[&<>\"']")


def html_text(text: str) -> str:
    """Return a text escaped for HTML; most have nothing to escape, and a look is cheaper."""
    return str(escape(text)) if _SIGNS.search(text) else text


@lru_cache(maxsize=4096)
def escaped(text: str) -> str:
    """Return the same of what stands on many pages, remembered: names, addresses, values."""
    return html_text(text)
