"""Witnesses: entries that share a root are one, however many documents carry them."""

from collections.abc import Iterable, Mapping, Sequence

from milepost.identifiers import entry_id
from milepost.model import Body, Dataset, Record


def roots_of_source(dataset: Dataset, slug: str) -> frozenset[str]:
    """Return the ends of the chains of sources that a source was copied from; itself if none."""
    source = dataset.get("source", slug)
    if not (source and source.body.get("derived_from")):
        return frozenset({slug})
    ends: set[str] = set()
    waiting, seen = [slug], {slug}
    while waiting:
        name = waiting.pop()
        source = dataset.get("source", name)
        above = source.body.get("derived_from", ()) if source else ()
        if not above:
            ends.add(name)
        fresh = [one for one in above if one not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return frozenset(ends)


def roots_of_entry(dataset: Dataset, entry: Body) -> frozenset[str]:
    """Return whose word an entry rests on: its speaker, or else the roots of its source."""
    speaker = entry.get("speaker")
    if speaker:
        return frozenset({f"speaker {speaker['who']}"})
    return frozenset(f"source {root}" for root in roots_of_source(dataset, entry["source"]))


def stakes_of_entry(dataset: Dataset, entry: Body) -> frozenset[str]:
    """Return the parties on whose behalf an entry speaks; empty where nobody's."""
    speaker = entry.get("speaker")
    if speaker:
        return frozenset({speaker["for"]} if "for" in speaker else ())
    source = dataset.get("source", entry["source"])
    return frozenset(source.body.get("stake", ())) if source else frozenset()


def witnesses(dataset: Dataset, entries: Iterable[Body]) -> list[frozenset[str]]:
    """Return the groups of entry names that are one witness each: joined by shared roots."""
    groups: list[tuple[set[str], set[str]]] = []
    for entry in entries:
        names, roots = {entry_id(entry)}, set(roots_of_entry(dataset, entry))
        apart = []
        for group in groups:
            if group[1] & roots:
                names |= group[0]
                roots |= group[1]
            else:
                apart.append(group)
        groups = [*apart, (names, roots)]
    return [frozenset(names) for names, _ in groups]


def independent_sources(
    dataset: Dataset, record: Record, names: Iterable[str] | None = None
) -> int:
    """Return how many witnesses a record has, or of them those among some entries."""
    wanted = None if names is None else set(names)
    entries = [e for e in _entries(record) if wanted is None or entry_id(e) in wanted]
    return len(witnesses(dataset, entries))


def is_one_sided(dataset: Dataset, entries: Iterable[Body]) -> bool:
    """Return whether all of some entries speak for one and the same party alone."""
    return speak_for_one([stakes_of_entry(dataset, entry) for entry in entries])


def speak_for_one(stakes: Sequence[frozenset[str]]) -> bool:
    """Return whether entries of these stakes, if any, all speak for the same party alone."""
    return bool(stakes) and len(stakes[0]) == 1 and all(stake == stakes[0] for stake in stakes)


def _entries(record: Record) -> Iterable[Mapping[str, object]]:
    return list(record.body.get("evidence", ()))
