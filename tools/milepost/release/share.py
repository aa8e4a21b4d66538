"""Shares: some records with what is told of them, so that no file of a release is held whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from milepost.evidence.statements import Statement
from milepost.model import Record

# Pieces of files, each with the name of its file; those of one file come in its order.
Pieces: TypeAlias = Iterable[tuple[str, bytes]]
# What is to be written first, then for each share, then at the end.
Files: TypeAlias = Iterator[Pieces]


class Share(NamedTuple):
    """Some records of a dataset, in its order, each with the statements of it."""

    records: Sequence[Record]
    told: Sequence[Sequence[Statement]]

    @property
    def statements(self) -> list[Statement]:
        """The statements of all of the records."""
        return [statement for told in self.told for statement in told]

    def by_record(self) -> Iterator[tuple[Record, Sequence[Statement]]]:
        """Yield each record with its statements."""
        return zip(self.records, self.told, strict=True)


def joined(files: Iterable[Pieces], order: Iterable[str] = ()) -> dict[str, bytes]:
    """Return files whole, those that `order` names first."""
    found = defaultdict[str, list[bytes]](list)
    for name in order:
        found[name] = []
    for pieces in files:
        for name, piece in pieces:
            found[name].append(piece)
    return {name: b"".join(pieces) for name, pieces in found.items()}
