"""Names as tables write them to the slugs of records, terms and parties, by date where they say."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from milepost import edtf, intervals
from milepost.model import Body, Dataset
from milepost.sheets.hints import Hints

NAMED: Final = ("party", "person", "organization", "place", "occasion")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_NO_WORD: Final = re.compile(r"[\W_]+")


class Named(NamedTuple):
    """What a name stands for: a slug, a government where it is one's, and when it was its name."""

    slug: str
    government: str = ""
    days: intervals.Intervals = intervals.EVERYTHING
    period: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a dataset, folded: of records, of terms, and the numbers of parties."""

    records: Mapping[str, Mapping[str, tuple[Named, ...]]] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, tuple[Named, ...]]] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, tuple[Named, ...]]] = field(default_factory=dict)
    hints: Hints = field(default_factory=Hints)

    def of_kinds(self, kinds: Iterable[str], text: str) -> tuple[Named, ...]:
        """Return what a text may name among the records of some kinds; its slug wins."""
        key, found = folded(text), dict[Named, None]()
        for kind in kinds:
            for named in self.records.get(kind, {}).get(key, ()):
                found[named] = None
        exact = tuple(named for named in found if named.slug == text)
        return exact[:1] or tuple(found)

    def of_terms(self, vocabulary: str, text: str) -> tuple[Named, ...]:
        """Return what a text may name in a vocabulary; its slug wins."""
        found = self.terms.get(vocabulary, {}).get(folded(text), ())
        exact = tuple(named for named in found if named.slug == text)
        return exact[:1] or found

    def of_code(self, scheme: str, text: str) -> tuple[Named, ...]:
        """Return the parties that have a number in a list."""
        return self.codes.get(scheme, {}).get(text.lstrip("0"), ())


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """Return a name without case, accents of Latin letters, punctuation and a leading “the”."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold().replace("&", " and ")
    words = _NO_WORD.sub(" ", unicodedata.normalize("NFC", bare)).strip()
    return words.removeprefix("the ").replace("đ", "d")


def names_of(dataset: Dataset) -> Names:
    """Return every name of a dataset."""
    parties = dataset.of("party").values()
    records = {kind: _index(_of_records(dataset, kind)) for kind in NAMED}
    vocabularies = dataset.of("vocabulary").values()
    terms = {v.id: _index(_of_terms(v.body["terms"])) for v in vocabularies}
    return Names(records, terms, _codes([party.body for party in parties]))


def _index(pairs: Iterable[tuple[str, Named]]) -> dict[str, tuple[Named, ...]]:
    found: dict[str, dict[Named, None]] = {}
    for name, named in pairs:
        if folded(name):
            found.setdefault(folded(name), {})[named] = None
    return {name: tuple(named) for name, named in found.items()}


def _of_records(dataset: Dataset, kind: str) -> Iterator[tuple[str, Named]]:
    for record in dataset.of(kind).values():
        own = Named(record.id)
        yield record.id, own
        yield from ((name, own) for name in record.body["name"].values())
        yield from ((variant["text"], own) for variant in record.body.get("variants", ()))
        yield from _of_party(record.body) if kind == "party" else ()


def _of_party(body: Body) -> Iterator[tuple[str, Named]]:
    codes = body.get("codes", {})
    for name in ("iso_alpha_2", "iso_alpha_3", "wikidata"):
        if name in codes:
            yield codes[name], Named(body["id"])
    for given in body.get("names", ()):
        named = Named(body["id"], "", *_period(given))
        yield from ((name, named) for name in given["name"].values())
    for government in body.get("governments", ()):
        named = Named(body["id"], government["id"], *_period(government))
        yield government["id"], named
        yield from ((name, named) for name in government["name"].values())


def _of_terms(terms: Iterable[Body]) -> Iterator[tuple[str, Named]]:
    for term in terms:
        if "replaced_by" not in term:
            yield term["id"], Named(term["id"])
            yield from ((label, Named(term["id"])) for label in term["label"].values())


def _codes(parties: Iterable[Body]) -> dict[str, dict[str, tuple[Named, ...]]]:
    found: dict[str, list[tuple[str, Named]]] = {"iso-numeric": [], "cow": [], "gw": []}
    for party in parties:
        if "iso_numeric" in party.get("codes", {}):
            found["iso-numeric"].append((party["codes"]["iso_numeric"], Named(party["id"])))
        for entry in party.get("memberships", ()):
            found[entry["list"]].append((entry["number"], Named(party["id"])))
    return {scheme: _index((n.lstrip("0"), named) for n, named in m) for scheme, m in found.items()}


def _period(given: Body) -> tuple[intervals.Intervals, str]:
    """Return the days in which a name may have been in use, and the period in words."""
    first, last = (edtf.parse(given[name]).days if name in given else () for name in ("from", "to"))
    low = first[0][0] if first else intervals.EVERYTHING[0][0]
    high = last[-1][1] if last else intervals.EVERYTHING[0][1]
    words = [f"{name} {given[name]}" for name in ("from", "to") if name in given]
    return intervals.from_pairs([(low, high)]), " ".join(words)
