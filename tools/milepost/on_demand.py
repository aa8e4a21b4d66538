"""A mapping whose values are made when they are first asked for."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Made = TypeVar("Made")


class OnDemand(dict[Key, Made]):
    """Something for each key, made by a function of it and kept."""

    def __init__(self, make: Callable[[Key], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Made:
        """Make what there is for a key."""
        self[key] = self._make(key)
        return self[key]
