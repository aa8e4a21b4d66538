"""Notes of disagreement that a page accounts for: a JSON file beside the page, as a list."""

import json
from pathlib import Path


def notes_in(path: Path) -> list[dict[str, str]]:
    """Return the notes: lead, note, account, milestone, pointer and reason, each a text."""
    return [dict(note) for note in json.loads(path.read_text("utf-8"))]
