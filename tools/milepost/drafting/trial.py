"""A trial: what a check would find if some files were written, before they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from milepost.loading import Checked, checked_tree
from milepost.model import Finding
from milepost.reading.overlay import Overlay
from milepost.reading.tree import Folder

UNSUPPORTED = "EVD-001"
TOLD_TWICE = ("DUP-001", "DUP-002")


@dataclass(frozen=True, slots=True)
class Trial:
    """The findings that some files would bring, and how far they are the contributor's to mend."""

    findings: tuple[Finding, ...]

    @property
    def twins(self) -> tuple[Finding, ...]:
        """The warnings that something is told twice."""
        return tuple(f for f in self.findings if f.rule in TOLD_TWICE)

    @property
    def unsupported(self) -> tuple[Finding, ...]:
        """The values that no source supports yet."""
        return tuple(f for f in self.findings if f.rule == UNSUPPORTED)

    @property
    def amiss(self) -> tuple[Finding, ...]:
        """What is wrong besides."""
        return tuple(f for f in self.findings if f.severity == "error" and f.rule != UNSUPPORTED)


def tried(before: Checked, files: Mapping[str, bytes]) -> Trial:
    """Return the findings that a root would have with some files written and has not now."""
    tree = Overlay(Folder(before.root), files)
    after = checked_tree(before.root, tree, before.outcome.view.schemas, whole=False)
    known = set(before.findings)
    return Trial(tuple(f for f in after.findings if f not in known or f.path in files))
