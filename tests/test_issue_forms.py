"""The forms for issues: valid for their host, and asking what the record has a place for."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from ruamel.yaml import YAML

from milepost.model import Dataset, Record
from milepost.sheets.template import COLUMNS
from milepost.site.correcting import correction_phrase
from milepost.site.inline import Inline
from milepost.site.phrase import Link, Outside
from milepost.site.repository import Repository
from milepost.site.site import Site
from sites import ROOT, the_site, the_small_site

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")
TERM = re.compile(r".+ \(([a-z0-9-]+)\)")


def form(name: str) -> Any:
    return YAML(typ="safe").load(FOLDER / f"{name}.yml")


def fields(name: str) -> dict[str, Any]:
    return {part["id"]: part for part in form(name)["body"] if "id" in part}


@pytest.mark.judge
@pytest.mark.parametrize(
    ("schema", "files"),
    [("github-issue-forms", FORMS), ("github-issue-config", [FOLDER / "config.yml"])],
)
def test_the_schema_of_the_host_accepts_them(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, *files], capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr), done.stdout


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_no_form_asks_one_thing_twice(path: Path) -> None:
    labels = [part["attributes"]["label"] for part in form(path.stem)["body"] if "id" in part]
    names = [part["id"] for part in form(path.stem)["body"] if "id" in part]

    assert sorted(set(labels)) == sorted(labels)
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(("field", "vocabulary"), [("type", "milestone-type"), ("stage", "stage")])
def test_the_choices_are_the_terms_that_a_record_may_publish(field: str, vocabulary: str) -> None:
    *options, unsure = fields("new-milestone")[field]["attributes"]["options"]
    terms = the_site().view.terms[vocabulary].values()
    usable = [t for t in terms if not (t.get("abstract") or "replaced_by" in t)]

    assert [f"{term['label']['en']} ({term['id']})" for term in usable] == options
    assert "I am not sure" == unsure


def test_what_is_asked_of_a_new_milestone_are_columns_that_a_sheet_has() -> None:
    assert set() == set(fields("new-milestone")) - set(COLUMNS)


def test_how_a_source_was_read_is_asked_in_the_terms_of_the_schema() -> None:
    read = the_site().view.schemas.documents["evidence"]["$defs"]["entry"]["properties"]["read"]
    for name in ("new-milestone", "correction"):
        options = fields(name)["read"]["attributes"]["options"]
        assert read["enum"] == [found[1] for text in options if (found := TERM.fullmatch(text))]


def test_a_request_for_removal_asks_for_no_name() -> None:
    asked = fields("removal")

    assert {"record", "where", "asking"} == set(asked)
    assert "do not write the name here" in form("removal")["body"][0]["attributes"]["value"]


def with_address(address: str) -> Site:
    """Return the small site with an address of the repository."""
    site = the_small_site()
    meta = Record("dataset", "milepost", "dataset/dataset.json", {"repository": address})
    return Site(_View(Dataset({"dataset": {"milepost": meta}})), site.edition, site.as_of)  # type: ignore[arg-type] # the part of a view that is asked


class _View:
    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset


def a_record() -> Record:
    return the_small_site().dataset.of("milestone")["mp-bqdztmr"]


def test_a_correction_leads_to_the_form_with_the_record_filled_in() -> None:
    site = with_address("https://www.example.org/milepost/")
    (link,) = correction_phrase(site, a_record(), ())
    assert isinstance(link, Outside)
    address = urlsplit(link.address)
    asked = parse_qs(address.query)

    assert ("www.example.org", "/milepost/issues/new") == (address.netloc, address.path)
    assert ["mp-bqdztmr"] == asked["record"]
    assert (FOLDER / asked["template"][0]).is_file()
    assert "record" in fields(asked["template"][0].removesuffix(".yml"))


def test_without_an_address_it_leads_to_the_document_that_says_how() -> None:
    site = the_small_site()

    assert (Link("corrections", "Suggest a correction"),) == correction_phrase(
        site, a_record(), {"corrections"}
    )
    assert () == correction_phrase(site, a_record(), ())
    assert "" == Repository.of(site).new_file
    assert "" == Repository.of(site).correction("mp-bqdztmr")


def test_a_link_that_leaves_the_site_is_escaped_and_tells_the_other_host_nothing() -> None:
    inline = Inline(lambda target, _anchor: target)

    assert (
        '<a class="reference external" rel="noopener noreferrer" href="https://www.example.org/?a&amp;b">'
        "words</a>"
    ) == inline.html((Outside("https://www.example.org/?a&b", "words"),))
