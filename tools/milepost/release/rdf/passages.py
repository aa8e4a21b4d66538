"""Passages as triples: where in a source the claims of an entry stand, and never its words."""

from collections.abc import Iterator
from typing import Final

from milepost.identifiers import entry_id
from milepost.model import Body, Record
from milepost.release.rdf.names import Names, part
from milepost.release.rdf.triple import PLAIN, Node, Part
from milepost.release.tables.statements import place_in_words

_NUMBER: Final = ("", "xsd:nonNegativeInteger")
_SELECTOR: Final = (
    ("rdf:type", "oa:start", "oa:end", "oa:refinedBy"),
    ("oa:TextPositionSelector", _NUMBER, _NUMBER, None),
)
_DIGEST: Final = (
    ("rdf:type", "schema:sha256", "milepost:textProfile"),
    ("milepost:DigestSelector", PLAIN, PLAIN),
)


def passages(record: Record, names: Names) -> Iterator[Node]:
    """Yield each entry of a record: the passage of a source in terms of the Web Annotation."""
    subject = names.record(record.kind, record.id)
    for entry in record.body.get("evidence", ()):
        this = part(subject, "evidence", entry_id(entry))
        yield _passage(this, entry, names)
        if "span" in entry["locator"]:
            yield from _selector(f"{this}/locator/span", entry["locator"]["span"])
        if "speaker" in entry:
            yield _speaker(f"{this}/speaker", entry["speaker"], names)


def _passage(this: str, entry: Body, names: Names) -> Node:
    predicates: tuple[str, ...] = ("rdf:type", "oa:hasSource", "milepost:read")
    parts: tuple[Part, ...] = ("oa:SpecificResource", None, PLAIN)
    values = [this, names.record("source", entry["source"]), entry["read"]]
    for language, text in entry.get("note", {}).items():
        predicates += ("skos:editorialNote",)
        parts += ((language, ""),)
        values.append(text)
    if words := place_in_words(entry["locator"]):
        predicates += ("milepost:locator",)
        parts += (PLAIN,)
        values.append(words)
    if "span" in entry["locator"]:
        predicates += ("oa:hasSelector",)
        parts += (None,)
        values.append(f"{this}/locator/span")
    return Node(predicates, parts, values)


def _selector(this: str, span: Body) -> Iterator[Node]:
    """Yield the place in code points, refined by the hash that the text there must have."""
    digest = f"{this}/sha256"
    end = span["start"] + span["length"]
    yield Node(*_SELECTOR, [this, str(span["start"]), str(end), digest])
    yield Node(*_DIGEST, [digest, span["sha256"], span["profile"]])


def _speaker(this: str, speaker: Body, names: Names) -> Node:
    predicates: tuple[str, ...] = ("rdf:type", "prov:agent")
    parts: tuple[Part, ...] = ("prov:Attribution", None)
    values = [this, names.actor(speaker["who"])]
    if "office" in speaker:
        predicates += ("milepost:office",)
        parts += (None,)
        values.append(names.term("office", speaker["office"]))
    if "for" in speaker:
        predicates += ("milepost:onBehalfOf",)
        parts += (None,)
        values.append(names.record("party", speaker["for"]))
    return Node(predicates, parts, values)
