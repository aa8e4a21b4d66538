"""What a change touches: the changed files, and the records that name what is in them."""

from collections.abc import Iterable

from milepost.rules.view import View


def touched(view: View, changed: Iterable[str]) -> frozenset[str]:
    """Return the files that a change of some files can make wrong: they, and who names them.

    A ledger names what it has published, and two records with one identifier name each other.
    """
    files = frozenset(changed)
    names = {path.rpartition("/")[2].removesuffix(".json") for path in files}
    names |= {record.id for record in view.dataset if record.path in files}
    twins = {r.path for pair in view.duplicates if files & {p.path for p in pair} for r in pair}
    ledgers = {
        ledger.path
        for ledger in view.dataset.of("ledger").values()
        if any(row["id"] in names for row in ledger.body["records"])
    }
    naming = (
        record.path
        for record in view.dataset
        if any(value.text in names for value in view.links(record))
    )
    return files | twins | ledgers | frozenset(naming)
