"""The audit page: its milestones are those that the hash chooses, and none was passed over."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from milepost.model import Body
from sites import the_site

ROOT = Path(__file__).parents[1]
ROW = re.compile(
    r"^\| `(?P<hash>[0-9a-f]{8})` \| \{milestone\}`(?P<id>mp-[0-9a-z]{7})` \|", re.MULTILINE
)
CLAIMS = re.compile(r"^\| `[0-9a-f]{8}` \| [^|]+ \| (\d+) \|", re.MULTILINE)
TOTAL = re.compile(r"^\| Claims \| (\d+) \|$", re.MULTILINE)
VERSION = "0.1.0"


def digest(milestone: str) -> str:
    return hashlib.sha256(f"{milestone}{VERSION}".encode()).hexdigest()


def rows(text: str) -> list[tuple[str, str]]:
    return [(match["hash"], match["id"]) for match in ROW.finditer(text)]


def tables() -> list[list[tuple[str, str]]]:
    page = (ROOT / "docs/audit.md").read_text("utf-8")
    return [found for part in page.split("\n## ") if (found := rows(part))]


def test_there_are_two_audits_of_twenty_and_one_of_thirty() -> None:
    assert [20, 20, 30] == [len(table) for table in tables()]


def test_the_claims_of_each_total_are_those_of_its_lines() -> None:
    page = (ROOT / "docs/audit.md").read_text("utf-8")
    sums = [sum(map(int, found)) for part in page.split("\n## ") if (found := CLAIMS.findall(part))]

    assert [int(total) for total in TOTAL.findall(page)] == sums


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


def test_an_entry_is_located_where_its_inputs_are() -> None:
    entries = [
        (milestone.id, entry["source"], entry["locator"]["paragraph"], inputs)
        for milestone in the_site().dataset.of("milestone").values()
        for entry in milestone.body["evidence"]
        if set(entry["locator"]) == {"paragraph"}
        and (inputs := set(paragraphs(entry.get("derivation", {}))))
    ]

    assert entries
    assert [] == [found for found in entries if found[3] - {found[2]}]


def test_an_inferred_date_of_publication_says_from_what() -> None:
    sources = the_site().dataset.of("source").values()
    inferred = [source for source in sources if source.body.get("published_basis") == "inferred"]

    assert inferred
    assert [] == [source.id for source in inferred if "note" not in source.body]


def paragraphs(value: Body) -> Iterator[int]:
    """Give the paragraphs in which the inputs of a derivation are located."""
    for name, part in value.items():
        if name == "locator" and "paragraph" in part:
            yield part["paragraph"]
        elif isinstance(part, dict):
            yield from paragraphs(part)
