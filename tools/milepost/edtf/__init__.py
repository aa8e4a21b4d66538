"""Dates in the Extended Date/Time Format (ISO 8601-2): read, compared, sorted and written out."""

from milepost.edtf.compare import Comparison, compare
from milepost.edtf.date import Date
from milepost.edtf.instant import is_instant, refusal
from milepost.edtf.parse import parse
from milepost.edtf.precision import Precision
from milepost.edtf.structure import Kind

__all__ = [
    "Comparison",
    "Date",
    "Kind",
    "Precision",
    "compare",
    "is_instant",
    "parse",
    "refusal",
]
