"""Changes as JSON to lines for a terminal."""

from collections.abc import Iterator

from milepost.changes.telling import Changes, Code, Line, introduction, sections
from milepost.reports.visible import visible


def as_text(changes: Changes) -> str:
    """Return the lines; what would command a terminal is shown and has no effect."""
    return "\n".join(_lines(changes)) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    yield from map(visible, introduction(changes))
    for heading, lines in sections(changes):
        yield f"\n{heading}"
        for line, below in lines:
            yield f"  {_plain(line)}"
            yield from (f"    {_plain(inner)}" for inner in below)


def _plain(line: Line) -> str:
    return visible("".join(part.text if isinstance(part, Code) else part for part in line))
