"""Reading on trust: the same records as a check reads, where it finds nothing."""

from pathlib import Path

from golden import files, small, written
from milepost.loading import clean, schemas_of
from milepost.model import Dataset
from milepost.reading.hashed import Hashed
from milepost.reading.tree import Folder, Memory
from milepost.trusting import trusted
from sites import ROOT


def taken(root: Path) -> Dataset:
    return trusted(Folder(root), schemas_of(root)).dataset


def test_what_is_read_on_trust_is_what_a_check_reads() -> None:
    checked, trusted = clean(ROOT).dataset.records, taken(ROOT).records

    assert list(checked) == list(trusted)
    for kind, records in checked.items():
        assert list(records.items()) == list(trusted[kind].items())


def test_so_it_is_for_records_that_are_few(tmp_path: Path) -> None:
    assert small().dataset.records == taken(written(tmp_path)).records


def test_two_who_read_the_same_have_the_same_hash(tmp_path: Path) -> None:
    assert digest(Memory(files())) == digest(Folder(written(tmp_path)))


def test_who_reads_one_file_less_or_another_has_another_hash() -> None:
    all_files = dict(sorted(files().items()))
    path, content = next(iter(all_files.items()))
    others = [
        {**all_files, path: content + b"\n"},
        {p: c for p, c in all_files.items() if p != path},
    ]

    assert digest(Memory(all_files)) not in {digest(Memory(other)) for other in others}


def digest(tree: Folder | Memory) -> bytes:
    hashed = Hashed(tree)
    assert dict(tree.files()) == dict(hashed.files())
    return hashed.digest
