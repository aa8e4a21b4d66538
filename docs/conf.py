"""Configuration of the reference site."""

from pathlib import Path

ROOT = Path(__file__).parents[1]

project = "Milepost"
author = "The Milepost editors"
copyright = "the Milepost editors, CC BY 4.0"
language = "en"

extensions = [
    "myst_parser",
    "notfound.extension",
    "milepost.site",
]
primary_domain = "mp"
nitpicky = True
exclude_patterns = ["decisions.md"]
milepost_root = str(ROOT)

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
# A page of plain words: nothing is turned into typographic marks behind the author's back.
smartquotes = False

html_theme = "furo"
html_title = "Milepost"
html_show_sourcelink = False
html_copy_source = False
html_last_updated_fmt = None
html_show_sphinx = False
html_permalinks_icon = "#"
html_use_index = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "milepost-sidebar.html",
        "sidebar/scroll-end.html",
    ]
}
pygments_style = "default"
pygments_dark_style = "native"
notfound_urls_prefix = "/"
notfound_context = {
    "title": "Page not found",
    "body": (
        "<h1>Page not found</h1>"
        "<p>Nothing lies at this address. A record keeps its own for ever: where it was moved or "
        "withdrawn, the page there says what became of it.</p>"
        "<p>The search in the menu finds names, words and identifiers in any language, and the "
        "menu lists everything by its kind.</p>"
    ),
}
