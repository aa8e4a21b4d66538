"""The namespaces of the graph: those of standards, and one for what no standard has a word for."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from milepost.release.uuids import uuid_of

# The same in every release and every fork, with or without an address, so that queries last.
OWN: Final = f"urn:uuid:{uuid_of('terms', 'milepost')}"
PREFIXES: Final[Mapping[str, str]] = {
    "milepost": f"{OWN}#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wikibase": "http://wikiba.se/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ABSOLUTE: Final = ("urn:", "http:", "https:")


def is_absolute(iri: str) -> bool:
    """Return whether an IRI is written in full and not as prefix:name."""
    return iri.startswith(ABSOLUTE)


@cache
def expanded(name: str) -> str:
    """Return the IRI that prefix:name stands for, in angle brackets."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"
