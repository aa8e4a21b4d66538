"""Rules on sources, coverage and likely duplicates."""

import re
from collections.abc import Iterable, Iterator

from milepost import edtf, intervals
from milepost.derive.headline import headline_of
from milepost.model import Breach, Record
from milepost.rules.dates import ends_before
from milepost.rules.registry import dataset_rule, record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted

# A parameter after ? or # whose name says that its value lets somebody in.
SECRET = re.compile(
    r"[?#&;]([^=&;#]*(?:token|passw|pwd|secret|api[-_]?key|signature|session)[^=&;#]*)=[^&;#]",
    re.IGNORECASE,
)


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
    message = f"{quoted(there)} stands without {quoted(absent)}"
    yield Breach((there,), message, f"add {quoted(absent)}, or remove it")


@record_rule("SRC-002", "source")
def address_has_no_credentials(record: Record, _view: View) -> Iterator[Breach]:
    """A web address holds no user name, password or access token.

    What is published here is copied for ever, and so would the password be.

    Remove the part of the address, and change the password.
    """
    for position, url in enumerate(record.body.get("urls", ())):
        for name in ("url", "archived"):
            address = url.get(name, "")
            secret = SECRET.search(address) if "=" in address else None
            if secret:
                message = f'the address holds a credential: the value of "{secret[1]}"'
                yield Breach(("urls", position, name), message, "remove it from the address")


@record_rule("COV-001", "relationship")
def coverage_period_is_in_order(record: Record, _view: View) -> Iterator[Breach]:
    """The period of a coverage statement ends after it begins.

    The panel says zero or nothing by these periods.

    Mend the two dates.
    """
    for position, statement in enumerate(record.body["coverage"]):
        if ends_before(statement["to"], statement["from"]):
            yield Breach(
                ("coverage", position, "to"),
                f"the period ends in {statement['to']} and begins in {statement['from']}",
                "mend the two dates",
            )


@dataset_rule("DUP-001", severity="warning")
def milestone_is_told_once(view: View) -> Iterator[tuple[Record, Breach]]:
    """Two milestones of one type, dyad and time are linked to each other, or are parts of one.

    The same event told twice would be counted twice.

    Merge the two; or link them, if they are parts of one thing.
    """
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in view.dataset.of("milestone").values():
        for dyad in record.body["relationships"]:
            groups.setdefault((dyad, record.body["type"]), []).append(record)
    several = (members for members in groups.values() if len(members) > 1)
    found = {record.path: (record, other) for m in several for record, other in _again(m)}
    for record, other in found.values():
        message = f"this may be the event of {other.path}: same type, same dyad, same time"
        yield record, Breach(("stages",), message, "merge the two, or link one to the other")


def _again(members: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield each record that may tell of the event of an earlier one, with the first such one."""
    dated = ((days, record) for record in members if (days := _days(record)))
    earlier: list[tuple[intervals.Intervals, Record]] = []
    for days, record in sorted(dated, key=lambda pair: (pair[0][0][0], pair[1].path)):
        earlier = [pair for pair in earlier if pair[0][-1][1] > days[0][0]]
        rivals = (other for when, other in earlier if intervals.overlap(days, when))
        told = next((other for other in rivals if not _are_linked(record, other)), None)
        if told:
            yield record, told
        earlier.append((days, record))


def _days(record: Record) -> intervals.Intervals:
    stage = headline_of(record.body) or {}
    try:
        return edtf.parse(stage["date"]).days if "date" in stage else ()
    except ValueError:
        return ()


def _are_linked(one: Record, other: Record) -> bool:
    links = [{(n["relation"], n["target"]) for n in r.body.get("links", ())} for r in (one, other)]
    named = {target for _, target in links[0]}, {target for _, target in links[1]}
    siblings = any(relation == "part-of" for relation, _ in links[0] & links[1])
    return other.id in named[0] or one.id in named[1] or siblings


@dataset_rule("DUP-002", severity="warning")
def source_is_recorded_once(view: View) -> Iterator[tuple[Record, Breach]]:
    """A web address belongs to one source, or to sources of which one is derived from the other.

    Two records of one page would be counted as two sources.

    Cite the record that is there, and delete the other; what it says that is new goes into the
    first.
    """
    owners: dict[str, Record] = {}
    for source in view.dataset.of("source").values():
        for position, url in enumerate(source.body.get("urls", ())):
            other = owners.setdefault(plain_address(url["url"]), source)
            if other is not source and not _is_derived(source, other):
                message = f"the page is recorded already, as {other.id}"
                hint = f"cite {quoted(other.id)}, and delete this record"
                yield source, Breach(("urls", position, "url"), message, hint)


def plain_address(url: str) -> str:
    """Return an address without what often differs between links to one page."""
    bare = url.partition("#")[0].partition("://")[2].removeprefix("www.")
    return bare.removesuffix("/")


def _is_derived(one: Record, other: Record) -> bool:
    above = (*one.body.get("derived_from", ()), *other.body.get("derived_from", ()))
    return one.id in above or other.id in above


RULES = (
    publication_date_has_a_basis,
    address_has_no_credentials,
    coverage_period_is_in_order,
    milestone_is_told_once,
    source_is_recorded_once,
)
