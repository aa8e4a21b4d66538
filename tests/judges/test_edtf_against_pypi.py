"""EDTF as the PyPI package edtf reads it: every class of difference is explained here."""

import math
from typing import Any, Final

import edtf as judge
import pytest

from judges.edtf_differences import (
    Bounds,
    Day,
    Difference,
    Explanation,
    Verdict,
    differences,
    needless,
    unexplained,
)
from judges.edtf_strings import BY_HAND, generated

pytestmark = pytest.mark.judge

TABLE: Final = (
    Explanation(
        "the judge accepts",
        r"has 28 days|no day of the calendar fits",
        "It asks whether some year has the day, not whether this one has.",
    ),
    Explanation(
        "the judge accepts",
        r"is later than",
        "It lets an interval or a range run backwards; what ends before it starts is a slip.",
    ),
    Explanation(
        "the judge accepts",
        r"significant digits",
        "It reads the S of level 2, the one feature that Milepost leaves out.",
    ),
    Explanation(
        "the judge accepts",
        r"no space or line break",
        "It strips its input; a record would then hold a text that is not EDTF.",
    ),
    Explanation(
        "the judge accepts",
        r"hours run from 00 to 23",
        "ISO 8601-1:2019, on which EDTF rests, has no 24:00:00.",
    ),
    Explanation(
        "the judge accepts",
        r"a time follows a full date",
        "It joins a time to a year or a month, which the standard does not.",
    ),
    Explanation(
        "the judge accepts",
        r"without a start or an end says nothing",
        "It reads an interval with no date in it.",
    ),
    Explanation(
        "the judge refuses",
        r":59:60",
        "ISO 8601-1 has the leap second.",
    ),
    Explanation(
        "the judge refuses",
        r"X.*[?~%]|[?~%].*X",
        "It keeps unknown digits and qualifiers apart; level 2 allows each anywhere.",
    ),
    Explanation(
        "the judge refuses",
        r"^[^X]*[0-9][?~%]-[0-9?~%]|(?:^|[-/,\[{.])[?~%]-?[0-9]",
        "It knows only some places for qualifiers, and few of them in an interval or set.",
    ),
    Explanation(
        "the judge refuses",
        r"^(?:[?~%]?[0-9X]{4}-(?:2[1-9]|3[0-9]|4[01])[?~%]?)$",
        "It neither qualifies a season nor reads one in a year with unknown digits.",
    ),
    Explanation(
        "the judge refuses",
        r"^Y.*[?~%]$",
        "It does not qualify a long year.",
    ),
    Explanation(
        "the judge refuses",
        r"^[\[{][^,.]*[\]}]$",
        "It refuses a set of one, which no rule of the standard bars.",
    ),
    Explanation(
        "the judge refuses",
        r"[0-9X]\.\.[0-9X]|[\[,](?:Y|[0-9]{4}-2[1-4])|[0-9][?~%]\.\.|\.\.[^,]*[?~%X]|X[^,]*\.\.",
        "In a set it reads ranges of plain dates of one precision, and no season or long year.",
    ),
    Explanation(
        "the judge refuses",
        r"X.*[/,]|[/,].*X",
        "It reads unknown digits only beside plain dates, not beside an open end.",
    ),
    Explanation(
        "the judge refuses",
        r"^-?[0-9]{4}-(?:[01]X|X[0-9])$",
        "Its code fails on a month with one unknown digit.",
    ),
    Explanation(
        "other bounds",
        r"^/|/$",
        "It guesses an unknown end to be ten years off; we say nothing of it.",
    ),
    Explanation(
        "other bounds",
        r"[0-9X]{4}-(?:2[1-9]|3[0-2])",
        "It takes a season without a hemisphere as northern, and cuts a winter at New Year.",
    ),
    Explanation(
        "other bounds",
        r"X.*-02-29",
        "It gives a leap day to 2099.",
    ),
    Explanation(
        "other bounds",
        r"-(?:[0-3]X|X[0-9])",
        "It cannot compute with one unknown digit in a month or day.",
    ),
    Explanation(
        "other bounds",
        r"^-0*X+",
        "It takes -0000 for a year.",
    ),
)


def verdict(text: str) -> Verdict:
    """Ask the judge about one text."""
    try:
        date = judge.parse_edtf(text)
    except (judge.EDTFParseException, AttributeError, TypeError):
        return Verdict(accepted=False)
    try:
        return Verdict(accepted=True, bounds=_bounds(date))
    except ValueError:
        return Verdict(accepted=True)


def _bounds(date: Any) -> Bounds:
    return _day(date.lower_strict()), _day(date.upper_strict())


def _day(moment: Any) -> Day | None:
    if moment in (math.inf, -math.inf):
        return None
    year, month, day = moment[:3]
    return year, month, day


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    return {text: verdict(text) for text in (*BY_HAND, *generated(350))}


@pytest.fixture(scope="module")
def found(verdicts: dict[str, Verdict]) -> list[Difference]:
    return list(differences(verdicts))


def test_every_difference_has_its_explanation(found: list[Difference]) -> None:
    assert [] == unexplained(found, TABLE)


def test_every_explanation_is_still_needed(found: list[Difference]) -> None:
    assert [] == needless(found, TABLE)


def test_on_most_texts_the_judge_agrees(
    verdicts: dict[str, Verdict], found: list[Difference]
) -> None:
    assert len(verdicts) / 2 < len(verdicts) - len(found)
