"""Phrases, tables and facts to docutils nodes, so that hand-written pages work in every builder."""

from collections.abc import Iterable, Sequence

from docutils import nodes
from sphinx.addnodes import pending_xref

from milepost.kinds import BY_FOLDER
from milepost.site.page_names import OF_SOURCES, list_of
from milepost.site.phrase import Code, Link, Outside, Part, Phrase, plain
from milepost.site.tables import NOTHING, Fact, Table

_WIDEST = 40


def inline_nodes(phrase: Iterable[Part]) -> list[nodes.Node]:
    """Return the nodes of a phrase; a link becomes a reference that the domain resolves."""
    return [_inline(part) for part in phrase]


def _inline(part: Part) -> nodes.Node:
    if isinstance(part, str):
        return nodes.Text(part)
    if isinstance(part, Code):
        return nodes.literal(part.text, part.text)
    if isinstance(part, Link):
        return _reference(part)
    if isinstance(part, Outside):
        return nodes.reference(part.text, part.text, refuri=part.address)
    return run_node(part.text, part.language)


def run_node(text: str, language: str) -> nodes.Node:
    """Return words as a node that says in which language they are, where that is not English."""
    if language == "en":
        return nodes.Text(text)
    # The writer makes the attribute `lang` of a class of this name.
    return nodes.inline(text, text, classes=[f"language-{language}"])


def _reference(link: Link) -> nodes.Node:
    role, target = role_of(link)
    domain = "std" if role == "doc" else "mp"
    found = pending_xref(
        "", refdomain=domain, reftype=role, reftarget=target, refexplicit=True, refwarn=True
    )
    found["mp-anchor"] = link.anchor
    found += nodes.inline("", "", run_node(link.text, link.language))
    return found


def role_of(link: Link) -> tuple[str, str]:
    """Return the role and the target by which a document names the page of a link."""
    folder, _, name = link.page.partition("/")
    if not name:
        return "doc", f"/{link.page}"
    kind = BY_FOLDER[folder].name
    if link.page == list_of(kind):
        return "list", kind
    if kind == "relationship" and name.endswith(OF_SOURCES):
        return "sources", name.removesuffix(OF_SOURCES)
    if link.anchor.startswith("term-"):
        return "term", f"{name}/{link.anchor.removeprefix('term-')}"
    return kind, name


def table_node(table: Table) -> nodes.Element:
    """Return the node of a table; its label names the region in which a wide one scrolls.

    Of a table without rows there is a sentence.
    """
    if not table.rows:
        return paragraph_node((NOTHING,))
    made: nodes.Element = nodes.table(classes=["mp-table", "colwidths-auto"])
    made["mp-label"] = table.label
    group = nodes.tgroup(cols=len(table.columns))
    group += [nodes.colspec(colwidth=width) for width in widths(table)]
    head = nodes.thead()
    head += _row([(column,) for column in table.columns])
    body = nodes.tbody()
    body += [_row(row) for row in table.rows]
    group += [head, body]
    made += group
    return made


def widths(table: Table) -> list[int]:
    """Return the width of each column in characters, as the text builder lays it out."""
    texts = [table.columns, *(tuple(plain(cell) for cell in row) for row in table.rows)]
    return [min(_WIDEST, max(map(len, column))) for column in zip(*texts, strict=True)]


def _row(cells: Sequence[Phrase]) -> nodes.row:
    row = nodes.row()
    for cell in cells:
        entry = nodes.entry()
        entry += nodes.paragraph("", "", *inline_nodes(cell))
        row += entry
    return row


def facts_node(facts: Iterable[Fact]) -> nodes.definition_list:
    """Return the node of a list of facts."""
    made = nodes.definition_list(classes=["mp-facts-list"])
    for fact in facts:
        meaning = nodes.definition()
        meaning += nodes.paragraph("", "", *inline_nodes(fact.value))
        made += nodes.definition_list_item("", nodes.term(fact.name, fact.name), meaning)
    return made


def list_node(phrases: Iterable[Phrase]) -> nodes.bullet_list:
    """Return the node of a list of phrases."""
    made = nodes.bullet_list()
    for phrase in phrases:
        made += nodes.list_item("", nodes.paragraph("", "", *inline_nodes(phrase)))
    return made


def paragraph_node(phrase: Iterable[Part], *classes: str) -> nodes.paragraph:
    """Return the node of a paragraph."""
    made = nodes.paragraph("", "", *inline_nodes(phrase))
    made["classes"] += classes
    return made


def section_node(name: str, title: str) -> nodes.section:
    """Return the node of a section, by its name and with its title."""
    made = nodes.section(ids=[name], names=[name])
    made += nodes.title(title, title)
    return made


def copied_node(text: str) -> nodes.literal_block:
    """Return the node of a text that readers copy, such as a citation."""
    made = nodes.literal_block(text, text, classes=["mp-cite"])
    made["language"] = "none"
    return made
