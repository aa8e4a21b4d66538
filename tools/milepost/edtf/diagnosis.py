"""Why a text is no EDTF date: the text in, a sentence for people with the mend out."""

import re
from typing import Final

from milepost.edtf.bounds import has_a_day
from milepost.edtf.everyday import readings
from milepost.edtf.gregorian import month_length
from milepost.edtf.point import Point, point_of
from milepost.edtf.words import ENGLISH

LONGEST_TEXT: Final = 120
_SHAPES: Final = (
    "write 2022-04-23, 2022-04 or 2022; 1963~ for about, 1963? for uncertain, 195X for an unknown "
    "digit, [1963,1966] for one of, [1963..1966] for some time within, [..1966] for by"
)
_SETS: Final = (
    "dates go together as [a,b] (one of), [a..b] (some time within), [..b] (by), [a..] (since), "
    "{a,b} (each of) or a/b (it lasted), and none of these in another"
)
_SET_MARKS: Final = frozenset("[]{},./")
_JOINED = "year, month and day are joined by hyphens"
_PADDED = "a month and a day have two digits"
_DRAFT = "this is how the draft of 2012 was spelled"
_MENDS: Final = tuple(
    (re.compile(pattern), replacement, reason)
    for pattern, replacement, reason in (
        (r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3", _JOINED),
        (r"^([0-9]{4})[/.]([0-9]{2})[/.]([0-9]{2})$", r"\1-\2-\3", _JOINED),
        (r"-([0-9])(?![0-9X])", r"-0\1", _PADDED),
        (r"^([0-9]{3})0s$", r"\1X", "a decade has an X for its unknown digit"),
        (r"^(?:c\.?|ca\.?|circa|about) ?([0-9-]{4,10})$", r"\1~", "~ after a date means about"),
        (r"^Y(-?[0-9]{4})$", r"\1", "Y is for years of more than four digits"),
        (r"^(-?[1-9][0-9]{4,})$", r"Y\1", "a year of more than four digits has a Y before it"),
        (r"\?~|~\?", "%", _DRAFT),
        (r"[ux]", "X", _DRAFT),
        (r"^y", "Y", _DRAFT),
        (r"^(open|unknown)$", "..", _DRAFT),
    )
)
_SIGNIFICANT = re.compile(r"(?:-?[0-9]{4}|Y-?[0-9]+(?:E[0-9]+)?)S[0-9]+")


def why_unreadable(text: str) -> str | None:
    """Say what bars a whole text from being read at all, or give None if nothing does."""
    if not text:
        return "the date is empty: write one, or leave the field out"
    if len(text) > LONGEST_TEXT:
        return f"a date has at most {LONGEST_TEXT} characters, this one has {len(text)}"
    if not text.isascii():
        return f"{text}: {_why_not_ascii(text)}"
    bare = "".join(text.split())
    if bare != text and not any(letter.isalpha() for letter in bare.replace("X", "")):
        return f"{text!r}: a date has no space or line break in or around it; write {bare}"
    return None


def why_not_a_date(text: str) -> str:
    """Say why a text has not the shape of a date, and where it can be told, what was meant."""
    if everyday := _everyday(text):
        return everyday
    mended = text
    for pattern, replacement, reason in _MENDS:
        if (changed := pattern.sub(replacement, mended)) != mended:
            mended = changed
            if mended == ".." or _is_real(mended):
                return f"{text}: {reason}; write {mended}"
    if _SIGNIFICANT.fullmatch(text):
        return (
            f"{text}: significant digits (S) are not read here; write a range such as [1900..1999]"
        )
    if "T" in text:
        return f"{text}: a time of day stands alone, after a full date, not in an interval or set"
    if not _SET_MARKS.isdisjoint(text):
        return f"{text}: {_SETS}"
    return f"{text}: not a date; {_SHAPES}"


def _everyday(text: str) -> str:
    real = [reading for reading in readings(text) if _is_real(reading)]
    if not real:
        return ""
    other = f", or {real[1]} if the month comes first" if real[1:] else ""
    return f"{text}: a date is written year-month-day, in figures; write {real[0]}{other}"


def why_no_such_day(point: Point) -> str:
    """Say why no day of the calendar fits a date that is well written."""
    if not point.years:
        return f"{point.text}: the year before 0001 is 0000, and before that -0001"
    if not point.months:
        swapped = f"{point.year}-{point.day}-{point.month}"
        mend = f"; write {swapped} if the month is {point.day}" if _is_real(swapped) else ""
        rule = "months are 01 to 12 (21 to 41 are seasons, quarters and halves, without a day)"
        return f"{point.text}: {rule}{mend}"
    if "X" in point.text or not point.days:
        return f"{point.text}: no day of the calendar fits; days are 01 to 31"
    year, month = point.years[0], point.months[0]
    return (
        f"{point.text}: {ENGLISH.months[month - 1]} {year} has {month_length(year, month)} days; "
        f"write {point.year}-{point.month} if the day is not known"
    )


def _why_not_ascii(text: str) -> str:
    if everyday := _everyday(text):
        return everyday.removeprefix(f"{text}: ")
    plain = "".join(map(_plainly, text))
    if plain.isascii():
        return f"digits and marks are the plain ones (0 to 9, hyphen-minus); write {plain}"
    return f"only plain digits and marks make a date; {_SHAPES}"


def _plainly(letter: str) -> str:
    """Give the ASCII twin of a digit of any script, a full-width mark or a dash."""
    if letter.isdecimal():
        return str(int(letter))
    if letter in "\u2010\u2011\u2012\u2013\u2014\u2212":
        return "-"
    return chr(ord(letter) - 0xFEE0) if "\uff01" <= letter <= "\uff5e" else letter


def _is_real(text: str) -> bool:
    point = point_of(text)
    return point is not None and has_a_day(point)
