"""Edits of files to edits of a site: the path of a changed file in, the site that shows it out."""

from pathlib import Path
from typing import Any

from milepost.check import breaches
from milepost.kinds import kind_of
from milepost.model import Record
from milepost.reading.strict import parse
from milepost.reading.tree import Folder
from milepost.rules.catalogue import BY_ID
from milepost.site.site import Site


def edit_of(site: Site, root: Path, path: str) -> tuple[Record, Record] | None:
    """Return a record as the site has it and as its file, relative to the root, has it now.

    None where no site can be made of it by itself: the file is new or gone, holds no record, or
    holds one that is wrong.
    """
    kind = kind_of(path)
    if kind is None:
        return None
    try:
        value, flaws = parse(Folder(root).read(path))
    except OSError:
        return None
    if flaws or not site.view.schemas.is_valid(kind, value):
        return None
    return _sound_edit(site, kind, path, value)


def _sound_edit(site: Site, kind: str, path: str, body: Any) -> tuple[Record, Record] | None:
    old = site.dataset.get(kind, str(body.get("id") or body.get("version") or kind))
    if old is None or old.path != path:
        return None
    new = Record(kind, old.id, path, body)
    site.view.forget(old)
    wrong = any(BY_ID[rule].severity == "error" for rule, _, _ in breaches(new, site.view))
    site.view.forget(new)
    return None if wrong else (old, new)
