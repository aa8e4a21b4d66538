"""Directives for hand-written pages: parts of the dataset as docutils nodes, for every builder."""

from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from milepost.reading.measures import measures_in
from milepost.reading.notes import notes_in
from milepost.rules.registry import Rule
from milepost.site.codebook import Property, description_of, properties
from milepost.site.dataset_directives import Anniversaries, Disputes, Lately, Terms, Versions
from milepost.site.directive import SiteDirective
from milepost.site.downloads import files_table
from milepost.site.home import counts
from milepost.site.measures import measure_table, measured_when
from milepost.site.nodes_of import (
    inline_nodes,
    paragraph_node,
    section_node,
    table_node,
)
from milepost.site.numbers import notes_table, numbers_table
from milepost.site.phrase import Code
from milepost.site.proposing.form import ProposalForm
from milepost.site.relationship import overview
from milepost.site.relationship_directives import DIRECTIVES as _OF_RELATIONSHIPS
from milepost.site.rule_catalogue import FAMILIES, families, name_of


class Overview(SiteDirective):
    """All relationships with their present status."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a table."""
        return [table_node(overview(self.site))]


class Counts(SiteDirective):
    """How many records of each kind there are."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a paragraph."""
        return [paragraph_node(counts(self.site))]


class Codebook(SiteDirective):
    """The properties of a kind of record."""

    def run(self) -> list[nodes.Node]:
        """Return what the kind is, and a list of its properties."""
        name = self.arguments[0]
        documents = self.site.view.schemas.documents
        if name not in documents:
            raise self.error(f"there is no schema of {name!r}; there are {', '.join(documents)}")
        made = nodes.definition_list(classes=["mp-codebook"])
        made += [_property(prop) for prop in properties(self.site, name)]
        return [paragraph_node((description_of(self.site, name),)), made]


def _property(prop: Property) -> nodes.definition_list_item:
    term = nodes.term("", "", nodes.literal(prop.path, prop.path), nodes.Text(f" {prop.title}"))
    if prop.required:
        term += [nodes.Text(" "), nodes.inline("", "required", classes=["mp-mark"])]
    form = [*inline_nodes(prop.form)]
    if prop.example:
        form += [nodes.Text("; such as "), *inline_nodes((Code(prop.example),))]
    meaning = nodes.definition()
    meaning += nodes.paragraph(prop.description, prop.description)
    meaning += nodes.paragraph("", "", *form, classes=["mp-quiet"])
    return nodes.definition_list_item("", term, meaning)


class RuleCatalogue(SphinxDirective):
    """All rules, one section a family."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each family of rules."""
        return [self._family(code, rules) for code, rules in families().items()]

    def _family(self, code: str, rules: Iterable[Rule]) -> nodes.section:
        title = FAMILIES.get(code, code)
        section = section_node(f"rules-{code.lower()}", title)
        made = nodes.definition_list(classes=["mp-rules"])
        made += [_rule(rule) for rule in rules]
        section += made
        return section


def _rule(rule: Rule) -> nodes.definition_list_item:
    term = nodes.term("", "", nodes.literal(rule.id, rule.id), nodes.Text(f" {name_of(rule)}"))
    term["ids"] = [rule.id.lower()]
    if rule.severity == "warning":
        term += [nodes.Text(" "), nodes.inline("", "warning", classes=["mp-mark"])]
    meaning = nodes.definition()
    meaning += paragraph_node((rule.truth,))
    meaning += _told("Why:", rule.reason)
    meaning += _told("To put it right:", rule.mend)
    return nodes.definition_list_item("", term, meaning)


def _told(heading: str, text: str) -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.emphasis(heading, heading), nodes.Text(f" {text}"))


class Files(SiteDirective):
    """The files of a release."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a table."""
        return [table_node(files_table())]


class NumbersOfTheRecord(SiteDirective):
    """How much is recorded of each relationship, and how sure it is."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a table."""
        return [table_node(numbers_table(self.site))]


class Notes(SiteDirective):
    """The notes of disagreement in a JSON file beside the page, with what each has become."""

    def run(self) -> list[nodes.Node]:
        """Return a table; the page depends on the file."""
        _, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(path)
        return [table_node(notes_table(self.site, notes_in(Path(path))))]


class Measures(SiteDirective):
    """What `make bench` measured last: a JSON file beside the page, and the name of a measure."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        """Return when and where it was measured and a table; the page depends on the file."""
        _, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(path)
        measure = measures_in(Path(path)).get(self.arguments[1])
        if measure is None:
            return [paragraph_node(("Not measured yet.",))]
        table = table_node(measure_table(self.arguments[1], measure))
        return [paragraph_node(measured_when(measure)), table]


DIRECTIVES = {
    **_OF_RELATIONSHIPS,
    "milepost-terms": Terms,
    "milepost-form": ProposalForm,
    "milepost-disputes": Disputes,
    "milepost-anniversaries": Anniversaries,
    "milepost-lately": Lately,
    "milepost-versions": Versions,
    "milepost-measures": Measures,
    "milepost-numbers": NumbersOfTheRecord,
    "milepost-notes": Notes,
    "milepost-files": Files,
    "milepost-overview": Overview,
    "milepost-counts": Counts,
    "milepost-codebook": Codebook,
    "milepost-rules": RuleCatalogue,
}
