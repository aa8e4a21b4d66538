"""What is to be built, and where: a root, the folder of its site, the day."""

from dataclasses import dataclass
from pathlib import Path

from milepost.provenance.edition import Edition
from milepost.rules.view import View


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the root, the folder of the site, the day (empty for that of the edition).

    `view` is the checked dataset and `edition` the edition where somebody has them already; else
    they are read. Pages of a `live` site load themselves again once they have changed.
    """

    root: Path
    out: Path
    as_of: str = ""
    view: View | None = None
    edition: Edition | None = None
    live: bool = False

    @property
    def docs(self) -> Path:
        """The hand-written documents."""
        return self.root / "docs"

    @property
    def scratch(self) -> Path:
        """Where doctrees lie during a build, and what it leaves for the next."""
        return self.root / "build" / "site" / self.out.name

    @property
    def left(self) -> Path:
        """What the last build into the same folder has left."""
        return self.scratch / "left.jsonl"

    @property
    def replaced(self) -> Path:
        """Where the site before the last lies until the next build has time to remove it."""
        return self.scratch / "replaced"

    @property
    def is_again(self) -> bool:
        """Whether a site that has been built into the same folder is there."""
        return self.left.is_file() and self.out.is_dir()
