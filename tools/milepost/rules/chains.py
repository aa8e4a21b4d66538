"""Rules on what stands above what: chains of places, sources and terms end somewhere."""

from collections.abc import Collection, Iterator, Mapping

from milepost.model import Breach, Path, Record
from milepost.rules.registry import dataset_rule, record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted, suggestion


@dataset_rule("REF-008")
def chain_has_no_circle(view: View) -> Iterator[tuple[Record, Breach]]:
    """No chain of places, terms or sources leads back to where it began.

    A place within itself, or a source copied from its own copy, has no end to count from.

    Remove the link of the chain that is wrong.
    """
    for kind, name in (("place", "within"), ("source", "derived_from")):
        above = {r.id: _listed(r.body.get(name, ())) for r in view.dataset.of(kind).values()}
        for identifier in _in_circles(above):
            record = view.dataset.of(kind)[identifier]
            message = f"{identifier} leads back to itself through {quoted(name)}"
            yield record, Breach((name,), message, "remove the wrong link of the chain")
    yield from _circles_of_terms(view)


@record_rule("REF-009", "vocabulary")
def term_leads_to_a_live_term(record: Record, _view: View) -> Iterator[Breach]:
    """A term that is broader than another, or has replaced it, is a live term of its vocabulary.

    Otherwise the way up ends nowhere, or a reader is sent from one retired term to the next.

    Mend the spelling, name the term that took its place in the end, or add the term.
    """
    live = {term["id"] for term in record.body["terms"] if "replaced_by" not in term}
    for position, term in enumerate(record.body["terms"]):
        at: Path = ("terms", position)
        for number, name in enumerate(term.get("broader", ())):
            yield from _dead_end(record.id, name, live, (*at, "broader", number))
        if "replaced_by" in term:
            yield from _dead_end(record.id, term["replaced_by"], live, (*at, "replaced_by"))


def _dead_end(vocabulary: str, name: str, live: Collection[str], at: Path) -> Iterator[Breach]:
    if name not in live:
        message = f"{vocabulary} has no live term {quoted(name)}"
        yield Breach(at, message, suggestion(name, live, "add it, or name another"))


def _circles_of_terms(view: View) -> Iterator[tuple[Record, Breach]]:
    for record in view.dataset.of("vocabulary").values():
        terms = record.body["terms"]
        circles = _in_circles({term["id"]: list(term.get("broader", ())) for term in terms})
        for position, term in enumerate(terms):
            if term["id"] in circles:
                message = f"the term {term['id']} leads back to itself through broader"
                hint = "remove the wrong link of the chain"
                yield record, Breach(("terms", position, "broader"), message, hint)


def _listed(value: str | list[str] | tuple[str, ...]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _in_circles(above: Mapping[str, list[str]]) -> list[str]:
    def leads_back(start: str) -> bool:
        waiting, seen = list(above[start]), set[str]()
        while waiting:
            name = waiting.pop()
            if name == start:
                return True
            if name not in seen:
                seen.add(name)
                waiting.extend(above.get(name, ()))
        return False

    return [name for name, nearest in above.items() if nearest and leads_back(name)]


RULES = (chain_has_no_circle, term_leads_to_a_live_term)
