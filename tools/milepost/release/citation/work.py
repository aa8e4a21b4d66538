"""What is cited: the dataset, or one record in it, as the facts that every style arranges."""

from dataclasses import dataclass

from milepost.canonical import encode
from milepost.derive.labels import label_of, text_in
from milepost.kinds import BY_NAME
from milepost.model import Body, Dataset, Record
from milepost.provenance.edition import Edition
from milepost.provenance.swhid import content_id, directory_id


@dataclass(frozen=True, slots=True)
class Work:
    """A citable thing; `part` and `identifier` are those of a record, empty for the dataset.

    `swhid` is computed from the content: that of the folder dataset/, or that of the record's file.
    `doi` is empty until one is reserved, and `url` as long as dataset.json sets no base_url: none
    is made up.
    """

    creator: str
    year: int
    title: str
    version: str
    licence: str
    part: str = ""
    identifier: str = ""
    url: str = ""
    swhid: str = ""
    doi: str = ""

    @property
    def address(self) -> str:
        """Where it is found: by its DOI, else at its own address, if it has any."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def name(self) -> str:
        """A name for the entry, unique among the works of all versions."""
        parts = ("milepost", self.identifier, self.version)
        return "-".join(part for part in parts if part).replace("+", "-")


def dataset_work(dataset: Dataset, edition: Edition, swhid: str = "") -> Work:
    """Return the dataset as a citable work; its identifier is computed where it is not given."""
    meta = dataset.meta
    return Work(
        creator=text_in(meta["creator"]),
        year=edition.year,
        title=text_in(meta["title"]),
        version=edition.version,
        licence=meta["licence"],
        url=meta.get("base_url", ""),
        swhid=swhid or dataset_swhid(dataset),
        doi=edition.doi,
    )


def record_work(record: Record, meta: Body, edition: Edition, swhid: str = "") -> Work:
    """Return one record as a citable part; its identifier is computed where it is not given."""
    return Work(
        creator=text_in(meta["creator"]),
        year=edition.year,
        title=text_in(meta["title"]),
        version=edition.version,
        licence=meta["licence"],
        part=label_of(record),
        identifier=record.id,
        url=record_url(record, meta),
        swhid=swhid or content_id(encode(record.body)),
        doi=edition.doi,
    )


def record_url(record: Record, meta: Body) -> str:
    """Return the address of the page of a record; empty as long as the dataset has none."""
    base = meta.get("base_url", "").rstrip("/")
    return f"{base}/{BY_NAME[record.kind].folder}/{record.id}.html" if base else ""


def dataset_swhid(dataset: Dataset) -> str:
    """Return the identifier of the folder dataset/, whose files are the records and no others."""
    return directory_id((r.path.partition("/")[2], encode(r.body)) for r in dataset)
