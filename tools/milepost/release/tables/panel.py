"""The panel: a row a dyad and year, and a row a party towards the other and year.

Column names follow what users of dyadic data expect: codes of the Correlates of War and of
Gleditsch and Ward side by side, the first state before the second.
"""

from operator import itemgetter

from milepost.derive.panel import dyad_year, dyad_year_directed
from milepost.release.tables.columns import refers
from milepost.release.tables.table import Column, Datatype, Table

# Groups of types of milestone, as the vocabulary milestone-type has them.
GROUPS = (
    "relations",
    "agreement",
    "political_act",
    "visit",
    "meeting",
    "development",
    "security",
    "society",
)
_LISTS = {
    "cow": ("ccode", "the Correlates of War state system"),
    "gw": ("gwcode", "the list of Gleditsch and Ward"),
}
_UNSURE = "empty (NA) where that is not certain"


def _cell(name: str, description: str, source: str = "", datatype: Datatype = "string") -> Column:
    key = source or name
    return Column(name, description, itemgetter(key), datatype)


def _number(name: str, description: str) -> Column:
    return _cell(name, description, datatype="integer")


def _codes(one: str, other: str) -> tuple[Column, ...]:
    states = ((1, one), (2, other))
    iso = (_cell(f"iso3c{n}", f"{who}: its ISO 3166-1 alpha-3 code.") for n, who in states)
    return (*iso, *(column for name in _LISTS for column in _membership(name, states)))


def _membership(name: str, states: tuple[tuple[int, str], ...]) -> tuple[Column, ...]:
    code, title = _LISTS[name]
    numbers = (
        _cell(
            f"{code}{n}",
            f"{who}: its number in {title}; empty where it was not read.",
            name + str(n),
        )
        for n, who in states
    )
    flags = (
        _number(f"in_{name}{n}", f"{who}: 1 if a member of {title} on some day of the year.")
        for n, who in states
    )
    both = _number(f"in_{name}_both", f"1 if both were members of {title} on one same day.")
    return (*numbers, *flags, both)


def _levels(track: str, what: str) -> tuple[Column, ...]:
    days = (("first", "1 January"), ("last", "31 December"))
    return tuple(column for name, day in days for column in _level(f"{track}_{name}", what, day))


def _level(name: str, what: str, day: str) -> tuple[Column, Column]:
    level = f"The level of {what} on {day}, {_UNSURE}; of several governments’, the highest."
    governments = (
        f"The government (governments.government) for which alone the level of {day} held, where "
        "one of the two states had more than one; empty where it held for the whole state."
    )
    return _cell(name, level), _cell(f"{name}_as", governments)


def _highest(track: str, what: str) -> Column:
    return _cell(f"{track}_highest", f"The highest level of {what} that was certain in the year.")


def _count(group: str) -> Column:
    description = (
        f"Milestones of the group {group.replace('_', '-')} that certainly fall in the year; "
        "0 only inside complete coverage, empty (NA) elsewhere."
    )
    return _number(f"n_{group}", description)


_DYAD = _cell("dyad", "The relationship.")
_YEAR = _number("year", "The year.")
_OF_RELATIONSHIP = refers("dyad", "relationships")
DYAD_YEAR = Table(
    "dyad_year",
    "The panel: one row a relationship and year of its coverage; empty is NA, never zero",
    lambda release: dyad_year(release.dataset),
    (
        _DYAD,
        _YEAR,
        *_codes("The first party", "The second party"),
        *_levels("diplomatic", "relations"),
        _highest("diplomatic", "relations"),
        *_levels("partnership", "the named partnership"),
        *(_count(group) for group in GROUPS),
        _number("n_possible", "Milestones that may fall in the year or in another."),
    ),
    key=("dyad", "year"),
    references=(_OF_RELATIONSHIP,),
)
DYAD_YEAR_DIRECTED = Table(
    "dyad_year_directed",
    "The directed panel: one row a party towards the other and year; empty is NA",
    lambda release: dyad_year_directed(release.dataset),
    (
        _DYAD,
        _YEAR,
        *_codes("The sender", "The receiver"),
        *_levels("missions", "the sender’s mission"),
        _highest("missions", "the sender’s mission"),
    ),
    key=("iso3c1", "iso3c2", "year"),
    references=(_OF_RELATIONSHIP,),
)
TABLES = (DYAD_YEAR, DYAD_YEAR_DIRECTED)
