"""The Sphinx domain `mp`: roles for every kind of record, their targets, an index of all."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from milepost.meanwhile import Meanwhile
from milepost.site.keeping import Earlier, Kept
from milepost.site.naming import label, link_to
from milepost.site.nodes_of import run_node
from milepost.site.page_names import PAGED, PLURALS, list_of, page_of, sources_page
from milepost.site.phrase import Link
from milepost.site.searching import Document
from milepost.site.shells import Forms
from milepost.site.site import Site

# A role for each kind of record; a term is written vocabulary/term, a list by its kind, and the
# sources of a relationship by its dyad.
ROLES = (*PAGED, "term", "list", "sources")


class RecordRole(XRefRole):
    """A reference to a record by its identifier; it shows the title unless told another."""

    innernodeclass = nodes.inline


class MilepostDomain(Domain):
    """Records and terms as objects that a document, or another Sphinx project, can refer to."""

    name = "mp"
    label = "Milepost"
    object_types: ClassVar[dict[str, ObjType]] = {role: ObjType(role, role) for role in ROLES}
    roles: ClassVar[dict[str, Any]] = {role: RecordRole(warn_dangling=True) for role in ROLES}
    dangling_warnings: ClassVar[dict[str, str]] = {
        role: f"there is no {role} %(target)r in the dataset" for role in ROLES
    }
    site: Site | None = None

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        # What is written in each document, for the search.
        self.documents = dict[str, Document]()
        # The shells of its record pages.
        self.forms = Forms()
        # The site that this one takes the place of, and what is taken over from it.
        self.earlier = Earlier()
        # What somebody has changed in it since, once all else is laid into the new one.
        self.touched: Callable[[], frozenset[str]] = frozenset
        self.kept: Kept | None = None
        # How to wait until the files that are no pages are written.
        self.beside: Meanwhile[None] = Meanwhile(lambda: None)

    @property
    def loaded(self) -> Site:
        """The site of the build, which is loaded before any document is read."""
        assert self.site is not None  # noqa: S101 -- builder-inited loads it
        return self.site

    def resolve_xref(  # noqa: PLR0913, PLR0917 -- the signature is Sphinx's
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Return a reference to the page of a record or the place of a term; None where none is."""
        link = target_of(the_site(env), typ, target)
        if link is None:
            return None
        if not node.get("refexplicit"):
            contnode = nodes.inline("", "", run_node(link.text, link.language))
        anchor = node.get("mp-anchor") or link.anchor
        return make_refnode(builder, fromdocname, link.page, anchor, contnode)

    def resolve_any_xref(  # noqa: PLR0913, PLR0917 -- the signature is Sphinx's
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return the references that a target without a role may mean."""
        found = []
        for role in ROLES:
            made = self.resolve_xref(env, fromdocname, builder, role, target, node, contnode)
            if made is not None:
                found.append((f"{self.name}:{role}", made))
        return found

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every record and term for objects.inv, so that other projects can link them."""
        site = the_site(self.env)
        for kind in PAGED:
            for record in site.dataset.of(kind).values():
                link = link_to(record)
                yield record.id, link.text, kind, link.page, "", 1
        # Gone, and still linked from elsewhere; a negative priority keeps it out of the search.
        for gone in site.dataset.of("tombstone").values():
            page = page_of(gone.body["kind"], gone.id)
            yield gone.id, gone.id, gone.body["kind"], page, "", -1
        for vocabulary, terms in site.view.terms.items():
            for term in terms:
                made = target_of(site, "term", f"{vocabulary}/{term}")
                if made:
                    yield f"{vocabulary}/{term}", made.text, "term", made.page, made.anchor, 1

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Do nothing: records are read once, before any document."""


def target_of(site: Site, role: str, target: str) -> Link | None:
    """Return the link that a role with a target stands for, or None where nothing has that name."""
    if role == "list":
        return Link(list_of(target), PLURALS[target]) if target in PAGED else None
    if role == "sources":
        record = site.dataset.get("relationship", target)
        return Link(sources_page(target), f"Sources: {label(record).text}") if record else None
    if role != "term":
        record = site.dataset.get(role, target)
        return link_to(record) if record else None
    vocabulary, _, term = target.partition("/")
    known: Any = site.view.terms.get(vocabulary, {}).get(term)
    if not known:
        return None
    page = page_of("vocabulary", vocabulary)
    return Link(page, known["label"]["en"], anchor=f"term-{term}")


def the_site(env: BuildEnvironment) -> Site:
    """Return the site of a build, which is loaded before any document is read."""
    return the_domain(env).loaded


def the_domain(env: BuildEnvironment) -> MilepostDomain:
    """Return the domain of a build."""
    domain = env.domains["mp"]
    assert isinstance(domain, MilepostDomain)  # noqa: S101 -- add_domain put it there
    return domain
