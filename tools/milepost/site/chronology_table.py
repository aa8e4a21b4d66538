"""The milestones of a relationship as a table, with what each row can be filtered by."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from milepost import edtf
from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.site.naming import link_to, term_link
from milepost.site.pages.listing import disputes_words
from milepost.site.site import Site
from milepost.site.tables import Table, without_empty_columns
from milepost.site.wording import headline_phrase, headline_text

Terms = Mapping[str, Mapping[str, Any]]

_COLUMNS = ("Date", "Milestone", "Type", "Disputes")


@dataclass(frozen=True, slots=True)
class Choice:
    """A term that a reader can choose, with its label and how many milestones have it."""

    term: str
    label: str
    count: int


class ChoiceGroup(NamedTuple):
    """Terms under the label of a broader one, which can be chosen as a whole."""

    label: str
    choices: tuple[Choice, ...]


class Filterable(NamedTuple):
    """What a row is found by: its type, its topics and its years.

    `years` is the first and the last year that the date may lie in, one alone where they are the
    same, - for an end that is open, empty for a milestone without a date.
    """

    type: str
    topics: tuple[str, ...]
    years: str


class Chronology(NamedTuple):
    """The table, what each of its rows is found by, and what there is to choose from."""

    table: Table
    rows: tuple[Filterable, ...]
    types: tuple[ChoiceGroup, ...]
    topics: tuple[Choice, ...]


def chronology_table(site: Site, dyad: str) -> Table:
    """Return the milestones of a relationship in their order, those in dispute marked."""
    rows = tuple(
        (
            headline_phrase(record),
            (link_to(record),),
            (term_link(site, "milestone-type", record.body["type"]),),
            disputes_words(site, record),
        )
        for record in site.chronology(dyad)
    )
    return without_empty_columns(Table("Milestones in their order", _COLUMNS, rows))


def chronology(site: Site, dyad: str) -> Chronology:
    """Return the milestones of a relationship with what a reader can filter them by."""
    rows = tuple(_filterable(record) for record in site.chronology(dyad))
    return Chronology(
        chronology_table(site, dyad), rows, _type_groups(site, rows), _topics(site, rows)
    )


def _filterable(record: Record) -> Filterable:
    body = record.body
    return Filterable(body["type"], tuple(body.get("topics", ())), _years(headline_text(body)))


def _years(text: str) -> str:
    if not text:
        return ""
    date = edtf.parse(text)
    ends = [str(day[0]) if day else "-" for day in (date.earliest, date.latest)]
    return " ".join(dict.fromkeys(ends))


def _type_groups(site: Site, rows: Sequence[Filterable]) -> tuple[ChoiceGroup, ...]:
    """Return the types that occur, in the order of the vocabulary, below their broader ones."""
    terms = site.view.terms.get("milestone-type", {})
    counts = Counter(row.type for row in rows)
    groups: dict[str, list[Choice]] = {}
    for name in (name for name in terms if name in counts):
        broader = next(iter(terms[name].get("broader", ())), name)
        groups.setdefault(broader, []).append(_choice(terms, counts, name))
    return tuple(ChoiceGroup(_label(terms, top), tuple(found)) for top, found in groups.items())


def _topics(site: Site, rows: Sequence[Filterable]) -> tuple[Choice, ...]:
    terms = site.view.terms.get("topic", {})
    counts = Counter(name for row in rows for name in row.topics)
    found = (_choice(terms, counts, name) for name in counts)
    return tuple(sorted(found, key=lambda choice: choice.label.casefold()))


def _choice(terms: Terms, counts: Counter[str], name: str) -> Choice:
    return Choice(name, _label(terms, name), counts[name])


def _label(terms: Terms, name: str) -> str:
    return text_in(terms[name]["label"]) if name in terms else name
