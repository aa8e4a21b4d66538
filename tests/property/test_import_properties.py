"""Whatever stands in a sheet: nothing breaks, every row is accounted for, and once is enough."""

import random
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from golden import files as small_files
from golden import small
from milepost import edtf
from milepost.loading import checked_tree
from milepost.model import Dataset, Finding, Record
from milepost.reading.sheets.delimited import plain_cell
from milepost.reading.sheets.sheet import Cell, Row, Sheet
from milepost.reading.strict import parse
from milepost.reading.tree import Memory
from milepost.rules.catalogue import EXPLAINED
from milepost.rules.view import View
from milepost.sheets.account import STATES, Account
from milepost.sheets.dates import FORMS, edtf_of
from milepost.sheets.importing import imported
from milepost.sheets.template import COLUMNS, template_mapping

HEADER = tuple(COLUMNS)
SENSIBLE = {
    "event": ["", "a", "b", "new-a", "mp-2x9zg7k"],
    "dyad": ["jpn-khm", "khm-jpn", ""],
    "type": ["partnership-upgrade", "summit-meeting", ""],
    "title_en": ["Talks", "Other talks", ""],
    "summary_en": ["They talked.", ""],
    "stage": ["agreed", "occurred", "signed", ""],
    "date": ["2022-04-23", "2022-04", "2022", "2023-11-19", "1963~", ""],
    "end": ["", "", "", "2022-04-24"],
    "place": ["kumamoto", "Tokyo", "jpn", ""],
    "actors": ["hun-sen", "hun-sen; kishida-fumio", "khm", ""],
    "sides": ["", "", "khm", "khm;jpn"],
    "roles": ["participant", "representative"],
    "offices": ["", "prime-minister"],
    "source": ["akp-2022-kumamoto", "ppp-2023-fireworks", "x", "", "y"],
    "source_kind": ["", "news"],
    "source_title_en": ["", "A report"],
    "source_label_en": [""],
    "publisher_en": ["", "The Post"],
    "published": [""],
    "published_basis": [""],
    "language": ["", "en"],
    "url": ["", "https://www.example.org/a", "http://example.org/a/"],
    "read": ["first-hand", "relayed"],
    "paragraph": ["1", "2"],
    "page": [""],
    "section": [""],
    "note_en": ["", "A note."],
}
ANY_CELL = st.builds(
    Cell,
    st.text(max_size=40),
    st.sampled_from(["plain", "plain", "plain", "date", "formula", "error", "merged"]),
)
SENSIBLE_ROW = st.tuples(*(st.sampled_from(SENSIBLE[name]).map(Cell) for name in HEADER))
ODD_ROW = st.lists(st.one_of(ANY_CELL, st.text(max_size=40).map(plain_cell)), max_size=35).map(
    tuple
)


def mixed(row: tuple[Cell, ...], odd: dict[int, Cell]) -> tuple[Cell, ...]:
    """Return a sensible row with some of its cells odd."""
    return tuple(odd.get(position, cell) for position, cell in enumerate(row))


MIXED_ROW = st.builds(
    mixed, SENSIBLE_ROW, st.dictionaries(st.integers(0, len(HEADER) - 1), ANY_CELL, max_size=3)
)


def sheet_of(rows: Iterable[tuple[Cell, ...]]) -> Sheet:
    return Sheet(HEADER, iter([Row(number, cells) for number, cells in enumerate(rows, 2)]))


def account(view: View, rows: list[tuple[Cell, ...]], seed: int = 1) -> Account:
    mapping = template_mapping(HEADER, view.schemas.documents)
    choice = random.Random(seed).choice  # noqa: S311 -- identifiers that are the same each time
    return imported(sheet_of(rows), mapping, view, choice)


def after(view: View, result: Account) -> View:
    """Return the view of a dataset with the files of an account written."""
    records = {kind: dict(view.dataset.of(kind)) for kind in view.dataset.records}
    for path, raw in result.files:
        value, flaws = parse(raw)
        assert [] == flaws
        assert isinstance(value, dict)
        kind = path.split("/")[1].removesuffix("s")
        records[kind][value["id"]] = Record(kind, value["id"], path, value)
    return View(Dataset(records), view.schemas)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(ODD_ROW, MIXED_ROW), max_size=6))
def test_every_row_is_accounted_for_whatever_stands_in_it(rows: list[tuple[Cell, ...]]) -> None:
    result = account(small(), rows)

    assert [*range(2, len(rows) + 2)] == [fate.row for fate in result.fates]
    assert len(rows) == sum(result.counts[state] for state in STATES)
    known = {rule.id for rule in EXPLAINED}
    for fate in result.fates:
        assert (fate.state == "rejected") == bool(fate.refusals)
        assert (fate.state in {"mapped", "merged", "there"}) == bool(fate.path)
        assert {why.rule for why in fate.refusals} <= known
        assert {why.column for why in fate.refusals} <= {"", *HEADER}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(SENSIBLE_ROW, MIXED_ROW), min_size=1, max_size=8))
def test_a_second_import_of_the_same_sheet_changes_nothing(rows: list[tuple[Cell, ...]]) -> None:
    first = account(small(), rows)

    second = account(after(small(), first), rows, seed=2)

    assert () == second.files
    expected = ["there" if f.path else f.state for f in first.fates]
    assert expected == [fate.state for fate in second.fates]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.one_of(SENSIBLE_ROW, MIXED_ROW), min_size=1, max_size=8))
def test_what_a_sheet_makes_passes_the_check(rows: list[tuple[Cell, ...]]) -> None:
    files = dict(account(small(), rows).files)

    assert [] == _errors(files)


def _errors(files: dict[str, bytes]) -> list[Finding]:
    tree = Memory({**small_files(), **files})
    found = checked_tree(Path(), tree, small().schemas).findings
    return [finding for finding in found if finding.severity == "error"]


@given(st.text(max_size=30), st.lists(st.sampled_from(FORMS), min_size=1, max_size=3, unique=True))
def test_any_text_is_a_date_or_is_refused(text: str, forms: list[str]) -> None:
    try:
        read = edtf_of(text, tuple(forms))
    except ValueError:
        return
    assert read == edtf.parse(read).text
