"""Rules on dates, stages and quantities."""

from collections.abc import Iterator, Mapping

from milepost import edtf
from milepost.derive.headline import headline_of, stage_key
from milepost.evidence.comparers import Quantities
from milepost.model import Breach, Record
from milepost.rules.glance import ENDED, ODD
from milepost.rules.misnamed import stages_of
from milepost.rules.ordinary import UNUSUAL
from milepost.rules.registry import record_rule
from milepost.rules.view import UNEVEN, View
from milepost.suggestions import quoted

# The property with which a period begins, by the one with which it ends.
_STARTS: Mapping[str | int, str] = {"end": "date", "to": "from"}


@record_rule("DAT-001", needs=ODD)
def date_is_edtf(record: Record, view: View) -> Iterator[Breach]:
    """Every date is written in EDTF and is possible in the calendar.

    A date that does not exist cannot have been read anywhere.

    Write what the source says; EDTF has a spelling for every kind of doubt.
    """
    for value in view.dates(record):
        try:
            edtf.parse(value.text)
        except ValueError as amiss:
            reason, _, mend = str(amiss).partition("; write ")
            mend = mend or _without_time(value.text)
            otherwise = "write what the source says, with ~, ? or [..] for doubt"
            yield Breach(value.at, reason, f"write {mend}" if mend else otherwise)


def _without_time(text: str) -> str:
    day, mark, _ = text.partition("T")
    return f"{day}: a date has no time of day here" if mark and _is_date(day) else ""


def _is_date(text: str) -> bool:
    try:
        edtf.parse(text)
    except ValueError:
        return False
    return True


@record_rule("DAT-002", needs=ODD)
def date_is_one_instant(record: Record, view: View) -> Iterator[Breach]:
    """A factual date is one instant with its uncertainty, and neither a duration nor a season.

    EDTF's a/b means that something lasted; written for doubt it would claim a duration.

    For what lasted add an end; for doubt within a span write [a..b].
    """
    for value in view.facts(record):
        if value.field.compare == "date":
            refused = _refusal(value.text)
            if refused:
                hint = _apart(value.text) or refused.removeprefix(f"{value.text}: ")
                yield Breach(value.at, f"{quoted(value.text)} is not one instant", hint)


def _apart(text: str) -> str:
    """Return the two meanings that a duration may have been written for, as they are written."""
    start, mark, end = text.partition("/")
    if not mark or not start.strip(".") or not end.strip("."):
        return ""
    within, lasted = quoted(f"[{start}..{end}]"), f'"date": {quoted(start)}, "end": {quoted(end)}'
    return f"for some time within write {within}; for what lasted write {lasted}"


def _refusal(text: str) -> str | None:
    try:
        return edtf.refusal(edtf.parse(text))
    except ValueError:
        return None


@record_rule("DAT-003", "milestone", "occasion", "party", "person", needs=ENDED)
def end_is_not_before_its_beginning(record: Record, view: View) -> Iterator[Breach]:
    """What ended did not end before it began.

    One of the two dates is wrong, and a reader cannot know which.

    Look both up again in the source.
    """
    dates = {value.at: value for value in view.dates(record)}
    for value in [value for value in dates.values() if value.at[-1] in _STARTS]:
        start = dates.get((*value.at[:-1], _STARTS[value.at[-1]]))
        if start and ends_before(value.text, start.text):
            message = f"it ends on {value.text} and begins on {start.text}"
            yield Breach(value.at, message, "look both up again")


def ends_before(end: str, start: str) -> bool:
    """Return whether all that one date allows lies before all that another does.

    Dates that cannot be read are before nothing; DAT-001 reports them.
    """
    try:
        last, first = edtf.parse(end).latest, edtf.parse(start).earliest
    except ValueError:
        return False
    return last is not None and first is not None and last < first


@record_rule("DAT-004", "milestone", needs=UNUSUAL)
def headline_is_marked(record: Record, _view: View) -> Iterator[Breach]:
    """One stage is the headline: the only dated one, or else the one that is marked.

    The headline gives the file its year, the chronology its order and the panel its date.

    Write "headline": true in the stage whose date stands for the milestone, and in no other.
    """
    stages = record.body["stages"]
    marked = [position for position, stage in enumerate(stages) if "headline" in stage]
    dated = [position for position, stage in enumerate(stages) if "date" in stage]
    if headline_of(record.body) is None and len(marked) == 0:
        keys = [stage_key(stage) for stage in stages]
        message = f"which of the stages {', '.join(keys)} is the headline is not clear"
        yield Breach(("stages",), message, 'write "headline": true in one of them')
    for position in marked[1:]:
        message = f"{stage_key(stages[marked[0]])} is marked as the headline too"
        yield Breach(("stages", position, "headline"), message, "keep one of the two marks")
    if len(marked) == 1 and dated and marked[0] not in dated:
        message = f"{stage_key(stages[marked[0]])} is the headline and has no date, unlike another"
        hint = "mark a stage that has a date, or leave the mark out"
        yield Breach(("stages", marked[0], "headline"), message, hint)


@record_rule("DAT-005", "milestone", needs=UNUSUAL)
def stage_is_one_of_its_type(record: Record, view: View) -> Iterator[Breach]:
    """A stage is one that the milestone's type allows.

    A visit is not ratified; a stage that cannot be is a wrong stage or a wrong type.

    Take one of the stages that the hint lists, or another type.
    """
    allowed = stages_of(record, view)
    for position, stage in enumerate(record.body["stages"]):
        if allowed and stage["stage"] not in allowed:
            yield Breach(
                ("stages", position, "stage"),
                f"a {record.body['type']} has no stage {quoted(stage['stage'])}",
                f"its stages are {', '.join(allowed)}",
            )


@record_rule("QTY-001", "milestone", needs="quantities")
def quantity_is_readable(record: Record, _view: View) -> Iterator[Breach]:
    """A quantity is a number as the source writes it, and a unit where it has one.

    What cannot be read cannot be compared, and a difference between sources would stay hidden.

    Write the number without separators and the unit as an ISO 4217 code or in SI.
    """
    for position, member in enumerate(record.body.get("quantities", ())):
        at = ("quantities", position, "value")
        try:
            Quantities().parse(member["value"])
        except ValueError as amiss:
            hint = 'for example: "41.39E9 JPY"; "[300E6..] USD" for over, "[..8]" for up to'
            yield Breach(at, str(amiss), hint)


@record_rule("QTY-002", "milestone", needs=UNEVEN)
def quantity_keeps_its_unit(record: Record, view: View) -> Iterator[Breach]:
    """All claims about a quantity are in its own currency or dimension.

    A figure in dollars and one in yen do not dispute each other; each is a fact of its own.

    Add a member with a key of its own for the other currency; never convert.
    """
    uneven = view.weighing(record).uneven if "quantities" in record.body else ()
    for weight in uneven:
        if weight.value is None or weight.value.field.compare != "quantity":
            continue
        own, published = _dimension(weight.value.text), weight.value.text
        for claim in (weighed.claim for weighed in weight.claims):
            if own and _dimension(claim.text) not in {own, None}:
                yield Breach(
                    ("evidence", claim.position, "says", weight.address),
                    f"{weight.address} is {published}, and this claim is {claim.text}",
                    "give the other unit a quantity with a key of its own",
                )


def _dimension(text: str) -> str | None:
    try:
        return Quantities().parse(text).dimension
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
