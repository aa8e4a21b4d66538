"""Strict reading: from the bytes of one record file to its JSON value, or what is wrong with it."""

from typing import Final

import orjson

from milepost import canonical
from milepost.reading.depth import DEEPEST
from milepost.reading.flaw import Flaw
from milepost.reading.plain import is_plain

# Two spaces a level: in the canonical form, nothing stands this far right above the limit.
_TOO_FAR_RIGHT: Final = b" " * (2 * DEEPEST)


def parse(raw: bytes) -> tuple[object | None, list[Flaw]]:
    """Return the value of a file and its flaws, in the order of their places.

    The value is None, beside at least one flaw, where it cannot be trusted: broken JSON, another
    encoding, a repeated key, a number that reading would change, nesting beyond the limit. Flaws
    that leave the meaning alone come with the value: a byte order mark, the layout, NFC, unwanted
    characters. (A sound file that says null gives None and no flaw.)
    """
    try:
        value: object = orjson.loads(raw)
        if canonical.is_spelt_so(value, raw) and not _suspicious(raw):
            return value, []
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        pass
    from milepost.reading.diagnosis import diagnosed  # noqa: PLC0415 -- most checks meet no slip

    return diagnosed(raw)


def _suspicious(raw: bytes) -> bool:
    if _TOO_FAR_RIGHT in raw:
        return True
    if is_plain(raw):
        return False
    from milepost.reading import characters, lookalikes  # noqa: PLC0415 -- most files are plain

    return characters.suspicious(raw) or lookalikes.suspicious(raw)
