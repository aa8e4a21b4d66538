"""`milepost fix`: records into the one canonical form, without a change of meaning."""

import argparse
import unicodedata
from pathlib import Path

from milepost.canonical import encode
from milepost.cli import CLEAN, FOUND
from milepost.kinds import kind_of
from milepost.loading import schemas_of
from milepost.reading.flaw import Flaw
from milepost.reading.strict import parse
from milepost.reading.tree import Folder
from milepost.root import find_root
from milepost.schema.engine import Schemas
from milepost.schema.key_order import ordered
from milepost.writing import write_file


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only these files or folders")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Rewrite what is not canonical, say what was done, and leave alone what cannot be read."""
    root = find_root(options.root)
    schemas = schemas_of(root)
    wanted = [Path(path).resolve() for path in options.paths]
    left = rewritten = 0
    for path, raw in Folder(root).files():
        place = root / path
        if isinstance(raw, Flaw) or not _is_wanted(place, wanted):
            continue
        fixed = _fixed(schemas, path, raw)
        if fixed is None:
            left += 1
            print(f"{path}: left alone, since it cannot be read; `milepost check` says why")
        elif fixed != raw:
            rewritten += 1
            write_file(place, fixed)
            print(f"{path}: rewritten in canonical form")
    print(f"{rewritten} rewritten, {left} left alone")
    return FOUND if left else CLEAN


def _is_wanted(place: Path, wanted: list[Path]) -> bool:
    return not wanted or any(place.is_relative_to(path) for path in wanted)


def _fixed(schemas: Schemas, path: str, raw: bytes) -> bytes | None:
    value, flaws = parse(raw)
    kind = kind_of(path)
    if kind is None or (value is None and flaws):
        return None
    body = ordered(schemas.orders[kind], value)
    fixed = unicodedata.normalize("NFC", encode(body).decode()).encode()
    # Two keys may become one when they are composed, and writing that would lose a value.
    return None if parse(fixed)[0] is None else fixed
