"""The graph of a release, read by rdflib, pyoxigraph and pyshacl."""

import re
from collections.abc import Callable
from functools import cache

import pyoxigraph
import pyshacl
import pytest
import rdflib
from pyoxigraph import RdfFormat

from builders import a_milestone, a_record, an_entry
from graphs import small_graph_files, the_small_release_with_an_address
from milepost import edtf
from milepost.derive.status import intervals_of, status_on
from milepost.release.rdf.files import rdf_files
from milepost.release.rdf.namespaces import PREFIXES
from milepost.release.release import Release
from releases import ROOT, a_release_of, the_release, the_small_release

# rdflib's own reader of JSON-LD still uses what rdflib has put out of use.
OLD_GRAPH = "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
pytestmark = [pytest.mark.judge, pytest.mark.filterwarnings(OLD_GRAPH)]

NAMES = ("rdf/milepost.nq", "rdf/milepost.ttl", "rdf/milepost.jsonld")
FORMATS = (RdfFormat.N_QUADS, RdfFormat.TURTLE, RdfFormat.JSON_LD)
QUERIES = re.findall(
    r"```sparql\n(.*?)```", (ROOT / "docs/linked-data.md").read_text("utf-8"), re.DOTALL
)
HOSTILE = '“"\\ \n\r\t\b\x7f </script> {} ]]> \u2028 \u202e 日本 កម្ពុជា 😀 @en ^^xsd:date . ; #'


def a_hostile_release() -> Release:
    milestone = a_milestone(an_entry(date="2013"), title={"en": HOSTILE}, summary={"ja": HOSTILE})
    milestone["evidence"][0]["says"]['/stages/<b>"\\`{%}/date'] = HOSTILE
    url = 'https://x.example/<">{}|^`\\'
    source = {
        "id": "a-source",
        "kind": "news",
        "language": "en",
        "label": {"en": HOSTILE},
        "urls": [{"url": url}],
    }
    return a_release_of(a_record(milestone), a_record(source, "source"))


RELEASES = {
    "small": the_small_release,
    "with an address": the_small_release_with_an_address,
    "hostile": a_hostile_release,
}


def quads(content: bytes, spelling: RdfFormat) -> set[pyoxigraph.Quad]:
    return set(pyoxigraph.parse(content, format=spelling))


@pytest.mark.parametrize("release", [*RELEASES.values(), the_release], ids=[*RELEASES, "real"])
def test_pyoxigraph_reads_the_same_quads_in_each_spelling(release: Callable[[], Release]) -> None:
    files = dict(rdf_files(release()))
    n_quads, turtle, jsonld = (
        quads(files[name], spelling) for name, spelling in zip(NAMES, FORMATS, strict=True)
    )
    assert files["rdf/milepost.nq"].count(b"\n") == len(n_quads)
    assert n_quads == turtle
    assert n_quads == jsonld


@pytest.mark.parametrize("release", RELEASES.values(), ids=RELEASES)
def test_rdflib_reads_the_same_triples_in_each_spelling(release: Callable[[], Release]) -> None:
    files = dict(rdf_files(release()))
    n_quads, turtle, jsonld = (
        set(rdflib.Graph().parse(data=files[name], format=spelling))
        for name, spelling in zip(NAMES, ("nt", "turtle", "json-ld"), strict=True)
    )
    assert files["rdf/milepost.nq"].count(b"\n") == len(n_quads)
    assert n_quads == turtle
    assert n_quads == jsonld


def test_pyoxigraph_reads_hostile_text_as_it_was_written() -> None:
    read = quads(dict(rdf_files(a_hostile_release()))["rdf/milepost.nq"], RdfFormat.N_QUADS)
    label = pyoxigraph.NamedNode(f"{PREFIXES['rdfs']}label")
    labels = {quad.object for quad in read if quad.predicate == label}
    assert pyoxigraph.Literal(HOSTILE, language="en") in labels


@cache
def small_graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=small_graph_files()["rdf/milepost.nq"], format="nt")


