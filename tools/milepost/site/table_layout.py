"""Tables and lists of facts as HTML, put together without a template: pages are full of them."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from milepost.site.escaping import escaped
from milepost.site.inline import Inline
from milepost.site.tables import NOTHING, Fact, Table


def table_html(table: Table, inline: Inline) -> Markup:
    """Return the HTML of a table, in a region that scrolls by keyboard where it is too wide.

    Of a table without rows there is a sentence.
    """
    if not table.rows:
        return Markup(f"<p>{NOTHING}</p>")  # noqa: S704 -- it is our own
    rows = "".join(
        [f"<tr><td>{'</td><td>'.join(row)}</td></tr>\n" for row in inline.rows(table.rows)]
    )
    return Markup(  # noqa: S704 -- all in it is escaped
        '<div class="table-wrapper mp-scroll" role="region" tabindex="0"'
        f' aria-label="{escaped(table.label)}">\n<table class="docutils mp-table">\n'
        f"<thead><tr>{_columns(table.columns)}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>"
    )


def tables_html(tables: Iterable[Table], inline: Inline) -> Markup:
    """Return the HTML of tables, each under its name; those without rows are left out."""
    parts = [
        f"<h2>{escaped(table.label)}</h2>\n{table_html(table, inline)}\n"
        for table in tables
        if table.rows
    ]
    return Markup("".join(parts))  # noqa: S704 -- all in it is escaped


@lru_cache(maxsize=256)
def _columns(columns: tuple[str, ...]) -> str:
    return "".join([f'<th scope="col">{escaped(column)}</th>' for column in columns])


def facts_html(facts: Iterable[Fact], inline: Inline) -> Markup:
    """Return the HTML of a list of facts."""
    lines = [
        f"<div><dt>{escaped(fact.name)}</dt><dd>{inline.html(fact.value)}</dd></div>\n"
        for fact in facts
    ]
    return Markup(f'<dl class="mp-facts">\n{"".join(lines)}</dl>')  # noqa: S704 -- as above
