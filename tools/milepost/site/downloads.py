"""The files of a release as the download page lists them."""

from milepost.release.contents import released_files
from milepost.site.phrase import Code
from milepost.site.tables import Table


def files_table() -> Table:
    """Return each file of a release with what it holds; * stands for any name."""
    rows = tuple(((Code(name),), (holds,)) for name, holds in released_files())
    return Table("Files of a release", ("File", "What it holds"), rows)
