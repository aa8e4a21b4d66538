"""A release is written some records at a time: what comes of it is what the whole would give."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.release.json_members import Members, member
from milepost.release.rdf import jsonld, nquads, turtle
from milepost.release.rdf.namespaces import is_absolute
from milepost.release.rdf.patterns import spellings
from milepost.release.rdf.spelling import spelt
from milepost.release.rdf.triple import Literal, Node, Object, Part, grouped
from milepost.release.spreadsheet import as_spreadsheet, file_of
from milepost.release.tables import TABLES, Table, as_csv
from milepost.release.tables.table import lines
from milepost.writing.aside import sorted_aside
from releases import the_files, the_release

BY_SHARE = [table for table in TABLES if table.by_share]
ODD = ("%s", "%(a)s", "{0}", '"', "\\", "a\nb", "\x7f", "\ue000", "កម្ពុជា", "", "\u2028")


def test_every_record_is_in_one_share_in_the_order_of_the_dataset() -> None:
    release = the_release()
    shares = list(release.shares())
    assert len(shares) > 1
    assert list(release.dataset) == [record for share in shares for record in share.records]
    assert list(release.statements()) == [s for share in shares for s in share.statements]


@pytest.mark.parametrize("table", BY_SHARE, ids=lambda table: table.name)
def test_a_table_that_is_written_by_share_is_the_whole_table(table: Table) -> None:
    release, files = the_release(), the_files()
    assert as_csv(table, release) == files[table.file]
    assert as_spreadsheet(table, release) == files[file_of(table)]


@pytest.mark.parametrize("shares", [[], [[]], [[{"a": 1}], [], [{"b": []}, {"ខ": None}]]])
def test_a_large_object_is_spelt_member_by_member(shares: Sequence[Sequence[Any]]) -> None:
    some = Members("some")
    pieces = [piece for share in shares for piece in some.add(share)]
    spelt_out = b"{\n%b%b}\n" % (member("one", {"a": [1]}), b"".join([*pieces, *some.end()]))
    whole = {"one": {"a": [1]}, "some": [item for share in shares for item in share]}
    assert f"{json.dumps(whole, indent=2, ensure_ascii=False)}\n" == (
        spelt_out.decode().replace(",\n}\n", "\n}\n")
    )


def test_blocks_come_back_in_the_order_of_their_keys() -> None:
    with sorted_aside() as blocks:
        for key in (b"b", b"c", b"a"):
            blocks.add(key, key + b"\n")
        assert b"a\nb\nc\n" == b"".join(blocks.in_order())


def spelt_out(node: Node) -> tuple[str, str, str]:
    """Return a node in N-Quads, Turtle and JSON-LD, object by object."""
    found = [spelt(*part_and_text(value)) for value in node.objects]
    return (
        nquads.block(node.subject, node.predicates, [quad for quad, _, _, _ in found]),
        turtle.block(node.subject, node.predicates, [block for _, block, _, _ in found]),
        jsonld.block(node.subject, node.predicates, found),
    )


def part_and_text(value: Object) -> tuple[Part, str]:
    """Return what an object is but for its IRI or text, and that."""
    if isinstance(value, Literal):
        return (value.language, value.datatype), value.text
    return (None, value) if is_absolute(value) else (value, "")


TEXTS = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"])))
OBJECTS: st.SearchStrategy[Object] = st.one_of(
    st.sampled_from(["urn:x", "urn:y#/%25/ក", "milepost:Stage", "https://data.example/"]),
    st.builds(Literal, TEXTS, st.sampled_from(["", "en", "km"]), st.just("")),
    st.builds(Literal, TEXTS, st.just(""), st.sampled_from(["", "edtf:EDTF", "xsd:date"])),
)
PREDICATES = st.sampled_from(["rdf:type", "rdf:value", "rdfs:label", "urn:z#term-%41", "schema:by"])


@given(st.lists(st.tuples(PREDICATES, OBJECTS), min_size=1, max_size=20, unique=True))
def test_a_node_is_spelt_by_its_shape_as_it_is_object_by_object(
    said: list[tuple[str, Object]],
) -> None:
    # A type is an IRI.
    types = [p == "rdf:type" and not isinstance(o, str) for p, o in said]
    if not any(types):
        (node,) = grouped(("urn:a%s", predicate, value) for predicate, value in said)
        assert [value for _, value in said] == node.objects
        assert spelt_out(node) == tuple(spelling.decode() for spelling in spellings(node))


CELLS = st.text(st.sampled_from(["a", "ក", " ", "|", ",", '"', "\n", "\r", "'", "\\", "\u2028"]))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS)))
def test_rows_are_lines_as_the_writer_of_python_has_them(rows: list[tuple[str, str, str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    assert stream.getvalue() == lines(rows)
