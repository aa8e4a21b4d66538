"""Rules on dates, stages and quantities."""

from collections.abc import Iterator

from milepost import edtf, quantity
from milepost.derive.headline import headline_of, stage_key
from milepost.model import Breach, Record
from milepost.rules.registry import record_rule
from milepost.rules.view import View
from milepost.schema.plan import values_of
from milepost.suggestions import quoted


@record_rule("DAT-001")
def date_is_edtf(record: Record, view: View) -> Iterator[Breach]:
    """Every date is written in EDTF and is possible in the calendar.

    A date that does not exist cannot have been read anywhere.

    Write what the source says; EDTF has a spelling for every kind of doubt.
    """
    for value in values_of(view.schemas.dates[record.kind], record.body):
        try:
            edtf.parse(value.text)
        except ValueError as amiss:
            yield Breach(value.at, str(amiss), "see the page on dates, or `milepost explain DAT-001`")


@record_rule("DAT-002")
def date_is_one_instant(record: Record, view: View) -> Iterator[Breach]:
    """A factual date is one instant with its uncertainty, and neither a duration nor a season.

    EDTF's a/b means that something lasted; written for doubt it would claim a duration.

    For what lasted add an end; for doubt within a span write [a..b].
    """
    for value in view.facts(record):
        if value.field.compare == "date":
            refused = _refusal(value.text)
            if refused:
                yield Breach(value.at, f"{quoted(value.text)} is not one instant", refused)


def _refusal(text: str) -> str | None:
    try:
        return edtf.refusal(edtf.parse(text))
    except ValueError:
        return None


@record_rule("DAT-003")
def end_is_not_before_its_beginning(record: Record, view: View) -> Iterator[Breach]:
    """What ended did not end before it began.

    One of the two dates is wrong, and a reader cannot know which.

    Look both up again in the source.
    """
    starts = {"end": "date", "to": "from"}
    texts = {value.address: value for value in view.facts(record)}
    for address, value in texts.items():
        member, _, name = address.rpartition("/")
        start = texts.get(f"{member}/{starts.get(name, '')}")
        if start and _ends_before(value.text, start.text):
            yield Breach(value.at, f"it ends on {value.text} and begins on {start.text}", "look both up again")


def _ends_before(end: str, start: str) -> bool:
    try:
        last, first = edtf.parse(end).latest, edtf.parse(start).earliest
    except ValueError:
        return False
    return last is not None and first is not None and last < first


@record_rule("DAT-004", "milestone")
def headline_is_marked(record: Record, _view: View) -> Iterator[Breach]:
    """One stage is the headline: the only dated one, or the one that is marked.

    The headline gives the file its year, the chronology its order and the panel its date.

    Write "headline": true in the stage whose date stands for the milestone, and in no other.
    """
    if headline_of(record.body) is None:
        keys = [stage_key(stage) for stage in record.body["stages"]]
        yield Breach(
            ("stages",),
            f"which of the stages {', '.join(keys)} is the headline is not clear",
            'write "headline": true in one of them',
        )


@record_rule("DAT-005", "milestone")
def stage_is_one_of_its_type(record: Record, view: View) -> Iterator[Breach]:
    """A stage is one that the milestone's type allows.

    A visit is not ratified; a stage that cannot be is a wrong stage or a wrong type.

    Take one of the stages that the hint lists, or another type.
    """
    term = view.terms.get("milestone-type", {}).get(record.body["type"], {})
    allowed = list(term.get("stages", ()))  # type: ignore[call-overload] # a list by the schema
    for position, stage in enumerate(record.body["stages"]):
        if allowed and stage["stage"] not in allowed:
            yield Breach(
                ("stages", position, "stage"),
                f"a {record.body['type']} has no stage {quoted(stage['stage'])}",
                f"its stages are {', '.join(allowed)}",
            )


@record_rule("QTY-001", "milestone")
def quantity_is_readable(record: Record, _view: View) -> Iterator[Breach]:
    """A quantity is a number as the source writes it, and a unit where it has one.

    What cannot be read cannot be compared, and a difference between sources would stay hidden.

    Write the number without separators and the unit as an ISO 4217 code or in SI.
    """
    for position, member in enumerate(record.body.get("quantities", ())):
        try:
            quantity.parse(member["value"])
        except ValueError as amiss:
            yield Breach(("quantities", position, "value"), str(amiss), 'for example: "41.39E9 JPY"')


@record_rule("QTY-002", "milestone")
def quantity_keeps_its_unit(record: Record, view: View) -> Iterator[Breach]:
    """All claims about a quantity are in its own currency or dimension.

    A figure in dollars and one in yen do not dispute each other; each is a fact of its own.

    Add a member with a key of its own for the other currency; never convert.
    """
    for weight in view.weighing(record).weights.values():
        if weight.value is None or weight.value.field.compare != "quantity":
            continue
        own = _dimension(weight.value.text)
        for weighed in weight.claims:
            if own and _dimension(weighed.claim.text) not in (own, None):
                yield Breach(
                    ("evidence", weighed.claim.position, "says", weight.address),
                    f"{weight.address} is {weight.value.text}, and this claim is {weighed.claim.text}",
                    "give the other unit a quantity with a key of its own",
                )


def _dimension(text: str) -> str | None:
    try:
        return quantity.parse(text).dimension
    except ValueError:
        return None


RULES = (
    date_is_edtf,
    date_is_one_instant,
    end_is_not_before_its_beginning,
    headline_is_marked,
    stage_is_one_of_its_type,
    quantity_is_readable,
    quantity_keeps_its_unit,
)
