"""What Zenodo takes over when it archives the repository, which then passes over CITATION.cff."""

from html import escape
from typing import Any

from milepost.canonical import encode
from milepost.derive.labels import text_in
from milepost.model import Body
from milepost.provenance.edition import Edition


def as_zenodo(meta: Body, edition: Edition | None = None, swhid: str = "") -> bytes:
    """Return the metadata of a deposit (https://developers.zenodo.org/#representation).

    Without an edition it is the file in the root, which speaks of the version to come, as the
    CITATION.cff in the root does. The description is HTML there.
    """
    members: dict[str, Any] = {
        "upload_type": "dataset",
        "title": text_in(meta["title"]),
        "description": escape(text_in(meta["description"]), quote=False),
        "creators": [{"name": text_in(meta["creator"])}],
        "access_right": "open",
        "license": meta["licence"],
        "version": edition.version if edition else meta["version"],
        "publication_date": edition.day if edition and edition.is_final else "",
        "doi": edition.doi if edition else "",
        "keywords": list(meta.get("keywords", ())),
        "notes": f"{swhid} names the content of the folder dataset/." if swhid else "",
    }
    return encode({name: value for name, value in members.items() if value})
