"""What the bundle says of changes, held against its schema before anything is made of it."""

import json
from typing import Any

from milepost.addresses import address
from milepost.release.release import Release
from milepost.schema.engine import Schemas, with_schema

_NAME = "changes"


def hold_changes(changes: Any, schemas: Schemas, release: Release) -> None:
    """Raise ValueError where the changes of a bundle do not follow the schema of changes.

    What changed cannot be made again without the version before, so its form is all there is.
    """
    document = json.loads(release.schemas[f"{_NAME}.schema.json"])
    document.pop("$id", None)
    held = with_schema(schemas, _NAME, document)
    wrong = next(held.errors(_NAME, changes), None)
    if wrong:
        where = address(map(str, wrong.at))
        message = f"its changes do not follow {_NAME}.schema.json: {where or '/'} ({wrong.keyword})"
        raise ValueError(message)
