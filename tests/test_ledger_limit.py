"""How large a ledger may be: it lists every record of a version, and so grows with the dataset."""

from pathlib import Path

from milepost.canonical import encode
from milepost.reading.flaw import Flaw
from milepost.reading.tree import Folder, Memory

LEDGER = "dataset/releases/0.1.0.json"


def a_place(root: Path) -> Path:
    path = root / LEDGER
    path.parent.mkdir(parents=True)
    return path


def test_a_ledger_of_100_000_records_is_read(tmp_path: Path) -> None:
    row = {"kind": "place", "id": "tokyo", "sha256": "0" * 64}
    ledger = encode({"version": "0.1.0", "records": [row] * 100_000})
    path = a_place(tmp_path)
    path.write_bytes(ledger)

    assert 10 << 20 < len(ledger)
    assert ledger == dict(Folder(tmp_path).files())[LEDGER] == Folder(tmp_path).read(LEDGER)
    assert ledger == dict(Memory({LEDGER: ledger}).files())[LEDGER]


def test_a_ledger_has_a_limit_too(tmp_path: Path) -> None:
    path = a_place(tmp_path)
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    flaw = dict(Folder(tmp_path).files())[LEDGER]

    assert isinstance(flaw, Flaw)
    assert ("FIL-003", "the file is larger than 67,108,864 bytes") == (flaw.rule, flaw.message)
