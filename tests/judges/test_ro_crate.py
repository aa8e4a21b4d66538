"""The RO-Crate, read by rocrate."""

from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate

from releases import the_files, the_release, unpacked

pytestmark = pytest.mark.judge


@pytest.fixture(scope="module")
def crate(tmp_path_factory: pytest.TempPathFactory) -> ROCrate:
    return ROCrate(unpacked(tmp_path_factory.mktemp("release")))


def test_rocrate_reads_what_is_required_of_the_root(crate: ROCrate) -> None:
    meta = the_release().dataset.meta
    assert "1.2" == crate.version
    assert (meta["title"]["en"], meta["description"]["en"]) == (crate.name, crate.description)
    assert "2026-05-28" == crate.root_dataset["datePublished"]
    assert "https://spdx.org/licenses/CC-BY-4.0.html" == crate.license.id
    assert meta["creator"]["en"] == crate.creator["name"]


def test_rocrate_finds_every_file_that_it_describes(crate: ROCrate) -> None:
    found = {entity.id for entity in crate.get_by_type("File")}
    described = [name for name in the_files() if name.startswith(("csv/", "parquet/", "jsonl/"))]
    assert set(described) <= found
    assert set() == found - set(the_files())
    assert [] == [entity.id for entity in crate.get_by_type("File") if not entity.source.is_file()]


def test_rocrate_knows_types_and_sizes(crate: ROCrate) -> None:
    entity = crate.get("csv/milestones.csv")
    size = str(len(the_files()["csv/milestones.csv"]))
    assert ("text/csv", size) == (entity["encodingFormat"], entity["contentSize"])


def test_rocrate_writes_the_crate_as_it_read_it(crate: ROCrate, tmp_path: Path) -> None:
    crate.metadata.write(tmp_path)
    again = ROCrate(tmp_path)
    assert {e.id for e in crate.get_entities()} == {e.id for e in again.get_entities()}
