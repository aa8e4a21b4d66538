"""The release as an RO-Crate, version 1.2, which research repositories read."""

from typing import Any

from milepost.release.metadata.files import File
from milepost.release.metadata.filled import filled
from milepost.release.metadata.subject import Subject

FILE = "ro-crate-metadata.json"
HOLDS = "The release as an RO-Crate: what each file is, for research repositories"
_ROOT = "./"
_CREATOR = "#creator"
_VERSION = "https://w3id.org/ro/crate/1.2"


def ro_crate(subject: Subject) -> dict[str, Any]:
    """Return the crate (https://www.researchobject.org/ro-crate/specification/1.2/)."""
    descriptor = {
        "@id": FILE,
        "@type": "CreativeWork",
        "about": {"@id": _ROOT},
        "conformsTo": {"@id": _VERSION},
    }
    creator = {"@id": _CREATOR, "@type": "Organization", "name": subject.work.creator}
    licence = {
        "@id": subject.licence_address,
        "@type": "CreativeWork",
        "name": subject.work.licence,
    }
    files = [_file(file) for file in subject.files]
    return {
        "@context": f"{_VERSION}/context",
        "@graph": [descriptor, _root(subject), creator, licence, *files],
    }


def _root(subject: Subject) -> dict[str, Any]:
    work, edition = subject.work, subject.edition
    members = {
        "@id": _ROOT,
        "@type": "Dataset",
        "name": work.title,
        "description": subject.description,
        "datePublished": edition.day,
        "creativeWorkStatus": "Published" if edition.is_final else "Draft",
        "license": {"@id": subject.licence_address},
        "creator": {"@id": _CREATOR},
        "version": work.version,
        "identifier": list(subject.identifiers),
        "keywords": list(subject.keywords),
        "url": work.url,
        "hasPart": [{"@id": file.name} for file in subject.files],
    }
    return filled(members)


def _file(file: File) -> dict[str, Any]:
    members = {
        "@id": file.name,
        "@type": "File",
        "name": file.name,
        "description": file.holds,
        "encodingFormat": file.media_type,
        "contentSize": "" if file.size is None else str(file.size),
        "sha256": file.sha256,
    }
    return filled(members)
