"""The numbers of every relationship as a table: one column a relationship, one row a number."""

from collections import Counter
from collections.abc import Callable

from milepost.derive.labels import term_label, text_in
from milepost.derive.numbers import Numbers, numbers_of
from milepost.site.naming import record_link
from milepost.site.phrase import Phrase
from milepost.site.site import Site
from milepost.site.tables import Table

_ROWS: tuple[tuple[str, Callable[[Numbers], str]], ...] = (
    ("Milestones", lambda n: str(n.milestones)),
    ("— with several independent roots", lambda n: _share(n.several_roots, n.milestones)),
    ("Sources cited", lambda n: str(n.sources)),
    ("— primary", lambda n: _share(n.primary, n.sources)),
    ("— by language", lambda n: _counted(n.languages)),
    ("Entries of evidence", lambda n: str(n.entries)),
    ("— read first-hand", lambda n: _share(n.first_hand, n.entries)),
    ("— relayed", lambda n: str(n.entries - n.first_hand)),
    ("Published values that one party alone says", lambda n: _share(n.one_sided, n.values)),
    ("Disputes", lambda n: str(n.disputes)),
    ("— left open", lambda n: str(n.open_disputes)),
)


def numbers_table(site: Site) -> Table:
    """Return the numbers of each relationship, and how often each rule settled a dispute."""
    dyads = list(site.dataset.of("relationship"))
    found = [numbers_of(site.view, dyad) for dyad in dyads]
    rows = [_row(name, [text(numbers) for numbers in found]) for name, text in _ROWS]
    for rule in sorted({rule for numbers in found for rule in numbers.rules}):
        name = f"Settled as {term_label(site.dataset, 'resolution-rule', rule).lower()}"
        rows.append(_row(name, [str(numbers.rules[rule]) for numbers in found]))
    names = (text_in(site.dataset.of("relationship")[dyad].body["name"]) for dyad in dyads)
    return Table("Numbers of the record", ("", *names), tuple(rows))


def notes_table(site: Site, notes: list[dict[str, str]]) -> Table:
    """Return the notes of disagreement with what each has become, and the record that shows it."""
    rows = tuple(
        (
            (note["note"],),
            (note["account"].replace("-", " "),),
            (record_link(site, "milestone", note["milestone"]),) if note["milestone"] else (),
            (note["pointer"] or note["reason"],),
        )
        for note in notes
    )
    columns = ("What the notes differed on", "Account", "Milestone", "Pointer, or reason")
    return Table("Notes of disagreement", columns, rows)


def _row(name: str, cells: list[str]) -> tuple[Phrase, ...]:
    return ((name,), *((cell,) for cell in cells))


def _share(part: int, whole: int) -> str:
    return f"{part} ({round(100 * part / whole)} %)" if whole else "0"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
