"""Rules on what names something else: records, terms, stages, governments."""

from collections.abc import Iterator

from milepost import identifiers
from milepost.derive.headline import stage_key
from milepost.kinds import kind_to_write
from milepost.model import Breach, Record
from milepost.rules.glance import ODD
from milepost.rules.misnamed import renamed
from milepost.rules.ordinary import OTHER, UNUSUAL, sides_of
from milepost.rules.registry import record_rule
from milepost.rules.view import EDITORS, View
from milepost.suggestions import did_you_mean, quoted, suggestion


@record_rule("REF-001", needs=ODD)
def reference_resolves(record: Record, view: View) -> Iterator[Breach]:
    """Every slug or identifier that a record names belongs to a record.

    A reader who follows it would find nothing.

    Mend the spelling, or write the missing record with `milepost new`.
    """
    for value in view.links(record):
        kinds = value.field.references
        if not kinds or _is_there(view, kinds, value.text) or _is_told(view, kinds, value.text):
            continue
        yield Breach(
            value.at,
            f"there is no {_listed(kinds)} {quoted(value.text)}",
            _where_it_went(view, kinds, value.text) or _nearest(view, kinds, value.text),
        )


def _listed(kinds: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))


def _is_there(view: View, kinds: tuple[str, ...], identifier: str) -> bool:
    if kinds == EDITORS:
        return identifier in view.editors or bool(view.broken.get("editors"))
    return view.knows(kinds, identifier)


def _is_told(view: View, kinds: tuple[str, ...], identifier: str) -> bool:
    """Return whether another rule tells why a record is not there.

    LED-001 does of one that was published and is gone, IDN-001 of an identifier with a slip.
    """
    buried = view.dataset.get("tombstone", identifier)
    if not buried and any((kind, identifier) in view.published for kind in kinds):
        return True
    near = did_you_mean(identifier, view.dataset.of("milestone")) if "milestone" in kinds else ""
    return bool(near) and not identifiers.is_sound(near)


def _where_it_went(view: View, kinds: tuple[str, ...], identifier: str) -> str:
    tombstone = view.dataset.get("tombstone", identifier)
    if tombstone is None or tombstone.body["kind"] not in kinds:
        return ""
    targets = " or ".join(map(quoted, tombstone.body["targets"]))
    return f"it was {tombstone.body['fate']}" + (f"; write {targets}" if targets else "")


def _nearest(view: View, kinds: tuple[str, ...], identifier: str) -> str:
    if kinds == EDITORS:
        return suggestion(identifier, view.editors, "add the handle to dataset/editors.json")
    known = [name for kind in kinds for name in view.dataset.of(kind)]
    kind = kind_to_write(kinds, identifier)
    return suggestion(identifier, known, f"write its record with `milepost new {kind}`")


@record_rule("REF-002", needs=ODD)
def term_is_in_its_vocabulary(record: Record, view: View) -> Iterator[Breach]:
    """Every term is one that its vocabulary defines and has not replaced.

    A term without a definition means something else to each reader.

    Take one of the terms, or add one with a definition to the vocabulary.
    """
    for value in view.links(record):
        name = value.field.vocabulary
        if not name or name in view.broken.get("vocabulary", ()):
            continue
        terms = view.terms.get(name, {})
        if value.text not in terms:
            hint = suggestion(value.text, terms, _other_vocabulary(view, name, value.text))
            message = f"the vocabulary {name} has no term {quoted(value.text)}"
            yield Breach(value.at, message, hint)
        elif "replaced_by" in terms[value.text]:
            hint = f"write {quoted(terms[value.text]['replaced_by'])}"
            yield Breach(value.at, f"the term {quoted(value.text)} has been replaced", hint)


def _other_vocabulary(view: View, name: str, term: str) -> str:
    here = f"the terms are in dataset/vocabularies/{name}.json"
    owner = next((other for other, terms in view.terms.items() if term in terms), None)
    return f"it is a term of {owner}; {here}" if owner else here


@record_rule("REF-003", "milestone", needs=ODD)
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
    return [name for name, term in terms if group in term.get("broader", ())]


@record_rule("REF-004", "milestone", needs=UNUSUAL)
def stage_of_actor_is_in_the_record(record: Record, view: View) -> Iterator[Breach]:
    """An actor that is tied to a stage names a stage of its record.

    Otherwise nobody knows at which act the actor was present.

    Write the key of one of the stages.
    """
    keys = [stage_key(stage) for stage in record.body["stages"]]
    for position, actor in enumerate(record.body.get("actors", ())):
        if actor.get("at", keys[0]) not in keys and actor["at"] not in renamed(record, view):
            yield Breach(
                ("actors", position, "at"),
                f"the record has no stage {quoted(actor['at'])}",
                suggestion(actor["at"], keys, f"its stages are {', '.join(keys)}"),
            )


@record_rule("REF-005", "milestone", needs=UNUSUAL)
def side_is_a_party_of_the_relationship(record: Record, _view: View) -> Iterator[Breach]:
    """An actor's side is a party of one of the record's relationships, or other.

    The panel counts acts by side.

    Write the code of the party, or other for anybody else.
    """
    dyads = record.body["relationships"]
    sides = sides_of(tuple(dyads))
    for position, actor in enumerate(record.body.get("actors", ())):
        if actor["side"] not in sides and actor["side"] != OTHER:
            yield Breach(
                ("actors", position, "side"),
                f"the side {quoted(actor['side'])} is no party of {', '.join(dyads)}",
                f"write one of: {', '.join(sorted(sides))}, other",
            )


@record_rule("REF-006", "milestone", needs="as")
def government_is_one_of_its_party(record: Record, view: View) -> Iterator[Breach]:
    """The government that an actor acts as is one of that party's record, or of its side's.

    Where more than one claimed the state, the record must say which one acted.

    Write the slug of a government of the party, or add it to the party's record.
    """
    for position, actor in enumerate(record.body.get("actors", ())):
        if "as" not in actor:
            continue
        parties = (view.dataset.get("party", name) for name in (actor["actor"], actor["side"]))
        party = next((found for found in parties if found), None)
        if party is None:
            continue
        known = [government["id"] for government in party.body.get("governments", ())]
        if actor["as"] not in known:
            yield Breach(
                ("actors", position, "as"),
                f"{party.id} has no government {quoted(actor['as'])}",
                suggestion(actor["as"], known, f"add it to {party.path}"),
            )


@record_rule("REF-007", "milestone", needs=UNUSUAL)
def link_leads_to_another_record(record: Record, _view: View) -> Iterator[Breach]:
    """A link leads to another milestone.

    A record that is part of itself says nothing.

    Write the identifier of the other milestone.
    """
    for position, link in enumerate(record.body.get("links", ())):
        if link["target"] == record.id:
            message = f"the link {quoted(link['relation'])} leads back to this record"
            yield Breach(("links", position, "target"), message, "name the other milestone")


RULES = (
    reference_resolves,
    term_is_in_its_vocabulary,
    term_is_not_abstract,
    stage_of_actor_is_in_the_record,
    side_is_a_party_of_the_relationship,
    government_is_one_of_its_party,
    link_leads_to_another_record,
)
