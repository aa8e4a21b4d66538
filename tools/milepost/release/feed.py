"""The feed of published versions in Atom (RFC 4287), for a dataset that has an address."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from milepost.derive.labels import text_in
from milepost.model import Dataset
from milepost.provenance.edition import Edition
from milepost.release.feed_changes import Hashes, changes_in_words, hashes_of
from milepost.release.ledger import rows
from milepost.release.uuids import uuid_of

FILE = "changes.atom"
HOLDS = "The published versions as an Atom feed, to follow in a feed reader"
_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 holds in no form, not even escaped.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Entry(NamedTuple):
    """A published version: its number, its day in ISO 8601, what to say of it and where it is."""

    version: str
    day: str
    title: str
    summary: str
    link: str


class Feed(NamedTuple):
    """A feed: its address, which is its identifier, its title, its author and its entries."""

    address: str
    title: str
    author: str
    updated: str
    entries: tuple[Entry, ...]


class _Version(NamedTuple):
    """A published version: its day, why it was withdrawn, and the hashes of its records."""

    version: str
    day: str
    withdrawn: str
    hashes: Hashes


def feed_of(dataset: Dataset, edition: Edition) -> Feed | None:
    """Return the feed of a dataset, the newest version first; None where it has no address."""
    meta = dataset.meta
    if not meta.get("base_url"):
        return None
    address = f"{meta['base_url'].rstrip('/')}/"
    versions = sorted(_versions(dataset, edition), key=lambda it: _numbers(it.version))
    earlier = [None, *versions][:-1]
    entries = [
        _entry(version, _told(dataset, version, last), f"{address}download.html")
        for last, version in zip(earlier, versions, strict=True)
    ]
    title, author = text_in(meta["title"]), text_in(meta["creator"])
    return Feed(address, title, author, edition.time, tuple(reversed(entries)))


def _versions(dataset: Dataset, edition: Edition) -> Iterator[_Version]:
    ledgers = (ledger.body for ledger in dataset.of("ledger").values())
    published = {body["version"]: body for body in ledgers if "published" in body}
    for version, body in published.items():
        withdrawn = text_in(body.get("withdrawn", {}))
        yield _Version(version, body["published"], withdrawn, hashes_of(body["records"]))
    if edition.is_final and edition.version not in published:
        yield _Version(edition.version, edition.day, "", hashes_of(rows(dataset)))


def _told(dataset: Dataset, version: _Version, last: _Version | None) -> str:
    if version.withdrawn:
        return f"It was withdrawn: {version.withdrawn}"
    before, since = (last.hashes, last.version) if last else (None, "")
    changes = changes_in_words(dataset, before, version.hashes, since)
    return f"Published on {version.day}. {changes}"


def _entry(version: _Version, summary: str, link: str) -> Entry:
    title = f"Version {version.version}{' (withdrawn)' if version.withdrawn else ''}"
    return Entry(version.version, version.day, title, summary, link)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def as_atom(feed: Feed) -> bytes:
    """Return a feed as XML in UTF-8."""
    root = ET.Element("feed", xmlns=_ATOM)
    _fill(root, id=feed.address, title=feed.title, updated=feed.updated)
    _fill(ET.SubElement(root, "author"), name=feed.author)
    ET.SubElement(root, "link", href=feed.address)
    ET.SubElement(root, "link", rel="self", href=f"{feed.address}{FILE}")
    root.extend(_elements(feed.entries))
    ET.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n%b\n' % ET.tostring(root, "utf-8")


def _elements(entries: Iterable[Entry]) -> Iterator[ET.Element]:
    for entry in entries:
        element = ET.Element("entry")
        identifier = f"urn:uuid:{uuid_of('version', entry.version)}"
        updated = f"{entry.day}T00:00:00Z"
        _fill(element, id=identifier, title=entry.title, updated=updated, summary=entry.summary)
        ET.SubElement(element, "link", href=entry.link)
        yield element


def _fill(element: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(element, name).text = _NO_XML.sub("", text)
