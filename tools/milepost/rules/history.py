"""Rules on how the files stand to an earlier state of them, where one is given."""

from collections.abc import Iterator, Mapping

from milepost.canonical import encode
from milepost.reading.flaw import Flaw
from milepost.reading.strict import parse
from milepost.reading.tree import Tree
from milepost.rules.registry import described


@described("LED-004", "history")
def ledger_is_never_rewritten() -> None:
    """A ledger that the base branch holds is neither changed nor removed.

    It is the memory of what was published; a record of it that can be rewritten proves nothing.

    Put the ledger back as it was. To withdraw a release add "withdrawn" to its ledger, with the
    reason.
    """


def rewritten_ledgers(before: Mapping[str, bytes], tree: Tree) -> Iterator[tuple[str, str, Flaw]]:
    """Yield rule, path and flaw of each ledger of an earlier state that has changed since.

    A ledger may gain the property withdrawn, and nothing else.
    """
    for path, content in before.items():
        try:
            now = tree.read(path)
        except FileNotFoundError:
            yield "LED-004", path, _flaw("is gone")
            continue
        if now != content and _without_withdrawal(now) != content:
            yield "LED-004", path, _flaw("has been rewritten")


def _flaw(what: str) -> Flaw:
    return Flaw("LED-004", 1, 1, f"this ledger was published and {what}", "put it back as it was")


def _without_withdrawal(content: bytes) -> bytes:
    """Return a ledger as it was before its release was withdrawn."""
    value, _ = parse(content)
    if not isinstance(value, dict):
        return content
    return encode({name: part for name, part in value.items() if name != "withdrawn"})


RULES = (ledger_is_never_rewritten,)
