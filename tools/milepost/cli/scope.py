"""What a check is to tell of: everything, some files or folders, or what a change touches."""

from typing import NamedTuple

from milepost.cli.asked import Asked, Found
from milepost.derive.touched import touched
from milepost.loading import Checked, checked, checked_near
from milepost.model import Finding
from milepost.reading.near import Gathered
from milepost.reports.report import Report
from milepost.rules.history import Earlier

_LEDGERS = "dataset/releases/"


class Scope(NamedTuple):
    """What is asked about, and the state that a change began from, where there is one."""

    asked: Asked
    earlier: Earlier | None = None

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
        places = self.asked.named
        return not places or any(p in (".", path) or path.startswith(f"{p}/") for p in places)


def report(asked: Asked, found: Found, *, colour: bool) -> Report:
    """Return what there is to say; of a few milestones without the rest, if they are clean."""
    root, earlier = asked.root, _earlier(asked, found.changed)
    scope = Scope(asked, earlier)
    result = None
    if found.judged:
        result = checked_near(Gathered(root, found.near), found.judged, earlier)
    if result is None or scope.findings(result):
        result = checked(root, whole=bool(earlier), earlier=earlier)
    return Report(
        scope.findings(result), scope.records(result), found.changed or frozenset(), colour
    )


def _earlier(asked: Asked, changed: frozenset[str] | None) -> Earlier | None:
    """Return the state that a change began from; None without a change.

    Of the ledgers before, those that the change leaves alone are none of its business.
    """
    if asked.revision is None or changed is None:
        return None
    if not any(path.startswith(_LEDGERS) for path in changed):
        return Earlier({}, changed)
    from milepost.provenance.git import files_at

    return Earlier(files_at(asked.root, asked.revision, _LEDGERS), changed)
