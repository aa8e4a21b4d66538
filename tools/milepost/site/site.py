"""The site as a value: the checked dataset, its edition, and the day of which its pages speak."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from milepost import edtf
from milepost.canonical import encode
from milepost.derive.anniversaries import exact_day
from milepost.derive.apart import by_relationship
from milepost.derive.chronology import chronology
from milepost.derive.graph import Graph, graph_of
from milepost.derive.published import published_hashes
from milepost.derive.status import Interval, intervals_of
from milepost.evidence.statements import Statement, statements
from milepost.model import Dataset, Record
from milepost.provenance.edition import Edition
from milepost.provenance.swhid import blob_of, folder_id
from milepost.release.calendars import calendar_of
from milepost.release.citation.work import Work, dataset_work
from milepost.release.release import Release
from milepost.release.share import Share
from milepost.release.tables.milestones import MILESTONES
from milepost.release.tables.table import header, lines
from milepost.rules.view import View
from milepost.schema.plan import Value
from milepost.site.at_hand import AtHand
from milepost.site.machines.web_address import Home

# Of how many records the values are kept: a page asks for those of few, again and again.
_FEW: Final = 256
# How many links and works are kept: pages of one relationship have many alike.
_MANY: Final = 4096


def _few() -> AtHand[Any, Any]:
    return AtHand(_FEW)


def _many() -> AtHand[Any, Any]:
    return AtHand(_MANY)


@dataclass(frozen=True)
class Site:
    """All that pages are made from; what is computed is kept for the next page to ask."""

    view: View
    edition: Edition
    as_of: str
    # What the pages of several records tell of one, kept by those who find it.
    found_disputes: dict[str, tuple[Any, ...]] = field(default_factory=dict, repr=False)
    found_links: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False)
    found_points: dict[str, Any] = field(default_factory=_many, repr=False)
    found_records: dict[tuple[str, str], Any] = field(default_factory=_many, repr=False)
    found_labels: dict[tuple[str, str, str], Any] = field(default_factory=dict, repr=False)
    found_names: dict[tuple[str, ...], Any] = field(default_factory=_many, repr=False)
    found_things: dict[str, dict[str, Any]] = field(default_factory=_many, repr=False)
    found_works: dict[str, Work] = field(default_factory=_many, repr=False)
    # The graph, where an earlier state of the site had most of it.
    known_graph: Graph | None = field(default=None, repr=False)
    _blobs: dict[str, bytes] = field(default_factory=dict, repr=False)
    _statements: dict[str, list[Statement]] = field(default_factory=dict, repr=False)
    _facts: dict[str, dict[str, Value]] = field(default_factory=_few, repr=False)
    _intervals: dict[str, list[Interval]] = field(default_factory=dict, repr=False)
    _chronologies: dict[str, list[Record]] = field(default_factory=dict, repr=False)
    _orders: dict[str, dict[str, int]] = field(default_factory=dict, repr=False)

    @cached_property
    def dataset(self) -> Dataset:
        """The records."""
        return self.view.dataset

    @cached_property
    def home(self) -> Home:
        """The address at which the pages are published, if there is one."""
        return Home.of(self.dataset)

    @property
    def version(self) -> str:
        """The version by which the pages are cited."""
        return self.edition.version

    @property
    def day(self) -> edtf.Date:
        """The day as of which the status is told."""
        return edtf.parse(self.as_of)

    @cached_property
    def graph(self) -> Graph:
        """Which record names which."""
        return self.known_graph or graph_of(self.view)

    def statements(self, record: Record) -> list[Statement]:
        """Return the statements of a record, computed once."""
        if record.path not in self._statements:
            self._statements[record.path] = statements(record, self.view)
            # What was weighed takes far more room than what came of it.
            self.view.forget(record)
        return self._statements[record.path]

    def statements_at_hand(self, record: Record) -> list[Statement] | None:
        """Return the statements of a record if a page has asked for them, as few do in an edit."""
        return self._statements.get(record.path)

    def facts(self, record: Record) -> Mapping[str, Value]:
        """Return the factual values of a record by address, kept for as long as pages ask."""
        if record.path not in self._facts:
            values = self.view.facts(record)
            self._facts[record.path] = {value.address: value for value in values}
            self.view.forget(record)
        return self._facts[record.path]

    def chronology(self, dyad: str) -> list[Record]:
        """Return the milestones of a relationship in their order, computed once."""
        if dyad not in self._chronologies:
            self._chronologies[dyad] = chronology(self._apart[dyad], dyad)
        return self._chronologies[dyad]

    def intervals(self, dyad: str) -> list[Interval]:
        """Return the levels of a relationship through time, computed once."""
        if dyad not in self._intervals:
            self._intervals[dyad] = intervals_of(self._apart[dyad], dyad)
        return self._intervals[dyad]

    @cached_property
    def _apart(self) -> Mapping[str, Dataset]:
        return by_relationship(self.dataset)

    @cached_property
    def release(self) -> Release:
        """The dataset as a release has it, for files that pages offer too."""
        return Release(self.view, self.edition, b"", {})

    @cached_property
    def work(self) -> Work:
        """The whole dataset as a citable work."""
        blobs = {record.path.partition("/")[2]: self.blob(record) for record in self.dataset}
        return dataset_work(self.dataset, self.edition, folder_id(blobs))

    def blob(self, record: Record) -> bytes:
        """Return the hash by which git names the file of a record, computed once."""
        if record.path not in self._blobs:
            self._blobs[record.path] = blob_of(encode(record.body))
        return self._blobs[record.path]

    def milestone_table(self, dyad: str) -> bytes:
        """Return the milestones of a relationship as the release's table of them has them."""
        records = tuple(self._apart[dyad].of("milestone").values())
        share = Share(records, [self.statements(record) for record in records])
        table = header(MILESTONES) + lines(MILESTONES.rows_of(share, self.release))
        for record in records:
            self.view.forget(record)
        return table.encode()

    @cached_property
    def points_in(self) -> Mapping[str, list[Record]]:
        """The places with a point on the map by what they lie in, the best known first.

        That is the one in which most others lie, and then the one with names in most languages:
        the places alone say so, which are in the key of every page.
        """
        places = self.dataset.of("place").values()
        holding = Counter(place.body.get("within") for place in places)
        found: dict[str, list[Record]] = {}
        for place in sorted(places, key=lambda p: (-holding[p.id], -len(p.body["name"]), p.id)):
            if "point" in place.body and "within" in place.body:
                found.setdefault(place.body["within"], []).append(place)
        return found

    @cached_property
    def published(self) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
        """The versions that hold each record, with its hash there, by kind and identifier."""
        return published_hashes(self.dataset)

    def has_calendar(self, dyad: str) -> bool:
        """Return whether a relationship has anniversaries."""
        return any(map(exact_day, self._apart[dyad].of("milestone").values()))

    def calendar(self, dyad: str) -> bytes:
        """Return the calendar of a relationship that has anniversaries, as a release has it."""
        relationship = self.dataset.of("relationship")[dyad]
        return calendar_of(relationship, self._apart[dyad].of("milestone").values(), self.release)

    def order(self, dyad: str) -> Mapping[str, int]:
        """Return the place of each milestone of a relationship in its order, computed once."""
        if dyad not in self._orders:
            line = self.chronology(dyad)
            self._orders[dyad] = {record.id: place for place, record in enumerate(line)}
        return self._orders[dyad]

    @cached_property
    def uses(self) -> Mapping[tuple[str, str], list[Record]]:
        """The records that use each term, by vocabulary and term."""
        found: dict[tuple[str, str], list[Record]] = {}
        for record in self.dataset:
            if record.kind != "vocabulary":
                for term in self.graph.terms[record.path]:
                    found.setdefault(term, []).append(record)
        return found
