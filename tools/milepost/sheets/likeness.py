"""Which recorded milestones a row may tell of: same type, same dyad, overlapping date."""

from collections.abc import Iterable, Iterator

from milepost import edtf, intervals
from milepost.derive.headline import headline_of
from milepost.model import Body, Record

# Days are looked up by the month or so that they lie in; a wide date lies in too many to be.
_MONTH = 31
_MOST_MONTHS = 60
Place = tuple[str, str, int | None]


class Likenesses:
    """Milestones by dyad, type and the months of their stages, for rows to be held against."""

    def __init__(self, milestones: Iterable[Record]) -> None:
        """Begin with recorded milestones."""
        self._found: dict[Place, dict[str, intervals.Intervals]] = {}
        for milestone in milestones:
            self.add(milestone.id, milestone.body)

    def add(self, identifier: str, body: Body) -> None:
        """Take a milestone in, or anew where its stages have become more."""
        days = _days(body)
        for dyad in body["relationships"]:
            for month in _months(days):
                self._found.setdefault((dyad, body["type"], month), {})[identifier] = days

    def of(self, dyads: Iterable[str], kind: str, days: intervals.Intervals) -> list[str]:
        """Return the identifiers of the milestones that a row may tell of, each once."""
        if not days:
            return []
        found: dict[str, None] = {}
        for dyad in dyads:
            for place in self._places(dyad, kind, days):
                for identifier, others in self._found.get(place, {}).items():
                    if intervals.overlap(days, others):
                        found[identifier] = None
        return list(found)

    def _places(self, dyad: str, kind: str, days: intervals.Intervals) -> Iterator[Place]:
        months = _months(days)
        if None in months:
            yield from (place for place in self._found if place[:2] == (dyad, kind))
            return
        yield from ((dyad, kind, month) for month in (*months, None))


def _days(body: Body) -> intervals.Intervals:
    """Return the days of all dated stages, or of the headline where it stands for the rest."""
    headline = headline_of(body) or {}
    dated = [stage["date"] for stage in (*body["stages"], headline) if "date" in stage]
    return intervals.union(*(edtf.parse(date).days for date in dated), ())


def _months(days: intervals.Intervals) -> list[int | None]:
    """Return the stretches of 31 days that days lie in, or [None] where they are many."""
    if not days:
        return []
    low, high = intervals.span(days)
    first, last = low / _MONTH, high / _MONTH
    # Of days without bounds the difference is no number.
    if not last - first <= _MOST_MONTHS:
        return [None]
    return list(range(int(first), int(last) + 1))
