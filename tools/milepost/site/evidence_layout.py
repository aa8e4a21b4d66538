"""Who says what as HTML, put together without a template: it is most of the page of a milestone."""

from collections.abc import Iterable

from markupsafe import Markup

from milepost.site.claims import Claim, Group, Line, Row
from milepost.site.escaping import escaped, html_text
from milepost.site.inline import Inline


def evidence_html(groups: Iterable[Group], inline: Inline) -> Markup:
    """Return the HTML of groups of values, each with what every source says of it."""
    return Markup("".join([_group(group, inline) for group in groups]))  # noqa: S704 -- all in it is escaped


def _group(group: Group, inline: Inline) -> str:
    at = f' id="{escaped(group.line.anchor)}"{_data(group.line)}' if group.line else ""
    rows = "".join([_row(row, inline) for row in group.rows])
    heading = inline.html(group.heading)
    return f'<section class="mp-group">\n<h3{at}>{heading}</h3>\n{rows}</section>\n'


def _row(row: Row, inline: Inline) -> str:
    kind = "mp-row mp-disputed" if row.is_disputed else "mp-row"
    lines = "".join([_line(line, inline) for line in row.lines])
    remarks = [f'<p class="mp-quiet">{inline.html(remark)}</p>\n' for remark in row.remarks]
    # What a claim says is spelt out where it is not the one value that is published there.
    published = row.lines[0].text if len(row.lines) == 1 else None
    claims = "".join([_claim(claim, published, inline) for claim in row.claims])
    return (
        f'<div class="{kind}">\n<div class="mp-lines">\n{lines}{"".join(remarks)}</div>\n'
        f'<ul class="mp-claims">\n{claims}</ul>\n</div>\n'
    )


def _line(line: Line, inline: Inline) -> str:
    return (
        f'<p class="mp-line" id="{escaped(line.anchor)}"{_data(line)}>'
        f'<span class="mp-field">{escaped(line.name)}</span>'
        f' <span class="mp-value">{inline.html(line.value)}</span></p>\n'
    )


def _data(line: Line) -> str:
    return f' data-address="{escaped(line.address)}" data-value="{escaped(line.text)}"'


def _claim(claim: Claim, published: str | None, inline: Inline) -> str:
    said = ""
    if published not in {None, claim.value}:
        said = f'<span class="mp-says">{inline.html(claim.says)}</span> '
    place = f", {escaped(claim.place)}" if claim.place else ""
    derived = f"; derived by {inline.html(claim.derived)}" if claim.derived else ""
    note = f". Note: {html_text(claim.note)}" if claim.note else ""
    return (
        f'<li class="mp-claim mp-{claim.standing}" data-entry="{escaped(claim.entry)}"'
        f' data-source="{escaped(claim.source)}" data-value="{escaped(claim.value)}">\n'
        f'<span class="mp-standing">{claim.stands}</span>\n{said}'
        f'<span class="mp-by">{inline.html(claim.by)}{place}</span>\n'
        f'<span class="mp-quiet">{claim.read}{derived}{note}</span>\n</li>\n'
    )
