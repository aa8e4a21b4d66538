"""The sources of a sheet: recorded ones found again by slug or address, new ones made once."""

from collections.abc import Iterator, Mapping
from typing import Any

from milepost.drafting.draft import draft, proposed_name
from milepost.model import Body, Record
from milepost.rules.sources import plain_address
from milepost.rules.view import View
from milepost.sheets.account import Refusal
from milepost.sheets.hints import Hints
from milepost.sheets.judging import amiss
from milepost.sheets.mapping import SheetMapping
from milepost.sheets.told import Told
from milepost.suggestions import quoted

_Identity = tuple[str, str, str, bool]


class Sources:
    """Recorded sources and the sound ones of a sheet; `made` has the new ones by slug."""

    def __init__(self, view: View, recorded: dict[str, Record], mapping: SheetMapping) -> None:
        """Begin with the recorded sources of a view, to which new ones are added."""
        self.made: dict[str, Record] = {}
        self._hints = Hints()
        self._view = view
        self._mapping = mapping
        self._recorded = recorded
        self._by_url: dict[str, str] = {}
        self._by_identity: dict[_Identity, str] = {}
        for record in self._recorded.values():
            self._index(record)

    def found(self, told: Told) -> Record | tuple[Refusal, ...]:
        """Return the source of a row, or why it has none that could be cited."""
        given = told.source
        known = self._recorded.get(self._slug(given))
        if known:
            # One page is one source, in whatever words a sheet tells of it; else the words decide.
            is_one_page = bool(set(_urls(given)) & set(_urls(known.body)))
            return known if is_one_page else tuple(self._differences(known, given)) or known
        if set(given) <= {"id"}:
            return (self._unknown(given),)
        twin = self._twin(given)
        return (self._told_twice(twin),) if twin else self._made(told)

    def _slug(self, given: Body) -> str:
        if "id" in given:
            return str(given["id"])
        if not _urls(given):
            return self._by_identity.get(_identity(given), "")
        return next((self._by_url[url] for url in _urls(given) if url in self._by_url), "")

    def _twin(self, given: Body) -> str:
        """Return the source that a new one would tell a second time, or an empty text."""
        by_url = next((self._by_url[url] for url in _urls(given) if url in self._by_url), "")
        with_url = (*_identity(given)[:3], True)
        return by_url or ("" if _urls(given) else self._by_identity.get(with_url, ""))

    def _index(self, record: Record) -> None:
        for url in _urls(record.body):
            self._by_url.setdefault(url, record.id)
        self._by_identity.setdefault(_identity(record.body), record.id)

    def _made(self, told: Told) -> Record | tuple[Refusal, ...]:
        body = _whole(told.source)
        name = str(body.get("id") or self._free(_proposed(body)))
        record = draft(self._view, "source", body, name, name)
        refusals = amiss(record, self._view, told.origins)
        if refusals:
            return refusals
        self.made[name] = self._recorded[name] = record
        self._index(record)
        return record

    def _free(self, name: str) -> str:
        taken, number = self._recorded, 2
        if name not in taken:
            return name
        while f"{name}-{number}" in taken:
            number += 1
        return f"{name}-{number}"

    def _unknown(self, given: Body) -> Refusal:
        if "id" not in given:
            column = self._mapping.column_of("source")
            hint = "fill in the slug of a recorded source, or publisher, language and kind"
            return Refusal("IMP-003", column, "nothing says which source it rests on", hint)
        slug, column = str(given["id"]), self._mapping.column_of("source", "id")
        otherwise = "to record it, fill in its publisher, language, kind and title as well"
        hint = self._hints.of(slug, self._recorded, otherwise)
        return Refusal("REF-001", column, f"there is no source {quoted(slug)}", hint)

    def _told_twice(self, slug: str) -> Refusal:
        column = self._mapping.column_of("source")
        message = f"the source is recorded already, as {slug}"
        return Refusal("IMP-008", column, message, f"write {slug} as the source")

    def _differences(self, known: Record, given: Body) -> Iterator[Refusal]:
        for name in told_otherwise(known, given):
            have = known.body.get(name)
            shown = quoted(have) if have is not None else "nothing"
            message = (
                f"{known.id} is recorded with {shown} as its {name}, "
                f"and the row has {quoted(given[name])}"
            )
            hint = f"write {known.id} as the source and empty its other cells, or mend its record"
            yield Refusal("IMP-008", self._mapping.column_of("source", name), message, hint)


def told_otherwise(known: Record, given: Body) -> list[str]:
    """Return the names of what a row tells of a source and its record has not, or has otherwise."""
    return [n for n, value in given.items() if n != "id" and not _agrees(known.body.get(n), value)]


def _agrees(have: Any, given: Any) -> bool:
    """Return whether a record says all that a row gives."""
    if isinstance(given, Mapping):
        if not isinstance(have, Mapping):
            return False
        plain = {**given, **({"url": have.get("url")} if _is_one_page(have, given) else {})}
        return all(_agrees(have.get(name), value) for name, value in plain.items())
    if isinstance(given, list):
        return isinstance(have, list) and all(any(_agrees(h, v) for h in have) for v in given)
    return bool(have == given)


def _whole(given: Body) -> dict[str, Any]:
    """Return what a row gives of a source with its English title as the label, if it has none."""
    title = given.get("title", {}).get("en")
    return {**given, "label": {"en": title}} if title and "label" not in given else dict(given)


def _urls(body: Body) -> list[str]:
    return [plain_address(url["url"]) for url in body.get("urls", ()) if "url" in url]


def _is_one_page(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    urls = (one.get("url"), other.get("url"))
    return all(urls) and plain_address(str(urls[0])) == plain_address(str(urls[1]))


def _identity(body: Body) -> _Identity:
    """Return what tells a source without an address from others, and whether this one has one."""
    words = (*body.get("title", {}).values(), *body.get("label", {}).values(), "")
    publisher = next(iter(body.get("publisher", {}).values()), "")
    return str(publisher), str(body.get("published", "")), str(words[0]), "urls" in body


def _proposed(body: Body) -> str:
    label = {"en": "source", **body.get("label", {})}
    return proposed_name("source", {"publisher": {}, **body, "label": label}) or "source"
