"""Rules on identifiers, file names and keys."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from milepost import edtf, identifiers
from milepost.derive.headline import headline_of
from milepost.kinds import ACTING
from milepost.model import Breach, Record
from milepost.rules.glance import KEYED
from milepost.rules.ordinary import LIST, SLUG, UNUSUAL
from milepost.rules.registry import dataset_rule, record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted

_NAMED = (
    *("relationship", "source", "person", "organization", "place", "party", "occasion"),
    *("vocabulary", "tombstone", "ledger"),
)
# Those whose slugs are the names of pages; the identifiers of the others can be no word.
_PAGED = ("source", "person", "organization", "place", "occasion", "vocabulary")
_YEAR = re.compile("undated|[0-9]{4}")
_FILE_NAME = re.compile(rf"({_YEAR.pattern})-{SLUG}\.json")


@record_rule("IDN-001", "milestone", needs=UNUSUAL)
def identifier_has_its_check_character(record: Record, _view: View) -> Iterator[Breach]:
    """A milestone's identifier ends in the check character of its six characters.

    The check character catches every wrong letter and every transposition in what people copy.

    Correct the identifier, or mint a new one with `milepost new milestone`.
    """
    if not identifiers.is_sound(record.id):
        right = identifiers.expected(record.id)
        yield Breach(
            ("id",),
            f'the identifier "{record.id}" has a wrong check character',
            f'if its six characters are right, it is "{right}"',
        )


@record_rule("IDN-002", *_NAMED, needs=UNUSUAL)
def file_is_named_after_its_record(record: Record, _view: View) -> Iterator[Breach]:
    """A record's file is named after its identifier, and that of a ledger after its version.

    People look for a record by its file name, and references name the identifier.

    Rename the file, or mend the identifier.
    """
    name = record.path.rpartition("/")[2].removesuffix(".json")
    if name != record.id:
        field = "version" if record.kind == "ledger" else "id"
        yield Breach(
            (field,),
            f'the file is named "{name}" and the record "{record.id}"',
            f'rename the file to "{record.id}.json", or set "{field}" to "{name}"',
        )


@record_rule("IDN-003", "milestone", needs=UNUSUAL)
def file_is_in_the_folder_of_its_dyad(record: Record, view: View) -> Iterator[Breach]:
    """A milestone's file lies in the folder of its first relationship.

    The folder of a dyad reads as its chronology.

    Move the file, or put the dyad of the folder first.
    """
    folder = record.path.split("/")[2]
    first = record.body["relationships"][0]
    # Of a dyad that is not there, REF-001 says so.
    if folder != first and view.knows(("relationship",), first):
        yield Breach(
            ("relationships", 0),
            f'the file is in the folder "{folder}" and its first relationship is "{first}"',
            f"move it to dataset/milestones/{first}/",
        )


@record_rule("IDN-004", "milestone", needs=UNUSUAL)
def file_is_named_after_its_year(record: Record, _view: View) -> Iterator[Breach]:
    """A milestone's file is named after the year of its headline, or undated, and a slug.

    A folder then reads as a chronology.

    Rename the file as the hint says.
    """
    name = record.path.rpartition("/")[2]
    stage = headline_of(record.body)
    # Without a headline, or one that is dated, there is no year; DAT-004 says what is amiss.
    if stage is None:
        return
    if "date" not in stage and any("date" in each for each in record.body["stages"]):
        return
    try:
        year = year_of(stage)
    except ValueError:
        return
    # Of a year that has not four digits DAT-002 says that none is recorded.
    if not _YEAR.fullmatch(year):
        return
    fitting = _FILE_NAME.fullmatch(name)
    if fitting is None or fitting[1] != year:
        yield Breach(
            ("stages",),
            f'the file is named "{name}", and not {year} for its headline and a slug',
            f"rename it to {year}-{_slug_of(name) or record.body['type']}.json",
        )


def _slug_of(name: str) -> str:
    """Return the part of a milestone's file name that follows the year, if it is a slug."""
    slug = re.sub("^([0-9X]{4}|undated)-", "", name.removesuffix(".json"))
    return slug if re.fullmatch(SLUG, slug) else ""


def year_of(stage: Mapping[str, Any]) -> str:
    """Return the four digits of the year of a stage, or undated; ValueError for no date."""
    if "date" not in stage:
        return "undated"
    date = edtf.parse(stage["date"])
    if date.kind == "date" and date.text[:4].isdecimal():
        return date.text[:4]
    day = date.earliest or date.latest
    # An unknown year spans all that four digits can write, and none of them is meant.
    if day is None or stage["date"].startswith("XXXX"):
        return "undated"
    return f"{day[0]:04}"


