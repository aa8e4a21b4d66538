"""Linked data and citation tags: read back by programs that we did not write."""

import json
from dataclasses import replace

import pytest
import rdflib

from milepost.model import Dataset
from milepost.rules.view import View
from milepost.site.machines.citation_tags import citation_tags
from milepost.site.machines.head import head
from milepost.site.machines.linked_data import as_script, linked_data
from milepost.site.machines.sitemap import pages
from milepost.site.machines.things import exact_day, span
from milepost.site.page_names import PAGED, page_of
from sites import read, the_site, the_small_site

# rdflib reads JSON-LD through a class that it deprecates itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
SCHEMA = rdflib.Namespace("https://schema.org/")
PAGES = pages(the_small_site(), ["index", "download"])


def triples(page: str) -> rdflib.Graph:
    """Return what rdflib reads of a page."""
    data = json.dumps(linked_data(the_small_site(), page))
    return rdflib.Graph().parse(data=data, format="json-ld")


def test_the_linked_data_of_every_page_are_triples() -> None:
    for page in PAGES:
        graph = triples(page)
        about = set(graph.objects(None, SCHEMA.mainEntity))
        (dataset,) = set(graph.subjects(rdflib.RDF.type, SCHEMA.Dataset)) - about

        assert rdflib.Literal("0.1.0") in set(graph.objects(dataset, SCHEMA.version))


def test_a_milestone_is_an_event_with_its_title_in_every_language() -> None:
    graph = triples("milestones/mp-bqdztmr")
    (event,) = graph.subjects(rdflib.RDF.type, SCHEMA.Event)
    body = the_small_site().dataset.of("milestone")["mp-bqdztmr"].body

    assert {rdflib.Literal(text, lang=tag) for tag, text in body["title"].items()} == set(
        graph.objects(event, SCHEMA.name)
    )


@pytest.mark.parametrize(
    ("date", "day", "days"),
    [
        ("2013-12-15", "2013-12-15", "2013-12-15"),
        ("2013-12", "", "2013-12-01/2013-12-31"),
        ("2013-12-15~", "", "2013-12-15"),
        ("[1963,1966]", "", "1963-01-01/1966-12-31"),
        ("[..2023-11]", "", "../2023-11-30"),
        ("XXXX-04-23", "", ""),
    ],
)
def test_a_start_is_told_only_where_it_is_one_day(date: str, day: str, days: str) -> None:
    assert (day, days) == (exact_day(date), span(date))


def test_no_text_ends_the_script_of_the_linked_data() -> None:
    hostile = "</script><!--<script>alert(1)</script> & \u2028"
    html = str(as_script({"name": hostile}))

    assert 1 == html.count("<script") == html.count("</script")
    assert {"name": hostile} == json.loads(html.partition(">")[2].rpartition("<")[0])


def test_a_milestone_is_saved_with_title_author_date_identifier_and_version() -> None:
    tags = dict(citation_tags(the_small_site(), "milestones/mp-bqdztmr"))

    assert {
        "citation_title": "Upgrade to a comprehensive strategic partnership",
        "citation_author": "The Milepost editors",
        "citation_publication_date": "2026/11/22",
        "citation_technical_report_number": "mp-bqdztmr",
        "citation_edition": "0.1.0",
    }.items() <= tags.items()


def test_every_record_has_its_tags() -> None:
    site = the_site()
    for kind in PAGED:
        for record in site.dataset.of(kind).values():
            tags = dict(citation_tags(site, page_of(kind, record.id)))

            assert record.id == tags["citation_technical_report_number"]


@pytest.mark.parametrize("language", ["ja", "km"])
def test_a_milestone_is_saved_as_the_same_from_its_page_in_any_language(language: str) -> None:
    english = read(str(head(the_small_site(), "milestones/mp-bqdztmr")))
    other = read(str(head(the_small_site(), f"{language}/milestones/mp-bqdztmr")))
    tags, same = (
        [a for _, a in page.elements if str(a.get("name")).startswith(("citation_", "DC."))]
        for page in (english, other)
    )

    assert tags == same
    assert tags
    assert ["../../api/v1/milestones/mp-bqdztmr.json"] == other.links


@pytest.mark.parametrize(
    ("page", "beginning"),
    [
        ("index", "How the relations between two states began"),
        ("relationships/jpn-khm", "Cambodia and Japan have had diplomatic relations"),
    ],
)
def test_the_pages_written_by_hand_tell_search_engines_what_they_are_about(
    page: str, beginning: str
) -> None:
    tags = read(str(head(the_small_site(), page))).elements
    (told,) = [a["content"] for _, a in tags if a.get("name") == "description"]

    assert str(told).startswith(beginning)


def test_a_page_without_a_record_is_cited_by_no_tag() -> None:
    assert [] == citation_tags(the_small_site(), "download")


def test_without_an_address_nothing_absolute_is_told_of_this_site() -> None:
    html = str(head(the_small_site(), "milestones/mp-bqdztmr"))
    tags = read(html)

    assert [] == [a for tag, a in tags.elements if a.get("rel") == "canonical"]
    assert "url" not in linked_data(the_small_site(), "milestones/mp-bqdztmr")
    assert ["../api/v1/milestones/mp-bqdztmr.json"] == tags.links


def test_a_source_whose_address_is_no_web_address_is_cited_without_one() -> None:
    site = the_small_site()
    (path, source), *_ = site.dataset.of("source").items()
    hostile = source._replace(body={**source.body, "urls": [{"url": "javascript:alert(1)"}]})
    records = {**site.dataset.records, "source": {path: hostile}}
    changed = replace(site, view=View(Dataset(records), site.view.schemas))

    assert "javascript" not in json.dumps(linked_data(changed, f"sources/{path}"))
