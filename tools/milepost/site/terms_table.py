"""The terms of a vocabulary as tables, for those who have to choose one."""

from collections.abc import Mapping
from typing import Any

from milepost.derive.labels import text_in
from milepost.site.naming import term_link
from milepost.site.phrase import Phrase
from milepost.site.site import Site
from milepost.site.tables import Table

_COLUMNS = ("Term", "Meaning and use", "Records")


def terms_tables(site: Site, vocabulary: str) -> tuple[Table, ...]:
    """Return the terms that a record may publish, one table for each that they stand under."""
    terms = site.view.terms[vocabulary]
    whole = text_in(site.dataset.of("vocabulary")[vocabulary].body["title"])
    rows: dict[str, list[tuple[Phrase, ...]]] = {}
    for name, term in terms.items():
        if not (term.get("abstract") or "replaced_by" in term):
            above = terms.get(next(iter(term.get("broader", ())), ""), {})
            heading = text_in(above["label"]) if above.get("abstract") else whole
            rows.setdefault(heading, []).append(_row(site, vocabulary, name, term))
    return tuple(Table(heading, _COLUMNS, tuple(found)) for heading, found in rows.items())


def _row(site: Site, vocabulary: str, name: str, term: Mapping[str, Any]) -> tuple[Phrase, ...]:
    texts = (text_in(term.get(part, {})) for part in ("definition", "scope_note"))
    return (
        (term_link(site, vocabulary, name),),
        (" ".join(text for text in texts if text),),
        (str(len(site.uses.get((vocabulary, name), ()))),),
    )
