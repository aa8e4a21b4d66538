"""What Zenodo takes over when it archives the repository, which then passes over CITATION.cff."""

from html import escape
from typing import Any

from milepost.derive.labels import text_in
from milepost.model import Body
from milepost.provenance.edition import Edition
from milepost.release.metadata.filled import filled

FILE = ".zenodo.json"
HOLDS = "What Zenodo takes over when it archives the dataset; it says the same as CITATION.cff"


def zenodo(meta: Body, edition: Edition | None = None, swhid: str = "") -> dict[str, Any]:
    """Return the metadata of a deposit (https://developers.zenodo.org/#representation).

    Without an edition it is the file in the root, which speaks of the version to come, as the
    CITATION.cff in the root does. The description is HTML there.
    """
    members = {
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
    return filled(members)
