"""Small records that are valid by default; a test overrides what it is about."""

from typing import Any

from milepost.evidence.comparers import Comparers, Tree
from milepost.evidence.weighing import Weighing, weigh
from milepost.model import Record
from milepost.schema.plan import Field, Value

NO_PLACES = Comparers(Tree({}), {})


def an_entry(source: str = "a-source", **says: str) -> dict[str, Any]:
    """Return an evidence entry that says one thing at each named field of the signed stage."""
    return {
        "source": source,
        "read": "first-hand",
        "locator": {"paragraph": 1},
        "says": {f"/stages/signed/{field}": text for field, text in says.items()},
    }


def a_milestone(*entries: dict[str, Any], date: str = "2013-12-15", **more: Any) -> dict[str, Any]:
    """Return the body of a milestone with one signed stage and these evidence entries."""
    return {
        "id": "mp-2x9zg7k",
        "relationships": ["jpn-khm"],
        "type": "friendship-treaty",
        "stages": [{"stage": "signed", "date": date}],
        "evidence": list(entries) or [an_entry(date=date)],
        **more,
    }


def a_record(body: dict[str, Any], kind: str = "milestone") -> Record:
    """Return a record around a body."""
    return Record(kind, body["id"], f"dataset/{kind}s/{body['id']}.json", body)


def a_value(text: str, compare: str = "date", address: str = "/stages/signed/date") -> Value:
    """Return a published value at an address."""
    return Value(Field(compare), text, address, ("stages", 0, "date"))


def weighed(
    published: str, *said: str, comparers: Comparers = NO_PLACES, compare: str = "date"
) -> Weighing:
    """Return a published value at the signed stage weighed against what sources a, b, c … say."""
    names = "abcdefgh"
    entries = [an_entry(f"source-{names[i]}", date=text) for i, text in enumerate(said)]
    body = a_milestone(*entries, date=published)
    return weigh(body, [a_value(published, compare)], comparers)
