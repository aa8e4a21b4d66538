"""The table of milestones: one row each, with the headline and how well it is attested."""

from collections.abc import Iterator
from typing import NamedTuple

from milepost.derive.grade import Grade, grade_of
from milepost.derive.headline import headline_of, stage_key
from milepost.evidence.disputes import disputed, left_open
from milepost.evidence.witnesses import independent_sources
from milepost.model import Body, Record
from milepost.release.release import Release
from milepost.release.share import Share
from milepost.release.tables.columns import (
    dates_by,
    english,
    inner,
    listed,
    plain,
    refers,
    texts,
)
from milepost.release.tables.table import Column, Reference, Table, in_turn


class Attested(NamedTuple):
    """A milestone with its headline and the numbers of its sources and disputes."""

    record: Record
    headline: Body
    sources: int
    disputes: int
    open_disputes: int
    grade: Grade

    @property
    def body(self) -> Body:
        """The content of the record."""
        return self.record.body


def _attested(share: Share, release: Release) -> Iterator[Attested]:
    view = release.view
    for record, told in share.by_record():
        if record.kind != "milestone":
            continue
        # The check has found that every dispute has a resolution (DSP-001).
        has_disputes = "resolutions" in record.body
        yield Attested(
            record,
            headline_of(record.body) or {},
            independent_sources(view.dataset, record),
            len(disputed(record, view)) if has_disputes else 0,
            len(left_open(record, view)) if has_disputes else 0,
            grade_of(record, view, told),
        )


def _headline_key(row: Attested) -> str:
    return stage_key(row.headline) if row.headline else ""


MILESTONES = Table(
    "milestones",
    "The milestones: type, title, headline date, independent sources and disputes",
    in_turn(_attested),
    (
        plain("id", "The identifier of the milestone, which never changes."),
        listed("relationships", "The relationships (relationships.id) that it belongs to."),
        plain("type", "What sort of milestone it is: a term of the vocabulary milestone-type."),
        *texts("title", "The title"),
        listed("translated", "The languages in which the title is the editors’ own translation."),
        *dates_by("date", "The date of the headline stage", lambda r: r.headline.get("date", "")),
        Column(
            "headline_stage",
            "The stage (stages.stage_key) whose date stands for the milestone.",
            _headline_key,
        ),
        plain("occasion", "The summit or conference (occasions.id) at which it took place."),
        plain("protocol", "The form of a visit: a term of the vocabulary protocol."),
        inner("instrument_kind", "The kind of document that it made.", "instrument", "kind"),
        inner("instrument_number", "The number of that document.", "instrument", "number"),
        listed("topics", "What it is about: terms of the vocabulary topic."),
        english("summary", "A summary in the editors’ words, in English."),
        Column(
            "independent_sources",
            "How many sources or speakers attest it that do not rest on one another.",
            lambda row: str(row.sources),
            "integer",
        ),
        Column(
            "grade",
            "How well the headline is attested: A to D; the page of the milestone explains it.",
            lambda row: row.grade.letter,
        ),
        Column(
            "disputes",
            "At how many pointers sources dispute a value, settled disputes included.",
            lambda row: str(row.disputes),
            "integer",
        ),
        Column(
            "open_disputes",
            "How many of these disputes are left open.",
            lambda row: str(row.open_disputes),
            "integer",
        ),
        Column("file", "The file of the record in the repository.", lambda r: r.record.path),
    ),
    references=(
        refers("occasion", "occasions"),
        Reference(("id", "headline_stage"), "stages", ("milestone", "stage_key")),
    ),
    by_share=_attested,
)
