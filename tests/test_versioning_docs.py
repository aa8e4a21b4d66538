"""What docs/versioning.md and docs/releasing.md say of version numbers is what the program does."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from milepost.changes.bump import is_enough, least_version
from milepost.changes.policy import CATEGORIES, Bump
from milepost.cli import parser_for
from milepost.derive.withdrawn import withdrawn_versions
from milepost.model import Dataset, Record
from milepost.provenance.edition import Edition
from milepost.rules.view import View
from milepost.site.downloads import versions_table
from milepost.site.site import Site
from releases import ROOT, the_small_release

DOCS = ROOT / "docs"
VERSIONING = (DOCS / "versioning.md").read_text("utf-8")
RELEASING = (DOCS / "releasing.md").read_text("utf-8")


def section(heading: str) -> str:
    """Return the part of the page on version numbers below a heading that begins so."""
    return re.split(r"^## ", VERSIONING.partition(f"\n## {heading}")[2], flags=re.MULTILINE)[0]


@pytest.mark.parametrize("bump", ["major", "minor", "patch"])
def test_the_policy_of_the_page_is_that_of_the_program(bump: str) -> None:
    rows = re.findall(r"^\| (.+) \| (.+) \|$", section(bump.capitalize()), re.MULTILINE)
    expected = [(c.name, c.why) for c in CATEGORIES if c.bump == bump]
    assert expected == [row for row in rows if row not in {("What changes", "Why"), ("---",) * 2}]


@pytest.mark.parametrize(
    ("expected", "published", "bump"),
    [
        ("2.0.0", "1.2.3", "major"),
        ("1.3.0", "1.2.3", "minor"),
        ("1.2.4", "1.2.3", "patch"),
        ("0.3.0", "0.2.3", "major"),
        ("0.2.4", "0.2.3", "minor"),
        ("0.2.4", "0.2.3", "patch"),
        ("1.2.4", "1.2.3", "none"),
    ],
)
def test_a_number_rises_as_the_page_says(expected: str, published: str, bump: Bump) -> None:
    assert expected == least_version(published, bump)


@pytest.mark.parametrize(
    ("expected", "version"), [(True, "1.3.0"), (True, "2.0.0"), (False, "1.2.9"), (False, "1.2.3")]
)
def test_a_higher_number_is_enough_and_a_lower_one_is_not(expected: bool, version: str) -> None:  # noqa: FBT001 -- a column of the table above
    assert expected == is_enough(version, "1.2.3", "minor")


def test_there_are_five_steps() -> None:
    assert ["1", "2", "3", "4", "5"] == re.findall(r"^(\d)\. \*\*", RELEASING, re.MULTILINE)


@pytest.mark.parametrize("page", [VERSIONING, RELEASING], ids=["versioning", "releasing"])
def test_every_command_that_is_quoted_can_be_given(page: str) -> None:
    quoted = re.findall(r"(?:`|^\$ )milepost ([a-z]+ [^`\n]*[^`\n ])`?", page, re.MULTILINE)
    assert len(quoted) > 1
    for words in (line.split() for line in quoted):
        options = parser_for(words[:1]).parse_args(words)
        assert f"milepost.cli.{words[0]}" == options.run.__module__


def test_the_workflow_releases_a_tag_as_the_page_says() -> None:
    workflow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    assert 'tags: ["v*"]' in workflow
    assert "RELEASE_FLAGS=--record" in workflow
    assert "attest-build-provenance" in workflow


def a_site_of(*ledgers: Mapping[str, object]) -> Site:
    """Return a site whose dataset has ledgers, and nothing else that is told here."""
    view = the_small_release().view
    found = {str(b["version"]): Record("ledger", str(b["version"]), "", b) for b in ledgers}
    dataset = Dataset({**view.dataset.records, "ledger": found})
    return Site(View(dataset, view.schemas), Edition("0.1.0", 0), "2026-11-22")


def test_the_download_page_lists_versions_and_marks_what_was_withdrawn() -> None:
    records = [{"kind": "place", "id": "kumamoto", "sha256": ""}]
    bad = {"version": "0.9.0", "records": records, "withdrawn": {"en": "Half was missing."}}
    table = versions_table(a_site_of(bad, {"version": "0.10.0", "records": records}))
    assert ["Published", "Version 0.9.0 was withdrawn: Half was missing."] == [
        row[2][0] for row in table.rows
    ]
    assert () == versions_table(a_site_of()).rows


def test_only_withdrawn_versions_are_withdrawn() -> None:
    site = a_site_of({"version": "0.1.0", "records": []})
    assert {} == withdrawn_versions(site.dataset)


def test_the_download_page_asks_for_the_versions() -> None:
    assert "{milepost-versions}" in Path(DOCS / "download.md").read_text("utf-8")
