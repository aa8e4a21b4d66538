"""Equal texts as one: names of parties, of terms and of sources stand in record after record."""

from typing import Any, Final

# Longer ones hardly ever stand in two records, and to remember them costs more than they free.
_LONGEST: Final = 32
_HOLDING: Final = (dict, list)


class SharedTexts:
    """Remembers texts, so that the values that it is shown hold each of them once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def share(self, value: Any) -> None:
        """Let the objects and lists of a value from JSON hold the texts that were there before.

        It says what it said: a quarter of what the records of a dataset take is texts met twice.
        """
        known = self._known
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for place, member in members:
            if isinstance(member, str):
                if len(member) <= _LONGEST:
                    value[place] = known.setdefault(member, member)
            elif isinstance(member, _HOLDING):
                self.share(member)
