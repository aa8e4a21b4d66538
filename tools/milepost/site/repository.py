"""The repository on the web: its address in the dataset in, the addresses of its forms out."""

from typing import NamedTuple
from urllib.parse import urlencode

from milepost.site.site import Site

# The branch that pages are published from, as the workflows name it.
BRANCH = "main"


class Repository(NamedTuple):
    """The address of the repository, empty while it has none; then every address is empty."""

    address: str

    @classmethod
    def of(cls, site: Site) -> "Repository":
        """Return the repository that the dataset names."""
        return cls(str(site.dataset.meta.get("repository", "")).rstrip("/"))

    @property
    def new_file(self) -> str:
        """The page that begins a new file; it takes the parameters `filename` and `value`."""
        return f"{self.address}/new/{BRANCH}" if self.address else ""

    def correction(self, record: str) -> str:
        """Return the issue form for a correction, with the record filled in."""
        if not self.address:
            return ""
        asked = urlencode({"template": "correction.yml", "title": f"{record}: ", "record": record})
        return f"{self.address}/issues/new?{asked}"
