"""The files of the graph: three spellings of it, and the shapes that it has."""

from collections.abc import Iterator

from milepost.release.rdf.graph import graph_of
from milepost.release.rdf.jsonld import as_jsonld
from milepost.release.rdf.nquads import as_nquads
from milepost.release.rdf.shapes import shapes
from milepost.release.rdf.triple import grouped
from milepost.release.rdf.turtle import as_turtle
from milepost.release.release import Release

FILES = (
    ("rdf/milepost.jsonld", "Everything as linked data in JSON-LD: PROV-O, SKOS, Web Annotation"),
    ("rdf/milepost.nq", "The same in N-Quads, one triple a line, sorted"),
    ("rdf/milepost.ttl", "The same in Turtle"),
    ("rdf/shapes.ttl", "What the graph holds, in SHACL, for a check of it or of an addition to it"),
)


def rdf_files(release: Release) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its bytes, in the order of FILES."""
    graph = graph_of(release)
    written = (as_jsonld(graph), as_nquads(graph), as_turtle(graph), as_turtle(grouped(shapes())))
    yield from ((name, content) for (name, _), content in zip(FILES, written, strict=True))
