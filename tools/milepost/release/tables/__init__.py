"""The CSV tables of a release, in the order in which a reader meets them."""

from milepost.release.tables.actors import TABLES as _ACTORS
from milepost.release.tables.members import TABLES as _MEMBERS
from milepost.release.tables.milestones import MILESTONES
from milepost.release.tables.panel import TABLES as _PANEL
from milepost.release.tables.relationships import TABLES as _RELATIONSHIPS
from milepost.release.tables.sources import SOURCES
from milepost.release.tables.statements import STATEMENTS
from milepost.release.tables.table import Column, Table, as_csv
from milepost.release.tables.vocabulary import VOCABULARY

__all__ = ["TABLES", "Column", "Table", "as_csv"]

TABLES = (
    MILESTONES,
    *_MEMBERS,
    STATEMENTS,
    SOURCES,
    *_RELATIONSHIPS,
    *_PANEL,
    *_ACTORS,
    VOCABULARY,
)
