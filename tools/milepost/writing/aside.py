"""Files that go: for programs that know only files, and for what does not fit into memory."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

_PIECE: Final = 1 << 20


def written_aside(name: str, write: Callable[[Path], None]) -> bytes:
    """Return what a program writes that knows only files: it gets the path of one that goes."""
    with tempfile.TemporaryDirectory(prefix="milepost-") as folder:
        path = Path(folder, name)
        write(path)
        return path.read_bytes()


@contextmanager
def laid_aside(name: str, content: bytes) -> Iterator[Path]:
    """Give a program that reads only files the path of one, which goes when the block ends."""
    with tempfile.TemporaryDirectory(prefix="milepost-") as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        yield path


@contextmanager
def aside(name: str) -> Iterator[Path]:
    """Give a program the path of a file that it may write, which goes when the block ends."""
    with tempfile.TemporaryDirectory(prefix="milepost-") as folder:
        yield Path(folder, name)


def read_in_pieces(path: Path) -> Iterator[bytes]:
    """Yield the content of a file that was laid aside, some at a time."""
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece


class Sorted:
    """Blocks of bytes in a temporary file, to be had again in the order of their keys."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._places: list[tuple[bytes, int, int]] = []
        self._size = 0

    def add(self, key: bytes, block: bytes) -> None:
        """Put a block aside."""
        self._stream.write(block)
        self._places.append((key, self._size, len(block)))
        self._size += len(block)

    def in_order(self) -> Iterator[bytes]:
        """Yield the blocks, sorted by their keys, several at a time."""
        blocks, size = list[bytes](), 0
        for _, start, length in sorted(self._places):
            self._stream.seek(start)
            blocks.append(self._stream.read(length))
            size += length
            if size > _PIECE:
                yield b"".join(blocks)
                blocks, size = [], 0
        yield b"".join(blocks)


@contextmanager
def sorted_aside() -> Iterator[Sorted]:
    """Give what blocks can be put aside in until all are known; they go when the block ends."""
    with tempfile.TemporaryFile(prefix="milepost-") as stream:
        yield Sorted(stream)
