"""What a comparison finds, as values: changes of records, of schemas and of columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from milepost.changes.policy import BY_NAME, Bump


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value of a record, a schema or a table that changed, and the category that this is in.

    `old` and `new` are texts, or JSON where the value is none; empty where there was or is nothing.
    `reason` is that of the resolution at the address of a record, where there is one.
    """

    address: str
    category: str
    old: str = ""
    new: str = ""
    reason: str = ""

    @property
    def bump(self) -> Bump:
        """The part of the version number that it raises."""
        return BY_NAME[self.category].bump


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that came, went or changed; one that changed has values, and no other has.

    `fate` is added, changed, moved, merged, split, withdrawn or lost; `targets` are the live
    records to which a tombstone sends the reader, `reason` is what it says.
    """

    kind: str
    id: str
    label: str
    fate: str
    category: str = ""
    targets: Sequence[str] = ()
    reason: str = ""
    values: Sequence[ValueChange] = ()

    @property
    def bump(self) -> Bump:
        """The part of the version number that it raises by itself, its values aside."""
        return BY_NAME[self.category].bump if self.category else "none"


@dataclass(frozen=True, slots=True)
class Impact:
    """What changes in an analysis: each row names what it is about, and is as it was and as it is.

    `headlines` are the dates that stand for milestones, `levels` the intervals of status, `cells`
    those of the yearly tables.
    """

    headlines: Sequence[Mapping[str, str]] = ()
    levels: Sequence[Mapping[str, str]] = ()
    cells: Sequence[Mapping[str, str]] = ()
