"""What a check is to tell of: everything, some files or folders, or what a change touches."""

from pathlib import Path
from typing import NamedTuple

from milepost.derive.touched import touched
from milepost.kinds import kind_of
from milepost.loading import Checked
from milepost.model import Finding
from milepost.rules.history import Earlier

_DATASET = "dataset/"


class Scope(NamedTuple):
    """The files or folders named, relative to the root, and the state that a change began from.

    Without either, everything is in scope; with both, what a change touches in the files named.
    """

    root: Path
    named: tuple[str, ...] = ()
    earlier: Earlier | None = None

    @property
    def milestones(self) -> frozenset[str]:
        """The files that are judged, where they are all milestones; else none."""
        changed = self.earlier.changed if self.earlier else frozenset(self.named)
        files = frozenset(path for path in changed if path.startswith(_DATASET))
        are_milestones = all(kind_of(path) == "milestone" for path in files)
        if self.earlier is None and files != changed:
            return frozenset()
        are_there = all((self.root / path).is_file() for path in files)
        return files if are_milestones and are_there else frozenset()

    def findings(self, result: Checked) -> tuple[Finding, ...]:
        """Return the findings in scope: of a change, those too in files that name what changed."""
        near = touched(result.view, self.earlier.changed) if self.earlier else None
        return tuple(
            found
            for found in result.findings
            if self._is_named(found.path) and (near is None or found.path in near)
        )

    def records(self, result: Checked) -> int:
        """Return how many records were to be judged: all, those named, those that changed."""
        return sum(1 for path in result.files if self._is_asked(path))

    def _is_asked(self, path: str) -> bool:
        is_changed = self.earlier is None or path in self.earlier.changed
        return is_changed and self._is_named(path)

    def _is_named(self, path: str) -> bool:
        places = self.named
        return not places or any(p in (".", path) or path.startswith(f"{p}/") for p in places)
