"""Milepost: how the relations between two states began and changed, with what each source says."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from milepost.loading import load
    from milepost.model import Dataset, Finding, Record
    from milepost.tabular import Tables, tables

__all__ = ["Dataset", "Finding", "Record", "Tables", "load", "tables"]

_HOMES = {"load": "milepost.loading", "Tables": "milepost.tabular", "tables": "milepost.tabular"}


def __getattr__(name: str) -> Any:
    """Return a public name from its module; late, since the command line must start fast."""
    if name not in __all__:
        message = f"module 'milepost' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 -- see above

    return getattr(import_module(_HOMES.get(name, "milepost.model")), name)
