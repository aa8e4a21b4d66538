"""The theme around record pages: rendered once for all pages that differ in their words alone.

A shell is what the theme makes of a page whose words are slots; other pages are put together from
its pieces, which costs nothing beside rendering each of them.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

from markupsafe import Markup

from milepost.site.page_names import OF_SOURCES

Context = Mapping[str, Any]
# The name of a page and its context in, the page as the theme renders it out.
Theme = Callable[[str, dict[str, Any]], str]
# The pieces of each shell by what its pages have alike: text and the names of slots take turns.
Forms = dict[tuple[object, ...], list[str]]

_SLOT: Final = "milepost-slot-"
_SLOTS: Final = re.compile(rf"{_SLOT}([a-z_.]+)-")
_MARKUP: Final = re.compile("[&<>\"']")
_NAME: Final = "name"
# What the theme shows as text in one place and takes apart in another.
_TITLES: Final = ("title", "prev.title", "next.title")


class Shells:
    """Pages as the theme renders them, which is asked once for each folder and form of page."""

    def __init__(self, theme: Theme, made: Forms | None = None) -> None:
        self._theme = theme
        self._made = {} if made is None else made
        self._encoded: dict[tuple[object, ...], tuple[list[bytes], list[str]]] = {}

    def page(self, name: str, context: Context) -> bytes:
        """Return a page by its name, such as milestones/mp-2x9zg7k, and its context."""
        words = dict(_words(context))
        if not all(_is_plain(words.get(title, "")) for title in _TITLES):
            return self._theme(name, dict(context)).encode()
        folder, _, own = name.rpartition("/")
        words[_NAME] = own.removesuffix(OF_SOURCES)
        # Pages of sources stand in one language, and the theme leads from them to other pages.
        like = f"{folder}/{_slot(_NAME)}{own[len(words[_NAME]) :]}"
        form = (like, *words, *(pair for pair in context.items() if isinstance(pair[1], bool)))
        if form not in self._made:
            shell = self._theme(like, _slotted(context))
            self._made[form] = _SLOTS.split(shell)
        if form not in self._encoded:
            made = self._made[form]
            self._encoded[form] = [piece.encode() for piece in made], made[1::2]
        pieces, slots = self._encoded[form]
        filled = pieces.copy()
        filled[1::2] = [words[slot].encode() for slot in slots]
        return b"".join(filled)


def _words(context: Context) -> list[tuple[str, str]]:
    """Return the words of a context by the names of their slots; empty ones have none."""
    found = []
    for name, value in context.items():
        if isinstance(value, dict):
            found += [(f"{name}.{part}", text) for part, text in _words(value)]
        elif isinstance(value, str) and value:
            found.append((name, str(value)))
    return found


def _slotted(context: Context) -> dict[str, Any]:
    slotted = {name: dict(v) if isinstance(v, dict) else v for name, v in context.items()}
    for slot, _ in _words(context):
        name, _, part = slot.partition(".")
        if part:
            slotted[name][part] = _slot(slot)
        else:
            slotted[name] = _slot(slot)
    return slotted


def _slot(name: str) -> str:
    return f"{_SLOT}{name}-"


@lru_cache(maxsize=2048)
def _is_plain(title: str) -> bool:
    """Return whether a title without its tags is the same title, as it is in the head of a page."""
    if not _MARKUP.search(title):
        return " ".join(title.split()) == title
    return str(Markup.escape(Markup(title).striptags())) == title  # noqa: S704 -- escaped before
