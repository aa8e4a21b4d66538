"""The marks of a timeline as HTML, put together without a template: one for each milestone."""

from collections.abc import Iterable

from markupsafe import Markup

from milepost.site.figures.timeline import Mark


def marks_html(marks: Iterable[Mark]) -> Markup:
    """Return the marks: a dot or a span, and a diamond where sources differ."""
    return Markup("".join([f"<a>{_place(mark)}{_dispute(mark)}</a>\n" for mark in marks]))  # noqa: S704 -- all in it are numbers


def _place(mark: Mark) -> str:
    if mark.disputes and not mark.width:
        return ""
    kind = "mp-span" if mark.width else "mp-dot"
    return f'<path class="{kind}" d="M{mark.x} {mark.y}h{mark.width}"/>'


def _dispute(mark: Mark) -> str:
    if not mark.disputes:
        return ""
    kind = "mp-unsettled" if mark.open else "mp-settled"
    return f'<path class="{kind}" d="M{mark.middle} {mark.y - 5}l5 5-5 5-5-5z"/>'
