"""What a page does without: style sheets and scripts of the theme that nothing on it uses."""

from typing import Any

from sphinx.application import Sphinx

# The colours of code, for pages that show none.
_CODE = "pygments.css"
# What the theme brings for extensions of which the site has none.
_EXTENSIONS = "furo-extensions.css"
# What marks the words that were searched for, and what that rests on; records are short enough.
_HIGHLIGHT = ("sphinx_highlight.js", "doctools.js", "documentation_options.js")


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
