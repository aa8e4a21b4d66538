"""`milepost fix`: the one spelling of records and safe repairs, without a change of meaning."""

import argparse
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path

from milepost.check import check
from milepost.cli import CLEAN, FOUND
from milepost.errors import RootNotFoundError
from milepost.evidence.verification import verified
from milepost.kinds import kind_of
from milepost.loading import schemas_of
from milepost.reading.flaw import Flaw
from milepost.reading.texts import texts_in
from milepost.reading.tree import Folder
from milepost.repair.passages import Move, moves
from milepost.repair.records import File, planned, repaired
from milepost.repair.spelling import Respelt, readable
from milepost.root import find_root
from milepost.schema.engine import Schemas
from milepost.writing.files import write_file


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only these files or folders")
    parser.add_argument(
        "--texts", metavar="DIR", help="texts of sources, to find passages again that have moved"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Repair what can be repaired, say what was done, and leave alone what cannot be read."""
    root = find_root(options.root)
    schemas = schemas_of(root)
    places = [_place(path) for path in options.paths]
    found = dict(Folder(root).files())
    wanted = {path for path in found if _is_wanted(root / path, places)}
    files = list(_readable(found))
    plan = planned(files, wanted, _moves(root, schemas, options.texts), secrets.choice)
    results = {file.path: repaired(schemas, plan, file) for file in files}
    rewritten = [path for path, result in results.items() if result and result.done]
    for path in rewritten:
        _rewrite(root, path, results[path])
    left = [path for path in found if path in wanted and results.get(path) is None]
    for path in left:
        print(f"{path}: left alone, since {_reason(path, found[path])}")
    print(f"{len(rewritten)} rewritten, {len(left)} left alone")
    return FOUND if left else CLEAN


def _readable(found: Mapping[str, bytes | Flaw]) -> Iterator[File]:
    for path, raw in found.items():
        if isinstance(raw, bytes) and kind_of(path) is not None:
            value = readable(raw)
            if value is not None:
                yield File(path, raw, value)


def _rewrite(root: Path, path: str, result: Respelt | None) -> None:
    if result:
        write_file(root / path, result.content)
        print(f"{path}: {', '.join(result.done)}")


def _place(path: str) -> Path:
    place = Path(path).resolve()
    if not place.exists():
        message = f"there is no {path}"
        raise RootNotFoundError(message)
    return place


def _is_wanted(file: Path, places: list[Path]) -> bool:
    return not places or any(file.is_relative_to(place) for place in places)


def _reason(path: str, raw: bytes | Flaw) -> str:
    if isinstance(raw, Flaw):
        return raw.message
    if kind_of(path) is None:
        return "this is not the place of any record"
    return "it cannot be read; `milepost check` says why"


def _moves(root: Path, schemas: Schemas, texts: str | None) -> list[Move]:
    if texts is None:
        return []
    dataset = check(Folder(root), schemas).dataset
    return moves(verified(dataset, texts_in(Path(texts))))
