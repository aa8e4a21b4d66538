"""A project for Sphinx of pages that have a title and nothing else: what no other page can beat."""

from collections.abc import Iterator
from typing import Final

_CONFIGURATION: Final = b"""project = "empty"
html_theme = "furo"
html_show_sourcelink = False
html_copy_source = False
"""


def empty_project(pages: int) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file of a project with so many empty pages in no navigation."""
    yield "conf.py", _CONFIGURATION
    yield "index.rst", b"Index\n=====\n"
    for number in range(pages):
        # In a navigation they would cost by the square of their number in this theme.
        yield f"pages/{number}.rst", f":orphan:\n\nPage {number}\n{'=' * 12}\n".encode()
