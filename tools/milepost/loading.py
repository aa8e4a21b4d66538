"""A folder to a checked, frozen dataset: the way in for programs."""

from pathlib import Path
from typing import NamedTuple

from milepost.check import Outcome, check
from milepost.errors import DatasetNotCleanError
from milepost.findings import errors, findings
from milepost.kinds import kind_of
from milepost.model import Dataset, Finding
from milepost.reading.near import Gathered
from milepost.reading.schema_files import schema_documents, schema_folder
from milepost.reading.tree import Folder, Tree
from milepost.root import find_root, own_root
from milepost.rules.history import Earlier, departures
from milepost.rules.view import View
from milepost.schema.engine import Schemas, compiled


class Checked(NamedTuple):
    """A root with the outcome of its check and its findings."""

    root: Path
    outcome: Outcome
    findings: tuple[Finding, ...]

    @property
    def view(self) -> View:
        """The dataset as rules and pages see it."""
        return self.outcome.view

    @property
    def files(self) -> frozenset[str]:
        """The files in the place of a record, whether what they hold is sound or not."""
        held, broken = self.outcome.bodies, (path for _, path, _ in self.outcome.broken)
        return frozenset(path for path in (*held, *broken) if kind_of(path))


def schemas_of(root: Path) -> Schemas:
    """Return the compiled schemas of a root."""
    return compiled(schema_documents(schema_folder(root)))


def checked(root: Path, *, whole: bool = True, earlier: Earlier | None = None) -> Checked:
    """Return a root checked, with every finding; less than the whole keeps no sound milestones.

    `earlier` is the state that the files are held against, where there is one.
    """
    return checked_tree(root, Folder(root), schemas_of(root), whole=whole, earlier=earlier)


def checked_near(near: Gathered, judged: frozenset[str], earlier: Earlier | None = None) -> Checked:
    """Return files near some milestones checked, and of them those judged that are to be, by path.

    Nothing is found at the milestones here exactly if nothing is in a check of the whole; what is
    found may be told more exactly there, where all names are known.
    """
    outcome = check(near, schemas_of(near.root), only=judged)
    return _told(near.root, outcome, near, earlier)


def checked_tree(
    root: Path,
    tree: Tree,
    schemas: Schemas,
    *,
    whole: bool = True,
    earlier: Earlier | None = None,
) -> Checked:
    """Return a tree of files checked against schemas, with every finding."""
    return _told(root, check(tree, schemas, whole=whole), tree, earlier)


def _told(root: Path, outcome: Outcome, tree: Tree, earlier: Earlier | None) -> Checked:
    if earlier:
        outcome = outcome._replace(broken=(*outcome.broken, *departures(earlier, tree)))
    return Checked(root, outcome, findings(outcome, tree))


def clean(root: Path) -> View:
    """Return the view of a root; DatasetNotCleanError where its check has errors."""
    result = checked(root)
    wrong = errors(result.findings)
    if wrong:
        raise DatasetNotCleanError(wrong)
    return result.view


def load(path: str | Path | None = None) -> Dataset:
    """Return the frozen dataset of a folder, or without one of the package or the nearest root.

    RootNotFoundError where there is no dataset; DatasetNotCleanError, with all findings, where the
    check of the dataset has errors.
    """
    return clean(root_of(path)).dataset


def root_of(path: str | Path | None) -> Path:
    """Return the root that a program means: the folder that it names, else its own."""
    return own_root() if path is None else find_root(str(path))
