"""A folder to the view of its records, on trust: for work that goes unless a check is clean."""

from pathlib import Path

import orjson

from milepost.intake import no_records, record_of
from milepost.kinds import kind_of
from milepost.loading import schemas_of
from milepost.model import Dataset
from milepost.reading.flaw import Flaw
from milepost.reading.tree import Folder
from milepost.rules.view import View


def trusted(root: Path) -> View:
    """Return the view of a root in which a check finds no error: the same as that of the check.

    Of any other root it is nothing to rely on, and whatever is wrong there may be raised.
    """
    records = no_records()
    for path, content in Folder(root).files():
        kind = kind_of(path)
        if kind and not isinstance(content, Flaw):
            record = record_of(kind, path, orjson.loads(content))
            records[kind][record.id] = record
    return View(Dataset(records), schemas_of(root))
