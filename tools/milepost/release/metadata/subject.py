"""What metadata is about: a release, as the facts that every format arranges."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.provenance.edition import Edition
from milepost.release.citation.work import Work
from milepost.release.metadata.files import File, Sum, described
from milepost.release.metadata.sheets import Sheet, Tally, sheets
from milepost.release.release import Release
from milepost.release.tables.cells import earliest, latest

_OPEN = ".."


@dataclass(frozen=True, slots=True)
class Subject:
    """A release as metadata tells of it.

    `period` is the first and the last day that the coverage statements name, each empty where it is
    open or there is none; `parties` are those of the relationships. `work` has what is cited: its
    DOI and address are empty unless there are such.
    """

    name: str
    description: str
    keywords: tuple[str, ...]
    work: Work
    edition: Edition
    period: tuple[str, str]
    parties: tuple[Record, ...]
    files: tuple[File, ...]
    sheets: tuple[Sheet, ...]

    @property
    def data(self) -> tuple[File, ...]:
        """The files that are the data itself."""
        return tuple(file for file in self.files if file.is_data)

    @property
    def interval(self) -> str:
        """The period in ISO 8601, .. where it is open; empty where none is known."""
        return "/".join(day or _OPEN for day in self.period) if any(self.period) else ""

    @property
    def licence_address(self) -> str:
        """The page of the licence at SPDX, whose identifier dataset.json names."""
        return f"https://spdx.org/licenses/{self.work.licence}.html"

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Its identifiers as URIs, the DOI before the SWHID."""
        doi = f"https://doi.org/{self.work.doi}" if self.work.doi else ""
        return tuple(filter(None, (doi, self.work.swhid)))


def subject_of(
    release: Release,
    files: Mapping[str, Sum],
    tallies: Mapping[str, Tally],
    listed: Iterable[tuple[str, str]],
) -> Subject:
    """Return a release with its files, of which `listed` says what they hold."""
    meta = release.dataset.meta
    found = tuple(described(files, listed))
    return Subject(
        name=meta["id"],
        description=text_in(meta["description"]),
        keywords=tuple(meta.get("keywords", ())),
        work=release.work,
        edition=release.edition,
        period=_period(release),
        parties=_parties(release),
        files=found,
        sheets=tuple(sheets(tallies, found)),
    )


def _period(release: Release) -> tuple[str, str]:
    relationships = release.dataset.of("relationship").values()
    covered = [part for record in relationships for part in record.body.get("coverage", ())]
    first = [earliest(part.get("from", "")) for part in covered]
    last = [latest(part.get("to", "")) for part in covered]
    return min(filter(None, first), default=""), max(filter(None, last), default="")


def _parties(release: Release) -> tuple[Record, ...]:
    relationships = release.dataset.of("relationship").values()
    named = sorted({party for record in relationships for party in record.body["parties"]})
    return tuple(filter(None, (release.dataset.get("party", party) for party in named)))
