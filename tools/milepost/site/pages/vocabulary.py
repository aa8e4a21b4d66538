"""The page of a vocabulary: every term with its definition, its place among others and its uses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.site.addressing import TRACKS
from milepost.site.citing import Cited, cited
from milepost.site.naming import Title, link_to, term_link, titles
from milepost.site.page import Page, Section, record_page
from milepost.site.page_names import PAGED
from milepost.site.phrase import Code, Link, Phrase, Text, listed, text_of
from milepost.site.site import Site
from milepost.site.tables import Fact

# More uses than this are counted and not listed.
_SHOWN = 6
# Lists of terms that a term holds: the heading, and the vocabulary where it is another one.
_LISTS = {
    "broader": ("Broader", ""),
    "stages": ("Stages", "stage"),
    "headline": ("Stage that gives the headline date", "stage"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a term in a language, and whether a speaker has reviewed it."""

    text: str
    language: str
    unreviewed: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A term as its vocabulary's page shows it."""

    id: str
    anchor: str
    label: str
    labels: tuple[Label, ...]
    definition: Text | None
    scope_note: Text | None
    facts: tuple[Fact, ...]
    since: str
    uses: tuple[Link, ...]
    more_uses: int


@dataclass(frozen=True, slots=True)
class VocabularyPage:
    """All that the page of a vocabulary shows."""

    id: str
    titles: tuple[Title, ...]
    definition: Text
    note: str
    terms: tuple[Term, ...]
    cited: Cited


def vocabulary_page(site: Site, record: Record) -> Page:
    """Return the page of a vocabulary."""
    values = vocabulary_values(site, record)
    sections = (*(Section(t.anchor, t.label) for t in values.terms), Section("cite", "How to cite"))
    definition = values.definition.text
    return record_page(record, "vocabulary.html", {"vocabulary": values}, sections, definition)


def vocabulary_values(site: Site, record: Record) -> VocabularyPage:
    """Return what the page of a vocabulary shows."""
    return VocabularyPage(
        record.id,
        titles(record.body),
        text_of(record.body["definition"]),
        text_in(record.body.get("note", {})),
        tuple(_term(site, record.id, term) for term in record.body["terms"]),
        cited(site, record),
    )


def _term(site: Site, vocabulary: str, term: Mapping[str, Any]) -> Term:
    unreviewed = term.get("unreviewed", ())
    uses = [r for r in site.uses.get((vocabulary, term["id"]), []) if r.kind in PAGED]
    return Term(
        term["id"],
        f"term-{term['id']}",
        text_in(term["label"]),
        tuple(
            Label(text, tag, tag in unreviewed)
            for tag, text in term["label"].items()
            if tag != "en"
        ),
        text_of(term["definition"]) if "definition" in term else None,
        text_of(term["scope_note"]) if "scope_note" in term else None,
        tuple(_facts(site, vocabulary, term)),
        term.get("since", ""),
        tuple(link_to(record) for record in uses[:_SHOWN]),
        max(0, len(uses) - _SHOWN),
    )


def _facts(site: Site, vocabulary: str, term: Mapping[str, Any]) -> Iterator[Fact]:
    for name, (heading, other) in _LISTS.items():
        if name in term:
            yield Fact(heading, _terms(site, other or vocabulary, term[name]))
    if "track" in term:
        yield Fact("Track", (TRACKS[term["track"]],))
    if "inverse" in term:
        yield Fact("Read from the other side", (text_of(term["inverse"]),))
    if "inputs" in term:
        yield Fact("Inputs", listed([(Code(name),) for name in term["inputs"]]))
    if "examples" in term:
        yield Fact("Examples", listed([(text,) for text in term["examples"]], "; ", "; "))
    yield from _standing(site, vocabulary, term)


def _standing(site: Site, vocabulary: str, term: Mapping[str, Any]) -> Iterator[Fact]:
    for mapping in term.get("mappings", ()):
        what = f"{mapping['scheme']}: {mapping['code']} ({mapping['relation']})"
        yield Fact("In other schemes", (what,))
    if term.get("abstract"):
        yield Fact("Use", ("only to group others; records use the narrower terms",))
    if "replaced_by" in term:
        yield Fact("Replaced by", (term_link(site, vocabulary, term["replaced_by"]),))


def _terms(site: Site, vocabulary: str, names: list[str]) -> Phrase:
    return listed([(term_link(site, vocabulary, name),) for name in names])
