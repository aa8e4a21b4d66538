"""What a check is to tell of: everything, some files or folders, or what a change touches."""

from pathlib import Path
from typing import NamedTuple

from milepost.derive.touched import touched
from milepost.kinds import kind_of
from milepost.loading import Checked, checked, checked_near
from milepost.model import Finding
from milepost.provenance.git import Change
from milepost.reports.report import Report
from milepost.rules.history import Earlier

_LEDGERS = "dataset/releases/"
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
        found = tuple(finding for finding in result.findings if self._is_named(finding.path))
        if not found or self.earlier is None:
            return found
        near = touched(result.view, self.earlier.changed)
        return tuple(finding for finding in found if finding.path in near)

    def records(self, result: Checked) -> int:
        """Return how many records were to be judged: all, those named, those that changed."""
        return sum(1 for path in result.files if self._is_asked(path))

    def _is_asked(self, path: str) -> bool:
        is_changed = self.earlier is None or path in self.earlier.changed
        return is_changed and self._is_named(path)

    def _is_named(self, path: str) -> bool:
        places = self.named
        return not places or any(p in (".", path) or path.startswith(f"{p}/") for p in places)


def earlier(change: Change | None) -> Earlier | None:
    """Return the state that a change began from; None without a change.

    Of the ledgers before, those that the change leaves alone are none of its business.
    """
    if change is None:
        return None
    files = change.files()
    is_of_ledgers = any(path.startswith(_LEDGERS) for path in files)
    return Earlier(change.before(_LEDGERS) if is_of_ledgers else {}, files)


def report(scope: Scope, *, colour: bool) -> Report:
    """Return what there is to say; of a few milestones without the rest, if they are clean."""
    near = checked_near(scope.root, scope.milestones, scope.earlier) if scope.milestones else None
    if near and not scope.findings(near):
        result = near
    else:
        result = checked(scope.root, whole=bool(scope.earlier), earlier=scope.earlier)
    changed = scope.earlier.changed if scope.earlier else frozenset()
    return Report(scope.findings(result), scope.records(result), changed, colour)
