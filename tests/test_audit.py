"""The audit page: its milestones are those that the hash chooses, and none was passed over."""

import hashlib
import re
from pathlib import Path

from sites import the_site

ROOT = Path(__file__).parents[1]
ROW = re.compile(
    r"^\| `(?P<hash>[0-9a-f]{8})` \| \{milestone\}`(?P<id>mp-[0-9a-z]{7})` \|", re.MULTILINE
)
VERSION = "0.1.0"


def digest(milestone: str) -> str:
    return hashlib.sha256(f"{milestone}{VERSION}".encode()).hexdigest()


def rows(text: str) -> list[tuple[str, str]]:
    return [(match["hash"], match["id"]) for match in ROW.finditer(text)]


def tables() -> list[list[tuple[str, str]]]:
    page = (ROOT / "docs/audit.md").read_text("utf-8")
    return [found for part in page.split("\n## ") if (found := rows(part))]


def test_there_are_two_audits_of_twenty() -> None:
    assert [20, 20] == [len(table) for table in tables()]


def test_each_line_has_the_hash_of_its_milestone() -> None:
    found = [row for table in tables() for row in table]

    assert [(digest(milestone)[:8], milestone) for _, milestone in found] == found


def test_each_table_goes_upwards_by_hash() -> None:
    for table in tables():
        assert sorted(table) == table


def test_the_twenty_first_of_this_version_have_been_read_again() -> None:
    chosen = sorted(the_site().dataset.of("milestone"), key=digest)[:20]
    read = {milestone for table in tables() for _, milestone in table}

    assert [] == [milestone for milestone in chosen if milestone not in read]
