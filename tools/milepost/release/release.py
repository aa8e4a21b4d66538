"""A release as a value: the dataset, its edition and what is enclosed as it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from milepost.canonical import encode
from milepost.evidence.statements import Statement, statements
from milepost.model import Body, Dataset, Record
from milepost.provenance.edition import Edition
from milepost.provenance.swhid import Hashes, folder_id, hashes
from milepost.release.citation.work import Work, dataset_work
from milepost.release.share import Share
from milepost.release.status import LevelHeld, levels_held
from milepost.rules.view import View

# Enough to spread what each share costs by itself, and few enough to be held in every format.
_SHARE: Final = 128


@dataclass(frozen=True)
class Release:
    """All that the files of a release are made from; what is computed is kept for the next file.

    `licence` is the notice that is shipped as LICENSE, `schemas` holds the schema files by name,
    `compared` says what changed since the last version, and is empty where this is the first.
    """

    view: View
    edition: Edition
    licence: bytes
    schemas: Mapping[str, bytes]
    compared: Body = field(default_factory=dict)

    @property
    def dataset(self) -> Dataset:
        """The records."""
        return self.view.dataset

    @property
    def name(self) -> str:
        """The name of the folder and, with an ending, of the archive."""
        return f"{self.dataset.meta['id']}-{self.edition.version}"

    @cached_property
    def hashes(self) -> Mapping[str, Hashes]:
        """The hashes of each record by its path, of its canonical bytes."""
        return {record.path: hashes(encode(record.body)) for record in self.dataset}

    @cached_property
    def swhid(self) -> str:
        """The identifier of the folder dataset/, by its content."""
        below = {path.partition("/")[2]: one.blob for path, one in self.hashes.items()}
        return folder_id(below)

    @cached_property
    def work(self) -> Work:
        """The release as what is cited."""
        return dataset_work(self.dataset, self.edition, self.swhid)

    def shares(self) -> Iterator[Share]:
        """Yield all records, some at a time, with their statements, and forget what was weighed."""
        records, view = iter(self.dataset), self.view
        while share := tuple(islice(records, _SHARE)):
            yield Share(share, [self._told(record) for record in share])
            for record in share:
                view.forget(record)

    def statements(self) -> Iterator[Statement]:
        """Yield every statement of every record."""
        return (statement for share in self.shares() for statement in share.statements)

    def _told(self, record: Record) -> Sequence[Statement]:
        factual = self.view.schemas.facts[record.kind].below
        return statements(record, self.view) if factual else ()

    @cached_property
    def levels(self) -> tuple[LevelHeld, ...]:
        """Every level that a relationship held."""
        return tuple(levels_held(self.view))
