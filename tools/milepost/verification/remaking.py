"""A release made again from its own bundle, and compared with what was published, file by file."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from milepost.provenance.edition import Edition
from milepost.release.checksums import FILE as SUMS
from milepost.verification.fault import Fault


def files_are_what_the_records_make(
    files: Mapping[str, bytes], again: Mapping[str, bytes]
) -> Iterator[Fault]:
    """Yield each file that is not the one that this program makes of the records in the bundle."""
    for name in sorted({*files, *again} - {SUMS}):
        if name not in again:
            yield Fault(name, "no release has such a file")
        elif name not in files:
            yield Fault(name, "it is missing")
        elif files[name] != again[name]:
            yield Fault(name, _first_difference(files[name], again[name]))


def _first_difference(here: bytes, again: bytes) -> str:
    said = "it is not what the records in milepost.json make"
    lines = zip(here.split(b"\n"), again.split(b"\n"), strict=False)
    differing = (number for number, (one, other) in enumerate(lines, 1) if one != other)
    is_text = b"\0" not in here + again
    return f"{said}: line {next(differing, 'after the last')} differs" if is_text else said


def edition_of_bundle(content: Mapping[str, Any]) -> Edition:
    """Return the edition that a bundle says it is; ValueError where its time is none."""
    moment = datetime.strptime(content["time"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    commit, version = content.get("commit", ""), content["version"]
    is_final = re.fullmatch(r"\d+\.\d+\.\d+", version)
    obstacle = "" if is_final else "it was built between two versions"
    return Edition(version, int(moment.timestamp()), commit, obstacle, content.get("doi", ""))
