"""Derivations in words: the rule, its inputs, and where each input comes from."""

from collections.abc import Mapping
from typing import Any

from milepost.model import Record
from milepost.site.addressing import what_phrase
from milepost.site.naming import term_link
from milepost.site.phrase import Phrase, listed
from milepost.site.site import Site
from milepost.site.wording import date_words, locator_words

_COUNTS = ("ordinal", "elapsed", "counting", "era", "weekday")
_OF_OTHERS = {
    "occasion/date": "the date of the occasion",
    "occasion/end": "the last day of the occasion",
    "source/published": "the date of publication",
}


def derivation_phrase(site: Site, record: Record, derivation: Mapping[str, Any]) -> Phrase:
    """Return how a value was derived: the rule, then each input with its origin."""
    rule = derivation["rule"]
    inputs = [
        (f"{name} {_value(rule, name, given['value'])}", *_origin(site, record, given))
        for name, given in derivation.items()
        if name != "rule"
    ]
    return (term_link(site, "derivation-rule", rule), ": ", *listed(inputs, "; ", "; "))


def _value(rule: str, name: str, text: str) -> str:
    if name in _COUNTS or (rule == "era-year" and name == "year"):
        return text
    words = date_words(text)
    return text.replace("-", " ") if words == text and text[:1].isalpha() else words


def _origin(site: Site, record: Record, given: Mapping[str, Any]) -> Phrase:
    if "locator" in given:
        return (f" ({locator_words(given['locator'])})",)
    if "derivation" in given:
        return (" [", *derivation_phrase(site, record, given["derivation"]), "]")
    return (" (", *_referred(site, record, str(given.get("ref", ""))), ")")


def _referred(site: Site, record: Record, reference: str) -> Phrase:
    if reference in _OF_OTHERS:
        return (_OF_OTHERS[reference],)
    base, _, field = reference.partition("/")
    return (
        what_phrase(site, record, f"/{field}") if base not in {"source", "occasion"} else (field,)
    )
