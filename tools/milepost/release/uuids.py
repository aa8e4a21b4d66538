"""Identifiers that need no host: a kind and an identifier in, always the same UUID out."""

from typing import Final
from uuid import UUID, uuid5

# Drawn once at random; it is the namespace of RFC 9562 (version 5) for all that Milepost names.
PROJECT: Final = UUID("a03ad6a5-c3ca-445a-89e5-8dfca74f6dea")


def uuid_of(kind: str, identifier: str) -> str:
    """Return the UUID of what has an identifier among its kind."""
    return str(uuid5(PROJECT, f"{kind}/{identifier}"))
