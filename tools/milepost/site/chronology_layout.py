"""The rows of a chronology as HTML, put together without a template: there are many of them."""

from markupsafe import Markup

from milepost.site.chronology_table import Chronology
from milepost.site.escaping import escaped
from milepost.site.inline import Inline


def chronology_html(chronology: Chronology, inline: Inline) -> Markup:
    """Return the rows, each with the topics and the years that it is found by."""
    lines = [
        f'<tr data-topic="{escaped(" ".join(row.topics))}" data-years="{escaped(row.years)}">'
        f"<td>{'</td><td>'.join(cells)}</td></tr>\n"
        for row, cells in zip(chronology.rows, inline.rows(chronology.table.rows), strict=True)
    ]
    return Markup("".join(lines))  # noqa: S704 -- all in it is escaped
