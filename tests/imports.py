"""Sheets to import: a good row, its account, and datasets before and after the first milestone."""

import csv
import io
import random
import shutil
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from milepost.loading import clean
from milepost.model import Dataset
from milepost.reading.sheets.open import read_sheet
from milepost.rules.view import View
from milepost.sheets.account import Account
from milepost.sheets.importing import imported
from milepost.sheets.template import COLUMNS, template_mapping

ROOT = Path(__file__).parents[1]
Row = dict[str, str]
GOOD: Row = {
    "event": "talks",
    "dyad": "jpn-khm",
    "type": "summit-meeting",
    "title_en": "Talks in Tokyo",
    "summary_en": "The two spoke of trade.",
    "stage": "occurred",
    "date": "2031-03-04",
    "place": "tokyo",
    "actors": "hun-sen",
    "roles": "participant",
    "offices": "prime-minister",
    "source": "akp-2022-kumamoto",
    "read": "first-hand",
    "paragraph": "2",
}
NEW_SOURCE: Row = {
    "source": "",
    "source_kind": "news",
    "source_title_en": "Two premiers meet",
    "publisher_en": "The Example Times",
    "published": "2031-03-05",
    "published_basis": "printed",
    "language": "en",
}


def account(tmp_path: Path, *rows: Row, whole: bool = False) -> Account:
    path = tmp_path / "sheet.csv"
    path.write_text(as_csv(rows), "utf-8")
    return account_of(the_view() if whole else the_view_without_milestones(), path)


def states(result: Account) -> list[str]:
    return [fate.state for fate in result.fates]


def rejections(result: Account) -> list[tuple[int, str, str]]:
    return [(fate.row, why.rule, why.column) for fate in result.fates for why in fate.refusals]


@cache
def the_view() -> View:
    """Return the view of the real dataset."""
    return clean(ROOT)


@cache
def the_view_without_milestones() -> View:
    """Return the view of the real dataset as it would be before its first milestone."""
    view = the_view()
    return View(Dataset({**view.dataset.records, "milestone": {}}), view.schemas)


def account_of(view: View, path: Path, name: str | None = None) -> Account:
    """Return the account of a sheet that has the template's columns."""
    sheet = read_sheet(path, name=name)
    mapping = template_mapping(sheet.header, view.schemas.documents)
    return imported(sheet, mapping, view, choice=random.Random(1).choice)  # noqa: S311 -- identifiers that are the same each time


def as_csv(rows: Iterable[Mapping[str, str]]) -> str:
    """Return rows as CSV with the template's header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def a_root(folder: Path) -> Path:
    """Return a root with the real dataset, but for its milestones."""
    without = shutil.ignore_patterns("milestones")
    shutil.copytree(ROOT / "dataset", folder / "dataset", ignore=without)
    shutil.copytree(ROOT / "schema/v1", folder / "schema/v1")
    return folder
