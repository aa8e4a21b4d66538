"""Names of things: a kind and an identifier in, an IRI out.

With a base_url the IRI of a record is the address of its page; without one no address is invented,
and it is a UUID made from the kind and the identifier. A part of a record is the record's IRI
with the JSON Pointer of the part as its fragment.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from milepost.addresses import escaped
from milepost.kinds import ACTING, BY_NAME
from milepost.model import Dataset
from milepost.release.uuids import uuid_of

# What RFC 3987 keeps out of an IRI, and the sign that begins a fragment.
_UNFIT = re.compile(r"[\x00-\x20<>\"{}|\\^`%#\x7f]")


@dataclass(frozen=True, slots=True)
class Names:
    """The names in one release.

    `base` is empty without a base_url; `acting` has the kind of each slug that may act, and
    `governments` the IRI of each government.
    """

    base: str
    acting: Mapping[str, str]
    governments: Mapping[str, str]

    def record(self, kind: str, identifier: str) -> str:
        """Return the IRI of a record."""
        return _record(self.base, kind, identifier)

    def term(self, vocabulary: str, term: str) -> str:
        """Return the IRI of a term, which is that of its place on the page of the vocabulary."""
        return f"{_record(self.base, 'vocabulary', vocabulary)}#term-{term}"

    def actor(self, slug: str) -> str:
        """Return the IRI of a party, a person, an organization or a place."""
        return _record(self.base, self.acting[slug], slug)

    def editor(self, dataset: str, handle: str) -> str:
        """Return the IRI of an editor, who has no record of their own."""
        return f"{_record(self.base, 'dataset', dataset)}#editor-{handle}"


def names_of(dataset: Dataset) -> Names:
    """Return the names in a dataset."""
    base = _fitting(dataset.meta.get("base_url", "").rstrip("/"))
    acting = {identifier: kind for kind in ACTING for identifier in dataset.of(kind)}
    governments = {
        government["id"]: part(_record(base, "party", party), "governments", government["id"])
        for party, record in dataset.of("party").items()
        for government in record.body.get("governments", ())
    }
    return Names(base, acting, governments)


def part(record: str, *tokens: str) -> str:
    """Return the IRI of a part of a record by the tokens of its JSON Pointer."""
    return f"{record}#{pointer(*tokens)}"


@cache
def pointer(*tokens: str) -> str:
    """Return a JSON Pointer (RFC 6901) as the fragment of an IRI."""
    return "".join(f"/{_fitting(escaped(token))}" for token in tokens)


def _fitting(text: str) -> str:
    return _UNFIT.sub(lambda found: quote(found[0]), text)


@cache
def _record(base: str, kind: str, identifier: str) -> str:
    if not base:
        return f"urn:uuid:{uuid_of(kind, identifier)}"
    folder = BY_NAME[kind].folder
    return f"{base}/{folder}/{identifier}.html" if folder else f"{base}/"
