"""The files of a release, read back by programs that were not written here."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from pyarrow import parquet

from milepost.release.archive import as_archive
from milepost.release.parquet import as_parquet
from milepost.release.tables import TABLES, Table
from milepost.release.tables.table import Datatype
from milepost.release.tables.typed import typed
from releases import MOMENT, content_of, the_files, the_release, unpacked

pytestmark = pytest.mark.judge


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the release of the real dataset on disk."""
    return unpacked(tmp_path_factory.mktemp("release"))


def check_jsonschema(*words: str, inside: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "check_jsonschema", *words)
    return subprocess.run(command, cwd=inside, check=False, capture_output=True, encoding="utf-8")


def test_check_jsonschema_passes_the_bundle_by_the_schemas_beside_it(folder: Path) -> None:
    words = ("--schemafile", "schema/v1/release.schema.json")
    done = check_jsonschema(*words, "milepost.json", inside=folder)
    assert (0, "ok -- validation done\n") == (done.returncode, done.stdout)


def test_check_jsonschema_refuses_a_damaged_bundle(folder: Path, tmp_path: Path) -> None:
    bundle = json.loads(the_files()["milepost.json"])
    bundle["milestones"][0]["stages"] = []
    (tmp_path / "damaged.json").write_text(json.dumps(bundle), "utf-8")
    words = ("--schemafile", "schema/v1/release.schema.json", str(tmp_path / "damaged.json"))
    done = check_jsonschema(*words, inside=folder)
    assert 1 == done.returncode
    assert "$.milestones[0].stages" in done.stdout


def test_check_jsonschema_passes_citation_cff(folder: Path) -> None:
    words = ("--builtin-schema", "vendor.citation-file-format", "CITATION.cff")
    assert 0 == check_jsonschema(*words, inside=folder).returncode


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_sha256sum_finds_every_file_whole(folder: Path) -> None:
    command = ("sha256sum", "--check", "--strict", "SHA256SUMS")
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert 0 == done.returncode
    expected = len(the_files()) - 1
    assert expected == len([line for line in done.stdout.splitlines() if line.endswith(": OK")])


@pytest.mark.skipif(not shutil.which("tar"), reason="tar is not installed")
def test_tar_unpacks_the_archive_to_the_same_files(tmp_path: Path) -> None:
    archive = tmp_path / "milepost.tar.gz"
    archive.write_bytes(as_archive("milepost-0.1.0", the_files(), MOMENT))
    subprocess.run(("tar", "-xzf", str(archive), "-C", str(tmp_path)), check=True)
    assert the_files() == content_of(tmp_path / "milepost-0.1.0")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_pandas_reads_every_table_cell_by_cell(table: Table, folder: Path) -> None:
    frame = pd.read_csv(folder / table.file, dtype=str, keep_default_na=False)
    assert [column.name for column in table.columns] == list(frame.columns)
    assert list(table.rows(the_release())) == frame.to_numpy().tolist()


def test_pandas_joins_the_statements_to_their_milestones_and_sources(folder: Path) -> None:
    def read(name: str) -> pd.DataFrame:
        return pd.read_csv(folder / f"csv/{name}.csv", dtype=str, keep_default_na=False)

    statements = read("statements").query("record_kind == 'milestone'")
    joined = statements.merge(read("milestones"), left_on="record", right_on="id")
    joined = joined.merge(read("sources"), left_on="source", right_on="id")
    assert len(statements) == len(joined)


def test_pandas_reads_days_as_days(folder: Path) -> None:
    columns = ["date_earliest", "date_latest"]
    frame = pd.read_csv(folder / "csv/milestones.csv", parse_dates=columns, index_col="id")
    assert pd.Timestamp(1953, 1, 9) == frame.loc["mp-bbngx6t", "date_earliest"]
    assert pd.Timestamp(2023, 12, 31) == frame.loc["mp-bqdztmr", "date_latest"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_pyarrow_reads_every_parquet_file_value_by_value(table: Table, folder: Path) -> None:
    read = parquet.read_table(folder / f"parquet/{table.name}.parquet")
    assert [column.name for column in table.columns] == read.column_names
    expected = [
        [_as_arrow_has_it(text, c.datatype) for text, c in zip(row, table.columns, strict=True)]
        for row in table.rows(the_release())
    ]
    assert expected == [list(row.values()) for row in read.to_pylist()]


def _as_arrow_has_it(text: str, datatype: Datatype) -> object:
    value = typed(text, datatype)
    return date.fromisoformat(text) if datatype == "date" and text else value


def test_a_parquet_file_describes_its_columns(folder: Path) -> None:
    described = parquet.read_schema(folder / "parquet/milestones.parquet").metadata
    (milestones, *_) = TABLES
    expected = {column.name: column.description for column in milestones.columns}
    assert expected == {name: described[name.encode()].decode() for name in expected}


def test_pandas_reads_truth_lists_and_days_from_parquet(folder: Path) -> None:
    stages = pd.read_parquet(folder / "parquet/stages.parquet")
    assert (bool, "object") == (stages["headline"].dtype, stages["date_earliest"].dtype)
    milestones = pd.read_parquet(folder / "parquet/milestones.parquet").set_index("id")
    assert ["jpn-khm"] == list(milestones.loc["mp-bqdztmr", "relationships"])
    assert date(2023, 12, 31) == milestones.loc["mp-bqdztmr", "date_latest"]


def test_duckdb_joins_the_parquet_files_by_their_keys(folder: Path) -> None:
    query = f"""
        SELECT count(*) FROM '{folder}/parquet/stages.parquet' AS stages
        JOIN '{folder}/parquet/milestones.parquet' AS milestones
        ON milestones.id = stages.milestone AND milestones.headline_stage = stages.stage_key"""  # noqa: S608 -- a folder of the test
    with duckdb.connect() as connection:
        found = connection.execute(query).fetchone()
    assert (len(the_release().dataset.of("milestone")),) == found


def test_the_same_release_gives_the_same_parquet() -> None:
    (milestones, *_) = TABLES
    assert the_files()["parquet/milestones.parquet"] == as_parquet(milestones, the_release())
