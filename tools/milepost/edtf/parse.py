"""EDTF text in, a `Date` out, or a ValueError that says what is wrong and how to mend it.

All of level 0 and 1 of ISO 8601-2's EDTF, and level 2 but for significant digits.
"""

import re
from functools import lru_cache

from milepost.edtf.date import Date
from milepost.edtf.structure import structure_of

# What nearly every record holds, good in any year: all but 29 February can be told by shape.
_PLAIN_DATE = (
    r"[0-9]{4}(?:-(?:"
    r"(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)"
    r"|(?:0[13578]|1[02])-31"
    r"))?[?~%]?"
)
# Of what is written so, nothing bars the reading.
_ORDINARY = re.compile("[!-~]{1,40}")
_PLAIN = re.compile(_PLAIN_DATE)
# Compiled when the first set is met, since that takes as long as a few thousand readings.
_PLAIN_SET = rf"\[{_PLAIN_DATE}(?:,{_PLAIN_DATE}){{0,7}}\]"


@lru_cache(maxsize=32768)
def parse(text: str) -> Date:
    """Read one EDTF text; the same text gives the same value, remembered.

    Raises ValueError with a sentence for people.
    """
    if _PLAIN.fullmatch(text):
        return Date(text, "date")
    if text[:1] == "[" and re.fullmatch(_PLAIN_SET, text):
        return Date(text, "one-of")
    if not _ORDINARY.fullmatch(text):
        from milepost.edtf.diagnosis import why_unreadable  # noqa: PLC0415 -- most checks meet no slip

        if reason := why_unreadable(text):
            raise ValueError(reason)
    return Date(text, structure_of(text).kind)
