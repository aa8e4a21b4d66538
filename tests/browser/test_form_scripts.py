"""What the scripts of the form find, held against the programs of the repository."""

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page
from referencing import Registry, Resource

from milepost import edtf
from milepost.canonical import encode
from milepost.identifiers import ALPHABET, PREFIX, expected
from milepost.kinds import kind_of
from sites import ROOT, the_site

pytestmark = pytest.mark.browser
# The address of a schema is made up for the reference validator: in the repository it has none.
HOME = "https://schema.example.org/"
DOCUMENTS = {
    name: {"$id": f"{HOME}{name}.schema.json", **document}
    for name, document in the_site().view.schemas.documents.items()
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (document["$id"], Resource.from_contents(document)) for document in DOCUMENTS.values()
)
KINDS = ("milestone", "source", "person", "place")


def test_identifiers_minted_in_the_browser_have_their_check_character(page: Page) -> None:
    minted = page.evaluate("Array.from({length: 500}, () => milepost.mint(new Set()))")

    assert minted == [expected(identifier) for identifier in minted]
    assert 500 == len(set(minted))
    assert set(ALPHABET) == set("".join(minted).replace(PREFIX, "")) & set(ALPHABET)


def test_the_browser_knows_a_wrong_identifier(page: Page) -> None:
    known = list(the_site().dataset.of("milestone"))
    wrong = [f"{name[:-1]}{'b' if name[-1] != 'b' else 'c'}" for name in known]
    verdicts = page.evaluate("names => names.map(milepost.isSound)", [*known, *wrong])

    assert [True] * len(known) + [False] * len(wrong) == verdicts


def examples() -> list[tuple[str, Any]]:
    """Return records of the kinds that the form makes, of the dataset and of the examples."""
    real = [
        (kind, dict(record.body))
        for kind in KINDS
        for record in list(the_site().dataset.of(kind).values())[:60]
    ]
    base = json.loads((ROOT / "schema/examples/base.json").read_text("utf-8"))
    return real + [(str(kind_of(p)), body) for p, body in base.items() if kind_of(p) in KINDS]


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    members = value.items() if isinstance(value, dict) else enumerate(value)
    for step, member in members:
        yield (*at, step)
        if isinstance(member, dict | list):
            yield from places(member, (*at, step))


STRANGE: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    "",
    "x",
    "X",
    "x\n",
    "ü",
    "2026-02-30",
    [],
    ["x"],
    {},
    {"x": 1},
)


def damaged(body: Any, chance: random.Random) -> Any:
    """Return a copy of a record with one value removed, doubled, misnamed or replaced."""
    changed = deepcopy(body)
    *above, last = chance.choice(list(places(changed)))
    holder = changed
    for step in above:
        holder = holder[step]
    action = chance.randrange(3)
    if action == 0:
        del holder[last]
    elif action == 1 and isinstance(holder, list):
        holder.append(deepcopy(holder[last]))
    elif action == 1:
        holder[f"{last}s"] = holder[last]
    else:
        holder[last] = chance.choice((*STRANGE, "x" * 3000))
    return changed


def broken(kind: str, body: Any) -> set[str]:
    """Return the broken keywords with their places, as the reference validator finds them.

    It knows the pattern that stands beside each format, and leaves the format itself aside.
    """
    schema = {"$ref": DOCUMENTS[kind]["$id"]}
    errors = Draft202012Validator(schema, registry=REGISTRY).iter_errors(body)
    return {f"{error.validator} {json.dumps(list(error.absolute_path))}" for error in errors}


def told_by(breach: dict[str, Any]) -> str:
    """Return a breach in the form of `broken`, which names the object that has a strange key."""
    is_key = breach["keyword"] == "unevaluatedProperties"
    return f"{breach['keyword']} {json.dumps(breach['at'][:-1] if is_key else breach['at'])}"


def test_the_browser_finds_what_the_reference_validator_finds(page: Page) -> None:
    chance = random.Random(29)  # noqa: S311 -- the same damage in every run, not a secret
    good = examples()
    cases = good + [(kind, damaged(body, chance)) for kind, body in chance.choices(good, k=600)]
    found = page.evaluate(
        "cases => cases.map(([kind, body]) => "
        "milepost.breaches(milepost.data.documents, kind, body))",
        cases,
    )
    wanted = [broken(kind, body) for kind, body in cases]
    schemas = the_site().view.schemas

    assert [set()] * len(good) == wanted[: len(good)]
    assert 300 < sum(bool(each) for each in wanted)
    assert wanted == [{told_by(b) for b in each if b["keyword"] != "format"} for each in found]
    assert [schemas.is_valid(kind, body) for kind, body in cases] == [not each for each in found]


def test_a_record_is_written_in_the_browser_byte_for_byte_as_in_the_repository(page: Page) -> None:
    records = [dict(record.body) for record in the_site().dataset.of("milestone").values()]
    written = page.evaluate("records => records.map(milepost.encode)", records)

    assert [encode(record) for record in records] == [text.encode() for text in written]


def test_the_browser_puts_keys_into_the_order_of_the_schema(page: Page) -> None:
    records = [body for kind, body in examples() if kind == "milestone"]
    shuffled = [json.loads(json.dumps(body, sort_keys=True)) for body in records]
    ordered = page.evaluate(
        """records => records.map(record => milepost.encode(
            milepost.ordered(milepost.data.documents, milepost.data.documents.milestone, record,
            "milestone")))""",
        shuffled,
    )

    # Addresses in says and resolutions are names of no property, and stand in any order.
    free = {"evidence", "resolutions"}
    assert [
        encode({name: part for name, part in body.items() if name not in free}) for body in records
    ] == [
        encode({name: part for name, part in json.loads(text).items() if name not in free})
        for text in ordered
    ]


def test_the_browser_claims_every_factual_value_at_its_address(page: Page) -> None:
    records = list(the_site().dataset.of("milestone").values())
    claimed = page.evaluate(
        """records => records.map(r => milepost.claims(milepost.data.documents, "milestone", r))""",
        [dict(record.body) for record in records],
    )
    for record, claims in zip(records, claimed, strict=True):
        facts = the_site().facts(record)
        implied = {
            address
            for address, value in facts.items()
            if value.field.identity
            and any(other.at[:2] == value.at[:2] for a, other in facts.items() if a != address)
        }
        assert {a: v.text for a, v in facts.items() if a not in implied} == claims


def test_a_date_that_a_record_may_hold_is_let_through(page: Page) -> None:
    dates = [
        stage[name]
        for record in the_site().dataset.of("milestone").values()
        for stage in record.body["stages"]
        for name in ("date", "end")
        if name in stage
    ]

    assert {""} == set(page.evaluate("dates => dates.map(milepost.amiss)", dates))


@pytest.mark.parametrize(
    "date",
    ["2031-02-30", "2031-13", "2030/2031", "2031-05-01T10:00", "1 May 2031", "{2030,2031}", "May"],
)
def test_a_date_that_no_record_may_hold_is_refused(page: Page, date: str) -> None:
    assert page.evaluate("date => milepost.amiss(date)", date)
    assert not _may_stand(date)


def _may_stand(date: str) -> bool:
    try:
        return edtf.is_instant(edtf.parse(date))
    except ValueError:
        return False
