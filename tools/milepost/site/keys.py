"""The key of a record's pages: a hash of all that they may show; equal keys mean equal pages.

A page shows its record, the records that it names, those that name it with what they name in turn,
and, for a milestone, the line of milestones that it stands in. A list shows records and those that
they name. What is few and shows everywhere (parties, places, terms, the edition, the frame around
the text) is the ground of every key.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

import orjson

from milepost.model import Record
from milepost.site.page import Listed
from milepost.site.site import Site

# A change of any other record changes every key.
_OWN = ("milestone", "source", "person", "organization", "occasion")
# These pages show records from all over the dataset, which use a term without naming its record.
UNKEYED = ("vocabulary",)
_LENGTH = 16


def ground_of(site: Site, frame: bytes) -> bytes:
    """Return the hash of what every page rests on; `frame` is all that no record says."""
    about = (site.edition.version, site.edition.time, site.edition.commit, site.as_of)
    records = (record for record in site.dataset if record.kind not in _OWN)
    return _digest([frame, orjson.dumps(about), *(_said(site, record) for record in records)])


@dataclass(frozen=True)
class Keys:
    """The keys of the records of a site above a ground; what several of them need is kept."""

    site: Site
    ground: bytes
    _reaches: dict[str, bytes] = field(default_factory=dict, repr=False)
    _lines: dict[str, bytes] = field(default_factory=dict, repr=False)
    _keys: dict[str, str] = field(default_factory=dict, repr=False)

    def of(self, shown: Record | Listed) -> str:
        """Return the key of all pages and files of a record, or that of a list."""
        if isinstance(shown, Listed):
            return self._of_list(shown).hex()
        if shown.path not in self._keys:
            self._keys[shown.path] = self._key(shown).hex()
        return self._keys[shown.path]

    def _of_list(self, listed: Listed) -> bytes:
        words = (word.encode() for word in (listed.kind, str(len(listed.words)), *listed.words))
        return _digest([self.ground, *words, *map(self._reach, listed.records)])

    def _key(self, record: Record) -> bytes:
        naming = {edge.origin.path: edge.origin for edge in self.site.graph.naming(record)}
        lines = record.body["relationships"] if record.kind == "milestone" else ()
        name = f"{record.kind}/{record.id}".encode()
        reaches = map(self._reach, (record, *naming.values()))
        return _digest([self.ground, name, *reaches, *map(self._line, lines)])

    def _reach(self, record: Record) -> bytes:
        """Return the hash of what a record and those that it names say."""
        if record.path not in self._reaches:
            # A source may be copied from one that is copied from a third.
            self._reaches[record.path] = _digest([_said(self.site, record), *self._named(record)])
        return self._reaches[record.path]

    def _named(self, record: Record) -> Iterable[bytes]:
        targets = (edge.target for edge in self.site.graph.named_by(record))
        for target in {target.path: target for target in targets if target.kind in _OWN}.values():
            yield self._reach(target) if target.kind == "source" else _said(self.site, target)

    def _line(self, dyad: str) -> bytes:
        if dyad not in self._lines:
            line = self.site.chronology(dyad)
            self._lines[dyad] = _digest([_said(self.site, record) for record in line])
        return self._lines[dyad]


def _said(site: Site, record: Record) -> bytes:
    """Return the file of a record with the hash of its content, which the citation shows too."""
    return record.path.encode() + site.blob(record)


def _digest(parts: Iterable[bytes]) -> bytes:
    """Return a hash of hashes and of texts, with their lengths before them."""
    hashed = tuple(parts)
    lengths = ",".join(map(str, map(len, hashed)))
    return blake2b(b"\n".join((lengths.encode(), *hashed)), digest_size=_LENGTH).digest()
