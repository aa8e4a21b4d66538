"""Days and how sources spell them: to the day, the month or the year, or with a doubt."""

import re
from datetime import date, timedelta
from random import Random
from typing import Final

# Every month has them, so that any day may be told in any year.
_DAYS_OF_ANY_MONTH: Final = 28
_PLAIN: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def days_in(rng: Random, year: int, number: int) -> list[date]:
    """Return some days of a year, in order, each at least a day after the one before."""
    found = {(rng.randint(1, 12), rng.randint(1, _DAYS_OF_ANY_MONTH)) for _ in range(4 * number)}
    chosen = sorted(rng.sample(sorted(found), min(number, len(found))))
    return [date(year, month, day) for month, day in chosen]


def spelt(rng: Random, day: date) -> str:
    """Return a day as a record publishes it: mostly to the day, sometimes with a doubt."""
    exact = day.isoformat()
    later = day.replace(day=_DAYS_OF_ANY_MONTH).isoformat()
    spellings = (exact, exact[:7], exact[:4], f"{exact[:7]}~", f"{exact}?", f"[{exact}..{later}]")
    return rng.choices(spellings, weights=(66, 13, 11, 4, 3, 3))[0]


def is_plain(text: str) -> bool:
    """Return whether a date is a year, a month or a day without any doubt."""
    return _PLAIN.fullmatch(text) is not None


def is_day(text: str) -> bool:
    """Return whether a date is one day without any doubt."""
    return is_plain(text) and text.count("-") == len(("month", "day"))


def vaguer(rng: Random, text: str) -> str | None:
    """Return a plain date with less precision, or None where there is none."""
    parts = text.split("-")
    if not is_plain(text) or len(parts) == 1:
        return None
    return "-".join(parts[: rng.randrange(1, len(parts))])


def rival(rng: Random, text: str) -> str | None:
    """Return a date of the same precision that cannot be the same, or None for one with a doubt."""
    if not is_plain(text):
        return None
    whole = date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    away = rng.choice((-1, 1)) * rng.randint(1, 9)
    if is_day(text):
        return (whole + timedelta(days=away)).isoformat()
    if len(text) == len("2022-04"):
        return f"{whole.year:04}-{(whole.month - 1 + away) % 12 + 1:02}"
    return f"{whole.year + away:04}"
