"""Labels: what a record or a term is called in a language, English where it has no other."""

from collections.abc import Iterable, Mapping

from milepost.model import Dataset, Record

_NAMING = ("title", "name", "label")


def text_in(texts: Mapping[str, str], language: str = "en") -> str:
    """Return the text in a language, else the English one, else the first there is."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def label_of(record: Record, language: str = "en") -> str:
    """Return what a record is called: its title, name or label, else its identifier."""
    for name in _NAMING:
        if name in record.body:
            return text_in(record.body[name], language)
    return record.id


def government_label(dataset: Dataset, parties: Iterable[str], government: str) -> str:
    """Return what a government of one of some parties is called, or its slug where none has it."""
    records = (dataset.get("party", party) for party in parties)
    found = (g for record in records if record for g in record.body.get("governments", ()))
    return next((text_in(g["name"]) for g in found if g["id"] == government), government)


def term_label(dataset: Dataset, vocabulary: str, term: str, language: str = "en") -> str:
    """Return the label of a term, or the term itself where no vocabulary has it."""
    record = dataset.get("vocabulary", vocabulary)
    terms = record.body["terms"] if record else ()
    found = next((t["label"] for t in terms if t["id"] == term), None)
    return text_in(found, language) if found else term
