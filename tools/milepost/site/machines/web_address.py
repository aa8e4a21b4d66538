"""Addresses on the web: the name of a page in, its address out, empty while the site has none."""

from typing import NamedTuple
from urllib.parse import urlsplit

from milepost.model import Dataset
from milepost.site.safety import is_web_address


class Home(NamedTuple):
    """The address at which the site is published; without one nothing absolute is written."""

    address: str

    @staticmethod
    def of(dataset: Dataset) -> "Home":
        """Return the address that dataset.json names, empty where it names none of the web."""
        base = str(dataset.meta.get("base_url", ""))
        return Home(base.rstrip("/") if is_web_address(base) else "")

    def __bool__(self) -> bool:
        """Return whether there is an address."""
        return bool(self.address)

    @property
    def path(self) -> str:
        """The path at the host below which the site lies; it begins and ends with a slash."""
        return f"{urlsplit(self.address).path}/"

    def file(self, path: str) -> str:
        """Return the address of a file of the site."""
        return f"{self.address}/{path}" if self.address else ""

    def page(self, name: str) -> str:
        """Return the address of a page; the home page is that of the folder itself."""
        return self.file("" if name == "index" else f"{name}.html")
