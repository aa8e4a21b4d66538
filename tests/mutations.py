"""Damaged records: a valid one, damaged once in a way that has a name; nothing is left to luck."""

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Holder = Any
Text = Callable[[random.Random, str], str]

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONG = 70_000


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a record: the object or list that holds a value, and its key there."""

    holder: Holder
    key: Any

    @property
    def value(self) -> Any:
        return self.holder[self.key]


@dataclass(frozen=True, slots=True)
class Damage:
    """A way to damage a record: the values that it is for, and what it does at one of them."""

    name: str
    fits: Callable[[Site], bool]
    do: Callable[[random.Random, Site], None]


@dataclass(frozen=True, slots=True)
class Mutation:
    """One damaged record: the file that it stands in, its kind, what was done, and the outcome."""

    path: str
    kind: str
    damage: str
    body: Any

    def raw(self) -> bytes:
        """Return the record as a file in the usual layout."""
        return (json.dumps(self.body, indent=2, ensure_ascii=False) + "\n").encode()


def _letters_swapped(chance: random.Random, text: str) -> str:
    at = chance.randrange(max(1, len(text) - 1))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _slash_for_a_digit(chance: random.Random, text: str) -> str:
    at = chance.choice([place for place, letter in enumerate(text) if letter.isdecimal()])
    return f"{text[:at]}/{text[at + 1 :]}"


TEXTS: Mapping[str, Text] = {
    "a final newline": lambda _, text: f"{text}\n",
    "a newline before it": lambda _, text: f"\n{text}",
    "a space before it": lambda _, text: f" {text}",
    "a space after it": lambda _, text: f"{text} ",
    "in capitals": lambda _, text: text.upper(),
    "two letters swapped": _letters_swapped,
    "one letter less": lambda _, text: text[:-1],
    "another word": lambda _, text: f"{text}-x",
    "another letter": lambda chance, text: text + chance.choice("é－²٣ក"),
    "long": lambda _, text: text + "a" * _LONG,
    "a control character": lambda _, text: f"{text}\x01",
    "a mark that turns the line": lambda _, text: f"\u202e{text}",
    "a letter in two parts": lambda _, text: f"{text}e\u0301",
}
DIGITS: Mapping[str, Text] = {
    "full-width digits": lambda _, text: text.translate(_WIDE),
    "a slash for a digit": _slash_for_a_digit,
    "a nine for each digit": lambda _, text: re.sub("[0-9]", "9", text),
}
VALUES: Mapping[str, Any] = {
    "null": None,
    "true": True,
    "zero": 0,
    "a whole number as a fraction": 1.0,
    "a fraction": 0.5,
    "a number below zero": -1,
    "an integer of 65 bits": 2**64,
    "a large number": 1e300,
    "an empty text": "",
    "a text": "x",
    "an empty list": [],
    "a list of one text": ["x"],
    "an empty object": {},
    "an object of one text": {"x": "x"},
    "deep lists": json.loads("[" * 60 + "]" * 60),
}


def _in_object(site: Site) -> bool:
    return isinstance(site.holder, dict)


def _in_list(site: Site) -> bool:
    return isinstance(site.holder, list)


def _is_text(site: Site) -> bool:
    return isinstance(site.value, str) and site.value != ""


def _has_digits(site: Site) -> bool:
    return _is_text(site) and re.search("[0-9]", site.value) is not None


def _is_day(site: Site) -> bool:
    return _is_text(site) and _DAY.fullmatch(site.value) is not None


def _is_address(site: Site) -> bool:
    return _is_text(site) and site.value.startswith("https://")


def _is_schema(site: Site) -> bool:
    return bool(site.key == "$schema")


def _anywhere(_site: Site) -> bool:
    return True


def _drop(_chance: random.Random, site: Site) -> None:
    del site.holder[site.key]


def _rename(new: Text) -> Callable[[random.Random, Site], None]:
    def do(chance: random.Random, site: Site) -> None:
        renamed = {new(chance, k) if k == site.key else k: v for k, v in site.holder.items()}
        site.holder.clear()
        site.holder.update(renamed)

    return do


def _retell(new: Text) -> Callable[[random.Random, Site], None]:
    def do(chance: random.Random, site: Site) -> None:
        site.holder[site.key] = new(chance, site.value)

    return do


def _put(value: Any) -> Callable[[random.Random, Site], None]:
    def do(_chance: random.Random, site: Site) -> None:
        site.holder[site.key] = json.loads(json.dumps(value))

    return do


def _add(_chance: random.Random, site: Site) -> None:
    site.holder["surprise"] = site.value


def _double(_chance: random.Random, site: Site) -> None:
    site.holder.append(json.loads(json.dumps(site.value)))


def _reverse(_chance: random.Random, site: Site) -> None:
    site.holder.reverse()


def _wrap(_chance: random.Random, site: Site) -> None:
    site.holder[site.key] = [site.value]


def _exchange(chance: random.Random, site: Site) -> None:
    other = chance.choice(list(site.holder))
    site.holder[site.key], site.holder[other] = site.holder[other], site.value


def _impossible(_chance: random.Random, site: Site) -> None:
    site.holder[site.key] = f"{site.value[:5]}02-30"


DAMAGES: Sequence[Damage] = (
    Damage("a key dropped", _in_object, _drop),
    Damage("a key added", _in_object, _add),
    Damage("a key misspelt", _in_object, _rename(_letters_swapped)),
    Damage("a key with a final newline", _in_object, _rename(lambda _, key: f"{key}\n")),
    Damage("two values exchanged", _in_object, _exchange),
    Damage("a member dropped", _in_list, _drop),
    Damage("a member twice", _in_list, _double),
    Damage("a list reversed", _in_list, _reverse),
    Damage("a value in a list of its own", _anywhere, _wrap),
    Damage("a day that no month has", _is_day, _impossible),
    Damage("a day with a slash for a digit", _is_day, _retell(_slash_for_a_digit)),
    Damage("an address with a letter of no address", _is_address, _retell(TEXTS["another letter"])),
    Damage("another schema", _is_schema, _put("../schema/v2/other.schema.json")),
    *(Damage(f"a text: {name}", _is_text, _retell(new)) for name, new in TEXTS.items()),
    *(Damage(f"digits: {name}", _has_digits, _retell(new)) for name, new in DIGITS.items()),
    *(Damage(f"instead: {name}", _anywhere, _put(value)) for name, value in VALUES.items()),
)


def sites(value: Any) -> Iterator[Site]:
    """Yield the place of every value inside a value."""
    members = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in members:
        yield Site(value, key)
        if isinstance(inner, dict | list):
            yield from sites(inner)


def mutated(chance: random.Random, turn: int, path: str, kind: str, raw: bytes) -> Mutation:
    """Return the record in a file, damaged once; the ways take turns, and the place is chance."""
    body = json.loads(raw)
    places = list(sites(body))
    for damage in (DAMAGES[(turn + skipped) % len(DAMAGES)] for skipped in range(len(DAMAGES))):
        fitting = [site for site in places if damage.fits(site)]
        if fitting:
            damage.do(chance, chance.choice(fitting))
            return Mutation(path, kind, damage.name, body)
    message = f"{path} holds nothing to damage"
    raise ValueError(message)
