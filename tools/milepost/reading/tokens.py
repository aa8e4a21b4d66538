"""The lexical half of JSON (RFC 8259): a text is cut into tokens, up to where none begins."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

Kind = Literal["key", "string", "number", "literal", "{", "[", "}", "]", ",", ":", "end", "bad"]
# Two offsets from 0, the second exclusive.
Range = tuple[int, int]

STRING_BODY: Final = (
    r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*'  # up to its end
)
_NUMBER: Final = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+~?/%-])"
_WHITE: Final = r"[ \t\n\r]*"
_TOKEN: Final = re.compile(
    rf'{_WHITE}(?:({STRING_BODY}"){_WHITE}(:)?|([{{}}\[\],:])|({_NUMBER})|((?:true|false|null)\b)'
    r"|(\Z)|())"
)
# By the last group that matched: a key is a string with its colon; the last group fits anywhere.
_STRING, _KEY, _MARK = 1, 2, 3
_KINDS: Final[tuple[Kind, ...]] = (
    *("bad", "string", "key"),
    *(":", "number", "literal", "end", "bad"),
)


class Token(NamedTuple):
    """A token and its range: that of a `key` (a string before a colon) leaves the colon out."""

    kind: Kind
    start: int
    end: int


def matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the tokens of a text, unread; `end` or `bad` is the last that means anything."""
    return _TOKEN.finditer(text)


def kind_of(match: re.Match[str]) -> Kind:
    """Return the kind of a token that `matches` gave."""
    group = match.lastindex or 0
    if group == _MARK:
        return match[_MARK]  # type: ignore[return-value] # each mark is a kind
    return _KINDS[group]


def range_of(match: re.Match[str]) -> Range:
    """Return the range of a token that `matches` gave."""
    group = match.lastindex or 0
    return match.span(_STRING if group == _KEY else group)


def token_of(match: re.Match[str]) -> Token:
    """Return a token that `matches` gave."""
    return Token(kind_of(match), *range_of(match))
