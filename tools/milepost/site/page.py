"""A record page as a value: its name, its title, its template and what the template lays out."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from milepost.model import Record
from milepost.site.naming import label
from milepost.site.page_names import page_of
from milepost.site.phrase import Link, Phrase, Text


class Section(NamedTuple):
    """A heading of a page with its anchor, as the contents of the page list it."""

    anchor: str
    title: str


class Page(NamedTuple):
    """One page; `values` holds the page's own value under the name that its template uses."""

    name: str
    title: Text
    template: str
    values: Mapping[str, Any]
    sections: tuple[Section, ...] = ()
    description: str = ""
    record: Record | None = None
    before: Link | None = None
    after: Link | None = None
    correction: Phrase = ()
    language: str = "en"


class Listed(NamedTuple):
    """Records of a kind as a list shows them: what each says, and what it names in turn.

    `words` are what the list says besides.
    """

    kind: str
    records: Collection[Record]
    words: tuple[str, ...] = ()


# By the name of a file and what it shows, whether it need not be made.
IsMade = Callable[[str, Record | Listed], bool]


def never(_name: str, _shown: Record | Listed) -> bool:
    """Return that a page has to be made."""
    return False


def record_page(
    record: Record,
    template: str,
    values: Mapping[str, Any],
    sections: tuple[Section, ...],
    description: str = "",
) -> Page:
    """Return the page of a record at its permanent name."""
    return Page(
        page_of(record.kind, record.id),
        label(record),
        template,
        values,
        sections,
        description,
        record,
    )
