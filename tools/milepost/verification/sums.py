"""SHA256SUMS against the files: changed, lost or added."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from milepost.release.checksums import FILE
from milepost.verification.fault import Fault

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def sums_hold(files: Mapping[str, bytes]) -> Iterator[Fault]:
    """Yield what SHA256SUMS says otherwise than the files are."""
    if FILE not in files:
        yield Fault(FILE, "it is missing, so nothing says which files there were")
        return
    listed = dict[str, str]()
    for number, line in enumerate(files[FILE].decode("utf-8", "replace").splitlines(), 1):
        found = _LINE.fullmatch(line)
        if found:
            listed[found[2]] = found[1]
        else:
            yield Fault(FILE, f"line {number} is no hash, two spaces and a name")
    yield from _compared(files, listed)


def _compared(files: Mapping[str, bytes], listed: Mapping[str, str]) -> Iterator[Fault]:
    for name, expected in listed.items():
        if name not in files:
            yield Fault(name, f"it is lost: {FILE} lists it")
        elif sha256(files[name]).hexdigest() != expected:
            yield Fault(name, f"it was changed: its hash is not the one in {FILE}")
    for name in files.keys() - listed.keys() - {FILE}:
        yield Fault(name, f"{FILE} does not list it")
