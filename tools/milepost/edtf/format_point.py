"""One date in words: its components and a language's patterns in, a phrase out."""

from milepost.edtf.point import Point
from milepost.edtf.season import MONTH_RUNS
from milepost.edtf.words import Words

_FIRST_SEASON, _FIRST_NORTHERN, _FIRST_SOUTHERN = 21, 25, 29
_FIRST_QUARTER, _FIRST_THIRD, _FIRST_HALF = 33, 37, 40


def format_point(point: Point, words: Words) -> str:
    """Write one date out with its qualifiers.

    What no language here has a phrase for, such as 1X63, stays as EDTF writes it.
    """
    bare = _season(point, words) if point.is_season else _calendar(point, words)
    if not bare:
        return point.text
    if point.clock:
        return f"{bare} {point.clock.replace('Z', ' UTC')}"
    is_plain = not point.approximate and not point.uncertain
    return bare if is_plain else _qualified(bare, point, words)


def _calendar(point: Point, words: Words) -> str:
    if "X" in point.year:
        return _in_unknown_year(point, words)
    year = _year(int(point.year), words)
    if point.month in {"", "XX"} and point.day in {"", "XX"}:
        return _year_alone(year, point, words)
    if "X" in point.month or "X" in point.day.removesuffix("XX"):
        return ""
    month = words.months[int(point.month) - 1]
    if point.day.isdigit():
        return words.day.format(day=int(point.day), month=month, year=year)
    whole = words.month.format(month=month, year=year)
    return words.day_unknown.format(date=whole) if point.day else whole


def _year_alone(year: str, point: Point, words: Words) -> str:
    if point.day:
        return words.month_and_day_unknown.format(date=year)
    return words.month_unknown.format(date=year) if point.month else year


def _year(year: int, words: Words) -> str:
    if year > 0:
        return words.year.format(year=year)
    return words.year_before_era.format(year=1 - year)


def _in_unknown_year(point: Point, words: Words) -> str:
    years = _years(point.year, words)
    if point.month in {"", "XX"} and point.day in {"", "XX"}:
        return years or (words.nothing_known if point.year == "XXXX" else "")
    if (point.year, point.month) == ("XXXX", "XX") and point.day.isdigit():
        return words.year_and_month_unknown.format(day=int(point.day))
    if "X" in point.month or "X" in point.day.removesuffix("XX"):
        return ""
    date = words.months[int(point.month) - 1]
    if point.day.isdigit():
        date = words.day_of_year.format(day=int(point.day), month=date)
    if years:
        return words.among_years.format(date=date, years=years)
    return words.year_unknown.format(date=date) if point.year == "XXXX" else ""


def _years(year: str, words: Words) -> str:
    """Write a decade or a longer run of years, or nothing where the digits make no run."""
    if not year.rstrip("X").isdigit():
        return ""
    first, last = year.replace("X", "0"), year.replace("X", "9")
    if year.endswith("X") and year[2].strip("0X"):
        return words.decade.format(year=int(first))
    return words.years.format(first=int(first), last=int(last))


def _season(point: Point, words: Words) -> str:
    if "X" in point.year:
        return ""
    code, year = int(point.month), _year(int(point.year), words)
    if code >= _FIRST_HALF:
        return words.halves[code - _FIRST_HALF].format(year=year)
    if code >= _FIRST_THIRD:
        return _months(point.month, year, words)
    if code >= _FIRST_QUARTER:
        return words.quarter.format(number=code - _FIRST_QUARTER + 1, year=year)
    season = words.seasons[(code - _FIRST_SEASON) % 4].format(year=year)
    if code >= _FIRST_SOUTHERN:
        return words.south.format(date=season)
    return words.north.format(date=season) if code >= _FIRST_NORTHERN else season


def _months(code: str, year: str, words: Words) -> str:
    ((first, length),) = MONTH_RUNS[code]
    last = words.months[first + length - 2]
    return words.month_range.format(first=words.months[first - 1], last=last, year=year)


def _qualified(date: str, point: Point, words: Words) -> str:
    marks = []
    if point.approximate == point.components:
        date = words.approximate.format(date=date)
    else:
        marks += _marks(point.approximate, words.component_approximate, words)
    if point.uncertain == point.components:
        date = words.uncertain.format(date=date)
    else:
        marks += _marks(point.uncertain, words.component_uncertain, words)
    if not marks:
        return date
    return words.marks.format(date=date, marks=words.mark_separator.join(marks))


def _marks(letters: str, pattern: str, words: Words) -> list[str]:
    return [pattern.format(component=words.component[letter]) for letter in letters]
