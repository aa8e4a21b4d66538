"""Reading on trust: the same records as a check reads, where it finds nothing."""

from pathlib import Path

from golden import small, written
from milepost.loading import clean
from milepost.trusting import trusted
from sites import ROOT


def test_what_is_read_on_trust_is_what_a_check_reads() -> None:
    checked, taken = clean(ROOT).dataset.records, trusted(ROOT).dataset.records

    assert list(checked) == list(taken)
    for kind, records in checked.items():
        assert list(records.items()) == list(taken[kind].items())


def test_so_it_is_for_records_that_are_few(tmp_path: Path) -> None:
    assert small().dataset.records == trusted(written(tmp_path)).dataset.records
