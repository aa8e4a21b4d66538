"""The figures of a measure as a table: what was measured, and what it must and is to reach."""

from collections.abc import Mapping
from typing import Any

from milepost.site.phrase import Phrase
from milepost.site.tables import Table

Json = Mapping[str, Any]
_COLUMNS = ("What", "Measured", "Must", "Aim", "Met", "In detail")
# What the bench calls a figure by the best of its bounds that it meets.
_MET = {"must": "must", "aim": "must and aim", "MISSED": "missed", "not yet": "not yet", "": ""}
_THOUSANDS = 1_000
_NO_BREAK = "\u00a0"


def measure_table(name: str, measure: Json) -> Table:
    """Return the figures of a measure, each with its bounds and which of them it meets."""
    rows = tuple(_row(figure) for figure in measure["figures"])
    return Table(f"Figures of {name}", _COLUMNS, rows)


def measured_when(measure: Json) -> Phrase:
    """Return the day of a measure and the machine that it ran on."""
    return (f"Measured on {measure['on']}, on a machine with {measure['machine']}.",)


def _row(figure: Json) -> tuple[Phrase, ...]:
    unit = figure["unit"]
    numbers = (_shown(figure[name], unit) for name in ("measured", "must", "aim"))
    words = (figure["what"].replace("`", ""), *numbers, _met(figure), figure["note"])
    return tuple((word,) if word else () for word in words)


def _met(figure: Json) -> str:
    only_aim = figure["met"] == "aim" and figure["must"] is None
    return "aim" if only_aim else _MET[figure["met"]]


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = f"{value:,.0f}" if value >= _THOUSANDS else f"{value:.3g}"
    return f"{digits}{_NO_BREAK}{unit}" if unit else digits
