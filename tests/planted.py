"""Planted mistakes: files of the small dataset as a beginner would spoil them, and what is said.

Each file of mistakes/ is a family of them in TOML. A mistake names the `file` that it is in and how
it came about: `change` replaces one text by another, `text` the whole file; `copy` and `move` leave
or take the file to another place; `encoding` is the one it is saved in; `remove` deletes it. What
stands in `given` was there before, by path; files of the repository that changed `besides` are
named alone. `output` is every finding, as `milepost check` prints
it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from golden import files
from milepost.loading import checked_tree, schemas_of
from milepost.model import Finding
from milepost.reading.tree import Memory
from milepost.rules.history import Earlier

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests/mistakes"
SCHEMAS = schemas_of(ROOT)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One planted mistake: its family, and what the family's file says of it."""

    family: str
    told: Mapping[str, Any]

    @property
    def title(self) -> str:
        """What the mistake is, in a few words."""
        return str(self.told["title"])

    @property
    def output(self) -> str:
        """The findings as they must be printed."""
        return str(self.told["output"])

    def before(self) -> dict[str, bytes]:
        """Return the files without the mistake."""
        given = self.told.get("given", {})
        return files() | {path: text.encode() for path, text in given.items()}

    def after(self) -> dict[str, bytes]:
        """Return the files with the mistake."""
        spoilt, path = self.before(), str(self.told["file"])
        to = str(self.told.get("copy") or self.told.get("move") or path)
        content = self._content(spoilt.get(path, b"").decode())
        if "move" in self.told or "remove" in self.told:
            del spoilt[path]
        return spoilt if "remove" in self.told else {**spoilt, to: content}

    def _content(self, text: str) -> bytes:
        text = str(self.told.get("text", text))
        for old, new in self.told.get("change", ()):
            assert 1 == text.count(old), f"{self.title}: {old} stands {text.count(old)} times"
            text = text.replace(old, new)
        return text.encode(self.told.get("encoding", "utf-8"))

    def findings(self) -> tuple[Finding, ...]:
        """Return what a check of the files with the mistake finds, held against those without."""
        before, after = self.before(), self.after()
        ledgers = {p: raw for p, raw in before.items() if p.startswith("dataset/releases/")}
        changed = {p for p in before.keys() | after if before.get(p) != after.get(p)}
        earlier = Earlier(ledgers, frozenset(changed | set(self.told.get("besides", ()))))
        return checked_tree(ROOT, Memory(after), SCHEMAS, earlier=earlier).findings


MISTAKES = [
    Mistake(path.stem, told)
    for path in sorted(FOLDER.glob("*.toml"))
    for told in tomllib.loads(path.read_text("utf-8"))["mistake"]
]
