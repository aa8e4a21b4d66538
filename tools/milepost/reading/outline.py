"""The shape of a JSON text: from a text to the place of every key and value, as far as it parses.

One pass without recursion, in time linear in the text, however deep or broken it is.
"""

from dataclasses import dataclass, field
from re import Match
from typing import Final, NamedTuple

from milepost.reading.depth import DEEPEST
from milepost.reading.strings import unquoted
from milepost.reading.tokens import Kind, Range, Token, kind_of, matches, range_of, token_of


@dataclass(frozen=True, slots=True, eq=False)
class Awaited:
    """What may come next: in words for people, and as kinds of token."""

    words: str
    kinds: frozenset[Kind]

    def __str__(self) -> str:
        return self.words


_VALUES: Final = frozenset[Kind]({"string", "number", "literal", "{", "["})
VALUE: Final = Awaited("a value", _VALUES)
FIRST_ITEM: Final = Awaited('a value or "]"', _VALUES | {"]"})
KEY: Final = Awaited("a key in double quotation marks", frozenset({"key", "string"}))
FIRST_KEY: Final = Awaited(
    'a key in double quotation marks or "}"', frozenset({"key", "string", "}"})
)
COLON: Final = Awaited('a colon ":"', frozenset({":"}))
AFTER_ITEM: Final = Awaited('a comma "," or "]"', frozenset({",", "]"}))
AFTER_MEMBER: Final = Awaited('a comma "," or "}"', frozenset({",", "}"}))
_KEYS: Final = frozenset({KEY, FIRST_KEY})
_OPENING: Final = frozenset[Kind]({"{", "["})
_CLOSING: Final = frozenset[Kind]({"}", "]"})
END: Final = Awaited("the end of the file", frozenset({"end"}))


class Node(NamedTuple):
    """Where a value begins, where its key begins if it has one, and the nodes below it."""

    value: int
    key: int | None
    children: "Children | None"


Children = dict[str | int, Node]


class Repeat(NamedTuple):
    """A key that stands twice in one object, and where (offsets from 0)."""

    key: str
    first: int
    second: int


class Stop(NamedTuple):
    """Where and how a text ceases to be JSON; `unclosed` are its open brackets, outermost first."""

    token: Token
    awaited: Awaited
    before: Token | None
    unclosed: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What a text is made of; places are offsets from 0.

    `too_deep` is the first bracket beyond the limit, at which the outline ends; `stop` is where
    the text ceases to be JSON. Both are None for a text that was outlined to its end.
    """

    root: Node | None
    strings: tuple[Range, ...]
    numbers: tuple[Range, ...]
    repeats: tuple[Repeat, ...]
    too_deep: int | None
    stop: Stop | None


def outline(text: str) -> Outline:
    """Return the outline of a text; one that breaks off is outlined up to there."""
    walk = _Walk(text)
    stop = walk.run()
    strings, numbers, repeats = tuple(walk.strings), tuple(walk.numbers), tuple(walk.repeats)
    return Outline(walk.top.get(0), strings, numbers, repeats, walk.too_deep, stop)


@dataclass(slots=True)
class _Walk:
    """The state of one pass: `here` are the nodes of the innermost open bracket."""

    text: str
    top: Children = field(default_factory=dict)
    here: Children = field(init=False)
    above: list[tuple[Match[str], Children]] = field(default_factory=list)
    in_array: list[bool] = field(default_factory=list)
    key: Range | None = None
    strings: list[Range] = field(default_factory=list)
    numbers: list[Range] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)
    too_deep: int | None = None

    def __post_init__(self) -> None:
        self.here = self.top

    def run(self) -> Stop | None:
        awaited, before = VALUE, None
        for found in matches(self.text):
            kind = kind_of(found)
            if kind not in awaited.kinds:
                return self._stop(found, awaited, before)
            if kind == "end" or self.too_deep is not None:
                break
            if kind == ",":
                awaited = VALUE if self.in_array[-1] else KEY
            else:
                awaited = self._after(found, kind, awaited)
            before = found
        return None

    def _stop(self, found: Match[str], awaited: Awaited, before: Match[str] | None) -> Stop:
        unclosed = tuple(token_of(bracket) for bracket, _ in self.above)
        return Stop(token_of(found), awaited, token_of(before) if before else None, unclosed)

    def _after(self, found: Match[str], kind: Kind, awaited: Awaited) -> Awaited:
        place = range_of(found)
        if kind == "key":
            self.strings.append(place)
            self.key = place
            return VALUE
        if kind == "string":
            self.strings.append(place)
            if awaited in _KEYS:
                return COLON
        elif kind == "number":
            self.numbers.append(place)
        elif kind in _CLOSING:
            self.here = self.above.pop()[1]
            self.in_array.pop()
            return self._after_value()
        elif kind in _OPENING:
            return self._open(found, kind)
        self._add(place[0], None)
        return self._after_value()

    def _open(self, found: Match[str], kind: Kind) -> Awaited:
        if len(self.above) == DEEPEST:
            self.too_deep = found.end() - 1
        inside: Children = {}
        self._add(found.end() - 1, inside)
        self.above.append((found, self.here))
        self.in_array.append(kind == "[")
        self.here = inside
        return FIRST_ITEM if kind == "[" else FIRST_KEY

    def _add(self, start: int, inside: Children | None) -> None:
        here = self.here
        if self.key is None:
            here[len(here)] = Node(start, None, inside)
            return
        key, name = self.key[0], unquoted(self.text, self.key)
        earlier = here.get(name)
        if earlier and earlier.key is not None:
            self.repeats.append(Repeat(name, earlier.key, key))
        here[name] = Node(start, key, inside)
        self.key = None

    def _after_value(self) -> Awaited:
        if not self.in_array:
            return END
        return AFTER_ITEM if self.in_array[-1] else AFTER_MEMBER
