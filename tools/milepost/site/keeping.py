"""What a build takes over from the site that it replaces: files whose key is the same as then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from milepost.model import Record
from milepost.reading.stamps import Stamp, stamp_of
from milepost.site.keys import UNKEYED, Keys
from milepost.site.shells import Forms
from milepost.writing import take_over


@dataclass(frozen=True, slots=True)
class Earlier:
    """A site that was built before: its folder, its frame with the shells, its files by name.

    Each file has its key and its stamp, by which one that somebody has touched since is known.
    """

    folder: Path = Path()
    frame: str = ""
    forms: Forms = field(default_factory=dict)
    files: Mapping[str, tuple[str, Stamp]] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """Takes files of an earlier site over into a fresh folder; `made` has the keys of all files."""

    earlier: Earlier
    frame: str
    fresh: Path
    keys: Keys
    made: dict[str, str] = field(default_factory=dict)

    def takes(self, record: Record, *names: str) -> bool:
        """Return whether files that show a record were taken over: all of them or none."""
        if record.kind in UNKEYED:
            return False
        key = self.keys.of(record)
        self.made.update(dict.fromkeys(names, key))
        if not all(self._is_same(name, key) for name in names):
            return False
        for name in names:
            take_over(name, self.earlier.folder, self.fresh)
        return True

    def _is_same(self, name: str, key: str) -> bool:
        known = self.earlier.files.get(name)
        return known is not None and known == (key, stamp_of(self.earlier.folder, name))


def as_left(frame: str, forms: Forms, folder: Path, made: Mapping[str, str]) -> bytes:
    """Return what a build leaves for the next one, as `earlier_in` reads it."""
    files = [(name, key, stamp_of(folder, name)) for name, key in made.items()]
    return orjson.dumps({"frame": frame, "forms": list(forms.items()), "files": files})


def earlier_in(left: bytes, folder: Path) -> Earlier:
    """Return the site that a build left in a folder; one without files where it left nothing."""
    try:
        told = orjson.loads(left)
        forms = {_tuple(form): pieces for form, pieces in told["forms"]}
        files = {name: (key, _tuple(stamp)) for name, key, stamp in told["files"]}
        return Earlier(folder, told["frame"], forms, files)
    except (ValueError, TypeError, KeyError):
        return Earlier(folder)


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value
