"""The release as a Dataset of schema.org in JSON-LD, which search engines for data read."""

from typing import Any

from milepost.derive.labels import label_of
from milepost.model import Record
from milepost.release.metadata.files import File
from milepost.release.metadata.filled import filled
from milepost.release.metadata.subject import Subject
from milepost.release.tables.panel import TABLES as PANEL

FILE = "dataset.jsonld"
HOLDS = "The dataset in the words of schema.org, for search engines"
# Whole, so that no reader has to fetch a context.
_CONTEXT = {"@vocab": "https://schema.org/"}


def schema_org(subject: Subject) -> dict[str, Any]:
    """Return the dataset; https://schema.org/Dataset says what each property means.

    Addresses of files are relative to it. What the panel counts are the variables measured.
    """
    members = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        **dataset_of(subject),
        "temporalCoverage": subject.interval,
        "spatialCoverage": [_country(party) for party in subject.parties],
        "variableMeasured": _variables(),
        "distribution": [_download(file) for file in subject.data],
    }
    return filled(members)


def dataset_of(subject: Subject) -> dict[str, Any]:
    """Return what schema.org, and what builds on it, says of a dataset besides its files."""
    work, edition = subject.work, subject.edition
    members = {
        "name": work.title,
        "alternateName": subject.name,
        "description": subject.description,
        "creator": creator_of(subject),
        "license": subject.licence_address,
        "keywords": list(subject.keywords),
        "version": work.version,
        "creativeWorkStatus": "Published" if edition.is_final else "Draft",
        "dateModified": edition.day,
        "datePublished": edition.day if edition.is_final else "",
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "identifier": list(subject.identifiers),
        "url": work.url,
    }
    return filled(members)


def creator_of(subject: Subject) -> dict[str, str]:
    """Return the body that is cited as the author."""
    return {"@type": "Organization", "name": subject.work.creator}


def _country(party: Record) -> dict[str, Any]:
    codes = party.body.get("codes", {})
    wikidata = codes.get("wikidata")
    members = {
        "@type": "Country",
        "name": label_of(party),
        "identifier": codes.get("iso_alpha_3", party.id),
        "sameAs": f"http://www.wikidata.org/entity/{wikidata}" if wikidata else "",
    }
    return filled(members)


def _variables() -> list[dict[str, str]]:
    described = {c.name: c.description for table in PANEL for c in table.columns}
    return [
        {"@type": "PropertyValue", "name": name, "description": description}
        for name, description in described.items()
    ]


def _download(file: File) -> dict[str, Any]:
    members = {
        "@type": "DataDownload",
        "name": file.name,
        "description": file.holds,
        "encodingFormat": file.media_type,
        "contentUrl": file.name,
        "contentSize": "" if file.size is None else f"{file.size} B",
        "sha256": file.sha256,
    }
    return filled(members)