@record_rule("IDN-005", needs=KEYED)
def key_is_its_own(record: Record, view: View) -> Iterator[Breach]:
    """A key names one member of its list, and no other member's natural key.

    Claims and resolutions address members by key; a key that means two things means nothing.

    Give the second member a "key" of its own.
    """
    for name, own, natural in _keyed_lists(record, view):
        members = record.body[name]
        naturals = Counter(member[natural] for member in members)
        seen: set[str] = set()
        for position, member in enumerate(members):
            key = member.get(own) or member[natural]
            others = naturals[key] - (member[natural] == key)
            if key in seen or (own in member and others):
                yield Breach(
                    (name, position),
                    f'"{key}" names more than one member of {name}',
                    f'give this one a name of its own, such as "{own}": "{key}-2"',
                )
            else:
                seen.add(key)


def _keyed_lists(record: Record, view: View) -> Iterator[tuple[str, str, str]]:
    """Yield each list whose members have keys: its name, and those of its own and natural key."""
    for name, natural in view.schemas.keyed[record.kind]:
        if name in record.body:
            yield name, "id" if name == "evidence" else "key", natural


@dataset_rule("IDN-006")
def identifier_is_unique(view: View) -> Iterator[tuple[Record, Breach]]:
    """An identifier belongs to one record of its kind.

    Two records with one identifier cannot be cited apart.

    Mint a new identifier for the newer one with `milepost new`.
    """
    for pair in view.duplicates:
        # A copy is named after what it was copied from, and mostly at more length.
        other, record = sorted(pair, key=lambda each: (len(each.path), each.path))
        field = "version" if record.kind == "ledger" else "id"
        message = f'the identifier "{record.id}" belongs to {other.path} already'
        yield record, Breach((field,), message, "mint a new one, or delete the copy")


@dataset_rule("IDN-007")
def slug_is_unique_among_actors(view: View) -> Iterator[tuple[Record, Breach]]:
    """A slug belongs to one of the parties, people, organizations and places.

    Actors are named by slug alone, so that one slug must not mean a city and a person.

    Rename one of the two, for example by adding what it is.
    """
    owners: dict[str, Record] = {}
    for kind in ACTING:
        for record in view.dataset.of(kind).values():
            other = owners.setdefault(record.id, record)
            if other is not record:
                message = f'the slug "{record.id}" belongs to the {other.kind} in {other.path}'
                hint = f'rename this one, for example to "{record.id}-{record.kind}"'
                yield record, Breach(("id",), message, hint)


@record_rule("IDN-008", "relationship")
def dyad_is_its_parties(record: Record, _view: View) -> Iterator[Breach]:
    """A relationship's identifier is the codes of its two parties in alphabetical order.

    The order makes sure that one relationship has one record.

    Write the parties in alphabetical order, and the identifier from them.
    """
    parties = record.body["parties"]
    right = "-".join(sorted(parties))
    if record.id != right or parties != sorted(parties):
        yield Breach(
            ("parties",),
            f'the relationship "{record.id}" has the parties {", ".join(parties)}',
            f'its identifier is "{right}", and its parties stand in that order',
        )


@record_rule("IDN-009", "party")
def party_is_its_code(record: Record, _view: View) -> Iterator[Breach]:
    """A party's identifier is its ISO alpha-3 code, or from xaa to xzz where it has none.

    Codes are what other datasets join on, and ISO leaves that range to its users.

    Write the code in lower case as the identifier, or take a code of the range and leave out ISO's.
    """
    code = record.body.get("codes", {}).get("iso_alpha_3", "").lower()
    if record.id != code and (code or not record.id.startswith("x")):
        seen = f"its ISO code is {quoted(code)}" if code else "it has no ISO code"
        yield Breach(
            ("id",),
            f"the party is named {quoted(record.id)}, and {seen}",
            f'rename it to "{code}"' if code else "add the code, or take one from xaa to xzz",
        )


@record_rule("IDN-010", *_PAGED, needs=UNUSUAL)
def identifier_is_not_that_of_a_list(record: Record, _view: View) -> Iterator[Breach]:
    """No record is called `index`, since the page of that name lists all records of its kind.

    Each record has a page at its identifier for ever, and the list of its kind has one beside them.

    Rename the record, for example by adding what it is.
    """
    if record.id == LIST:
        yield Breach(
            ("id",),
            f'the {record.kind} is called "{LIST}", as the page is that lists its kind',
            f'rename it, for example to "{LIST}-{record.kind}"',
        )


RULES = (
    identifier_has_its_check_character,
    file_is_named_after_its_record,
    file_is_in_the_folder_of_its_dyad,
    file_is_named_after_its_year,
    key_is_its_own,
    identifier_is_unique,
    slug_is_unique_among_actors,
    dyad_is_its_parties,
    party_is_its_code,
    identifier_is_not_that_of_a_list,
)
