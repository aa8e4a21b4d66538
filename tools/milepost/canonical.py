"""The one spelling of a record: from a JSON value to bytes."""

import json
import re
from typing import Any, Final

import orjson

_LAYOUT: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
# Where the two writers may differ: very small or large numbers, and NaN, which orjson calls null.
_SMALL: Final = b"0.0000"
_NO_NUMBER: Final = b"null"
# Only what is no string ends its line without a quote.
_EXPONENT: Final = re.compile(rb"e[-+0-9][0-9]*,?\n")


def encode(value: Any) -> bytes:
    """Return the canonical bytes of a JSON value, its keys in the order in which they stand.

    They are those of `json.dumps(value, indent=2, ensure_ascii=False)` and a line feed, in UTF-8.
    Raises TypeError for what JSON cannot hold (integers beyond 64 bits and lone surrogates among
    it) and ValueError for a number that is not finite.
    """
    raw = orjson.dumps(value, option=_LAYOUT)
    if _SMALL in raw or _NO_NUMBER in raw or _EXPONENT.search(raw):
        text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
        return f"{text}\n".encode()
    return raw


def is_spelt_so(value: Any, raw: bytes) -> bool:
    """Return whether bytes are the canonical spelling of a value that was read from them.

    The quick comparison, for every file: it lets 0.00001 pass beside 1e-05, since formatters
    of JSON differ there and both are the same number.
    """
    return orjson.dumps(value, option=_LAYOUT) == raw
