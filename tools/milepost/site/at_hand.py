"""What was found lately, and may be asked for again soon."""

from typing import TypeVar

Key = TypeVar("Key")
Found = TypeVar("Found")


class AtHand(dict[Key, Found]):
    """A dict that holds so many entries at most: before it grows beyond, it forgets them all.

    Pages that need the same are made one after the other, so little of that is found anew.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: Key, found: Found) -> None:
        """Hold what was found."""
        if len(self) >= self._most:
            self.clear()
        super().__setitem__(key, found)
