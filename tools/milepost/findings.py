"""Broken rules to findings: each gets its line and column, its pointer and its severity."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from milepost.addresses import address_of
from milepost.check import Outcome
from milepost.intake import Broken
from milepost.model import Finding
from milepost.reading.flaw import Flaw
from milepost.reading.tree import Tree
from milepost.rules.catalogue import BY_ID

if TYPE_CHECKING:
    from milepost.reading.positions import Positions


def findings(outcome: Outcome, tree: Tree) -> tuple[Finding, ...]:
    """Return every finding of a check, sorted by file, line and column.

    Only files with a breach are read again, to find the lines.
    """
    by_path: dict[str, list[Broken]] = {}
    for broken in outcome.broken:
        by_path.setdefault(broken[1], []).append(broken)
    bodies = outcome.bodies if by_path else {}
    found = (f for path, group in by_path.items() for f in _of_file(bodies.get(path), tree, group))
    return tuple(sorted(set(found)))


def _of_file(body: object, tree: Tree, group: Iterable[Broken]) -> Iterator[Finding]:
    from milepost.reading.positions import index  # noqa: PLC0415 -- most checks find nothing

    positions: Positions | None = None
    for rule, path, where in group:
        if isinstance(where, Flaw):
            line, column, pointer = where.line, where.column, ""
        else:
            positions = positions or index(tree.read(path))
            line, column = positions.key(where.at) if where.key else positions.value(where.at)
            pointer = address_of(body, where.at)
        severity = BY_ID[rule].severity
        yield Finding(path, line, column, rule, severity, pointer, where.message, where.hint)


def errors(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are errors and not warnings."""
    return tuple(finding for finding in found if finding.severity == "error")
