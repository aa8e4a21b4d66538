"""DCAT, read by rdflib and held to shapes by pyshacl."""

import json

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF, XSD

from releases import the_files, the_release

pytestmark = [
    pytest.mark.judge,
    # rdflib says so of its own reader of JSON-LD
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
BASE = "https://data.example/release/"
# What DCAT 3 asks a catalogue to know of a dataset and of each of its files.
SHAPES = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ; sh:datatype rdf:langString ] ;
  sh:property [ sh:path dcterms:description ; sh:minCount 1 ] ;
  sh:property [ sh:path dcterms:identifier ; sh:minCount 1 ; sh:nodeKind sh:Literal ] ;
  sh:property [ sh:path dcterms:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcterms:modified ; sh:minCount 1 ; sh:datatype xsd:date ] ;
  sh:property [ sh:path ( dcterms:creator foaf:name ) ; sh:minCount 1 ] ;
  sh:property [ sh:path ( dcterms:temporal dcat:startDate ) ; sh:datatype xsd:date ] ;
  sh:property [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .

[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcat:mediaType ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcat:byteSize ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] ;
  sh:property [ sh:path ( spdx:checksum spdx:checksumValue ) ; sh:datatype xsd:hexBinary ] .
"""


def graph(content: bytes) -> Graph:
    return Graph().parse(data=content, format="json-ld", publicID=BASE)


def conforms(content: bytes) -> bool:
    shapes = Graph().parse(data=SHAPES, format="turtle")
    return bool(validate(graph(content), shacl_graph=shapes)[0])


def test_rdflib_reads_the_dataset_and_its_files() -> None:
    found, meta = graph(the_files()["dcat.jsonld"]), the_release().dataset.meta
    (dataset,) = found.subjects(RDF.type, DCAT.Dataset)
    assert URIRef(BASE) == dataset
    assert meta["title"]["en"] == str(found.value(dataset, DCTERMS.title))
    addresses = {
        str(address).removeprefix(BASE) for address in found.objects(None, DCAT.downloadURL)
    }
    assert set() == addresses - set(the_files())
    assert {"csv/milestones.csv", "milepost.sqlite"} <= addresses


def test_rdflib_reads_sizes_as_numbers_and_days_as_days() -> None:
    found = graph(the_files()["dcat.jsonld"])
    file = found.value(predicate=DCAT.downloadURL, object=URIRef(f"{BASE}milepost.json"))
    assert Literal(len(the_files()["milepost.json"]), datatype=XSD.nonNegativeInteger) == (
        found.value(file, DCAT.byteSize)
    )
    assert [Literal("2026-05-28", datatype=XSD.date)] == list(found.objects(None, DCTERMS.issued))


def test_pyshacl_finds_that_it_conforms() -> None:
    assert conforms(the_files()["dcat.jsonld"])


@pytest.mark.parametrize("lost", ["licence", "dcterms:title", "dcat:distribution"])
def test_pyshacl_finds_what_was_left_out(lost: str) -> None:
    description = json.loads(the_files()["dcat.jsonld"])
    del description[lost]
    assert not conforms(json.dumps(description).encode())
