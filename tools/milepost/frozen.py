"""Values whose attributes are set once, for modules that every command imports."""

from typing import Any, Never


class Frozen:
    """A base of values that do not change, where a named tuple will not do.

    Frozen dataclasses do the same; the code that they write for a dozen classes takes a twentieth
    of a check of one file.
    """

    __slots__ = ()

    def _set(self, **attributes: Any) -> None:
        """Set attributes, for `__init__` alone."""
        for name, value in attributes.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, _value: object) -> Never:
        """Refuse to change an attribute."""
        raise AttributeError(f"{name} of a {type(self).__name__} does not change")

    __delattr__ = __setattr__  # type: ignore[assignment]  # without a value, and as little
