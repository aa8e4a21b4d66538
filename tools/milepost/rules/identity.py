"""Rules on identifiers, file names and keys."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from milepost import edtf, identifiers
from milepost.derive.headline import headline_of
from milepost.kinds import ACTING
from milepost.model import Breach, Record
from milepost.rules.registry import dataset_rule, record_rule
from milepost.rules.view import View

_SLUGGED = (
    "relationship", "source", "person", "organization",
    "place", "party", "occasion", "vocabulary", "tombstone",
)


@record_rule("IDN-001", "milestone")
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


@record_rule("IDN-002", *_SLUGGED)
def file_is_named_after_its_record(record: Record, _view: View) -> Iterator[Breach]:
    """A record's file is named after its identifier.

    People look for a record by its file name, and references name the identifier.

    Rename the file, or mend the identifier.
    """
    name = record.path.rpartition("/")[2].removesuffix(".json")
    if name != record.id:
        yield Breach(
            ("id",),
            f'the file is named "{name}" and the record "{record.id}"',
            f'rename the file to "{record.id}.json", or set "id" to "{name}"',
        )


@record_rule("IDN-003", "milestone")
def file_is_in_the_folder_of_its_dyad(record: Record, _view: View) -> Iterator[Breach]:
    """A milestone's file lies in the folder of its first relationship.

    The folder of a dyad reads as its chronology.

    Move the file, or put the dyad of the folder first.
    """
    folder = record.path.split("/")[2]
    first = record.body["relationships"][0]
    if folder != first:
        yield Breach(
            ("relationships", 0),
            f'the file is in the folder "{folder}" and its first relationship is "{first}"',
            f'move it to dataset/milestones/{first}/',
        )


@record_rule("IDN-004", "milestone")
def file_is_named_after_its_year(record: Record, _view: View) -> Iterator[Breach]:
    """A milestone's file name begins with the year of its headline, or with undated.

    A folder then reads as a chronology.

    Rename the file as the hint says.
    """
    name = record.path.rpartition("/")[2]
    try:
        year = year_of(record.body)
    except ValueError:
        return
    if not name.startswith(f"{year}-"):
        yield Breach(
            ("stages",),
            f'the file "{name}" does not begin with "{year}-", the year of its headline',
            f"rename the file, for example to {year}-{name.partition('-')[2]}",
        )


def year_of(body: Mapping[str, Any]) -> str:
    """Return the four digits that a milestone's file name begins with, or undated."""
    stage = headline_of(body)
    if stage is None or "date" not in stage:
        return "undated"
    date = edtf.parse(stage["date"])
    day = date.earliest or date.latest
    # An unknown year spans all that four digits can write, and none of them is meant.
    if day is None or stage["date"].startswith("XXXX"):
        return "undated"
    return f"{day[0]:04}"


@record_rule("IDN-005")
def key_is_its_own(record: Record, view: View) -> Iterator[Breach]:
    """A key names one member of its list, and no other member's natural key.

    Claims and resolutions address members by key; a key that means two things means nothing.

    Give the second member a "key" of its own.
    """
    for at, members, natural in _keyed_lists(record, view):
        names = [member.get("key") or member.get(natural) for member in members]
        counts = Counter(names)
        naturals = Counter(member.get(natural) for member in members)
        for position, (name, member) in enumerate(zip(names, members, strict=True)):
            others = naturals[name] - (member.get(natural) == name)
            if name and (counts[name] > 1 and name in names[:position] or member.get("key") and others):
                yield Breach(
                    (*at, position),
                    f'"{name}" names more than one member of {"/".join(map(str, at))}',
                    f'give this one a key of its own, such as "key": "{name}-2"',
                )


def _keyed_lists(record: Record, view: View) -> Iterator[tuple[tuple[str | int, ...], list[Mapping[str, Any]], str]]:
    documents = view.schemas.documents
    for name, schema in documents[record.kind].get("properties", {}).items():
        natural = "source" if name == "evidence" else schema.get("x-key", "")
        members = record.body.get(name)
        if natural and isinstance(members, list):
            renamed = [{"key": m.get("id"), **m} if name == "evidence" else m for m in members]
            yield (name,), renamed, natural


@dataset_rule("IDN-006")
def identifier_is_unique(view: View) -> Iterator[tuple[Record, Breach]]:
    """An identifier belongs to one record of its kind.

    Two records with one identifier cannot be cited apart.

    Mint a new identifier for the newer one with `milepost new`.
    """
    for record, other in view.duplicates:
        yield record, Breach(
            ("id",),
            f'the identifier "{record.id}" belongs to {other.path} already',
            "mint a new one, or delete the copy",
        )


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
                yield record, Breach(
                    ("id",),
                    f'the slug "{record.id}" belongs to the {other.kind} in {other.path}',
                    f'rename this one, for example to "{record.id}-{record.kind}"',
                )


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


RULES = (
    identifier_has_its_check_character,
    file_is_named_after_its_record,
    file_is_in_the_folder_of_its_dyad,
    file_is_named_after_its_year,
    key_is_its_own,
    identifier_is_unique,
    slug_is_unique_among_actors,
    dyad_is_its_parties,
)
