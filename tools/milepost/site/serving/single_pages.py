"""Single pages without Sphinx: a record in, its page from a shell that a build has made out."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from sphinx.util.osutil import relative_uri

from milepost.model import Record
from milepost.site.building import Built
from milepost.site.inline import Inline
from milepost.site.page_names import PAGED
from milepost.site.page_writing import addresses, context_of
from milepost.site.pages.every import own_page
from milepost.site.shells import Shells
from milepost.site.site import Site


class _NoShellError(LookupError):
    """No page of this form was in the build, so that only the next one can make it."""


class SinglePages:
    """Makes the pages of single records as the build that left the shells would."""

    def __init__(self, built: Built) -> None:
        self._documents = built.documents
        self._shells = Shells(_no_theme, built.forms)
        self._inlines: dict[str, Inline] = {}

    def files(self, site: Site, record: Record) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the content of a record's files; none where only a build can."""
        if record.kind not in PAGED:
            return
        page = own_page(site, record, self._documents)
        if page.name in self._documents:
            return
        folder = page.name.partition("/")[0]
        inline = self._inlines.setdefault(folder, Inline(addresses(_relative, folder)))
        try:
            html = self._shells.page(page.name, context_of(site, page, inline))
        except _NoShellError:
            return
        yield f"{page.name}.html", html


def _relative(page: str, target: str) -> str:
    return relative_uri(f"{quote(page)}.html", f"{quote(target)}.html")


def _no_theme(name: str, _context: Mapping[str, Any]) -> str:
    raise _NoShellError(name)
