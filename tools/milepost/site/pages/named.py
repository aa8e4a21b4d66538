"""The pages of people, organizations, places, parties and occasions: names, facts, appearances."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from milepost.derive.labels import text_in
from milepost.model import Body, Record
from milepost.site.citing import Cited, cited
from milepost.site.claims import Group, groups
from milepost.site.disputes import Dispute, disputes, notice
from milepost.site.mentions import mentions
from milepost.site.naming import Title, record_link, term_link, titles
from milepost.site.page import Page, Section, record_page
from milepost.site.page_names import SINGULARS
from milepost.site.phrase import Code, Part, Phrase, Text, listed
from milepost.site.site import Site
from milepost.site.tables import Fact, Table
from milepost.site.wording import date_phrase, list_name, period

_CODES = {
    "iso_alpha_2": "ISO 3166-1 alpha-2",
    "iso_alpha_3": "ISO 3166-1 alpha-3",
    "iso_numeric": "ISO 3166-1 numeric",
    "wikidata": "Wikidata",
}


class NamedPage(NamedTuple):
    """All that the page of somebody or something with a name shows."""

    id: str
    kind: str
    titles: tuple[Title, ...]
    facts: tuple[Fact, ...]
    note: str
    notice: Phrase
    mentions: Table
    disputes: tuple[Dispute, ...]
    groups: tuple[Group, ...]
    cited: Cited


def named_page(site: Site, record: Record) -> Page:
    """Return the page of a person, an organization, a place, a party or an occasion."""
    values = named_values(site, record)
    return record_page(record, "named.html", {"named": values}, tuple(_sections(values)))


def named_values(site: Site, record: Record) -> NamedPage:
    """Return what such a page shows."""
    found = disputes(site, record)
    return NamedPage(
        record.id,
        SINGULARS[record.kind],
        titles(record.body),
        tuple(facts_of(site, record)),
        text_in(record.body.get("note", {})),
        notice(found),
        mentions(site, record),
        found,
        groups(site, record),
        cited(site, record),
    )


def facts_of(site: Site, record: Record) -> Iterator[Fact]:
    """Yield other spellings and what is known of somebody or something; nothing of other kinds."""
    yield from _variants(site, record.body)
    if record.kind in _FACTS:
        yield from _FACTS[record.kind](site, record.body)


def _sections(page: NamedPage) -> Iterator[Section]:
    if page.facts:
        yield Section("about", "About")
    yield Section("mentions", "Appears in")
    if page.disputes:
        yield Section("disputes", "Disputes")
    if page.groups:
        yield Section("who-says-what", "Who says what")
    yield Section("cite", "How to cite")


def _variants(site: Site, body: Body) -> Iterator[Fact]:
    for variant in body.get("variants", ()):
        where: tuple[Part, ...] = ()
        if "source" in variant:
            where = (", seen in ", record_link(site, "source", variant["source"]))
        yield Fact("Also written", (Text(variant["text"], variant["language"]), *where))


def _codes(body: Body) -> Iterator[Fact]:
    for name, code in body.get("codes", {}).items():
        yield Fact(_CODES.get(name, name), (Code(code),))


def _person(site: Site, body: Body) -> Iterator[Fact]:
    if "party" in body:
        yield Fact("Of", (record_link(site, "party", body["party"]),))
    for held in body.get("affiliations", ()):
        where: tuple[Part, ...] = ()
        if "organization" in held:
            kind = "organization"
            if not site.dataset.get(kind, held["organization"]):
                kind = "party"
            where = (", ", record_link(site, kind, held["organization"]))
        when = period(held.get("from", ""), held.get("to", ""))
        office = term_link(site, "office", held["office"])
        yield Fact("Office", (office, *where, *((", ", *when) if when else ())))
    yield from _codes(body)


def _organization(site: Site, body: Body) -> Iterator[Fact]:
    if "party" in body:
        yield Fact("Of", (record_link(site, "party", body["party"]),))
    if "place" in body:
        yield Fact("Place", (record_link(site, "place", body["place"]),))
    yield from _codes(body)


def _place(site: Site, body: Body) -> Iterator[Fact]:
    if "within" in body:
        kind = "place" if site.dataset.get("place", body["within"]) else "party"
        yield Fact("Within", (record_link(site, kind, body["within"]),))
    if "point" in body:
        point = body["point"]
        where = (f"{point['latitude']}, {point['longitude']}",)
        source: tuple[Part, ...] = ()
        if "source" in point:
            source = (", from ", record_link(site, "source", point["source"]))
        yield Fact("Latitude and longitude", (*where, *source))
    yield from _codes(body)


def _party(site: Site, body: Body) -> Iterator[Fact]:
    yield from _codes(body)
    for name in body.get("names", ()):
        written = listed([(Text(text, tag),) for tag, text in name["name"].items()])
        authority = record_link(site, "source", name["authority"])
        when = period(name.get("from", ""), name.get("to", ""))
        yield Fact("Name", (*written, ", by ", authority, *((", ", *when) if when else ())))
    for member in body.get("memberships", ()):
        when = period(member.get("from", ""), member.get("to", ""))
        what = f"number {member['number']}, version {member['version']}, "
        yield Fact(f"List of {list_name(member['list'])}", (what, *when))
    for government in body.get("governments", ()):
        when = period(government.get("from", ""), government.get("to", ""))
        yield Fact("Government", (text_in(government["name"]), *((", ", *when) if when else ())))


def _occasion(site: Site, body: Body) -> Iterator[Fact]:
    if "date" in body:
        yield Fact("Date", date_phrase(body["date"]))
    if "end" in body:
        yield Fact("Last day", date_phrase(body["end"]))
    if "place" in body:
        kind = "place" if site.dataset.get("place", body["place"]) else "party"
        yield Fact("Place", (record_link(site, kind, body["place"]),))
    yield from _codes(body)


_FACTS: dict[str, Callable[[Site, Body], Iterator[Fact]]] = {
    "person": _person,
    "organization": _organization,
    "place": _place,
    "party": _party,
    "occasion": _occasion,
}
