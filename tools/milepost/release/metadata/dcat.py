"""The release in DCAT 3 as JSON-LD, the W3C's vocabulary for catalogues of data."""

from typing import Any

from milepost.derive.labels import label_of
from milepost.model import Record
from milepost.release.metadata.files import File
from milepost.release.metadata.filled import filled
from milepost.release.metadata.subject import Subject

FILE = "dcat.jsonld"
HOLDS = "The release in DCAT 3 (W3C), for catalogues of data"
_TYPED = {
    "accessURL": "dcat:accessURL",
    "checksumAlgorithm": "spdx:algorithm",
    "conformsTo": "dcterms:conformsTo",
    "downloadURL": "dcat:downloadURL",
    "landingPage": "dcat:landingPage",
    "licence": "dcterms:license",
    "mediaType": "dcat:mediaType",
}
_DATED = {
    "endDate": ("dcat:endDate", "xsd:date"),
    "issued": ("dcterms:issued", "xsd:date"),
    "modified": ("dcterms:modified", "xsd:date"),
    "startDate": ("dcat:startDate", "xsd:date"),
    "byteSize": ("dcat:byteSize", "xsd:nonNegativeInteger"),
    "checksumValue": ("spdx:checksumValue", "xsd:hexBinary"),
}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: {"@id": term, "@type": "@id"} for name, term in _TYPED.items()},
    **{name: {"@id": term, "@type": datatype} for name, (term, datatype) in _DATED.items()},
}
_IANA = "https://www.iana.org/assignments/media-types/"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"


def dcat(subject: Subject) -> dict[str, Any]:
    """Return the dataset (https://www.w3.org/TR/vocab-dcat-3/); files are relative to it."""
    work, edition = subject.work, subject.edition
    members = {
        "@context": _CONTEXT,
        "@id": "./",
        "@type": "dcat:Dataset",
        "dcterms:title": _english(work.title),
        "dcterms:description": _english(subject.description),
        "dcterms:creator": {"@type": "foaf:Organization", "foaf:name": work.creator},
        "dcterms:identifier": list(subject.identifiers),
        "dcat:version": work.version,
        "modified": edition.day,
        "issued": edition.day if edition.is_final else "",
        "licence": subject.licence_address,
        "dcat:keyword": [_english(word) for word in subject.keywords],
        "landingPage": work.url,
        "dcterms:temporal": _period(*subject.period),
        "dcterms:spatial": [_place(party) for party in subject.parties],
        "dcat:distribution": [_distribution(file, subject) for file in subject.data],
    }
    return filled(members)


def _english(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "en"}


def _period(start: str, end: str) -> dict[str, Any]:
    bounds = filled({"startDate": start, "endDate": end})
    return {"@type": "dcterms:PeriodOfTime", **bounds} if bounds else {}


def _place(party: Record) -> dict[str, Any]:
    return {"@type": "dcterms:Location", "rdfs:label": _english(label_of(party))}


def _distribution(file: File, subject: Subject) -> dict[str, Any]:
    checksum = {
        "@type": "spdx:Checksum",
        "checksumAlgorithm": _SHA256,
        "checksumValue": file.sha256,
    }
    members = {
        "@type": "dcat:Distribution",
        "dcterms:title": _english(file.name),
        "dcterms:description": _english(file.holds),
        "accessURL": file.name,
        "downloadURL": file.name,
        "mediaType": f"{_IANA}{file.media_type}",
        "licence": subject.licence_address,
        "byteSize": "" if file.size is None else str(file.size),
        "spdx:checksum": checksum if file.sha256 else {},
    }
    return filled(members)
