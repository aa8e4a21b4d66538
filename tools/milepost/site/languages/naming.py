"""Names in a language: records, terms and dates in, words out that say which language they are."""

from collections.abc import Mapping
from functools import lru_cache

from milepost import edtf
from milepost.kinds import ACTING
from milepost.model import Record
from milepost.site.languages.beside import TRANSLATED
from milepost.site.languages.catalogue import Catalogue
from milepost.site.languages.words import page_in
from milepost.site.page_names import page_of
from milepost.site.phrase import Link, Part, Phrase, Text, text_of
from milepost.site.site import Site


def text_in(words: Catalogue, texts: Mapping[str, str]) -> Text:
    """Return the text in the language, else in English, else the first there is."""
    found = texts.get(words.language)
    return Text(found, words.language) if found else text_of(texts)


def title(words: Catalogue, record: Record) -> Text:
    """Return what a record is called in the language, as far as it has a name there."""
    body = record.body
    return text_in(
        words, body.get("title") or body.get("name") or body.get("label") or {"en": record.id}
    )


def link(words: Catalogue, record: Record) -> Link:
    """Return a link to a record: to its page in the language, or to the English one."""
    name = title(words, record)
    page = page_of(record.kind, record.id)
    there = page_in(words.language, page) if record.kind in TRANSLATED else page
    return Link(there, name.text, name.language)


def titled(words: Catalogue, record: Record) -> Phrase:
    """Return a link to a record, marked where the editors translated its title themselves."""
    is_own = words.language in record.body.get("translated", ())
    mark: Phrase = (f" ({words('editors’ translation')})",) if is_own else ()
    return (link(words, record), *mark)


def named(site: Site, words: Catalogue, slug: str, *kinds: str) -> Part:
    """Return a link to the record of one of some kinds, of those that act where none is given."""
    key = words.language, slug, *kinds
    if key not in site.found_names:
        found = (site.dataset.get(kind, slug) for kind in kinds or ACTING)
        record = next((record for record in found if record), None)
        site.found_names[key] = link(words, record) if record else slug
    part: Part = site.found_names[key]
    return part


def term(site: Site, words: Catalogue, vocabulary: str, name: str) -> Text:
    """Return the label of a term."""
    key = words.language, vocabulary, name
    if key not in site.found_labels:
        known = site.view.terms.get(vocabulary, {}).get(name)
        site.found_labels[key] = text_in(words, known["label"] if known else {"en": name})
    label: Text = site.found_labels[key]
    return label


def day(words: Catalogue, date: str) -> Phrase:
    """Return a date in words, from its EDTF; empty for none."""
    return (_day(words.language, date),) if date else ()


@lru_cache(maxsize=2048)
def _day(language: str, date: str) -> Text:
    return Text(edtf.parse(date).format(language), language)
