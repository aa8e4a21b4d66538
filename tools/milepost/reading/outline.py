"""The shape of a JSON text: from a text to the place of every key and value, as far as it parses.

One pass without recursion, in time linear in the text, however deep or broken it is.
"""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from milepost.reading.strings import unquoted
from milepost.reading.tokens import Kind, Token, kind_of, matches, token_of

DEEPEST: Final = 64


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
    strings: tuple[Token, ...]
    numbers: tuple[Token, ...]
    repeats: tuple[Repeat, ...]
    too_deep: int | None
    stop: Stop | None


def outline(text: str) -> Outline:
    """Return the outline of a text; one that breaks off is outlined up to there."""
    walk = _Walk(text)
    stop = walk.run()
    found = (tuple(walk.strings), tuple(walk.numbers), tuple(walk.repeats))
    return Outline(walk.top.get(0), *found, walk.too_deep, stop)


@dataclass(slots=True)
class _Walk:
    """The state of one pass: `here` are the nodes of the innermost open bracket."""

    text: str
    top: Children = field(default_factory=dict)
    here: Children = field(init=False)
    above: list[tuple[Token, Children]] = field(default_factory=list)
    key: Token | None = None
    strings: list[Token] = field(default_factory=list)
    numbers: list[Token] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)
    too_deep: int | None = None

    def __post_init__(self) -> None:
        self.here = self.top

    def run(self) -> Stop | None:
        awaited, before = VALUE, None
        for found in matches(self.text):
            kind = kind_of(found)
            if kind not in awaited.kinds:
                return Stop(token_of(found), awaited, before and token_of(before), self._unclosed())
            if kind == ",":
                awaited = VALUE if self.above[-1][0].kind == "[" else KEY
            elif kind == "end" or self.too_deep is not None:
                break
            else:
                awaited = self._after(token_of(found), awaited)
            before = found
        return None

    def _unclosed(self) -> tuple[Token, ...]:
        return tuple(bracket for bracket, _ in self.above)

    def _after(self, token: Token, awaited: Awaited) -> Awaited:
        if token.kind in {"}", "]"}:
            self.here = self.above.pop()[1]
            return self._after_value()
        if token.kind in {"key", "string"}:
            self.strings.append(token)
        if token.kind == "key":
            self.key = token
            return VALUE
        return COLON if awaited in _KEYS else self._value(token)

    def _value(self, token: Token) -> Awaited:
        if token.kind in {"{", "["}:
            return self._open(token)
        if token.kind == "number":
            self.numbers.append(token)
        self._add(token, None)
        return self._after_value()

    def _open(self, bracket: Token) -> Awaited:
        if len(self.above) == DEEPEST:
            self.too_deep = bracket.start
        inside: Children = {}
        self._add(bracket, inside)
        self.above.append((bracket, self.here))
        self.here = inside
        return FIRST_KEY if bracket.kind == "{" else FIRST_ITEM

    def _add(self, token: Token, inside: Children | None) -> None:
        key, here = self.key, self.here
        if key is None:
            here[len(here)] = Node(token.start, None, inside)
            return
        name = unquoted(self.text, key)
        earlier = here.get(name)
        if earlier and earlier.key is not None:
            self.repeats.append(Repeat(name, earlier.key, key.start))
        here[name] = Node(token.start, key.start, inside)
        self.key = None

    def _after_value(self) -> Awaited:
        if not self.above:
            return END
        return AFTER_ITEM if self.above[-1][0].kind == "[" else AFTER_MEMBER
