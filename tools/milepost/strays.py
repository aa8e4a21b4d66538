"""Files that are not where their kind belongs: what they seem to be, and where they should go."""

import re
from typing import Final

from milepost.kinds import BY_FOLDER, BY_NAME
from milepost.reading.flaw import Flaw
from milepost.suggestions import did_you_mean

RULE: Final = "FIL-001"
_ENDING: Final = ".json"
_OTHER_ENDINGS: Final = re.compile(r"\.json([a-z0-9]|\.txt)?$", re.IGNORECASE)
_SCHEMA: Final = re.compile(rb'"\$schema": *"(?:\.\./)*schema/v1/([a-z]+)\.schema\.json"')
_DYAD: Final = re.compile(rb'"relationships": *\[\s*"([a-z]{3}-[a-z]{3})"')


def declared_kind(content: bytes) -> str | None:
    """Return the kind whose schema a file names, or None where it names none that there is."""
    found = _SCHEMA.search(content)
    name = found[1].decode() if found else ""
    return name if name in BY_NAME else None


def stray(path: str, content: bytes) -> Flaw:
    """Return the flaw of a file that is in the place of no record."""
    name = path.rpartition("/")[2]
    if name.startswith("."):
        return _flaw("a program left this file here; it is no record", "delete it")
    if not name.endswith(_ENDING):
        return _flaw(
            f"the name of a record ends in {_ENDING}, and this one does not", _ending(path)
        )
    return _flaw("this is not the place of any record", _place(path, content))


def misplaced(kind: str, declared: str, content: bytes) -> Flaw:
    """Return the flaw of a record of one kind that is in the place of another."""
    message = f"a {kind} belongs here, and the file names the schema of a {declared}"
    return _flaw(message, f"move it to {_folder(declared, content)}, or mend its $schema")


def _flaw(message: str, hint: str) -> Flaw:
    return Flaw(RULE, 1, 1, message, hint)


def _ending(path: str) -> str:
    bare = _OTHER_ENDINGS.sub("", path)
    if bare == path:
        return "move it out of dataset/"
    return f"if it is a record, rename it to {bare}{_ENDING}"


def _place(path: str, content: bytes) -> str:
    parts = path.split("/")
    declared = declared_kind(content)
    near = BY_FOLDER.get(did_you_mean(parts[1], BY_FOLDER))
    kind = declared or (near.name if near and len(parts) > 2 else "")  # noqa: PLR2004 -- dataset/<folder>/<file>
    where = _folder(kind, content) if kind else "the folder of its kind"
    return f"move it to {where}, or out of dataset/"


def _folder(kind: str, content: bytes) -> str:
    """Return the folder in which a file of a kind belongs, in words where it is not known."""
    whole = BY_NAME[kind]
    if whole.file:
        return f"dataset/{whole.file}"
    dyad = _DYAD.search(content)
    inner = f"{dyad[1].decode() if dyad else '<dyad>'}/" if whole.nested else ""
    return f"dataset/{whole.folder}/{inner}"
