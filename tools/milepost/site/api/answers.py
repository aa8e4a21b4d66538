"""The answers of the interface as values: a site in, the JSON of each file out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from milepost.derive.grounds import supporting_entries
from milepost.derive.headline import headline_of
from milepost.derive.status import Interval, status_on
from milepost.evidence.statements import Statement
from milepost.model import Record
from milepost.release.bundle import level_object, statement_object
from milepost.release.citation.styles import STYLES
from milepost.release.citation.work import Work
from milepost.release.status import LevelHeld
from milepost.site.api.addresses import (
    INDEX,
    OPENAPI,
    STATUS,
    link,
    list_file,
    record_file,
    schema_file,
)
from milepost.site.citing import work_of
from milepost.site.naming import label
from milepost.site.page_names import PAGED, page_of
from milepost.site.site import Site
from milepost.site.told import told_by

Json = dict[str, Any]

# The styles that a program or its user can do something with at once.
_CITED = ("text", "apa", "bibtex", "ris")


@dataclass(frozen=True)
class Answers:
    """All answers; what more than one of them needs is computed once."""

    site: Site

    def index(self) -> Json:
        """Return what the interface is of, and where everything in it lies."""
        site = self.site
        meta, work = site.dataset.meta, site.work
        lists = {kind: link(site, INDEX, list_file(kind)) for kind in PAGED}
        return {
            "name": meta["id"],
            "title": meta["title"],
            "description": meta["description"],
            **self._edition(),
            "licence": meta["licence"],
            "swhid": work.swhid,
            "citation": _citations(work),
            "counts": {kind: len(site.dataset.of(kind)) for kind in PAGED},
            "links": {
                "lists": lists,
                "status": link(site, INDEX, STATUS),
                "openapi": link(site, INDEX, OPENAPI),
                "home": link(site, INDEX, "index.html"),
            },
        }

    def listing(self, kind: str) -> Json:
        """Return all records of a kind, each with what it takes to choose among them."""
        here = list_file(kind)
        records = self.site.dataset.of(kind).values()
        return {
            **self._edition(),
            "kind": kind,
            "records": [self._brief(record, here) for record in records],
        }

    def record(self, record: Record) -> Json:
        """Return a record whole, with what sources say of it, its status and how to cite it."""
        here = record_file(record.kind, record.id)
        work = work_of(self.site, record)
        return {
            **self._edition(),
            "kind": record.kind,
            "id": record.id,
            "record": record.body,
            "statements": [statement_object(each) for each in self._statements(record)],
            "status": [level_object(level) for level in self._levels(record)],
            "related": self._related(record),
            "swhid": work.swhid,
            "citation": _citations(work),
            "links": {
                **self._links(record, here),
                "list": link(self.site, here, list_file(record.kind)),
                "schema": link(self.site, here, schema_file(record.kind)),
            },
        }

    def gone(self, tombstone: Record) -> Json:
        """Return what became of a record that is no longer live."""
        body = tombstone.body
        here = record_file(body["kind"], tombstone.id)
        targets = [record_file(body["kind"], target) for target in body["targets"]]
        return {
            **self._edition(),
            "kind": body["kind"],
            "id": tombstone.id,
            "gone": body,
            "links": {
                "self": link(self.site, here, here),
                "page": link(self.site, here, f"{page_of(body['kind'], tombstone.id)}.html"),
                "targets": [link(self.site, here, target) for target in targets],
                "schema": link(self.site, here, schema_file(tombstone.kind)),
            },
        }

    def status(self) -> Json:
        """Return the levels that are open on the day of the site, and all that ever were."""
        now = [
            {"level": level_object(self._held[interval]), "certainty": certainty}
            for dyad in self.site.dataset.of("relationship")
            for interval, certainty in status_on(self.site.intervals(dyad), self.site.day)
        ]
        return {
            **self._edition(),
            "open": now,
            "levels": [level_object(level) for level in self._held.values()],
        }

    def _edition(self) -> Json:
        return {"version": self.site.version, "as_of": self.site.as_of}

    def _brief(self, record: Record, here: str) -> Json:
        body = record.body
        name = label(record)
        titles = body.get("title") or body.get("name") or {name.language: name.text}
        brief: Json = {"id": record.id, "title": titles}
        if record.kind == "milestone":
            date = (headline_of(body) or {}).get("date", "")
            brief |= {"type": body["type"], "relationships": body["relationships"]}
            brief |= {"date": date} if date else {}
        return {**brief, "links": self._links(record, here)}

    def _links(self, record: Record, here: str) -> dict[str, str]:
        page = f"{page_of(record.kind, record.id)}.html"
        own = record_file(record.kind, record.id)
        return {"self": link(self.site, here, own), "page": link(self.site, here, page)}

    def _related(self, record: Record) -> list[Json]:
        """Return the links of a milestone, its own and those that lead to it."""
        if record.kind != "milestone":
            return []
        own = [{**each, "direction": "from-here"} for each in record.body.get("links", ())]
        naming = self.site.graph.records_naming(record, "milestone")
        others = [
            {"relation": each["relation"], "target": other.id, "direction": "to-here"}
            for other in naming
            for each in other.body.get("links", ())
            if each["target"] == record.id
        ]
        return own + others

    def _statements(self, record: Record) -> list[Statement]:
        if record.kind == "source":
            return self._by_source(record)
        return self.site.statements(record) if "evidence" in record.body else []

    def _levels(self, record: Record) -> list[LevelHeld]:
        if record.kind == "relationship":
            return [level for level in self._held.values() if level.relationship == record.id]
        return self._by_milestone.get(record.id, [])

    @cached_property
    def _held(self) -> Mapping[Interval, LevelHeld]:
        """The levels that relationships held, by their intervals, which are values of one site."""
        dyads = self.site.dataset.of("relationship")
        return {each: self._level(d, each) for d in dyads for each in self.site.intervals(d)}

    @cached_property
    def _by_milestone(self) -> Mapping[str, list[LevelHeld]]:
        """The levels that each milestone opened or closed."""
        found: dict[str, list[LevelHeld]] = {}
        for level in self._held.values():
            for turn in (level.opening, level.closing):
                if turn:
                    found.setdefault(turn.milestone.id, []).append(level)
        return found

    def _by_source(self, source: Record) -> list[Statement]:
        origins = {edge.origin.path: edge.origin for edge in self.site.graph.naming(source)}
        records = [origin for origin in origins.values() if "evidence" in origin.body]
        return [told for record in records for told in told_by(self.site, source, record)]

    def _level(self, dyad: str, interval: Interval) -> LevelHeld:
        site, milestone = self.site, interval.opening.milestone
        entries = supporting_entries(
            site.view, interval.opening, site.statements_at_hand(milestone)
        )
        # What was weighed takes far more room than what came of it.
        site.view.forget(milestone)
        return LevelHeld(dyad, interval.opening, interval.closing, entries)


def _citations(work: Work) -> dict[str, str]:
    return {style: STYLES[style](work).rstrip() for style in _CITED}
