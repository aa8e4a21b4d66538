"""Rules on how the files stand to an earlier state of them, where one is given."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from milepost.canonical import encode
from milepost.reading.flaw import Flaw
from milepost.reading.strict import parse
from milepost.reading.tree import Tree
from milepost.rules.registry import described

# Where the memory of releases and the machine that makes them lie.
_GUARDED = {"dataset/releases/": "ledger", ".github/workflows/": "workflow"}


@described("LED-004", "history")
def ledger_is_never_rewritten() -> None:
    """A ledger that the base branch holds is neither changed nor removed.

    It is the memory of what was published; a record of it that can be rewritten proves nothing.

    Put the ledger back as it was. To withdraw a release add "withdrawn" to its ledger, with the
    reason.
    """


@described("LED-005", "history", "warning")
def change_leaves_ledgers_and_workflows_alone() -> None:
    """A change of records touches neither a ledger nor a workflow.

    What has been published, and the machine that checks and publishes, are the maintainers' to
    change; inside a large change of records nobody would look for it.

    Put the file back as it was, or offer the change by itself and say why it is needed.
    """


class Earlier(NamedTuple):
    """An earlier state: its ledgers by path, and the files that have changed since."""

    ledgers: Mapping[str, bytes] = MappingProxyType({})
    changed: frozenset[str] = frozenset()


def departures(earlier: Earlier, tree: Tree) -> Iterator[tuple[str, str, Flaw]]:
    """Yield rule, path and flaw of what has changed and should not, or not unseen."""
    rewritten = list(_rewritten(earlier.ledgers, tree))
    yield from rewritten
    told = {path for _, path, _ in rewritten}
    for path in sorted(earlier.changed - told):
        what = next((name for start, name in _GUARDED.items() if path.startswith(start)), None)
        if what:
            message = f"this change touches a {what}, which a maintainer has to look at"
            hint = "put it back as it was, or offer the change by itself and say why"
            yield "LED-005", path, Flaw("LED-005", 1, 1, message, hint)


def _rewritten(before: Mapping[str, bytes], tree: Tree) -> Iterator[tuple[str, str, Flaw]]:
    """Yield the ledgers that have changed; one may gain the property withdrawn, and no other."""
    for path, content in before.items():
        try:
            now = tree.read(path)
        except FileNotFoundError:
            yield "LED-004", path, _flaw("is gone")
            continue
        if now != content and _without_withdrawal(now) != content:
            yield "LED-004", path, _flaw("has been rewritten")


def _flaw(what: str) -> Flaw:
    hint = 'put it back as it was; to withdraw its release, add "withdrawn" with the reason'
    return Flaw("LED-004", 1, 1, f"this ledger was published and {what}", hint)


def _without_withdrawal(content: bytes) -> bytes:
    """Return a ledger as it was before its release was withdrawn."""
    value, _ = parse(content)
    if not isinstance(value, dict):
        return content
    return encode({name: part for name, part in value.items() if name != "withdrawn"})


RULES = (ledger_is_never_rewritten, change_leaves_ledgers_and_workflows_alone)
