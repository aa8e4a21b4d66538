"""A citation as CSL-JSON, which citation processors and reference managers read."""

import json
from typing import Any

from milepost.release.citation.work import Work


def as_csl(work: Work) -> str:
    """Return a list of one item of the type dataset (CSL 1.0.2)."""
    return json.dumps([_item(work)], indent=2, ensure_ascii=False) + "\n"


def _item(work: Work) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": work.name,
        "type": "dataset",
        "author": [{"literal": work.creator}],
        "issued": {"date-parts": [[work.year]]},
        "title": work.part or work.title,
        "container-title": work.title if work.part else "",
        "number": work.identifier,
        "version": work.version,
        "DOI": work.doi,
        "URL": work.url,
        "note": f"Licence {work.licence}{f'. {work.swhid}' if work.swhid else ''}",
    }
    return {name: value for name, value in fields.items() if value}
