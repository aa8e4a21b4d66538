"""The parts of a relationship's page that readers act on: filter, sources, downloads, citations."""

import csv
import gzip
import io
import json
import re
from functools import cache
from pathlib import Path
from statistics import median
from urllib.parse import urldefrag

import pytest

from milepost import edtf
from milepost.kinds import BY_NAME
from milepost.model import Dataset, Record
from milepost.release.bundle import content_hash
from milepost.rules.view import View
from milepost.site.chronology_table import chronology
from milepost.site.citation_layout import citations_html
from milepost.site.citing import cited
from milepost.site.history import history
from milepost.site.page_names import PAGED
from milepost.site.phrase import plain
from milepost.site.relationship_downloads import files
from milepost.site.relationship_sources import sources_by_kind, sources_of
from milepost.site.site import Site
from milepost.site.wording import headline_text
from sites import built, the_site, the_small_site

# What a reader waits for who opens a page for the first time: 40 KB, compressed as servers do.
MUST = 40_000
AIM = 30_000
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*(?:href|src)="([^"]+)"')


def first_view(page: Path) -> int:
    """Return the compressed size of a page with all that it loads, in bytes."""
    html = page.read_text("utf-8")
    loaded = {(page.parent / urldefrag(a)[0].partition("?")[0]) for a in LOADED.findall(html)}
    assert 3 <= len(loaded)
    return compressed(page) + sum(compressed(file.resolve()) for file in loaded)


@cache
def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.mark.parametrize("folder", [BY_NAME[kind].folder for kind in PAGED if kind != "vocabulary"])
def test_every_page_of_a_record_is_light_and_most_are_lighter(folder: str) -> None:
    pages = [path for path in (built() / folder).glob("*.html") if path.stem != "index"]
    weights = {page.stem: first_view(page) for page in pages}

    assert {} == {name: weight for name, weight in weights.items() if weight > MUST}
    assert median(weights.values()) <= AIM


def test_the_first_page_is_lighter_still() -> None:
    assert first_view(built() / "index.html") <= AIM


def test_each_row_of_a_chronology_says_what_it_is_found_by() -> None:
    table = chronology(the_site(), "jpn-khm")
    for record, row in zip(the_site().chronology("jpn-khm"), table.rows, strict=True):
        assert record.body["type"] == row.type
        assert tuple(record.body.get("topics", ())) == row.topics
        date = edtf.parse(headline_text(record.body))
        ends = [str(day[0]) if day else "-" for day in (date.earliest, date.latest)]
        assert set(ends) == set(row.years.split())


def test_a_reader_can_choose_each_type_and_topic_that_occurs() -> None:
    table = chronology(the_site(), "jpn-khm")
    types = {choice.term: choice.count for group in table.types for choice in group.choices}
    topics = {choice.term: choice.count for choice in table.topics}

    assert sum(types.values()) == len(table.rows)
    assert {row.type for row in table.rows} == set(types)
    assert {topic for row in table.rows for topic in row.topics} == set(topics)


def test_every_source_stands_under_its_kind_with_the_milestones_that_cite_it() -> None:
    kinds = sources_by_kind(the_site(), "jpn-khm")
    shown = {
        row[0][0].page: int(plain(row[-1]))  # type: ignore[union-attr] # the first part is a link
        for kind in kinds
        for row in kind.table.rows
    }
    cited_by = sources_of(the_site(), "jpn-khm")

    assert {f"sources/{slug}": count for slug, count in cited_by.items()} == shown


def test_the_downloads_of_a_relationship_hold_its_milestones_and_no_others() -> None:
    made = dict(files(the_small_site()))
    ids = [record.id for record in the_small_site().chronology("jpn-khm")]
    rows = list(csv.DictReader(io.StringIO(made["relationships/jpn-khm-milestones.csv"].decode())))
    whole = json.loads(made["relationships/jpn-khm-milestones.json"])

    assert sorted(ids) == sorted(row["id"] for row in rows)
    assert ids == [record["id"] for record in whole["milestones"]]
    assert json.loads(made["relationships/jpn-khm.json"]) == whole["relationship"]


def test_the_site_holds_the_files_that_its_pages_offer() -> None:
    for name, raw in files(the_site()):
        assert raw == (built() / name).read_bytes()


def test_a_record_is_cited_in_four_styles_and_by_what_never_changes() -> None:
    record = the_small_site().dataset.of("milestone")["mp-bqdztmr"]
    found = cited(the_small_site(), record)

    assert ["citation", "APA", "BibTeX", "RIS"] == [it.style for it in found.citations]
    assert all("mp-bqdztmr" in it.text for it in found.citations)
    assert "mp-bqdztmr" == found.permanent


def test_a_title_in_another_language_is_marked_in_each_citation() -> None:
    record = the_site().dataset.of("source")["kiet-2021-fta"]
    html = citations_html(cited(the_site(), record))
    title = record.body["title"]["ko"]

    assert 4 == html.count(title) == html.count(f'<span lang="ko">{title}</span>')


def published(*ledgers: tuple[str, str]) -> tuple[Site, Record]:
    """Return a site whose ledgers give one milestone these hashes, version by version."""
    site = the_small_site()
    record = site.dataset.of("milestone")["mp-bqdztmr"]
    made = {}
    for version, digest in ledgers:
        row = {"kind": "milestone", "id": record.id, "sha256": digest}
        body = {"version": version, "records": [row]}
        made[version] = Record("ledger", version, f"dataset/releases/{version}.json", body)
    kinds = {kind: site.dataset.of(kind) for kind in ("milestone", "source", "vocabulary")}
    view = View(Dataset({**kinds, "ledger": made}), site.view.schemas)
    return Site(view, site.edition, site.as_of), record


def fates(*ledgers: tuple[str, str]) -> list[tuple[str, str]]:
    return [(plain(row[0]), plain(row[1])) for row in history(*published(*ledgers)).rows]


def test_a_record_that_no_version_holds_has_no_history() -> None:
    assert [] == fates()


def test_the_history_of_a_record_is_told_by_version_in_their_order() -> None:
    _, record = published()
    now = content_hash(record)

    assert [
        ("0.9.0", "first published"),
        ("0.10.0", "unchanged"),
        ("1.0.0", "changed"),
    ] == fates(("1.0.0", now), ("0.9.0", "a" * 64), ("0.10.0", "a" * 64))


def test_a_change_since_the_last_version_is_told() -> None:
    told = fates(("0.0.1", "a" * 64))

    assert [
        ("0.0.1", "first published"),
        ("0.1.0", "changed since, not yet published"),
    ] == told
