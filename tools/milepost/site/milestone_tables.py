"""The tables of a milestone: its stages, actors, agenda and what it changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from milepost.derive.headline import headline_of, stage_key
from milepost.derive.labels import government_label
from milepost.model import Record
from milepost.site.addressing import TRACKS, key_phrase, stage_link
from milepost.site.amounts import amount_phrase
from milepost.site.naming import actor_link, record_link, term_link
from milepost.site.phrase import Part, Phrase, Text, listed
from milepost.site.site import Site
from milepost.site.tables import Fact, Table, without_empty_columns
from milepost.site.wording import bound_words, date_phrase

Member = Mapping[str, Any]


def stages(site: Site, record: Record) -> Table:
    """Return the stages in their order; the one whose date stands for the whole is marked."""
    members = record.body["stages"]
    headline = headline_of(record.body)
    rows = tuple(
        (
            (term_link(site, "stage", stage["stage"]), *key_phrase(stage)),
            date_phrase(stage["date"]) if "date" in stage else ("not dated",),
            date_phrase(stage["end"]) if "end" in stage else (),
            (_place(site, stage["place"]),) if "place" in stage else (),
            ("dates the milestone",) if len(members) > 1 and stage == headline else (),
        )
        for stage in members
    )
    return without_empty_columns(
        Table("Stages", ("Stage", "Date", "End", "Place", "Headline"), rows)
    )


def _place(site: Site, slug: str) -> Part:
    kind = "place" if site.dataset.get("place", slug) else "party"
    return record_link(site, kind, slug)


def actors(site: Site, record: Record) -> Table:
    """Return who took part: side, role, office, the stage and the government that acted."""
    keys = {stage_key(stage): stage["stage"] for stage in record.body["stages"]}
    rows = tuple(_actor(site, actor, keys) for actor in record.body.get("actors", ()))
    columns = ("Who", "Side", "Role", "Office", "At the stage", "Government")
    return without_empty_columns(Table("Who took part", columns, rows))


def _actor(site: Site, actor: Member, keys: Mapping[str, str]) -> tuple[Phrase, ...]:
    side = actor["side"]
    return (
        (actor_link(site, actor["actor"]), *key_phrase(actor)),
        ("other",) if side == "other" else (record_link(site, "party", side),),
        (term_link(site, "actor-role", actor["role"]),),
        (term_link(site, "office", actor["office"]),) if "office" in actor else (),
        (stage_link(site, keys.get(actor["at"], actor["at"])),) if "at" in actor else (),
        (_government(site, actor),) if "as" in actor else (),
    )


def _government(site: Site, actor: Member) -> Part:
    return Text(government_label(site.dataset, (actor["actor"], actor["side"]), actor["as"]))


def agenda(site: Site, record: Record) -> Table:
    """Return what was raised: the topic, the act, by whom, to whom and in which capacity."""
    rows = tuple(_agenda(site, item) for item in record.body.get("agenda", ()))
    columns = ("Topic", "Act", "By", "To", "In the capacity of")
    return without_empty_columns(Table("Agenda", columns, rows))


def _agenda(site: Site, item: Member) -> tuple[Phrase, ...]:
    return (
        (term_link(site, "topic", item["topic"]), *key_phrase(item)),
        (term_link(site, "agenda-act", item["act"]),),
        listed([(actor_link(site, slug),) for slug in item.get("by", ())]),
        listed([(actor_link(site, slug),) for slug in item.get("to", ())]),
        (term_link(site, "office", item["as"]),) if "as" in item else (),
    )


def facts(site: Site, record: Record) -> Iterator[Fact]:
    """Yield what else a milestone states: effects, quantities, instrument, occasion, protocol."""
    body = record.body
    for effect in body.get("effects", ()):
        yield Fact(f"Effect on {TRACKS[effect['track']]}", effect_phrase(site, record, effect))
    for quantity in body.get("quantities", ()):
        kind = term_link(site, "quantity-kind", quantity["kind"])
        name = kind if isinstance(kind, str) else kind.text
        yield Fact(name, (*amount_phrase(quantity["value"]), *key_phrase(quantity)))
    if "instrument" in body:
        yield Fact("Instrument", _instrument(site, body["instrument"]))
    if "occasion" in body:
        yield Fact("Occasion", (record_link(site, "occasion", body["occasion"]),))
    if "protocol" in body:
        yield Fact("Protocol", (term_link(site, "protocol", body["protocol"]),))


def effect_phrase(site: Site, record: Record, effect: Member) -> Phrase:
    """Return what an effect changed, from which level to which, and from when."""
    level = term_link(site, "status-level", effect["level"])
    whose = "as called by " if effect["track"] == "partnership" else "mission of "
    of: Phrase = (whose, actor_link(site, effect["of"]), ": ") if "of" in effect else ()
    before: Phrase = ()
    if "from" in effect:
        before = ("from ", term_link(site, "status-level", effect["from"]), " to ")
    return (
        *of,
        *before,
        level,
        *_for_government(site, record, effect),
        *_beginning(site, record, effect),
    )


def _for_government(site: Site, record: Record, effect: Member) -> Phrase:
    if "as" not in effect:
        return ()
    parties = [party for dyad in record.body["relationships"] for party in dyad.split("-")]
    return (f", for {government_label(site.dataset, parties, effect['as'])} alone",)


def _beginning(site: Site, record: Record, effect: Member) -> Phrase:
    key = effect.get("at", "in-effect")
    stage = next((s for s in record.body["stages"] if stage_key(s) == key), None)
    if stage is None or "date" not in stage:
        return (", not yet in effect",)
    at: Phrase = () if key == "in-effect" else (" at the stage ", stage_link(site, stage["stage"]))
    return (f", {bound_words('since', stage['date'])}", *at)


def _instrument(site: Site, instrument: Member) -> Phrase:
    parts: list[Part] = [term_link(site, "instrument-kind", instrument["kind"])]
    for language, name in instrument.get("name", {}).items():
        parts += [", ", Text(name, language)]
    if "number" in instrument:
        parts += [", ", instrument["number"]]
    return tuple(parts)
