"""Directives for pages about the whole dataset: its disputes, its anniversaries, its versions."""

from docutils import nodes

from milepost.site.all_disputes import all_disputes, counted
from milepost.site.anniversary_tables import Period, anniversary_periods
from milepost.site.directive import SiteDirective
from milepost.site.dispute_sections import dispute_sections
from milepost.site.downloads import versions_table
from milepost.site.lately import lately
from milepost.site.nodes_of import list_node, paragraph_node, section_node, table_node
from milepost.site.terms_table import terms_tables


class Disputes(SiteDirective):
    """Every dispute of the dataset, counted and then told."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a table and two sections; other documents refer to the parts by their names."""
        gathered = all_disputes(self.site)
        sections = dispute_sections(gathered)
        for part in (part for section in sections for part in section.findall(nodes.section)):
            self.state.document.note_explicit_target(part)
        return [table_node(counted(gathered)), *sections]


class Anniversaries(SiteDirective):
    """The anniversaries of the year of the site's day, and of the year after."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a section for each period: a table of the round ones, and one of the others."""
        return [_period(period) for period in anniversary_periods(self.site)]


def _period(period: Period) -> nodes.section:
    section = section_node(period.name, period.title)
    for name, title, table in (
        ("round", "Round anniversaries", period.celebrated),
        ("other", "Other anniversaries", period.others),
    ):
        part = section_node(f"{name}-{period.name}", title)
        part += table_node(table) if table.rows else paragraph_node(("None.",))
        section += part
    return section


class Lately(SiteDirective):
    """What changed since the version before, and the latest milestones of it."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a sentence and a list."""
        told = lately(self.site)
        milestones = [list_node(told.milestones)] if told.milestones else []
        return [paragraph_node(told.lead), *milestones]


class Versions(SiteDirective):
    """The published versions, the newest first."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return a table, or a sentence as long as nothing was published."""
        table = versions_table(self.site)
        if not table.rows:
            return [paragraph_node(("No version has been published yet.",))]
        return [table_node(table)]


class Terms(SiteDirective):
    """The terms of a vocabulary, with their meanings."""

    def run(self) -> list[nodes.Node]:
        """Return a table, or several with a heading each."""
        tables = terms_tables(self.site, self.known("vocabulary").id)
        if len(tables) == 1:
            return [table_node(tables[0])]
        return [
            node
            for table in tables
            for node in (nodes.rubric("", table.label, **{"heading-level": 3}), table_node(table))
        ]
