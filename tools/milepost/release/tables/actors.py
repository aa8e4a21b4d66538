"""The tables of who takes part and where: people, organizations, places, parties, occasions."""

from milepost.release.tables.cells import joined
from milepost.release.tables.columns import (
    dates,
    english,
    inner,
    key,
    listed,
    members,
    owner,
    plain,
    records,
    refers,
    texts,
)
from milepost.release.tables.table import Column, Table


def _named(what: str) -> tuple[Column, ...]:
    return (
        plain("id", f"The identifier of the {what}."),
        *texts("name", f"The name of the {what}"),
        listed("translated", "The languages in which the name is the editors’ own translation."),
        Column(
            "variants",
            "Other spellings of the name.",
            lambda item: joined(variant["text"] for variant in item.body.get("variants", ())),
            "list",
        ),
    )


_WIKIDATA = inner("wikidata", "The same in Wikidata.", "codes")
_NOTE = english("note", "A note of the editors.")

PEOPLE = Table(
    "people",
    "The people named, in public roles only",
    records("person"),
    (
        *_named("person"),
        plain("party", "The state (parties.id) that they act for."),
        _WIKIDATA,
        _NOTE,
    ),
    references=(refers("party", "parties"),),
)
AFFILIATIONS = Table(
    "affiliations",
    "The offices that people held, with dates",
    members("person", "affiliations", "office"),
    (
        owner("person"),
        key("affiliation_key", "affiliation"),
        plain("office", "The office: a term of the vocabulary office."),
        plain("organization", "Where (organizations.id, or parties.id)."),
        *dates("from", "Since when"),
        *dates("to", "Until when"),
    ),
    key=("person", "affiliation_key"),
    references=(refers("person", "people"),),
)
ORGANIZATIONS = Table(
    "organizations",
    "Ministries, embassies, companies and other organizations",
    records("organization"),
    (
        *_named("organization"),
        plain("party", "The state (parties.id) that it belongs to."),
        plain("place", "Where it is (places.id)."),
        _WIKIDATA,
        _NOTE,
    ),
    references=(refers("party", "parties"), refers("place", "places")),
)
PLACES = Table(
    "places",
    "Where things took place, each within a larger place",
    records("place"),
    (
        *_named("place"),
        plain("within", "The place around it (places.id, or parties.id)."),
        inner("latitude", "Degrees north, WGS 84.", "point", datatype="number"),
        inner("longitude", "Degrees east, WGS 84.", "point", datatype="number"),
        inner("point_source", "The source (sources.id) of the point.", "point", "source"),
        _WIKIDATA,
        _NOTE,
    ),
    references=(refers("point_source", "sources"),),
)
PARTIES = Table(
    "parties",
    "The states whose relations are recorded, with their codes",
    records("party"),
    (
        *_named("party"),
        inner("iso_alpha_2", "The ISO 3166-1 alpha-2 code.", "codes"),
        inner("iso_alpha_3", "The ISO 3166-1 alpha-3 code.", "codes"),
        inner("iso_numeric", "The ISO 3166-1 numeric code, three digits.", "codes"),
        _WIKIDATA,
        _NOTE,
    ),
)
MEMBERSHIPS = Table(
    "memberships",
    "The numbers and years of the parties in the state lists of COW and of Gleditsch and Ward",
    members("party", "memberships", "list"),
    (
        owner("party"),
        key("membership_key", "membership"),
        plain("list", "cow or gw."),
        plain("number", "The number of the state in the list."),
        plain("list_version", "The version of the list.", "version"),
        *dates("from", "Since when the list has it"),
        *dates("to", "Until when the list has it"),
    ),
    key=("party", "membership_key"),
    references=(refers("party", "parties"),),
)
GOVERNMENTS = Table(
    "governments",
    "The governments of the parties by period; two may overlap",
    members("party", "governments", "id"),
    (
        owner("party"),
        plain("government", "The slug of the government.", "id"),
        *texts("name", "The name of the government"),
        *dates("from", "Since when"),
        *dates("to", "Until when"),
    ),
    key=("party", "government"),
    references=(refers("party", "parties"),),
)
OCCASIONS = Table(
    "occasions",
    "Summits and conferences at which milestones took place",
    records("occasion"),
    (
        *_named("occasion"),
        *dates("date", "When it began"),
        *dates("end", "When it ended"),
        plain("place", "Where it was held (places.id, or parties.id)."),
        _WIKIDATA,
        _NOTE,
    ),
)
TABLES = (PEOPLE, AFFILIATIONS, ORGANIZATIONS, PLACES, PARTIES, MEMBERSHIPS, GOVERNMENTS, OCCASIONS)
