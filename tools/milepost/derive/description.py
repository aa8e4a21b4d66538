"""Values in words: what a factual value is called, in a language, whatever its field."""

from milepost import edtf
from milepost.derive.labels import label_of, term_label
from milepost.model import Dataset
from milepost.schema.plan import Field


def value_in_words(dataset: Dataset, field: Field, text: str, language: str = "en") -> str:
    """Return a value as a reader would say it: a date written out, a term or a record by name."""
    if field.compare == "date":
        return _date(text, language)
    if field.vocabulary:
        return term_label(dataset, field.vocabulary, text, language)
    for kind in field.references:
        record = dataset.get(kind, text)
        if record:
            return label_of(record, language)
    return text


def _date(text: str, language: str) -> str:
    try:
        return edtf.parse(text).format(language)
    except ValueError:
        return text