def broken(graph: rdflib.Graph) -> set[str]:
    """Return the shapes of properties that pyshacl finds broken."""
    shapes = rdflib.Graph().parse(data=small_graph_files()["rdf/shapes.ttl"], format="turtle")
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)
    found = {str(shape) for shape in report.objects(None, in_full("sh:sourceShape"))}
    assert conforms == (not found)
    return {shape.partition("#")[2] for shape in found}


def test_pyshacl_finds_that_the_graph_has_its_shapes() -> None:
    assert set() == broken(small_graph())


def test_pyshacl_finds_each_damage_to_a_graph() -> None:
    damages = (
        ("milepost:Milestone", "rdfs:label", None),
        ("milepost:Milestone", "dcterms:identifier", rdflib.Literal("mp-AEIOUae")),
        ("milepost:Statement", "milepost:standing", None),
        ("milepost:Statement", "oa:hasTarget", rdflib.URIRef("urn:x:nowhere")),
        ("milepost:StatusInterval", "milepost:level", rdflib.URIRef("urn:x:no-level")),
        ("milepost:Stage", "schema:startDate", rdflib.Literal("1953")),
        ("milepost:DigestSelector", "schema:sha256", rdflib.Literal("abc")),
        ("oa:SpecificResource", "oa:hasSource", rdflib.URIRef("urn:x:no-source")),
        ("prov:Association", "prov:hadRole", None),
        ("skos:Concept", "skos:definition", rdflib.Literal("no language")),
    )
    damaged = rdflib.Graph() + small_graph()
    for kind, path, other in damages:
        damage(damaged, in_full(kind), in_full(path), other)
    expected = {
        f"{kind.partition(':')[2]}Shape-{path.replace(':', '-')}" for kind, path, _ in damages
    }
    assert expected == broken(damaged)


def damage(
    graph: rdflib.Graph, kind: rdflib.URIRef, path: rdflib.URIRef, other: rdflib.term.Node | None
) -> None:
    """Put something else, or nothing, at a property of one thing of a kind."""
    things = graph.subjects(rdflib.RDF.type, kind)
    subject = next(thing for thing in things if (thing, path, None) in graph)
    graph.remove((subject, path, None))
    if other is not None:
        graph.add((subject, path, other))


def in_full(name: str) -> rdflib.URIRef:
    prefix, _, local = name.partition(":")
    return rdflib.URIRef(PREFIXES[prefix] + local)


@cache
def store() -> pyoxigraph.Store:
    found = pyoxigraph.Store()
    content = dict(rdf_files(the_release()))["rdf/milepost.nq"]
    found.bulk_load(content, format=RdfFormat.N_QUADS)
    return found


def answers(query: str, *names: str) -> set[tuple[str, ...]]:
    found = store().query(query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return {tuple(row[name].value if row[name] else "" for name in names) for row in found}


def test_the_query_of_the_docs_tells_who_says_what_of_one_value() -> None:
    said = [
        s
        for s in the_release().statements()
        if ("mp-bbngx6t", "/stages/in-effect/date") == (s.record.id, s.address)
    ]
    expected = {(s.source, s.value, s.rule) for s in said}
    assert expected == answers(QUERIES[0], "source", "value", "rule")


@pytest.mark.parametrize(
    "day", ["1952-01-01", "1960-06-01", "1975-04-17", "1975-05-01", "2020-01-01"]
)
def test_the_query_of_the_docs_tells_the_status_on_a_day(day: str) -> None:
    intervals = intervals_of(the_release().dataset, "jpn-khm")
    expected = {
        (i.opening.track, i.opening.level, "true" if certainty == "certain" else "false")
        for i, certainty in status_on(intervals, edtf.parse(day))
    }
    query = QUERIES[1].replace("1975-04-17", day)
    assert expected == answers(query, "track", "level", "certain")


def test_the_docs_have_these_two_queries_and_no_third() -> None:
    assert 2 == len(QUERIES)
