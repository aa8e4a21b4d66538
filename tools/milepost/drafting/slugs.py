"""Slugs: from a title or a name to the readable name of a file."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 48

_LITTLE: Final = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to")
)
# Latin letters that do not come apart into a letter and a mark.
_WHOLE: Final = str.maketrans(
    {"đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ß": "ss", "æ": "ae", "œ": "oe"}
)


def slug_of(text: str, longest: int = LONGEST) -> str:
    """Return a text in lower-case letters, digits and single hyphens, cut between words.

    Marks are taken off letters; what has no Latin letter or digit leaves nothing.
    """
    bare = unicodedata.normalize("NFKD", text.translate(_WHOLE)).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", bare.lower().replace("'", ""))
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > longest:
            break
        slug = f"{slug}-{word}" if slug else word[:longest]
    return slug


def keywords_of(text: str, longest: int) -> str:
    """Return a slug of a text without its little words."""
    words = (word for word in text.split() if word.lower() not in _LITTLE)
    return slug_of(" ".join(words), longest)


def initials_of(text: str) -> str:
    """Return the initials of a name of several words, without a leading The; else its one word."""
    words = slug_of(text.removeprefix("The "), 200).split("-")
    return words[0] if len(words) == 1 else "".join(word[0] for word in words if word)
