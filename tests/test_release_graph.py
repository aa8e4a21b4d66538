"""The graph of a release: how things are named, and that it explains itself."""

import re
from uuid import UUID, uuid5

from builders import a_milestone, a_record, an_entry
from graphs import BASE, graph_in, small_graph_files, the_small_release_with_an_address
from milepost.release.rdf.files import rdf_files
from milepost.release.rdf.names import names_of, part
from milepost.release.rdf.namespaces import OWN, is_absolute
from milepost.release.rdf.own_terms import CLASSES, CONCEPTS, PROPERTIES
from milepost.release.rdf.shapes import SHAPES, shapes
from milepost.release.rdf.triple import DATE, Literal, dated
from releases import a_release_of, the_release, the_small_release

GRAPH = graph_in(the_small_release())
OWN_TERMS = {term.iri for term in (*CLASSES, *PROPERTIES, *CONCEPTS)}
A_TOMBSTONE = {
    "id": "mp-2x9zg7k",
    "kind": "milestone",
    "fate": "merged",
    "targets": ["mp-7b3k1ff"],
    "reason": {"en": "It was recorded twice."},
}


def test_a_record_without_an_address_is_named_by_its_kind_and_identifier() -> None:
    namespace = UUID("a03ad6a5-c3ca-445a-89e5-8dfca74f6dea")
    names = names_of(the_small_release().dataset)
    expected = f"urn:uuid:{uuid5(namespace, 'milestone/mp-bbngx6t')}"
    assert expected == names.record("milestone", "mp-bbngx6t")


def test_a_record_with_an_address_is_named_by_its_page() -> None:
    names = names_of(the_small_release_with_an_address().dataset)
    assert f"{BASE}/milestones/mp-bbngx6t.html" == names.record("milestone", "mp-bbngx6t")
    assert f"{BASE}/vocabularies/stage.html#term-agreed" == names.term("stage", "agreed")
    assert f"{BASE}/parties/khm.html" == names.actor("khm")


def test_no_address_is_invented_where_there_is_none() -> None:
    subjects = {subject for subject in GRAPH if is_absolute(subject)}
    assert {True} == {subject.startswith("urn:uuid:") for subject in subjects}


def test_a_part_is_named_by_its_pointer_and_holds_nothing_that_an_iri_may_not() -> None:
    assert "urn:x#/stages/agreed" == part("urn:x", "stages", "agreed")
    assert "urn:x#/evidence/a/says/~1a~1b%3C%22%5C%60%25%23" == part(
        "urn:x", "evidence", "a", "says", '/a/b<"\\`%#'
    )


def test_the_terms_of_our_own_are_the_same_with_and_without_an_address() -> None:
    files = rdf_files(the_small_release_with_an_address())
    assert small_graph_files()["rdf/shapes.ttl"] == files["rdf/shapes.ttl"]
    assert f"@prefix milepost: <{OWN}#> .".encode() in files["rdf/milepost.ttl"]


def test_every_term_of_our_own_that_is_used_is_defined() -> None:
    pairs = [
        pair for graph in (GRAPH, graph_in(the_release())) for p in graph.values() for pair in p
    ]
    used = {name for pair in pairs for name in pair if isinstance(name, str)}
    shaped = {name for triple in shapes() for name in (triple[1], triple[2])}
    own = {name for name in used | shaped if isinstance(name, str) and name.startswith("milepost:")}
    assert set() == own - OWN_TERMS - {name for name in own if "Shape" in name}


def test_every_term_of_our_own_is_used_or_asked_for_by_a_rarer_record() -> None:
    graphs = (graph_in(the_release()), graph_in(a_release_of(a_record(A_TOMBSTONE, "tombstone"))))
    definitions = OWN_TERMS | {"rdfs:isDefinedBy"}
    used = {
        name
        for graph in graphs
        for subject, pairs in graph.items()
        if subject not in definitions
        for pair in pairs
        for name in pair
    }
    assert set() == OWN_TERMS - used


def test_every_shape_is_of_a_class_that_the_graph_has() -> None:
    classes = {value for pairs in GRAPH.values() for verb, value in pairs if verb == "rdf:type"}
    assert set() == set(SHAPES) - classes


def test_every_statement_is_there_once() -> None:
    statement = ("rdf:type", "milepost:Statement")
    for release in (the_small_release(), the_release()):
        found = [pairs for pairs in graph_in(release).values() if statement in pairs]
        assert len(list(release.statements())) == len(found)
        assert {1} == {sum(verb == "milepost:pointer" for verb, _ in pairs) for pairs in found}


def test_n_quads_are_sorted_and_each_is_there_once() -> None:
    lines = small_graph_files()["rdf/milepost.nq"].decode().splitlines()
    assert sorted(set(lines)) == lines


def test_no_node_is_blank() -> None:
    nodes = re.compile(rb"(^| )_:|\[")
    graph = re.sub(rb'"(?:[^"\\]|\\.)*"', b"", small_graph_files()["rdf/milepost.nq"])
    assert None is nodes.search(graph)


def test_a_date_has_the_bounds_that_it_allows_and_no_other() -> None:
    written = [(verb, value) for _, verb, value in dated("urn:x", DATE, "[..1963-02]")]
    assert [
        ("dcterms:date", Literal("[..1963-02]", datatype="edtf:EDTF")),
        ("milepost:latest", Literal("1963-02-28", datatype="xsd:date")),
    ] == written
    assert [] == list(dated("urn:x", DATE, ""))


def test_a_withdrawn_record_keeps_its_name_and_points_at_its_heir() -> None:
    release = a_release_of(a_record(A_TOMBSTONE, "tombstone"))
    names = names_of(release.dataset)
    pairs = graph_in(release)[names.record("milestone", "mp-2x9zg7k")]
    assert ("dcterms:isReplacedBy", names.record("milestone", "mp-7b3k1ff")) in pairs
    assert ("milepost:fate", Literal("merged")) in pairs


def test_a_passage_is_a_place_and_a_hash_and_no_words() -> None:
    selecting = {verb for pairs in GRAPH.values() for verb, _ in pairs if verb.startswith("oa:")}
    assert {"oa:end", "oa:hasSelector", "oa:hasSource", "oa:hasTarget"} <= selecting
    assert set() == selecting & {"oa:exact", "oa:prefix", "oa:suffix"}


def test_a_claim_at_a_hostile_address_is_named_all_the_same() -> None:
    entry = an_entry(date="2013-12-15")
    entry["says"]['/stages/<b>"\\`{%}/date'] = "2013"
    source = {"id": "a-source", "kind": "news", "language": "en", "label": {"en": "A"}}
    graph = graph_in(a_release_of(a_record(a_milestone(entry)), a_record(source, "source")))
    assert [] == [subject for subject in graph if re.search(r"[<>\"{}|\\^`\s]", subject)]
