"""The metadata that a DOI is registered with, in the JSON of DataCite, version 4.6."""

from typing import Any

from milepost.derive.labels import label_of
from milepost.release.metadata.filled import filled
from milepost.release.metadata.subject import Subject

FILE = "datacite.json"
HOLDS = "What a DOI is registered with at DataCite; it names a DOI only if one was reserved"
_SPDX = "https://spdx.org/licenses/"


def datacite(subject: Subject) -> dict[str, Any]:
    """Return the attributes of the DOI (https://datacite-metadata-schema.readthedocs.io/en/4.6/).

    Without a DOI it is what one would be registered with: the publisher is the creator until the
    registrar puts its own name there.
    """
    work = subject.work
    members = {
        "doi": work.doi,
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Dataset"},
        "creators": [{"name": work.creator, "nameType": "Organizational"}],
        "titles": [{"title": work.title, "lang": "en"}],
        "publisher": {"name": work.creator},
        "publicationYear": str(work.year),
        "version": work.version,
        "language": "en",
        "descriptions": [
            {"description": subject.description, "descriptionType": "Abstract", "lang": "en"}
        ],
        "subjects": [{"subject": keyword, "lang": "en"} for keyword in subject.keywords],
        "dates": _dates(subject),
        "geoLocations": [{"geoLocationPlace": label_of(party)} for party in subject.parties],
        "formats": sorted({file.media_type for file in subject.data}),
        "rightsList": [
            {
                "rightsIdentifier": work.licence,
                "rightsIdentifierScheme": "SPDX",
                "rightsUri": subject.licence_address,
                "schemeUri": _SPDX,
            }
        ],
        "alternateIdentifiers": [
            {"alternateIdentifier": work.swhid, "alternateIdentifierType": "SWHID"}
        ],
        "url": work.url,
    }
    return filled(members)


def _dates(subject: Subject) -> list[dict[str, str]]:
    """Return the dates; Coverage, the time that data is about, is new in version 4.6."""
    kind = "Issued" if subject.edition.is_final else "Created"
    dates = [{"date": subject.edition.day, "dateType": kind}]
    covered = {"date": subject.interval, "dateType": "Coverage"}
    return [*dates, covered] if subject.interval else dates
