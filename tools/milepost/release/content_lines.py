"""Content lines of iCalendar (RFC 5545, section 3.1): a name and a value in, a folded line out."""

import re
from typing import Final

_WIDTH: Final = 75
# The first bits of an octet of UTF-8 that goes on with a character and begins none.
_CONTINUES, _MASK = 0b10000000, 0b11000000
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def line(name: str, value: str) -> bytes:
    """Return a content line in UTF-8, in pieces of at most 75 octets, with CRLF after each."""
    rest = f"{name}:{value}".encode()
    pieces = list[bytes]()
    while len(rest) > _WIDTH:
        end = _WIDTH
        while rest[end] & _MASK == _CONTINUES:
            end -= 1
        pieces.append(rest[:end])
        rest = b" " + rest[end:]
    return b"\r\n".join([*pieces, rest]) + b"\r\n"


def text(words: str) -> str:
    """Return a value of the type TEXT (section 3.3.11), without control characters."""
    escaped = _CONTROL.sub("", words.replace("\r\n", "\n"))
    for character in "\\;,":
        escaped = escaped.replace(character, f"\\{character}")
    return escaped.replace("\n", "\\n")


def texts(words: list[str]) -> str:
    """Return several values of the type TEXT as one."""
    return ",".join(map(text, words))
