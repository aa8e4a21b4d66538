"""The table of sources: what was read, who published it and when."""

from collections.abc import Callable
from typing import Any

from milepost.release.tables.cells import joined
from milepost.release.tables.columns import (
    Bodied,
    dates,
    english,
    listed,
    plain,
    records,
    texts,
)
from milepost.release.tables.table import Column, Table


def _of_each(name: str, description: str, group: str, field: str) -> Column:
    """Return the column with one field of each member of a list, empty where a member has none."""
    return Column(name, description, _fields(group, field), "list")


def _fields(group: str, field: str) -> Callable[[Bodied], str]:
    def text(item: Bodied) -> str:
        members: list[Any] = item.body.get(group, [])
        return joined(str(member.get(field, "")) for member in members)

    return text


SOURCES = Table(
    "sources",
    "The sources that were read: publisher, date, language, addresses, stake and descent",
    records("source"),
    (
        plain("id", "The slug of the source."),
        plain("kind", "What sort of text it is: a term of the vocabulary source-kind."),
        *texts("title", "The title as the source shows it"),
        english("label", "A short description in the editors’ words."),
        listed("authors", "The authors as the source names them."),
        english("publisher", "Who published it."),
        *dates("published", "When it was published"),
        plain("published_basis", "How that is known: printed, url, stated-in-text or inferred."),
        plain("language", "The language of the text, in BCP 47."),
        _of_each("urls", "Its addresses.", "urls", "url"),
        _of_each("archived_urls", "An archived copy of each address.", "urls", "archived"),
        _of_each("retrieved", "The day on which each address was retrieved.", "urls", "retrieved"),
        _of_each("consulted_forms", "In what form it was read.", "consulted", "form"),
        _of_each("consulted_extents", "How much of it was read.", "consulted", "extent"),
        listed("stake", "The parties (parties.id) on whose behalf it speaks."),
        listed("derived_from", "The sources (sources.id) that it was copied from."),
        plain("rights", "Its licence or rights statement."),
        _of_each("snapshots_sha256", "The SHA-256 of each text read.", "snapshots", "sha256"),
        english("note", "A note of the editors."),
    ),
)
