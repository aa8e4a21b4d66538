"""How to cite: one plain sentence for a record, a relationship or the whole dataset."""

from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.site.edition import Edition


def citation(edition: Edition, record: Record | None = None) -> str:
    """Return the citation of a record, or of the dataset; it names the version and the identifier."""
    meta = edition.dataset.meta
    whole = f"{text_in(meta['title'])}, version {edition.version}"
    creator = text_in(meta["creator"])
    if record is None:
        return f"{creator}: {whole}."
    return f"{creator}: “{_title(record)}”, {record.kind} {record.id}, in: {whole}."


def _title(record: Record) -> str:
    body = record.body
    return text_in(body.get("title") or body.get("name") or body.get("label") or {"en": record.id})
