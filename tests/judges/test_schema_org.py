"""The Dataset of schema.org, read by rdflib."""

from hashlib import sha256

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from releases import the_files, the_release

pytestmark = [
    pytest.mark.judge,
    # rdflib says so of its own reader of JSON-LD
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
SCHEMA = Namespace("https://schema.org/")


def graph() -> Graph:
    return Graph().parse(data=the_files()["dataset.jsonld"], format="json-ld")


def values(found: Graph, name: str) -> set[str]:
    (dataset,) = found.subjects(RDF.type, SCHEMA.Dataset)
    return {str(value) for value in found.objects(dataset, SCHEMA[name])}


def test_rdflib_reads_what_the_dataset_is_called_and_identified_by() -> None:
    found, release = graph(), the_release()
    assert {release.dataset.meta["title"]["en"]} == values(found, "name")
    assert {release.swhid} == values(found, "identifier")
    assert {release.edition.version} == values(found, "version")
    assert set(release.dataset.meta["keywords"]) == values(found, "keywords")
    assert {"2026-05-28"} == values(found, "datePublished")


def test_rdflib_reads_which_states_and_years_it_is_about() -> None:
    found = graph()
    assert {"1951-01-01/2026-12-31"} == values(found, "temporalCoverage")
    countries = found.subjects(RDF.type, SCHEMA.Country)
    codes = {str(found.value(country, SCHEMA.identifier)) for country in countries}
    assert {"JPN", "KHM"} <= codes
    parties = {
        p for r in the_release().dataset.of("relationship").values() for p in r.body["parties"]
    }
    assert len(parties) == len(codes)


def test_rdflib_finds_every_file_with_its_hash() -> None:
    found, files = graph(), the_files()
    hashes = {
        str(found.value(download, SCHEMA.contentUrl)): found.value(download, SCHEMA.sha256)
        for download in found.subjects(RDF.type, SCHEMA.DataDownload)
    }
    assert {"csv/milestones.csv", "parquet/milestones.parquet", "milepost.json"} <= set(hashes)
    named = {
        name: Literal(sha256(files[name]).hexdigest()) for name, value in hashes.items() if value
    }
    assert named == {name: value for name, value in hashes.items() if value}


def test_rdflib_finds_the_columns_of_the_panel_described() -> None:
    found = graph()
    names = {
        str(found.value(v, SCHEMA.name))
        for v in found.objects(predicate=URIRef(SCHEMA.variableMeasured))
    }
    assert {"diplomatic_last", "missions_highest", "n_visit"} <= names
