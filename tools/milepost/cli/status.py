"""`milepost status`: the levels of a relationship through time, or on a day."""

import argparse
from collections.abc import Iterator

from milepost import edtf
from milepost.cli import CLEAN
from milepost.cli.show import found
from milepost.cli.sound import sound
from milepost.cli.typed import refused
from milepost.derive.grounds import supporting_sources
from milepost.derive.labels import government_label, label_of, term_label
from milepost.derive.status import Interval, Opening, intervals_of, status_on
from milepost.errors import NotThereError
from milepost.root import root_to_read
from milepost.rules.view import View
from milepost.suggestions import suggestion

_FEW = 3


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("dyad", metavar="DYAD", help="a relationship, such as jpn-khm")
    parser.add_argument("--on", metavar="DATE", help="a day, month or year in EDTF")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the levels with the milestones that opened them and the sources that say so."""
    view = sound(root_to_read(options.root))
    dyads = list(view.dataset.of("relationship"))
    if options.dyad not in dyads:
        own = [dyad for dyad in dyads if options.dyad in dyad.split("-")]
        there = f"there are {', '.join(own or dyads)}" if dyads else "none is recorded yet"
        hint = there if own else suggestion(options.dyad, dyads, there)
        message = f"there is no relationship {options.dyad!r}; {hint}"
        raise NotThereError(message)
    lines = _on(view, options.dyad, options.on) if options.on else _through(view, options.dyad)
    print("\n".join(lines))
    return CLEAN


def _through(view: View, dyad: str) -> Iterator[str]:
    yield _title(view, dyad)
    for interval in intervals_of(view.dataset, dyad):
        closing = interval.closing
        until = f" until {_said(closing.date)}" if closing else ""
        yield f"{_level(view, dyad, interval)}: since {_said(interval.opening.date)}{until}"
        yield from _grounds(view, interval.opening)


def _on(view: View, dyad: str, written: str) -> Iterator[str]:
    try:
        date = edtf.parse(written)
    except ValueError as amiss:
        raise NotThereError(refused("--on", written, str(amiss))) from amiss
    yield f"{_title(view, dyad)}: {date.format('en')}"
    answers = status_on(intervals_of(view.dataset, dyad), date)
    if not answers:
        yield "nothing is recorded for that time; see the coverage of the relationship"
    for interval, certainty in answers:
        yield f"{_level(view, dyad, interval)}: {certainty}, since {_said(interval.opening.date)}"
        yield from _grounds(view, interval.opening)
    yield from _unsearched(view, dyad, date)


def _unsearched(view: View, dyad: str, date: edtf.Date) -> Iterator[str]:
    """Yield where the search for milestones ended, if the date goes beyond it."""
    coverage = view.dataset.of("relationship")[dyad].body.get("coverage", ())
    ends = [edtf.parse(part["to"]) for part in coverage]
    last = max(ends, key=lambda end: end.sort_key, default=None)
    if last and last.latest and (date.latest is None or date.latest > last.latest):
        yield f"the search for milestones ended with {last.format('en')}: later changes are unknown"


def _title(view: View, dyad: str) -> str:
    return f"{label_of(found(view, dyad)[0])} ({dyad})"


def _level(view: View, dyad: str, interval: Interval) -> str:
    opening = interval.opening
    owned = "{}, by {} alone" if opening.track == "partnership" else "{} of {}"
    line = owned.format(opening.track, opening.of) if opening.of else opening.track
    if opening.government:
        line += f" ({government_label(view.dataset, dyad.split('-'), opening.government)})"
    return f"{line}: {term_label(view.dataset, 'status-level', opening.level)}"


def _said(date: str) -> str:
    return edtf.parse(date).format("en")


def _some(slugs: list[str]) -> str:
    """Return the first few of a list in words, and how many there are besides."""
    if len(slugs) <= _FEW:
        return " and ".join(filter(None, (", ".join(slugs[:-1]), *slugs[-1:])))
    return f"{', '.join(slugs[: _FEW - 1])} and {len(slugs) - _FEW + 1} others"


def _grounds(view: View, opening: Opening) -> Iterator[str]:
    """Yield the milestone that opened a level, and the sources that support its level or date."""
    milestone = opening.milestone
    sources = _some(list(supporting_sources(view, opening)))
    yield f"  by {milestone.id} “{label_of(milestone)}”, according to {sources}"
