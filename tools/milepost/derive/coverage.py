"""Coverage: in which years what was looked for so completely that absence means zero."""

from milepost import edtf
from milepost.derive.years import days_of_year
from milepost.model import Body, Dataset


def years_of(statement: Body) -> range:
    """Return the years that a coverage statement touches; open ends add none."""
    first, last = edtf.parse(statement["from"]).earliest, edtf.parse(statement["to"]).latest
    if first is None or last is None:
        return range(0)
    return range(first[0], last[0] + 1)


def covered_years(relationship: Body) -> range:
    """Return the years from the first to the last that any coverage statement touches."""
    years = [year for statement in relationship["coverage"] for year in years_of(statement)]
    return range(min(years), max(years) + 1) if years else range(0)


def complete_types(relationship: Body, zero: frozenset[str], year: int) -> frozenset[str]:
    """Return the types of milestone that were looked for completely through a whole year.

    `zero` are the terms of coverage by which absence means zero.
    """
    covering = (
        statement["types"]
        for statement in relationship["coverage"]
        if statement["completeness"] in zero and _spans(statement, year)
    )
    return frozenset().union(*covering)


def _spans(statement: Body, year: int) -> bool:
    """Return whether a statement's period contains every day of a year."""
    ((first, after),) = days_of_year(year)
    period = (edtf.parse(statement["from"]).days[0][0], edtf.parse(statement["to"]).days[-1][1])
    return period[0] <= first and after <= period[1]


def zero_terms(dataset: Dataset) -> frozenset[str]:
    """Return the terms of coverage by which what is not recorded did not happen."""
    vocabulary = dataset.get("vocabulary", "coverage")
    terms = vocabulary.body["terms"] if vocabulary else ()
    return frozenset(term["id"] for term in terms if term.get("zero"))
