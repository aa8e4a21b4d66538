"""What a person names to a side of a comparison: a root, a release, or a git revision of a root."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from milepost.changes.side import Columns, Side, columns_from
from milepost.collection import no_collection
from milepost.errors import GitSilentError, NotComparableError
from milepost.intake import Intake
from milepost.provenance.git import archived
from milepost.reading.ledgers import ledger_at
from milepost.reading.release_files import release_files
from milepost.reading.schema_files import (
    ENCLOSED,
    schema_document,
    schema_documents,
    schema_folder,
)
from milepost.reading.tree import Folder, Link, Memory, Tree
from milepost.release.bundle import FILE, tables
from milepost.root import MARK
from milepost.rules.view import View
from milepost.schema.engine import compiled
from milepost.verification.bundled import tree_of

_SCHEMA = re.compile(r"schema/v1/([a-z]+)\.schema\.json")
Documents = Mapping[str, Any]


def side_of(root: Path, named: str) -> Side:
    """Return the side that a person names: what is at a path goes before a git revision of a root.

    NotComparableError where it is none of these, or holds what is no record.
    """
    path = Path(named)
    if (path / MARK).is_file():
        return side_of_root(path.resolve(), named)
    if path.exists():
        return side_of_release(root, path, named)
    try:
        return side_of_revision(root, named)
    except GitSilentError as silent:
        message = f"{named!r} is no root, no release and no git revision here ({silent})"
        raise NotComparableError(message) from silent


def side_of_root(root: Path, name: str = "") -> Side:
    """Return the side of the files of a root, with the tables that this program makes."""
    folder = schema_folder(root)
    documents = {schema: schema_document(folder, schema) for schema in ENCLOSED}
    return _side(root, name, Folder(root), documents, columns_from(tables()))


def side_of_release(root: Path, path: Path, name: str) -> Side:
    """Return the side of a release; nothing that its files say is believed before it is checked."""
    files = release_files(path)
    content = _json(files.get(FILE, b""), f"{name}: {FILE}")
    try:
        tree, faults = tree_of(content)
        columns = columns_from(content["tables"])
    except (KeyError, TypeError, AttributeError) as amiss:
        message = f"{name} is no release of this dataset: {amiss!r} is missing in {FILE}, or amiss"
        raise NotComparableError(message) from amiss
    if faults:
        message = f"{name} is not as it was published: {faults[0].message}; try `milepost verify`"
        raise NotComparableError(message)
    return _side(root, name, tree, _documents(files), columns)


def side_of_revision(root: Path, revision: str) -> Side:
    """Return the side of a git revision of a root; GitSilentError where git has no such revision.

    Its tables are told by its ledger, if a later commit recorded one.
    """
    folders = [name for name in ("dataset", "schema") if (root / name).is_dir()]
    found = archived(root, revision, folders)
    files = {path: raw for path, raw in found.items() if not isinstance(raw, Link)}
    kept = {path: raw for path, raw in found.items() if path.startswith("dataset/")}
    return _side(root, revision, Memory(kept), _documents(files), _recorded(root, revision))


def _recorded(root: Path, tag: str) -> Columns | None:
    """Return the columns that the ledger of a tagged version tells; None where there is none."""
    ledger = ledger_at(root, tag.removeprefix("v"))
    return columns_from(ledger["tables"]) if "tables" in ledger else None


def _documents(files: Mapping[str, bytes]) -> Documents:
    named = ((_SCHEMA.fullmatch(path), raw) for path, raw in files.items())
    found = {match[1]: _json(raw, match[0]) for match, raw in named if match}
    return {name: document for name, document in found.items() if name in ENCLOSED}


def _json(raw: bytes, what: str) -> Any:
    try:
        return json.loads(raw)
    except ValueError as broken:
        raise NotComparableError(f"{what} cannot be read: {broken}") from broken


def _side(root: Path, name: str, tree: Tree, documents: Documents, columns: Columns | None) -> Side:
    """Return the side of a tree of files, each held against the schemas of its own time.

    Kinds that its time did not know yet are as they are now, since it has no records of them.
    """
    own = {n: {k: v for k, v in d.items() if k != "$id"} for n, d in documents.items()}
    try:
        view = _view(name, tree, {**schema_documents(schema_folder(root)), **own})
    except (KeyError, TypeError) as amiss:
        message = f"the schemas of {name} cannot be read: {amiss!r} is missing or amiss"
        raise NotComparableError(message) from amiss
    if not view.dataset.of("dataset"):
        raise NotComparableError(f"{name} holds no {MARK.as_posix()}")
    return Side(name, view.dataset.version, view, own, columns)


def _view(name: str, tree: Tree, documents: Documents) -> View:
    intake = Intake(compiled(documents))
    with no_collection():
        unread = [path for path, content in tree.files() if intake.take(path, content) is None]
    if unread:
        message = (
            f"{name or 'the root'} holds {len(unread)} files that are no sound records, "
            f"{unread[0]} first; `milepost check` says what is wrong with each"
        )
        raise NotComparableError(message)
    return intake.view
