"""The versions of the dataset and the files of a release, as the download page lists them."""

from milepost.changes.telling import withdrawal
from milepost.derive.withdrawn import version_key, withdrawn_versions
from milepost.site.phrase import Code
from milepost.site.site import Site
from milepost.site.tables import Table


def files_table() -> Table:
    """Return each file of a release with what it holds; * stands for any name."""
    from milepost.release.released_files import (  # noqa: PLC0415 -- all that writes a release
        released_files,
    )

    rows = tuple(((Code(name),), (holds,)) for name, holds in released_files())
    return Table("Files of a release", ("File", "What it holds"), rows)


def versions_table(site: Site) -> Table:
    """Return each published version, the newest first, with its records or why it was withdrawn."""
    withdrawn = withdrawn_versions(site.dataset)
    ledgers = site.dataset.of("ledger")
    rows = tuple(
        (
            (Code(version),),
            (f"{len(ledgers[version].body['records']):,}",),
            (withdrawal(version, withdrawn[version]) if version in withdrawn else "Published",),
        )
        for version in sorted(ledgers, key=version_key, reverse=True)
    )
    return Table("Published versions", ("Version", "Records", "Standing"), rows)
