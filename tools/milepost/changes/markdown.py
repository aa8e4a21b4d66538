"""Changes as JSON to a page in Markdown, as CHANGES.md and the description of a release show it."""

import re
from collections.abc import Iterator

from milepost.changes.telling import Changes, Code, Line, introduction, sections
from milepost.release.markdown import escaped


def as_markdown(changes: Changes) -> str:
    """Return the page: what is compared, then a section for each sort of change."""
    return "\n".join(_lines(changes)) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    yield "# Changes"
    for sentence in introduction(changes):
        yield f"\n{escaped(sentence)}"
    for heading, lines in sections(changes):
        yield f"\n## {heading}\n"
        for line, below in lines:
            yield f"- {_inline(line)}"
            yield from (f"  - {_inline(inner)}" for inner in below)


def _inline(line: Line) -> str:
    return "".join(_code(part) if isinstance(part, Code) else _plain(part) for part in line)


def _code(part: Code) -> str:
    """Return a span of code; a text with a backtick is written as words, which it cannot end."""
    return _plain(part.text) if "`" in part.text else f"`{' '.join(part.text.split())}`"


def _plain(text: str) -> str:
    return escaped(re.sub(r"\s+", " ", text))
