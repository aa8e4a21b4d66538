"""Croissant, read by mlcroissant, which `make judge-croissant` installs."""

import json
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from milepost.release.tables import TABLES
from milepost.release.tables.typed import parts
from releases import rows_of, the_release, unpacked

pytestmark = [
    pytest.mark.croissant,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # in what mlcroissant stands on
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def mlcroissant() -> ModuleType:
    """Return the judge; without it the tests fail and say what is missing."""
    return import_module("mlcroissant")


def records(dataset: Any, name: str) -> list[dict[str, Any]]:
    """Return the rows of a record set, the bytes in them as texts."""
    prefix = f"{name}/"
    return [
        {
            key.removeprefix(prefix): value.decode() if isinstance(value, bytes) else value
            for key, value in row.items()
        }
        for row in dataset.records(name)
    ]


def test_mlcroissant_has_neither_an_error_nor_a_warning(
    mlcroissant: ModuleType, folder: Path
) -> None:
    issues = mlcroissant.Dataset(folder / "croissant.json").metadata.ctx.issues
    assert (set(), set()) == (issues.errors, issues.warnings)


def test_mlcroissant_knows_every_table_and_column(mlcroissant: ModuleType, folder: Path) -> None:
    sets = mlcroissant.Dataset(folder / "croissant.json").metadata.record_sets
    expected = {table.name: [column.name for column in table.columns] for table in TABLES}
    assert expected == {s.name: [field.name for field in s.fields] for s in sets}


def test_mlcroissant_reads_the_milestones_and_splits_their_lists(
    mlcroissant: ModuleType, folder: Path
) -> None:
    expected = rows_of("milestones", the_release())
    found = records(mlcroissant.Dataset(folder / "croissant.json"), "milestones")
    assert [row["id"] for row in expected] == [row["id"] for row in found]
    lists = [parts(row["relationships"]) for row in expected]
    assert lists == [[one.decode() for one in row["relationships"]] for row in found]


def test_mlcroissant_refuses_a_field_without_its_file(
    mlcroissant: ModuleType, folder: Path, tmp_path: Path
) -> None:
    description = json.loads((folder / "croissant.json").read_bytes())
    description["distribution"].pop()
    (tmp_path / "croissant.json").write_text(json.dumps(description), "utf-8")
    with pytest.raises(mlcroissant.ValidationError, match=r"csv/vocabulary\.csv"):
        mlcroissant.Dataset(tmp_path / "croissant.json")
