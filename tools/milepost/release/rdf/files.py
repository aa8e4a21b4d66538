"""The files of the graph: three spellings of it, and the shapes that it has."""

from collections.abc import Iterable
from itertools import starmap
from typing import Final, NamedTuple

from milepost.release.rdf import jsonld, turtle
from milepost.release.rdf.graph import about, graph_of
from milepost.release.rdf.patterns import spellings
from milepost.release.rdf.shapes import shapes
from milepost.release.rdf.triple import Node, grouped
from milepost.release.release import Release
from milepost.release.share import Files, Share, joined
from milepost.writing.aside import Sorted, sorted_aside

JSONLD, NQUADS, TURTLE, SHAPES = (
    *("rdf/milepost.jsonld", "rdf/milepost.nq", "rdf/milepost.ttl", "rdf/shapes.ttl"),
)
FILES = (
    (JSONLD, "Everything as linked data in JSON-LD: PROV-O, SKOS, Web Annotation"),
    (NQUADS, "The same in N-Quads, one triple a line, sorted"),
    (TURTLE, "The same in Turtle"),
    (SHAPES, "What the graph holds, in SHACL, for a check of it or of an addition to it"),
)
_BETWEEN: Final = jsonld.BETWEEN.encode()


def graph_files(release: Release, shares: Iterable[Share]) -> Files:
    """Yield the pieces of each file: of the head, of each share of records, and of the end.

    N-Quads are sorted by subject, and so are put aside until all are known.
    """
    graph = graph_of(release)
    with sorted_aside() as lines:
        head = _blocks([[node] for node in about(release, graph)], lines)
        yield [
            (JSONLD, jsonld.HEAD.encode() + _BETWEEN.join(head.jsonld)),
            (TURTLE, turtle.HEAD.encode() + b"".join(head.turtle)),
        ]
        for share in shares:
            found = _blocks(starmap(graph.of, share.by_record()), lines)
            jsonlds = b"".join([_BETWEEN + node for node in found.jsonld])
            yield [(JSONLD, jsonlds), (TURTLE, b"".join(found.turtle))]
        yield [(JSONLD, jsonld.FOOT.encode()), (SHAPES, _shapes())]
        yield ((NQUADS, piece) for piece in lines.in_order())


class _Blocks(NamedTuple):
    """The blocks of nodes, in the order in which they came."""

    jsonld: list[bytes]
    turtle: list[bytes]


def _blocks(records: Iterable[Iterable[Node]], aside: Sorted) -> _Blocks:
    """Return nodes in JSON-LD and in Turtle, and put the lines of each record aside."""
    jsonlds, turtles = list[bytes](), list[bytes]()
    for nodes in records:
        found = list[bytes]()
        for node in nodes:
            lines, block, in_jsonld = spellings(node)
            found.append(lines)
            turtles.append(block)
            jsonlds.append(in_jsonld)
        if found:
            # The lines of a subject begin with it, and no other begins with them (see nquads).
            found.sort()
            aside.add(found[0].partition(b" ")[0], b"".join(found))
    return _Blocks(jsonlds, turtles)


def _shapes() -> bytes:
    """Return the shapes in Turtle."""
    blocks = [spellings(node).turtle for node in grouped(shapes())]
    return turtle.HEAD.encode() + b"".join(blocks)


def rdf_files(release: Release) -> dict[str, bytes]:
    """Return each file whole, in the order of FILES."""
    return joined(graph_files(release, release.shares()), (name for name, _ in FILES))
