"""What a build takes over from the site that it replaces: files whose key is the same as then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from milepost.model import Record
from milepost.reading.stamps import NO_FILE, Stamp, stamp_of
from milepost.site.keys import UNKEYED, Keys
from milepost.site.page import Listed
from milepost.site.shells import Forms
from milepost.writing.folders import remove_files
from milepost.writing.taking_over import take_over

# The key of a file and its stamp, by which one that somebody has touched since is known.
Known = tuple[str, Stamp]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A site that was built before: its folder, its frame with the shells, its files by name."""

    folder: Path = Path()
    frame: str = ""
    forms: Forms = field(default_factory=dict)
    files: Mapping[str, Known] = field(default_factory=dict)


class Made(NamedTuple):
    """What was made: shells and documents, for pages made later; the frame and keys of files."""

    forms: Forms
    documents: frozenset[str]
    frame: str
    files: Mapping[str, Known]


def laid_over(earlier: Earlier, fresh: Path) -> frozenset[str]:
    """Lay the files of an earlier site into a fresh folder; return the names of those that are not.

    A file that somebody has touched since is not taken over.
    """
    touched = frozenset(
        name
        for name, (_, stamp) in earlier.files.items()
        if stamp == NO_FILE or stamp != stamp_of(earlier.folder, name)
    )
    take_over(earlier.files.keys() - touched, earlier.folder, fresh)
    return touched


@dataclass(frozen=True)
class Kept:
    """Takes files of an earlier site over into a fresh folder; `made` has those of the new site.

    All lie there already but those that were `touched`; what is not taken over is removed. A file
    that is made anew has no stamp in `made` yet.
    """

    earlier: Earlier
    touched: frozenset[str]
    frame: str
    fresh: Path
    keys: Keys
    made: dict[str, Known] = field(default_factory=dict)

    @property
    def is_edit(self) -> bool:
        """Whether most files are likely to be taken over: they are there, in the same frame."""
        return self.frame == self.earlier.frame and 2 * len(self.touched) < len(self.earlier.files)

    def takes(self, shown: Record | Listed, *names: str) -> bool:
        """Return whether files that show a record, or a list, were taken over: all or none."""
        if shown.kind in UNKEYED:
            return False
        key, files = self.keys.of(shown), self.earlier.files
        is_same = all(name in files and files[name][0] == key for name in names)
        if is_same and self.touched.isdisjoint(names):
            self.made.update((name, files[name]) for name in names)
            return True
        self.made.update(dict.fromkeys(names, (key, NO_FILE)))
        remove_files(names, self.fresh)
        return False

    def clear(self) -> None:
        """Remove what lies in the fresh folder as it did in the old, and nobody has asked for."""
        unasked = self.earlier.files.keys() - self.made.keys()
        same = (n for n in unasked if stamp_of(self.fresh, n) == self.earlier.files[n][1])
        remove_files(same, self.fresh)


def as_left(made: Made, folder: Path) -> bytes:
    """Return what a build leaves for the next one, in lines, as `earlier_in` reads it."""
    lines = BytesIO()
    lines.write(orjson.dumps((made.frame, list(made.forms.items()))))
    for name, (key, known) in made.files.items():
        stamp = stamp_of(folder, name) if known == NO_FILE else known
        lines.write(b"\n" + orjson.dumps((name, key, *stamp)))
    return lines.getvalue()


def earlier_in(left: bytes, folder: Path) -> Earlier:
    """Return the site that a build left in a folder; one without files where it left nothing."""
    try:
        (frame, pairs), *rows = map(orjson.loads, left.split(b"\n"))
        forms = {_tuple(form): pieces for form, pieces in pairs}
        files = {name: (key, (size, time)) for name, key, size, time in rows}
        return Earlier(folder, frame, forms, files)
    except (ValueError, TypeError):
        return Earlier(folder)


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value
