"""A site that follows its files: changed records in, the files of the site that change out."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from milepost.model import Record
from milepost.site.building import Built
from milepost.site.editing import edited, touched
from milepost.site.page_names import PAGED
from milepost.site.serving.edits import edit_of
from milepost.site.serving.single_pages import SinglePages
from milepost.site.site import Site
from milepost.writing.files import write_if_new


class LiveSite:
    """The pages of a built site, each made anew by itself when the record that it shows is edited.

    What an edit changes elsewhere (lists, documents, the search) is left to the next build.
    """

    def __init__(self, root: Path, out: Path, site: Site, built: Built) -> None:
        self._root, self._out = root, out
        self._site = site
        self._pages = SinglePages(built)
        self._unbuilt: dict[str, Record] = {}
        self._waiting: dict[str, Record] = {}
        self._prepare()

    def follow(self, paths: Iterable[str]) -> tuple[str, ...] | None:
        """Take in records that were edited, and return the files of the site that are written.

        These are their own pages; `go_on` writes those of the records they are tied to. None where
        a build alone can take the changes in: a file that is new, gone, wrong or no record.
        """
        edits = {path: edit_of(self._site, self._root, path) for path in paths}
        found = [edit for edit in edits.values() if edit]
        if len(found) < len(edits):
            return None
        for old, new in found:
            self._wait(touched(self._site, old))
            self._site = edited(self._site, old, new)
            self._wait(touched(self._site, new))
            self._unbuilt[new.path] = new
        return tuple(name for _, new in found for name in self._write(new))

    @property
    def is_behind(self) -> bool:
        """Whether pages wait to be written that may show what was edited."""
        return bool(self._waiting)

    def go_on(self) -> tuple[str, ...]:
        """Write the next page that waits, and return the files that are new."""
        record = self._waiting.pop(next(iter(self._waiting)))
        now = self._site.dataset.get(record.kind, record.id)
        return tuple(self._write(now)) if now else ()

    def begun(self) -> None:
        """Take note that a build has begun, which reads all that is edited so far."""
        self._unbuilt = {}

    def finished(self, built: Built) -> tuple[str, ...]:
        """Take a build in and return the files that changed with it; later edits stay on show."""
        self._pages = SinglePages(built)
        again = (name for record in self._unbuilt.values() for name in self._write(record))
        return (*built.changed, *again)

    def _prepare(self) -> None:
        """Compute what all edits share, for which the first one would otherwise wait."""
        for kind in PAGED:
            for record in islice(self._site.dataset.of(kind).values(), 1):
                edit_of(self._site, self._root, record.path)
                touched(self._site, record)
                list(self._pages.files(self._site, record))

    def _wait(self, records: Iterable[Record]) -> None:
        self._waiting |= {record.path: record for record in records}

    def _write(self, record: Record) -> Iterator[str]:
        for name, content in self._pages.files(self._site, record):
            if write_if_new(self._out / name, content):
                yield name
