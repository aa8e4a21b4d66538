"""What a page does without: what it does not use of the theme, and comments in our own files."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from milepost.reading.stamps import content_of
from milepost.site.rendering import STATIC
from milepost.writing.folders import fill

# The colours of code, for pages that show none.
_CODE = "pygments.css"
# What the theme brings for extensions of which the site has none.
_EXTENSIONS = "furo-extensions.css"
# What marks the words that were searched for, and what that rests on; records are short enough.
_HIGHLIGHT = ("sphinx_highlight.js", "doctools.js", "documentation_options.js")

# Comments that have lines of their own, in the scripts and in the style sheet.
_COMMENTS: Final = {
    ".js": re.compile(rb"^ *//.*\n", re.MULTILINE),
    ".css": re.compile(rb"^ */\*.*?\*/\n", re.MULTILINE | re.DOTALL),
}


def lighten(_app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """Leave out of a page what it does not use; a reader on a slow line waits for each of them."""
    unused = (
        (_EXTENSIONS,) if 'class="highlight' in context.get("body", "") else (_EXTENSIONS, _CODE)
    )
    context["css_files"] = _without(context["css_files"], unused)
    if "/" in page:
        context["script_files"] = _without(context["script_files"], _HIGHLIGHT)


def _without(files: list[Any], names: tuple[str, ...]) -> list[Any]:
    return [file for file in files if not str(getattr(file, "filename", file)).endswith(names)]


def write_static(_app: Sphinx, builder: Builder) -> None:
    """Write our own scripts, styles and pictures, without comments, which are a sixth of them.

    They are there before the first page, since pages name each by a hash of what it holds.
    """
    if isinstance(builder, StandaloneHTMLBuilder):
        fill(Path(builder.outdir, "_static"), _static())


def _static() -> Iterator[tuple[str, bytes]]:
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            content = content_of(path)
            comments = _COMMENTS.get(path.suffix)
            name = path.relative_to(STATIC).as_posix()
            yield name, comments.sub(b"", content) if comments else content
