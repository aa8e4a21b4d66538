"""What is cited: the dataset, or one record in it, as the facts that every style arranges."""

from dataclasses import dataclass

from milepost.derive.labels import label_of, text_in
from milepost.kinds import BY_NAME
from milepost.model import Body, Record
from milepost.provenance.edition import Edition


@dataclass(frozen=True, slots=True)
class Work:
    """A citable thing; `part` and `identifier` are those of a record, empty for the dataset.

    `url` is empty as long as dataset.json sets no base_url: no address is made up.
    """

    creator: str
    year: int
    title: str
    version: str
    licence: str
    part: str = ""
    identifier: str = ""
    url: str = ""

    @property
    def name(self) -> str:
        """A name for the entry, unique among the works of all versions."""
        parts = ("milepost", self.identifier, self.version)
        return "-".join(part for part in parts if part).replace("+", "-")


def dataset_work(meta: Body, edition: Edition) -> Work:
    """Return the dataset as a citable work; `meta` is the content of dataset.json."""
    return Work(
        creator=text_in(meta["creator"]),
        year=edition.year,
        title=text_in(meta["title"]),
        version=edition.version,
        licence=meta["licence"],
        url=meta.get("base_url", ""),
    )


def record_work(record: Record, meta: Body, edition: Edition) -> Work:
    """Return one record as a citable part of the dataset."""
    base = meta.get("base_url", "").rstrip("/")
    return Work(
        creator=text_in(meta["creator"]),
        year=edition.year,
        title=text_in(meta["title"]),
        version=edition.version,
        licence=meta["licence"],
        part=label_of(record),
        identifier=record.id,
        url=f"{base}/{BY_NAME[record.kind].folder}/{record.id}.html" if base else "",
    )
