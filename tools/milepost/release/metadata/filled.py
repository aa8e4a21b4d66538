"""Objects of metadata without the members of which nothing is known."""

from collections.abc import Mapping
from typing import Any

_NOTHING: tuple[Any, ...] = (None, "", [], {})


def filled(members: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members that say something; false and 0 do."""
    return {name: value for name, value in members.items() if value not in _NOTHING}
