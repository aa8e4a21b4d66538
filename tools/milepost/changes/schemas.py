"""The schemas of two sides to the properties that came, went or are otherwise than they were."""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from milepost.addresses import address
from milepost.changes.change import ValueChange
from milepost.changes.differences import differences
from milepost.schema.documents import subschemas

Documents = Mapping[str, Any]
Path = tuple[str, ...]
Part = Mapping[str, Any]
_WORDS = frozenset(("title", "description", "examples", "$comment"))
# What these say decides what a value is; the rest, what it may be.
_TYPES = frozenset(
    ("type", "$ref", "const", "x-compare", "x-reference", "x-vocabulary", "x-key", "x-edtf")
)
_INNER = frozenset(("properties", "patternProperties", "$defs", "items", "required"))


def schema_changes(old: Documents, new: Documents) -> list[ValueChange]:
    """Return what changed, schema by schema; an address begins with the name of its schema."""
    return [change for name in sorted({*old, *new}) for change in _of_schema(old, new, name)]


def _of_schema(old: Documents, new: Documents, name: str) -> Iterator[ValueChange]:
    if name not in new:
        yield ValueChange(name, "schema removed")
    elif name not in old:
        yield ValueChange(name, "schema added")
    elif old[name] != new[name]:
        before, after = _parts(old[name]), _parts(new[name])
        for path in sorted({*before, *after}):
            at = f"{name}{address(path)}"
            if path not in after:
                yield from _whole(at, path, "property removed", after)
            elif path not in before:
                yield from _whole(at, path, "property added", before)
            else:
                yield from _of_part(at, before[path], after[path])


def _parts(document: Part) -> dict[Path, Part]:
    return {(): document, **dict(subschemas(document))}


def _whole(at: str, path: Path, category: str, other: Container[Path]) -> Iterator[ValueChange]:
    """Yield a property that only one side has, unless what it stands in says so already."""
    above = path[:-1] if path[-1] == "items" and path[-2:-1] != ("properties",) else path[:-2]
    if above in other:
        yield ValueChange(at, category)


def _of_part(at: str, before: Part, after: Part) -> Iterator[ValueChange]:
    for name in sorted({*before, *after} - _INNER):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if name in _WORDS:
            yield ValueChange(f"{at}/{name}", "wording")
            continue
        category = "property retyped" if name in _TYPES else "property bounded anew"
        for found in differences(old, new, f"{at}/{name}"):
            yield ValueChange(found.address, category, _text(found.old), _text(found.new))
    yield from _required(at, before, after)


def _required(at: str, before: Part, after: Part) -> Iterator[ValueChange]:
    """Yield the properties of both sides that one alone asks for."""
    both = before.get("properties", {}).keys() & after.get("properties", {}).keys()
    old, new = (both & set(part.get("required", ())) for part in (before, after))
    yield from (ValueChange(f"{at}/{n}", "property required") for n in sorted(new - old))
    yield from (ValueChange(f"{at}/{n}", "property now optional") for n in sorted(old - new))


def _text(value: object) -> str:
    return "" if value is None else str(value)
