"""Files to SHA256SUMS, which `sha256sum -c` reads."""

from collections.abc import Mapping
from hashlib import sha256

FILE = "SHA256SUMS"


def as_checksums(files: Mapping[str, bytes]) -> bytes:
    """Return one line a file, sorted by name: the hash in hexadecimal, two spaces, the name."""
    lines = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()
