"""What a build takes over from the site that it replaces: files whose key is the same as then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson

from milepost.model import Record
from milepost.reading.stamps import NO_FILE, Stamp, stamp_of
from milepost.site.keys import UNKEYED, Keys
from milepost.site.page import Listed
from milepost.site.shells import Forms
from milepost.writing import take_over

# The key of a file and its stamp, by which one that somebody has touched since is known.
Known = tuple[str, Stamp]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A site that was built before: its folder, its frame with the shells, its files by name."""

    folder: Path = Path()
    frame: str = ""
    forms: Forms = field(default_factory=dict)
    files: Mapping[str, Known] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """Takes files of an earlier site over into a fresh folder; `made` has those of the new site.

    One that is made anew has no stamp there yet.
    """

    earlier: Earlier
    frame: str
    fresh: Path
    keys: Keys
    made: dict[str, Known] = field(default_factory=dict)

    def takes(self, shown: Record | Listed, *names: str) -> bool:
        """Return whether files that show a record, or a list, were taken over: all or none."""
        if shown.kind in UNKEYED:
            return False
        key = self.keys.of(shown)
        self.made.update(dict.fromkeys(names, (key, NO_FILE)))
        if not all(self._is_same(name, key) for name in names):
            return False
        for name in names:
            take_over(name, self.earlier.folder, self.fresh)
            self.made[name] = self.earlier.files[name]
        return True

    def _is_same(self, name: str, key: str) -> bool:
        known = self.earlier.files.get(name)
        if known is None or known[0] != key:
            return False
        return NO_FILE != known[1] == stamp_of(self.earlier.folder, name)


def as_left(frame: str, forms: Forms, folder: Path, made: Mapping[str, Known]) -> bytes:
    """Return what a build leaves for the next one, in lines, as `earlier_in` reads it."""
    lines = BytesIO()
    lines.write(orjson.dumps((frame, list(forms.items()))))
    for name, (key, known) in made.items():
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
