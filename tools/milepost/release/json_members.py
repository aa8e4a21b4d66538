"""Members of one large JSON object, spelt one after the other, and of a list in it some at a time.

What comes of it is `json.dumps(whole, indent=2, ensure_ascii=False)`, which is never held whole.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import orjson

_END: Final = b",\n"
_BEFORE, _AFTER = len(b"{\n"), len(b"\n}")
_BEFORE_ITEMS, _AFTER_ITEMS = len(b'{\n  "": [\n'), len(b"\n  ]\n}")


def member(name: str, value: Any) -> bytes:
    """Return a member with the comma and the line feed before the next one."""
    return orjson.dumps({name: value}, option=orjson.OPT_INDENT_2)[_BEFORE:-_AFTER] + _END


class Members:
    """A member that is a list, to which items are added."""

    def __init__(self, name: str) -> None:
        self._name = orjson.dumps(name)
        self._is_empty = True

    def add(self, items: Sequence[Any]) -> Iterator[bytes]:
        """Yield items as they stand in the list, with all that parts them from those before."""
        if items:
            yield b"  %b: [\n" % self._name if self._is_empty else _END
            whole = orjson.dumps({"": items}, option=orjson.OPT_INDENT_2)
            yield whole[_BEFORE_ITEMS:-_AFTER_ITEMS]
            self._is_empty = False

    def end(self) -> Iterator[bytes]:
        """Yield the end of the list; one without items stands on one line."""
        yield b"  %b: []" % self._name if self._is_empty else b"\n  ]"
        yield _END
