"""Disputes as nodes of a document: a section for the open ones, and one for the settled.

Who says what in a settled one stands on the page of its record alone: all of them together would
make a page too heavy to be opened at once.
"""

from docutils import nodes

from milepost.site.all_disputes import Gathered, Told
from milepost.site.disputes import Settled
from milepost.site.naming import link_to
from milepost.site.nodes_of import inline_nodes, paragraph_node, section_node
from milepost.site.phrase import Part, plain
from milepost.site.wording import headline_phrase

# Under the section of a relationship; kept out of the contents, which would be too long to read.
_LEVEL = 4


def dispute_sections(gathered: tuple[Gathered, ...]) -> list[nodes.section]:
    """Return the sections, without one that would be empty."""
    still = [_relationship("open", one, one.open) for one in gathered if one.open]
    settled = [_relationship("settled", one, one.settled) for one in gathered if one.settled]
    made = []
    for name, title, parts in (
        ("open", "Open disputes", still),
        ("settled", "Settled disputes", settled),
    ):
        section = section_node(name, title)
        section += parts
        made += [section] if parts else []
    return made


def _relationship(prefix: str, gathered: Gathered, told: tuple[Told, ...]) -> nodes.section:
    section = section_node(f"{prefix}-{gathered.anchor}", plain(gathered.name))
    section += [_dispute(one) for one in told]
    return section


def _dispute(told: Told) -> nodes.container:
    dispute = told.dispute
    link = link_to(told.record, f"dispute-{dispute.anchor}")
    heading = nodes.rubric("", "", *inline_nodes((link, ": ", *dispute.what)))
    heading["heading-level"] = _LEVEL
    box = nodes.container(classes=["mp-dispute", *(["mp-open"] if dispute.is_open else [])])
    box += [heading, *_dated(told)]
    box += [paragraph_node(("Published here: ", *dispute.published))]
    box += [_positions(told)] if dispute.is_open else []
    box += [node for settled in dispute.settled for node in _settled(settled)]
    return box


def _dated(told: Told) -> list[nodes.paragraph]:
    if told.record.kind != "milestone":
        return []
    return [paragraph_node(("Headline date: ", *headline_phrase(told.record)), "mp-quiet")]


def _positions(told: Told) -> nodes.definition_list:
    made = nodes.definition_list()
    for position in told.dispute.positions:
        term = nodes.term("", "", *inline_nodes(position.value), nodes.Text(" "))
        term += nodes.inline("", position.stands, classes=["mp-mark"])
        meaning = nodes.definition()
        meaning += [paragraph_node(by) for by in position.by]
        made += nodes.definition_list_item("", term, meaning)
    return made


def _settled(settled: Settled) -> list[nodes.paragraph]:
    rule: tuple[Part, ...] = (*settled.heading, ": ", settled.rule, ".")
    first = nodes.paragraph("", "", nodes.strong("", "", *inline_nodes(rule)), nodes.Text(" "))
    first += inline_nodes(settled.outcome)
    signed = nodes.inline("", "", nodes.Text("("), *inline_nodes(settled.signed), nodes.Text(")"))
    signed["classes"].append("mp-quiet")
    second = nodes.paragraph("", "", *inline_nodes((settled.rationale, " ")), signed)
    return [first, second]
