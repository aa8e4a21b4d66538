"""The rule on language tags."""

from collections.abc import Iterator
from typing import Any

from milepost.language_tags import is_language, meant
from milepost.model import Breach, Path, Record
from milepost.rules.glance import LANGUAGE, ODD
from milepost.rules.registry import record_rule
from milepost.rules.view import View
from milepost.schema.key_order import Order
from milepost.schema.unfolded import ITEMS
from milepost.suggestions import quoted


@record_rule("REF-010", needs=ODD)
def language_tag_names_a_language(record: Record, view: View) -> Iterator[Breach]:
    """A language is named by its own code, and not by that of a country.

    Browsers choose fonts, voices and hyphens by it, and whoever looks for Japanese looks for ja.

    Write the code of the language: ja for Japanese, km for Khmer, ko for Korean, vi for Vietnamese.
    """
    for at, tag, is_key in _tags(view.schemas.orders[record.kind], record.body, ()):
        if not is_language(tag):
            other = meant(tag)
            hint = f"write {quoted(other)}" if other else "take its code from ISO 639"
            yield Breach(at, f"{quoted(tag)} is not the code of a language", hint, key=is_key)


def _tags(order: Order, value: Any, at: Path) -> Iterator[tuple[Path, str, bool]]:
    """Yield the place of each language tag, the tag, and whether it is a key."""
    if isinstance(value, list):
        inner = order.below.get(ITEMS)
        for position, member in enumerate(value if inner else ()):
            yield from _tags(order.below[ITEMS], member, (*at, position))
    elif isinstance(value, dict):
        for name, member in value.items():
            if order.languages:
                yield (*at, name), name, True
            elif name == LANGUAGE:
                yield (*at, name), member, False
            elif inner := order.below.get(name):
                yield from _tags(inner, member, (*at, name))


RULES = (language_tag_names_a_language,)
