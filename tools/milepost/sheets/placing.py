"""Which recorded milestones a row may belong to: by its key, or by likeness."""

from collections.abc import Iterable
from typing import Final

from milepost.model import Record
from milepost.sheets.likeness import Likenesses
from milepost.sheets.told import Told

# A key that begins so asks for a record of its own, whatever else was on that day.
NEW: Final = "new-"
IDENTIFIER: Final = "mp-"


class Places:
    """Milestones as they are so far, and the keys by which the rows of a sheet name them."""

    def __init__(self, milestones: Iterable[Record]) -> None:
        """Begin with milestones of which no row has spoken yet."""
        self.milestones = {record.id: record for record in milestones}
        self._likenesses = Likenesses(self.milestones.values())
        self._by_key: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._paths = {record.path.lower() for record in self.milestones.values()}

    def put(self, record: Record) -> None:
        """Take a record in, in the place of what it was."""
        self.milestones[record.id] = record
        self._likenesses.add(record.id, record.body)
        self._paths.add(record.path.lower())

    def claim(self, key: str, identifier: str) -> None:
        """Keep that rows of this key belong to a record, and rows of other keys do not."""
        if key and not key.startswith(IDENTIFIER):
            self._by_key.setdefault(key, identifier)
            self._keys.setdefault(identifier, key)

    def named(self, key: str) -> Record | None:
        """Return the record that a key names: an identifier, or a key of an earlier row."""
        return self.milestones.get(self._by_key.get(key, key))

    def is_taken(self, path: str) -> bool:
        """Return whether a file has this path already, whatever its case."""
        return path.lower() in self._paths

    def likely(self, told: Told) -> list[Record]:
        """Return the records of a row's dyad, type and time, but for those of other keys.

        Those of the row's own title come first, then the ones with the shortest names.
        """
        kind, title = str(told.milestone.get("type", "")), told.milestone.get("title", {}).items()
        found = [self.milestones[name] for name in self._likenesses.of(told.dyads, kind, told.days)]
        # A row without a key may be of any event, and shows which.
        keys = [self._keys.get(record.id, told.event) for record in found]
        free = [r for r, key in zip(found, keys, strict=True) if told.event in {"", key}]
        return sorted(
            free, key=lambda r: (not title <= r.body["title"].items(), len(r.path), r.path)
        )
