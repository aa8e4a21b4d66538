"""Rules on what names something else: records, terms, stages, governments, chains."""

from collections.abc import Iterator, Mapping

from milepost.derive.headline import stage_key
from milepost.model import Breach, Record
from milepost.rules.registry import dataset_rule, record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted, suggestion


@record_rule("REF-001")
def reference_resolves(record: Record, view: View) -> Iterator[Breach]:
    """Every slug or identifier that a record names belongs to a record.

    A reader who follows it would find nothing.

    Mend the spelling, or write the missing record with `milepost new`.
    """
    for value in view.links(record):
        kinds = value.field.references
        if not kinds or _is_there(view, kinds, value.text):
            continue
        known = view.editors if kinds == ("editor",) else _known(view, kinds)
        yield Breach(
            value.at,
            f"there is no {' or '.join(kinds)} {quoted(value.text)}",
            suggestion(value.text, known, f"write its record with `milepost new {kinds[0]}`"),
        )


def _is_there(view: View, kinds: tuple[str, ...], identifier: str) -> bool:
    if kinds == ("editor",):
        return identifier in view.editors
    return view.knows(kinds, identifier)


def _known(view: View, kinds: tuple[str, ...]) -> list[str]:
    return [identifier for kind in kinds for identifier in view.dataset.of(kind)]


@record_rule("REF-002")
def term_is_in_its_vocabulary(record: Record, view: View) -> Iterator[Breach]:
    """Every term is one that its vocabulary defines and has not replaced.

    A term without a definition means something else to each reader.

    Take one of the terms, or add one with a definition to the vocabulary.
    """
    for value in view.links(record):
        name = value.field.vocabulary
        if not name or name not in view.terms:
            continue
        term = view.terms[name].get(value.text)
        if term is None:
            yield Breach(
                value.at,
                f"the vocabulary {name} has no term {quoted(value.text)}",
                suggestion(value.text, view.terms[name], f"see dataset/vocabularies/{name}.json"),
            )
        elif "replaced_by" in term:
            hint = f"write {quoted(term['replaced_by'])}"
            yield Breach(value.at, f"the term {quoted(value.text)} has been replaced", hint)


@record_rule("REF-003", "milestone")
def term_is_not_abstract(record: Record, view: View) -> Iterator[Breach]:
    """A record publishes no abstract term.

    Abstract terms stand for what a vague source says; a published record is to say which it was.

    Take one of the narrower terms; in a claim the abstract term may stay.
    """
    for value in view.links(record):
        term = view.terms.get(value.field.vocabulary, {}).get(value.text, {})
        if value.at[0] != "evidence" and term.get("abstract"):
            narrower = _narrower(view, value.field.vocabulary, value.text)
            yield Breach(
                value.at,
                f"{quoted(value.text)} is a group of terms and not one to publish",
                f"take one of: {', '.join(narrower)}",
            )


def _narrower(view: View, vocabulary: str, group: str) -> list[str]:
    terms = view.terms[vocabulary].items()
    return [name for name, term in terms if group in list(term.get("broader", ()))]  # type: ignore[call-overload] # a list by the schema


@record_rule("REF-004", "milestone")
def stage_of_actor_is_in_the_record(record: Record, _view: View) -> Iterator[Breach]:
    """An actor that is tied to a stage names a stage of its record.

    Otherwise nobody knows at which act the actor was present.

    Write the key of one of the stages.
    """
    keys = [stage_key(stage) for stage in record.body["stages"]]
    for position, actor in enumerate(record.body.get("actors", ())):
        if actor.get("at", keys[0]) not in keys:
            yield Breach(
                ("actors", position, "at"),
                f"the record has no stage {quoted(actor['at'])}",
                suggestion(actor["at"], keys, f"its stages are {', '.join(keys)}"),
            )


@record_rule("REF-005", "milestone")
def side_is_a_party_of_the_relationship(record: Record, _view: View) -> Iterator[Breach]:
    """An actor's side is a party of one of the record's relationships, or other.

    The panel counts acts by side.

    Write the code of the party, or other for anybody else.
    """
    sides = sorted({side for dyad in record.body["relationships"] for side in dyad.split("-")})
    for position, actor in enumerate(record.body.get("actors", ())):
        if actor["side"] not in (*sides, "other"):
            yield Breach(
                ("actors", position, "side"),
                f"the side {quoted(actor['side'])} is no party of {', '.join(record.body['relationships'])}",
                f"write one of: {', '.join(sides)}, other",
            )


@record_rule("REF-006", "milestone")
def government_is_one_of_its_party(record: Record, view: View) -> Iterator[Breach]:
    """The government that an actor acts as is one of that party's record.

    Where more than one claimed the state, the record must say which one acted.

    Write the slug of a government of the party, or add it to the party's record.
    """
    for position, actor in enumerate(record.body.get("actors", ())):
        party = view.dataset.get("party", actor["actor"])
        if "as" not in actor or party is None:
            continue
        known = [government["id"] for government in party.body.get("governments", ())]
        if actor["as"] not in known:
            yield Breach(
                ("actors", position, "as"),
                f"{party.id} has no government {quoted(actor['as'])}",
                suggestion(actor["as"], known, f"add it to {party.path}"),
            )


@record_rule("REF-007", "milestone")
def link_leads_to_another_record(record: Record, _view: View) -> Iterator[Breach]:
    """A link leads to another milestone.

    A record that is part of itself says nothing.

    Write the identifier of the other milestone.
    """
    for position, link in enumerate(record.body.get("links", ())):
        if link["target"] == record.id:
            message = f"the link {quoted(link['relation'])} leads back to this record"
            yield Breach(("links", position, "target"), message, "name the other milestone")


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

    return [name for name in above if leads_back(name)]


RULES = (
    reference_resolves,
    term_is_in_its_vocabulary,
    term_is_not_abstract,
    stage_of_actor_is_in_the_record,
    side_is_a_party_of_the_relationship,
    government_is_one_of_its_party,
    link_leads_to_another_record,
    chain_has_no_circle,
)
