"""Files to SHA256SUMS, which `sha256sum -c` reads."""

from collections.abc import Mapping

from milepost.release.metadata.files import Sum

FILE = "SHA256SUMS"


def as_checksums(files: Mapping[str, Sum]) -> bytes:
    """Return one line a file, sorted by name: the hash in hexadecimal, two spaces, the name."""
    return "".join(f"{files[name].sha256}  {name}\n" for name in sorted(files)).encode()
