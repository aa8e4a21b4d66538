"""Stretches of a file as messages quote them: one line, not too long, nothing invisible."""

from typing import Final

WIDTH: Final = 72
# Not printable by Python's measure, yet ordinary in Khmer, Japanese and French text.
_ORDINARY: Final = "\u200b\u200c\u200d\u3000\xa0"


def excerpt(text: str, width: int = WIDTH) -> str:
    """Return a text cut to a width, with what cannot be seen written as JSON escapes."""
    cut = text if len(text) <= width else f"{text[: width - 1]}…"
    return "".join(map(_visible, cut))


def _visible(character: str) -> str:
    if character.isprintable() or character in _ORDINARY:
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
