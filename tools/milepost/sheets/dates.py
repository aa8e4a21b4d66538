"""Dates as tables write them to EDTF: only in the forms that are named, and never more exact."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from milepost import edtf

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH: Final = {
    short: number
    for number, name in enumerate(_MONTHS, 1)
    for short in {name, name[:3], "sept" if name == "september" else name[:3]}
}
_CIRCA: Final = re.compile(r"(?:circa|about|around|ca?\.)\s*", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})")
_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR: Final = re.compile(r"[0-9]{4}")
_SERIAL: Final = re.compile(r"[0-9]{1,7}")
_WORDS: Final = re.compile(r"[^\W_]+")
_ORDINAL: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
# Excel counts days from the last of 1899, and takes 1900 for a leap year.
_SERIAL_ZERO: Final = dt.date(1899, 12, 30)
_FIRST_SOUND_SERIAL, _LAST_SERIAL = 61, 2_958_465


@lru_cache(maxsize=8192)
def edtf_of(text: str, forms: Sequence[str]) -> str:
    """Return the EDTF of a date in one of the forms, as exact as it is written.

    Raises ValueError, with a sentence for people, where no form fits, where two forms read it
    differently, and where there is no such day.
    """
    bare = _CIRCA.sub("", text, count=1) if _CIRCA.match(text) else text
    mark = "" if bare == text else "~"
    found = {read + mark for read in _readings(bare, [form for form in forms if form != "edtf"])}
    found |= {text for form in forms if form == "edtf" and _edtf(text)}
    if len(found) > 1:
        message = f"the forms read it as {' and as '.join(sorted(found))}; name the one that is so"
        raise ValueError(message)
    if not found:
        return edtf.parse(text).text if "edtf" in forms else _unreadable(forms)
    return edtf.parse(found.pop()).text


def edtf_of_parts(texts: Sequence[str]) -> str:
    """Return the EDTF of a year, a month and a day in cells of their own, some of them empty.

    Raises ValueError where a part is no number or stands without the one above it.
    """
    year, month, day = (*texts, "", "")[:3]
    if (month and not year) or (day and not month):
        message = "a month needs its year, and a day its month"
        raise ValueError(message)
    wrong = [part for part in (year, month, day) if part and not _SERIAL.fullmatch(part)]
    if wrong:
        message = f"{wrong[0]!r} is no number"
        raise ValueError(message)
    widths = ((year, 4), (month, 2), (day, 2))
    return edtf.parse("-".join(part.zfill(width) for part, width in widths if part)).text


def _unreadable(forms: Sequence[str]) -> str:
    message = f"it has not the form {' or '.join(forms)}"
    raise ValueError(message)


def _readings(text: str, forms: Sequence[str]) -> list[str]:
    return [read for form in forms if (read := _READERS[form](text))]


def _edtf(text: str) -> bool:
    try:
        return bool(edtf.parse(text))
    except ValueError:
        return False


def _day_first(text: str) -> str:
    found = _DAY_FIRST.fullmatch(text)
    return f"{found[4]}-{found[3]:0>2}-{found[1]:0>2}" if found else ""


def _month_first(text: str) -> str:
    found = _DAY_FIRST.fullmatch(text)
    return f"{found[4]}-{found[1]:0>2}-{found[3]:0>2}" if found else ""


def _year_first(text: str) -> str:
    found = _YEAR_FIRST.fullmatch(text)
    return f"{found[1]}-{found[3]:0>2}-{found[4]:0>2}" if found else ""


def _month_year(text: str) -> str:
    found = _MONTH_YEAR.fullmatch(text)
    return f"{found[2]}-{found[1]:0>2}" if found else ""


def _year(text: str) -> str:
    return text if _YEAR.fullmatch(text) else ""


def _in_words(text: str) -> str:
    """Read April 2022, 23 April 2022, April 23, 2022 and 23-Apr-2022."""
    words = [word.casefold() for word in _WORDS.findall(text)]
    months = [_MONTH[word] for word in words if word in _MONTH]
    years = [word for word in words if _YEAR.fullmatch(word)]
    rest = [word for word in words if word not in _MONTH and word not in years]
    days = [found[1] for word in rest if (found := _ORDINAL.fullmatch(word))]
    if len(months) != 1 or len(years) != 1 or len(days) != len(rest) or len(days) > 1:
        return ""
    return "-".join([years[0], f"{months[0]:02}", *(day.zfill(2) for day in days)])


def _serial(text: str) -> str:
    if not _SERIAL.fullmatch(text) or not _FIRST_SOUND_SERIAL <= int(text) <= _LAST_SERIAL:
        return ""
    return (_SERIAL_ZERO + dt.timedelta(days=int(text))).isoformat()


_READERS: Final[dict[str, Callable[[str], str]]] = {
    "dd/mm/yyyy": _day_first,
    "mm/dd/yyyy": _month_first,
    "yyyy/mm/dd": _year_first,
    "mm/yyyy": _month_year,
    "month-in-words": _in_words,
    "yyyy": _year,
    "excel-serial": _serial,
}
FORMS: Final = ("edtf", *_READERS)
