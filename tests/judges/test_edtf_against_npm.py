"""EDTF as npm's edtf reads it: every class of difference is explained here."""

import json
import os
import subprocess
from typing import Final

import pytest

from judges.edtf_differences import (
    Difference,
    Explanation,
    Verdict,
    differences,
    needless,
    unexplained,
)
from judges.edtf_strings import BY_HAND, generated
from judges.npm import package

pytestmark = pytest.mark.judge

SCRIPT: Final = """
const { readFileSync } = require("fs");
const edtf = require(process.argv[1]).default;
const day = (time) => {
  if (time === null || !Number.isFinite(time)) return null;
  const date = new Date(time);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
};
const verdict = (text) => {
  try { const date = edtf(text); return [day(date.min), day(date.max)]; } catch { return null; }
};
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(verdict)));
"""

TABLE: Final = (
    Explanation(
        "the judge accepts",
        r"has 28 days",
        "It asks whether some year has the day, not whether this one has.",
    ),
    Explanation(
        "the judge accepts",
        r"^-?[0-9]{2,3}[?~%]?: not a date",
        "It reads two digits as a century and three as a decade, which EDTF writes 19XX and 195X.",
    ),
    Explanation(
        "the judge accepts",
        r"^[0-9]{5,}: ",
        "It takes a bare number for milliseconds since 1970.",
    ),
    Explanation(
        "the judge accepts",
        r"a time is written hh:mm:ss",
        "It leaves seconds out, and the colon of an offset; the profile has neither.",
    ),
    Explanation(
        "the judge accepts",
        r"hours run from 00 to 23",
        "ISO 8601-1:2019, on which EDTF rests, has no 24:00:00.",
    ),
    Explanation(
        "the judge accepts",
        r"a time of day stands alone",
        "The profile keeps times of day out of intervals.",
    ),
    Explanation(
        "the judge accepts",
        r"without a start or an end says nothing",
        "It reads an interval with no date in it.",
    ),
    Explanation(
        "the judge accepts",
        r"significant digits",
        "It reads the S of level 2, the one feature that Milepost leaves out.",
    ),
    Explanation(
        "the judge accepts",
        r"^Y[0-9]+E0[0-9]+: not a date",
        "It lets an exponent begin with a zero, a second spelling of the same year.",
    ),
    Explanation(
        "the judge accepts",
        r"is later than",
        "It lets a range in a set run backwards; what ends before it starts is a slip.",
    ),
    Explanation(
        "the judge accepts",
        r"no space or line break",
        "It skips spaces in a set; the standard has none.",
    ),
    Explanation(
        "the judge accepts",
        r"\.\.: dates go together as",
        "It reads a range that is open besides (a..b.. or ..a..), which has no meaning.",
    ),
    Explanation(
        "the judge refuses",
        r":59:60",
        "ISO 8601-1 has the leap second.",
    ),
    Explanation(
        "the judge refuses",
        r"^[?~%][0-9]{4}[?~%]$",
        "It allows a lone year one qualifier.",
    ),
    Explanation(
        "the judge refuses",
        r"X.*[?~%]|[?~%].*X",
        "It keeps unknown digits and qualifiers apart; level 2 allows each anywhere.",
    ),
    Explanation(
        "the judge refuses",
        r"-(?:X[0-9]|3X)",
        "It knows only some masks of a month and day, and not -X3 (March) or -04-3X (the 30th).",
    ),
    Explanation(
        "the judge refuses",
        r"^[?~%]?[0-9X]{4}-(?:2[1-9]|3[0-9]|4[01])|[\[{,]?[0-9]{4}-2[1-4]",
        "It holds qualified seasons, and seasons in intervals and sets, to be no standard EDTF.",
    ),
    Explanation(
        "the judge refuses",
        r"^Y.*[?~%]$|[\[,]Y",
        "It neither qualifies a long year nor reads one in a set.",
    ),
    Explanation(
        "the judge refuses",
        r"^[\[{].*[0-9]{2}[?~%]",
        "It reads no date in a set that is qualified as a whole.",
    ),
    Explanation(
        "the judge refuses",
        r"[0-9X]\.\.[0-9X]",
        "It reads a range in a set only between plain dates of one precision.",
    ),
    Explanation(
        "the judge refuses",
        r"^(?P<start>[0-9]{4}).*/(?P=start)|X.*/|/.*X",
        "It compares the first days of both ends, X read as 0, and wants the second to be later.",
    ),
    Explanation(
        "other bounds",
        r"^Y",
        "A year beyond its clock is infinity to it.",
    ),
    Explanation(
        "other bounds",
        r"^[\[{].*,|\.\.",
        "It takes the first and last member written, without order, and a last range's start.",
    ),
    Explanation(
        "other bounds",
        r"[0-9X]{4}-(?:2[1-9]|3[0-2])",
        "It lets spring begin in January and summer in April, in both hemispheres.",
    ),
    Explanation(
        "other bounds",
        r"-37$",
        "It ends the first third of the year in May.",
    ),
    Explanation(
        "other bounds",
        r"T.*[+-][0-9:]+$",
        "It converts to UTC; we keep the day at the place.",
    ),
    Explanation(
        "other bounds",
        r"X.*-02-29|-0X-3",
        "It counts days that the month has not into the next one.",
    ),
    Explanation(
        "other bounds",
        r"-X[0-9]",
        "It takes X0 for the whole month.",
    ),
    Explanation(
        "other bounds",
        r"^[\[{]?-.*X",
        "Its bounds of a negative year with unknown digits run backwards.",
    ),
)


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    judge = package("edtf")
    texts = list(dict.fromkeys((*BY_HAND, *generated(1500))))
    asked = subprocess.run(
        ["node", "-e", SCRIPT, str(judge)],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
        env={**os.environ, "TZ": "UTC"},
    )
    return dict(zip(texts, map(verdict, json.loads(asked.stdout)), strict=True))


def verdict(answer: list[list[int] | None] | None) -> Verdict:
    """Read one answer of the judge: nothing where it refuses, else the first and the last day."""
    if answer is None:
        return Verdict(accepted=False)
    first, last = ((day[0], day[1], day[2]) if day else None for day in answer)
    return Verdict(accepted=True, bounds=(first, last))


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
