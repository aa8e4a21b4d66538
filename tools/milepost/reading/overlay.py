"""A tree with some files put in or replaced: what would be there if they were written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from milepost.reading.flaw import Flaw
from milepost.reading.tree import Tree, is_last


@dataclass(frozen=True, slots=True)
class Overlay:
    """The files of a tree, with those of `put` in place of, or beside, its own."""

    base: Tree
    put: Mapping[str, bytes]

    def files(self) -> Iterator[tuple[str, bytes | Flaw]]:
        """Yield each file with its bytes, milestones last as in every tree."""
        waiting = dict(self.put)
        for path, content in self.base.files():
            if is_last(path):
                yield from _taken(waiting, [name for name in waiting if not is_last(name)])
            yield path, waiting.pop(path, content)
        yield from sorted(waiting.items(), key=lambda item: is_last(item[0]))

    def read(self, path: str) -> bytes:
        """Return the bytes of a file, as it was put where it was."""
        return self.put[path] if path in self.put else self.base.read(path)


def _taken(waiting: dict[str, bytes], names: list[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        yield name, waiting.pop(name)
