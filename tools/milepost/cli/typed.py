"""Words that somebody typed, as records hold them, and why some of them cannot be taken."""

import unicodedata
from argparse import ArgumentTypeError


def typed(text: str) -> str:
    """Return a text in Unicode NFC; ArgumentTypeError where it has bytes that are no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as broken:
        shown = text.encode("utf-8", "backslashreplace").decode()
        message = f"{shown} is not in UTF-8; set the terminal to it, and type it again"
        raise ArgumentTypeError(message) from broken
    return unicodedata.normalize("NFC", text).strip()


def refused(flag: str, text: str, why: str) -> str:
    """Return why a flag cannot have a text, which stands in the sentence once."""
    return f"{flag} {why}" if why.startswith(f"{text}: ") else f"{flag} {text}: {why}"
