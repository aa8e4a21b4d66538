"""A tree with a hash of all that was read from it: whether two readers have read the same."""

from collections.abc import Iterator
from hashlib import blake2b

from milepost.reading.flaw import Flaw
from milepost.reading.tree import Tree

_LENGTH = 16


class Hashed:
    """The files of another tree; `digest` is of those that were read so far, in their order."""

    def __init__(self, tree: Tree) -> None:
        """Begin with nothing read."""
        self._tree = tree
        self._made = blake2b(digest_size=_LENGTH)

    def files(self) -> Iterator[tuple[str, bytes | Flaw]]:
        """Yield each file as the other tree does."""
        for path, content in self._tree.files():
            raw = content if isinstance(content, bytes) else repr(content).encode()
            self._made.update(b"%b %d " % (path.encode(), len(raw)))
            self._made.update(raw)
            yield path, content

    def read(self, path: str) -> bytes:
        """Return the bytes of one file; to look at it again changes no hash."""
        return self._tree.read(path)

    @property
    def digest(self) -> bytes:
        """The hash of the paths and contents that were read, sixteen bytes."""
        return self._made.digest()
