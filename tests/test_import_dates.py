"""Dates as tables write them: read in the forms that are named, and never more exactly."""

import re

import pytest

from milepost.sheets.dates import FORMS, edtf_of, edtf_of_parts


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("23/04/2022", ("dd/mm/yyyy",), "2022-04-23"),
        ("3.4.2022", ("dd/mm/yyyy",), "2022-04-03"),
        ("04/23/2022", ("mm/dd/yyyy",), "2022-04-23"),
        ("2022/4/3", ("yyyy/mm/dd",), "2022-04-03"),
        ("4/2022", ("mm/yyyy",), "2022-04"),
        ("April 2022", ("month-in-words",), "2022-04"),
        ("23 April 2022", ("month-in-words",), "2022-04-23"),
        ("April 23rd, 2022", ("month-in-words",), "2022-04-23"),
        ("23-Apr-2022", ("month-in-words",), "2022-04-23"),
        ("2022", ("yyyy",), "2022"),
        ("44674", ("excel-serial",), "2022-04-23"),
        ("c. 1963", ("yyyy",), "1963~"),
        ("about April 1963", ("month-in-words",), "1963-04~"),
        ("1963~", ("edtf",), "1963~"),
        ("[1963,1966]", ("edtf", "yyyy"), "[1963,1966]"),
        ("11/11/2022", ("dd/mm/yyyy", "mm/dd/yyyy"), "2022-11-11"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(
    text: str, forms: tuple[str, ...], expected: str
) -> None:
    assert expected == edtf_of(text, forms)


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("03/04/2022", ("dd/mm/yyyy", "mm/dd/yyyy"), "2022-03-04 and as 2022-04-03"),
        ("03/04/22", ("dd/mm/yyyy",), "it has not the form dd/mm/yyyy"),
        ("31/02/2022", ("dd/mm/yyyy",), "February 2022 has 28 days"),
        ("60", ("excel-serial",), "it has not the form excel-serial"),
        ("c. 1963", ("edtf",), "write 1963~"),
        ("16-17 November 2013", ("month-in-words",), "it has not the form"),
        ("next spring", FORMS, "not a date"),
    ],
)
def test_a_date_that_would_have_to_be_guessed_is_refused(
    text: str, forms: tuple[str, ...], expected: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(expected)):
        edtf_of(text, forms)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [(["1963"], "1963"), (["1963", "4", ""], "1963-04"), (["1963", "4", "7"], "1963-04-07")],
)
def test_a_date_in_three_columns_is_as_exact_as_they_are(parts: list[str], expected: str) -> None:
    assert expected == edtf_of_parts(parts)


@pytest.mark.parametrize("parts", [["", "4", "7"], ["1963", "", "7"], ["1963", "13"], ["c63"]])
def test_a_date_in_three_columns_with_a_gap_is_refused(parts: list[str]) -> None:
    with pytest.raises(ValueError, match=r"month|number"):
        edtf_of_parts(parts)
