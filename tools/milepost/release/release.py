"""A release as a value: the dataset, its edition and what is enclosed as it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from milepost.evidence.statements import Statement, statements
from milepost.model import Body, Dataset
from milepost.provenance.edition import Edition
from milepost.release.citation.work import dataset_swhid
from milepost.release.status import LevelHeld, levels_held
from milepost.rules.view import View


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
    def swhid(self) -> str:
        """The identifier of the folder dataset/, by its content."""
        return dataset_swhid(self.dataset)

    @cached_property
    def rows(self) -> dict[str, list[list[str]]]:
        """The cells of each table that was asked for, by its name: several formats write them."""
        return {}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of every record."""
        view = self.view
        return tuple(s for record in view.with_evidence() for s in statements(record, view))

    @cached_property
    def levels(self) -> tuple[LevelHeld, ...]:
        """Every level that a relationship held."""
        return tuple(levels_held(self.view))
