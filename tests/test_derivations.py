"""Derivations: each rule gives the set of days that its inputs imply, and nothing finer."""

import pytest

from milepost import edtf
from milepost.edtf.spell import spelt
from milepost.evidence.derivations import derived_days

LATE_WINTER = "[2025-01..2025-03]"


def derived(rule: str, **inputs: str) -> str:
    return spelt(derived_days(rule, inputs))


@pytest.mark.parametrize(
    ("expected", "rule", "inputs"),
    [
        ("2022-04-23", "context-year", {"stated": "XXXX-04-23", "year": "2022"}),
        ("2022-04", "context-year", {"stated": "XXXX-04", "year": "2022-04"}),
        ("2024-02-29", "context-year", {"stated": "XXXX-02-29", "year": "[2023,2024]"}),
        ("1953", "anniversary", {"ordinal": "70", "celebrated": "2023"}),
        ("2023", "anniversary", {"ordinal": "70", "base": "1953-01-09"}),
        ("1957", "elapsed-years", {"elapsed": "35", "celebrated": "1992", "counting": "exclusive"}),
        ("1958", "elapsed-years", {"elapsed": "35", "celebrated": "1992", "counting": "inclusive"}),
        ("1954", "era-year", {"era": "showa", "year": "29"}),
        ("1954-11", "era-year", {"era": "showa", "year": "29", "stated": "XXXX-11"}),
        ("2019-05..2019-12", "era-year", {"era": "reiwa", "year": "1"}),
        (
            "2023-11-18",
            "relative-to-publication",
            {"stated": "yesterday", "published": "2023-11-19"},
        ),
        ("2023-10", "relative-to-publication", {"stated": "last-month", "published": "2023-11-19"}),
        ("2022", "relative-to-publication", {"stated": "last-year", "published": "2023-11"}),
        (
            "2022-11-17",
            "relative-to-publication",
            {"stated": "thursday", "published": "2022-11-17"},
        ),
        ("2022-11-10", "weekday-before", {"weekday": "thursday", "before": "2022-11-17"}),
        ("2025-04-19", "weekday-after", {"weekday": "saturday", "after": "2025-04-15"}),
        ("2025-04-22", "weekday-after", {"weekday": "tuesday", "after": "2025-04-15"}),
        ("2025-04-19", "context-month", {"stated": "XXXX-XX-19", "month": "2025-04"}),
        ("2025-04-19", "context-month", {"stated": "XXXX-XX-19", "month": "2025-04-15"}),
        ("2025-01-31,2025-03-31", "context-month", {"stated": "XXXX-XX-31", "month": LATE_WINTER}),
        (
            "2025-04-22",
            "duration",
            {"start": "2025-04-19", "lasted": "P4D", "counting": "inclusive"},
        ),
        (
            "2025-05-03",
            "duration",
            {"start": "2025-04-19", "lasted": "P2W", "counting": "exclusive"},
        ),
        ("2025-04-22..2025-04-23", "duration", {"start": "2025-04-19", "lasted": "P4D"}),
        ("..2023-11-19", "bounded-by", {"latest": "2023-11-19"}),
        ("2022-04-23..", "bounded-by", {"earliest": "2022-04-23"}),
        (
            "2022-04-23..2022-04-24",
            "bounded-by",
            {"earliest": "2022-04-23", "latest": "2022-04-24"},
        ),
        ("2022-04-23", "same-day-as", {"day": "2022-04-23"}),
    ],
)
def test_a_rule_gives_the_days_that_its_inputs_imply(
    expected: str, rule: str, inputs: dict[str, str]
) -> None:
    assert expected == derived(rule, **inputs).strip("[]")


def test_a_publication_within_a_fortnight_makes_the_past_fortnight_four_weeks_wide() -> None:
    days = derived_days(
        "relative-to-publication",
        {"stated": "past-fortnight", "published": "[2023-11-19..2023-12-03]"},
    )

    assert edtf.parse("[2023-11-05..2023-12-03]").days == days


@pytest.mark.parametrize(
    ("rule", "inputs", "words"),
    [
        ("context-year", {"stated": "XXXX-04-23"}, "'year' is missing"),
        ("anniversary", {"base": "1953", "celebrated": "2023"}, "give a count and no date"),
        ("anniversary", {"ordinal": "seventy", "celebrated": "2023"}, "write a whole number"),
        ("elapsed-years", {"elapsed": "3", "base": "1953", "counting": "both"}, "exclusive or inc"),
        ("era-year", {"era": "keio", "year": "2"}, "no era known here"),
        ("relative-to-publication", {"stated": "recently", "published": "2023"}, "no wording"),
        ("weekday-before", {"weekday": "someday", "before": "2023-01-01"}, "no weekday"),
        ("weekday-after", {"weekday": "monday", "after": "[2023..2026]"}, "too wide"),
        ("context-month", {"stated": "XXXX-04-19", "month": "2025-04"}, "the day alone"),
        ("context-month", {"stated": "XXXX-XX-19", "month": "[..2025-04]"}, "open at one end"),
        ("context-month", {"stated": "XXXX-XX-19", "month": "[1900..2025]"}, "name a month"),
        ("duration", {"start": "2025-04-19", "lasted": "four days"}, "such as P4D"),
        ("duration", {"start": "2025-04-19", "lasted": "P0D"}, "such as P4D"),
        ("bounded-by", {}, "needs earliest or latest"),
        ("guess", {}, "no derivation rule"),
    ],
)
def test_a_rule_says_what_is_amiss_with_its_inputs(
    rule: str, inputs: dict[str, str], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        derived(rule, **inputs)


@pytest.mark.parametrize(
    "text",
    [
        "2023",
        "2023-11",
        "2023-11-19",
        "[..2023-11-19]",
        "[..2023-11]",
        "[2022-04-23..]",
        "[1963,1966..1967]",
        "[2023-11-05..2023-12-03]",
    ],
)
def test_a_set_of_days_is_spelt_as_it_was_read(text: str) -> None:
    assert text == spelt(edtf.parse(text).days)
