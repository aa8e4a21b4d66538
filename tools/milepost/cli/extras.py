"""Packages that only some commands need, and the extra of milepost that installs each."""

from collections.abc import Mapping

EXTRA_OF: Mapping[str, str] = {
    "duckdb": "release",
    "docutils": "site",
    "sphinx": "site",
    "watchdog": "site",
}


def advice(absent: ModuleNotFoundError) -> str:
    """Return what to install for a package that is absent; empty where no extra brings it."""
    package = (absent.name or "").partition(".")[0]
    extra = EXTRA_OF.get(package)
    return f"this needs {package}: say pip install 'milepost[{extra}]'" if extra else ""
