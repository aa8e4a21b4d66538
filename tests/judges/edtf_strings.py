"""EDTF texts for the judges: by hand, by a seeded generator, and spoilt by one sign."""

import random
from typing import Final

_SEED: Final = 8601
_SIGNS: Final = "0123456789X-?~%/.,[]{}YESTZ:+ "

BY_HAND: Final = (
    *("1985-04-12", "1985-04", "1985", "0000", "-0000", "-1985", "-0043-03-15", "2000-02-29"),
    *("2023-02-29", "1900-02-29", "2022-04-31", "2022-13", "2022-00", "2022-04-00", "85", "198"),
    *("1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04", "1985-04-12T23:20"),
    *("1985-04-12T23:20:30+04:30", "1985-04-12T24:00:00Z", "2016-12-31T23:59:60Z"),
    *("1985-04-12T10:10:10-00:00", "1985-04-12T10:10:10+15:00", "1985-04-12T10:10:10+0430"),
    *("1964/2008", "2004-02-01/2005-02", "2004-06/2004", "1963/1963", "1966/1963", "../.."),
    *("/", "1985/", "1985/..", "/1985", "../1985", "2004-06-~01/2004-06-~20", "1985/1986/1987"),
    *("2004-06-XX/2004-07-03", "1985-04-12T10:10:10Z/1986", "2001-21/2003", "2001-21/2001-22"),
    *("Y170000002", "Y-170000002", "Y2004", "Y012345", "Y17E7", "Y-17E7", "Y2E3", "Y17E07"),
    *("12345", "Y17E7~", "Y170000002?", "Y12345-06", "1950S2", "Y171010000S3", "Y3388E2S3"),
    *("2001-21", "2001-24", "2001-25", "2001-29", "2001-33", "2001-37", "2001-41", "2001-42"),
    *("2001-21?", "?2001-21", "200X-21", "2001-21-05", "2001-2X", "2001-28", "2001-30", "2001-36"),
    *("1984?", "2004-06~", "2004-06-11%", "1984?~", "?2004", "~2004?", "2004?-06-11"),
    *("2004-%06-11", "2004-06~-11", "?2004-06-~11", "2004-06?-~11"),
    *("?2004-?06-?11", "1963 ", " 1963", "1963\n"),
    *("201X", "20XX", "2XXX", "XXXX", "1X63", "X963", "-19XX", "-01XX", "2004-XX", "1985-XX-XX"),
    *("1985-04-XX", "156X-12-25", "XXXX-12-XX", "XXXX-04-23", "1984-1X", "1984-X2", "1984-0X-31"),
    *("2004-04-3X", "2004-02-3X", "2004-04-X1", "20XX-02-29", "2004-XX-23", "201X?", "2004-XX~"),
    *("[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]", "[1667,1760-12]", "[1963]"),
    *("[..1984]", "{1667,1668}", "{1960,1961-12}", "{..1984}", "[..]", "[]", "{}", "[1963,]"),
    *("[1963, 1966]", "[1966..1963]", "[1963..1966-05]", "[1963~,1966]", "[1963~..1966]"),
    *("[..1960,1963,1970..]", "[195X,1970]", "[1963,..1966]", "[1963..,1970]", "[2001-21,2003]"),
    *("[Y12345,Y12346]", "[1963/1966]", "[1963,1966}", "20220423", "1985-102", "1985-W15", "+1985"),
    *("P1Y", "unknown", "open", "2004-06/open", "1984u", "195x", "y170000002", "(2004-06)~"),
    *("２０２２", "١٩٨٥", "1985−04", "", "1985-4-1", "1985/04/12", "2022-04-23Z"),
)  # fmt: skip


class _Maker:
    """Makes texts, each from the next numbers of one seeded sequence."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 -- a sequence to repeat, not a secret

    def text(self) -> str:
        made = self._chance.choice(
            (self._date, self._date, self._date, self._interval, self._set, self._rare)
        )()
        return self._spoilt(made) if self._chance.random() < 0.3 else made

    def _date(self) -> str:
        parts = [self._year()]
        if self._chance.random() < 0.7:
            parts.append(self._masked(f"{self._chance.randint(1, 12):02}"))
            if self._chance.random() < 0.7:
                parts.append(self._masked(f"{self._chance.randint(1, 31):02}"))
        return "-".join(self._marked(part) for part in parts) + self._mark(0.2)

    def _year(self) -> str:
        sign = "-" if self._chance.random() < 0.05 else ""
        return sign + self._masked(f"{self._chance.randint(1, 2400):04}")

    def _masked(self, digits: str) -> str:
        if self._chance.random() < 0.8:
            return digits
        return "".join("X" if self._chance.random() < 0.5 else digit for digit in digits)

    def _marked(self, part: str) -> str:
        return self._mark(0.05) + part + self._mark(0.05)

    def _mark(self, share: float) -> str:
        return self._chance.choice("?~%") if self._chance.random() < share else ""

    def _end(self) -> str:
        return self._date() if self._chance.random() < 0.8 else self._chance.choice(("..", ""))

    def _interval(self) -> str:
        return f"{self._end()}/{self._end()}"

    def _set(self) -> str:
        members = [self._date() for _ in range(self._chance.randint(1, 3))]
        if self._chance.random() < 0.3:
            members.append(f"{self._year()}..{self._year()}")
        if self._chance.random() < 0.2:
            members[0] = f"..{members[0]}"
        if self._chance.random() < 0.2:
            members[-1] += ".."
        opening, closing = self._chance.choice(("[]", "{}"))
        return opening + ",".join(members) + closing

    def _rare(self) -> str:
        number = self._chance.randint(0, 99_999)
        return self._chance.choice(
            (
                f"{self._year()}-{self._chance.randint(20, 42)}",
                f"Y{number}",
                f"Y-{number}E{self._chance.randint(1, 9)}",
                f"{self._date()}T{number % 25:02}:{number % 61:02}:{number % 59:02}Z",
            )
        )

    def _spoilt(self, text: str) -> str:
        at = self._chance.randint(0, len(text))
        sign = self._chance.choice(_SIGNS)
        return self._chance.choice(
            (
                text[:at] + sign + text[at:],
                text[:at] + sign + text[at + 1 :],
                text[:at] + text[at + 1 :],
            )
        )


def generated(count: int) -> list[str]:
    """Make texts, valid, half valid and spoilt; the same ones each time."""
    maker = _Maker(_SEED)
    return [maker.text() for _ in range(count)]
