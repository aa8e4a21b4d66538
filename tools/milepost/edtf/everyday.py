"""Dates as people write them every day, in figures or with the name of a month, to EDTF."""

import re
from typing import Final

from milepost.edtf.words import ENGLISH

_FIGURES: Final = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})")
_DAY_FIRST: Final = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]{3,9})\.?,? ([0-9]{4})"
)
_MONTH_FIRST: Final = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_JAPANESE: Final = re.compile(
    r"(明治|大正|昭和|平成|令和)?([0-9]{1,4}|元)年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?"
)
# The year before the first of each era; none for years of the common era.
_BEFORE_ERA: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, None: 0}


def readings(text: str) -> tuple[str, ...]:
    """Return what an everyday date may be in EDTF, day before month first; none for no such date.

    The calendar is not looked at.
    """
    plain = text.strip().lower()
    if found := _FIGURES.fullmatch(plain):
        one, other, year = found.groups()
        return tuple(dict.fromkeys((_joined(year, other, one), _joined(year, one, other))))
    if found := _JAPANESE.fullmatch(plain):
        era, year, month, day = found.groups()
        return (_joined(f"{_BEFORE_ERA[era] + int(year.replace('元', '1')):04}", month, day),)
    if found := _MONTH_FIRST.fullmatch(plain):
        return _named(found[3], found[1], found[2])
    found = _DAY_FIRST.fullmatch(plain)
    return _named(found[3], found[2], found[1]) if found else ()


def _named(year: str, name: str, day: str | None) -> tuple[str, ...]:
    for number, month in enumerate(ENGLISH.months, 1):
        if month.lower().startswith(name):
            return (_joined(year, str(number), day),)
    return ()


def _joined(year: str, month: str | None, day: str | None) -> str:
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
