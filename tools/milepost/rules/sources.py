"""Rules on sources, coverage and likely duplicates."""

from collections.abc import Iterator
from itertools import combinations

from milepost import edtf, intervals
from milepost.derive.headline import headline_of
from milepost.model import Breach, Record
from milepost.rules.registry import dataset_rule, record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted


@record_rule("SRC-001", "source")
def publication_date_has_a_basis(record: Record, _view: View) -> Iterator[Breach]:
    """A source's date of publication says where it comes from, and stands where a basis is given.

    Half of all pages print no date; one that was inferred is not one that was printed.

    Write published and published_basis together, or leave both out.
    """
    there, absent = "published", "published_basis"
    if (there in record.body) == (absent in record.body):
        return
    if absent in record.body:
        there, absent = absent, there
    yield Breach((there,), f"{quoted(there)} stands without {quoted(absent)}", f"add {quoted(absent)}, or remove it")


@record_rule("SRC-002", "source")
def address_has_no_credentials(record: Record, _view: View) -> Iterator[Breach]:
    """A web address holds no user name, password or access token.

    What is published here is copied for ever, and so would the password be.

    Remove the part of the address, and change the password.
    """
    for position, url in enumerate(record.body.get("urls", ())):
        for name in ("url", "archived"):
            query = url.get(name, "").partition("?")[2].lower()
            if any(f"{secret}=" in query for secret in ("token", "password", "api_key", "apikey")):
                yield Breach(("urls", position, name), "the address holds a credential", "remove it from the address")


@record_rule("COV-001", "relationship")
def coverage_period_is_in_order(record: Record, _view: View) -> Iterator[Breach]:
    """The period of a coverage statement ends after it begins.

    The panel says zero or nothing by these periods.

    Mend the two dates.
    """
    for position, statement in enumerate(record.body["coverage"]):
        try:
            first, last = edtf.parse(statement["from"]).earliest, edtf.parse(statement["to"]).latest
        except ValueError:
            continue
        if first is not None and last is not None and last < first:
            yield Breach(
                ("coverage", position, "to"),
                f"the period ends in {statement['to']} and begins in {statement['from']}",
                "mend the two dates",
            )


@dataset_rule("DUP-001", severity="warning")
def milestone_is_told_once(view: View) -> Iterator[tuple[Record, Breach]]:
    """Two milestones of one type, dyad and time are told apart by the records that link them.

    The same event told twice would be counted twice.

    Merge the two; or link them, if they are parts of one thing.
    """
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in view.dataset.of("milestone").values():
        for dyad in record.body["relationships"]:
            groups.setdefault((dyad, record.body["type"]), []).append(record)
    for members in groups.values():
        for one, other in combinations(members, 2):
            if not _are_linked(one, other) and _meet(one, other):
                yield other, Breach(
                    ("stages",),
                    f"this may be the event of {one.path}: same type, same dyad, same time",
                    "merge the two, or link one to the other",
                )


def _are_linked(one: Record, other: Record) -> bool:
    targets = {(r.id, link["target"]) for r in (one, other) for link in r.body.get("links", ())}
    shared = {target for name, target in targets if name == one.id} & {
        target for name, target in targets if name == other.id
    }
    return (one.id, other.id) in targets or (other.id, one.id) in targets or bool(shared)


def _meet(one: Record, other: Record) -> bool:
    dates = [(headline_of(record.body) or {}).get("date") for record in (one, other)]
    if None in dates:
        return False
    try:
        first, second = (edtf.parse(str(date)).days for date in dates)
    except ValueError:
        return False
    return intervals.overlap(first, second)


RULES = (
    publication_date_has_a_basis,
    address_has_no_credentials,
    coverage_period_is_in_order,
    milestone_is_told_once,
)
