"""The form as a node of a document: HTML for the web, one sentence for every other builder."""

from typing import NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from milepost.site.domain import the_site
from milepost.site.nodes_of import paragraph_node
from milepost.site.proposing.layout import GROUPS, Group
from milepost.site.proposing.questions import Question, questions
from milepost.site.rendering import template
from milepost.site.repository import Repository
from milepost.site.site import Site

FOLDER = "_static/proposing"
DATA = f"{FOLDER}/data.js"
# In the order in which they run: each uses those before it.
SCRIPTS = (
    DATA,
    *(f"{FOLDER}/{name}.js" for name in ("schema", "identifier", "records", "findings", "form")),
)


class Part(NamedTuple):
    """A group with its questions."""

    group: Group
    questions: tuple[Question, ...]


class proposal_form(nodes.General, nodes.Element):  # type: ignore[misc] # noqa: N801 -- docutils has no types, and names nodes in lower case
    """The form; it has to know the page that it stands on, since it links scripts."""


class ProposalForm(SphinxDirective):
    """The form for a new milestone; its argument is the document for those without scripts."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the form, or a sentence where the builder writes no web pages."""
        if self.env.app.builder.format != "html":
            return [paragraph_node(("The form works on the web page alone.",))]
        return [proposal_form(otherwise=self.arguments[0])]


def visit(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the form with the addresses of its scripts, relative to the page."""
    builder = translator.builder
    page = builder.get_target_uri(builder.current_docname)
    scripts = [relative_uri(page, script) for script in SCRIPTS]
    otherwise = relative_uri(page, builder.get_target_uri(node["otherwise"]))
    translator.body.append(form_html(the_site(builder.env), scripts, otherwise))
    raise nodes.SkipNode


def form_html(site: Site, scripts: list[str], otherwise: str) -> str:
    """Return the HTML of the form."""
    parts = [Part(group, questions(site, group)) for group in GROUPS]
    lists = sorted({q.known for part in parts for q in part.questions if q.known} | {("source",)})
    return template("proposal.html").render(
        parts=parts,
        lists=lists,
        scripts=scripts,
        otherwise=otherwise,
        can_open=bool(Repository.of(site).address),
    )
