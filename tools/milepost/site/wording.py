"""Values in words: a factual value, a date or a place in a source in, a phrase out."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from milepost import edtf
from milepost.derive.headline import headline_of
from milepost.kinds import ACTING
from milepost.model import Body, Record
from milepost.schema.plan import Field
from milepost.site.amounts import amount_phrase
from milepost.site.naming import actor_link, link_to, record_link, term_link
from milepost.site.phrase import Code, Part, Phrase, text_of
from milepost.site.site import Site

_PLAIN_DATE = re.compile(r"-?[0-9]{4}(-[0-9]{2}){0,2}")
_ACTING = frozenset(ACTING)
_LISTS = {"cow": "Correlates of War", "gw": "Gleditsch and Ward"}


@cache
def date_words(text: str) -> str:
    """Return an EDTF date in English words, or the text itself where it is none."""
    try:
        return edtf.parse(text).format("en")
    except ValueError:
        return text


@cache
def bound_words(word: str, text: str) -> str:
    """Return since or until when something is so: a date that is not one day comes after a colon.

    "Since between 1962 and 1964" is no English.
    """
    date = edtf.parse(text)
    is_one = date.kind == "date" and not (date.approximate or date.uncertain)
    return f"{word} {date_words(text)}" if is_one else f"{word} a day not fixed: {date_words(text)}"


@cache
def date_phrase(text: str) -> Phrase:
    """Return a date in words, with its EDTF beside it where the words alone do not show it."""
    words = date_words(text)
    return (words,) if _PLAIN_DATE.fullmatch(text) or words == text else (words, " ", Code(text))


def period(start: str, end: str) -> Phrase:
    """Return a period in words; either end may be empty."""
    if start and end:
        return (*date_phrase(start), " to ", *date_phrase(end))
    if start:
        return ("from ", *date_phrase(start))
    return ("until ", *date_phrase(end)) if end else ()


def value_phrase(site: Site, field: Field, text: str) -> Phrase:
    """Return a factual value as a reader says it: a date in words, a term or record by name."""
    if field.compare == "date":
        return date_phrase(text)
    if field.compare == "quantity":
        return amount_phrase(text)
    if field.vocabulary:
        return (term_link(site, field.vocabulary, text),)
    if set(field.references) == _ACTING:
        return (actor_link(site, text),)
    kind = next((kind for kind in field.references if text in site.dataset.of(kind)), None)
    return (record_link(site, kind, text),) if kind else (text,)


def list_name(code: str) -> str:
    """Return the name of a list of members of the state system."""
    return _LISTS.get(code, code)


def locator_words(locator: Mapping[str, Any]) -> str:
    """Return a place in a source in words, such as page 12, paragraph 2."""
    return ", ".join([_place(name, value) for name, value in locator.items() if name != "span"])


def _place(name: str, value: str | int) -> str:
    """Return one step of a place; a section that is described and has no name needs no noun."""
    words = str(value)
    described = name == "section" and words[:1].islower() and words.isascii()
    return words if described else f"{name} {words}"


def source_phrase(site: Site, slug: str) -> Phrase:
    """Return a source by its label, and who published it."""
    record = site.dataset.get("source", slug)
    if not record:
        return (slug,)
    return (record_link(site, "source", slug), " (", text_of(record.body["publisher"]), ")")


def speaker_phrase(site: Site, speaker: Mapping[str, Any]) -> Phrase:
    """Return who speaks, with office and side; empty where the source itself does."""
    if not speaker:
        return ()
    about = list(_about(site, speaker))
    who = actor_link(site, speaker["who"])
    return (who, " (", *about, ")") if about else (who,)


def _about(site: Site, speaker: Mapping[str, Any]) -> Iterator[Part]:
    if "office" in speaker:
        yield term_link(site, "office", speaker["office"])
        if "for" in speaker:
            yield ", "
    if "for" in speaker:
        yield "for "
        yield record_link(site, "party", speaker["for"])


def headline_text(body: Body) -> str:
    """Return the EDTF of the headline date of a milestone, empty where it has none."""
    stage = headline_of(body)
    return str(stage.get("date", "")) if stage else ""


def headline_phrase(milestone: Record) -> Phrase:
    """Return the headline date of a milestone in words alone, as tables show it."""
    text = headline_text(milestone.body)
    return (date_words(text),) if text else ("undated",)


def milestone_phrase(milestone: Record) -> Phrase:
    """Return a milestone by its title, and its date."""
    return (link_to(milestone), ", ", *headline_phrase(milestone))
