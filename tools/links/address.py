"""The addresses that records name on the web, by the host that has to answer for them."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from milepost.model import Dataset


class Address(NamedTuple):
    """A web address, the file that names it, and where an archived copy is, or nothing."""

    url: str
    path: str
    archived: str = ""


def addresses(dataset: Dataset) -> Iterator[Address]:
    """Yield the addresses of the sources in the order of their files."""
    for source in dataset.of("source").values():
        for told in source.body.get("urls", ()):
            yield Address(told["url"], source.path, told.get("archived", ""))


def by_host(dataset: Dataset) -> list[list[Address]]:
    """Return the addresses in a list for each host, so that none is asked twice at a time."""
    hosts: dict[str, list[Address]] = {}
    for address in addresses(dataset):
        hosts.setdefault(urlsplit(address.url).netloc, []).append(address)
    return list(hosts.values())
