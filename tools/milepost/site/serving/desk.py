"""What `milepost serve` does when a file changes or a build is over."""

from collections.abc import Callable, Collection
from dataclasses import replace

from milepost.findings import errors
from milepost.loading import checked
from milepost.provenance.edition import read_edition
from milepost.reports.report import Report
from milepost.reports.text_report import as_text
from milepost.site.building import Built
from milepost.site.order import Order
from milepost.site.serving.live_site import LiveSite
from milepost.site.serving.whole_site import WholeSite
from milepost.site.site import Site


class Desk:
    """Shows an edit at once where it can, and has the whole site built after every one.

    `tell` hears which files of the site have changed, `say` what the editor should read.
    """

    def __init__(
        self,
        order: Order,
        whole: WholeSite,
        tell: Callable[[Collection[str]], None],
        say: Callable[[str], None],
    ) -> None:
        self._order, self._whole = order, whole
        self._tell, self._say = tell, say
        self._site: Site | None = None
        self._live: LiveSite | None = None
        self._built: Built | None = None
        self._is_building = self._is_stale = False

    def look(self) -> None:
        """Check everything; say what is wrong, or have the whole site built.

        The edition stays the one that was found first: an edit would make every page that of
        another state of git.
        """
        result = checked(self._order.root)
        wrong = errors(result.findings)
        if wrong:
            self._say(as_text(Report(wrong, len(result.files))).rstrip())
            return
        version = result.view.dataset.version
        edition = self._order.edition or read_edition(self._order.root, version)
        self._order = replace(self._order, edition=edition)
        self._site = Site(result.view, edition, self._order.as_of or edition.day)
        self._follow()
        self._build()

    def changed(self, paths: Collection[str]) -> None:
        """Take in files that have changed, by their paths relative to the root."""
        written = self._live.follow(paths) if self._live else None
        if written is None:
            self.look()
            return
        self._tell(written)
        self._build()

    @property
    def is_behind(self) -> bool:
        """Whether there is something to go on with until there are news."""
        return self._live is not None and self._live.is_behind

    def go_on(self) -> None:
        """Write the next page that may show what was edited."""
        if self._live:
            self._tell(self._live.go_on())

    def built(self, built: Built) -> None:
        """Take in what a build has left."""
        self._built, self._is_building = built, False
        if self._live:
            self._tell(self._live.finished(built))
        else:
            self._follow()
        self._say(f"whole site built: {len(built.changed)} files changed")
        self._build_again()

    def refused(self, reason: str) -> None:
        """Take in that a build has failed; what it was to replace stays."""
        self._is_building = False
        self._say(f"milepost: {reason}")
        self._build_again()

    def _follow(self) -> None:
        if self._site and self._built:
            order = self._order
            self._live = LiveSite(order.root, order.out, self._site, self._built)

    def _build(self) -> None:
        self._is_stale = self._is_building
        if not self._is_building:
            self._is_building = True
            if self._live:
                self._live.begun()
            self._whole.ask(self._order)

    def _build_again(self) -> None:
        if self._is_stale:
            self._build()
