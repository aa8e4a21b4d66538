"""`milepost import`: sources are made once, found again, and never told in two ways."""

from pathlib import Path

from imports import GOOD, NEW_SOURCE, account, rejections, states


def test_a_source_is_made_once_and_named_by_any_row(tmp_path: Path) -> None:
    early = {**GOOD, "event": "b", "date": "2032", "source": "new-one"}
    full = {**GOOD, **NEW_SOURCE, "source": "new-one"}

    result = account(tmp_path, early, full, full)

    assert ["mapped", "mapped", "there"] == states(result)
    assert 1 == sum(path == "dataset/sources/new-one.json" for path, _ in result.files)


def test_a_source_without_a_slug_gets_one_and_is_found_again(tmp_path: Path) -> None:
    later = {**GOOD, **NEW_SOURCE, "event": "b", "date": "2032"}

    result = account(tmp_path, {**GOOD, **NEW_SOURCE}, later)

    sources = [path for path, _ in result.files if path.startswith("dataset/sources/")]
    assert ["mapped", "mapped"] == states(result)
    assert ["dataset/sources/et-2031-two-premiers-meet.json"] == sources


def test_a_source_of_which_no_row_is_accepted_is_not_written(tmp_path: Path) -> None:
    result = account(tmp_path, {**GOOD, **NEW_SOURCE, "source": "new-one", "place": "atlantis"})

    assert () == result.files


def test_a_source_that_is_told_in_another_way_is_rejected(tmp_path: Path) -> None:
    full = {**GOOD, **NEW_SOURCE, "source": "new-one"}

    result = account(tmp_path, full, {**full, "publisher_en": "The Example"})

    assert [(3, "IMP-008", "publisher_en")] == rejections(result)


def test_a_page_that_is_recorded_is_found_by_its_address(tmp_path: Path) -> None:
    row = {**GOOD, **NEW_SOURCE, "url": "https://www.example.org/a"}
    again = {**row, "url": "http://example.org/a/", "event": "b", "date": "2032"}

    result = account(tmp_path, row, again)

    assert ["mapped", "mapped"] == states(result)
    assert 1 == sum(path.startswith("dataset/sources/") for path, _ in result.files)


def test_a_page_keeps_what_its_record_tells_and_the_row_shows_what_was_passed_over(
    tmp_path: Path,
) -> None:
    row = {**GOOD, **NEW_SOURCE, "url": "https://www.example.org/a"}
    again = {**row, "publisher_en": "Example Times", "event": "b", "date": "2032"}

    result = account(tmp_path, row, again)

    expected = "et-2031-two-premiers-meet keeps the publisher that it has"
    assert ["mapped", "mapped"] == states(result)
    assert expected == result.fates[1].note
    assert 1 == sum(path.startswith("dataset/sources/") for path, _ in result.files)


def test_a_slug_with_another_address_is_another_source(tmp_path: Path) -> None:
    row = {**GOOD, **NEW_SOURCE, "url": "https://www.example.org/a", "source": "one"}

    result = account(tmp_path, row, {**row, "url": "https://www.example.org/b"})

    assert [(3, "IMP-008", "url")] == rejections(result)


def test_a_page_with_a_second_slug_is_rejected(tmp_path: Path) -> None:
    row = {**GOOD, **NEW_SOURCE, "url": "https://www.example.org/a", "source": "one"}

    result = account(tmp_path, row, {**row, "source": "two"})

    assert [(3, "IMP-008", "source")] == rejections(result)


def test_a_source_that_would_not_pass_the_check_is_rejected_at_its_column(tmp_path: Path) -> None:
    row = {**GOOD, **NEW_SOURCE, "published_basis": "", "language": "English"}

    result = account(tmp_path, row)

    assert [(2, "SCH-004", "language")] == rejections(result)
    assert [(2, "SRC-001", "published")] == rejections(account(tmp_path, {**row, "language": "en"}))
