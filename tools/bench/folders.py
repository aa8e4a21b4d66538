"""Generated folders in build/bench, made once a size and anew when their maker changes."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from bench.generator.folder import dataset_files
from bench.generator.originals import originals
from milepost.loading import schemas_of
from milepost.reading.tree import Folder
from milepost.schema.engine import Schemas
from milepost.writing.files import write_file
from milepost.writing.folders import replace_folder

SEED: Final = 1953
_STAMP: Final = "made-from"


@dataclass(frozen=True, slots=True)
class Generated:
    """A generated folder: where it is, how many milestones it has and how many files."""

    root: Path
    milestones: int
    files: int

    def paths(self, kind_folder: str = "") -> list[Path]:
        """Return the record files of the folder of a kind, or of all kinds, in order."""
        return sorted((self.root / "dataset" / kind_folder).rglob("*.json"))

    def contents(self, kind_folder: str = "") -> Iterator[bytes]:
        """Yield the bytes of the record files of the folder of a kind, or of all kinds."""
        return (path.read_bytes() for path in self.paths(kind_folder))


def generated(root: Path, milestones: int) -> Generated:
    """Return the generated folder with so many milestones, made now where it is not there yet."""
    folder = root / "build" / "bench" / f"{milestones}-milestones"
    stamp = folder.with_suffix(f".{_STAMP}")
    schemas = schemas_of(root)
    origin = _origin(root, schemas)
    if not stamp.exists() or stamp.read_text("ascii") != origin:
        replace_folder(folder, dataset_files(milestones, SEED, Folder(root), schemas))
        shutil.copytree(root / "schema", folder / "schema")
        write_file(stamp, origin.encode())
    files = sum(1 for _ in (folder / "dataset").rglob("*.json"))
    return Generated(folder, milestones, files)


def _origin(root: Path, schemas: Schemas) -> str:
    """Return a hash of the generator, of the schemas and of the records that it copies."""
    digest = sha256()
    for path in sorted((Path(__file__).parent / "generator").glob("*.py")):
        digest.update(path.read_bytes())
    for path in sorted((root / "schema" / "v1").glob("*.json")):
        digest.update(path.read_bytes())
    for _, content in originals(Folder(root), schemas):
        digest.update(content)
    return digest.hexdigest()
