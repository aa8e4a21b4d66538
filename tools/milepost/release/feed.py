"""The feed of published versions in Atom (RFC 4287), for a dataset that has an address."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from milepost.derive.labels import text_in
from milepost.model import Dataset
from milepost.provenance.edition import Edition
from milepost.release.uuids import uuid_of

FILE = "changes.atom"
HOLDS = "The published versions as an Atom feed, to follow in a feed reader"
_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 holds in no form, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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


def feed_of(dataset: Dataset, edition: Edition) -> Feed | None:
    """Return the feed of a dataset, the newest version first; None where it has no address."""
    meta = dataset.meta
    if not meta.get("base_url"):
        return None
    address = f"{meta['base_url'].rstrip('/')}/"
    published = {
        version: (ledger.body["published"], text_in(ledger.body.get("withdrawn", {})))
        for version, ledger in dataset.of("ledger").items()
        if "published" in ledger.body
    }
    if edition.is_final:
        published.setdefault(edition.version, (edition.day, ""))
    entries = (
        _entry(version, day, withdrawn, address) for version, (day, withdrawn) in published.items()
    )
    newest = sorted(entries, key=lambda entry: _numbers(entry.version), reverse=True)
    title, author = text_in(meta["title"]), text_in(meta["creator"])
    return Feed(address, title, author, edition.time, tuple(newest))


def _entry(version: str, day: str, withdrawn: str, address: str) -> Entry:
    title = f"Version {version} (withdrawn)" if withdrawn else f"Version {version}"
    summary = f"It was withdrawn: {withdrawn}" if withdrawn else f"Published on {day}."
    return Entry(version, day, title, summary, f"{address}download.html")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def as_atom(feed: Feed) -> bytes:
    """Return a feed as XML in UTF-8."""
    root = ET.Element("feed", xmlns=_ATOM)
    _fill(root, id=feed.address, title=feed.title, updated=feed.updated)
    _fill(ET.SubElement(root, "author"), name=feed.author)
    ET.SubElement(root, "link", href=feed.address)
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
