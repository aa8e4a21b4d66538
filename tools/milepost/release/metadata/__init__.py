"""The release described for other programs: one module a format, all from one set of facts."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from milepost.canonical import encode
from milepost.release.metadata import (
    croissant,
    csvw,
    datacite,
    datapackage,
    dcat,
    ro_crate,
    schema_org,
)
from milepost.release.metadata.files import Sum
from milepost.release.metadata.sheets import Tally
from milepost.release.metadata.subject import Subject, subject_of
from milepost.release.release import Release

_FORMATS: tuple[tuple[str, str, Callable[[Subject], dict[str, Any]]], ...] = (
    (datapackage.FILE, datapackage.HOLDS, datapackage.datapackage),
    (csvw.FILE, csvw.HOLDS, csvw.csvw),
    (schema_org.FILE, schema_org.HOLDS, schema_org.schema_org),
    (croissant.FILE, croissant.HOLDS, croissant.croissant),
    (ro_crate.FILE, ro_crate.HOLDS, ro_crate.ro_crate),
    (dcat.FILE, dcat.HOLDS, dcat.dcat),
    (datacite.FILE, datacite.HOLDS, datacite.datacite),
)
FILES = tuple((name, holds) for name, holds, _ in _FORMATS)


def metadata(
    release: Release,
    files: Mapping[str, Sum],
    tallies: Mapping[str, Tally],
    listed: list[tuple[str, str]],
) -> Iterator[tuple[str, bytes]]:
    """Yield each file of metadata with its bytes, in the order of FILES.

    `files` are those of the release that it describes, `tallies` say of each table what its cells
    are like, and `listed` says what files hold.
    """
    subject = subject_of(release, files, tallies, listed)
    for name, _, describe in _FORMATS:
        yield name, encode(describe(subject))
